"""The words on every page, in the brief's own language where they are known."""

from __future__ import annotations

import pytest

from briefgen.text.wording import LANGUAGES, furniture_of


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2025-01-20", "20 January 2025"),
        ("2025-03-01", "1 March 2025"),
        ("2025-12", "December 2025"),
        ("2025", "2025"),
        ("", ""),
        ("today", "today"),
        ("2025-13-01", "2025-13-01"),
        ("spring 2025", "spring 2025"),
    ],
)
def test_a_date_in_words_or_as_it_is(iso: str, words: str) -> None:
    assert furniture_of("en").date(iso) == words


@pytest.mark.parametrize(
    ("language", "day", "first", "month", "year"),
    [
        ("de-AT", "Stand: 20. Januar 2025", "1. März 2025", "Mai 2025", "2025"),
        (
            "es",
            "Fecha de la información: 20 de enero de 2025",
            "1 de marzo de 2025",
            "mayo de 2025",
            "2025",
        ),
        ("fr", "Date de l’information\u00a0: 20 janvier 2025", "1er mars 2025", "mai 2025", "2025"),
        ("ko-KR", "2025년 1월 20일 기준", "2025년 3월 1일", "2025년 5월", "2025년"),
        (
            "ru",
            "Данные на 20 января 2025\u00a0г.",
            "1 марта 2025\u00a0г.",
            "май 2025\u00a0г.",
            "2025\u00a0г.",
        ),
    ],
)
def test_dates_follow_the_language(language: str, day: str, first: str, month: str, year: str) -> None:
    words = furniture_of(language)
    assert words.information("2025-01-20") == day
    assert [words.date(iso) for iso in ("2025-03-01", "2025-05", "2025")] == [first, month, year]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_that_a_page_needs(language: str) -> None:
    words = furniture_of(language)
    assert len(set(words.months)) == 12
    assert not words.months_alone or len(set(words.months_alone)) == 12
    before, between, after = words.around_page
    assert words.page == f"{before}{{page}}{between}{{pages}}{after}"
    assert between.strip()
    assert words.information("") == ""


def test_another_language_gets_english() -> None:
    assert furniture_of("fi") is furniture_of("en")
    assert furniture_of("") is furniture_of("en")
