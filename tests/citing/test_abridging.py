"""Long quotations made shorter: whole sentences only, and none that could be missed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.citing.abridging import ELLIPSIS, abridged


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("One sentence stays whole, however long it is.", "One sentence stays whole, however long it is."),
        ("It sails\n\n  at dawn.", "It sails at dawn."),
        ("It sails. It is blue. It is old. It returns.", "It sails. […] It returns."),
        ("It sails. It returns.", "It sails. It returns."),
        (
            "It sails. It is blue. It carries 1,200 people. It is old. It returns.",
            "It sails. […] It carries 1,200 people. […] It returns.",
        ),
        (
            "The union would not return. It said so. It never had. All pits stay closed.",
            "The union would not return. […] It never had. All pits stay closed.",
        ),
        (
            "The ministry would pay the arrears. It would not reopen the pits. It said so. Talks go on.",
            "The ministry would pay the arrears. It would not reopen the pits. […] Talks go on.",
        ),
        ("It sails. Twelve people came. It returns.", "It sails. Twelve people came. It returns."),
    ],
)
def test_only_whole_sentences_without_figure_or_negation_go(words: str, shown: str) -> None:
    assert abridged(words, 1) == shown


def test_short_words_are_left_alone() -> None:
    words = "It sails. It is blue. It returns."
    assert abridged(words, len(words)) == words


SENTENCES = st.sampled_from(
    [
        "It sails.",
        "Nobody knows why.",
        "The ferry carried 1,200 people.",
        "It was not safe, at 3 knots.",
        "The captain waited for a while.",
        "Half of it burnt.",
        "It’s blue!",
    ]
)


@given(st.lists(SENTENCES, min_size=1, max_size=9), st.integers(0, 80))
def test_what_is_shown_are_sentences_of_the_source_in_order(told: list[str], longest: int) -> None:
    shown = abridged(" ".join(told), longest)
    rest = list(told)
    for piece in shown.split(f" {ELLIPSIS} "):
        while piece:
            sentence = rest.pop(0)
            if piece.startswith(sentence):
                piece = piece[len(sentence) :].lstrip()
            else:
                assert sentence in ("It sails.", "The captain waited for a while.", "It’s blue!")
