"""The three-way merge of a brief: what went out, what came back, and what it would be today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from briefgen.drafts.draft import Line, Row
from briefgen.drafts.match import Strand, passages_of, row_passages, strands
from briefgen.drafts.versions import EditedVersion, Version, relabelled
from briefgen.text.diff3 import Agreed, Chunk, Clash, merge
from briefgen.text.tokens import Token, Tokens

PARAGRAPH_END = Token(text="¶", kind="break")
"""Stands between paragraphs that one side split or joined."""

Choice = Literal["ours", "theirs"]
"""Whose reading a person chose: that of the draft in hand, or that of the outline as it is today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRow:
    """A row of the merge, and where it stands in our table and in theirs."""

    cells: Row
    ours: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one strand: its lines in the merge, none where it is gone, and what is disputed.

    Where a clash is not settled, `lines` hold our reading of it.
    """

    strand: Strand
    lines: tuple[Line, ...]
    rows: tuple[MergedRow, ...] = ()
    clashes: tuple[Clash, ...] = ()


Choose: TypeAlias = Mapping[int, Choice]
"""A person's choices by the index of their strand."""


def merged(base: Version, ours: EditedVersion, theirs: Version, choices: Choose) -> tuple[Outcome, ...]:
    """An outcome for every strand, in the order of the merge."""
    names = [unit.name for unit in base.units if unit is not None]
    their_names = [unit.name for unit in theirs.units if unit is not None]
    found = strands(
        passages_of(base.lines, names),
        passages_of(ours.lines, names),
        passages_of(theirs.lines, {*names, *their_names}),
    )
    return tuple(
        _outcome(strand, base.lines, ours.lines, theirs.lines, choices.get(index))
        for index, strand in enumerate(found)
    )


def _outcome(
    strand: Strand,
    base: Sequence[Line],
    ours: Sequence[Line],
    theirs: Sequence[Line],
    choice: Choice | None,
) -> Outcome:
    was, mine, other = (
        [lines[i] for i in at]
        for lines, at in ((base, strand.base), (ours, strand.ours), (theirs, strand.theirs))
    )
    if any(line.kind == "table" for line in (*was, *mine, *other)):
        return _table_outcome(strand, was, mine, other, choice)
    if was and not (mine and other):
        return _gone(strand, was, mine, other, choice)
    if not was and not (mine and other):
        return Outcome(strand=strand, lines=tuple(mine or other))
    tokens = _run(was)
    chunks = merge(tokens, relabelled(_run(mine), tokens), _run(other))
    return _settled(strand, chunks, was, mine, other, choice)


def _gone(
    strand: Strand, was: list[Line], mine: list[Line], other: list[Line], choice: Choice | None
) -> Outcome:
    """One side deleted what the other kept: gone where it was not touched, else disputed."""
    remaining = mine or other
    if not remaining or _said(remaining) == _said(was):
        return Outcome(strand=strand, lines=())
    if choice is not None:
        return Outcome(strand=strand, lines=tuple(mine if choice == "ours" else other))
    clash = Clash(base=_run(was), ours=_run(mine), theirs=_run(other))
    return Outcome(strand=strand, lines=tuple(mine or other), clashes=(clash,))


def _settled(
    strand: Strand,
    chunks: tuple[Chunk, ...],
    was: list[Line],
    mine: list[Line],
    other: list[Line],
    choice: Choice | None,
) -> Outcome:
    tokens: list[Token] = []
    clashes = []
    for chunk in chunks:
        match chunk:
            case Agreed():
                tokens.extend(chunk.tokens)
            case Clash() if choice is not None:
                tokens.extend(chunk.ours if choice == "ours" else chunk.theirs)
            case Clash():
                tokens.extend(chunk.ours)
                clashes.append(chunk)
    paragraphs = _paragraphs(tokens)
    looks = [_look(was, mine, other, at) for at in range(len(paragraphs))]
    lines = tuple(replace(look, tokens=paragraph) for look, paragraph in zip(looks, paragraphs, strict=True))
    return Outcome(strand=strand, lines=lines, clashes=tuple(clashes))


def _look(was: list[Line], mine: list[Line], other: list[Line], at: int) -> Line:
    """What kind of line a paragraph of the merge is: ours where we changed it, else theirs."""
    own, today = mine[min(at, len(mine) - 1)], other[min(at, len(other) - 1)]
    if not was:
        return own
    before = was[min(at, len(was) - 1)]
    changed = (own.kind, own.level, own.ordered) != (before.kind, before.level, before.ordered)
    return own if changed or len(mine) != len(was) else today


def _run(lines: Iterable[Line]) -> Tokens:
    found: list[Token] = []
    for at, line in enumerate(lines):
        found.extend((PARAGRAPH_END, *line.tokens) if at else line.tokens)
    return tuple(found)


def _paragraphs(tokens: Iterable[Token]) -> list[Tokens]:
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token == PARAGRAPH_END:
            found.append([])
        else:
            found[-1].append(token)
    return [tuple(paragraph) for paragraph in found if paragraph]


def _said(lines: Iterable[Line]) -> list[object]:
    return [
        (line.kind, [_plainly(line.tokens)], [[_plainly(cell) for cell in row] for row in line.rows])
        for line in lines
    ]


def _plainly(tokens: Tokens) -> list[object]:
    return [(token.key, visible(token)) for token in tokens if token.kind != "space"]


def visible(token: Token) -> frozenset[tuple[str, str]]:
    """A token's attributes but for those that no file shows."""
    return frozenset(pair for pair in token.attributes if pair[0] not in ("label", "language"))


def _table_outcome(
    strand: Strand, was: list[Line], mine: list[Line], other: list[Line], choice: Choice | None
) -> Outcome:
    if was and not (mine and other):
        return _gone(strand, was, mine, other, choice)
    if not (mine and other):
        return Outcome(strand=strand, lines=tuple(mine or other))
    if {len(was[:1]), len(mine), len(other)} != {1} or any(
        line.kind != "table" for line in (*was, *mine, *other)
    ):
        return _one_or_other(strand, was, mine, other, choice)
    widths = {len(row) for line in (*was, *mine, *other) for row in line.rows}
    if not was or len(widths) != 1:
        return _one_or_other(strand, was, mine, other, choice)
    rows, clashes = merged_rows(was[0].rows, mine[0].rows, other[0].rows, choice)
    line = replace(other[0], rows=tuple(row.cells for row in rows))
    return Outcome(strand=strand, lines=(line,) if rows else (), rows=rows, clashes=clashes)


def _one_or_other(
    strand: Strand, was: list[Line], mine: list[Line], other: list[Line], choice: Choice | None
) -> Outcome:
    """A table whose columns changed, or that became text: taken whole from one side."""
    if _said(mine) in (_said(other), _said(was)) or choice == "theirs":
        return Outcome(strand=strand, lines=tuple(other))
    if _said(other) == _said(was) or choice == "ours":
        return Outcome(strand=strand, lines=tuple(mine))
    clash = Clash(base=_table_run(was), ours=_table_run(mine), theirs=_table_run(other))
    return Outcome(strand=strand, lines=tuple(mine), clashes=(clash,))


def _table_run(lines: Iterable[Line]) -> Tokens:
    cells = [cell for line in lines for row in line.rows for cell in row]
    loose = [line.tokens for line in lines if line.kind != "table"]
    return _run([Line(kind="text", tokens=tokens) for tokens in (*cells, *loose)])


def merged_rows(
    base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row], choice: Choice | None
) -> tuple[tuple[MergedRow, ...], tuple[Clash, ...]]:
    """The rows of a table of which every version has the same number of columns."""
    rows: list[MergedRow] = []
    clashes: list[Clash] = []
    for strand in strands(row_passages(base), row_passages(ours), row_passages(theirs)):
        was, mine, other = (
            [table[i] for i in at]
            for table, at in ((base, strand.base), (ours, strand.ours), (theirs, strand.theirs))
        )
        row, found = _merged_row(was, mine, other, choice)
        clashes.extend(found)
        if row is not None:
            own = strand.ours[0] if strand.ours else None
            rows.append(MergedRow(cells=row, ours=own, theirs=strand.theirs[0] if strand.theirs else None))
        rows.extend(MergedRow(cells=ours[j], ours=j, theirs=None) for j in strand.ours[1:])
    return tuple(rows), tuple(clashes)


def _merged_row(
    was: list[Row], mine: list[Row], other: list[Row], choice: Choice | None
) -> tuple[Row | None, list[Clash]]:
    if was and not (mine and other):
        remaining = (mine or other)[:1]
        if not remaining or [*map(_plainly, remaining[0])] == [*map(_plainly, was[0])]:
            return None, []
        if choice is not None:
            return next(iter(mine if choice == "ours" else other), None), []
        clash = Clash(base=_cells_run(was), ours=_cells_run(mine), theirs=_cells_run(other))
        return remaining[0], [clash]
    if not (mine and other):
        return (mine or other)[0], []
    cells, clashes = [], []
    for at in range(len(mine[0])):
        before = was[0][at] if was else ()
        cell: list[Token] = []
        for chunk in merge(before, relabelled(mine[0][at], before), other[0][at]):
            match chunk:
                case Agreed():
                    cell.extend(chunk.tokens)
                case Clash() if choice is not None:
                    cell.extend(chunk.ours if choice == "ours" else chunk.theirs)
                case Clash():
                    cell.extend(chunk.ours)
                    clashes.append(chunk)
        cells.append(tuple(cell))
    return tuple(cells), clashes


def _cells_run(rows: Iterable[Row]) -> Tokens:
    return _run([Line(kind="text", tokens=cell) for row in rows for cell in row])
