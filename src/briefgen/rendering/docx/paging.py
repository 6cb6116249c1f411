"""A guess at the pages on which headings will stand, by counting characters and lines.

It serves the contents until an editor counts the pages itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import assert_never

from briefgen.model.document import (
    Block,
    Callout,
    Document,
    Figure,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quotation,
    Table,
    marks_of,
    plain,
    runs_of,
)
from briefgen.rendering.docx.tables import column_widths
from briefgen.rendering.theme import TextStyle, Theme

_EM = 0.535
"""The mean width of a character of running text, in font sizes."""

_CELL_PADDING = 9.0
_CALLOUT = 28.0
_FIGURE = 170.0


def heading_pages(document: Document, theme: Theme, front: float) -> dict[str, int]:
    """The page, from 1, of each heading outside lists; `front` are the points before the first."""
    return dict(_Pages(document, theme, front).walk())


class _Pages:
    def __init__(self, document: Document, theme: Theme, front: float) -> None:
        self._document = document
        self._theme = theme
        self._notes = {note.id: len(plain(note.inlines)) for note in document.notes}
        self._page = 1
        self._room = 0.0
        self._used = front
        self._width = 0.0

    def walk(self) -> Iterator[tuple[str, int]]:
        shape, turned = self._theme.page, None
        for section in self._document.sections:
            if section.landscape is not turned:
                if turned is not None:
                    self._turn()
                turned = section.landscape
                high, wide = (shape.width, shape.height) if turned else (shape.height, shape.width)
                self._room = high - shape.top - shape.bottom
                self._width = wide - shape.left - shape.right
            for block in (section.heading, *section.blocks):
                if isinstance(block, Heading):
                    self._make_room(self._height(block) + 3 * self._theme.styles.body.leading)
                    yield block.id, self._page
                self._fill(self._height(block) + self._notes_height(block))

    def _turn(self) -> None:
        self._page += 1
        self._used = 0.0

    def _make_room(self, height: float) -> None:
        if self._used + height > self._room:
            self._turn()

    def _fill(self, height: float) -> None:
        self._used += height
        while self._used > self._room:
            self._page += 1
            self._used -= self._room

    def _text(self, characters: int, look: TextStyle, width: float) -> float:
        lines = max(1, ceil(characters * _EM * look.size / max(width - look.indent, 40.0)))
        return lines * look.leading + look.before + look.after

    def _notes_height(self, block: Block) -> float:
        look = self._theme.styles.note
        lengths = (self._notes.get(mark.note, 0) + 3 for mark in marks_of(block))
        return sum(self._text(length, look, self._width) for length in lengths)

    def _height(self, block: Block) -> float:
        styles, width = self._theme.styles, self._width
        match block:
            case Paragraph():
                look = {"body": styles.body, "entry": styles.entry, "remark": styles.remark}[block.role]
                return self._text(len(plain(block.inlines)), look, width)
            case Heading():
                look = (styles.heading1, styles.heading2, styles.heading3)[min(block.level, 3) - 1]
                return self._text(len(plain(block.inlines)), look, width)
            case List():
                return sum(self._text(len(plain(run)), styles.list, width) for run in runs_of(block))
            case Quotation():
                words = sum(self._text(len(plain(run)), styles.quotation, width) for run in block.paragraphs)
                return words + self._text(len(plain(block.attribution)), styles.attribution, width)
            case Callout():
                return _CALLOUT + self._text(len(plain(block.inlines)), styles.callout, width - 20)
            case Figure():
                return _FIGURE
            case Table():
                return self._table_height(block)
            case _:
                assert_never(block)

    def _table_height(self, table: Table) -> float:
        look = self._theme.styles.table_cell
        widths = column_widths(table, self._width, look.size)
        total = self._text(len(plain(table.caption)), self._theme.styles.caption, self._width)

        def cell(inlines: Inlines, width: float) -> float:
            return self._text(len(plain(inlines)), look, width - _CELL_PADDING)

        for row in (table.header, *table.rows):
            heights = [cell(one.inlines, width) for one, width in zip(row, widths, strict=False)]
            total += max(heights, default=0.0) + _CELL_PADDING * 0.7
        return total
