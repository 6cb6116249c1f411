"""Line ends chosen on an endless line of known lengths."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.rendering.pdf.breaking import (
    EMERGENCY_PENALTY,
    HYPHEN_PENALTY,
    LETTERS,
    SHRINK,
    STRETCH,
    Break,
    Galley,
    best_fit,
    first_fit,
    strain,
)


def words(*widths: float, start: float = 0.0, cuts: Sequence[tuple[float, float, float]] = ()) -> Galley:
    """Words of these widths, ten points apart.

    The last may be cut: a line holds so many points of it, the next begins so many points on, at a penalty.
    """

    def within(word: int, begin: float) -> list[Break]:
        return [
            Break(word, begin + before, begin + rest, place, penalty)
            for place, (before, rest, penalty) in enumerate(cuts if word == len(widths) - 1 else (), 1)
        ]

    return Galley(widths, 10.0, within, start)


def ends(chosen: list[Break] | None) -> list[float] | None:
    """The numbers of the words that lines end with, a half less where they end in the word."""
    return None if chosen is None else [each.word - 0.5 * bool(each.place) for each in chosen]


def test_first_fit_fills_each_line_in_turn() -> None:
    assert ends(first_fit(words(40, 40, 40, 40, 40), 140.0)) == [2, 4]


def test_a_word_wider_than_the_line_stands_alone() -> None:
    assert ends(first_fit(words(40, 300, 40), 100.0)) == [0, 1, 2]


def test_an_indent_takes_room_from_the_first_line_only() -> None:
    assert ends(first_fit(words(40, 40, 40, 40, start=-20.0), 90.0)) == [0, 2, 3]


def test_first_fit_leaves_a_hyphen_where_the_line_is_full_enough_without() -> None:
    cut = [(10.0, 5.0, HYPHEN_PENALTY)]
    assert ends(first_fit(words(80, 60, cuts=cut), 100.0)) == [0, 1]
    assert ends(first_fit(words(60, 60, cuts=cut), 100.0)) == [0.5, 1]


def test_first_fit_cuts_a_word_anywhere_only_where_nothing_else_fits() -> None:
    cuts = [(50.0, 45.0, HYPHEN_PENALTY), (85.0, 85.0, EMERGENCY_PENALTY)]
    assert [each.penalty for each in first_fit(words(140, cuts=cuts), 100.0)] == [HYPHEN_PENALTY, 0.0]
    assert [each.penalty for each in first_fit(words(140, cuts=cuts[1:]), 100.0)] == [EMERGENCY_PENALTY, 0.0]


def test_a_word_alone_on_the_last_line_gets_company_where_the_line_above_can_spare_it() -> None:
    assert ends(first_fit(words(40, 40, 60, 20, 40), 190.0)) == [2, 4]
    assert ends(first_fit(words(40, 40, 40, 40), 140.0)) == [2, 3], "the line above would be too short"
    assert ends(first_fit(words(40, 40, 60, 20, 165), 190.0)) == [3, 4], "there is no room for two"
    assert ends(first_fit(words(150, 40), 190.0)) == [0, 1], "there is nothing to spare"


def test_best_fit_leaves_no_word_alone_on_the_last_line_where_it_can_be_helped() -> None:
    breaks = words(*[20] * 22)
    assert ends(first_fit(breaks, 200.0)) == [6, 13, 19, 21]
    chosen = ends(best_fit(breaks, 200.0, 12.0))
    assert chosen is not None
    assert chosen[-2:] == [19, 21]


def test_best_fit_evens_out_what_first_fit_leaves_to_the_last_full_line() -> None:
    breaks = words(30, 30, 40, 60, 30, 20)
    assert ends(first_fit(breaks, 120.0)) == [2, 4, 5]
    chosen = ends(best_fit(breaks, 120.0, 12.0))
    assert chosen is not None
    assert chosen[-1] == 5


def test_best_fit_finds_nothing_where_every_way_is_looser_than_tolerated() -> None:
    breaks = words(60, 60, 60, 60)
    assert best_fit(breaks, 100.0, 1.0) is None
    assert ends(best_fit(breaks, 100.0, 100.0)) == [0, 1, 2, 3]


def test_a_line_gives_what_its_spaces_and_its_letters_may() -> None:
    assert strain(0.0, 400.0, 10, 10.0) == 0.0
    assert strain(10 * 10.0 * STRETCH + 400.0 * LETTERS, 400.0, 10, 10.0) == 1.0
    assert strain(-10 * 10.0 * SHRINK - 400.0 * LETTERS, 400.0, 10, 10.0) == -1.0
    assert strain(10.0 * STRETCH + 40.0 * LETTERS, 40.0, 0, 10.0) == 1.0, "as if it had a space"


def test_best_fit_takes_no_break_dearer_than_allowed() -> None:
    breaks = words(40, 90, cuts=[(50.0, 50.0, EMERGENCY_PENALTY)])
    assert ends(best_fit(breaks, 100.0, 20.0, HYPHEN_PENALTY)) == [0, 1]


def test_a_last_line_is_never_the_rest_of_a_hyphenated_word_alone() -> None:
    breaks = words(45, 65, cuts=[(45.0, 40.0, HYPHEN_PENALTY)])
    assert ends(best_fit(breaks, 100.0, 50.0)) == [0, 1]


def test_breaks_in_a_word_are_looked_for_only_where_a_line_may_end() -> None:
    asked: list[int] = []

    def within(word: int, begin: float) -> list[Break]:
        asked.append(word)
        return []

    breaks = Galley([40.0] * 60, 10.0, within)
    assert best_fit(breaks, 490.0, 1.0) is not None
    assert 0 not in asked
    assert len(asked) < 30
    asked.clear()
    first_fit(breaks, 495.0)
    assert asked == [10, 20, 30, 40, 50]


@pytest.mark.parametrize("seed", range(20))
def test_best_fit_is_no_worse_than_first_fit(seed: int) -> None:
    import random

    chance = random.Random(seed)
    widths = [chance.uniform(15, 70) for _ in range(80)]
    breaks = words(*widths)
    best = best_fit(breaks, 400.0, 30.0)
    assert best is not None
    assert _badness(best) <= _badness(first_fit(breaks, 400.0)) + 1e-6


def _badness(chosen: list[Break]) -> float:
    total, start, word = 0.0, 0.0, 0
    for each in chosen[:-1]:
        natural = each.end - start
        ratio = strain(400.0 - natural, natural, each.word - word, 10.0)
        total += (1 + 100 * abs(ratio) ** 3) ** 2
        start, word = each.start, each.next
    return total
