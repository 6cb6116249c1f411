"""The charts that a statement asks for, each with its caption and the marks of what it rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.assembling.charts import (
    chart_through_time,
    of_other_units,
    range_chart,
    value_chart,
    without_a_day,
)
from briefgen.assembling.formula import named_in, parse
from briefgen.assembling.prose import ProseReader
from briefgen.diagnostics import Diagnostic
from briefgen.model.chart import Chart
from briefgen.model.document import Inline, Inlines, Label, marks_in, plain
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Figure
from briefgen.outline.written import FigureStatement, Outline
from briefgen.text.wording import Wording
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawings:
    """Draws the charts of an outline; `found` gathers what is wrong with them."""

    outline: Outline
    evidence: Evidence
    figures: Mapping[str, Figure]
    reader: ProseReader
    found: list[Diagnostic]

    def of(
        self, statement: FigureStatement, drawn: Sequence[Figure], caption: Inlines
    ) -> Iterator[tuple[Chart, Inlines]]:
        """The charts of some figures with their captions, of which the first has the statement's own."""
        language = self.reader.notes.wording.language
        if statement.kind == "range":
            for figure in drawn:
                if figure.readings:
                    words = self._with_marks(caption, [figure], every_voice=True)
                    yield range_chart(figure, self.evidence, language), words
                    caption = ()
        elif statement.kind == "line" and len(drawn) == 1 and len(drawn[0].readings) > 1:
            undated = list(without_a_day(statement.figures[0], drawn[0], self.evidence))
            self.found.extend(undated)
            if not undated:
                words = self._with_marks(caption, drawn, every_voice=True)
                yield chart_through_time(drawn[0], self.evidence, language), words
        else:
            self.found.extend(of_other_units(statement.figures, self.figures))
            words = self._with_marks(caption, drawn, every_voice=False)
            yield value_chart(drawn, "bar" if statement.kind == "bar" else "line", language), words

    def _with_marks(self, caption: Inlines, drawn: Sequence[Figure], *, every_voice: bool) -> Inlines:
        """A caption with the marks of what is drawn, but for passages that it cites itself."""
        notes = self.reader.notes
        cited = {passage for mark in marks_in(caption) for passage in notes.passages_of(mark)}
        behind = [
            passages_behind(figure, self.outline, self.figures, every_voice=every_voice) for figure in drawn
        ]
        passages = dict.fromkeys(passage for passages in behind for passage in passages)
        marks = [mark for one in passages if one not in cited for mark in self.reader.mark([one])]
        return with_sources(caption, marks, notes.wording)


def passages_behind(
    drawn: Figure, outline: Outline, figures: Mapping[str, Figure], *, every_voice: bool
) -> list[str]:
    """The passages that the drawing of a figure rests on, in order; those of a formula are its figures'.

    A bar or a point of a line shows a figure's first reading only, unless `every_voice` is shown.
    """
    formula = outline.figures[drawn.id].formula
    if formula is None or drawn.computed is None or (every_voice and drawn.readings):
        readings = drawn.readings if every_voice else drawn.readings[:1]
        return list(dict.fromkeys(reading.passage for reading in readings))
    named = [figures[one.name] for one in named_in(parse(formula.value))]
    inner = (passages_behind(one, outline, figures, every_voice=True) for one in named)
    return list(dict.fromkeys(passage for passages in inner for passage in passages))


def with_sources(caption: Inlines, marks: Sequence[Inline], wording: Wording) -> Inlines:
    """A caption with the marks of what a drawing rests on; marks alone would be a stray, tiny line."""
    new = [mark for mark in marks if mark not in caption]
    if not new or any(plain((inline,)).strip() for inline in caption if not isinstance(inline, Label)):
        return (*caption, *new)
    word = wording.sources.source if len(new) == 1 else wording.sources.list
    return (*caption, Label(text=word + wording.notes.colon), *new)
