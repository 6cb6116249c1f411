"""Words that are too long for their place."""

from __future__ import annotations

from briefgen.text.shortening import shortened


def test_what_finds_room_stays_on_one_line() -> None:
    assert shortened("one\n two", 7) == "one two"


def test_what_is_too_long_is_cut_after_a_word() -> None:
    assert shortened("one two three", 12) == "one two …"
    assert len(shortened("one two three", 12)) <= 12
