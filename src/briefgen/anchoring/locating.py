"""Finding a selector's words in a source, letter for letter once typography is set aside.

What is found here was written so. Likeness plays no part: see `nearest` for words that are not found.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal, TypeAlias

from briefgen.anchoring.tracing import celled, exact_words, running
from briefgen.model.evidence import (
    Excluded,
    Extent,
    RangeSelector,
    Selector,
    SourceText,
    TextQuoteSelector,
    Verdict,
)
from briefgen.text.boundaries import cut_at, inside_word
from briefgen.text.normalise import normalise_words
from briefgen.values import dataclass

MOST_PLACES = 1_000
"""Places of some words that are counted; words that stand at more are as good as everywhere."""

_REST_OF_WORD = re.compile("[A-Za-z]+")

_NEAR = 200
"""Characters around a boundary in which the figure that it cuts is looked at again, cell by cell."""

DISTINCTIVE = 5
"""Words. A quotation at least this long is known by itself where its context has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The words stand at one place only, or at one with the context asked for."""

    extent: Extent
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """The words stand at more than one place, and the selector does not say which is meant.

    Of very many places the first `MOST_PLACES` are given.
    """

    extents: tuple[Extent, ...]

    @property
    def uncounted(self) -> bool:
        """Whether there may be more places than are given."""
        return len(self.extents) >= MOST_PLACES


@dataclass(frozen=True, slots=True, kw_only=True)
class InExcluded:
    """The words stand only where nothing may be cited."""

    extent: Extent
    excluded: Excluded


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """The words stand only as part of longer ones: they begin or end inside `piece`."""

    extent: Extent
    piece: str
    edge: Literal["begin", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutOfContext:
    """The words stand at these places, none of them with the prefix and suffix asked for."""

    extents: tuple[Extent, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Absent:
    """The words do not stand in the source. `words` are those looked for and not found."""

    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EndAbsent:
    """The first words of a range stand at `start`; its last `words` do not follow."""

    start: Extent
    words: str


Location: TypeAlias = Found | Several | InExcluded | Cut | OutOfContext | Absent | EndAbsent


def locate(selector: Selector, text: SourceText) -> Location:
    """Where the words of a selector stand in a source, or why no one place can be named."""
    if isinstance(selector, RangeSelector):
        return _locate_range(selector, text)
    return _locate_quote(selector, text)


def _locate_quote(selector: TextQuoteSelector, text: SourceText) -> Location:
    words = normalise_words(selector.exact)
    allowed, hindrance = _citable(_in_context(words, selector, text), text)
    if len(allowed) > 1:
        return Several(extents=tuple(allowed))
    if allowed:
        return Found(extent=allowed[0], verdict=_verdict(allowed[0], selector.exact, text))
    if selector.prefix or selector.suffix:
        allowed, hindrance = _citable(_extents(words, text), text)
        if len(allowed) == 1 and len(words.split()) >= DISTINCTIVE:
            return Found(extent=allowed[0], verdict=Verdict.MOVED)
        if allowed:
            return OutOfContext(extents=tuple(allowed))
    return hindrance or Absent(words=words)


def _locate_range(selector: RangeSelector, text: SourceText) -> Location:
    first = _locate_quote(TextQuoteSelector(exact=selector.start), text)
    if not isinstance(first, Found):
        return first
    words = normalise_words(selector.end)
    cut = None
    for last in _extents(words, text, after=first.extent.start):
        cut_here = _cut(last, text, cut)
        if cut_here is None and last.end >= first.extent.end:
            break
        cut = cut or cut_here
    else:
        return cut or EndAbsent(start=first.extent, words=words)
    extent = Extent(start=first.extent.start, end=last.end)
    region = _exclusion_of(extent, text)
    if region:
        return InExcluded(extent=extent, excluded=region)
    last_verdict = _verdict(last, selector.end, text)
    verdicts = {first.verdict, last_verdict}
    return Found(
        extent=extent, verdict=Verdict.VERBATIM if verdicts == {Verdict.VERBATIM} else Verdict.NORMALISED
    )


def _extents(words: str, text: SourceText, after: int = 0) -> Iterator[Extent]:
    """The places of some words, from an offset on; of those that begin inside one word only the first."""
    line = running(text.canonical)
    start = line.find(words, after) if words else -1
    while start >= 0:
        yield Extent(start=start, end=start + len(words))
        rest = _REST_OF_WORD.match(line, start) if inside_word(line, start) else None
        start = line.find(words, rest.end() if rest else start + 1)


def _citable(extents: Iterable[Extent], text: SourceText) -> tuple[list[Extent], InExcluded | Cut | None]:
    """The extents that may be cited, up to `MOST_PLACES`, and what is in the way of the others.

    An extent must cut no word or figure in two and lie in no excluded region, which is the weightier reason.
    """
    citable: list[Extent] = []
    excluded: InExcluded | None = None
    first_cut: Cut | None = None
    for extent in extents:
        if cut := _cut(extent, text, first_cut):
            first_cut = cut
        elif region := _exclusion_of(extent, text):
            excluded = excluded or InExcluded(extent=extent, excluded=region)
        else:
            citable.append(extent)
            if len(citable) == MOST_PLACES:
                break
    return citable, excluded or first_cut


def _cut(extent: Extent, text: SourceText, first: Cut | None) -> Cut | None:
    """How an extent cuts a word or figure in two, if it does; the `first` one known serves for others."""
    line = running(text.canonical)
    if first and (inside_word(line, extent.start) or inside_word(line, extent.end)):
        return first
    if piece := _piece_at(text, extent.start):
        return first or Cut(extent=extent, piece=piece, edge="begin")
    if piece := _piece_at(text, extent.end):
        return first or Cut(extent=extent, piece=piece, edge="end")
    return None


def _piece_at(text: SourceText, offset: int) -> str:
    """The word or figure that a boundary cuts in two; none goes from one cell of a table into the next."""
    piece = cut_at(running(text.canonical), offset)
    if not piece or "\t" not in text.words:
        return piece
    start = max(0, offset - _NEAR)
    return cut_at(celled(text, Extent(start=start, end=offset + _NEAR)), offset - start)


def _exclusion_of(extent: Extent, text: SourceText) -> Excluded | None:
    return next((region for region in text.excluded if region.extent.overlaps(extent)), None)


def _in_context(words: str, selector: TextQuoteSelector, text: SourceText) -> Iterable[Extent]:
    """The places of some words between the selector's prefix and suffix.

    White space may lie between; where no place fits so strictly, quotation marks and other signs may too.
    """
    extents = _extents(words, text)
    if not selector.prefix and not selector.suffix:
        return extents
    everywhere = list(extents)
    before, after = normalise_words(selector.prefix), normalise_words(selector.suffix)
    strict = [extent for extent in everywhere if _stands_between(extent, before, after, text, " ")]
    return strict or [extent for extent in everywhere if _stands_between(extent, before, after, text, r"\W")]


def _stands_between(extent: Extent, before: str, after: str, text: SourceText, gap: str) -> bool:
    line = running(text.canonical)
    if before:
        before = re.sub(f"(?:{gap})+$", "", before)
        end = _skipped_back(line, extent.start, gap)
        start = end - len(before)
        if start < 0 or line[start:end] != before or _piece_at(text, start):
            return False
    if after:
        after = re.sub(f"^(?:{gap})+", "", after)
        start = _skipped(line, extent.end, gap)
        if not line.startswith(after, start) or _piece_at(text, start + len(after)):
            return False
    return True


def _skipped(line: str, offset: int, gap: str) -> int:
    found = re.compile(f"(?:{gap})*").match(line, offset)
    return found.end() if found else offset


def _skipped_back(line: str, offset: int, gap: str) -> int:
    sign = re.compile(gap)
    while offset and sign.match(line, offset - 1):
        offset -= 1
    return offset


def _verdict(extent: Extent, quoted: str, text: SourceText) -> Verdict:
    return Verdict.VERBATIM if exact_words(text, extent) == quoted else Verdict.NORMALISED
