"""Canonical text: what typography may change without changing the words, and the way back."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.text.normalise import Traced, compose, normalise, normalise_words, rewrite, untouched


def canonical(text: str) -> str:
    return normalise(untouched(text)).text


@pytest.mark.parametrize(
    ("as_captured", "as_typed"),
    [
        ("Russia’s “crap jobs”", 'Russia\'s "crap jobs"'),
        ("‘single’ and ‚low‘", "'single' and 'low'"),
        ("„unten“, «à côté», »rechts«", '"unten", "à côté", "rechts"'),
        ("«\u00a0mot\u00a0»", '"mot"'),
        ("60–70 km", "60-70 km"),
        ("−5 °C rose 4.1\u00a0%", "-5°C rose 4.1%"),
        ("a low of −\u00a05 degrees", "a low of -5 degrees"),
        ("no‑man’s‑land", "no-man's-land"),
        ("a while—North Korea", "a while - North Korea"),
        ("a while — North Korea", "a while -- North Korea"),
        ("a while – North Korea", "a while - North Korea"),
        ("12\u202f000\u00a0men\u2009left", "12 000 men left"),
        ("infor\u00admation \u200bfeed\ufeff", "information feed"),
        ("de\ufb01ne, a\ufb04uent, o\ufb03ce", "define, affluent, office"),
        ("and so on…", "and so on..."),
        ("two\n   wrapped\r\nlines", "two\nwrapped\nlines"),
        ("cafe\u0301 \u1112\u1161\u11ab", "caf\u00e9 \ud55c"),
        ("１２，０００ 名", "12,000 名"),
        ("5\u00b5g", "5\u03bcg"),
    ],
)
def test_typography_is_set_aside(as_captured: str, as_typed: str) -> None:
    assert canonical(as_captured) == canonical(as_typed) == as_typed.replace(" -- ", " - ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12,000", "12.000"),
        ("12,000", "12000"),
        ("not", "no t"),
        ("Kursk", "kursk"),
        ("2–1", "21"),
        ("3 800", "3800"),
        ("10²", "102"),
        ("½", "12"),
        ("5 – 8", "5-8"),
        ("5 m", "5m"),
        ("№ 5", "No 5"),
        ("don't", "dont"),
        ("re-sign", "resign"),
        ("e", "é"),
        ("и", "й"),
    ],
)
def test_what_a_reader_would_read_differently_stays_different(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_paragraphs_are_parted_by_one_line_feed() -> None:
    assert canonical("\n\n  One. \u00a0\n\n\u00a0\nTwo.\u2029Three. \n") == "One.\nTwo.\nThree."


def test_a_quotation_may_be_wrapped_anywhere() -> None:
    assert normalise_words("one\n  two\n\nthree") == "one two three"


def test_every_character_leads_back_to_where_it_came_from() -> None:
    raw = "\ufeffSo\u00ad-called  “ﬁne”—yes…"
    found = normalise(untouched(raw))
    assert found.text == 'So-called "fine" - yes...'
    origins = {found.text[i]: raw[found.origins[i]] for i in range(len(found.text))}
    assert origins["c"] == "c"
    assert raw[found.origins[found.text.index("f")]] == "ﬁ"
    assert raw[found.origins[found.text.index("i")]] == "ﬁ"
    assert raw[found.origins[found.text.index("n")]] == "n"
    assert raw[found.origins[found.text.index(" - ") + 1]] == "—"
    assert raw[found.origins[found.text.index("...") + 2]] == "…"
    assert found.origins[len(found.text)] == len(raw)


def test_rewriting_twice_keeps_the_way_back() -> None:
    first = rewrite(untouched("<b>one</b> two"), [(0, 3, ""), (6, 10, "")])
    second = rewrite(untouched(first.text), [(3, 4, " and ")])
    through = compose(first, second)
    assert through.text == "one and two"
    assert [through.origins[i] for i in (0, 8, 11)] == [3, 11, 14]


TYPOGRAPHY = st.sampled_from(
    "ab1,.%-–—−‐\u00ad\u200b\u00a0\u2009 \n\r\t\u2028“”‘’'\"«»…ﬁﬀ"
    "\u0301\u0327é\u1112\u1161\u11ab한\u212b\u1fef\ufeffИ\u0306"
)
TEXTS = st.text(max_size=60) | st.text(TYPOGRAPHY, max_size=60)


@settings(max_examples=600)
@given(TEXTS)
@example("\u1100\u1161\u11a8\u0301")
@example("—\n—")
@example("0\n --")
def test_the_way_back_is_exact_for_any_text(raw: str) -> None:
    """A canonical character comes from the raw one at its origin, alone or with the marks that follow it."""
    found = normalise(untouched(raw))
    origins = list(found.origins)
    assert len(origins) == len(found.text) + 1
    assert origins[-1] == len(raw)
    assert origins == sorted(origins)
    for index, character in enumerate(found.text):
        start = origins[index]
        end = next(origin for origin in origins[index:] if origin > start)
        unit = normalise(untouched("x" + raw[start:end] + "x")).text
        assert character in unit or character.isspace(), (character, raw[start:end])


@settings(max_examples=600)
@given(TEXTS)
@example("0 \u2010 —")
@example("0 - --x")
def test_canonical_text_is_its_own_canonical_form(raw: str) -> None:
    once = canonical(raw)
    assert canonical(once) == once


@settings(max_examples=600)
@given(TEXTS)
def test_canonical_text_is_composed_and_tidy(raw: str) -> None:
    text = canonical(raw)
    assert unicodedata.is_normalized("NFC", text)
    assert "  " not in text
    assert text == text.strip(" \n")
    assert not {"\r", "\t", "\u00a0", "\u00ad", "\ufeff", "“", "’", "—", "–"} & set(text)
    assert all(line == line.strip(" ") and line for line in text.split("\n")) or not text


@settings(max_examples=300)
@given(TEXTS)
def test_the_form_of_composition_does_not_matter(raw: str) -> None:
    assert canonical(unicodedata.normalize("NFD", raw)) == canonical(raw)
    assert canonical(unicodedata.normalize("NFC", raw)) == canonical(raw)


@settings(max_examples=200)
@given(TEXTS)
def test_letters_and_digits_are_neither_lost_nor_made(raw: str) -> None:
    def signs(text: str) -> list[str]:
        return [c for c in unicodedata.normalize("NFKD", text) if c.isalnum() and c not in _NO_LETTERS]

    assert signs(canonical(raw)) == signs(raw)


_NO_LETTERS = "ʼʹ\u115f\u1160\u17b4\u17b5"
"""Apostrophes and invisible fillers that Unicode counts as letters."""


def test_untouched_text_is_its_own_origin() -> None:
    assert untouched("abc") == Traced(text="abc", origins=range(4))
