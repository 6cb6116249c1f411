"""Axes: where ticks stand and what is written at them, for numbers and for dates."""

from __future__ import annotations

import calendar
import math
from collections.abc import Iterable, Iterator
from datetime import date
from fractions import Fraction

from briefgen.text.quantities.shown import show_number
from briefgen.text.wording import Furniture, furniture_of
from briefgen.values import dataclass

MOST_TICKS = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A place on an axis, in the axis' own measure, and the words there."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """From `low` to `high`, which always differ."""

    low: float
    high: float
    ticks: tuple[Tick, ...]

    def share(self, value: float) -> float:
        """How far along the axis `value` stands: 0 at `low`, 1 at `high`."""
        return (value - self.low) / (self.high - self.low)


def number_axis(low: float, high: float, language: str, *, whole: bool = False) -> Axis:
    """An axis that holds `low` and `high`, widened to ticks at 1, 2, 2.5 or 5 times a power of ten.

    Between `whole` values, which count something, it has no ticks: nobody counts half a ship.
    """
    if low == high:
        low, high = (min(low, 0.0), max(high, 0.0)) if low else (0.0, 1.0)
    step = _number_step((high - low) / (MOST_TICKS - 1), whole)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    values = [number * step for number in range(first, last + 1)]
    ticks = tuple(Tick(at=value, text=number_text(value, language)) for value in values)
    return Axis(low=values[0], high=values[-1], ticks=ticks)


def _number_step(least: float, whole: bool) -> float:
    least = max(least, 1.0) if whole else least
    power = 10.0 ** math.floor(math.log10(least))
    steps = (nice * power for nice in (1, 2, 2.5, 5, 10) if nice * power >= least * (1 - 1e-9))
    return next(step for step in steps if step.is_integer() or not whole)


def all_whole(values: Iterable[float]) -> bool:
    """Whether values may be counts."""
    return all(float(value).is_integer() for value in values)


def number_text(value: float, language: str) -> str:
    """A number as a reader expects it: 12,000; 2.5 million; −3; 0.05."""
    return show_number(Fraction(f"{value:.12g}"), language=language)


def days_of(iso: str) -> tuple[date, date]:
    """The first and the last day of a date given to the year, month or day (ISO 8601).

    Raises:
        ValueError: where it is not such a date.
    """
    parts = [int(part) for part in iso.split("-")]
    match parts:
        case [year]:
            return date(year, 1, 1), date(year, 12, 31)
        case [year, month]:
            return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])
        case [year, month, day]:
            return date(year, month, day), date(year, month, day)
        case _:
            raise ValueError(f"not a date to the year, month or day: {iso!r}")


_MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000)
_DAY_STEPS = (1, 2, 7, 14)
_LAST_ORDINAL = date.max.toordinal()


def date_axis(first: date, last: date, language: str) -> Axis:
    """An axis of days (proleptic ordinals) whose ticks stand on days, months or years that read well."""
    ticks = tuple(_date_ticks(first, last, furniture_of(language)))
    low = min(ticks[0].at, first.toordinal())
    return Axis(low=low, high=max(ticks[-1].at, last.toordinal(), low + 1.0), ticks=ticks)


def _date_ticks(first: date, last: date, furniture: Furniture) -> Iterator[Tick]:
    for step in _DAY_STEPS:
        if (last - first).days / step <= MOST_TICKS - 2:
            end = min(last.toordinal() + step, _LAST_ORDINAL)
            for ordinal in range(first.toordinal(), end + 1, step):
                day = date.fromordinal(ordinal)
                yield Tick(at=ordinal, text=f"{day.day} {furniture.short_month(day.month)}")
            return
    months = (last.year - first.year) * 12 + last.month - first.month
    step = next(step for step in _MONTH_STEPS if months / step <= MOST_TICKS - 2)
    for mark in _month_marks(first, last, step):
        yield Tick(at=mark.toordinal(), text=_month_text(mark, step, furniture))


def _month_marks(first: date, last: date, step: int) -> Iterator[date]:
    start = (first.year * 12 + first.month - 1) // step * step
    end = last.year * 12 + last.month
    for months in range(start, end + step, step):
        year, month = divmod(months, 12)
        if 1 <= year <= 9999:
            yield date(year, month + 1, 1)


def _month_text(mark: date, step: int, furniture: Furniture) -> str:
    if step >= 12:
        return str(mark.year)
    return f"{furniture.short_month(mark.month)} {mark.year}"
