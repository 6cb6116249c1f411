"""Tables as readers of sources leave them: a tab between two cells, a line break between two rows."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, groupby

from briefgen.values import dataclass

CELL, ROW = "\t", "\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows below a head, by offsets; what stands at the head of each column, and above the head."""

    start: int
    end: int
    heads: tuple[str, ...]
    caption: str


def table_at(words: str, offset: int) -> Table | None:
    """The table in whose rows, below the head, an offset lies."""
    tables = _tables(words)
    index = bisect_right(tables, offset, key=lambda table: table.start) - 1
    return tables[index] if index >= 0 and offset < tables[index].end else None


def row_around(words: str, offset: int) -> tuple[int, str]:
    """The row that holds an offset, and where it begins."""
    start, end = words.rfind(ROW, 0, offset) + 1, words.find(ROW, offset)
    return start, words[start:end] if end >= 0 else words[start:]


def on_one_line(words: str) -> str:
    """Words for a reader, on one line: an upright between two cells of a table, a slash between two rows."""
    if CELL not in words:
        return " ".join(words.split())
    rows = (" | ".join(row.split(CELL)) for row in words.split(ROW) if row.strip())
    return " / ".join(" ".join(row.split()) for row in rows)


@lru_cache(maxsize=64)
def _tables(words: str) -> tuple[Table, ...]:
    return tuple(_found_tables(words)) if CELL in words else ()


def _found_tables(words: str) -> Iterator[Table]:
    """Runs of rows with equally many cells. A head may have one less, where the first column has none.

    Where the first row of a run is no head, the run goes on below that of the table before, unless words
    stand between the two.
    """
    lines = words.split(ROW)
    starts = [0, *accumulate(len(line) + len(ROW) for line in lines)]
    first = 0
    former: Table | None = None
    for cells, rows in groupby(lines, key=lambda line: line.count(CELL)):
        last = first + len(list(rows))
        found = _table(lines, starts, first, last, former) if cells else None
        if found:
            yield found
        if found or (not cells and any(line.strip() for line in lines[first:last])):
            former = found
        first = last


def _table(
    lines: Sequence[str], starts: Sequence[int], first: int, last: int, former: Table | None
) -> Table | None:
    """The table that a run of rows is, if its head is known."""
    cells = lines[first].count(CELL)
    if first and lines[first - 1].count(CELL) == cells - 1 > 0:
        head, body, heads = first - 1, first, CELL + lines[first - 1]
    else:
        head = next((at for at in range(first, last) if not _is_title(lines[at])), first)
        body, heads = head + 1, lines[head]
    if any(_is_value(cell.strip()) for cell in heads.split(CELL)):
        same = former and len(former.heads) == cells + 1
        return replace(former, start=starts[first], end=starts[last]) if former and same else None
    caption = next((line.strip() for line in reversed(lines[:head]) if line.strip()), "")
    return Table(start=starts[body], end=starts[last], heads=tuple(heads.split(CELL)), caption=caption)


_DATE = re.compile(r"[\d./-]*(?:19|20)\d\d[\d./-]*")


def _is_value(cell: str) -> bool:
    """Whether a cell is a figure as only the rows below a head have; years stand at heads too."""
    digits = any(sign.isdigit() for sign in cell)
    return digits and not any(map(str.isalpha, cell)) and not _DATE.fullmatch(cell)


def _is_title(row: str) -> bool:
    """Whether a row is one that a spreadsheet fills up with empty cells, such as a title above the head."""
    return sum(1 for cell in row.split(CELL) if cell.strip()) < 2
