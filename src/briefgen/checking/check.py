"""All rules over one brief, with the severities that the brief sets for itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from briefgen.checking import claimed_figures, conflicts, estimative, markings, register, statements
from briefgen.checking.brief import Brief, Rule
from briefgen.checking.claimed_figures import figure_reports, figures_found
from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.model.review import FigureFound
from briefgen.outline.written import Outline, WrittenCheck
from briefgen.values import dataclass

RULES: tuple[Rule, ...] = (
    *statements.RULES,
    *register.RULES,
    *markings.RULES,
    *conflicts.RULES,
    *claimed_figures.RULES,
    *estimative.RULES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """How much was looked at, so that nothing found is never mistaken for nothing there."""

    statements: int
    notes: int
    figures: int
    passages: int

    def __str__(self) -> str:
        counts = (
            (self.statements, "statement"),
            (self.notes, "note"),
            (self.figures, "figure"),
            (self.passages, "passage"),
        )
        looked = [f"{count} {noun}{'' if count == 1 else 's'}" for count, noun in counts if count]
        empty = [f"{noun}s" for count, noun in counts if not count]
        parts = [f"looked at {', '.join(looked)}"] if looked else []
        parts += [f"not evaluated, for there are none: {', '.join(empty)}"] if empty else []
        return "; ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What all rules find, the figures that were looked for, and how much was looked at."""

    found: tuple[Diagnostic, ...]
    figures: tuple[FigureFound, ...]
    looked: Looked


def check(brief: Brief) -> Checked:
    """Run every rule."""
    reports = list(figure_reports(brief))
    found = [one for rule in RULES for one in rule(brief)]
    found += [one for _, report in reports for one in report.diagnostics]
    figures = tuple(figures_found(reports))
    looked = Looked(
        statements=len(brief.assembly.claims),
        notes=len(brief.assembly.document.notes),
        figures=len(figures),
        passages=len(brief.outline.passages),
    )
    return Checked(found=tuple(found), figures=figures, looked=looked)


def with_severities(
    found: Iterable[Diagnostic], outline: Outline, settable: Collection[str]
) -> list[Diagnostic]:
    """The findings at the severities that the outline sets, those turned off left out.

    Only rules in `settable` can be set: that a quote does not stand in its source cannot be softened.
    """
    chosen = {
        written.code.value: written.severity for written in outline.checks if written.code.value in settable
    }
    kept = [
        replace(one, severity=Severity(chosen[one.code])) if one.code in chosen else one
        for one in found
        if chosen.get(one.code) != "off"
    ]
    return kept + [_unknown(written) for written in outline.checks if written.code.value not in settable]


def _unknown(written: WrittenCheck) -> Diagnostic:
    message = f"no rule that can be set is called {written.code.value}"
    return error("OL134", message, written.code.span, hint="see “briefgen explain” for the rules")
