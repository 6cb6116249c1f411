"""Marks of notes in somebody's own words, merged apart from the words that they stand among."""

from __future__ import annotations

import re

import pytest

from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import shown, shown_line
from briefgen.drafts.merging.own_marks import PARAGRAPH_END, adds_marks, bare, remarked, remarked_table
from briefgen.text.tokens import Token, Tokens, mark, tokenise


def tokens(text: str) -> Tokens:
    """Words with marks as `^[words]` and `[@passage]`, and ¶ for the end of a paragraph."""
    found: list[Token] = []
    for piece in re.split(r"(\^\[[^]]*\]|\[@[^]]*\]|¶)", text):
        if piece == "¶":
            found.append(PARAGRAPH_END)
        else:
            found.extend([mark(piece)] if piece.startswith(("^[", "[@")) else tokenise(piece))
    return tuple(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It came.[@a]^[n]", "It came.[@a]"),
        ("It^[n] came.^[m]", "It came."),
        ("^[n]", "^[n]"),
        ("It came.", "It came."),
    ],
)
def test_words_without_marks_unless_there_are_no_others(text: str, expected: str) -> None:
    assert shown(bare(tokens(text))) == expected


@pytest.mark.parametrize(
    ("words", "was", "ours", "theirs", "expected"),
    [
        ("It came.", "It came.^[n]", "It came.^[n]", "It came.^[n]", "It came.^[n]"),
        ("It came.", "It came.", "It came.^[n]", "It came.", "It came.^[n]"),
        ("It came.", "It came.", "It came.", "It came.^[n]", "It came.^[n]"),
        ("It came.", "It came.^[n]", "It came.", "It came.^[n]", "It came."),
        ("It came.", "It came.^[n]", "It came.^[n]", "It came.", "It came."),
        ("It came.", "It came.", "It^[m] came.", "It came.^[n]", "It^[m] came.^[n]"),
        ("It came.", "It came.^[n]", "It came.^[m]^[n]", "It came.^[n]", "It came.^[m]^[n]"),
        ("It came.", "It came.^[n]", "It came.^[n]", "It came.^[m]^[n]", "It came.^[m]^[n]"),
        ("It came.", "It came.^[n]", "It came.^[n]^[m]", "It came.^[o]^[n]", "It came.^[o]^[n]^[m]"),
        ("It came.", "It came.^[n]", "It came.^[n]^[n]", "It came.^[n]", "It came.^[n]^[n]"),
        ("It came.", "It came.", "It came.^[n]", "It came.^[n]", "It came.^[n]"),
        ("It came late.", "It came.^[n]", "It came late.^[n]", "It came.^[n]", "It came late.^[n]"),
        ("It came. Then.", "It came.^[n]", "It came.^[n] Then.", "It came.^[n]", "It came.^[n] Then."),
        ("It came.¶So.", "It came. So.^[n]", "It came.¶So.^[n]", "It came. So.^[n]", "It came.¶So.^[n]"),
        ("It came. So.", "It came.^[n]¶So.", "It came.^[n] So.", "It came.^[n]¶So.", "It came.^[n] So."),
    ],
)
def test_a_line_has_the_marks_that_one_side_gave_and_none_took(
    words: str, was: str, ours: str, theirs: str, expected: str
) -> None:
    found = remarked(tokens(words), tokens(was), tokens(ours), tokens(theirs))
    assert shown(found) == expected


def table(*cells: str) -> Line:
    return Line(kind="table", rows=tuple((tokens(cell),) for cell in cells))


def test_a_table_taken_whole_gets_the_marks_that_it_lacks_at_its_end_and_loses_those_taken_away() -> None:
    was, ours, theirs = table("a^[n]", "b^[m]"), table("a^[n]", "b", "c"), table("a", "b^[m]^[o]")
    assert shown_line(remarked_table(ours, [was], [ours], [theirs])) == "a\nb\nc^[o]"


def test_marks_are_counted() -> None:
    assert adds_marks([tokens("It came.^[n]^[n]")], [tokens("It came.^[n]")])
    assert not adds_marks([tokens("It came.")], [tokens("It came.^[n]")])
