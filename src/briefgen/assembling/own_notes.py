"""Notes in the author's own words: their marks go to the ends of blocks, after the marks that stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Figure,
    Heading,
    Inlines,
    Label,
    List,
    Note,
    NoteMark,
    Paragraph,
    Quotation,
    Section,
    Table,
    marks_of,
)


def bearing(blocks: Sequence[Block], mark: NoteMark) -> tuple[list[Block], str] | None:
    """Blocks of which the last bears the mark, and its id, that of an item for a list; None where it cannot.

    A chart or picture without a caption is passed over, for what stands with it; no heading bears a mark.
    """
    for at in reversed(range(len(blocks))):
        block = blocks[at]
        borne = _borne(block, mark)
        if borne is not None:
            return [*blocks[:at], borne[0], *blocks[at + 1 :]], borne[1]
        if not isinstance(block, Figure):
            return None
    return None


def _borne(block: Block, mark: NoteMark) -> tuple[Block, str] | None:
    match block:
        case Paragraph() | Callout():
            return replace(block, inlines=(*block.inlines, mark)), block.id
        case List() if block.items:
            *before, item = block.items
            inner = bearing(item.blocks, mark)
            if inner is None:
                return None
            return replace(block, items=(*before, replace(item, blocks=tuple(inner[0])))), inner[1]
        case Quotation() if block.attribution:
            return replace(block, attribution=(*block.attribution, mark)), block.id
        case Quotation() if block.paragraphs:
            *above, last = block.paragraphs
            return replace(block, paragraphs=(*above, (*last, mark))), block.id
        case Table() | Figure() if _is_worded(block.caption):
            return replace(block, caption=(*block.caption, mark)), block.id
        case Table():
            return _in_last_cell(block, mark)
        case Heading() | List() | Quotation() | Figure():
            return None


def _is_worded(caption: Inlines) -> bool:
    """Whether an author wrote a caption; a portion mark, or the sources of a chart, are none."""
    return any(not isinstance(inline, Label | NoteMark) for inline in caption)


def _in_last_cell(table: Table, mark: NoteMark) -> tuple[Block, str] | None:
    """A table without a caption, its last cell that holds words bearing the mark."""
    rows = [list(row) for row in (table.header, *table.rows)]
    held = [(row, at) for row in rows for at, cell in enumerate(row) if cell.inlines]
    if not held:
        return None
    row, at = held[-1]
    row[at] = Cell(inlines=(*row[at].inlines, mark))
    header, *further = map(tuple, rows)
    return replace(table, header=header, rows=tuple(further)), table.id


def in_reading_order(notes: Iterable[Note], sections: Iterable[Section]) -> tuple[Note, ...]:
    """The notes, numbered by their first marks: one in a table's caption stands before those in its cells."""
    held = {note.id: note for note in notes}
    marks = (
        mark.note
        for section in sections
        for block in (section.heading, *section.blocks)
        for mark in marks_of(block)
    )
    order = dict.fromkeys((*(name for name in marks if name in held), *held))
    return tuple(replace(held[name], number=number) for number, name in enumerate(order, 1))
