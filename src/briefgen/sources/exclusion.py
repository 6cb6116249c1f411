"""Regions of a source that may not be cited: navigation, comments, adverts, related headlines."""

from __future__ import annotations

from bisect import bisect_right

from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.model.evidence import Excluded, Extent
from briefgen.text.boundaries import cut_at, occurrences
from briefgen.text.normalise import normalise_words
from briefgen.values import dataclass

START = "start"
"""As an exclusion's first words: from the start of the source."""

END = "end"
"""As an exclusion's last words: to the end of the source."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exclusion:
    """A region as the register names it: from the words `start` to the words `end`, both included.

    `START` and `END` stand for the ends of the source; without `end`, the region is the words `start` alone.
    """

    start: str
    end: str
    because: str
    span: Span


def exclude(
    exclusion: Exclusion, canonical: str, paragraphs: tuple[Extent, ...]
) -> tuple[Excluded | None, list[Diagnostic]]:
    """Where an exclusion lies in a text; a finding instead where its words are not there or not only there.

    Words that stand more than once mean the place where they are a paragraph by themselves, or else the one
    where they begin a paragraph.
    """
    if exclusion.start == START:
        first = Extent(start=0, end=0)
    else:
        firsts = _extents(exclusion.start, canonical, 0)
        firsts = _preferred(firsts, paragraphs)
        if len(firsts) != 1:
            return None, [_unplaced(exclusion, exclusion.start, "from", firsts, paragraphs)]
        first = firsts[0]
    if exclusion.end == END:
        last = Extent(start=first.start, end=len(canonical))
    elif exclusion.end:
        lasts = _extents(exclusion.end, canonical, first.end)
        if not lasts:
            return None, [_unplaced(exclusion, exclusion.end, "to", lasts, paragraphs)]
        last = lasts[0]
    else:
        last = first
    return Excluded(extent=Extent(start=first.start, end=last.end), because=exclusion.because), []


def _extents(words: str, canonical: str, after: int) -> list[Extent]:
    wanted = normalise_words(words)
    flat = canonical.replace("\n", " ")
    found = [Extent(start=at, end=at + len(wanted)) for at in occurrences(wanted, flat, after)]
    return [extent for extent in found if not cut_at(flat, extent.start) and not cut_at(flat, extent.end)]


def _preferred(extents: list[Extent], paragraphs: tuple[Extent, ...]) -> list[Extent]:
    whole = [extent for extent in extents if extent in paragraphs]
    starts = {paragraph.start for paragraph in paragraphs}
    return whole or [extent for extent in extents if extent.start in starts] or extents


def _unplaced(
    exclusion: Exclusion, words: str, key: str, found: list[Extent], paragraphs: tuple[Extent, ...]
) -> Diagnostic:
    if not found:
        where = "after the words of `from`" if key == "to" else "in the source"
        return error(
            "SR424",
            f"cannot exclude: “{words}” (`{key}`) does not stand {where}",
            exclusion.span,
            hint="copy the words from the source; `end` means its end and `start` its start; what a web page "
            "itself marks as menu, aside or footer is left out already",
        )
    starts = [paragraph.start for paragraph in paragraphs]
    numbers = ", ".join(str(bisect_right(starts, extent.start)) for extent in found)
    return error(
        "SR425",
        f"cannot exclude: “{words}” (`{key}`) stands {len(found)} times, in paragraphs {numbers}",
        exclusion.span,
        hint="give more words, so that they stand only once",
    )
