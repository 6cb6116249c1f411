"""Figures as charts: who says what, values beside one another, one figure through time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Literal

from briefgen.citing.chicago import short_title
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.chart import RangeChart, Reading, Series, ValueChart
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Computed, Figure, SourceReading
from briefgen.outline.decoder import Located
from briefgen.text.iso_dates import first_day
from briefgen.text.quantities.shown import magnitude
from briefgen.text.wording import furniture_of


def range_chart(figure: Figure, evidence: Evidence, language: str) -> RangeChart:
    """Who says what of a figure that has readings."""
    ends = [end for reading in figure.readings for end in (reading.low, reading.high)]
    divisor, scale = magnitude(max(ends), language)
    lowest, highest = min(ends) / divisor, max(ends) / divisor
    return RangeChart(
        title=figure.label,
        unit=f"{scale} {figure.unit}".strip(),
        readings=tuple(_chart_reading(reading, evidence, divisor) for reading in figure.readings),
        axis_low=float(lowest if lowest < 0 else 0),
        axis_high=float(highest),
        language=language,
    )


def _chart_reading(reading: SourceReading, evidence: Evidence, divisor: int) -> Reading:
    passage = evidence.passages[reading.passage]
    source = evidence.sources.get(passage.source)
    return Reading(
        label=short_title(source) if source else passage.id,
        low=float(reading.low / divisor),
        high=float(reading.high / divisor),
        shown=reading.shown,
        origin=passage.origin,
    )


def value_chart(figures: Sequence[Figure], kind: Literal["bar", "line"], language: str) -> ValueChart:
    """Figures of one unit beside one another."""
    shown = [figure for figure in figures if figure.readings or figure.computed]
    values = [_middle(figure) for figure in shown]
    divisor, scale = magnitude(max(values, default=Fraction(0)), language)
    unit = shown[0].unit if shown else ""
    return ValueChart(
        kind=kind,
        title="",
        unit=f"{scale} {unit}".strip(),
        categories=tuple(figure.label for figure in shown),
        series=(Series(label=unit, values=tuple(float(value / divisor) for value in values)),),
        language=language,
    )


def chart_through_time(figure: Figure, evidence: Evidence, language: str) -> ValueChart:
    """The readings of a figure as a line from day to day; each has a day (`day_of`)."""
    readings = sorted(figure.readings, key=lambda reading: first_day(day_of(reading, evidence)))
    days = [day_of(reading, evidence) for reading in readings]
    divisor, scale = magnitude(max(map(_centre, readings)), language)
    values = tuple(float(_centre(reading) / divisor) for reading in readings)
    return ValueChart(
        kind="line",
        title=figure.label,
        unit=f"{scale} {figure.unit}".strip(),
        categories=tuple(map(furniture_of(language).date, days)),
        series=(Series(label="", values=values),),
        language=language,
        days=tuple(first_day(day).toordinal() for day in days),
    )


def of_other_units(names: Sequence[Located], figures: Mapping[str, Figure]) -> Iterator[Diagnostic]:
    """The figures that have no place on the axis of the first."""
    named = [(name, figures[name.value]) for name in names if name.value in figures]
    for name, figure in named[1:]:
        first = named[0][1]
        if figure.unit != first.unit:
            message = f"“{figure.id}” is in {figure.unit}, and “{first.id}” before it in {first.unit}"
            yield error("FG102", message, name.span, hint="draw one chart for each unit")


def without_a_day(name: Located, figure: Figure, evidence: Evidence) -> Iterator[Diagnostic]:
    """The readings of a figure that have no place on a line through time."""
    for reading in figure.readings:
        if not day_of(reading, evidence):
            message = f"nothing says when the reading of “{reading.passage}” was true"
            hint = "give the passage its as-of, or its source the day it was issued"
            yield error("FG103", message, name.span, hint=hint)


def day_of(reading: SourceReading, evidence: Evidence) -> str:
    """When a reading was true, as its passage or else its source says; empty where neither does."""
    passage = evidence.passages[reading.passage]
    source = evidence.sources.get(passage.source)
    return passage.as_of or (source.issued if source else "")


def _middle(figure: Figure) -> Fraction:
    return _centre(figure.computed or figure.readings[0])


def _centre(span: SourceReading | Computed) -> Fraction:
    return (span.low + span.high) / 2
