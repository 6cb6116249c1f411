"""The labelled cases of tests/cases/anchoring: what must be found, and what must never be.

Run as a script, it prints the figures that the documentation quotes, and every case judged otherwise
than labelled.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from briefgen.anchoring.resolving import resolve
from briefgen.diagnostics import Position, Span
from briefgen.model.citation import Source
from briefgen.model.evidence import Passage, SourceText, TextQuoteSelector, Verdict
from briefgen.sources.exclusion import Exclusion
from briefgen.sources.reading import read

CASES = Path(__file__).parents[1] / "cases" / "anchoring"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "anchoring.md"
SEEDS = Path(__file__).parents[2] / "seeds"
SPAN = Span(file="outline.yaml", start=Position(line=1, column=1), end=Position(line=1, column=2))

OUTCOME = {
    "AN301": "missing",
    "AN302": "ambiguous",
    "AN303": "excluded",
    "AN304": "variant",
    "AN305": "contradicted",
    "AN308": "cut",
}
LABELS = ("found", *OUTCOME.values())


@dataclass(frozen=True)
class Case:
    file: str
    label: str
    change: str
    quoted: str

    def __str__(self) -> str:
        return f"{self.file}: {self.label} ({self.change}): {self.quoted}"


def load(path: Path) -> tuple[SourceText, list[Case]]:
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    raw = (SEEDS / data["file"]).read_bytes() if "file" in data else data["text"].encode()
    exclusions = [
        Exclusion(start=one["from"], end=one.get("to", ""), because="capture junk", span=SPAN)
        for one in data.get("exclude", [])
    ]
    text, diagnostics = read(Source(id=path.stem, type="document", title="T", file="a.txt"), raw, exclusions)
    assert text is not None
    assert diagnostics == []
    cases = [
        Case(path.stem, label, change, quoted)
        for label in LABELS
        for change, quotations in data.get(label, {}).items()
        for quoted in quotations
    ]
    assert set(data) - {"text", "file", "exclude"} <= set(LABELS)
    return text, cases


def outcome(quoted: str, text: SourceText) -> str:
    """Found only where accepted without a word; a moved passage counts by the code of its finding."""
    passage = Passage(id="p", source=text.source, selector=TextQuoteSelector(exact=quoted))
    anchor, diagnostics = resolve(passage, text, SPAN)
    if anchor is not None:
        assert anchor.verdict in (Verdict.VERBATIM, Verdict.NORMALISED)
        assert diagnostics == []
        return "found"
    (found,) = diagnostics
    return OUTCOME[found.code]


def judged() -> Iterator[tuple[Case, str]]:
    for path in sorted(CASES.glob("*.yaml")):
        text, cases = load(path)
        for case in cases:
            yield case, outcome(case.quoted, text)


@pytest.fixture(scope="module")
def results() -> list[tuple[Case, str]]:
    return list(judged())


def test_the_corpus_is_large_and_holds_every_kind(results: list[tuple[Case, str]]) -> None:
    labels = Counter(case.label for case, _ in results)
    assert labels.total() >= 300
    assert labels["contradicted"] >= 200
    assert set(labels) == set(LABELS)
    quoted = [(case.file, case.quoted) for case, _ in results]
    assert len(quoted) == len(set(quoted))


def test_no_quotation_is_found_that_the_source_does_not_bear(results: list[tuple[Case, str]]) -> None:
    assert [str(case) for case, got in results if got == "found" and case.label != "found"] == []


def test_typography_never_hides_a_quotation(results: list[tuple[Case, str]]) -> None:
    assert [str(case) for case, got in results if case.label == "found" and got != "found"] == []


def test_ambiguous_excluded_and_cut_quotations_are_told_apart(results: list[tuple[Case, str]]) -> None:
    told = ("ambiguous", "excluded", "cut")
    assert [(str(case), got) for case, got in results if case.label in told and got != case.label] == []


def test_a_contradiction_is_not_taken_for_another_wording(results: list[tuple[Case, str]]) -> None:
    """A few are: some oppositions are known only to who understands the words. None is accepted."""
    contradictions = [(case, got) for case, got in results if case.label == "contradicted"]
    missed = [str(case) for case, got in contradictions if got != "contradicted"]
    assert len(missed) <= len(contradictions) * 0.05, missed


def test_the_documentation_states_these_figures(results: list[tuple[Case, str]]) -> None:
    documented = DOCUMENTATION.read_text(encoding="utf-8")
    assert f"holds {len(results)} labelled quotations" in documented
    for label in LABELS:
        held = [got for case, got in results if case.label == label]
        row = re.compile(rf"^\| {label}\b[^|]*\| {len(held)} \| {held.count(label)} \| \d+ \|$", re.MULTILINE)
        assert row.search(documented), f"{label}: {held.count(label)} of {len(held)}"


if __name__ == "__main__":
    everything = list(judged())
    table = Counter((case.label, got) for case, got in everything)
    print(f"{len(everything)} cases")
    for label in LABELS:
        row = {got: table[label, got] for got in LABELS if table[label, got]}
        print(f"{label:>13}: {row}")
    for case, got in everything:
        if got != case.label:
            print(f"{got:>13} ← {case}")
