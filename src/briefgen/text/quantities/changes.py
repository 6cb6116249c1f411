"""What rises and what falls, and which figure of a change is its start."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.text.quantities.lexicon import Lexicon
from briefgen.text.quantities.quantity import Quantity, Side, Trend

_WINDOW = 40
_UNMOVED = ("date", "day", "year", "time", "ordinal", "score")
"""Kinds of figures that neither rise nor fall."""


def changes(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of change stands before `at`."""
    return bool(lexicon.change_before.search(text, max(0, at - _WINDOW), at))


def with_changes(text: str, figures: Sequence[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """The figures of a text, in order, each with the change that the words around it tell."""
    sides = dict(_sides(text, figures, lexicon))
    changed = []
    for place, figure in enumerate(figures):
        side, trend = sides.get(place, figure.side), _trend(text, figure, lexicon)
        same = (side, trend) == (figure.side, figure.trend)
        changed.append(figure if same else replace(figure, side=side, trend=trend))
    return changed


def _trend(text: str, figure: Quantity, lexicon: Lexicon) -> Trend:
    if figure.kind in _UNMOVED:
        return ""
    found = lexicon.trend_after.match(text, figure.end) or lexicon.trend_before.search(
        text, max(0, figure.start - _WINDOW), figure.start
    )
    if found is None:
        return ""
    return "rise" if found[1] else "fall"


def _sides(text: str, figures: Sequence[Quantity], lexicon: Lexicon) -> Iterator[tuple[int, Side]]:
    """Which figures a change begins and ends with: "from 5 to 8", "to 8 from 5"."""
    for place, (one, other) in enumerate(pairwise(figures)):
        if one.side == "from":
            yield place + 1, "to"
        elif one.kind == other.kind and lexicon.came_from.fullmatch(text, one.end, other.start):
            yield place, "to"
            yield place + 1, "from"
