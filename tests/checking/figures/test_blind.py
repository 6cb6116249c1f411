"""The blind samples of tests/cases/blind: what a person expected of the figure check before it was run.

Cases that came out otherwise stand there still: with a `limit` where the check does not reach so far, with
`now` where the expectation was wrong. What it does is held here, the first result is told in docs/figures.md.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.checking.figures import (
    CheckedText,
    CitedPassage,
    ComputedFigure,
    FigureReport,
    check_figures,
)
from briefgen.diagnostics import Position, Severity, Span

BLIND = Path(__file__).parents[2] / "cases" / "blind"
DOCUMENTATION = Path(__file__).parents[3] / "docs" / "figures.md"
TOLD = (Severity.WARNING, Severity.ERROR)


def sample(name: str) -> list[tuple[str, dict[str, Any]]]:
    """Each case of a sample with what was expected of it."""
    return [
        (expected, case)
        for path in sorted((BLIND / name).glob("*.yaml"))
        for expected, cases in yaml.safe_load(path.read_text(encoding="utf-8")).items()
        for case in cases
    ]


def report(case: dict[str, Any], *computed: ComputedFigure) -> FigureReport:
    passage = CitedPassage(id="p", exact=case["source"], language=case.get("language", "en"))
    return check_figures(CheckedText(text=case["says"], span_of=place), [passage], computed)


def place(start: int, end: int) -> Span:
    return Span(
        file="outline.yaml", start=Position(line=1, column=start + 1), end=Position(line=1, column=end + 1)
    )


def is_told(found: FigureReport) -> bool:
    return any(one.severity in TOLD for one in found.diagnostics)


def as_expected(expected: str, case: dict[str, Any]) -> bool:
    found = report(case)
    match expected:
        case "supported":
            return not is_told(found) and bool(found.findings)
        case "doubted" | "refused":
            return is_told(found)
        case "names":
            return not any(one.status == "not found" for one in found.findings)
        case _:
            return is_told(found) and not is_told(report(case, computed_by(case["formula"])))


def computed_by(formula: dict[str, Any]) -> ComputedFigure:
    value = Fraction(str(formula["value"]))
    return ComputedFigure(name="total", low=value, high=value, unit=formula["unit"], working="a + b")


def cases() -> list[Any]:
    return [
        pytest.param(case.get("now", expected), case, id=f"{name}-{place}")
        for name in ("figures", "figures_again")
        for place, (expected, case) in enumerate(sample(name), start=1)
    ]


@pytest.mark.parametrize(("expected", "case"), cases())
def test_a_figure_is_judged_as_expected_but_for_known_limits(expected: str, case: dict[str, Any]) -> None:
    assert as_expected(expected, case) is ("limit" not in case), report(case).diagnostics


@pytest.mark.parametrize("name", ["figures", "figures_again"])
def test_the_documentation_states_the_size_of_a_sample_and_where_it_stands(name: str) -> None:
    documented = DOCUMENTATION.read_text(encoding="utf-8")
    sizes = Counter(expected for expected, _ in sample(name))
    reached = Counter(case.get("now", expected) for expected, case in sample(name) if "limit" not in case)
    labels = Counter(case.get("now", expected) for expected, case in sample(name))
    assert f"{sizes.total()} cases" in documented
    for label in sizes:
        assert f"{reached[label]} of {labels[label]}" in documented, (label, reached[label], labels[label])
