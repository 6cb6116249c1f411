"""Where lines end: first fit, and the best fit of a whole paragraph after Knuth and Plass (1981).

A paragraph is laid out on one endless line. Each break says where a line would end there and where the next
would start, so that any line's natural width is one subtraction. Most words are never near the end of a line:
they are passed over, and where they could be cut is not asked.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

STRETCH = 0.5
"""How far a space may grow, in its own width, before a line counts as loose."""

SHRINK = 0.25
"""How far a space may shrink, in its own width, before words seem to touch."""

LETTERS = 0.02
"""How far letters may grow or shrink in width, unseen: the limit that pdfTeX's microtype keeps to."""


HYPHEN_PENALTY = 110.0
HANGUL_PENALTY = 50.0
NATURAL_PENALTY = 15.0
EMERGENCY_PENALTY = 5000.0
"""What it costs to end a line within a word: at a hyphen to be set, between syllables of Hangul, behind a
hyphen or slash of the word's own, and just anywhere."""
_HYPHENS_IN_A_ROW = 4000.0
_LONE_LAST_WORD = 40000.0
_FULL_ENOUGH = 0.75


class Break(NamedTuple):
    """Where a line may end: behind the word of that number, or in it, before the character at `place`.

    The line has its end at `end` and the next begins at `start`, in points along the endless line.
    """

    word: int
    end: float
    start: float
    place: int = 0
    penalty: float = 0.0
    hyphen: bool = False

    @property
    def next(self) -> int:
        """The number of the word that the next line begins with, or with the rest of it."""
        return self.word if self.place else self.word + 1


class Galley:
    """The words of a paragraph on one endless line that begins at `start`, `space` points apart.

    `within` gives the breaks in a word, in order, by its number and where it stands on that line.
    """

    def __init__(
        self,
        widths: Iterable[float],
        space: float,
        within: Callable[[int, float], Sequence[Break]],
        start: float = 0.0,
    ) -> None:
        self.space = space
        self.start = start
        self.starts: list[float] = []
        self.ends: list[float] = []
        self._within = within
        position = 0.0
        for width in widths:
            self.starts.append(position)
            self.ends.append(position + width)
            position += width + space

    @property
    def last(self) -> int:
        """The number of the last word."""
        return len(self.ends) - 1

    def behind(self, word: int) -> Break:
        """The break behind a word."""
        return Break(word, self.ends[word], self.ends[word] + self.space)

    def breaks(self, word: int) -> list[Break]:
        """All breaks in a word, and the one behind it."""
        return [*self._within(word, self.starts[word]), self.behind(word)]


def first_fit(galley: Galley, measure: float) -> list[Break]:
    """The breaks that lines end at when each takes all it can hold.

    A hyphen is taken only where the line would else be less than three quarters full, and a word is cut
    anywhere only where nothing else fits. A word that would stand alone on the last line gets company.
    """
    chosen: list[Break] = []
    while not chosen or chosen[-1].next <= galley.last:
        chosen.append(_fullest(galley, measure, *_beginning(galley, chosen)))
    _accompany(galley, chosen, measure)
    return chosen


def _beginning(galley: Galley, chosen: Sequence[Break]) -> tuple[int, float]:
    """The first word of the line behind the chosen ones, and where on the endless line it begins."""
    return (chosen[-1].next, chosen[-1].start) if chosen else (0, galley.start)


def _fullest(galley: Galley, measure: float, first: int, origin: float) -> Break:
    """The break that fills a line from the word `first` and the point `origin` on."""
    room = origin + measure + 1e-6
    fitting = bisect_right(galley.ends, room) - 1
    if fitting == galley.last:
        return galley.behind(fitting)
    candidates = [galley.behind(fitting)] if fitting >= first else []
    for each in galley.breaks(max(first, fitting + 1)):
        if each.start > origin:
            if candidates and each.end > room:
                break
            candidates.append(each)
    whole = [each for each in candidates if each.penalty < HYPHEN_PENALTY]
    if whole and whole[-1].end - origin >= _FULL_ENOUGH * measure:
        return whole[-1]
    hyphened = [each for each in candidates if each.penalty <= HYPHEN_PENALTY]
    return (hyphened or candidates)[-1]


def _accompany(galley: Galley, chosen: list[Break], measure: float) -> None:
    """Move a word down to one that stands alone on the last line, if the line above stays full enough."""
    if len(chosen) < 2 or chosen[-2].next < galley.last:
        return
    first, origin = _beginning(galley, chosen[:-2])
    if chosen[-2].word > first:
        earlier = galley.behind(chosen[-2].word - 1)
        full = earlier.end - origin >= _FULL_ENOUGH * measure
        if full and galley.ends[-1] - earlier.start <= measure:
            chosen[-2] = earlier


def strain(slack: float, natural: float, gaps: int, space: float) -> float:
    """How hard a line is stretched (or, below 0, squeezed): 1 is all that its spaces and letters may give.

    `slack` is what the measure has over the line's `natural` width; `gaps` counts its spaces. A line without
    any is stretched as if it had one.
    """
    spaces = (gaps or 1) * STRETCH if slack > 0.0 else gaps * SHRINK
    return slack / (spaces * space + LETTERS * natural)


def best_fit(
    galley: Galley, measure: float, tolerance: float, dearest: float = math.inf
) -> list[Break] | None:
    """The breaks that set the paragraph most evenly, its last line at its natural width.

    None where the strain of some line would be more than `tolerance`, or its end a break whose penalty is
    more than `dearest`.
    """
    stretch, shrink, letters = STRETCH * galley.space, SHRINK * galley.space, LETTERS
    starts, firsts, costs, hyphens = [galley.start], [0], [0.0], [False]
    taken: list[Break] = []
    previous: list[int] = [-1]
    oldest, count, last = 0, 1, galley.last
    for word, word_end in enumerate(galley.ends):
        natural = word_end - starts[oldest]
        room = (word - firsts[oldest] or 1) * stretch + letters * natural
        if measure - natural > tolerance * room and word != last:
            continue
        for each in galley.breaks(word):
            _, end, start, place, penalty, _ = each
            if penalty > dearest:
                continue
            is_last = word == last and not place
            best, came_from = math.inf, -1
            for node in range(oldest, count):
                natural = end - starts[node]
                slack = measure - natural
                gaps = word - firsts[node]
                if slack < 0.0:
                    room = gaps * shrink + letters * natural
                    if slack < -room - 1e-6:
                        oldest = node + 1
                        continue
                    ratio = slack / room
                elif is_last:
                    ratio = 0.0
                else:
                    ratio = slack / ((gaps or 1) * stretch + letters * natural)
                    if ratio > tolerance:
                        break
                badness = 1.0 + 100.0 * abs(ratio * ratio * ratio)
                cost = costs[node] + badness * badness
                if penalty >= HYPHEN_PENALTY and hyphens[node]:
                    cost += _HYPHENS_IN_A_ROW
                if is_last and not gaps and node:
                    if hyphens[node]:
                        continue
                    cost += _LONE_LAST_WORD
                if cost < best:
                    best, came_from = cost, node
            if came_from >= 0:
                starts.append(start)
                firsts.append(each.next)
                costs.append(best + penalty * penalty)
                hyphens.append(penalty >= HYPHEN_PENALTY)
                taken.append(each)
                previous.append(came_from)
                count += 1
            elif oldest == count:
                return None
    if not taken or taken[-1].next <= last:
        return None
    chosen: list[Break] = []
    node = count - 1
    while node:
        chosen.append(taken[node - 1])
        node = previous[node]
    return chosen[::-1]
