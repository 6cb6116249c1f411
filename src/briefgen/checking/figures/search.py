"""Looks for a figure in passages, then among the computed figures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType

from briefgen.checking.figures import verdicts
from briefgen.checking.figures.events import dated, ends_of
from briefgen.checking.figures.matching import compare
from briefgen.checking.figures.movements import is_reversed, movements, multiplies_by
from briefgen.checking.figures.nouns import Likeness, likeness
from briefgen.checking.figures.reading import ReadPassage
from briefgen.checking.figures.standing import Doubt, Match, Standing
from briefgen.checking.figures.subjects import Told, parted
from briefgen.checking.figures.values import CitedPassage, ComputedFigure
from briefgen.checking.figures.verdicts import Candidate, Verdict
from briefgen.text.designations import Designation, designations
from briefgen.text.quantities import Quantity, quantities

SMALL = 10
"""Up to here a number in words is a small count."""

_COUNTS_OF_TIMES = ("twice", "thrice")
_PURE = ("", "share", "ratio")
"""Units of formulas that give a mere number."""


class Search:
    """The figures of a statement's `own` text beside those of passages that it cites."""

    def __init__(
        self,
        read: Sequence[ReadPassage],
        computed: Sequence[ComputedFigure] = (),
        own: Sequence[Quantity] = (),
        told: Mapping[int, Told] = MappingProxyType({}),
    ) -> None:
        self.passages = [one.passage for one in read]
        self._told = told
        self._read = read
        self._computed = computed
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
        for passage, other in self._figures():
            for match in (compare(figure, end) for end in ends_of(other)):
                if match.standing.holds:
                    return verdicts.borne_out(figure, Candidate(passage=passage, figure=other, match=match))
        return verdict

    def turned_round(self, found: Sequence[Verdict]) -> Iterator[Verdict]:
        """The verdicts, with what is to be said of changes that a passage tells the other way round."""
        turned = {
            movement[1].start: (there, one.passage)
            for movement in self._own_movements
            for one in self._read
            if (there := is_reversed(movement, one.movements))
        }
        for verdict in found:
            told = any(said.code == "FG213" for said in verdict.said)
            other_way = None if told else turned.get(verdict.finding.start)
            yield verdicts.turned_round(verdict, *other_way) if other_way else verdict

    def _judge(self, figure: Quantity) -> Verdict:
        seen = (self._with_subject_seen(figure, one) for one in self.candidates(figure))
        candidates = sorted(seen, key=lambda one: one.match.rank)
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
            return verdicts.small_count(figure, self._same_noun(figure), self.passages)
        if best is None:
            return verdicts.not_found(figure, self.passages)
        return verdicts.differs(figure, best, self.passages)

    def candidates(self, figure: Quantity) -> Iterator[Candidate]:
        """Every figure of the passages that can be compared with this one."""
        for passage, other in self._figures():
            match = compare(figure, other)
            if match.standing is not Standing.UNLIKE:
                yield Candidate(passage=passage, figure=other, match=match)
        for one in self._read:
            for others, doubt in ((one.elided, Doubt.UNIT_ELIDED), (one.headed, Doubt.UNIT_OF_COLUMN)):
                for other in others:
                    match = compare(figure, other)
                    if match.standing.holds:
                        match = replace(match, doubts=(*match.doubts, doubt))
                        yield Candidate(passage=one.passage, figure=other, match=match)

    def named(self, names: Sequence[Designation]) -> Iterator[Verdict]:
        """Designations that a passage has, or has otherwise; others may come from anywhere and are let be."""
        if not names:
            return
        there = [
            (passage, other)
            for passage, figures in ((one.passage, one.figures) for one in self._read)
            for other in designations(passage.exact, figures)
        ]
        for name in names:
            alike = [(passage, other) for passage, other in there if other.pattern == name.pattern]
            same = [(passage, other) for passage, other in alike if other.key == name.key]
            if same:
                yield verdicts.named(name, *same[0])
            elif alike:
                yield verdicts.misnamed(name, *alike[0], looked_into=self.passages)

    def _figures(self) -> Iterator[tuple[CitedPassage, Quantity]]:
        return ((one.passage, figure) for one in self._read for figure in one.figures)

    def _with_subject_seen(self, figure: Quantity, candidate: Candidate) -> Candidate:
        """A figure that a passage holds, with a doubt where that tells it of another year or name."""
        mine = self._told.get(figure.start)
        if mine is None or not candidate.match.standing.holds:
            return candidate
        others = next(one.told for one in self._read if one.passage is candidate.passage)
        theirs = next((one for one in others if one.figure.start == candidate.figure.start), None)
        because = parted(mine, theirs, others) if theirs else ""
        if not because:
            return candidate
        doubts = (*candidate.match.doubts, Doubt.OTHER_SUBJECT)
        return replace(candidate, match=replace(candidate.match, doubts=doubts, because=because))

    def _by_formula(self, figure: Quantity) -> Verdict | None:
        for one in self._computed:
            by = in_prose(one.low, one.high, one.unit, one.language)
            if one.unit in _PURE and figure.kind in ("fraction", "percentage"):
                by = replace(by, kind="fraction", unit="")
            match = compare(figure, by)
            if match.standing.holds and Doubt.NOUN_DIFFERS not in match.doubts:
                return verdicts.computed(figure, one, match)
        return None

    def _by_date(self, figure: Quantity) -> Verdict | None:
        if figure.kind not in ("date", "day", "year"):
            return None
        for passage in self.passages:
            for day in passage.dates:
                if compare(figure, dated(day)).standing.holds:
                    return verdicts.dated_by_source(figure, passage, day)
        return None

    def _by_movement(self, figure: Quantity) -> Verdict | None:
        told = [*self._own_movements, *(told for one in self._read for told in one.movements)]
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
        for passage, other in self._figures():
            counts = figure.kind == other.kind == "number" and figure.unit and other.unit
            same = counts and likeness(figure.unit, other.unit) is Likeness.SAME
            if same or figure.kind == other.kind == "ordinal":
                return Candidate(passage=passage, figure=other, match=Match(standing=Standing.DIFFERS))
        return None


def _with_swaps_seen(figure: Quantity, best: Candidate, candidates: Sequence[Candidate]) -> Candidate:
    """An unknown noun weighs more where the statement's own noun is counted otherwise: two may be swapped."""
    swapped = Doubt.NOUN_UNSURE in best.match.doubts and any(
        other.figure.unit == figure.unit and other.match.standing is Standing.DIFFERS for other in candidates
    )
    if not swapped:
        return best
    doubts = tuple(Doubt.NOUN_DIFFERS if doubt is Doubt.NOUN_UNSURE else doubt for doubt in best.match.doubts)
    return replace(best, match=replace(best.match, doubts=doubts))


def _is_small(figure: Quantity) -> bool:
    if figure.kind == "ordinal" or figure.shown.lower() in _COUNTS_OF_TIMES:
        return True
    return figure.in_words and figure.kind == "number" and figure.low == figure.high <= SMALL


def in_prose(low: Fraction, high: Fraction, unit: str, language: str) -> Quantity:
    """A figure of the outline as if it stood in prose: its unit is read there, whether it is a symbol or
    written out, with its magnitude and rate ("USD a month", "per cent", "million cubic metres"), in the
    brief's language or in English ("Prozent", "millions de mètres cubes").
    """
    bare = Quantity(start=0, end=0, shown="", low=low, high=high, kind="number", unit=unit)
    for tongue in dict.fromkeys((language, "en")):
        read = quantities(f"1 {unit}", tongue)
        if len(read) == 1 and read[0].kind != "number":
            size, kind, measure, per = read[0].low, read[0].kind, read[0].unit, read[0].per
            return replace(bare, low=low * size, high=high * size, kind=kind, unit=measure, per=per)
    return bare
