"""The columns of a table that a passage's words stand in, each with what is written at its head.

Readers of web pages, Markdown and plain text leave a tab between two cells and a line break between two rows.
An empty cell leaves nothing, so that only rows of as many cells as the head are read, and rows with one more,
whose first column has no head.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.figures import Column
from briefgen.model.evidence import Extent, SourceText

_CELL, _ROW = "\t", "\n"


def columns_of(extent: Extent, text: SourceText) -> Iterator[Column]:
    """The cells that an extent holds, by offsets into its words as captured."""
    first, last = text.word_origins[extent.start], text.word_origins[extent.end]
    start = text.words.rfind(_ROW, 0, first) + 1
    while _CELL in text.words and start < last:
        row = _line(text.words, start)
        head, caption = _head(text.words, start, row.count(_CELL))
        at = start - first
        for cell, heading in zip(row.split(_CELL), head.split(_CELL), strict=False):
            if head:
                yield Column(start=at, end=at + len(cell), heads=(heading, caption))
            at += len(cell) + len(_CELL)
        start += len(row) + len(_ROW)


def _head(words: str, start: int, parts: int) -> tuple[str, str]:
    """The first of the rows above one that have as many cells, and the last line before it; else nothing."""
    head = ""
    while parts and start:
        start = words.rfind(_ROW, 0, start - 1) + 1
        above = _line(words, start)
        if above.count(_CELL) == parts:
            head = above
        elif above.count(_CELL) == parts - 1 > 0:
            head = _CELL + above
        else:
            return head, words[: start + len(above)].rstrip().rpartition(_ROW)[2]
    return head, ""


def _line(words: str, start: int) -> str:
    end = words.find(_ROW, start)
    return words[start:end] if end >= 0 else words[start:]
