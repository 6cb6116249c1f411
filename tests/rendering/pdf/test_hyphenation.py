"""Where hyphens may be set."""

from __future__ import annotations

import pytest

from briefgen.rendering.pdf.hyphenation import LEAST_AFTER, LEAST_BEFORE, places


def cut(word: str, language: str = "en-GB") -> str:
    shown, last = [], 0
    for place in places(word, language):
        shown.append(word[last:place])
        last = place
    return "-".join([*shown, word[last:]])


def test_each_language_has_patterns_of_its_own() -> None:
    assert cut("capabilities", "en-US") != cut("capabilities", "ru")
    assert "-" in cut("Правительство", "ru")
    assert "-" in cut("Schifffahrt", "de-DE")


def test_punctuation_around_a_word_is_passed_over() -> None:
    assert cut("“information,”") == f"“{cut('information')},”"


def test_what_apostrophes_and_dashes_part_is_hyphenated_apart() -> None:
    assert cut("government’s") == f"{cut('government')}’s"
    assert cut("everyone—organisation") == f"{cut('everyone')}—{cut('organisation')}"
    assert cut("l’organisation", "fr") == f"l’{cut('organisation', 'fr')}"


@pytest.mark.parametrize(
    "word", ["four", "NATO-member", "UNITED", "2025-01-20", "M1991abc", "", "…", "x1y2z3w4"]
)
def test_short_words_figures_and_capitals_stay_whole(word: str) -> None:
    assert places(word, "en-GB") == ()


def test_no_hyphen_stands_close_to_either_end() -> None:
    for word in ("ammunition", "everything", "organisation", "understanding"):
        assert all(LEAST_BEFORE <= place <= len(word) - LEAST_AFTER for place in places(word, "en-GB"))


def test_an_unknown_language_has_no_hyphens() -> None:
    assert places("understanding", "xx-YY") == ()
    assert places("understanding", "") == ()
