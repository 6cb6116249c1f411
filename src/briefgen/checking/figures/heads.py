"""What only a table tells of the figures in its cells: units at the head of their column, and months.

31.5 below “Cargo (million tonnes)” is so many tonnes, and 2024-03 is March 2024 where it fills a cell.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from briefgen.checking.figures.values import CitedPassage
from briefgen.text.quantities import Quantity, quantities

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_IN = re.compile(r"(?:in|en|im|в)\s+", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_EACH = re.compile(r"( per | pro | je | par | por | за |/)[^\W\d]+[²³]?")


def headed(figures: Sequence[Quantity], passage: CitedPassage) -> Iterator[Quantity]:
    """The bare figures of a passage's cells once more, each with the unit of its column or of the table."""
    for figure in figures if passage.columns else ():
        above = [head for one in passage.columns if one.start <= figure.start < one.end for head in one.heads]
        bare = figure.kind == "number" and not (figure.unit or figure.in_words)
        units = [unit for head in above for unit in _units(head, passage.language)] if bare else []
        if units:
            one, *_ = units
            low, high = figure.low * one.low, figure.high * one.low
            yield replace(
                figure, low=low, high=high, kind=one.kind, unit=one.unit, per=one.per, each=one.each
            )


def dated(figures: Iterable[Quantity], passage: CitedPassage) -> Iterator[Quantity]:
    """The figures of a passage, months that fill a cell among them, which elsewhere would be scores."""
    cells = {(cell.start, cell.end) for cell in passage.columns}
    for figure in figures:
        month = _MONTH.fullmatch(figure.shown) if (figure.start, figure.end) in cells else None
        if month:
            first = date(int(month[1]), int(month[2]), 1)
            last = first.replace(day=monthrange(first.year, first.month)[1])
            low, high = Fraction(first.toordinal()), Fraction(last.toordinal())
            yield replace(figure, low=low, high=high, kind="date", unit="day")
        else:
            yield figure


def _units(head: str, language: str) -> Iterator[Quantity]:
    """One of each unit that a head names: in brackets, behind a comma or “in”, or alone."""
    for words in (*_IN_BRACKETS.findall(head), *re.split(r",| in ", head)[-1:]):
        one = f"1 {_IN.sub('', words.strip(), count=1)}".replace("/", " per ")
        for unit in quantities(one, language)[:1]:
            named = unit.kind != "number" or unit.low > 1
            if named and (one == unit.shown or _EACH.fullmatch(one, unit.end)):
                yield unit
