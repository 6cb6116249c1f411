"""Charts as geometry and as words, the same for every renderer: `draw` and `alternative_text`.

All are drawn to be read in grey and without telling colours apart: places, shapes and words carry what
the colours say.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import assert_never

from briefgen.model.chart import Chart, RangeChart, Reading, Timeline, ValueChart
from briefgen.rendering.charts.axis import all_whole, date_axis, days_of, number_axis
from briefgen.rendering.charts.drawing import Dot, Drawing, Label, Line, Polyline, Rect, Shape
from briefgen.rendering.charts.rows import Columns, Row, draw_rows
from briefgen.rendering.charts.value_charts import draw_bars, draw_lines
from briefgen.rendering.charts.words import alternative_text, figure_words, period_text
from briefgen.rendering.theme import Theme
from briefgen.text.wording import wording_of

__all__ = [
    "Dot",
    "Drawing",
    "Label",
    "Line",
    "Polyline",
    "Rect",
    "Shape",
    "alternative_text",
    "draw",
    "figure_words",
]


def draw(chart: Chart, theme: Theme, width: float) -> Drawing:
    """The chart as shapes, `width` points wide and as high as it needs.

    Raises:
        ValueError: where an event's date is not one to the year, month or day (ISO 8601).
    """
    match chart:
        case RangeChart():
            return _draw_ranges(chart, theme, width)
        case Timeline():
            return _draw_timeline(chart, theme, width)
        case ValueChart(kind="bar"):
            return draw_bars(chart, theme, width)
        case ValueChart():
            return draw_lines(chart, theme, width)
        case _:
            assert_never(chart)


def _draw_ranges(chart: RangeChart, theme: Theme, width: float) -> Drawing:
    readings = _voices_together(chart.readings)
    lows = [chart.axis_low, *(reading.low for reading in readings)]
    highs = [chart.axis_high, *(reading.high for reading in readings)]
    return draw_rows(
        chart.title,
        chart.unit,
        [
            Row(
                left=reading.label,
                right=reading.shown,
                low=reading.low,
                high=reading.high,
                bracket=reading.origin,
            )
            for reading in readings
        ],
        number_axis(min(lows), max(highs), chart.language, whole=all_whole([*lows, *highs])),
        bracket=wording_of(chart.language).charts.one_origin,
        columns=Columns(left=0.3, right=0.2),
        theme=theme,
        width=width,
    )


def _voices_together(readings: Iterable[Reading]) -> list[Reading]:
    """Readings of one origin side by side, where the first of them stood."""
    voices: dict[object, list[Reading]] = {}
    for at, reading in enumerate(readings):
        voices.setdefault(reading.origin or at, []).append(reading)
    return [reading for voice in voices.values() for reading in voice]


def _draw_timeline(chart: Timeline, theme: Theme, width: float) -> Drawing:
    days = [(days_of(event.start)[0], days_of(event.end or event.start)[1]) for event in chart.events]
    if not days:
        return Drawing(width=width, height=0.0, shapes=())
    return draw_rows(
        chart.title,
        "",
        [
            Row(
                left=period_text(event, chart.language),
                right=event.label,
                low=first.toordinal(),
                high=last.toordinal(),
            )
            for event, (first, last) in zip(chart.events, days, strict=True)
        ],
        date_axis(min(first for first, _ in days), max(last for _, last in days), chart.language),
        bracket="",
        columns=Columns(left=0.22, right=0.4),
        theme=theme,
        width=width,
    )
