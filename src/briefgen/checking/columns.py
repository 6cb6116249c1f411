"""The columns of a table that a passage's words stand in, each with what is written at its head.

Of an empty cell on a web page nothing is left, so that only rows of as many cells as the head are read, and
rows with one more, whose first column has no head.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.figures import Column
from briefgen.model.evidence import Extent, SourceText
from briefgen.text.cells import CELL, ROW, row_around, table_at


def columns_of(extent: Extent, text: SourceText) -> Iterator[Column]:
    """The cells of the rows that an extent touches, by offsets into its words as captured."""
    first, last = text.word_origins[extent.start], text.word_origins[extent.end]
    start = row_around(text.words, first)[0]
    while CELL in text.words and start < last:
        table, (_, row) = table_at(text.words, start), row_around(text.words, start)
        at = start - first
        for cell, head in zip(row.split(CELL), table.heads if table else (), strict=False):
            yield Column(start=at, end=at + len(cell), heads=(head, table.caption if table else ""))
            at += len(cell) + len(CELL)
        start += len(row) + len(ROW)
