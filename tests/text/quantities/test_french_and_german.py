"""Figures as French and German prose has them, read alike and printed as their readers expect."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefgen.checking.figures import CheckedText, CitedPassage, check_figures
from briefgen.text.quantities import Approximation, quantities
from briefgen.text.quantities.shown import show_number, show_range


@pytest.mark.parametrize(
    ("language", "text", "shown", "low", "high", "unit"),
    [
        ("fr", "soit 449,2 TWh en tout", "449,2 TWh", "449.2", "449.2", "TWh"),
        ("fr", "une baisse de 1,3 % par an", "1,3 %", "1.3", "1.3", "%"),
        ("fr", "320 millions d’euros", "320 millions d’euros", "320e6", "320e6", "EUR"),
        ("fr", "18 milliards de mètres cubes", "18 milliards de mètres cubes", "18e9", "18e9", "m³"),
        ("fr", "12 000 soldats", "12 000", "12000", "12000", ""),
        ("fr", "1.234.567 habitants", "1.234.567", "1234567", "1234567", ""),
        ("fr", "de 5 à 8 millions d’obus", "de 5 à 8 millions", "5e6", "8e6", ""),
        ("fr", "entre 4,5 et 5,2 milliards", "entre 4,5 et 5,2 milliards", "4.5e9", "5.2e9", ""),
        ("fr", "en 2025", "2025", "2025", "2025", "year"),
        ("fr", "les années 1990", "1990", "1990", "1999", "year"),
        ("fr", "la moitié", "moitié", "0.5", "0.5", ""),
        (
            "de",
            "22,6 Milliarden Kilowattstunden",
            "22,6 Milliarden Kilowattstunden",
            "22.6e9",
            "22.6e9",
            "kWh",
        ),
        ("de", "12.000 Soldaten", "12.000", "12000", "12000", ""),
        ("de", "1.234,5 km", "1.234,5 km", "1234.5", "1234.5", "km"),
        ("de", "5–8 Mio. Tonnen", "5–8 Mio. Tonnen", "5e6", "8e6", "t"),
        ("de", "500–1.000 Euro", "500–1.000 Euro", "500", "1000", "EUR"),
        ("de", "31,7 Prozent", "31,7 Prozent", "31.7", "31.7", "%"),
        ("de", "in den 1990er Jahren", "1990er Jahren", "1990", "1999", "year"),
        ("de", "ein Drittel der Schiffe", "ein Drittel", "1/3", "1/3", ""),
        ("de", "zwei Drittel der Schiffe", "zwei Drittel", "2/3", "2/3", ""),
        ("de", "sie verdoppelten sich", "verdoppelten", "2", "2", "times"),
        ("de", "hat sich halbiert", "halbiert", "1/2", "1/2", ""),
        ("de", "im ersten Halbjahr 2024", "ersten Halbjahr 2024", "738886", "739067", "day"),
        ("de", "im 3. Quartal 2023", "3. Quartal 2023", "738702", "738793", "day"),
        ("de", "reichen sechs Wochen", "sechs Wochen", "6", "6", "week"),
        ("de", "fünfundzwanzig Schiffe", "fünfundzwanzig", "25", "25", ""),
        ("de", "zwei Millionen Euro", "zwei Millionen Euro", "2e6", "2e6", "EUR"),
        ("de", "zwanzigtausend Mann", "zwanzigtausend", "20000", "20000", ""),
        ("de", "zwischen fünf und sieben Prozent", "zwischen fünf und sieben Prozent", "5", "7", "%"),
        ("de", "drei Fünftel der Schiffe", "drei Fünftel", "3/5", "3/5", ""),
        ("fr", "durent six semaines", "six semaines", "6", "6", "week"),
        ("fr", "quatre-vingt-douze navires", "quatre-vingt-douze", "92", "92", ""),
        ("fr", "soixante et onze jours", "soixante et onze jours", "71", "71", "day"),
        ("fr", "vingt et une tonnes", "vingt et une tonnes", "21", "21", "t"),
        ("fr", "deux cent cinquante-trois euros", "deux cent cinquante-trois euros", "253", "253", "EUR"),
        ("fr", "cent mille euros", "cent mille euros", "1e5", "1e5", "EUR"),
        ("fr", "cinq à six jours", "cinq à six jours", "5", "6", "day"),
        ("fr", "trois cinquièmes des navires", "trois cinquièmes", "3/5", "3/5", ""),
        ("fr", "un tiers des navires", "un tiers", "1/3", "1/3", ""),
        ("fr", "trois quarts des navires", "trois quarts", "3/4", "3/4", ""),
        ("fr", "le coût a doublé", "doublé", "2", "2", "times"),
        ("fr", "au premier semestre de 2024", "premier semestre de 2024", "738886", "739067", "day"),
        ("fr", "au troisième trimestre 2023", "troisième trimestre 2023", "738702", "738793", "day"),
    ],
)
def test_a_figure_is_read(language: str, text: str, shown: str, low: str, high: str, unit: str) -> None:
    (figure,) = quantities(text, language)
    assert (figure.shown, figure.low, figure.high, figure.unit) == (
        shown,
        Fraction(low),
        Fraction(high),
        unit,
    )


@pytest.mark.parametrize(
    ("language", "text", "bent"),
    [
        ("fr", "environ 30 %", Approximation.ABOUT),
        ("fr", "plus de 12 000", Approximation.OVER),
        ("fr", "près de 40", Approximation.NEARLY),
        ("fr", "d’ici à 2029", Approximation.AT_MOST),
        ("fr", "jusqu’à 58 €", Approximation.AT_MOST),
        ("de", "rund 650 Milliarden Euro", Approximation.ABOUT),
        ("de", "mindestens 40", Approximation.AT_LEAST),
        ("de", "fast 440", Approximation.NEARLY),
        ("de", "länger als sechs Wochen", Approximation.OVER),
        ("de", "bis 2045", Approximation.AT_MOST),
    ],
)
def test_words_that_bend_a_figure_belong_to_it(language: str, text: str, bent: Approximation) -> None:
    (figure,) = quantities(text, language)
    assert (figure.shown, figure.approximation) == (text, bent)


@pytest.mark.parametrize(
    ("language", "text", "shown"),
    [
        ("fr", "est passé de 58 à 31 €", ["58", "31 €"]),
        ("de", "stieg von 5 auf 8 Millionen", ["5", "8 Millionen"]),
        ("fr", "l’article 12 de la loi 2005", []),
        ("de", "nach Artikel 12 Abs. 3", []),
        ("fr", "du 3 au 5 mai 2025, fin 2024", ["3", "5 mai 2025", "fin 2024"]),
        ("de", "am 3. Mai 2025, Ende 2024", ["3. Mai 2025", "Ende 2024"]),
        ("de", "2.000 Euro im Monat", ["2.000 Euro"]),
    ],
)
def test_what_is_one_figure_two_or_none(language: str, text: str, shown: list[str]) -> None:
    assert [figure.shown for figure in quantities(text, language)] == shown


def test_figures_are_printed_in_the_language_s_manner() -> None:
    assert show_number(Fraction(12_000), "", "fr") == "12\u202f000"
    assert show_number(Fraction("43.7"), "TWh", "fr") == "43,7\u00a0TWh"
    assert show_range(Fraction(4 * 10**9), Fraction(5 * 10**9), "EUR", "fr") == "4–5\u00a0milliards\u00a0€"
    assert show_number(Fraction(650 * 10**9), "EUR", "de-DE") == "650\u00a0Mrd.\u00a0€"
    assert show_number(Fraction(12_000), "", "de") == "12.000"


@pytest.mark.parametrize(("said", "codes"), [("320", []), ("330", ["FG201"])])
def test_a_french_statement_is_held_against_russian_and_korean_words(said: str, codes: list[str]) -> None:
    report = check_figures(
        CheckedText(
            text=f"18 milliards de mètres cubes et {said} millions d’euros",
            span_of=lambda start, end: None,
            language="fr",
        ),
        [
            CitedPassage(id="gaz", exact="составил 18 млрд куб. м", language="ru"),
            CitedPassage(id="contrat", exact="3억 2천만 유로 규모", language="ko"),
        ],
    )
    assert [one.code for one in report.diagnostics] == codes


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ("In the first half of 2024 it fell to 31.5 million tonnes.", []),
        ("In the second half of 2024 it fell to 31.5 million tonnes.", ["FG201"]),
        ("In the first half of 2024 it rose to 31.5 million tonnes.", ["FG213"]),
    ],
)
def test_what_a_year_s_half_came_to_is_no_range_from_that_year(said: str, codes: list[str]) -> None:
    words = "Der Umschlag ging im ersten Halbjahr 2024 auf 31,5 Millionen Tonnen zurück"
    passage = CitedPassage(id="p", exact=words, language="de")
    report = check_figures(CheckedText(text=said, span_of=lambda start, end: None), [passage])
    assert [one.code for one in report.diagnostics] == codes
    assert [one.shown for one in quantities("Er fiel 2024 auf 31,5 Millionen", "de")] == [
        "2024",
        "31,5 Millionen",
    ]


@pytest.mark.parametrize(
    ("language", "text"), [("de", "im alten Viertel"), ("fr", "les tiers"), ("fr", "en quart de finale")]
)
def test_words_that_are_shares_only_beside_others(language: str, text: str) -> None:
    assert quantities(text, language) == []


@pytest.mark.parametrize(
    ("language", "unit"), [("de", "Prozent"), ("de", "per cent"), ("fr", "pour cent"), ("es", "por ciento")]
)
def test_a_share_is_printed_with_its_sign_in_whatever_language_its_unit_is(language: str, unit: str) -> None:
    assert show_number(Fraction(42), unit, language) == "42\u00a0%"
