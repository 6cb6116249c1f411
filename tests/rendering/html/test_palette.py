"""Colours at night keep the distance from their paper that they have by day."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.rendering.html.palette import NIGHT_PAPER, at_night, checked_colour, contrast

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_contrast_is_that_of_the_guidelines() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


def test_white_becomes_the_paper_of_the_night() -> None:
    assert at_night("#ffffff") == NIGHT_PAPER


@settings(max_examples=300)
@given(colours)
def test_what_is_legible_by_day_is_legible_at_night(colour: str) -> None:
    by_day = contrast(colour, "#ffffff")
    by_night = contrast(at_night(colour), NIGHT_PAPER)
    assert by_night >= min(by_day, 13) * 0.97
    assert by_night <= max(by_day * 1.05, 1.1)


@pytest.mark.parametrize("wrong", ["", "red", "#fff", "#gggggg", "#1234567", "#12 456"])
def test_other_spellings_are_refused(wrong: str) -> None:
    with pytest.raises(ValueError):
        checked_colour(wrong)
