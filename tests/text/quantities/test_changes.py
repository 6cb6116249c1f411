"""What a change is told by: its size and its end are two figures, and a range is one."""

from __future__ import annotations

import pytest

from briefgen.text.quantities import quantities


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Net imports rose by 6 TWh to 19 TWh", ["6 TWh", "19 TWh"]),
        ("en", "Profit fell by £4.5 million to £18.2 million", ["£4.5 million", "£18.2 million"]),
        ("en", "Profit fell by £4.5m to £18.2m", ["£4.5m", "£18.2m"]),
        ("en", "Staff fell by 340 to 5,812", ["340", "5,812"]),
        ("en", "Staff fell by about 340 to 5,812 people", ["about 340", "5,812"]),
        ("en", "Staff fell by 340 to 220", ["340", "220"]),
        ("en", "Turnout fell by 3% to 61%", ["3%", "61%"]),
        ("en", "exports rose by 5 million to 18 million tonnes", ["5 million", "18 million tonnes"]),
        ("de", "verringerte sich um 340 auf 5.812", ["340", "5.812"]),
        ("de", "stieg um rund 340 auf 5.812", ["rund 340", "5.812"]),
        (
            "de",
            "ging um 4,5 Millionen Euro auf 18,2 Millionen Euro zurück",
            ["4,5 Millionen Euro", "18,2 Millionen Euro"],
        ),
        ("fr", "est passé de 6 à 19 TWh", ["6", "19 TWh"]),
        ("fr", "a augmenté de 6 TWh à 19 TWh", ["6 TWh", "19 TWh"]),
        ("ru", "снизилась на 340 до 5812", ["340", "до 5812"]),
    ],
)
def test_the_size_of_a_change_and_its_end_are_two_figures(language: str, text: str, shown: list[str]) -> None:
    assert [figure.shown for figure in quantities(text, language)] == shown


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("en", "Prices rose by 5 to 8 per cent", "5 to 8 per cent"),
        ("en", "Prices rose by 5% to 8%", "5% to 8%"),
        ("en", "Profit rose by £5 to £8 million", "£5 to £8 million"),
        ("en", "Imports rose by 5 to 8 million tonnes", "5 to 8 million tonnes"),
        ("en", "The army grew by 5,000 to 8,000 men", "5,000 to 8,000"),
        ("en", "It was won by 289 votes to 205", "289 votes to 205"),
        ("de", "stieg um 5 bis 8 Prozent", "5 bis 8 Prozent"),
        ("fr", "de 6 à 19 TWh", "de 6 à 19 TWh"),
    ],
)
def test_a_range_of_changes_stays_one_figure(language: str, text: str, shown: str) -> None:
    assert [figure.shown for figure in quantities(text, language)] == [shown]


def test_the_size_of_a_change_has_the_magnitude_and_unit_of_its_end() -> None:
    size, end = quantities("sank um 4,5 auf 18,2 Millionen Euro", "de")
    assert [(float(one.low), one.unit) for one in (size, end)] == [(4.5e6, "EUR"), (18.2e6, "EUR")]
