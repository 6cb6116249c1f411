"""Words of likelihood and certainty in free text."""

from __future__ import annotations

import pytest

from briefgen.checking.estimative_words import (
    absolute_words,
    confidence_phrases,
    likelihood_terms,
    likelihood_with_confidence,
    mixed_rows,
)
from briefgen.model.scales import ICD_203, PHIA, Scale, Term


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("North Korea would likely step in.", ["likely"]),
        ("It is very unlikely; a strike is improbable.", ["very unlikely", "improbable"]),
        ("There is a roughly even chance of a test.", ["roughly even chance"]),
        ("A realistic possibility, or a remote chance.", ["realistic possibility", "remote chance"]),
        ("It will probably rain, almost certainly tonight.", ["probably", "almost certainly"]),
        ("The army is fairly likely to stay.", ["fairly likely"]),
        ("Kim is more likely to stay than to go.", ["more likely"]),
        ("Posts in remote areas, held by remote control.", []),
        ("There is a remote possibility of war.", ["remote"]),
        ("Arrested on probable cause.", []),
        ("He said it was “likely to be used later”.", []),
        ("The likelihood is unknown; an unlikely-looking post.", []),
    ],
)
def test_terms_of_likelihood_are_found_in_prose(text: str, words: list[str]) -> None:
    found = likelihood_terms(text)
    assert [use.words for use in found] == words
    assert [text[use.start : use.end] for use in found] == words


def test_a_term_is_known_by_every_scale_that_has_it() -> None:
    likely, highly = likelihood_terms("likely, highly likely")
    icd, phia = likely.on(ICD_203), likely.on(PHIA)
    assert icd and phia
    assert (icd.low, icd.high) == (55, 80)
    assert (phia.low, phia.high) == (55, 75)
    assert highly.on(ICD_203) is None
    assert highly.on(PHIA)


@pytest.mark.parametrize(
    ("text", "scale", "off"),
    [
        ("It is highly likely.", ICD_203, ["highly likely"]),
        ("It is very likely.", PHIA, ["very likely"]),
        ("There is a realistic possibility.", ICD_203, ["realistic possibility"]),
        ("It is most likely over.", PHIA, ["most likely"]),
        ("It is likely, or almost certain.", ICD_203, []),
        ("It is likely, or almost certain.", PHIA, []),
    ],
)
def test_terms_of_another_scale_have_no_meaning_on_this_one(text: str, scale: Scale, off: list[str]) -> None:
    assert [use.words for use in likelihood_terms(text) if use.on(scale) is None] == off


def test_it_is_known_which_scale_a_term_is_of() -> None:
    (other,) = likelihood_terms("It is highly likely.")
    assert set(other.terms) == {"phia"}
    (shade,) = likelihood_terms("It is quite likely.")
    assert not shade.terms


def test_the_rarer_row_of_synonyms_is_the_one_to_change() -> None:
    uses = likelihood_terms("Likely here, very likely there, and highly probable elsewhere.")
    assert [use.words for use in mixed_rows(uses, ICD_203)] == ["highly probable"]
    uses = likelihood_terms("Probable here, improbable there, likely elsewhere.")
    assert [use.words for use in mixed_rows(uses, ICD_203)] == ["likely"]
    assert mixed_rows(likelihood_terms("Likely here, unlikely there."), ICD_203) == []
    assert mixed_rows(likelihood_terms("Likely here, probable there."), PHIA) == []


@pytest.mark.parametrize(
    "text",
    [
        "We assess with high confidence that an attack is unlikely.",
        "An attack is very likely, and our moderate confidence rests on two sources.",
        "It is probable, with low confidence.",
    ],
)
def test_likelihood_and_confidence_in_one_sentence_are_found(text: str) -> None:
    (found,) = likelihood_with_confidence("It rained. " + text + " It snowed.")
    assert found.words == text


@pytest.mark.parametrize(
    "text",
    [
        "An attack is unlikely. We have high confidence in this judgement.",
        "We have high confidence that troops were sent.",
        "An attack is likely to shake public confidence.",
        "It is likely, “and with high confidence”, he said.",
    ],
)
def test_apart_they_are_fine(text: str) -> None:
    assert likelihood_with_confidence(text) == []


def test_levels_of_confidence_in_prose_are_found() -> None:
    text = "We have moderate confidence in this judgement; analysts are fairly confident."
    assert [phrase.words for phrase in confidence_phrases(text)] == [
        "moderate confidence",
        "analysts are fairly confident",
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kim will attack.", ["will"]),
        ("Kim will certainly attack.", ["will", "certainly"]),
        ("There is no doubt that he undoubtedly will.", ["There is no doubt", "undoubtedly", "will"]),
        ("It is definitely over and inevitable.", ["definitely", "inevitable"]),
        ("He won’t stop; it is bound to fail.", ["won’t", "bound to"]),
        ("Kim will likely attack.", []),
        ("Kim will almost certainly attack.", []),
        ("It is almost certainly over, and nearly certain to last.", []),
        ("It is not certainly so.", []),
        ("The will to fight is gone; political will, too.", []),
        ("Will Ripley reports from Seoul.", []),
        ("He said “we will win”.", []),
        ("North Korea would use this experience.", []),
        ("The people will of course suffer.", ["will"]),
    ],
)
def test_absolute_words_are_found_where_they_are_meant(text: str, words: list[str]) -> None:
    assert [found.words for found in absolute_words(text)] == words
    assert [text[found.start : found.end] for found in absolute_words(text)] == words


HOUSE = Scale(
    id="own",
    name="Skala des Hauses",
    terms=(Term(word="Wahrscheinlich", low=55, high=80), Term(word="sehr wahrscheinlich", low=80, high=95)),
)


def test_terms_of_a_house_s_own_scale_are_found_beside_the_known_ones() -> None:
    text = "Sehr wahrscheinlich kommt sie, wahrscheinlich spät; likely so."
    uses = likelihood_terms(text, HOUSE)
    assert [use.words for use in uses] == ["Sehr wahrscheinlich", "wahrscheinlich", "likely"]
    assert [use.on(HOUSE) for use in uses] == [HOUSE.terms[1], HOUSE.terms[0], None]
    assert [use.words for use in likelihood_terms(text)] == ["likely"]
