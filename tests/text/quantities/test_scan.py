"""Figures in prose: what is read, what is left alone, and where it stands.

The corpus in `tests/cases/figures/readings` holds the many; here stand the promises that need a word.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.text.quantities import Approximation, quantities
from tests.text.quantities.figure_cases import describe

READINGS = Path(__file__).parents[2] / "cases" / "figures" / "readings"


def corpus() -> list[Any]:
    cases = []
    for path in sorted(READINGS.glob("*.yaml")):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        for place, case in enumerate(data["cases"], start=1):
            name = f"{path.stem}-{place}"
            cases.append(pytest.param(case["text"], data["language"], case["figures"], id=name))
    return cases


@pytest.mark.parametrize(("text", "language", "expected"), corpus())
def test_the_corpus_is_read_as_labelled(text: str, language: str, expected: list[str]) -> None:
    found = quantities(text, language)
    assert [f"{figure.shown} = {describe(figure)}" for figure in found] == expected
    assert all(text[figure.start : figure.end] == figure.shown for figure in found)


def test_the_corpus_is_there() -> None:
    assert len(corpus()) >= 120


@pytest.mark.parametrize(
    "name",
    [
        "M-1989",
        "M1991",
        "F-16",
        "T-72B3",
        "Su-35s",
        "Hwasong-17",
        "Hwasong 17",
        "9M133",
        "2S7",
        "KN-23",
        "COVID-19",
        "G7",
        "MH17",
        "UNITED24",
        "Room 39",
        "Unit 61398",
        "Article 5",
        "Section 3.2",
        "version 3.2.1",
        "page 12",
        "pp. 12-14",
        "Resolution 2270",
        "No. 5",
        "№ 5",
        "§ 12",
        "[12]",
        "[12, 14]",
        "(2)",
        "Type 054",
        "Boeing 737",
        "ISO 9001",
        "https://example.org/2024/12",
        "www.example.org/5",
        "+82 2 1234",
        "192.168.0.1",
        "analyst99@example.org",
        "sha256_4c964d4cc3adf96c",
    ],
)
def test_names_are_no_figures(name: str) -> None:
    assert quantities(f"They spoke of {name} again.") == []


@pytest.mark.parametrize("text", ["1. First come the guns.", "Guns:\n2) shells\n3) men", "  12. Later"])
def test_numbers_of_lists_are_no_figures(text: str) -> None:
    assert [figure for figure in quantities(text) if figure.kind == "number"] == []


@pytest.mark.parametrize(
    "text",
    [
        "At first, no one came.",
        "For one, they do the dirty work.",
        "One of the largest armies is on the one hand feared.",
        "They shot one another.",
        "He may march on.",
        "Wait a second.",
        "First of all, it is cold.",
    ],
)
def test_words_of_number_that_count_nothing_are_left_alone(text: str) -> None:
    assert quantities(text) == []


def test_a_mark_glued_to_a_unit_is_a_length_and_no_name() -> None:
    (figure,) = quantities("A 170mm gun.")
    assert describe(figure) == "170 mm"
    assert figure.kind == "length"


def test_short_magnitudes_stand_behind_digits_only() -> None:
    assert [describe(figure) for figure in quantities("a wall five m high, five million bricks, $5m")] == [
        "5",
        "5000000 brick",
        "5000000 USD",
    ]


def test_a_range_takes_the_magnitude_of_its_upper_end_only_where_it_must() -> None:
    (shared,) = quantities("between 5 and 8 million")
    assert describe(shared) == "5000000..8000000"
    (apart,) = quantities("between 500,000 and 1 million")
    assert describe(apart) == "500000..1000000"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Its cost has risen from €310 million to €385 million.", "en", ["310000000 EUR", "385000000 EUR"]),
        ("Storage fell from 58.2 to 31.4 per cent.", "en", ["58.2 %", "31.4 %"]),
        ("an increase in output from 8 to 5 million shells", "en", ["8000000 shell", "5000000 shell"]),
        ("The price rose from 500 to 2 million euros.", "en", ["500 EUR", "2000000 EUR"]),
        ("It rose by from 5 to 8 per cent.", "en", ["5..8 %"]),
        ("The work takes from 90 to 120 days.", "en", ["90..120 day"]),
        ("Запасы сократились до 29,5 %.", "ru", ["29.5 %"]),
        ("Запасы сократились с 58,2 % до 31,4 %.", "ru", ["58.2 %", "31.4 %"]),
        ("Стоимость выросла с 310 до 385 млн евро.", "ru", ["310000000 EUR", "385000000 EUR"]),
        ("Там было до 500 человек.", "ru", ["500 person, up to"]),
    ],
)
def test_what_changes_from_one_figure_to_another_is_no_range(
    text: str, language: str, expected: list[str]
) -> None:
    assert [describe(figure) for figure in quantities(text, language)] == expected


def test_values_are_exact() -> None:
    (figure,) = quantities("0.1 million tonnes")
    assert figure.low == Fraction(100_000)
    (third,) = quantities("a third of them")
    assert third.low == Fraction(1, 3)


def test_of_two_approximations_the_outer_one_counts() -> None:
    (figure,) = quantities("at least around 300 men")
    assert figure.approximation is Approximation.AT_LEAST
    assert figure.shown == "at least around 300"


def test_to_add_up_to_a_sum_is_no_bound() -> None:
    (figure,) = quantities("It adds up to $5 million.")
    assert figure.approximation is Approximation.EXACT


def test_figures_may_go_over_the_end_of_a_line_but_not_of_a_paragraph() -> None:
    (figure,) = quantities("between 5 and 8\nmillion shells")
    assert figure.high == 8_000_000
    five, million = quantities("There were 5\n\na million more")
    assert (describe(five), describe(million)) == ("5", "1000000")


@pytest.mark.parametrize("space", [" ", "\u00a0", "\u202f", "\u2009"])
def test_any_space_groups_digits(space: str) -> None:
    (figure,) = quantities(f"12{space}000 men")
    assert figure.low == 12_000


def test_what_became_of_those_counted_outweighs_who_they_were() -> None:
    units = [
        quantities(text)[0].unit
        for text in (
            "12 soldiers",
            "12 soldiers killed",
            "12 soldiers were killed and wounded",
            "killed 12 people",
            "12 dead or missing",
            "12 casualties",
        )
    ]
    assert units == ["soldier", "killed", "killed and wounded", "killed", "killed and missing", "casualty"]


def test_an_unknown_language_is_read_as_english() -> None:
    assert quantities("12 km", "fi-FI")[0].unit == "km"


def test_a_text_without_figures_has_none() -> None:
    assert quantities("") == quantities("No figures here.") == []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("some 12 000 men", ["some 12 000"]),
        ("1 234 567 people", ["1 234 567"]),
        ("on 5 May 2024 12 000 men left", ["5 May 2024", "12 000"]),
        ("12 450 15 300", ["12 450", "15 300"]),
        ("6 38 5 210", ["6", "38", "5", "210"]),
        ("6\t5\t210", ["6", "5", "210"]),
        ("5  210", ["5", "210"]),
    ],
)
def test_spaces_group_the_digits_of_a_number_but_not_those_of_a_row(text: str, shown: list[str]) -> None:
    assert [figure.shown for figure in quantities(text)] == shown
