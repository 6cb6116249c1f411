"""What briefgen says in every language: complete, with the same things filled in, counted as it counts."""

from __future__ import annotations

import string
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass

import pytest

from briefgen.text.wording import LANGUAGES, Furniture, Wording, wording_of
from briefgen.text.wording.english import ENGLISH
from briefgen.text.wording.figure_style import FigureStyle

OTHERS = [language for language in LANGUAGES if language != "en"]


def phrases(words: object, name: str = "") -> Iterator[tuple[str, str]]:
    """Every phrase with the name of its place; of several forms only what they share, their number aside."""
    if isinstance(words, str):
        yield name, words
    elif isinstance(words, tuple):
        for number, form in enumerate(words):
            yield f"{name}[{number}]", form
    elif isinstance(words, Mapping):
        for key, phrase in words.items():
            yield f"{name}[{key}]", phrase
    elif is_dataclass(words) and not isinstance(words, Furniture | FigureStyle):
        for field in fields(words):
            yield from phrases(getattr(words, field.name), f"{name}.{field.name}".lstrip("."))


def filled_in(phrase: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(phrase) if name}


def test_english_has_words_for_everything() -> None:
    found = dict(phrases(ENGLISH))
    assert len(found) > 90
    assert all(phrase.strip() for phrase in found.values())


@pytest.mark.parametrize("language", OTHERS)
def test_a_language_fills_in_what_english_does(language: str) -> None:
    english, other = dict(phrases(ENGLISH)), dict(phrases(wording_of(language)))
    counted = ("sources.passages", "sources.sources", "changes.further", "changes.standing")
    assert {name for name in english if not name.startswith(counted)} == {
        name for name in other if not name.startswith(counted)
    }
    for name, phrase in other.items():
        assert phrase.strip(), name
        if not name.startswith("changes.standing"):
            assert filled_in(phrase) == filled_in(english.get(name, "{count}")), name
        else:
            assert filled_in(phrase) <= {"count"}, name


@pytest.mark.parametrize("language", OTHERS)
def test_hardly_a_phrase_is_left_in_english(language: str) -> None:
    english, other = dict(phrases(ENGLISH)), dict(phrases(wording_of(language)))
    long = {name for name, phrase in english.items() if sum(map(str.isalpha, phrase.partition("{")[0])) > 6}
    same = {english[name] for name in long & other.keys() if english[name] == other[name]}
    assert same <= {"Alternative", "Sources", "improbable"}


def test_a_language_without_words_is_served_in_english() -> None:
    assert wording_of("fi") is ENGLISH
    assert wording_of("en-US") is ENGLISH
    assert wording_of("de-CH") is wording_of("DE")


def passages(wording: Wording, count: int) -> str:
    return wording.counted(count, wording.sources.passages)


@pytest.mark.parametrize(
    ("language", "count", "said"),
    [
        ("en", 1, "1 passage"),
        ("en", 0, "0 passages"),
        ("en", 21, "21 passages"),
        ("fr", 0, "0 passage"),
        ("fr", 2, "2 passages"),
        ("ko", 1, "인용문 1개"),
        ("ko", 12, "인용문 12개"),
        ("ru", 1, "1 отрывок"),
        ("ru", 3, "3 отрывка"),
        ("ru", 5, "5 отрывков"),
        ("ru", 11, "11 отрывков"),
        ("ru", 21, "21 отрывок"),
        ("ru", 112, "112 отрывков"),
        ("ru", 122, "122 отрывка"),
    ],
)
def test_counting(language: str, count: int, said: str) -> None:
    assert passages(wording_of(language), count) == said


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_number_can_be_counted(language: str) -> None:
    wording = wording_of(language)
    for count in range(200):
        for forms in (wording.sources.passages, wording.sources.sources, wording.changes.further):
            assert str(count) in wording.counted(count, forms)


@pytest.mark.parametrize(
    ("names", "said"),
    [(["a"], "a"), (["a", "b"], "a und b"), (["a", "b", "c"], "a, b und c")],
)
def test_lists(names: list[str], said: str) -> None:
    assert wording_of("de").listed(names) == said


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(55, 80, "55–80\u00a0%"), (0, 5, "до 5\u00a0%"), (95, 100, "95\u00a0% и более")],
)
def test_ranges(low: int, high: int, said: str) -> None:
    assert wording_of("ru").range(low, high) == said
