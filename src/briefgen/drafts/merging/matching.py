"""Which lines of three versions belong together, and in which order the merge has them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.drafts.draft import Line, Row
from briefgen.text.align import SIMILAR, Alignment, Match, Segment, align, similarity
from briefgen.text.tokens import Token
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Strand:
    """The segments of three versions that are one: indices into each, several where it was split or joined.

    `moved` says that our side put it elsewhere and theirs did not; `contested` that both did, each its way.
    """

    base: tuple[int, ...] = ()
    ours: tuple[int, ...] = ()
    theirs: tuple[int, ...] = ()
    moved: bool = False
    contested: bool = False


def strands(
    base: Sequence[Segment], ours: Sequence[Segment], theirs: Sequence[Segment]
) -> tuple[Strand, ...]:
    """Every segment of every version in exactly one strand, in the order of the merge.

    The order is theirs. What our side moved or wrote stands after what precedes it on our side.
    """
    mine, other = align(base, ours), align(base, theirs)
    return _in_order(_grouped(len(base), mine, other, _both_added(ours, theirs, mine, other)), mine, other)


def segments_of(lines: Sequence[Line], names: Iterable[str]) -> list[Segment]:
    """Lines as what `align` compares; of the bookmarks in them, the known `names`, in order, are hints."""
    bearers = _bearers(lines, list(dict.fromkeys(name for name in names if name)))
    found = []
    for at, line in enumerate(lines):
        tokens = line.tokens if line.kind != "table" else [t for row in line.rows for c in row for t in c]
        found.append(Segment(words=words_of(tokens), kind=line.kind, hint=bearers.get(at, "")))
    return found


def _bearers(lines: Sequence[Line], names: Sequence[str]) -> dict[int, str]:
    """The name that each line bears, no name twice.

    Of several lines with one name, such as a paragraph and its copy, that which stands beside a neighbour
    bears it, else the first.
    """
    order = {name: at for at, name in enumerate(names)}
    held = [[name for name in line.names if name in order] for line in lines]
    places: dict[str, list[int]] = {}
    for at, known in enumerate(held):
        for name in known:
            places.setdefault(name, []).append(at)

    def beside(name: str, at: int) -> int:
        """How many of a name's neighbours in the document stand right before or after a line."""
        near = [other for known in (*held[max(at - 1, 0) : at], *held[at + 1 : at + 2]) for other in known]
        return sum(abs(order[other] - order[name]) == 1 for other in near)

    found: dict[int, str] = {}
    given: set[str] = set()
    for at, known in enumerate(held):
        for name in known:
            if name not in given and max(places[name], key=lambda place: beside(name, place)) == at:
                found[at] = name
                given.add(name)
                break
    return found


def row_segments(rows: Sequence[Row]) -> list[Segment]:
    """A table's rows as what `align` compares."""
    return [
        Segment(words=tuple(word for cell in row for word in (*words_of(cell), "|")), kind="row")
        for row in rows
    ]


def words_of(tokens: Iterable[Token]) -> tuple[str, ...]:
    """The words, figures and punctuation of tokens, marks among them."""
    return tuple(token.text for token in tokens if token.kind not in ("space", "break"))


def _both_added(
    ours: Sequence[Segment], theirs: Sequence[Segment], mine: Alignment, other: Alignment
) -> list[Match]:
    """Segments that stand in neither alignment but are the same, or nearly, on both sides."""
    found = align([ours[j] for j in mine.inserted], [theirs[k] for k in other.inserted])
    matches = [
        Match(old=tuple(mine.inserted[i] for i in match.old), new=tuple(other.inserted[k] for k in match.new))
        for match in found.matches
    ]
    return [match for match in matches if _alike(ours, theirs, match)]


def _alike(ours: Sequence[Segment], theirs: Sequence[Segment], match: Match) -> bool:
    mine = [word for j in match.old for word in ours[j].words]
    other = [word for k in match.new for word in theirs[k].words]
    return similarity(mine, other) >= SIMILAR


def _grouped(count: int, mine: Alignment, other: Alignment, added: list[Match]) -> list[Strand]:
    group = list(range(count))

    def root(i: int) -> int:
        while group[i] != i:
            i = group[i]
        return i

    for match in (*mine.matches, *other.matches):
        for i in match.old[1:]:
            group[root(i)] = root(match.old[0])
    found: dict[int, Strand] = {}
    for i in range(count):
        known = found.get(root(i), Strand())
        found[root(i)] = replace(known, base=(*known.base, i))
    for match in mine.matches:
        known = found[root(match.old[0])]
        found[root(match.old[0])] = replace(known, ours=tuple(sorted((*known.ours, *match.new))))
    for match in other.matches:
        known = found[root(match.old[0])]
        found[root(match.old[0])] = replace(known, theirs=tuple(sorted((*known.theirs, *match.new))))
    alone = [Strand(ours=match.old, theirs=match.new) for match in added]
    seen_ours = {j for match in added for j in match.old}
    seen_theirs = {k for match in added for k in match.new}
    alone += [Strand(ours=(j,)) for j in mine.inserted if j not in seen_ours]
    alone += [Strand(theirs=(k,)) for k in other.inserted if k not in seen_theirs]
    return [*found.values(), *alone]


def _in_order(found: list[Strand], mine: Alignment, other: Alignment) -> tuple[Strand, ...]:
    moved_ours = {i for match in mine.matches if match.moved for i in match.old}
    moved_theirs = {i for match in other.matches if match.moved for i in match.old}
    by_ours = sorted((s for s in found if s.ours), key=lambda strand: strand.ours)
    order = sorted((s for s in found if s.theirs), key=lambda strand: strand.theirs)
    before_ours = dict(zip(by_ours[1:], by_ours, strict=False))
    before_theirs = dict(zip(order[1:], order, strict=False))
    placed = set(order)
    relocated: set[Strand] = set()
    final = {strand: strand for strand in found}
    for strand in by_ours:
        was_moved = any(i in moved_ours for i in strand.base)
        if strand in placed:
            same_place = before_ours.get(strand) == before_theirs.get(strand)
            if not was_moved or (same_place and before_ours.get(strand) not in relocated):
                continue
            if any(i in moved_theirs for i in strand.base):
                final[strand] = replace(strand, contested=True)
                continue
            final[strand] = replace(strand, moved=True)
            order.remove(strand)
            relocated.add(strand)
        before = before_ours.get(strand)
        while before is not None and before not in placed:
            before = before_ours.get(before)
        order.insert(order.index(before) + 1 if before is not None else 0, strand)
        placed.add(strand)
    return tuple(final[strand] for strand in order)
