"""A figure is looked for in the passages cited for its own words, and only then in those cited for others."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.assembling.assembly import CitedStretch
from briefgen.checking.figures.matching import compare
from briefgen.checking.figures.reading import ReadPassage
from briefgen.checking.figures.search import Search
from briefgen.checking.figures.standing import Standing
from briefgen.checking.figures.subjects import told
from briefgen.checking.figures.values import CheckedText, ComputedFigure
from briefgen.checking.figures.verdicts import Verdict, cited_elsewhere, is_missing
from briefgen.diagnostics import Severity
from briefgen.text.quantities import Quantity

_POINTING = re.compile(r"(?<!\w)(?:the|these|those|both|all)\s+\Z", re.IGNORECASE)
_WINDOW = 10
_TIMES = ("date", "day", "year")


class Searches:
    """The search `anywhere` in the passages of a statement, and one in those of each of its stretches."""

    def __init__(
        self,
        statement: CheckedText,
        read: Sequence[ReadPassage],
        computed: Sequence[ComputedFigure],
        own: Sequence[Quantity],
    ) -> None:
        subjects = {one.figure.start: one for one in told(statement.text, own, statement.language)}
        self.anywhere = Search(read, computed, own, subjects)
        self._text, self._own = statement.text, own
        self._narrow: list[tuple[CitedStretch, Search]] = []
        cited = {one.passage.id for one in read}
        for stretch in statement.stretches:
            if cited - set(stretch.cited):
                near = [one for one in read if one.passage.id in stretch.cited]
                self._narrow.append((stretch, Search(near, computed, own, subjects)))

    def judge(self, figure: Quantity, measured: Quantity | None) -> Verdict:
        """Where a figure stands, and what is to be said where that is cited for other words."""
        near = next((search for stretch, search in self._narrow if _holds(stretch, figure)), None)
        if near is None:
            return self.anywhere.judge(figure, measured)
        here = near.judge(figure, measured)
        if not is_missing(here):
            return here
        there = self.anywhere.judge(figure, measured)
        if is_missing(there):
            return there if here.finding.status == "not found" else here
        if all(said.severity is Severity.INFO for said in here.said):
            return there
        weight = Severity.INFO if self._only_recalls(figure, here) else Severity.WARNING
        return cited_elsewhere(figure, there, weight, near.passages, self.anywhere.passages)

    def _only_recalls(self, figure: Quantity, here: Verdict) -> bool:
        """Whether a figure points at one told elsewhere, or names such a one or a time of which nothing is
        said here.
        """
        if _POINTING.search(self._text, max(0, figure.start - _WINDOW), figure.start):
            return True
        before = (compare(figure, other) for other in self._own if other.end <= figure.start)
        recalled = figure.kind in _TIMES or any(match.standing is Standing.SAME for match in before)
        return recalled and here.finding.status == "not found"


def _holds(stretch: CitedStretch, figure: Quantity) -> bool:
    return stretch.start <= figure.start < stretch.end
