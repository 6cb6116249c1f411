"""Looks for each figure of a statement, first in the passages cited, then among the computed figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from briefgen.checking.figures import verdicts
from briefgen.checking.figures.baselines import with_baselines
from briefgen.checking.figures.elision import elided
from briefgen.checking.figures.events import dated, ends_of, lasting
from briefgen.checking.figures.horizons import is_horizon
from briefgen.checking.figures.matching import compare
from briefgen.checking.figures.movements import is_reversed, movements, multiplies_by
from briefgen.checking.figures.nouns import Likeness, likeness
from briefgen.checking.figures.standing import Doubt, Match, Standing
from briefgen.checking.figures.values import (
    CheckedText,
    CitedPassage,
    ComputedFigure,
    FigureFinding,
    FigureReport,
)
from briefgen.checking.figures.verdicts import Candidate, Verdict
from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.text.designations import Designation, designations
from briefgen.text.quantities import Quantity, quantities
from briefgen.text.quantities.shown import show_range

SMALL = 10
"""Up to here a number in words is a small count."""

_COUNTS_OF_TIMES = ("twice", "thrice")
_SMALL_WORDS = frozenset(("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"))
_DEFINITE = re.compile(r"(?<!\w)(?:the|these|those|both|all)\s+\Z", re.IGNORECASE)


def check_figures(
    statement: CheckedText, passages: Sequence[CitedPassage], computed: Sequence[ComputedFigure] = ()
) -> FigureReport:
    """What becomes of each figure of a statement that cites `passages`."""
    figures = [*with_baselines(statement.text, quantities(statement.text, statement.language))]
    search = _Search(passages, computed, figures)
    measured = {figure.start: figure for figure in elided(statement.text, figures)}
    judged = [
        (figure, search.judge(figure, measured.get(figure.start))) for figure in figures if _is_claim(figure)
    ]
    found = [verdict for figure, verdict in judged if not _is_own_horizon(figure, verdict, statement)]
    found = [*search.turned_round(found)]
    found += search.named(designations(statement.text, figures))
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
    low: Fraction, high: Fraction, unit: str, passage: CitedPassage, span: Span | None
) -> Diagnostic | None:
    """A reading under `figures:` against its own passage; None where the passage holds it."""
    reading = _in_prose(low, high, unit)
    candidates = _Search((passage,), ()).candidates(reading)
    best = min(candidates, key=lambda one: one.match.rank, default=None)
    if best and best.match.standing is Standing.SAME:
        return None
    message = f"the reading {show_range(low, high, unit)} is not in the passage {passage.id}"
    message += f"; the nearest figure there is “{best.figure.shown}”" if best else ", nor is any of its kind"
    return error(
        "FG211", message, span, hint="give the value that the passage gives, or name another passage"
    )


def shows(low: Fraction, high: Fraction, unit: str, shown: str, language: str) -> bool:
    """Whether words show a reading's value, or no figure at all."""
    if not quantities(shown, language):
        return True
    words = CitedPassage(id="", exact=shown, language=language)
    return check_reading(low, high, unit, words, None) is None


def check_event(
    date: CheckedText, until: CheckedText | None, passages: Sequence[CitedPassage]
) -> FigureReport:
    """What becomes of the dates of an event, in ISO 8601, that cites `passages`."""
    search = _Search(passages, ())
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


_PURE = ("", "share", "ratio")
"""Units of formulas that give a mere number."""


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


def _is_small(figure: Quantity) -> bool:
    if figure.kind == "ordinal" or figure.shown.lower() in _COUNTS_OF_TIMES:
        return True
    return figure.in_words and figure.kind == "number" and figure.low == figure.high <= SMALL


class _Search:
    """The figures of a statement's `own` text, and those of the passages that it cites, read once."""

    def __init__(
        self,
        passages: Sequence[CitedPassage],
        computed: Sequence[ComputedFigure],
        own: Sequence[Quantity] = (),
    ) -> None:
        self._passages = passages
        self._computed = computed
        self._read = [(passage, *_read(passage)) for passage in passages]
        self._figures = [(passage, figure) for passage, figures, _ in self._read for figure in figures]
        self._elided = [(passage, figure) for passage, _, in_full in self._read for figure in in_full]
        self._movements = [(passage, list(movements(figures))) for passage, figures, _ in self._read]
        self._own_movements = list(movements(own))

    def judge(self, figure: Quantity, measured: Quantity | None = None) -> Verdict:
        """Where a figure stands, or what is nearest to it; it may be `measured` by the figure before it."""
        verdict = self._judge(figure)
        if measured is None or verdict.finding.status not in ("differs", "not found"):
            return verdict
        in_full = self._judge(measured)
        return verdict if in_full.finding.status == "not found" else in_full

    def holds(self, time: Quantity) -> bool:
        """Whether a passage tells of exactly this time."""
        return any(one.match.standing is Standing.SAME for one in self.candidates(time))

    def judge_date(self, figure: Quantity) -> Verdict:
        """Where a date stands, be it as the first or last of a time that a passage tells."""
        verdict = self.judge(figure)
        if verdict.finding.status == "found in the passage":
            return (self._by_date(figure) if verdict.said else None) or verdict
        for passage, other in self._figures:
            for match in (compare(figure, end) for end in ends_of(other)):
                if match.standing.holds:
                    return verdicts.borne_out(figure, Candidate(passage=passage, figure=other, match=match))
        return verdict

    def turned_round(self, found: Sequence[Verdict]) -> Iterator[Verdict]:
        """The verdicts, with what is to be said of changes that a passage tells the other way round."""
        turned = {
            movement[1].start: (there, passage)
            for movement in self._own_movements
            for passage, others in self._movements
            if (there := is_reversed(movement, others))
        }
        for verdict in found:
            told = any(said.code == "FG213" for said in verdict.said)
            other_way = None if told else turned.get(verdict.finding.start)
            yield verdicts.turned_round(verdict, *other_way) if other_way else verdict

    def _judge(self, figure: Quantity) -> Verdict:
        candidates = sorted(self.candidates(figure), key=lambda one: one.match.rank)
        best = candidates[0] if candidates else None
        if best and best.match.standing.holds and not best.match.doubts:
            return verdicts.borne_out(figure, best)
        by_formula = self._by_formula(figure)
        if by_formula:
            return by_formula
        if best and best.match.standing.holds:
            return verdicts.borne_out(figure, _with_swaps_seen(figure, best, candidates))
        elsewhere = self._by_date(figure) or self._by_two_ends(figure) or self._by_movement(figure)
        if elsewhere:
            return elsewhere
        if _is_small(figure):
            return verdicts.small_count(figure, self._same_noun(figure), self._passages)
        if best is None:
            return verdicts.not_found(figure, self._passages)
        return verdicts.differs(figure, best, self._passages)

    def candidates(self, figure: Quantity) -> Iterator[Candidate]:
        """Every figure of the passages that can be compared with this one."""
        for passage, other in self._figures:
            match = compare(figure, other)
            if match.standing is not Standing.UNLIKE:
                yield Candidate(passage=passage, figure=other, match=match)
        for passage, other in self._elided:
            match = compare(figure, other)
            if match.standing.holds:
                match = replace(match, doubts=(*match.doubts, Doubt.UNIT_ELIDED))
                yield Candidate(passage=passage, figure=other, match=match)

    def named(self, names: Sequence[Designation]) -> Iterator[Verdict]:
        """Designations that a passage has, or has otherwise; others may come from anywhere and are let be."""
        if not names:
            return
        there = [
            (passage, other)
            for passage, figures, _ in self._read
            for other in designations(passage.exact, figures)
        ]
        for name in names:
            alike = [(passage, other) for passage, other in there if other.pattern == name.pattern]
            same = [(passage, other) for passage, other in alike if other.key == name.key]
            if same:
                yield verdicts.named(name, *same[0])
            elif alike:
                yield verdicts.misnamed(name, *alike[0], looked_into=self._passages)

    def _by_formula(self, figure: Quantity) -> Verdict | None:
        for one in self._computed:
            by = _in_prose(one.low, one.high, one.unit)
            if one.unit in _PURE and figure.kind in ("fraction", "percentage"):
                by = replace(by, kind="fraction", unit="")
            match = compare(figure, by)
            if match.standing.holds and Doubt.NOUN_DIFFERS not in match.doubts:
                return verdicts.computed(figure, one, match)
        return None

    def _by_date(self, figure: Quantity) -> Verdict | None:
        if figure.kind not in ("date", "day", "year"):
            return None
        for passage in self._passages:
            for day in passage.dates:
                if compare(figure, dated(day)).standing.holds:
                    return verdicts.dated_by_source(figure, passage, day)
        return None

    def _by_movement(self, figure: Quantity) -> Verdict | None:
        told = [*self._own_movements, *(one for _, others in self._movements for one in others)]
        borne_out = (one for one in told if multiplies_by(one, figure))
        return next((verdicts.multiplied(figure, one) for one in borne_out), None)

    def _by_two_ends(self, figure: Quantity) -> Verdict | None:
        if not figure.is_range:
            return None
        alone = replace(figure, kind="number") if figure.kind == "score" else figure
        ends = []
        for value in (figure.low, figure.high):
            same = [
                one
                for one in self.candidates(replace(alone, low=value, high=value))
                if one.match.standing is Standing.SAME and Doubt.NOUN_DIFFERS not in one.match.doubts
            ]
            if not same:
                return None
            ends.append(min(same, key=lambda one: one.match.rank))
        if figure.kind == "score" and ends[0].place.start > ends[1].place.start:
            return None
        return verdicts.made_of_two(figure, ends)

    def _same_noun(self, figure: Quantity) -> Candidate | None:
        """A figure that counts the same things, whatever their number, or an ordinal in place of another."""
        for passage, other in self._figures:
            counts = figure.kind == other.kind == "number" and figure.unit and other.unit
            same = counts and likeness(figure.unit, other.unit) is Likeness.SAME
            if same or figure.kind == other.kind == "ordinal":
                return Candidate(passage=passage, figure=other, match=Match(standing=Standing.DIFFERS))
        return None


def _read(passage: CitedPassage) -> tuple[list[Quantity], list[Quantity]]:
    """The figures in a passage's words, as the words around it bend them, and those that leave out a unit."""
    text = f"{passage.before}{passage.exact}{passage.after}"
    figures = quantities(text, passage.language)
    return _quoted(figures, passage), _quoted(elided(text, figures), passage)


def _quoted(figures: Iterable[Quantity], passage: CitedPassage) -> list[Quantity]:
    """The figures that stand in a passage's own words, by offsets into these."""
    start, end = len(passage.before), len(passage.before) + len(passage.exact)
    return [
        replace(figure, start=max(start, figure.start) - start, end=min(end, figure.end) - start)
        for figure in figures
        if start < figure.end and figure.start < end
    ]


def _with_swaps_seen(figure: Quantity, best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """An unknown noun weighs more where the statement's own noun is counted otherwise: two may be swapped."""
    swapped = Doubt.NOUN_UNSURE in best.match.doubts and any(
        other.figure.unit == figure.unit and other.match.standing is Standing.DIFFERS for other in candidates
    )
    if not swapped:
        return best
    doubts = tuple(Doubt.NOUN_DIFFERS if doubt is Doubt.NOUN_UNSURE else doubt for doubt in best.match.doubts)
    return replace(best, match=replace(best.match, doubts=doubts))


def _in_prose(low: Fraction, high: Fraction, unit: str) -> Quantity:
    """A figure of the outline as if it stood in prose: its unit is read there, whether it is a symbol or
    written out, with its magnitude and rate ("USD a month", "per cent", "million cubic metres").
    """
    bare = Quantity(start=0, end=0, shown="", low=low, high=high, kind="number", unit=unit)
    read = quantities(f"1 {unit}", "en")
    if len(read) != 1 or read[0].kind == "number":
        return bare
    size = read[0].low
    return replace(
        bare, low=low * size, high=high * size, kind=read[0].kind, unit=read[0].unit, per=read[0].per
    )
