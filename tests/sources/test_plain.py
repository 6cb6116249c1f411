"""Plain text: which line breaks only wrap a line, and which end a paragraph."""

from __future__ import annotations

import textwrap

import pytest

from briefgen.sources.plain import unwrapped

WORDS = (
    "The river stood at its highest since records began, and the northern wall held for nine days. Then "
    "the pumps failed one after the other, because their motors had been set below the line that the "
    "water reached in 1954. Nobody had looked at that line for years. The office says that it will "
    "raise them, and that the wall needs no repair; the engineers who built it say otherwise, and ask "
    "that the whole northern reach be surveyed again before the winter, when the ice may do what the "
    "water did not."
)


@pytest.mark.parametrize("width", [60, 78, 120, 132, 160])
def test_lines_that_a_person_or_a_program_has_filled_are_one_paragraph(width: int) -> None:
    wrapped = "\n\n".join(textwrap.fill(WORDS, width) for _ in range(3))
    assert unwrapped(wrapped).text.split("\n\n") == [WORDS] * 3


def test_long_paragraphs_of_one_line_each_stay_apart() -> None:
    text = "\n".join(WORDS[: 400 - 37 * number] for number in range(8))
    assert unwrapped(text).text == text


def test_one_full_line_may_be_chance() -> None:
    text = textwrap.fill(WORDS[:200], 140) + "\n\n" + "A short line."
    assert unwrapped(text).text == text


def test_a_poem_keeps_its_lines() -> None:
    poem = "The river rose\nand rose again\nand then it fell\n"
    assert unwrapped(poem).text == poem
