"""The selector that finds a place again: its words, and the least context that sets them apart."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.anchoring.locating import Found, Several, locate
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
    line = running(text.canonical)
    exact = exact_words(text, extent)
    alone = locate(TextQuoteSelector(exact=exact), text)
    rivals = [rival for rival in alone.extents if rival != extent] if isinstance(alone, Several) else []
    shared = [
        (_shared_before(line, extent.start, rival.start), _shared_after(line, extent.end, rival.end))
        for rival in rivals
    ]
    for start, end in _contexts(extent, line):
        back, on = extent.start - start, end - extent.end
        if any((not back or before >= back) and (not on or after >= on) for before, after in shared):
            continue
        selector = TextQuoteSelector(
            exact=exact, prefix=line[start : extent.start].strip(), suffix=line[extent.end : end].strip()
        )
        location = locate(selector, text)
        if (
            isinstance(location, Found)
            and location.extent == extent
            and location.verdict is not Verdict.MOVED
        ):
            return selector
    raise NotQuotable(f"the words {exact!r} at offset {extent.start} cannot be quoted by themselves")


def _contexts(extent: Extent, line: str) -> Iterator[tuple[int, int]]:
    """From where to where, with ever more words before, after, and on both sides, until the text ends."""
    yield extent.start, extent.end
    start, end = extent.start, extent.end
    while start > 0 or end < len(line):
        start, end = _word_back(line, start), _word_on(line, end)
        yield from ((start, extent.end), (extent.start, end), (start, end))


def _word_back(line: str, offset: int) -> int:
    return max(0, line.rfind(" ", 0, max(0, offset - 1)) + 1)


def _word_on(line: str, offset: int) -> int:
    following = line.find(" ", offset + 1)
    return len(line) if following < 0 else following


_STRIDE = 256


def _shared_before(line: str, one: int, other: int) -> int:
    """How many characters before two offsets are the same."""
    shared, step, most = 0, _STRIDE, min(one, other)
    while step:
        after = shared + step
        if after <= most and line[one - after : one - shared] == line[other - after : other - shared]:
            shared = after
        else:
            step //= 2
    return shared


def _shared_after(line: str, one: int, other: int) -> int:
    """How many characters from two offsets on are the same."""
    shared, step, most = 0, _STRIDE, len(line) - max(one, other)
    while step:
        if shared + step <= most and line.startswith(
            line[one + shared : one + shared + step], other + shared
        ):
            shared += step
        else:
            step //= 2
    return shared
