"""Tables: how wide columns are, rows as units, and rows too tall for a page cut into slices."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.model.document import Column, Table
from briefgen.rendering.pdf.boxes import Block, CellBox, Row, Unit, Words
from briefgen.rendering.pdf.lines import Compositor, Measure
from briefgen.rendering.pdf.structure import Element, StructureTree
from briefgen.rendering.pdf.words import Word
from briefgen.rendering.theme import TextStyle, Theme
from briefgen.values import dataclass

if TYPE_CHECKING:
    from briefgen.rendering.pdf.flow import Surroundings

PAD_X = 5.0
PAD_Y = 3.5
_BELOW_REPEATED = 3.0
_TALL = 0.35
"""Rows taller than this share of a page may be split between their lines."""
_FEW = 6
"""A table of so few rows leaves none of them alone on a page: its reader would have to turn back for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    columns: Sequence[Column]
    widths: Sequence[float]
    tallest: float
    compositor: Compositor
    tree: StructureTree


def set_table(
    table: Table, theme: Theme, compositor: Compositor, tree: StructureTree, around: Surroundings
) -> Iterator[Block]:
    """The caption, which heads on, and the table itself."""
    styles, width = theme.styles, around.width - around.indent
    element = tree.element("Table", around.parent)
    if table.caption:
        caption = tree.element("Caption", element)
        style = replace(styles.caption, align="left")
        lines = compositor.lines(
            compositor.composer.segments(table.caption, style), style, Measure(width=width, align="left")
        )
        yield Block(
            units=[Words(line=line, element=caption, height=line.height, notes=line.notes) for line in lines],
            element=caption,
            x=around.indent,
            width=width,
            before=style.before,
            after=style.after,
            whole=True,
            heads_on=True,
            places=(*around.places, table.id),
        )
    rows = ((table.header,) if table.header else ()) + table.rows
    compose = compositor.composer.segments
    segments = [
        [
            compose(cell.inlines, styles.table_header if number == 0 and table.header else styles.table_cell)
            for cell in row
        ]
        for number, row in enumerate(rows)
    ]
    setting = _Setting(
        columns=table.columns,
        widths=_widths(table.columns, segments, width, compositor, styles.table_cell),
        tallest=around.height * _TALL,
        compositor=compositor,
        tree=tree,
    )
    units: list[Unit] = []
    header: Row | None = None
    if table.header:
        head = tree.element("THead", element)
        header = _row(segments[0], styles.table_header, setting, head, header=True, row_headers=False)
        units.extend(_sliced(header) if header.height > setting.tallest else (header,))
    body = tree.element("TBody", element)
    for row in segments[bool(table.header) :]:
        laid = _row(row, styles.table_cell, setting, body, header=False, row_headers=table.row_headers)
        units.extend(_sliced(laid) if laid.height > setting.tallest else (laid,))
    together = 2 if len(units) == len(rows) and len(table.rows) <= _FEW else 1
    yield Block(
        units=units,
        element=element,
        x=around.indent,
        width=width,
        before=styles.caption.after if table.caption else styles.caption.before,
        after=styles.body.after + 6.0,
        orphans=together + bool(header),
        widows=together,
        header=_repeated(header) if header and header.height <= setting.tallest / 2 else None,
        places=() if table.caption else (*around.places, table.id),
    )


def _row(
    segments: Sequence[list[list[Word]]],
    style: TextStyle,
    setting: _Setting,
    parent: Element,
    *,
    header: bool,
    row_headers: bool,
) -> Row:
    element = setting.tree.element("TR", parent)
    cells: list[CellBox] = []
    x = 0.0
    for number, (column, width, cell) in enumerate(
        zip(setting.columns, setting.widths, segments, strict=False)
    ):
        if header or (row_headers and number == 0):
            scope = "Column" if header else "Row"
            cell_element = setting.tree.element("TH", element, f"/A<</O/Table/Scope/{scope}>>")
        else:
            cell_element = setting.tree.element("TD", element)
        measure = Measure(width=width - 2 * PAD_X, align=column.align)
        lines = setting.compositor.lines(cell, style, measure)
        if any(cell):
            cell_element = setting.tree.element("P", cell_element)
        cells.append(CellBox(x=x + PAD_X, lines=lines, element=cell_element))
        x += width
    tallest = max((sum(line.height for line in cell.lines) for cell in cells), default=0.0)
    return Row(
        cells=cells,
        height=tallest + 2 * PAD_Y,
        notes=tuple(note for cell in cells for line in cell.lines for note in line.notes),
        pad=PAD_Y,
        header=header,
    )


def _repeated(header: Row) -> Row:
    """A header as it heads the rest of its table on a later page."""
    return replace(header, height=header.height + _BELOW_REPEATED, below=_BELOW_REPEATED)


def _sliced(row: Row) -> Iterator[Row]:
    """A tall row as one unit for each of its lines, so that a page may end between them."""
    count = max(len(cell.lines) for cell in row.cells)
    for index in range(count):
        cells = [
            CellBox(x=cell.x, lines=cell.lines[index : index + 1], element=cell.element) for cell in row.cells
        ]
        height = max((line.height for cell in cells for line in cell.lines), default=0.0)
        first, last = index == 0, index == count - 1
        yield Row(
            cells=cells,
            height=height + PAD_Y * (first + last),
            notes=tuple(note for cell in cells for line in cell.lines for note in line.notes),
            pad=PAD_Y if first else 0.0,
            header=row.header,
            ruled=last,
        )


def _widths(
    columns: Sequence[Column],
    rows: Sequence[Sequence[list[list[Word]]]],
    width: float,
    compositor: Compositor,
    style: TextStyle,
) -> list[float]:
    """Column widths that fill the table: by weight where given, else by what the cells hold."""
    space = compositor.composer.typecase.look(style).space
    least = [2 * PAD_X] * len(columns)
    most = [2 * PAD_X] * len(columns)
    for row in rows:
        for index, cell in enumerate(row[: len(columns)]):
            for words in cell:
                if words:
                    longest = max(word.width for word in words)
                    natural = sum(word.width for word in words) + space * (len(words) - 1)
                    least[index] = max(least[index], longest + 2 * PAD_X)
                    most[index] = max(most[index], natural + 2 * PAD_X + 0.1)
    weights = [column.weight for column in columns]
    if any(weights):
        fitting = [
            0.0 if weight else min(most[i], max(least[i], width / len(columns)))
            for i, weight in enumerate(weights)
        ]
        left = max(width - sum(fitting), width * 0.3)
        total = sum(weights)
        widths = [fit or left * weight / total for fit, weight in zip(fitting, weights, strict=True)]
    elif sum(most) <= width:
        widths = [each + (width - sum(most)) * each / sum(most) for each in most]
    else:
        least = [min(each, width / len(columns)) for each in least]
        spare = width - sum(least)
        wishes = [max(0.0, wish - need) ** 0.5 for wish, need in zip(most, least, strict=True)]
        total = sum(wishes) or 1.0
        widths = [need + spare * wish / total for need, wish in zip(least, wishes, strict=True)]
    scale = width / sum(widths) if widths else 1.0
    return [each * scale for each in widths]
