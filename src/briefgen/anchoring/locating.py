"""Finding a selector's words in a source, letter for letter once typography is set aside.

What is found here was written so. Likeness plays no part: see `nearest` for words that are not found.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, TypeAlias

from briefgen.anchoring.tracing import exact_words, running
from briefgen.model.evidence import (
    Excluded,
    Extent,
    RangeSelector,
    Selector,
    SourceText,
    TextQuoteSelector,
    Verdict,
)
from briefgen.text.normalise import normalise_words
from briefgen.text.places import cut_at, places
from briefgen.values import dataclass

DISTINCTIVE = 5
"""Words. A quotation at least this long is known by itself where its context has changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The words stand at one place only, or at one with the context asked for."""

    extent: Extent
    verdict: Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Several:
    """The words stand at more than one place, and the selector does not say which is meant."""

    extents: tuple[Extent, ...]


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
    everywhere = _extents(words, text)
    fitting = _in_context(everywhere, selector, text)
    uncut, cut = _split_by_cut(fitting, text)
    allowed = _citable(uncut, text)
    if len(allowed) > 1:
        return Several(extents=tuple(allowed))
    if allowed:
        return Found(extent=allowed[0], verdict=_verdict(allowed[0], selector.exact, text))
    if len(fitting) < len(everywhere):
        uncut, cut = _split_by_cut(everywhere, text)
        allowed = _citable(uncut, text)
        if len(allowed) == 1 and len(words.split()) >= DISTINCTIVE:
            return Found(extent=allowed[0], verdict=Verdict.MOVED)
        if allowed:
            return OutOfContext(extents=tuple(allowed))
    return _refused(uncut, text) or cut or Absent(words=words)


def _locate_range(selector: RangeSelector, text: SourceText) -> Location:
    first = _locate_quote(TextQuoteSelector(exact=selector.start), text)
    if not isinstance(first, Found):
        return first
    words = normalise_words(selector.end)
    uncut, cut = _split_by_cut(_extents(words, text, after=first.extent.start), text)
    following = [last for last in uncut if last.end >= first.extent.end]
    if not following:
        return cut or EndAbsent(start=first.extent, words=words)
    extent = Extent(start=first.extent.start, end=following[0].end)
    refused = _refused([extent], text)
    if refused:
        return refused
    last_verdict = _verdict(following[0], selector.end, text)
    verdicts = {first.verdict, last_verdict}
    return Found(
        extent=extent, verdict=Verdict.VERBATIM if verdicts == {Verdict.VERBATIM} else Verdict.NORMALISED
    )


def _extents(words: str, text: SourceText, after: int = 0) -> list[Extent]:
    """All places of some words, from an offset on."""
    return [
        Extent(start=start, end=start + len(words)) for start in places(words, running(text.canonical), after)
    ]


def _split_by_cut(extents: list[Extent], text: SourceText) -> tuple[list[Extent], Cut | None]:
    """The extents that cut no word or figure in two, and the first that does."""
    line = running(text.canonical)
    uncut, first_cut = [], None
    for extent in extents:
        if piece := cut_at(line, extent.start):
            first_cut = first_cut or Cut(extent=extent, piece=piece, edge="begin")
        elif piece := cut_at(line, extent.end):
            first_cut = first_cut or Cut(extent=extent, piece=piece, edge="end")
        else:
            uncut.append(extent)
    return uncut, first_cut


def _citable(extents: list[Extent], text: SourceText) -> list[Extent]:
    return [extent for extent in extents if not _exclusion_of(extent, text)]


def _exclusion_of(extent: Extent, text: SourceText) -> Excluded | None:
    return next((region for region in text.excluded if region.extent.overlaps(extent)), None)


def _refused(extents: Sequence[Extent], text: SourceText) -> InExcluded | None:
    for extent in extents:
        if region := _exclusion_of(extent, text):
            return InExcluded(extent=extent, excluded=region)
    return None


def _in_context(extents: list[Extent], selector: TextQuoteSelector, text: SourceText) -> list[Extent]:
    """The extents that stand between the selector's prefix and suffix.

    White space may lie between; where no place fits so strictly, quotation marks and other signs may too.
    """
    if not selector.prefix and not selector.suffix:
        return extents
    before, after = normalise_words(selector.prefix), normalise_words(selector.suffix)
    strict = [extent for extent in extents if _stands_between(extent, before, after, text, " ")]
    return strict or [extent for extent in extents if _stands_between(extent, before, after, text, r"\W")]


def _stands_between(extent: Extent, before: str, after: str, text: SourceText, gap: str) -> bool:
    line = running(text.canonical)
    if before:
        before = re.sub(f"(?:{gap})+$", "", before)
        end = _skipped_back(line, extent.start, gap)
        start = end - len(before)
        if start < 0 or line[start:end] != before or cut_at(line, start):
            return False
    if after:
        after = re.sub(f"^(?:{gap})+", "", after)
        start = _skipped(line, extent.end, gap)
        if not line.startswith(after, start) or cut_at(line, start + len(after)):
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
