"""The words of a source that are most like some words: a place to look at, never a verdict."""

from __future__ import annotations

import re

from briefgen.anchoring.tracing import running
from briefgen.model.evidence import Extent, SourceText

LIKE = 65.0
"""Of 100. Words less alike than this are other words, not a version of the same."""

FAINTLY_LIKE = 58.0
"""Of 100. Words less alike than this are not worth showing."""

_WORD = re.compile(r"\S+")
_OPENING = re.compile(r"[\"'(\[]+")
_CLOSING = re.compile(r"[\"')\].,;:]+$")
_SIGNS = "\"'()[].,;:!?"


def nearest(words: str, text: SourceText) -> tuple[Extent, float] | None:
    """The place of the most similar words, in whole words, and how like they are, of 100.

    Only places that may be cited are looked at. None where nothing is even faintly like.
    """
    from rapidfuzz import fuzz

    line = _citable(text)
    rough = fuzz.partial_ratio_alignment(_folded(words), _folded(line), score_cutoff=FAINTLY_LIKE)
    if rough is None:
        return None
    slack = 12 + len(words) // 6
    first = line.rfind(" ", 0, max(0, rough.dest_start - slack)) + 1
    borders = [found.span() for found in _WORD.finditer(line, first, rough.dest_end + 2 * slack)]
    starts = [start for start, _ in borders if start <= rough.dest_start + slack]
    ends = [end for _, end in borders if end >= rough.dest_end - slack]
    choices = [(start, end) for start in starts for end in ends if start < end]
    if not choices:
        return None
    whole, wanted = [_trimmed(line, start, end, words) for start, end in choices], _folded(words)
    score, _, best = max(
        (fuzz.ratio(wanted, _folded(line[extent.start : extent.end])), -extent.start, extent)
        for extent in whole
    )
    return (_evened(best, line, words), score) if score >= FAINTLY_LIKE else None


def _citable(text: SourceText) -> str:
    line = running(text.canonical)
    for region in text.excluded:
        start, end = region.extent.start, region.extent.end
        line = line[:start] + " " * (end - start) + line[end:]
    return line


def _evened(extent: Extent, line: str, words: str) -> Extent:
    """Grown by the words at its ends that stand in the place of the first and the last word looked for.

    Likeness alone leaves them off: "60-70 miles" is more like "60-70" than like "60-70 kilometres".
    """
    wanted = [word.strip(_SIGNS) for word in _folded(words).split()]
    start, end = extent.start, extent.end

    def held() -> list[str]:
        return [word.strip(_SIGNS) for word in _folded(line[start:end]).split()]

    while len(held()) < len(wanted) and held()[-1] != wanted[-1]:
        following = _WORD.match(line, end + 1) if line[end : end + 1] == " " else None
        if not following:
            break
        end = following.start() + len(following[0].rstrip(_SIGNS)) or following.end()
    while len(held()) < len(wanted) and held()[0] != wanted[0] and line[start - 1 : start] == " ":
        start = line.rfind(" ", 0, start - 1) + 1
    return Extent(start=start, end=end)


def _folded(words: str) -> str:
    lower = words.lower()
    return lower if len(lower) == len(words) else words


def _trimmed(line: str, start: int, end: int, words: str) -> Extent:
    """Without the signs around the words where the words looked for have none."""
    opening = _OPENING.match(line, start, end)
    if opening and not _OPENING.match(words):
        start = opening.end()
    closing = _CLOSING.search(line, start, end)
    if closing and closing.start() > start and not _CLOSING.search(words):
        end = closing.start()
    return Extent(start=start, end=end)
