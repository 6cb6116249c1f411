"""The words of a source that are most like some words: a place to look at, never a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.anchoring.differences import is_denial
from briefgen.anchoring.tracing import running
from briefgen.model.evidence import Extent, SourceText
from briefgen.text.boundaries import UNSPACED

LIKE = 65.0
"""Of 100. Words less alike than this are other words, not a version of the same."""

FAINTLY_LIKE = 58.0
"""Of 100. Words less alike than this are not worth showing."""

_WORD = re.compile(rf"[{UNSPACED}]|[^\s{UNSPACED}]+")
_LETTERS = re.compile(r"\w+")
_OPENING = re.compile(r"[\"'(\[]+")
_CLOSING = "\"')].,;:"
_LONGEST_WORD = 60
"""Characters. Where no space is so far back, the script sets none, or the word is none."""

_FEW_PAIRS = 4_000
"""Of beginnings and ends. More are not tried each with each, but one after the other."""

_LONG = 500
_PIECE = 128
"""Characters of a quotation that is looked for in pieces, and of a piece."""

_MOST_SLACK = 250
"""Characters that the ends of a quotation are looked for around the place where they seem to be."""

_SIGNS = "\"'()[].,;:!?"


def nearest(words: str, text: SourceText, after: int = 0) -> tuple[Extent, float] | None:
    """The place of the most similar words, in whole words, and how like they are, of 100.

    Only places that may be cited are looked at, from an offset on. None where nothing is even faintly like.
    """
    from rapidfuzz import fuzz

    line = " " * after + _citable(text)[after:]
    rough = _rough(_folded(words), _folded(line))
    if rough is None:
        return None
    slack = 12 + min(len(words) // 6, _MOST_SLACK)
    earliest = max(0, rough.start - slack)
    farthest = max(0, earliest - _LONGEST_WORD)
    space = line.rfind(" ", farthest, earliest)
    first = space + 1 if space >= 0 else earliest if farthest else 0
    borders = [found.span() for found in _WORD.finditer(line, first, rough.end + 2 * slack)]
    starts = [start for start, _ in borders if start <= rough.start + slack]
    ends = [end for _, end in borders if end >= rough.end - slack]
    wanted = _folded(words)

    def best_of(choices: Iterable[tuple[int, int]]) -> tuple[float, Extent] | None:
        extents = (_trimmed(line, start, end, words) for start, end in choices if start < end)
        scored = ((fuzz.ratio(wanted, _folded(line[one.start : one.end])), one) for one in extents)
        return max(scored, key=lambda one: (one[0], one[1].start - one[1].end), default=None)

    if len(starts) * len(ends) <= _FEW_PAIRS:
        found = best_of((start, end) for start in starts for end in ends)
    else:
        found = best_of((start, rough.end) for start in starts)
        if found:
            start = found[1].start
            found = best_of((start, end) for end in ends)
        if found:
            end = found[1].end
            found = best_of((start, end) for start in starts)
    if found is None:
        return None
    score, best = found
    return (_evened(best, line, words), score) if score >= FAINTLY_LIKE else None


def _rough(words: str, line: str) -> Extent | None:
    """About where the words that are most like some words stand.

    Long words are looked for by three pieces of them: the whole would take a time that grows with its square
    in a text that says the same over and over.
    """
    from rapidfuzz import fuzz

    if len(words) <= _LONG:
        found = fuzz.partial_ratio_alignment(words, line, score_cutoff=FAINTLY_LIKE)
        return Extent(start=found.dest_start, end=found.dest_end) if found else None
    best, likeness = None, 0.0
    for offset in (0, (len(words) - _PIECE) // 2, len(words) - _PIECE):
        piece = words[offset : offset + _PIECE]
        found = fuzz.partial_ratio_alignment(piece, line, score_cutoff=FAINTLY_LIKE)
        if found:
            start = max(0, found.dest_start - offset)
            extent = Extent(start=start, end=min(len(line), start + len(words)))
            score = fuzz.ratio(words, line[extent.start : extent.end])
            best, likeness = (extent, score) if score > likeness else (best, likeness)
    return best


def _citable(text: SourceText) -> str:
    line = running(text.canonical)
    for region in text.excluded:
        start, end = region.extent.start, region.extent.end
        line = line[:start] + " " * (end - start) + line[end:]
    return line


def _evened(extent: Extent, line: str, words: str) -> Extent:
    """Grown by the words at its ends that stand in the place of the first and the last word looked for.

    Likeness alone leaves them off: "60-70 miles" is more like "60-70" than like "60-70 kilometres". A word of
    denial just before or after belongs to the place too.
    """
    wanted = _bare(words)
    start, end = extent.start, extent.end
    alike = _letters(line[start:end]) == _letters(words)
    while following := _WORD.match(line, end + (line[end : end + 1] == " ")):
        held, last = _bare(line[start:end]), _bare(following[0])
        parted = held[-1:] != wanted[-1:]
        if (
            not alike
            and len(held) < len(wanted)
            and (parted or (last and set(last) <= set(wanted) - set(held)))
        ):
            end = following.start() + (len(following[0].rstrip(_SIGNS)) or len(following[0]))
        elif parted and last and is_denial(last[-1]):
            end = following.end()
        else:
            break
    while start:
        before = line.rfind(" ", 0, max(0, start - 1)) + 1
        held, first = _bare(line[start:end]), _bare(line[before:start])
        short = not alike and len(held) < len(wanted) and held[:1] != wanted[:1]
        if short or (first and is_denial(first[0])):
            start = before
        else:
            break
    return Extent(start=start, end=end)


def _letters(words: str) -> str:
    return "".join(_LETTERS.findall(_folded(words)))


def _bare(words: str) -> list[str]:
    return [bare for word in _folded(words).split() if (bare := word.strip(_SIGNS))]


def _folded(words: str) -> str:
    lower = words.lower()
    return lower if len(lower) == len(words) else words


def _trimmed(line: str, start: int, end: int, words: str) -> Extent:
    """Without the signs around the words where the words looked for have none."""
    opening = _OPENING.match(line, start, end)
    if opening and not _OPENING.match(words):
        start = opening.end()
    if not words.endswith(tuple(_CLOSING)):
        bare = len(line[start:end].rstrip(_CLOSING))
        end = start + bare if bare else end
    return Extent(start=start, end=end)
