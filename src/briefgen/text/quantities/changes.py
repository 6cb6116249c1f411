"""What rises and what falls, and which figure of a change is its start, its end or its size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.text.quantities.lexicon import COUNTED, DATED, Lexicon, key
from briefgen.text.quantities.quantity import Quantity, Side, Step, Trend

_WINDOW = 40
_FAR = 120
"""How far back a word of change is looked for past other figures."""
_UNMOVED = ("date", "day", "year", "time", "ordinal", "score")
"""Kinds of figures that neither rise nor fall."""


def changes(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of change stands before `at`."""
    return bool(lexicon.change_before.search(text, max(0, at - _WINDOW), at))


def with_changes(text: str, figures: Sequence[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """The figures of a text, in order, each with the change that the words around it tell."""
    if not figures:
        return []
    masked = _masked(text, [figure for figure in figures if key(figure.shown) not in lexicon.turns])
    steps = dict(_steps(masked, figures, lexicon))
    changed = [_moved(text, masked, figure, steps.get(at, ""), lexicon) for at, figure in enumerate(figures)]
    sides = dict(_sides(masked, changed, lexicon))
    return [replace(figure, side=sides[at]) if at in sides else figure for at, figure in enumerate(changed)]


def _masked(text: str, figures: Sequence[Quantity]) -> str:
    """The text with each of some figures as one run of a character that stands for its like."""
    pieces, done = [], 0
    for figure in figures:
        mask = DATED if figure.kind in _UNMOVED else COUNTED
        pieces += [text[done : figure.start], mask * (figure.end - figure.start)]
        done = figure.end
    return "".join([*pieces, text[done:]])


def _steps(masked: str, figures: Sequence[Quantity], lexicon: Lexicon) -> Iterator[tuple[int, Step]]:
    """The sizes and ends of changes whose verb stands elsewhere: "ging um 5 auf 8 zurück"."""
    for place, (one, other) in enumerate(pairwise(figures)):
        by = lexicon.change_by.search(masked, max(0, one.start - _WINDOW), one.start)
        if by and lexicon.reaching.fullmatch(masked, one.end, other.start):
            yield place, "size"
            yield place + 1, "end"


def _moved(text: str, masked: str, figure: Quantity, step: Step, lexicon: Lexicon) -> Quantity:
    """A figure with the way it goes; none where the words before it and behind it part."""
    if figure.kind in _UNMOVED:
        return figure
    led = lexicon.led_to.search(masked, max(0, figure.start - _FAR), figure.start)
    against = lexicon.set_against.match(masked, figure.end)
    step = lexicon.steps[key(led[3])] if led else "end" if against else step
    found = lexicon.trend_after.match(masked, figure.end) or led
    if found is None and figure.kind != "duration":
        found = lexicon.trend_before.search(text, max(0, figure.start - _WINDOW), figure.start)
    trends: set[Trend] = {"rise" if one[1] else "fall" for one in (found, against) if one}
    trend = trends.pop() if len(trends) == 1 else ""
    return figure if (step, trend) == ("", "") else replace(figure, step=step, trend=trend)


def _sides(masked: str, figures: Sequence[Quantity], lexicon: Lexicon) -> Iterator[tuple[int, Side]]:
    """Which figures a change begins and ends with: "from 5 to 8", "to 8 from 5", "8 in 2024, up from 5"."""
    told = [place for place, figure in enumerate(figures) if figure.kind not in _UNMOVED]
    for place, after in pairwise(told):
        one, other = figures[place], figures[after]
        if one.side == "from":
            yield after, "to"
        elif one.kind != other.kind:
            continue
        elif one.step == "start" and lexicon.went_to.fullmatch(masked, one.end, other.start):
            yield place, "from"
            yield after, "to"
        elif lexicon.came_from.fullmatch(masked, one.end, other.start):
            yield place, "to"
            yield after, "from"
