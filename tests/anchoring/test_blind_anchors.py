"""The blind sample of tests/cases/blind/anchors: what a person expected of quotations before it was run.

`found` is to be accepted silently, `never` is not, whatever else is said of it. The first result is told in
docs/anchoring.md; what is accepted now is held here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from briefgen.anchoring.resolving import resolve
from briefgen.model.citation import Source
from briefgen.model.evidence import Passage, SourceText, TextQuoteSelector
from briefgen.sources.reading import read
from tests.anchoring.sources import SPAN

BLIND = Path(__file__).parents[1] / "cases" / "blind" / "anchors"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "anchoring.md"

LIMITS = {
    "ceasefire: his forces had respected the truce 'almost everywhere'",
}
"""Quotations whose single quotation marks stand for double ones: a person is asked."""


def accepted_silently(quoted: str, text: SourceText) -> bool:
    passage = Passage(id="p", source=text.source, selector=TextQuoteSelector(exact=quoted))
    anchor, diagnostics = resolve(passage, text, SPAN)
    return anchor is not None and not diagnostics


@cache
def results() -> dict[str, list[tuple[str, bool]]]:
    """Under each label the quotations, with the names of their texts, and whether they are accepted."""
    found: dict[str, list[tuple[str, bool]]] = {"found": [], "never": []}
    for path in sorted(BLIND.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        name = f"text.{data.get('format', 'txt')}"
        text, _ = read(Source(id="text", type="document", title="T", file=name), data["text"].encode(), [])
        assert text is not None
        for label, judged in found.items():
            for quoted in (one for quotations in data[label].values() for one in quotations):
                judged.append((f"{path.name.partition('.')[0]}: {quoted}", accepted_silently(quoted, text)))
    return found


def test_no_quotation_is_accepted_that_does_not_stand_so_in_its_text() -> None:
    assert [name for name, accepted in results()["never"] if accepted] == []


def test_every_quotation_is_found_but_for_known_limits() -> None:
    assert {name for name, accepted in results()["found"] if not accepted} == LIMITS


def test_the_documentation_states_these_figures() -> None:
    documented = " ".join(DOCUMENTATION.read_text(encoding="utf-8").split())
    found, never = results()["found"], results()["never"]
    accepted = sum(accepted for _, accepted in found)
    assert f"holds {len(found) + len(never)} quotations" in documented
    assert f"{accepted} of {len(found)} that stand in their texts" in documented
    assert f"none of {len(never)} that do not" in documented
