"""Figures as Spanish prose has them, of Spain and of Mexico."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefgen.checking.figures import CheckedText, CitedPassage, check_figures
from briefgen.text.quantities import Approximation, quantities


@pytest.mark.parametrize(
    ("text", "shown", "low", "high", "unit"),
    [
        ("7,8 millones de toneladas", "7,8 millones de toneladas", "7.8e6", "7.8e6", "t"),
        ("1.250 millones de euros", "1.250 millones de euros", "1.25e9", "1.25e9", "EUR"),
        ("3 mil millones de dólares", "3 mil millones de dólares", "3e9", "3e9", "USD"),
        ("12.000 soldados", "12.000", "12000", "12000", ""),
        ("12,000 soldados", "12,000", "12000", "12000", ""),
        ("12 000 soldados", "12 000", "12000", "12000", ""),
        ("1.250,5 km", "1.250,5 km", "1250.5", "1250.5", "km"),
        ("1,250.5 km", "1,250.5 km", "1250.5", "1250.5", "km"),
        ("un 4,5 %", "4,5 %", "4.5", "4.5", "%"),
        ("el 31,7 por ciento", "31,7 por ciento", "31.7", "31.7", "%"),
        ("entre 5 y 8 millones", "entre 5 y 8 millones", "5e6", "8e6", ""),
        ("de 5 a 8 toneladas", "de 5 a 8 toneladas", "5", "8", "t"),
        ("en 2025", "2025", "2025", "2025", "year"),
        ("en junio de 2026", "junio de 2026", "739768", "739797", "day"),
        ("el 3 de marzo de 2027", "3 de marzo de 2027", "740043", "740043", "day"),
        ("en el primer semestre de 2024", "primer semestre de 2024", "738886", "739067", "day"),
        ("duran seis semanas", "seis semanas", "6", "6", "week"),
        ("treinta y cinco barcos", "treinta y cinco", "35", "35", ""),
        ("veintiún días", "veintiún días", "21", "21", "day"),
        ("doscientas tres toneladas", "doscientas tres toneladas", "203", "203", "t"),
        ("cinco mil euros", "cinco mil euros", "5000", "5000", "EUR"),
        ("de tres a cinco semanas", "de tres a cinco semanas", "3", "5", "week"),
        ("la mitad de los buques", "mitad", "1/2", "1/2", ""),
        ("dos tercios de los buques", "dos tercios", "2/3", "2/3", ""),
        ("el tráfico se duplicó", "duplicó", "2", "2", "times"),
    ],
)
def test_a_figure_is_read(text: str, shown: str, low: str, high: str, unit: str) -> None:
    (figure,) = quantities(text, "es")
    assert (figure.shown, figure.low, figure.high, figure.unit) == (
        shown,
        Fraction(low),
        Fraction(high),
        unit,
    )


@pytest.mark.parametrize(
    ("text", "bent"),
    [
        ("unas 2.340 personas", Approximation.ABOUT),
        ("más de 12.000", Approximation.OVER),
        ("casi 40", Approximation.NEARLY),
        ("al menos 40", Approximation.AT_LEAST),
        ("hasta 40", Approximation.AT_MOST),
    ],
)
def test_words_that_bend_a_figure_belong_to_it(text: str, bent: Approximation) -> None:
    (figure,) = quantities(text, "es")
    assert figure.approximation is bent


def test_what_something_rose_to_is_no_bound() -> None:
    (figure,) = quantities("el precio subió hasta 40 euros", "es")
    assert (figure.approximation, figure.low) == (Approximation.EXACT, Fraction(40))


def test_numbers_of_articles_are_no_figures() -> None:
    assert quantities("según el artículo 12 de la ley", "es") == []


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("It moved 7.8 million tonnes, 4.5% less than in 2023.", []),
        ("It moved 78 million tonnes.", ["FG201"]),
        ("It moved 4.5% more.", ["FG213"]),
    ],
)
def test_an_english_statement_is_held_against_spanish_words(said: str, codes: list[str]) -> None:
    words = "El puerto movió 7,8 millones de toneladas, un 4,5 % menos que en 2023"
    passage = CitedPassage(id="p", exact=words, language="es")
    report = check_figures(CheckedText(text=said, span_of=lambda start, end: None), [passage])
    assert [one.code for one in report.diagnostics] == codes
