"""Who says what of a quantity: a table, and a chart where voices part."""

from __future__ import annotations

from collections.abc import Sequence
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
from briefgen.model.figures import Agreement, Figure, SourceReading

_STANDING = {
    Agreement.SINGLE: "One voice only.",
    Agreement.SAME: "The sources agree.",
    Agreement.OVERLAP: "The sources differ, but a value fits all.",
    Agreement.CONFLICT: "The sources part: no value fits all.",
}


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
    header = tuple(Cell(inlines=(Text(text=title),)) for title in ("Quantity", "Who says what", "Together"))
    columns = (Column(weight=3), Column(weight=6), Column(weight=3))
    blocks: list[Block] = [
        Table(id=name, columns=columns, header=header, rows=rows, caption=caption, row_headers=True)
    ]
    remarks = [f"{figure.label}: {figure.remark}" for figure in figures if figure.remark]
    if remarks:
        blocks.append(Paragraph(id=f"{name}-remarks", role="remark", inlines=(Text(text=" ".join(remarks)),)))
    if with_charts:
        for figure in figures:
            if agreement(figure.readings, evidence.passages) is Agreement.CONFLICT:
                blocks += figure_blocks([figure], "range", evidence, f"{name}-{figure.id}", (), "")
    return blocks


def _row(figure: Figure, evidence: Evidence, reader: ProseReader) -> tuple[Cell, ...]:
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
        said.append(Text(text=f"{figure.computed.shown} – computed: {figure.computed.working}"))
    return (
        Cell(inlines=(Text(text=figure.label),)),
        Cell(inlines=tuple(said)),
        Cell(inlines=(Text(text=_together(figure, evidence)),)),
    )


def _together(figure: Figure, evidence: Evidence) -> str:
    if not figure.readings:
        return "Computed from the figures named."
    standing = agreement(figure.readings, evidence.passages)
    origins = {evidence.passages[reading.passage].origin for reading in figure.readings}
    if standing is Agreement.SINGLE and len(figure.readings) > 1 and len(origins - {""}) == 1:
        return "One origin, told more than once."
    spans = {(reading.low, reading.high) for reading in figure.readings}
    if standing is Agreement.SINGLE and len(spans) > 1:
        return "One voice only, with several values."
    return _STANDING[standing]


def figure_blocks(
    figures: Sequence[Figure], kind: str, evidence: Evidence, name: str, caption: Inlines, alt: str
) -> list[Block]:
    """A chart of figures: one range chart for each, or all together as bars or a line."""
    if kind in ("bar", "line"):
        return [_value_figure(figures, "bar" if kind == "bar" else "line", name, caption, alt)]
    return [
        FigureBlock(
            id=name if place == 0 else f"{name}-{place + 1}",
            content=_range_chart(figure, evidence),
            alt=alt,
            caption=caption if place == 0 else (),
        )
        for place, figure in enumerate(figures)
        if figure.readings
    ]


def _range_chart(figure: Figure, evidence: Evidence) -> RangeChart:
    ends = [end for reading in figure.readings for end in (reading.low, reading.high)]
    divisor, magnitude = _magnitude(max(ends))
    lowest, highest = min(ends) / divisor, max(ends) / divisor
    return RangeChart(
        title=figure.label,
        unit=f"{magnitude}{figure.unit}",
        readings=tuple(_chart_reading(reading, evidence, divisor) for reading in figure.readings),
        axis_low=float(lowest if lowest < 0 else 0),
        axis_high=float(highest),
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


def _magnitude(highest: Fraction) -> tuple[int, str]:
    for divisor, word in ((10**9, "billion "), (10**6, "million ")):
        if highest >= divisor:
            return divisor, word
    return 1, ""


def _value_figure(
    figures: Sequence[Figure], kind: Literal["bar", "line"], name: str, caption: Inlines, alt: str
) -> FigureBlock:
    shown = [figure for figure in figures if figure.readings or figure.computed]
    values = [_middle(figure) for figure in shown]
    divisor, magnitude = _magnitude(max(values, default=Fraction(0)))
    unit = shown[0].unit if shown else ""
    chart = ValueChart(
        kind=kind,
        title="",
        unit=f"{magnitude}{unit}",
        categories=tuple(figure.label for figure in shown),
        series=(Series(label=unit, values=tuple(float(value / divisor) for value in values)),),
    )
    return FigureBlock(id=name, content=chart, alt=alt, caption=caption)


def _middle(figure: Figure) -> Fraction:
    span = figure.computed or figure.readings[0]
    return (span.low + span.high) / 2
