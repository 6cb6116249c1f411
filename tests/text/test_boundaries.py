"""Where words stand, and which boundaries would cut a word or a figure in two."""

from __future__ import annotations

import pytest

from briefgen.text.boundaries import cut_at, occurrences


def test_every_occurrence_is_found_overlapping_ones_too() -> None:
    assert list(occurrences("aa", "aaaa")) == [0, 1, 2]
    assert list(occurrences("b", "a")) == []
    assert list(occurrences("", "abc")) == []


def cut(quoted: str, text: str) -> str:
    """What the boundaries of the first place of some words cut."""
    start = next(occurrences(quoted, text))
    return cut_at(text, start) or cut_at(text, start + len(quoted))


@pytest.mark.parametrize(
    ("quoted", "text", "piece"),
    [
        ("800 killed", "around 3,800 killed", "3,800"),
        ("12", "120 men", "120"),
        ("on 3", "on 3.5 points", "3.5"),
        ("shells - 9", "artillery shells - 9 million units", "9 million"),
        ("million units", "shells - 9 million units", "9 million"),
        ("8 million shells", "between 5 and 8 million shells", "between 5 and 8 million"),
        ("about 30", "about 30% of them", "30%"),
        ("fell by 5", "fell by 5 per cent", "5 per cent"),
        ("2,000 a month", "about $2,000 a month", "$2,000"),
        ("5 degrees", "-5 degrees", "-5"),
        ("70 kilometers", "up to 60-70 kilometers", "60-70"),
        ("1,000 to 2,000", "1,000 to 2,000 men", ""),
        ("2,000 men", "1,000 to 2,000 men", "1,000 to 2,000"),
        ("3", "3×10^6 shells", "3×10^6"),
        ("strong force", "a 3,800-strong force", "3,800-strong"),
        ("1989 Koksan", "50 M-1989 Koksan", "M-1989"),
        ("M1991", "M1991 systems", ""),
        ("170", "170mm shells", "170mm"),
        ("two hundred", "two hundred and five men", "two hundred and five"),
        ("hundred men", "two hundred men", "two hundred"),
        ("800 убитых", "3 800 убитых", "3 800"),
        ("9", "9 миллионов снарядов", "9 миллионов"),
        ("did", "they didn't go", "didn't"),
        ("likely", "it is unlikely", "unlikely"),
        ("propelled guns", "self-propelled guns", "self-propelled"),
        ("북한군", "북한군은 전선에", "북한군은"),
    ],
)
def test_words_and_figures_are_not_cut(quoted: str, text: str, piece: str) -> None:
    assert cut(quoted, text) == piece


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("North Korea", "a while - North Korea was there"),
        ("Russia", "supporting Russia's rear"),
        ("by the end of 2023", "by the end of 2023, Pyongyang"),
        ("in June 2024", "in June 2024 when"),
        ("see 3", "see 3. The next"),
        ("by 2023", "by 2023, thousand-year reigns ended"),
        ("5 and 8", "they lost 5 and 8, in turn"),
        ("800 men", "in 2019 800 men came"),
        ("中国", "中国政府"),
        ("deployed", "they were not deployed"),
        ('"crap jobs', 'doing the "crap jobs" so'),
        ("killed", "killed/wounded"),
    ],
)
def test_whole_words_may_be_taken_from_among_others(quoted: str, text: str) -> None:
    assert cut(quoted, text) == ""


def test_the_ends_of_a_text_cut_nothing() -> None:
    assert cut_at("word", 0) == cut_at("word", 4) == ""


def test_a_mark_is_not_parted_from_its_letter() -> None:
    assert cut_at("q\u0301x", 1)
