"""Who says what of a quantity: a table, and a chart where voices part."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.assembling.charts import range_chart
from briefgen.assembling.figures import agreement
from briefgen.assembling.prose import ProseReader
from briefgen.citing.chicago import short_title
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
from briefgen.model.figures import Agreement, Figure
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
