"""The scale of likelihood: named, or written out as a house's own."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic
from briefgen.model.scales import ICD_203, Scale, Term
from briefgen.outline.decode import decode

NEEDED = """\
title: Die Fähre
as-of: 2025-01-20
register: sources.yaml
sections: [{id: one, title: One, body: [Text.]}]
"""

OWN = """\
scale:
  name: Skala des Hauses
  terms:
    - {word: kaum möglich, low: 0, high: 10}
    - {word: Wahrscheinlich, low: 55, high: 80}
"""


def scale_of(more: str) -> tuple[Scale | None, list[Diagnostic]]:
    outline, found = decode("outline.yaml", (NEEDED + more).encode())
    assert outline is not None
    return outline.scale, found


def test_a_scale_known_by_name() -> None:
    assert scale_of("scale: icd-203\n") == (ICD_203, [])


def test_no_scale() -> None:
    assert scale_of("") == (None, [])


def test_a_scale_that_is_nearly_known() -> None:
    scale, found = scale_of("scale: icd203\n")
    assert scale is None
    assert [(one.code, str(one.span), one.hint) for one in found] == [
        ("OL108", "outline.yaml:5:8", "did you mean “icd-203”?")
    ]


def test_a_scale_of_the_house_s_own() -> None:
    scale, found = scale_of(OWN)
    assert found == []
    assert scale is not None
    assert scale.name == "Skala des Hauses"
    assert scale.terms == (
        Term(word="kaum möglich", low=0, high=10),
        Term(word="Wahrscheinlich", low=55, high=80),
    )
    assert scale.term("wahrscheinlich") == scale.terms[1]


def test_a_scale_without_a_good_term_is_none() -> None:
    scale, found = scale_of("scale: {name: Leer, terms: [{word: nie, low: 5, high: 1}]}\n")
    assert scale is None
    assert [one.code for one in found] == ["OL108"]
