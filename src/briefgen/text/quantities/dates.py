"""Dates as prose writes them, from the day to the decade."""

from __future__ import annotations

import calendar
import re
from dataclasses import replace
from datetime import date
from fractions import Fraction

from briefgen.text.quantities.lexicon import Lexicon
from briefgen.text.quantities.patterns import key
from briefgen.text.quantities.quantity import Kind
from briefgen.values import dataclass

_LEAP = 2000
_WINDOW = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date or span of dates: its first and last day, its place, and that of its digits and month alone."""

    start: int
    end: int
    figure_start: int
    figure_end: int
    first: date
    last: date
    kind: Kind

    @property
    def low(self) -> Fraction:
        """The first day, counted as its kind counts."""
        return _count(self.first, self.kind)

    @property
    def high(self) -> Fraction:
        """The last day, counted as its kind counts."""
        return _count(self.last, self.kind)


def _count(day: date, kind: Kind) -> Fraction:
    if kind == "year":
        return Fraction(day.year)
    if kind == "day":
        return Fraction(day.timetuple().tm_yday)
    return Fraction(day.toordinal())


def days_of_years(first: Fraction, last: Fraction) -> tuple[Fraction, Fraction]:
    """The first day of a first year and the last day of a last, as ordinals."""
    return Fraction(date(int(first), 1, 1).toordinal()), Fraction(date(int(last), 12, 31).toordinal())


def days_in_leap_year(ordinal: Fraction) -> Fraction:
    """Where in a leap year the day of that ordinal falls, from 1 to 366."""
    day = date.fromordinal(int(ordinal))
    return Fraction(day.replace(year=_LEAP).timetuple().tm_yday)


def span_of_dates(first: Dated, last: Dated) -> tuple[Fraction, Fraction, Kind] | None:
    """From one date to another; the first may take its year from the last ("June to August 2024")."""
    if first.kind == "day" and last.kind == "date":
        year = last.first.year
        first = replace(
            first, first=first.first.replace(year=year), last=first.last.replace(year=year), kind="date"
        )
    if first.first > last.last or ("day" in (first.kind, last.kind) and first.kind != last.kind):
        return None
    kind = first.kind if first.kind == last.kind else "date"
    return _count(first.first, kind), _count(last.last, kind), kind


def read_date(text: str, start: int, lexicon: Lexicon) -> Dated | None:
    """The date whose first digit or month stands at `start`, or None."""
    for pattern in lexicon.dates.patterns:
        found = pattern.match(text, start)
        dated = _assemble(found, text, lexicon) if found else None
        if dated:
            return dated
    return None


def _assemble(found: re.Match[str], text: str, lexicon: Lexicon) -> Dated | None:
    parts = {name: value for name, value in found.groupdict().items() if value}
    year = int(parts["year"]) if "year" in parts else None
    try:
        first, last = _span(parts, year or _LEAP, lexicon)
    except (ValueError, KeyError):
        return None
    if "last_year" in parts and year:
        last = date(_last_year(parts["last_year"], year), 12, 31)
    if last < first:
        return None
    kind: Kind = "date" if year else "day"
    start, end = found.start(), found.end()
    if "month" not in parts and "quarter" not in parts and "half" not in parts:
        kind = "year"
    if "day" not in parts:
        start, end, part = _part_around(text, start, end, lexicon)
        if part:
            first, last = _narrow(first, last, part)
            kind = "date" if kind == "year" else kind
    return Dated(
        start=start,
        end=end,
        figure_start=found.start(),
        figure_end=found.end(),
        first=first,
        last=last,
        kind=kind,
    )


def _span(parts: dict[str, str], year: int, lexicon: Lexicon) -> tuple[date, date]:
    if "quarter" in parts:
        month = 3 * _ordinal(parts["quarter"], lexicon) - 2
        return date(year, month, 1), _end_of_month(year, month + 2)
    if "half" in parts:
        month = 6 * _ordinal(parts["half"], lexicon) - 5
        return date(year, month, 1), _end_of_month(year, month + 5)
    if "month" not in parts:
        return date(year, 1, 1), date(year + 9 if "decade" in parts else year, 12, 31)
    month = _month(parts["month"], lexicon)
    if "day" not in parts:
        return date(year, month, 1), _end_of_month(year, month)
    day = date(year, month, int(parts["day"]))
    if "either_order" in parts and day.day <= 12:
        other = date(year, day.day, day.month)
        return min(day, other), max(day, other)
    return day, date(year, month, int(parts["last_day"])) if "last_day" in parts else day


def _ordinal(shown: str, lexicon: Lexicon) -> int:
    digits = re.match(r"\d", shown)
    return int(digits[0]) if digits else lexicon.numbers.ordinals[shown.lower()]


def _month(shown: str, lexicon: Lexicon) -> int:
    return int(shown) if shown.isdecimal() else lexicon.dates.months[key(shown).rstrip(".")]


def _last_year(shown: str, year: int) -> int:
    return int(shown) if len(shown) == 4 else year - year % 100 + int(shown)


def _end_of_month(year: int, month: int) -> date:
    return date(year, month, calendar.monthrange(year, month)[1])


def _part_around(text: str, start: int, end: int, lexicon: Lexicon) -> tuple[int, int, str]:
    before = lexicon.dates.part_before.search(text, max(0, start - _WINDOW), start)
    if before:
        return before.start(), end, lexicon.dates.parts[key(before[1])]
    after = lexicon.dates.part_after.match(text, end)
    if after:
        return start, after.end(), lexicon.dates.parts[key(after[1])]
    return start, end, ""


def _narrow(first: date, last: date, part: str) -> tuple[date, date]:
    """A third of a span: of a month ten days or so, of a year four months, else by days."""
    if first.month == last.month and first.year == last.year:
        thirds = {"early": (1, 10), "mid": (11, 20), "late": (21, last.day)}
        low, high = thirds[part]
        return first.replace(day=low), last.replace(day=high)
    if (first.month, first.day, last.month, last.day, last.year) == (1, 1, 12, 31, first.year):
        month = {"early": 1, "mid": 5, "late": 9}[part]
        return date(first.year, month, 1), _end_of_month(first.year, month + 3)
    length = last.toordinal() - first.toordinal() + 1
    cuts = [first.toordinal() + round(length * share / 3) for share in range(4)]
    index = ("early", "mid", "late").index(part)
    return date.fromordinal(cuts[index]), date.fromordinal(cuts[index + 1] - 1)
