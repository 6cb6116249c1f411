"""The figure check over a whole brief: every claim, and every reading of its figures."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from fractions import Fraction

from briefgen.assembling.assembly import Claim
from briefgen.checking.brief import Brief
from briefgen.checking.figures import (
    CheckedText,
    CitedPassage,
    ComputedFigure,
    FigureReport,
    check_figures,
    check_reading,
)
from briefgen.diagnostics import Diagnostic, Span
from briefgen.model.evidence import Extent, SourceText
from briefgen.model.review import FigureFound

CHECKED_KINDS = ("fact", "judgement", "alternative")
"""Kinds of claims whose figures must be found; assumptions and gaps tell what no source says."""
FORESEEING_KINDS = ("judgement", "alternative")
"""Those of them that may look ahead, as far as their author sees fit."""


def figure_reports(brief: Brief) -> Iterator[tuple[Claim, FigureReport]]:
    """What became of the figures of each claim that somebody wrote, and of the reason given for it."""
    computed, as_of = _computed(brief), brief.assembly.document.as_of
    for claim in brief.assembly.claims:
        if claim.kind in CHECKED_KINDS and claim.origin.provenance != "generated":
            passages = _passages(brief, claim)
            for text, span_of in _texts(claim):
                statement = CheckedText(
                    text=text,
                    span_of=span_of,
                    language=brief.outline.language.split("-")[0],
                    foresees_from=_first_day(as_of) if claim.kind in FORESEEING_KINDS else None,
                )
                yield claim, check_figures(statement, passages, computed)


def _texts(claim: Claim) -> Iterator[tuple[str, Callable[[int, int], Span]]]:
    """What a claim says, and why its author is so sure of it: both are printed, on the same passages."""
    yield claim.text, _span_in(claim)
    if claim.prose is not None and claim.prose.because is not None:
        yield claim.prose.because.value, claim.prose.because.span_within


def _first_day(as_of: str) -> date:
    """The first day of a date that may leave out its day or month."""
    year, month, day = ([int(part) for part in as_of.split("-")] + [1, 1])[:3]
    return date(year, month, day)


def figures_found(reports: Sequence[tuple[Claim, FigureReport]]) -> Iterator[FigureFound]:
    """The figures of all claims as a reviewer is told of them."""
    for claim, report in reports:
        for finding in report.findings:
            yield FigureFound(
                block=claim.block,
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
        )
        for name, figure in brief.assembly.figures.items()
        if figure.computed is not None
    ]


def _span_in(claim: Claim) -> Callable[[int, int], Span]:
    return lambda start, end: claim.span_of(
        claim.text[start:end], claim.text.count(claim.text[start:end], 0, start)
    )


RULES = (readings_in_passages,)
