"""Line ends chosen on an endless line of known lengths."""

from __future__ import annotations

import pytest

from briefgen.rendering.pdf.breaking import (
    EMERGENCY_PENALTY,
    HYPHEN_PENALTY,
    LETTERS,
    SHRINK,
    STRETCH,
    Breaks,
    best_fit,
    first_fit,
    strain,
)


def words(*widths: float, space: float = 10.0) -> Breaks:
    """Breaks between words of these widths."""
    breaks, position = Breaks(), 0.0
    for index, width in enumerate(widths):
        breaks.between(position + width, position + width + space, index)
        position += width + space
    return breaks


def test_first_fit_fills_each_line_in_turn() -> None:
    assert first_fit(words(40, 40, 40, 40, 40), 140.0, 0.0) == [2, 4]


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert first_fit(words(40, 300, 40), 100.0, 0.0) == [0, 1, 2]


def test_an_indent_takes_room_from_the_first_line_only() -> None:
    assert first_fit(words(40, 40, 40, 40), 90.0, -20.0) == [0, 2, 3]


def test_first_fit_leaves_a_hyphen_where_the_line_is_full_enough_without() -> None:
    def with_cut(first: float) -> Breaks:
        breaks = Breaks()
        breaks.between(first, first + 10, 0)
        breaks.within(first + 20, first + 15, 1, HYPHEN_PENALTY)
        breaks.between(first + 10 + 60, first + 10 + 70, 1)
        return breaks

    assert first_fit(with_cut(80.0), 100.0, 0.0) == [0, 2]
    assert first_fit(with_cut(60.0), 100.0, 0.0) == [1, 2]


def test_first_fit_cuts_a_word_anywhere_only_where_nothing_else_fits() -> None:
    breaks = Breaks()
    breaks.within(60.0, 55.0, 0, HYPHEN_PENALTY)
    breaks.within(95.0, 95.0, 0, EMERGENCY_PENALTY)
    breaks.between(150.0, 160.0, 0)
    assert first_fit(breaks, 100.0, 0.0) == [0, 2]


def test_a_word_alone_on_the_last_line_gets_company_where_the_line_above_can_spare_it() -> None:
    assert first_fit(words(40, 40, 60, 20, 40), 190.0, 0.0) == [2, 4]
    assert first_fit(words(40, 40, 40, 40), 140.0, 0.0) == [2, 3], "the line above would be too short"
    assert first_fit(words(40, 40, 60, 20, 165), 190.0, 0.0) == [3, 4], "there is no room for two"
    assert first_fit(words(150, 40), 190.0, 0.0) == [0, 1], "there is nothing to spare"


def test_best_fit_leaves_no_word_alone_on_the_last_line_where_it_can_be_helped() -> None:
    breaks = words(*[20] * 22)
    assert first_fit(breaks, 200.0, 0.0) == [6, 13, 19, 21]
    chosen = best_fit(breaks, 200.0, 10.0, 0.0, 12.0)
    assert chosen is not None
    assert chosen[-2:] == [19, 21]


def test_best_fit_evens_out_what_first_fit_leaves_to_the_last_full_line() -> None:
    breaks = words(30, 30, 40, 60, 30, 20)
    assert first_fit(breaks, 120.0, 0.0) == [2, 4, 5]
    chosen = best_fit(breaks, 120.0, 10.0, 0.0, 12.0)
    assert chosen is not None
    assert chosen[-1] == 5


def test_best_fit_finds_nothing_where_every_way_is_looser_than_tolerated() -> None:
    breaks = words(60, 60, 60, 60)
    assert best_fit(breaks, 100.0, 10.0, 0.0, 1.0) is None
    assert best_fit(breaks, 100.0, 10.0, 0.0, 100.0) == [0, 1, 2, 3]


def test_a_line_gives_what_its_spaces_and_its_letters_may() -> None:
    assert strain(0.0, 400.0, 10, 10.0) == 0.0
    assert strain(10 * 10.0 * STRETCH + 400.0 * LETTERS, 400.0, 10, 10.0) == 1.0
    assert strain(-10 * 10.0 * SHRINK - 400.0 * LETTERS, 400.0, 10, 10.0) == -1.0
    assert strain(10.0 * STRETCH + 40.0 * LETTERS, 40.0, 0, 10.0) == 1.0, "as if it had a space"


def test_best_fit_takes_no_break_dearer_than_allowed() -> None:
    breaks = Breaks()
    breaks.between(40.0, 50.0, 0)
    breaks.within(100.0, 100.0, 1, EMERGENCY_PENALTY)
    breaks.between(140.0, 150.0, 1)
    assert best_fit(breaks, 100.0, 10.0, 0.0, 20.0, HYPHEN_PENALTY) == [0, 2]


def test_a_last_line_is_never_the_rest_of_a_hyphenated_word_alone() -> None:
    breaks = Breaks()
    breaks.between(45.0, 55.0, 0)
    breaks.within(100.0, 95.0, 1, HYPHEN_PENALTY)
    breaks.between(120.0, 130.0, 1)
    assert best_fit(breaks, 100.0, 10.0, 0.0, 50.0) == [0, 2]


@pytest.mark.parametrize("seed", range(20))
def test_best_fit_is_no_worse_than_first_fit(seed: int) -> None:
    import random

    chance = random.Random(seed)
    widths = [chance.uniform(15, 70) for _ in range(80)]
    breaks = words(*widths)
    best = best_fit(breaks, 400.0, 10.0, 0.0, 30.0)
    assert best is not None
    assert _badness(breaks, best) <= _badness(breaks, first_fit(breaks, 400.0, 0.0)) + 1e-6


def _badness(breaks: Breaks, chosen: list[int]) -> float:
    total, start, gaps = 0.0, 0.0, 0
    for index in chosen[:-1]:
        slack = 400.0 - (breaks.ends[index] - start)
        ratio = strain(slack, 400.0 - slack, breaks.gaps[index] - gaps, 10.0)
        total += (1 + 100 * abs(ratio) ** 3) ** 2
        start, gaps = breaks.starts[index], breaks.gaps_after[index]
    return total
