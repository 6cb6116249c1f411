"""Charts as data: one description, drawn by each renderer in its own way.

The `language` of a chart is the first part of a BCP 47 tag; numbers and dates in it are written accordingly.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What one voice says of a quantity: a point where `low` equals `high`, else a range.

    `shown` is the value in words, as a reader expects it ("5–8 million"). Readings of one `origin`
    are one voice told more than once; an empty origin stands alone.
    """

    label: str
    low: float
    high: float
    shown: str
    origin: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeChart:
    """Who says what of one quantity, on one axis from `axis_low` to `axis_high` in `unit`."""

    title: str
    unit: str
    readings: tuple[Reading, ...]
    axis_low: float
    axis_high: float
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """Something that happened between two dates (ISO 8601, to the year, month or day)."""

    start: str
    end: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """Events in order of time."""

    title: str
    events: tuple[Event, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One row of values, one for each category of its chart."""

    label: str
    values: tuple[float, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueChart:
    """Values by category, as bars or as lines.

    Categories that are days lie in time as their `days` do, proleptic ordinals; others lie equally far apart.
    """

    kind: Literal["bar", "line"]
    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    language: str = "en"
    days: tuple[int, ...] = ()


Chart: TypeAlias = RangeChart | Timeline | ValueChart
