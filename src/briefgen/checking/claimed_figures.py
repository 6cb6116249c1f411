"""The figure check over a whole brief: every claim, and every reading of its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from briefgen.assembling.assembly import Claim
from briefgen.checking.brief import Brief
from briefgen.checking.columns import columns_of
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
from briefgen.diagnostics import Diagnostic, Severity, Span, error
from briefgen.model.evidence import Extent, SourceText
from briefgen.model.review import FigureFound
from briefgen.outline.decoder import Located
from briefgen.text.iso_dates import first_day
from briefgen.text.language_tags import primary
from briefgen.text.quantities.shown import show_range

CHECKED_KINDS = ("fact", "judgement", "alternative")
"""Kinds of claims whose figures must be found; assumptions and gaps tell what no source says."""
FORESEEING_KINDS = ("judgement", "alternative")
"""Those of them that may look ahead, as far as their author sees fit."""


def figure_reports(brief: Brief) -> Iterator[tuple[str, FigureReport]]:
    """What became of the figures that somebody wrote, each report with the block that it is on."""
    computed = _computed(brief)
    for claim in brief.assembly.claims:
        if claim.kind in CHECKED_KINDS and claim.origin.provenance != "generated":
            passages = _passages(brief, claim)
            yield claim.block, check_figures(_text(brief, claim), passages, computed)
            if claim.prose is not None and claim.prose.because is not None:
                reason = _text(brief, claim, claim.prose.because)
                yield claim.block, _lenient(check_figures(reason, passages, computed))
    for event in brief.assembly.events:
        passages, until = _passages(brief, event.claim), event.written.until
        begins = _typed(event.written.date)
        yield event.claim.block, check_event(begins, _typed(until) if until else None, passages)
        yield event.claim.block, check_figures(_text(brief, event.claim), passages, computed)


def _text(brief: Brief, claim: Claim, reason: Located | None = None) -> CheckedText:
    """What a claim says, or the reason given for it."""
    as_of = first_day(brief.assembly.document.as_of)
    return CheckedText(
        text=reason.value if reason else claim.text,
        span_of=reason.span_within if reason else _span_in(claim),
        language=primary(brief.outline.language),
        foresees_from=as_of if claim.kind in FORESEEING_KINDS else None,
        stretches=() if reason else claim.stretches,
    )


def _lenient(report: FigureReport) -> FigureReport:
    """The report on a reason, which may count what its author has looked at: "one year is known"."""
    return replace(
        report,
        diagnostics=tuple(
            replace(one, severity=Severity.WARNING) if one.code == "FG202" else one
            for one in report.diagnostics
        ),
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
                unit, passage = brief.assembly.figures[name].unit, _passage(brief, anchor.passage)
                place, language = reading.low.located.span, brief.outline.language
                found = check_reading(low, high, unit, passage, place, language)
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
    language = primary(source.language or brief.outline.language)
    dates = tuple(date for date in (source.issued, passage.as_of) if date)
    text = brief.evidence.texts.get(anchor.source)
    before, after = _around(anchor.extent, text) if text is not None else ("", "")
    return CitedPassage(
        id=name,
        exact=anchor.exact,
        language=language,
        before=before,
        after=after,
        dates=dates,
        columns=tuple(columns_of(anchor.extent, text)) if text is not None else (),
    )


_CONTEXT = 80
"""Characters around a passage that may bend its figures."""


def _around(extent: Extent, text: SourceText) -> tuple[str, str]:
    """The words of the same paragraphs just before and just after an extent, as captured: cells of a table
    are parted there.
    """
    start = text.canonical.rfind("\n", 0, extent.start) + 1
    end = text.canonical.find("\n", extent.end)
    near = max(start, extent.start - _CONTEXT)
    far = min(len(text.canonical) if end < 0 else end, extent.end + _CONTEXT)
    first, last = text.word_origins[extent.start], text.word_origins[extent.end]
    before, after = text.words[text.word_origins[near] : first], text.words[last : text.word_origins[far]]
    return before if near == start else before.partition(" ")[2], after


def _computed(brief: Brief) -> list[ComputedFigure]:
    return [
        ComputedFigure(
            name=name,
            low=figure.computed.low,
            high=figure.computed.high,
            unit=figure.unit,
            working=figure.computed.working,
            language=brief.outline.language,
        )
        for name, figure in brief.assembly.figures.items()
        if figure.computed is not None
    ]


def _span_in(claim: Claim) -> Callable[[int, int], Span]:
    return lambda start, end: claim.span_of(
        claim.text[start:end], claim.text.count(claim.text[start:end], 0, start)
    )


RULES = (readings_in_passages, readings_as_shown)
