"""Looks for each figure of a statement, first in the passages cited, then among the computed figures."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from briefgen.checking.figures.baselines import with_baselines
from briefgen.checking.figures.elision import elided
from briefgen.checking.figures.events import dated, lasting
from briefgen.checking.figures.horizons import is_horizon
from briefgen.checking.figures.reading import read_passage
from briefgen.checking.figures.scopes import Searches
from briefgen.checking.figures.search import Search, in_prose
from briefgen.checking.figures.standing import Standing
from briefgen.checking.figures.values import (
    CheckedText,
    CitedPassage,
    ComputedFigure,
    FigureFinding,
    FigureReport,
)
from briefgen.checking.figures.verdicts import Verdict
from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.text.designations import designations
from briefgen.text.quantities import Quantity, quantities
from briefgen.text.quantities.shown import show_range

_SMALL_WORDS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_DEFINITE = re.compile(r"(?<!\w)(?:the|these|those|both|all)\s+\Z", re.IGNORECASE)


def check_figures(
    statement: CheckedText, passages: Sequence[CitedPassage], computed: Sequence[ComputedFigure] = ()
) -> FigureReport:
    """What becomes of each figure of a statement that cites `passages`."""
    figures = [*with_baselines(statement.text, quantities(statement.text, statement.language))]
    searches = Searches(statement, [*map(read_passage, passages)], computed, figures)
    measured = {figure.start: figure for figure in elided(statement.text, figures)}
    judged = [
        (figure, searches.judge(figure, measured.get(figure.start)))
        for figure in figures
        if _is_claim(figure)
    ]
    found = [verdict for figure, verdict in judged if not _is_own_horizon(figure, verdict, statement)]
    found = [*searches.anywhere.turned_round(found)]
    found += searches.anywhere.named(designations(statement.text, figures))
    found = [verdict for verdict in found if not _points_back(verdict.finding, statement.text)]
    found.sort(key=lambda verdict: verdict.finding.start)
    return FigureReport(
        findings=tuple(verdict.finding for verdict in found),
        diagnostics=tuple(
            replace(said, span=statement.span_of(verdict.finding.start, verdict.finding.end))
            for verdict in found
            for said in verdict.said
        ),
    )


def check_reading(
    low: Fraction,
    high: Fraction,
    unit: str,
    passage: CitedPassage,
    span: Span | None,
    language: str = "en",
) -> Diagnostic | None:
    """A reading under `figures:` against its own passage; None where the passage holds it.

    `language` is that of the brief, which the unit may be written in.
    """
    reading = in_prose(low, high, unit, language)
    candidates = Search((read_passage(passage),)).candidates(reading)
    best = min(candidates, key=lambda one: one.match.rank, default=None)
    if best and best.match.standing is Standing.SAME:
        return None
    message = f"the reading {show_range(low, high, unit, language)} is not in the passage {passage.id}"
    message += f"; the nearest figure there is “{best.figure.shown}”" if best else ", nor is any of its kind"
    return error(
        "FG211", message, span, hint="give the value that the passage gives, or name another passage"
    )


def shows(low: Fraction, high: Fraction, unit: str, shown: str, language: str) -> bool:
    """Whether words show a reading's value, or no figure at all."""
    if not quantities(shown, language):
        return True
    words = CitedPassage(id="", exact=shown, language=language)
    return check_reading(low, high, unit, words, None, language) is None


def check_event(
    date: CheckedText, until: CheckedText | None, passages: Sequence[CitedPassage]
) -> FigureReport:
    """What becomes of the dates of an event, in ISO 8601, that cites `passages`."""
    search = Search([*map(read_passage, passages)])
    typed = [one for one in (date, until) if one is not None]
    figures = [dated(one.text) for one in typed]
    if until is not None and search.holds(lasting(*figures)):
        return FigureReport()
    found = [search.judge_date(figure) for figure in figures]
    return FigureReport(
        findings=tuple(verdict.finding for verdict in found),
        diagnostics=tuple(
            replace(said, span=one.span_of(0, len(one.text)))
            for one, verdict in zip(typed, found, strict=True)
            for said in verdict.said
        ),
    )


def _is_claim(figure: Quantity) -> bool:
    """Whether a figure is looked for at all: "one" and "first" in words order prose rather than matter."""
    if figure.kind == "ordinal":
        return not figure.in_words
    return not (figure.in_words and figure.kind == "number" and figure.low == figure.high == 1)


def _points_back(finding: FigureFinding, text: str) -> bool:
    """Whether a count that no passage holds only points at what was named before: "the two leaders"."""
    if finding.status != "not found" or finding.shown.lower() not in _SMALL_WORDS:
        return False
    return bool(_DEFINITE.search(text, max(0, finding.start - 10), finding.start))


def _is_own_horizon(figure: Quantity, verdict: Verdict, statement: CheckedText) -> bool:
    """Whether a figure that no passage holds is how far ahead the author of a judgement looks."""
    if statement.foresees_from is None or verdict.finding.status not in ("differs", "not found"):
        return False
    return is_horizon(figure, statement.text, statement.language, statement.foresees_from)
