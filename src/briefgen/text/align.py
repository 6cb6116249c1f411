"""Which segment of one text became which of another: the same, reworded, moved, split or joined.

A name that both segments carry is a hint, for names stay behind when people cut and paste. How much of the
words is shared decides.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence

from rapidfuzz.distance import Indel

from briefgen.values import dataclass

SIMILAR = 0.55
"""Share of words in common from which two segments count as versions of one, without a hint."""

RELATED = 0.3
"""The same with a hint: a segment rewritten in its place."""

PART = 0.75
"""Share of words that the pieces of a split or joined segment must have in common with the whole."""

_LONGEST_RUN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A paragraph-like stretch of text: its words, its kind (a heading, a cell), and a name or none."""

    words: tuple[str, ...]
    kind: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The old segments (by index) that became the new ones: 1:1 as a rule, 1:n split, n:1 joined.

    `moved` segments stand in another order among those that stayed.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    moved: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Matches in the order of the new text, and what stands on one side only."""

    matches: tuple[Match, ...]
    deleted: tuple[int, ...]
    inserted: tuple[int, ...]


def similarity(left: Sequence[str], right: Sequence[str], at_least: float = 0.0) -> float:
    """Share of words in common and in order, from 0 to 1; 0 where it falls below `at_least`."""
    return Indel.normalized_similarity(left, right, score_cutoff=at_least)


def align(old: Sequence[Segment], new: Sequence[Segment]) -> Alignment:
    """The likeliest history of the new segments."""
    pairs = _Pairs(old, new)
    pairs.add_all(_same_name_and_words(old, new))
    pairs.add_all(_same_words_in_place(pairs))
    pairs.add_all(_same_words(pairs))
    pairs.add_all(_same_name(pairs))
    pairs.add_all(_alike(pairs))
    pairs.add_all(_replaced(pairs))
    split = dict(_pieces(old, new, pairs.new_of))
    joined = dict(_pieces(new, old, pairs.old_of))
    return _alignment(pairs, split, joined)


class _Pairs:
    """One-to-one matches found so far."""

    def __init__(self, old: Sequence[Segment], new: Sequence[Segment]) -> None:
        self.old, self.new = old, new
        self.new_of: dict[int, int] = {}
        self.old_of: dict[int, int] = {}

    def add_all(self, found: Iterator[tuple[int, int]]) -> None:
        for i, j in found:
            if i not in self.new_of and j not in self.old_of:
                self.new_of[i], self.old_of[j] = j, i

    def loose_old(self) -> list[int]:
        return [i for i in range(len(self.old)) if i not in self.new_of]

    def loose_new(self) -> list[int]:
        return [j for j in range(len(self.new)) if j not in self.old_of]


def _same_name_and_words(old: Sequence[Segment], new: Sequence[Segment]) -> Iterator[tuple[int, int]]:
    named = {segment.hint: i for i, segment in enumerate(old) if segment.hint}
    for j, segment in enumerate(new):
        i = named.get(segment.hint)
        if i is not None and old[i].words == segment.words:
            yield i, j


def _same_words_in_place(pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """Equal segments next to a pair already found: of a segment and its copy, the one that stayed."""
    for i, j in list(pairs.new_of.items()):
        for step in (1, -1):
            at, to = i + step, j + step
            while _equal_and_loose(pairs, at, to):
                yield at, to
                at, to = at + step, to + step


def _equal_and_loose(pairs: _Pairs, i: int, j: int) -> bool:
    if not (0 <= i < len(pairs.old) and 0 <= j < len(pairs.new)) or i in pairs.new_of or j in pairs.old_of:
        return False
    was, now = pairs.old[i], pairs.new[j]
    return bool(was.words) and (was.kind, was.words) == (now.kind, now.words)


def _same_words(pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """Equal segments, the nearest first, so that repeated ones (cells, short headings) keep their order."""
    places: defaultdict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
    for i in pairs.loose_old():
        places[pairs.old[i].kind, pairs.old[i].words].append(i)
    for j in pairs.loose_new():
        segment = pairs.new[j]
        same = places[segment.kind, segment.words]
        if segment.words and same and not _rewritten_in_place(pairs, j, same):
            yield same.pop(0), j


def _rewritten_in_place(pairs: _Pairs, j: int, same: Sequence[int]) -> bool:
    """Whether a short segment happens to equal others while its own name says that it is another's."""
    hint = pairs.new[j].hint
    return bool(hint) and len(pairs.new[j].words) < 3 and all(pairs.old[i].hint != hint for i in same)


def _same_name(pairs: _Pairs) -> Iterator[tuple[int, int]]:
    loose_old, loose_new = pairs.loose_old(), pairs.loose_new()
    named = {pairs.old[i].hint: i for i in loose_old if pairs.old[i].hint}
    for j in loose_new:
        i = named.get(pairs.new[j].hint)
        if i is None:
            continue
        shared = similarity(pairs.old[i].words, pairs.new[j].words)
        bar = max(shared, SIMILAR) + 1e-9
        elsewhere = any(similarity(pairs.old[i].words, pairs.new[k].words, bar) for k in loose_new if k != j)
        other = any(similarity(pairs.old[k].words, pairs.new[j].words, bar) for k in loose_old if k != i)
        if not elsewhere and not other and (shared >= RELATED or _stands_between(pairs, i, j)):
            yield i, j


def _stands_between(pairs: _Pairs, i: int, j: int) -> bool:
    """Whether the segments before and after match: then this one was rewritten where it stood."""
    before = i == j == 0 or (i > 0 and pairs.new_of.get(i - 1) == j - 1)
    last = i == len(pairs.old) - 1 and j == len(pairs.new) - 1
    return before and (last or (i + 1 < len(pairs.old) and pairs.new_of.get(i + 1) == j + 1))


def _alike(pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """What shares most words, best first; of equals, what stands nearest."""
    found = []
    loose_new = pairs.loose_new()
    for i in pairs.loose_old():
        for j in loose_new:
            shared = similarity(pairs.old[i].words, pairs.new[j].words, SIMILAR)
            if shared and pairs.old[i].words:
                other_kind = pairs.old[i].kind != pairs.new[j].kind
                found.append((-shared, other_kind, abs(i - j), i, j))
    for _, _, _, i, j in sorted(found):
        yield i, j


def _replaced(pairs: _Pairs) -> Iterator[tuple[int, int]]:
    """Segments between the same neighbours, as many as before and of the same kinds: written anew."""
    before = (-1, -1)
    for i, j in [*sorted(pairs.new_of.items()), (len(pairs.old), len(pairs.new))]:
        old, new = range(before[0] + 1, i), range(before[1] + 1, j)
        loose = all(k not in pairs.new_of for k in old) and all(k not in pairs.old_of for k in new)
        kinds = [pairs.old[k].kind for k in old] == [pairs.new[k].kind for k in new]
        if loose and kinds:
            yield from zip(old, new, strict=True)
        before = (i, j)


def _pieces(
    wholes: Sequence[Segment], pieces: Sequence[Segment], piece_of: dict[int, int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Segments that were cut into several neighbouring ones, with these."""
    taken = set(piece_of.values())
    for i, whole in enumerate(wholes):
        runs = _runs(piece_of[i], len(pieces), taken) if i in piece_of else _loose_runs(len(pieces), taken)
        best, best_run = PART, range(0)
        if i in piece_of:
            best = max(best, similarity(whole.words, pieces[piece_of[i]].words) + 0.1)
        for run in runs if len(whole.words) > 3 else ():
            shared = similarity(whole.words, _words(pieces, run))
            if shared > best and all(_is_part(whole, pieces[j]) for j in run):
                best, best_run = shared, run
        if best_run:
            taken.update(best_run)
            yield i, tuple(best_run)


def _runs(centre: int, length: int, taken: set[int]) -> Iterator[range]:
    """Runs of neighbours around `centre` that are free but for itself."""
    first = centre
    while first > 0 and first - 1 not in taken and centre - first < _LONGEST_RUN:
        first -= 1
    last = centre + 1
    while last < length and last not in taken and last - centre < _LONGEST_RUN:
        last += 1
    for start in range(first, centre + 1):
        for end in range(max(centre + 1, start + 2), last + 1):
            yield range(start, end)


def _loose_runs(length: int, taken: set[int]) -> Iterator[range]:
    for start in range(length):
        for end in range(start + 1, min(length, start + _LONGEST_RUN) + 1):
            if end - 1 in taken:
                break
            if end - start > 1:
                yield range(start, end)


def _words(segments: Sequence[Segment], run: range) -> tuple[str, ...]:
    return tuple(word for j in run for word in segments[j].words)


def _is_part(whole: Segment, piece: Segment) -> bool:
    """Whether most of a piece's words stand in the whole, in order."""
    if not piece.words:
        return False
    common = (len(whole.words) + len(piece.words) - Indel.distance(whole.words, piece.words)) / 2
    return common >= 0.7 * len(piece.words)


def _alignment(
    pairs: _Pairs, split: dict[int, tuple[int, ...]], joined: dict[int, tuple[int, ...]]
) -> Alignment:
    used_new = {j for run in split.values() for j in run}
    joined = {j: run for j, run in joined.items() if j not in used_new and not any(i in split for i in run)}
    used_old = {i for run in joined.values() for i in run}
    matches = [Match(old=(i,), new=run) for i, run in split.items()]
    matches += [Match(old=run, new=(j,)) for j, run in joined.items()]
    matches += [
        Match(old=(i,), new=(j,))
        for i, j in pairs.new_of.items()
        if i not in split and i not in used_old and j not in joined and j not in used_new
    ]
    matches.sort(key=lambda match: match.new)
    staying = longest_rising([match.old[0] for match in matches])
    matches = [
        Match(old=match.old, new=match.new, moved=index not in staying) for index, match in enumerate(matches)
    ]
    placed_old = {i for match in matches for i in match.old}
    placed_new = {j for match in matches for j in match.new}
    return Alignment(
        matches=tuple(matches),
        deleted=tuple(i for i in range(len(pairs.old)) if i not in placed_old),
        inserted=tuple(j for j in range(len(pairs.new)) if j not in placed_new),
    )


def longest_rising(values: Sequence[int]) -> set[int]:
    """Indices of a longest subsequence of rising values."""
    ends: list[int] = []
    at: list[int] = []
    before: list[int] = []
    for index, value in enumerate(values):
        place = bisect_left(ends, value)
        before.append(at[place - 1] if place else -1)
        if place == len(ends):
            ends.append(value)
            at.append(index)
        else:
            ends[place], at[place] = value, index
    found: set[int] = set()
    index = at[-1] if at else -1
    while index >= 0:
        found.add(index)
        index = before[index]
    return found
