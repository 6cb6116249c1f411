"""Numbers and the signs behind them."""

from __future__ import annotations

import pytest

from briefgen.text.ties import tied, ties, untied
from briefgen.text.tokens import mark, text_of, tokenise


@pytest.mark.parametrize(
    "text",
    [
        "97_€",
        "from 20_% to 55–80_%.",
        "about 1,200.5_kg (2_t) of it",
        "5_km², 30_km/h, 9.8_m/s² and 12_°C",
        "97 million_€, 4 Mrd._$",
        "5_t; 3_m, 2_l",
        "1\u00a0200\u00a0000_₩",
    ],
)
def test_a_number_is_tied_to_its_sign(text: str) -> None:
    plain = text.replace("_", " ")
    assert tied(plain) == text.replace("_", "\u00a0")
    assert text_of(untied(tokenise(tied(plain)))) == plain
    assert [text[at] for at in ties(plain)] == ["_"] * text.count("_")


@pytest.mark.parametrize(
    "text",
    [
        "12,000 troops",
        "in 2024 a report",
        "$ 5",
        "cost €5",
        "5 Tage",
        "in 3 months",
        "a % sign",
        "5 $10 notes",
        "5\n%",
    ],
)
def test_other_words_are_not(text: str) -> None:
    assert tied(text) == text


def test_only_spaces_before_signs_are_made_plain_and_tokens_stay_what_they_are() -> None:
    before = (*tokenise("p.\u00a05, 20\u00a0% of 97"), mark("[@a]"), *tokenise("\u00a0€ and 5\u00a0kg"))
    after = untied(before)
    assert text_of(after) == "p.\u00a05, 20 % of 97\u00a0€ and 5 kg", "a mark stands between"
    assert [token.kind for token in after] == [token.kind for token in before]
