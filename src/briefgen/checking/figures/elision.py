"""Units that a figure leaves to the one before it: "412,000 m³ in the first tank, in the second 388,000"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.text.quantities import Quantity

_SENTENCE_END = re.compile(r"[.!?;](?=\s)|\n")
_CLAUSE_END = re.compile(
    r"\s*(?:[,.;:)]|\Z|(?:and|or|but|while|against|respectively|и|а|или|в)\b|in\s\d{4}\b)", re.IGNORECASE
)
_UNMEASURED = (
    "number",
    "ordinal",
    "fraction",
    "multiple",
    "score",
    "date",
    "day",
    "year",
    "time",
    "duration",
)
_LISTED = re.compile(r",\s+(?:and\s+)?[^\W\d]+\s+")
"""Between two figures of a list that names what each is of: "wind 131 TWh, solar 29"."""
_SMALL, _TENFOLD = 100, 10


def _is_like(figure: Quantity, measured: Quantity, text: str) -> bool:
    """Whether two figures look like two of a kind: neither a small integer, unless both are of one list, nor
    one ten times the other.
    """
    small = figure.low < _SMALL and figure.low.denominator == 1
    if small and not _LISTED.fullmatch(text, measured.end, figure.start):
        return False
    return figure.low <= _TENFOLD * measured.low and measured.low <= _TENFOLD * figure.low


def elided(text: str, figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """The bare figures of a text once more, each with the unit of the last measured figure of its sentence.

    Only what counts nothing of its own is bare: digits with no noun behind them, at the end of a clause, of
    the size of the measured figure. Small integers are read so only in a list; they count what was named
    elsewhere.
    """
    measured: Quantity | None = None
    for figure in figures:
        if measured and _SENTENCE_END.search(text, measured.end, figure.start):
            measured = None
        bare = figure.kind == "number" and not (figure.unit or figure.per or figure.in_words)
        if figure.kind not in _UNMEASURED:
            measured = figure
        elif bare and measured and _is_like(figure, measured, text) and _CLAUSE_END.match(text, figure.end):
            yield replace(figure, kind=measured.kind, unit=measured.unit, per=measured.per)
