"""The patterns of hyphenation: read from Pyphen's files, and understood as Pyphen understands them."""

from __future__ import annotations

import pyphen
import pytest

from briefgen.rendering.pdf.patterns import Patterns, patterns_of


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en-GB", "ammunition capability deployment Intelligence recruitment satellite unverified"),
        ("en-US", "ammunition capability deployment Intelligence recruitment satellite unverified"),
        ("de-DE", "Bundesverteidigungsministerium Schifffahrtsgesellschaft Rüstungszusammenarbeit"),
        ("ru", "правительство военнослужащие сотрудничество боеприпасы"),
        ("bg-BG", "правителство военнослужещи сътрудничество боеприпаси"),
        ("eu", "segurtasuna armamentua hitzarmena"),
        ("hu", "asszonnyal együttműködés hadianyag"),
    ],
)
def test_patterns_are_read_as_pyphen_reads_them(language: str, words: str) -> None:
    """Whatever their character set, with blanks at the ends of lines, comments and other spellings."""
    ours, theirs = patterns_of(language), pyphen.Pyphen(lang=language, left=0, right=0)
    assert ours
    for word in words.split():
        assert ours.positions(word) == theirs.positions(word) != [], word


def test_the_highest_digit_between_two_letters_decides() -> None:
    patterns = Patterns(b"UTF-8\n% a comment\na1b\na2bc\n.a3bcd\n")
    assert patterns.positions("xabx") == [2]
    assert patterns.positions("xabc") == []
    assert patterns.positions("abcd") == [1]
    assert patterns.positions("xabcd") == []


def test_a_language_without_patterns_of_its_own_takes_its_relatives() -> None:
    assert patterns_of("en-AU") is not None
    assert patterns_of("xx-YY") is None
    assert patterns_of("") is None
