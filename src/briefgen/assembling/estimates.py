"""Who says what of a quantity: a table, and a chart where voices part."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Literal

from briefgen.assembling.figures import agreement
from briefgen.assembling.prose import ProseReader
from briefgen.citing.chicago import short_title
from briefgen.model.chart import RangeChart, Reading, Series, ValueChart
from briefgen.model.document import (
    Block,
    Cell,
    Column,
    Inline,
    Inlines,
    LineBreak,
    Paragraph,
    Table,
    Text,
)
from briefgen.model.document import (
    Figure as FigureBlock,
)
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Agreement, Computed, Figure, SourceReading
from briefgen.text.quantities.shown import magnitude
from briefgen.text.wording import furniture_of
from briefgen.text.wording.words import EstimateWords


def estimate_blocks(
    figures: Sequence[Figure],
    evidence: Evidence,
    reader: ProseReader,
    name: str,
    caption: Inlines,
    with_charts: bool,
) -> list[Block]:
    """The table of some figures, remarks on them, and a chart for each on which voices part."""
    rows = tuple(_row(figure, evidence, reader) for figure in figures)
    words = reader.notes.wording.estimates
    header = tuple(
        Cell(inlines=(Text(text=title),)) for title in (words.quantity, words.voices, words.together)
    )
    columns = (Column(weight=3), Column(weight=6), Column(weight=3))
    blocks: list[Block] = [
        Table(id=name, columns=columns, header=header, rows=rows, caption=caption, row_headers=True)
    ]
    remarks = [f"{figure.label}: {figure.remark}" for figure in figures if figure.remark]
    if remarks:
        blocks.append(Paragraph(id=f"{name}-remarks", role="remark", inlines=(Text(text=" ".join(remarks)),)))
    language = reader.notes.wording.language
    if with_charts:
        for figure in figures:
            if agreement(figure.readings, evidence.passages) is Agreement.CONFLICT:
                chart = range_chart(figure, evidence, language)
                blocks.append(FigureBlock(id=f"{name}-{figure.id}", content=chart, alt=""))
    return blocks


def _row(figure: Figure, evidence: Evidence, reader: ProseReader) -> tuple[Cell, ...]:
    words = reader.notes.wording.estimates
    said: list[Inline] = []
    for reading in figure.readings:
        if said:
            said.append(LineBreak())
        source = evidence.sources.get(evidence.passages[reading.passage].source)
        who = short_title(source) if source else reading.passage
        said.append(Text(text=f"{reading.shown} – {who}"))
        said.extend(reader.mark([reading.passage]))
    if figure.computed is not None:
        if said:
            said.append(LineBreak())
        said.append(Text(text=f"{figure.computed.shown} – {words.computed}: {figure.computed.working}"))
    return (
        Cell(inlines=(Text(text=figure.label),)),
        Cell(inlines=tuple(said)),
        Cell(inlines=(Text(text=_together(figure, evidence, words)),)),
    )


def _together(figure: Figure, evidence: Evidence, words: EstimateWords) -> str:
    if not figure.readings:
        return words.from_figures
    standing = agreement(figure.readings, evidence.passages)
    origins = {evidence.passages[reading.passage].origin for reading in figure.readings}
    if standing is Agreement.SINGLE and len(figure.readings) > 1 and len(origins - {""}) == 1:
        return words.one_origin
    spans = {(reading.low, reading.high) for reading in figure.readings}
    if standing is Agreement.SINGLE and len(spans) > 1:
        return words.several_values
    match standing:
        case Agreement.SINGLE:
            return words.single
        case Agreement.SAME:
            return words.same
        case Agreement.OVERLAP:
            return words.overlap
        case Agreement.CONFLICT:
            return words.conflict


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
    readings = sorted(figure.readings, key=lambda reading: _ordinal(day_of(reading, evidence)))
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
        days=tuple(map(_ordinal, days)),
    )


def day_of(reading: SourceReading, evidence: Evidence) -> str:
    """When a reading was true, as its passage or else its source says; empty where neither does."""
    passage = evidence.passages[reading.passage]
    source = evidence.sources.get(passage.source)
    return passage.as_of or (source.issued if source else "")


def _ordinal(iso: str) -> int:
    """The first day of a date that may leave out its day or month."""
    year, month, day = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    return date(year, month, day).toordinal()


def _middle(figure: Figure) -> Fraction:
    return _centre(figure.computed or figure.readings[0])


def _centre(span: SourceReading | Computed) -> Fraction:
    return (span.low + span.high) / 2
