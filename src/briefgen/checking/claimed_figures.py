"""The figure check over a whole brief: every claim, and every reading of its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from briefgen.assembling.assembly import Claim
from briefgen.checking.brief import Brief
from briefgen.checking.figures import (
    CheckedText,
    CitedPassage,
    ComputedFigure,
    FigureReport,
    check_event,
    check_figures,
    check_reading,
    shows,
)
from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.model.evidence import Extent, SourceText
from briefgen.model.review import FigureFound
from briefgen.outline.decoding import Located
from briefgen.text.quantities.shown import show_range

CHECKED_KINDS = ("fact", "judgement", "alternative")
"""Kinds of claims whose figures must be found; assumptions and gaps tell what no source says."""


def figure_reports(brief: Brief) -> Iterator[tuple[str, FigureReport]]:
    """What became of the figures that somebody wrote, each report with the block that it is on."""
    computed = _computed(brief)
    for claim in brief.assembly.claims:
        if claim.kind in CHECKED_KINDS and claim.origin.provenance != "generated":
            yield claim.block, check_figures(_text_of(brief, claim), _passages(brief, claim), computed)
    for event in brief.assembly.events:
        passages, until = _passages(brief, event.claim), event.written.until
        date = _typed(event.written.date)
        yield event.claim.block, check_event(date, _typed(until) if until else None, passages)
        yield event.claim.block, check_figures(_text_of(brief, event.claim), passages, computed)


def _text_of(brief: Brief, claim: Claim) -> CheckedText:
    return CheckedText(
        text=claim.text, span_of=_span_in(claim), language=brief.outline.language.split("-")[0]
    )


def _typed(located: Located) -> CheckedText:
    return CheckedText(text=located.value, span_of=located.span_within)


def figures_found(reports: Sequence[tuple[str, FigureReport]]) -> Iterator[FigureFound]:
    """The figures of all claims as a reviewer is told of them."""
    for block, report in reports:
        for finding in report.findings:
            yield FigureFound(
                block=block,
                shown=finding.shown,
                status=finding.status,
                passages=(finding.place.passage,) if finding.place else (),
                remark=finding.remark,
            )


def readings_in_passages(brief: Brief) -> Iterator[Diagnostic]:
    """FG211: a reading under figures that its passage does not hold."""
    for name, written in brief.outline.figures.items():
        for reading in written.readings:
            anchor = brief.evidence.anchors.get(reading.passage.value)
            if anchor is not None:
                low, high = Fraction(reading.low.value), Fraction(reading.high.value)
                unit = brief.assembly.figures[name].unit
                found = check_reading(
                    low, high, unit, _passage(brief, anchor.passage), reading.low.located.span
                )
                if found is not None:
                    yield found


def readings_as_shown(brief: Brief) -> Iterator[Diagnostic]:
    """FG214: a reading that is shown to the reader as another figure than its value."""
    for name, written in brief.outline.figures.items():
        for reading in written.readings:
            if reading.shown is None or name not in brief.assembly.figures:
                continue
            low, high = Fraction(reading.low.value), Fraction(reading.high.value)
            units = (brief.assembly.figures[name].unit, "")
            if not any(shows(low, high, unit, reading.shown.value, brief.outline.language) for unit in units):
                value = show_range(low, high, units[0], brief.outline.language)
                yield error(
                    "FG214",
                    f"the reading is shown as “{reading.shown.value}”, but its value is {value}",
                    reading.shown.span,
                    hint="show the figure that stands in the passage, or leave shown out",
                )


def _passages(brief: Brief, claim: Claim) -> list[CitedPassage]:
    return [_passage(brief, name) for name in claim.cited]


def _passage(brief: Brief, name: str) -> CitedPassage:
    anchor, passage = brief.evidence.anchors[name], brief.evidence.passages[name]
    source = brief.evidence.sources[anchor.source]
    language = (source.language or brief.outline.language).split("-")[0]
    dates = tuple(date for date in (source.issued, passage.as_of) if date)
    text = brief.evidence.texts.get(anchor.source)
    before, after = _around(anchor.extent, text) if text is not None else ("", "")
    return CitedPassage(
        id=name, exact=anchor.exact, language=language, before=before, after=after, dates=dates
    )


_CONTEXT = 80
"""Characters around a passage that may bend its figures."""


def _around(extent: Extent, text: SourceText) -> tuple[str, str]:
    """The words of the same paragraphs just before and just after an extent."""
    start = text.canonical.rfind("\n", 0, extent.start) + 1
    end = text.canonical.find("\n", extent.end)
    near = max(start, extent.start - _CONTEXT)
    before = text.canonical[near : extent.start]
    after = text.canonical[extent.end : extent.end + _CONTEXT if end < 0 else min(end, extent.end + _CONTEXT)]
    return before if near == start else before.partition(" ")[2], after


def _computed(brief: Brief) -> list[ComputedFigure]:
    return [
        ComputedFigure(
            name=name,
            low=figure.computed.low,
            high=figure.computed.high,
            unit=figure.unit,
            working=figure.computed.working,
        )
        for name, figure in brief.assembly.figures.items()
        if figure.computed is not None
    ]


def _span_in(claim: Claim) -> Callable[[int, int], Span]:
    return lambda start, end: claim.span_of(
        claim.text[start:end], claim.text.count(claim.text[start:end], 0, start)
    )


RULES = (readings_in_passages, readings_as_shown)
