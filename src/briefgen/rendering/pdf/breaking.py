"""Where lines end: first fit, and the best fit of a whole paragraph after Knuth and Plass (1981).

A paragraph is laid out on one endless line. Each break says where a line would end there and where the next
would start, so that any line's natural width is one subtraction.
"""

from __future__ import annotations

import math

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


class Breaks:
    """The places where a paragraph's lines may end, in order, in columns for speed.

    A line that ends at a break has its end at `ends`, and the next begins at `starts`, in points along the
    endless line; `gaps` and `gaps_after` count the spaces up to either. The last break ends the paragraph.
    """

    __slots__ = ("ends", "gaps", "gaps_after", "penalties", "starts")

    def __init__(self) -> None:
        self.ends: list[float] = []
        self.starts: list[float] = []
        self.gaps: list[int] = []
        self.gaps_after: list[int] = []
        self.penalties: list[float] = []

    def between(self, end: float, start: float, word: int) -> None:
        """A break behind the word of that number, at a space."""
        self.ends.append(end)
        self.starts.append(start)
        self.gaps.append(word)
        self.gaps_after.append(word + 1)
        self.penalties.append(0.0)

    def within(self, end: float, start: float, word: int, penalty: float) -> None:
        """A break inside the word of that number."""
        self.ends.append(end)
        self.starts.append(start)
        self.gaps.append(word)
        self.gaps_after.append(word)
        self.penalties.append(penalty)


def first_fit(breaks: Breaks, measure: float, start: float) -> list[int]:
    """The breaks that lines end at when each takes all it can hold. The last break is always one of them.

    A hyphen is taken only where the line would else be less than three quarters full, and a word is cut
    anywhere only where nothing else fits. A word that would stand alone on the last line gets company.
    """
    ends = breaks.ends
    chosen: list[int] = []
    origin = start
    whole = hyphened = fitting = -1
    index, count = 0, len(ends)
    while index < count:
        if ends[index] - origin <= measure + 1e-6 or fitting < 0:
            fitting = index
            if breaks.penalties[index] <= HYPHEN_PENALTY:
                hyphened = index
            if breaks.penalties[index] < HYPHEN_PENALTY:
                whole = index
            index += 1
            continue
        if whole >= 0 and ends[whole] - origin >= _FULL_ENOUGH * measure:
            taken = whole
        else:
            taken = hyphened if hyphened >= 0 else fitting
        chosen.append(taken)
        origin = breaks.starts[taken]
        whole = hyphened = fitting = -1
        index = taken + 1
    _accompany(breaks, chosen, measure, start)
    chosen.append(count - 1)
    return chosen


def _accompany(breaks: Breaks, chosen: list[int], measure: float, start: float) -> None:
    """Move a word down to one that stands alone on the last line, if the line above stays full enough."""
    last = len(breaks.ends) - 1
    if not chosen or breaks.gaps[last] > breaks.gaps_after[chosen[-1]]:
        return
    before = chosen[-2] if len(chosen) > 1 else -1
    origin = breaks.starts[before] if before >= 0 else start
    earlier = chosen[-1] - 1
    if (
        earlier > before
        and not breaks.penalties[earlier]
        and breaks.ends[earlier] - origin >= _FULL_ENOUGH * measure
        and breaks.ends[last] - breaks.starts[earlier] <= measure
    ):
        chosen[-1] = earlier


def strain(slack: float, natural: float, gaps: int, space: float) -> float:
    """How hard a line is stretched (or, below 0, squeezed): 1 is all that its spaces and letters may give.

    `slack` is what the measure has over the line's `natural` width; `gaps` counts its spaces. A line without
    any is stretched as if it had one.
    """
    spaces = (gaps or 1) * STRETCH if slack > 0.0 else gaps * SHRINK
    return slack / (spaces * space + LETTERS * natural)


def best_fit(
    breaks: Breaks, measure: float, space: float, start: float, tolerance: float, dearest: float = math.inf
) -> list[int] | None:
    """The breaks that set the paragraph most evenly, its last line at its natural width.

    None where the strain of some line would be more than `tolerance`, or its end a break whose penalty is
    more than `dearest`.
    """
    stretch, shrink, letters = STRETCH * space, SHRINK * space, LETTERS
    starts, gaps_at, costs, hyphens, taken, previous = [start], [0], [0.0], [False], [-1], [-1]
    oldest, count = 0, 1
    last = len(breaks.ends) - 1
    columns = zip(breaks.ends, breaks.gaps, breaks.penalties, strict=True)
    for index, (end, gap, penalty) in enumerate(columns):
        if penalty > dearest:
            continue
        best, came_from = math.inf, -1
        for node in range(oldest, count):
            natural = end - starts[node]
            slack = measure - natural
            gaps = gap - gaps_at[node]
            if slack < 0.0:
                room = gaps * shrink + letters * natural
                if slack < -room - 1e-6:
                    oldest = node + 1
                    continue
                ratio = slack / room
            elif index == last:
                ratio = 0.0
            else:
                ratio = slack / ((gaps or 1) * stretch + letters * natural)
                if ratio > tolerance:
                    break
            badness = 1.0 + 100.0 * abs(ratio * ratio * ratio)
            cost = costs[node] + badness * badness
            if penalty >= HYPHEN_PENALTY and hyphens[node]:
                cost += _HYPHENS_IN_A_ROW
            if index == last and not gaps and node:
                if hyphens[node]:
                    continue
                cost += _LONE_LAST_WORD
            if cost < best:
                best, came_from = cost, node
        if came_from >= 0:
            starts.append(breaks.starts[index])
            gaps_at.append(breaks.gaps_after[index])
            costs.append(best + penalty * penalty)
            hyphens.append(penalty >= HYPHEN_PENALTY)
            taken.append(index)
            previous.append(came_from)
            count += 1
        elif oldest == count:
            return None
    if taken[-1] != last:
        return None
    chosen: list[int] = []
    node = count - 1
    while node:
        chosen.append(taken[node])
        node = previous[node]
    return chosen[::-1]
