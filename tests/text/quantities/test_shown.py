"""Figures in print."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefgen.text.quantities.shown import show_number, show_range


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        ("12000", "soldiers", "12,000"),
        ("1200000", "soldiers", "1.2 million"),
        ("1234567", "", "1,234,567"),
        ("288000000", "USD", "$288 million"),
        ("2000", "USD a month", "$2,000 a month"),
        ("2000", "CHF", "2,000\u00a0CHF"),
        ("3200000000", "EUR", "€3.2 billion"),
        ("4.6", "EUR", "€4.60"),
        ("4.6", "EUR a day", "€4.60 a day"),
        ("-1234.5", "USD", "−$1,234.50"),
        ("4.6", "CHF", "4.60\u00a0CHF"),
        ("0.125", "USD", "$0.125"),
        ("1250/3", "USD", "$416.67"),
        ("50000/3", "USD", "$16,667"),
        ("1/3", "USD", "$0.3333"),
        ("4600000", "EUR", "€4.6 million"),
        ("4.6", "km", "4.6\u00a0km"),
        ("31.7", "%", "31.7%"),
        ("1300/61", "per cent", "21.31%"),
        ("31.7", "percent a year", "31.7% a year"),
        ("2", "percentage points", "2\u00a0pp"),
        ("12", "percentages", "12"),
        ("-5", "°C", "−5\u00a0°C"),
        ("-5", "USD", "−$5"),
        ("0.05", "km", "0.05\u00a0km"),
        ("0", "", "0"),
        ("1/3", "", "0.3333"),
        ("0.0000002", "", "0.0000002"),
        ("1/30000", "", "0.00003333"),
        ("2000/3", "", "666.7"),
        ("200000/3", "", "66,667"),
    ],
)
def test_a_value_is_printed_as_readers_expect(value: str, unit: str, shown: str) -> None:
    assert show_number(Fraction(value), unit) == shown


@pytest.mark.parametrize(
    ("low", "high", "unit", "shown"),
    [
        ("5000000", "8000000", "shells", "5–8 million"),
        ("5000000", "8000000", "USD", "$5–8 million"),
        ("30000", "40000", "troops", "30,000–40,000"),
        ("20", "25", "%", "20–25%"),
        ("-10", "-5", "°C", "−10 to −5\u00a0°C"),
        ("-5", "10", "USD", "−$5 to $10"),
        ("500000", "1500000", "", "0.5–1.5 million"),
        ("4.6", "5", "EUR", "€4.60–5.00"),
        ("500000", "1500000", "EUR", "€0.5–1.5 million"),
    ],
)
def test_a_range_names_magnitude_and_unit_once(low: str, high: str, unit: str, shown: str) -> None:
    assert show_range(Fraction(low), Fraction(high), unit) == shown


def test_other_languages_have_their_own_manner() -> None:
    assert show_number(Fraction("1200000"), "", "ru") == "1,2\u00a0млн"
    assert show_number(Fraction("12000"), "", "ru") == "12\u00a0000"
    assert show_number(Fraction("2000"), "USD", "ru") == "2\u00a0000\u00a0$"
    assert show_number(Fraction("4.6"), "EUR", "de") == "4,60\u00a0€"
    assert show_range(Fraction(30_000), Fraction(40_000), "", "ko") == "3–4만"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("de", "−10 bis −5\u00a0°C"), ("fr", "−10 à −5\u00a0°C"), ("ko", "−10~−5\u00a0°C")],
)
def test_between_negative_ends_stands_what_no_one_takes_for_a_minus(language: str, shown: str) -> None:
    assert show_range(Fraction(-10), Fraction(-5), "°C", language) == shown
