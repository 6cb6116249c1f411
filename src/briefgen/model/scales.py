"""Scales of likelihood: terms that readers understand alike because each stands for a range."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of a scale and its range in per cent.

    `row` is 1 or 2 on a scale with two rows of synonyms, which are not to be mixed in one product.
    """

    word: str
    low: int
    high: int
    row: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """A named scale, its terms from least to most likely."""

    id: str
    name: str
    terms: tuple[Term, ...]

    def term(self, word: str) -> Term | None:
        """The term of that word."""
        return next((term for term in self.terms if term.word.lower() == word.lower()), None)


def _terms(*rows: tuple[str, str, int, int]) -> tuple[Term, ...]:
    terms: list[Term] = []
    for first, second, low, high in rows:
        terms.append(Term(word=first, low=low, high=high))
        if second:
            terms.append(Term(word=second, low=low, high=high, row=2))
    return tuple(terms)


ICD_203 = Scale(
    id="icd-203",
    name="Intelligence Community Directive 203",
    terms=_terms(
        ("almost no chance", "remote", 1, 5),
        ("very unlikely", "highly improbable", 5, 20),
        ("unlikely", "improbable", 20, 45),
        ("roughly even chance", "roughly even odds", 45, 55),
        ("likely", "probable", 55, 80),
        ("very likely", "highly probable", 80, 95),
        ("almost certain", "nearly certain", 95, 99),
    ),
)
"""Intelligence Community Directive 203, Analytic Standards (2015), section D.6.e.(2)(a)."""

PHIA = Scale(
    id="phia",
    name="PHIA probability yardstick",
    terms=(
        Term(word="remote chance", low=0, high=5),
        Term(word="highly unlikely", low=10, high=20),
        Term(word="unlikely", low=25, high=35),
        Term(word="realistic possibility", low=40, high=50),
        Term(word="likely", low=55, high=75),
        Term(word="probable", low=55, high=75),
        Term(word="highly likely", low=80, high=90),
        Term(word="almost certain", low=95, high=100),
    ),
)
"""Professional Head of Intelligence Assessment, probability yardstick (24 March 2025). The gaps are meant."""

SCALES: Mapping[str, Scale] = {scale.id: scale for scale in (ICD_203, PHIA)}
