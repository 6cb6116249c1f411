"""Quotation marks of each language, around words and within."""

from __future__ import annotations

import pytest

from briefgen.text.wording import wording_of


@pytest.mark.parametrize(
    ("language", "words", "shown"),
    [
        ("en", "They said “so” and left", "“They said ‘so’ and left”"),
        ("en", 'They said "so" and left', "“They said ‘so’ and left”"),
        ("en", '("so")', "“(‘so’)”"),
        ("en", "It’s 5' long", "“It’s 5' long”"),
        ("en", "„so“", "“‚so‘”"),
        ("en", "Он сказал «да»", "“Он сказал «да»”"),
        ("de", "Sie sagten „so“ und gingen", "„Sie sagten ‚so‘ und gingen“"),
        ("de", "They said “so” and left", "„They said ‚so‘ and left“"),
        ("de", 'Sie sagten "so"', "„Sie sagten ‚so‘“"),
        ("de", "Il dit « oui »", "„Il dit « oui »“"),
        ("fr", "Il dit « oui » à tous", "«\u00a0Il dit “ oui ” à tous\u00a0»"),
        ("fr", 'Il dit "oui"', "«\u00a0Il dit “oui”\u00a0»"),
        ("es", "Dijo «sí»", "«Dijo “sí”»"),
        ("ru", "Он сказал «да»", "«Он сказал „да“»"),
        ("ru", "He said “yes”", "«He said “yes”»"),
        ("ko", "그는 “예”라고 했다", "“그는 ‘예’라고 했다”"),
    ],
)
def test_marks_around_words_and_within(language: str, words: str, shown: str) -> None:
    assert wording_of(language).quotes.around(words) == shown


@pytest.mark.parametrize(
    ("language", "shown"),
    [
        ("en", "“The Ferry,”"),
        ("de", "„The Ferry“,"),
        ("fr", "«\u00a0The Ferry\u00a0»,"),
        ("ru", "«The Ferry»,"),
    ],
)
def test_a_comma_behind_a_title_stands_where_the_language_sets_it(language: str, shown: str) -> None:
    assert wording_of(language).quotes.title("The Ferry", ",") == shown
