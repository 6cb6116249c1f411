"""The rows of a table, merged: each row a strand of its own, each cell a text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.drafts.draft import Row
from briefgen.drafts.inlines import as_seen
from briefgen.drafts.merging.matching import row_segments, strands
from briefgen.drafts.merging.outcomes import Choice, MergedRow, decided
from briefgen.drafts.merging.own_marks import adds_marks, bare, bare_row, in_one_run, remarked
from briefgen.drafts.merging.versions import relabelled
from briefgen.text.diff3 import Clash, merge
from briefgen.text.tokens import Tokens


def merged_rows(
    base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row], choice: Choice | None
) -> tuple[tuple[MergedRow, ...], tuple[Clash, ...]]:
    """The rows of a table of which every version has the same number of columns."""
    rows: list[MergedRow] = []
    clashes: list[Clash] = []
    versions = ([*map(bare_row, table)] for table in (base, ours, theirs))
    for strand in strands(*map(row_segments, versions)):
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
        if not remaining or _row_stands(remaining[0], was[0]):
            return None, []
        if choice is not None:
            return next(iter(mine if choice == "ours" else other), None), []
        clash = Clash(base=_cells_run(was), ours=_cells_run(mine), theirs=_cells_run(other))
        return remaining[0], [clash]
    if not (mine and other):
        return (mine or other)[0], []
    cells: list[Tokens] = []
    clashes: list[Clash] = []
    for at in range(len(mine[0])):
        runs = (was[0][at] if was else (), mine[0][at], other[0][at])
        before, own, today = map(bare, runs)
        cell, found = decided(merge(before, relabelled(own, before), today), choice)
        clashes.extend(found)
        cells.append(remarked(cell, *runs))
    return tuple(cells), clashes


def _row_stands(now: Row, was: Row) -> bool:
    """Whether a row says what it did, and no note was put to it."""
    said, before = ([*map(as_seen, bare_row(row))] for row in (now, was))
    return said == before and not adds_marks(now, was)


def _cells_run(rows: Iterable[Row]) -> Tokens:
    return in_one_run(cell for row in rows for cell in row)
