"""A chart in words made from its data, for those who cannot see it."""

from __future__ import annotations

from itertools import groupby
from typing import assert_never

from briefgen.model.chart import Chart, Event, RangeChart, Timeline, ValueChart
from briefgen.model.document import Figure, Image, plain
from briefgen.rendering.charts.axis import number_text
from briefgen.text.wording import furniture_of, wording_of


def alternative_text(chart: Chart) -> str:
    """What the chart shows, every number named, in one line of plain sentences."""
    match chart:
        case RangeChart():
            return _range_text(chart)
        case Timeline():
            events = "; ".join(
                f"{period_text(event, chart.language)}: {event.label.rstrip('.')}" for event in chart.events
            )
            return _sentences(_head(chart, wording_of(chart.language).charts.timeline), events)
        case ValueChart():
            return _value_text(chart)
        case _:
            assert_never(chart)


def figure_words(figure: Figure) -> str:
    """What stands for a figure where it cannot be seen: the author's words, a chart's data, its caption."""
    if figure.alt:
        return figure.alt
    if isinstance(figure.content, Image):
        return plain(figure.caption)
    return alternative_text(figure.content)


def period_text(event: Event, language: str) -> str:
    """When an event was, in words: one date, or two with a dash between, month and year once where shared."""
    furniture = furniture_of(language)
    first, last = furniture.date(event.start).split(" "), furniture.date(event.end or event.start).split(" ")
    if first == last:
        return " ".join(first)
    most = min(len(first), len(last)) - 1
    shared = next((at for at in range(most) if first[-at - 1] != last[-at - 1]), most)
    apart = first[: len(first) - shared]
    dash = "–" if len(apart) == len(last) - shared == 1 else " – "
    return f"{' '.join(apart)}{dash}{' '.join(last)}"


def _range_text(chart: RangeChart) -> str:
    wording = wording_of(chart.language)
    readings = "; ".join(f"{reading.label}: {reading.shown}" for reading in chart.readings)
    by_origin = sorted((reading for reading in chart.readings if reading.origin), key=lambda one: one.origin)
    voices = [[reading.label for reading in voice] for _, voice in groupby(by_origin, lambda one: one.origin)]
    shared = [
        wording.charts.share_origin.format(voices=wording.listed(voice)) for voice in voices if len(voice) > 1
    ]
    return _sentences(_head(chart, wording.charts.voices, chart.unit), readings, *shared)


def _value_text(chart: ValueChart) -> str:
    words = wording_of(chart.language).charts
    rows = []
    for series in chart.series:
        pairs = ", ".join(
            f"{category} {number_text(value, chart.language)}"
            for category, value in zip(chart.categories, series.values, strict=True)
        )
        rows.append(f"{series.label}: {pairs}" if series.label else pairs)
    return _sentences(
        _head(chart, words.bars if chart.kind == "bar" else words.lines, chart.unit), "; ".join(rows)
    )


def _head(chart: Chart, kind: str, unit: str = "") -> str:
    if unit:
        kind = wording_of(chart.language).charts.in_unit.format(kind=kind, unit=unit)
    return f"{chart.title.rstrip('.')} ({kind})" if chart.title else kind[0].upper() + kind[1:]


def _sentences(*sentences: str) -> str:
    return " ".join(one if one.endswith(".") else f"{one}." for one in sentences if one)
