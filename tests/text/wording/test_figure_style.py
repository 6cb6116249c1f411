"""The per cent sign behind a figure, as a language sets it."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefgen.text.quantities.shown import show_range
from briefgen.text.wording import wording_of


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en-GB", "55–80%"),
        ("ko", "55–80%"),
        ("nl", "55–80%"),
        ("de", "55–80\u00a0%"),
        ("es", "55–80\u00a0%"),
        ("fr-CA", "55–80\u00a0%"),
        ("ru", "55–80\u00a0%"),
    ],
)
def test_a_range_has_one_form_wherever_briefgen_writes_it(language: str, shown: str) -> None:
    assert wording_of(language).figures.with_per_cent("55–80") == shown
    assert wording_of(language).range(55, 80) == shown
    assert show_range(Fraction(55), Fraction(80), "%", language) == shown


def test_per_mille_is_set_like_per_cent() -> None:
    assert wording_of("en").figures.with_per_cent("3", "‰") == "3‰"
