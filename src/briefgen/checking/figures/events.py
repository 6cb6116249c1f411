"""The dates of a timeline's event, as figures that a passage may hold."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from fractions import Fraction

from briefgen.text.quantities import Quantity


def dated(iso: str) -> Quantity:
    """A day, month or year in ISO 8601 as if it stood in prose."""
    bare = Quantity(start=0, end=len(iso), shown=iso, low=Fraction(0), high=Fraction(0), kind="year")
    year, month, day = (*map(int, iso.split("-")), 0, 0)[:3]
    if not month:
        return replace(bare, low=Fraction(year), high=Fraction(year))
    first = date(year, month, day or 1)
    last = date(year, month, day or monthrange(year, month)[1])
    low, high = Fraction(first.toordinal()), Fraction(last.toordinal())
    return replace(bare, low=low, high=high, kind="date")


def lasting(first: Quantity, last: Quantity) -> Quantity:
    """From one date to another, in whole years or from day to day."""
    if first.kind == last.kind == "year":
        return replace(first, high=last.high, spanned=True)
    low = first.low if first.kind == "date" else Fraction(date(int(first.low), 1, 1).toordinal())
    high = last.high if last.kind == "date" else Fraction(date(int(last.high), 12, 31).toordinal())
    return replace(first, low=low, high=high, kind="date", spanned=True)


def ends_of(figure: Quantity) -> Iterator[Quantity]:
    """The first and the last of a time of which both ends are written ("4 to 9 March", not "early March")."""
    if figure.spanned or len(_DAY.findall(figure.shown)) > 1:
        yield replace(figure, high=figure.low, spanned=False)
        yield replace(figure, low=figure.high, spanned=False)


_DAY = re.compile(r"(?<!\d)\d\d?(?!\d)")
