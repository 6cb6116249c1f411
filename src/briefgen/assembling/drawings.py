"""Charts of figures: what may stand on one axis, and which passages a drawing rests on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefgen.assembling.estimates import day_of
from briefgen.assembling.formula import named_in, parse
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.document import Inline, Inlines, Label, plain
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Figure
from briefgen.outline.decoder import Located
from briefgen.outline.written import Outline
from briefgen.text.wording import Wording


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
