"""Comma-separated values, as spreadsheets give them: a tab between two cells, a line for each row.

Read by patterns rather than by the standard library's reader, which does not say where cells stand.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefgen.diagnostics import Diagnostic, Position, Span, error
from briefgen.sources import plain
from briefgen.text.normalise import LINE_BREAKS, Edit, Traced, rewrite, untouched

LARGEST = 20_000_000
"""Bytes. Larger files are refused: they are databases, of which a brief cites an extract."""

DELIMITERS = "\t;,"
"""What may part cells, the likeliest first: a decimal comma stands within the cells that semicolons part."""

_SAMPLE = 20_000
"""Characters from which the delimiter is told."""

_GAPS = re.compile(f"[\t{LINE_BREAKS}]")
_ROW_ENDS = {"\n": "\n", "\r": "\n", "\r\n": " \n"}


def decode(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """The text of a file; a finding where it is too large, or where a quotation mark tells cells wrongly."""
    if len(data) > LARGEST:
        large = f"{file} has {len(data):,} bytes, more than {LARGEST:,}"
        hint = "save the rows that the brief rests on as a file of their own"
        return "", [error("SR429", large, None, hint=hint)]
    raw, found = plain.decode(data, file)
    return raw, found or list(_misquoted(raw, file))


def visible(raw: str) -> Traced:
    """The cells without their quotation marks, a tab between two of them and a line feed between two rows.

    Empty cells and rows keep their places. A line break or tab within a cell is a mere space.
    """
    parted = _parted(raw, delimiter(raw))
    return rewrite(untouched(parted), _quotation_marks(parted))


def delimiter(raw: str) -> str:
    """The sign that parts most of the first rows into equally many cells; of equals the likelier one.

    None is that leaves quotation marks open, if another one closes them.
    """
    sample = raw[:_SAMPLE]

    def fitness(sign: str) -> tuple[bool, int]:
        closes = not any(found["stray"] for found in _cells(sign).finditer(sample))
        cells = Counter(row.count("\t") for row in _parted(sample, sign).split("\n") if "\t" in row)
        alike = max(cells.values(), default=0)
        return alike > 0 and closes, alike

    return max(DELIMITERS, key=fitness)


def _cells(sign: str) -> re.Pattern[str]:
    """A cell in quotation marks, a mark that opens one and none closes, or what parts cells and rows."""
    return re.compile(
        rf'(?<![^{sign}\r\n\ufeff])(?P<quoted>"(?:[^"]|"")*+"(?=[{sign}\r\n]|\Z))'
        rf'|(?<![^{sign}\r\n\ufeff])(?P<stray>")'
        rf"|(?P<sign>{sign})|(?P<row>\r\n?|\n)|[\t{LINE_BREAKS}]"
    )


def _parted(raw: str, sign: str) -> str:
    """The text with tabs between cells and line feeds between rows, and nowhere else; of equal length."""

    def laid_out(found: re.Match[str]) -> str:
        if found["sign"]:
            return "\t"
        if found["row"]:
            return _ROW_ENDS[found[0]]
        return _GAPS.sub(" ", found[0])

    return _cells(sign).sub(laid_out, raw)


_QUOTED = re.compile(r'(?<![^\t\n\ufeff])"((?:[^"\t\n]|"")*+)"(?= ?[\t\n]|\Z)')


def _quotation_marks(parted: str) -> Iterator[Edit]:
    for cell in _QUOTED.finditer(parted):
        yield cell.start(), cell.start(1), ""
        for found in re.finditer('""', cell[1]):
            yield cell.start(1) + found.start(), cell.start(1) + found.start() + 1, ""
        yield cell.end(1), cell.end(), ""


def _misquoted(raw: str, file: str) -> Iterator[Diagnostic]:
    """SR429 where a cell's opening quotation mark has no closing one: from there on no cell is sure."""
    for found in _cells(delimiter(raw)).finditer(raw) if '"' in raw else ():
        if found["stray"]:
            line = raw.count("\n", 0, found.start()) + 1
            column = found.start() - raw.rfind("\n", 0, found.start())
            yield error(
                "SR429",
                f"{file}: the quotation mark that opens a cell in line {line} is not closed at its end",
                Span(
                    file=file,
                    start=Position(line=line, column=column),
                    end=Position(line=line, column=column + 1),
                ),
                hint="within a cell a quotation mark is written twice; save the file anew from its program",
            )
            return
