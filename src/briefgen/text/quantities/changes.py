"""What rises and what falls, and which figure of a change is its start, its end or its size."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.text.quantities.lexicon import COUNTED, DATED, Lexicon
from briefgen.text.quantities.patterns import key
from briefgen.text.quantities.quantity import Quantity, Side, Step, Trend

_WINDOW = 40
_FAR = 120
"""How far back a word of change is looked for past other figures."""
_BEFORE_SIZE = 60
"""The same where it tells the size of the change."""
_UNMOVED = ("date", "day", "year", "time", "ordinal", "score")
"""Kinds of figures that neither rise nor fall."""
_WORD = re.compile(r"\w+")


def changes(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether a word of change stands before `at`."""
    return _looks_back(lexicon.changes.before, text, at, _WINDOW, lexicon)


def is_size(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the words before `at` make the figure there the size of a change."""
    return _looks_back(lexicon.changes.by, text, at, _BEFORE_SIZE, lexicon)


def _looks_back(pattern: re.Pattern[str], text: str, at: int, window: int, lexicon: Lexicon) -> bool:
    first = max(0, at - window)
    # One character more shows whether the window begins inside a word.
    seen = _marked(text[max(0, first - 1) : at], lexicon.changes.marks)
    return pattern.search(seen, min(first, 1)) is not None


def with_changes(text: str, figures: Sequence[Quantity], lexicon: Lexicon) -> list[Quantity]:
    """The figures of a text, in order, each with the change that the words around it tell."""
    if not figures:
        return []
    masked = _masked(text, [one for one in figures if key(one.shown) not in lexicon.numbers.turns])
    seen = _Seen(text, masked, lexicon.changes.marks)
    steps = dict(_steps(masked, figures, lexicon))
    changed = [_moved(seen, figure, steps.get(at, ""), lexicon) for at, figure in enumerate(figures)]
    sides = dict(_sides(seen.both, changed, lexicon))
    return [replace(figure, side=sides[at]) if at in sides else figure for at, figure in enumerate(changed)]


class _Seen:
    """A text as it is looked at: with its `words` marked, with its `figures` masked, and with `both`."""

    def __init__(self, text: str, masked: str, marks: Mapping[str, str]) -> None:
        self.words, self.figures, self.both = _marked(text, marks), masked, _marked(masked, marks)


def _marked(text: str, marks: Mapping[str, str]) -> str:
    """The text with each word that has a mark as one run of it."""
    if not marks:
        return text
    return _WORD.sub(lambda found: marks.get(found[0].lower(), "") * len(found[0]) or found[0], text)


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
        joined = lexicon.changes.reaching.fullmatch(masked, one.end, other.start)
        if joined and is_size(masked, one.start, lexicon):
            yield place, "size"
            yield place + 1, "end"


def _moved(seen: _Seen, figure: Quantity, step: Step, lexicon: Lexicon) -> Quantity:
    """A figure with the way it goes; none where the words before it and behind it part."""
    if figure.kind in _UNMOVED:
        return figure
    words = lexicon.changes
    led = words.led_to.search(seen.both, max(0, figure.start - _FAR), figure.start)
    against = words.set_against.match(seen.both, figure.end)
    step = words.steps[key(led[3])] if led else "end" if against else step
    found = words.trend_after.match(seen.figures, figure.end) or led
    if found is None and figure.kind != "duration":
        found = words.trend_before.search(seen.words, max(0, figure.start - _WINDOW), figure.start)
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
        elif one.step == "start" and lexicon.changes.went_to.fullmatch(masked, one.end, other.start):
            yield place, "from"
            yield after, "to"
        elif lexicon.changes.came_from.fullmatch(masked, one.end, other.start):
            yield place, "to"
            yield after, "from"
