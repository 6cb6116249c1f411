"""Three-way merging of token sequences: two people changed the same text, and neither may lose a word.

Changes far apart are merged. Changes of the same words, or side by side, are a clash, and both readings are
kept. Where one side touched a figure or a negation, its whole sentence is one claim: any other change of that
sentence by the other side is a clash too, for a merge of the two would be a claim that nobody made.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from rapidfuzz.distance import Indel

from briefgen.text.tokens import PLAIN, Attributes, Token, Tokens, ends_sentence, is_guarded
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The tokens `start` up to `end` of the old sequence give way to those of the new one."""

    start: int
    end: int
    new_start: int
    new_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Tokens of the merge that nobody disputes."""

    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """What was there, and what each side made of it."""

    base: Tokens
    ours: Tokens
    theirs: Tokens


Chunk: TypeAlias = Agreed | Clash


def changes_between(old: Sequence[Token], new: Sequence[Token]) -> tuple[Change, ...]:
    """What changed in the words, in order, with at least one unchanged word between two changes.

    How words are set is not compared; see `restyled`.
    """
    found: list[Change] = []
    for step in Indel.opcodes([token.key for token in old], [token.key for token in new]):
        if step.tag == "equal":
            continue
        change = Change(
            start=step.src_start, end=step.src_end, new_start=step.dest_start, new_end=step.dest_end
        )
        if found and not _separates(old[found[-1].end : change.start]):
            change = Change(
                start=found[-1].start, end=change.end, new_start=found[-1].new_start, new_end=change.new_end
            )
            found.pop()
        found.append(change)
    return tuple(found)


def _separates(between: Sequence[Token]) -> bool:
    return any(token.kind != "space" for token in between)


def kept(changes: Iterable[Change], length: int) -> Iterator[tuple[int, int]]:
    """Pairs of positions of the tokens that stand in both sequences, the old one `length` tokens long."""
    old = new = 0
    for change in (*changes, Change(start=length, end=length, new_start=-1, new_end=-1)):
        while old < change.start:
            yield old, new
            old, new = old + 1, new + 1
        old, new = change.end, change.new_end


def restyled(old: Sequence[Token], new: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Pairs of positions of the tokens that stayed the same words but are set another way."""
    pairs = kept(changes_between(old, new), len(old))
    return tuple((i, j) for i, j in pairs if old[i].attributes != new[j].attributes)


def merge(base: Sequence[Token], ours: Sequence[Token], theirs: Sequence[Token]) -> tuple[Chunk, ...]:
    """Both sides' changes of `base`, merged where that is safe, with both readings where it is not."""
    was = tuple(base)
    if was in (tuple(ours), tuple(theirs)):
        changed = tuple(theirs if tuple(ours) == was else ours)
        return (Agreed(tokens=changed),) if changed else ()
    sides = (_Side.of(base, ours), _Side.of(base, theirs))
    agreed = {change for change in sides[0].edits if change in sides[1].edits}
    chunks: list[Chunk] = []
    at = 0
    for start, end in _regions(base, sides, agreed):
        chunks.extend(_untouched(base, sides, at, start))
        chunks.append(_settled(base, sides, start, end))
        at = end
    chunks.extend(_untouched(base, sides, at, len(base)))
    return tuple(_joined(chunks))


_Edit: TypeAlias = tuple[int, int, tuple[tuple[str, str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    tokens: Sequence[Token]
    changes: tuple[Change, ...]
    place: dict[int, int]

    @classmethod
    def of(cls, base: Sequence[Token], tokens: Sequence[Token]) -> _Side:
        changes = changes_between(base, tokens)
        return cls(tokens=tokens, changes=changes, place=dict(kept(changes, len(base))))

    @property
    def edits(self) -> tuple[_Edit, ...]:
        return tuple(
            (
                change.start,
                change.end,
                tuple(token.key for token in self.tokens[change.new_start : change.new_end]),
            )
            for change in self.changes
        )

    def reading(self, start: int, end: int) -> Tokens:
        """This side's tokens for a stretch of the base whose borders lie inside no change of this side."""
        inside = [change for change in self.changes if start <= change.start and change.end <= end]
        touched = [self.place[at] for at in range(start, end) if at in self.place]
        firsts = [change.new_start for change in inside] + touched
        lasts = [change.new_end for change in inside] + [at + 1 for at in touched]
        return tuple(self.tokens[min(firsts) : max(lasts)]) if firsts else ()


def _regions(base: Sequence[Token], sides: tuple[_Side, _Side], agreed: set[_Edit]) -> list[tuple[int, int]]:
    """The stretches of the base that are settled as a whole: clashing changes together, others alone."""
    regions: list[_Region] = []
    for index, side in enumerate(sides):
        for edit, change in zip(side.edits, side.changes, strict=True):
            lone = edit in agreed
            touched = (*base[change.start : change.end], *side.tokens[change.new_start : change.new_end])
            wide = not lone and any(is_guarded(token) for token in touched)
            start, end = _sentence(base, change) if wide else (change.start, change.end)
            regions.append(
                _Region(
                    start=change.start,
                    end=change.end,
                    reach_start=start,
                    reach_end=end,
                    sides=frozenset((0, 1) if lone else (index,)),
                )
            )
    return sorted({(region.start, region.end) for region in _united(regions)})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Region:
    start: int
    end: int
    reach_start: int
    reach_end: int
    sides: frozenset[int]

    def clashes(self, other: _Region) -> bool:
        if self.start < other.end and other.start < self.end:
            return True
        if (self.start, self.end) == (other.start, other.end):
            return True
        if len(self.sides | other.sides) < 2:
            return False
        return (self.reach_start <= other.end and other.start <= self.reach_end) or (
            other.reach_start <= self.end and self.start <= other.reach_end
        )

    def union(self, other: _Region) -> _Region:
        return _Region(
            start=min(self.start, other.start),
            end=max(self.end, other.end),
            reach_start=min(self.reach_start, other.reach_start),
            reach_end=max(self.reach_end, other.reach_end),
            sides=self.sides | other.sides,
        )


def _united(regions: list[_Region]) -> list[_Region]:
    done: list[_Region] = []
    for region in regions:
        while True:
            clashing = next((other for other in done if region.clashes(other)), None)
            if clashing is None:
                break
            done.remove(clashing)
            region = region.union(clashing)
        done.append(region)
    return done


def _sentence(base: Sequence[Token], change: Change) -> tuple[int, int]:
    start, end = change.start, change.end
    while start > 0 and not ends_sentence(base[start - 1]):
        start -= 1
    while end < len(base) and not ends_sentence(base[end]):
        end += 1
    return start, end


def _settled(base: Sequence[Token], sides: tuple[_Side, _Side], start: int, end: int) -> Chunk:
    ours, theirs = (side.reading(start, end) for side in sides)
    was = tuple(base[start:end])
    if [token.key for token in ours] == [token.key for token in theirs]:
        both = [_combined(None, mine, other) for mine, other in zip(ours, theirs, strict=True)]
        if None not in both:
            return Agreed(tokens=tuple(token for token in both if token is not None))
    elif _as_set(theirs) == _as_set(was):
        return Agreed(tokens=ours)
    elif _as_set(ours) == _as_set(was):
        return Agreed(tokens=theirs)
    elif _but_for_gaps(ours) == _but_for_gaps(theirs):
        return Agreed(tokens=min(ours, theirs, key=_gaps))
    return Clash(base=was, ours=ours, theirs=theirs)


def _as_set(tokens: Tokens) -> list[tuple[tuple[str, str], Attributes]]:
    return [(token.key, PLAIN if token.kind == "space" else token.attributes) for token in tokens]


def _but_for_gaps(tokens: Tokens) -> list[tuple[tuple[str, str], Attributes]]:
    """What two sides must share to differ in white space alone."""
    return _as_set(tuple(token for token in tokens if token.kind not in ("space", "break")))


def _gaps(tokens: Tokens) -> tuple[int, int, list[str]]:
    """How much white space a side has, line ends above all: of two sides, the plainer is taken."""
    return sum(token.kind == "break" for token in tokens), len(tokens), [token.text for token in tokens]


def _untouched(base: Sequence[Token], sides: tuple[_Side, _Side], start: int, end: int) -> Iterator[Chunk]:
    for at in range(start, end):
        ours, theirs = (side.tokens[side.place[at]] for side in sides)
        both = _combined(base[at], ours, theirs)
        yield Agreed(tokens=(both,)) if both else Clash(base=(base[at],), ours=(ours,), theirs=(theirs,))


def _combined(base: Token | None, ours: Token, theirs: Token) -> Token | None:
    """One word with both sides' changes of how it is set, or None where they contradict each other."""
    was, mine, other = base.attributes if base else PLAIN, ours.attributes, theirs.attributes
    both = (was & mine & other) | (mine - was) | (other - was)
    if len({name for name, _ in both}) < len(both):
        return None
    if base and ours.text == base.text:
        return replace(theirs, attributes=both)
    if base and theirs.text == base.text:
        return replace(ours, attributes=both)
    return replace(ours, text=min(ours.text, theirs.text), attributes=both)


def _joined(chunks: Iterable[Chunk]) -> Iterator[Chunk]:
    tokens: list[Token] = []
    for chunk in chunks:
        if isinstance(chunk, Agreed):
            tokens.extend(chunk.tokens)
            continue
        if tokens:
            yield Agreed(tokens=tuple(tokens))
            tokens = []
        yield chunk
    if tokens:
        yield Agreed(tokens=tuple(tokens))
