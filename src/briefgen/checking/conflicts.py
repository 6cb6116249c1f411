"""Rules on figures on which sources part (CF): shown to the reader, never smoothed over."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.assembling.figures import agreement
from briefgen.checking.brief import Brief
from briefgen.diagnostics import Diagnostic, warning
from briefgen.model.figures import Agreement, Figure
from briefgen.outline.written import EstimatesStatement, FigureStatement


def hidden_conflicts(brief: Brief) -> Iterator[Diagnostic]:
    """CF701: sources part on a figure, one of them is cited for it, and nothing says that they part."""
    shown = _shown_figures(brief)
    for figure in conflicting_figures(brief):
        passages = {reading.passage for reading in figure.readings}
        cited_together = any(
            claim.kind == "fact" and _sources_of(brief, passages & set(claim.cited)) > 1
            for claim in brief.assembly.claims
        )
        cited = any(passages & set(claim.cited) for claim in brief.assembly.claims)
        if cited and not cited_together and figure.id not in shown:
            says = " against ".join(reading.shown for reading in figure.readings)
            yield warning(
                "CF701",
                f"the sources part on “{figure.label}” ({says}), and the brief does not say so",
                brief.outline.figures[figure.id].id.span,
                hint=f"show it with estimates: [{figure.id}], or cite both sides in one statement",
            )


def conflicting_figures(brief: Brief) -> Iterator[Figure]:
    """The figures on which no value fits all voices."""
    for figure in brief.assembly.figures.values():
        if agreement(figure.readings, brief.evidence.passages) is Agreement.CONFLICT:
            yield figure


def _sources_of(brief: Brief, passages: set[str]) -> int:
    return len({brief.evidence.passages[name].source for name in passages})


def _shown_figures(brief: Brief) -> set[str]:
    shown: set[str] = set()
    for section in brief.outline.sections:
        for statement in section.body:
            if isinstance(statement, EstimatesStatement | FigureStatement):
                shown.update(name.value for name in statement.figures)
    return shown


RULES = (hidden_conflicts,)
