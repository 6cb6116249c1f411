"""From an extent of the canonical text back to the captured words, their paragraph and their page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from briefgen.model.evidence import Extent, SourceText
from briefgen.text.cells import CELL, ROW, row_around, table_at
from briefgen.text.normalise import INVISIBLE

_INVISIBLE_END = re.compile(f"(?<![{INVISIBLE}])[{INVISIBLE}]++$")


@lru_cache(maxsize=64)
def running(canonical: str) -> str:
    """The canonical text as one line, offsets unchanged: a quotation may run over paragraphs."""
    return canonical.replace("\n", " ")


def celled(text: SourceText, extent: Extent) -> str:
    """A stretch of the canonical text as one line, with a tab where one parts two cells as captured."""
    line, origins = running(text.canonical), text.word_origins
    return "".join(
        "\t" if sign == " " and at and "\t" in text.words[origins[at - 1] + 1 : origins[at + 1]] else sign
        for at, sign in enumerate(line[extent.start : extent.end], extent.start)
    )


def canonical_words(text: SourceText, extent: Extent) -> str:
    """The words of an extent in canonical form, on one line."""
    return running(text.canonical)[extent.start : extent.end]


def exact_words(text: SourceText, extent: Extent) -> str:
    """The words of an extent as captured, typography and all, without what cannot be seen at the end."""
    start, end = _traced(text.word_origins, extent)
    return _INVISIBLE_END.sub("", text.words[start:end].rstrip())


def raw_extent(text: SourceText, extent: Extent) -> Extent:
    """Where the words of an extent stand in the decoded file."""
    start, end = _traced(text.origins, extent)
    return Extent(start=start, end=start + len(_INVISIBLE_END.sub("", text.raw[start:end])))


def _traced(origins: Sequence[int], extent: Extent) -> tuple[int, int]:
    last = extent.end
    if last > extent.start:
        # Several canonical characters may stem from one: "..." from "…". The end is where the next begins.
        while last < len(origins) - 1 and origins[last] == origins[extent.end - 1]:
            last += 1
    return origins[extent.start], origins[last]


def paragraph_at(text: SourceText, offset: int) -> int:
    """The number, from 1, of the paragraph that holds a canonical offset."""
    return _count_begun(text.paragraphs, offset)


def page_at(text: SourceText, offset: int) -> int:
    """The number, from 1, of the page that holds a canonical offset; 0 where the format has no pages."""
    return _count_begun(text.pages, offset)


def row_at(text: SourceText, offset: int) -> int:
    """The number, from 1, of the row that holds a canonical offset; 0 where the source is no table."""
    return text.rows[paragraph_at(text, offset) - 1] if text.rows else 0


def where_in(text: SourceText, extent: Extent) -> str:
    """Where an extent begins, as findings tell it."""
    at = extent.start
    return place_told(paragraph_at(text, at), page_at(text, at), row_at(text, at))


def place_told(paragraph: int, page: int, row: int) -> str:
    """A place as findings tell it: the row of a table, or else the paragraph, and its page if it has one."""
    if row:
        return f"row {row}"
    return f"paragraph {paragraph} (page {page})" if page else f"paragraph {paragraph}"


def column_of(text: SourceText, extent: Extent) -> str:
    """The head of the column, where the source is a table and an extent lies in one of its cells."""
    first, last = text.word_origins[extent.start], text.word_origins[extent.end - 1]
    table = table_at(text.words, first) if text.rows else None
    if table is None or CELL in text.words[first:last] or ROW in text.words[first:last]:
        return ""
    start, _ = row_around(text.words, first)
    return " ".join(table.heads[text.words.count(CELL, start, first)].split())


def _count_begun(extents: Sequence[Extent], offset: int) -> int:
    return bisect_right(extents, offset, key=lambda extent: extent.start)
