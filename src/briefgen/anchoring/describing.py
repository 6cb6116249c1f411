"""The selector that finds a place again: its words, and the least context that sets them apart."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.anchoring.locating import Found, locate
from briefgen.anchoring.tracing import exact_words, running
from briefgen.model.evidence import Extent, SourceText, TextQuoteSelector, Verdict


class NotQuotable(ValueError):
    """An extent cannot be quoted: it holds no words, cuts one in two, or lies where nothing may be cited."""


def describe(extent: Extent, text: SourceText) -> TextQuoteSelector:
    """The words of an extent with the fewest words before or after that make them unique.

    Locating the result gives the extent again.

    Raises:
        NotQuotable: where no selector can lead back to the extent.
    """
    exact = exact_words(text, extent)
    for prefix, suffix in _contexts(extent, text):
        selector = TextQuoteSelector(exact=exact, prefix=prefix, suffix=suffix)
        location = locate(selector, text)
        if (
            isinstance(location, Found)
            and location.extent == extent
            and location.verdict is not Verdict.MOVED
        ):
            return selector
    raise NotQuotable(f"the words {exact!r} at offset {extent.start} cannot be quoted by themselves")


def _contexts(extent: Extent, text: SourceText) -> Iterator[tuple[str, str]]:
    """Ever more words before, after, and on both sides, until the text ends both ways."""
    line = running(text.canonical)
    yield "", ""
    count = 1
    before, after = extent.start, extent.end
    while before > 0 or after < len(line):
        before = _words_back(line, extent.start, count)
        after = _words_on(line, extent.end, count)
        prefix, suffix = line[before : extent.start].strip(), line[extent.end : after].strip()
        yield from ((prefix, ""), ("", suffix), (prefix, suffix))
        count += 1 if count < _UNHURRIED else count


_UNHURRIED = 16
"""Words. Beyond this, context grows by doubling: such a text repeats itself at length."""


def _words_back(line: str, offset: int, count: int) -> int:
    offset = len(line[:offset].rstrip(" "))
    for _ in range(count):
        offset = line.rfind(" ", 0, max(0, offset))
        if offset < 0:
            return 0
    return offset


def _words_on(line: str, offset: int, count: int) -> int:
    for _ in range(count):
        offset = line.find(" ", offset + 1)
        if offset < 0:
            return len(line)
    return offset
