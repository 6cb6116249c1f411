"""The outline's figures made exact: readings tied to their passages, formulas computed, voices compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from briefgen.assembling.formula import Formula, Operand, compute
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.evidence import Passage
from briefgen.model.figures import Agreement, Computed, Figure, SourceReading
from briefgen.outline.written import Outline, WrittenFigure, WrittenReading
from briefgen.text.did_you_mean import did_you_mean, nearest
from briefgen.text.quantities import Approximation, quantities
from briefgen.text.quantities.rounding import reach
from briefgen.text.quantities.shown import show_range


def resolve_figures(outline: Outline) -> tuple[dict[str, Figure], list[Diagnostic]]:
    """All figures of an outline by id, and what is wrong with them."""
    found: list[Diagnostic] = []
    readings = {
        name: tuple(
            reading
            for item in written.readings
            if (reading := _reading(item, written, outline, found)) is not None
        )
        for name, written in outline.figures.items()
    }
    computed = _compute(outline, readings, found)
    figures = {
        name: Figure(
            id=name,
            label=written.label,
            unit=written.unit,
            readings=readings[name],
            computed=computed.get(name),
            remark=written.remark,
        )
        for name, written in outline.figures.items()
    }
    return figures, found


def _compute(
    outline: Outline, readings: Mapping[str, Sequence[SourceReading]], found: list[Diagnostic]
) -> Mapping[str, Computed]:
    written = {name: figure.formula for name, figure in outline.figures.items() if figure.formula is not None}
    known = {
        name: Operand(
            low=min(reading.low for reading in given),
            high=max(reading.high for reading in given),
            unit=outline.figures[name].unit,
        )
        for name, given in readings.items()
        if given
    }
    formulas = {
        name: Formula(text=formula.value, unit=outline.figures[name].unit)
        for name, formula in written.items()
    }
    computed, wrong = compute(formulas, known, outline.language)
    for name, failure in wrong.items():
        span = written[name].span_within(failure.start, failure.end)
        asked = written[name].value[failure.start : failure.end]
        near = nearest(asked, outline.figures)
        hint = f"did you mean “{near}”?" if near not in ("", asked) else ""
        unread = asked in outline.figures and asked not in known and asked not in written
        message = f"the figure “{asked}” has no value to compute with" if unread else failure.message
        found.append(error("FG101", message, span, hint=hint))
    return computed


def _reading(
    written: WrittenReading, figure: WrittenFigure, outline: Outline, found: list[Diagnostic]
) -> SourceReading | None:
    passage = written.passage.value
    if passage not in outline.passages:
        hint = did_you_mean(passage, outline.passages)
        message = f"no passage is called “{passage}”"
        found.append(error("OL130", message, written.passage.span, hint=hint))
        return None
    low, high = Fraction(written.low.value), Fraction(written.high.value)
    given = written.shown.value if written.shown else ""
    shown = given or show_range(low, high, figure.unit, outline.language)
    return SourceReading(passage=passage, low=low, high=high, shown=shown)


def agreement(readings: Sequence[SourceReading], passages: Mapping[str, Passage]) -> Agreement:
    """How the voices behind some readings stand to each other.

    Passages of one origin are one voice, and so are passages of one source; a voice that gives several
    readings spans them all. Words such as "over" in what is shown leave a reading open to that side.
    """
    voices: dict[str, list[SourceReading]] = {}
    for reading in readings:
        passage = passages[reading.passage]
        voices.setdefault(passage.origin or f"source {passage.source}", []).append(reading)
    if len(voices) < 2:
        return Agreement.SINGLE
    spans = {(min(one.low for one in said), max(one.high for one in said)) for said in voices.values()}
    starts, ends = zip(*(_reach(said) for said in voices.values()), strict=True)
    highest_start = max((start for start in starts if start is not None), default=None)
    lowest_end = min((end for end in ends if end is not None), default=None)
    if highest_start is not None and lowest_end is not None and highest_start > lowest_end:
        return Agreement.CONFLICT
    return Agreement.SAME if len(spans) == 1 else Agreement.OVERLAP


def _reach(said: Sequence[SourceReading]) -> tuple[Fraction | None, Fraction | None]:
    """From the lowest to the highest value that one voice leaves room for; None is no end."""
    reaches = []
    for reading in said:
        figure = next(iter(quantities(reading.shown)), None)
        bent = figure.approximation if figure else Approximation.EXACT
        reaches.append(reach(reading.low, reading.high, bent))
    starts, ends = [start for start, _ in reaches], [end for _, end in reaches]
    return (
        None if None in starts else min(start for start in starts if start is not None),
        None if None in ends else max(end for end in ends if end is not None),
    )
