"""A table of the outline, changed so that it says what the merge says: cells, rows and columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeAlias

from briefgen.drafts.draft import Line, Row
from briefgen.drafts.merging.matching import row_segments, words_of
from briefgen.drafts.merging.plan import FinalLine
from briefgen.drafts.rewriting.prose import block_markdown, newly_typed, retyped_block
from briefgen.drafts.rewriting.scalars import quoted, reads_as
from briefgen.drafts.rewriting.splices import Item
from briefgen.drafts.rewriting.writing import Writing
from briefgen.outline.yaml_file import Node, Scalar, value_under
from briefgen.outline.yaml_file import Sequence as YamlSequence
from briefgen.text.align import Segment, align
from briefgen.text.tokens import Tokens

_Origin: TypeAlias = Sequence[int | None]
"""For each row or column of the merge, which of today's it continues."""


def write_table(writing: Writing, table: Node | None, line: FinalLine) -> bool:
    """Change a table's cells, rows and columns; gives whether the outline has a table that can say this."""
    rows, header = value_under(table, "rows"), value_under(table, "header")
    today, final = line.today[0].rows, line.line.rows
    if line.line.kind != "table" or not isinstance(rows, YamlSequence) or not rows.items:
        return False
    if len({len(row) for row in today}) > 1 or len({len(row) for row in final}) > 1:
        return False
    headed = isinstance(header, YamlSequence) and bool(header.items)
    nodes = [header, *rows.items] if headed else list(rows.items)
    if len(nodes) != len(today) or not all(isinstance(node, YamlSequence) for node in nodes):
        return False
    columns = _columns(today, final)
    origins = [row.theirs for row in line.rows] or _rows(today, final, columns)
    if headed and origins[:1] != [0]:
        return False
    order: list[Item] = []
    for cells, origin in zip(final, origins, strict=True):
        if origin is None:
            order.append(f"[{', '.join(_typed(cell) for cell in cells)}]")
            continue
        node = nodes[origin]
        assert isinstance(node, YamlSequence)
        _row(writing, node, today[origin], cells, columns)
        if origin >= headed:
            order.append(origin - headed)
    if order != list(range(len(rows.items))):
        writing.splices.resequence(rows, order)
    _aligned(writing, value_under(table, "align"), columns)
    return True


def _columns(today: Sequence[Row], final: Sequence[Row]) -> _Origin:
    if len(today[0]) == len(final[0]):
        return range(len(final[0]))
    was, now = (
        [
            Segment(words=tuple(word for cell in column for word in (*words_of(cell), "|")))
            for column in zip(*rows, strict=True)
        ]
        for rows in (today, final)
    )
    return _origins(was, now)


def _rows(today: Sequence[Row], final: Sequence[Row], columns: _Origin) -> _Origin:
    """Rows that are alike in the columns that stayed."""
    pairs = [(i, j) for j, i in enumerate(columns) if i is not None]
    was = [tuple(row[i] for i, _ in pairs) for row in today]
    now = [tuple(row[j] for _, j in pairs) for row in final]
    return _origins(row_segments(was), row_segments(now))


def _origins(was: Sequence[Segment], now: Sequence[Segment]) -> _Origin:
    found: list[int | None] = [None] * len(now)
    for match in align(was, now).matches:
        found[match.new[0]] = match.old[0]
    return found


def _row(writing: Writing, node: YamlSequence, today: Row, final: Row, columns: _Origin) -> None:
    order: list[Item] = []
    for cell, origin in zip(final, columns, strict=True):
        if origin is None:
            order.append(_typed(cell))
            continue
        scalar = node.items[origin]
        was, now = Line(kind="text", tokens=today[origin]), Line(kind="text", tokens=cell)
        if isinstance(scalar, Scalar) and block_markdown([was]) != block_markdown([now]):
            writing.retype(scalar, retyped_block([was], [now], scalar.value, block_markdown))
        order.append(origin)
    if order != list(range(len(node.items))):
        writing.splices.resequence(node, order)


def _aligned(writing: Writing, node: Node | None, columns: _Origin) -> None:
    """How columns are set: new ones to the left."""
    order: list[Item] = ["left" if origin is None else origin for origin in columns]
    if isinstance(node, YamlSequence) and order != list(range(len(node.items))):
        writing.splices.resequence(node, order)


def _typed(cell: Tokens) -> str:
    value = newly_typed([Line(kind="text", tokens=cell)], block_markdown)
    return value if value and reads_as(value, value, within_brackets=True) else quoted(value)
