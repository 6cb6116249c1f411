"""Where lines end: first fit, and the best fit of a whole paragraph after Knuth and Plass (1981).

A paragraph is laid out on one endless line. Each break says where a line would end there and where the next
would start, so that any line's natural width is one subtraction.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple

STRETCH = 0.5
"""How far a space may grow, in its own width, before a line counts as loose."""

SHRINK = 0.2
"""How far a space may shrink, in its own width, before words seem to touch."""

HYPHEN_PENALTY = 60.0
_HYPHENS_IN_A_ROW = 4000.0
_LONE_LAST_WORD = 1500.0


class Break(NamedTuple):
    """A place where a line may end, along the endless line, in points and in spaces passed."""

    end: float
    start: float
    gaps_before: int
    gaps_after: int
    penalty: float


def first_fit(breaks: Sequence[Break], measure: float, start: float) -> list[int]:
    """The breaks that lines end at when each takes all it can hold. The last break is always one of them.

    A hyphen is taken only where the line would else be less than three quarters full.
    """
    chosen: list[int] = []
    origin = start
    fitting = whole = -1
    index = 0
    while index < len(breaks):
        each = breaks[index]
        if each.end - origin <= measure + 1e-6 or fitting < 0:
            fitting = index
            if not each.penalty:
                whole = index
            index += 1
            continue
        taken = whole if whole >= 0 and breaks[whole].end - origin >= 0.75 * measure else fitting
        chosen.append(taken)
        origin = breaks[taken].start
        fitting = whole = -1
        index = taken + 1
    chosen.append(len(breaks) - 1)
    return chosen


def best_fit(
    breaks: Sequence[Break], measure: float, space: float, start: float, tolerance: float
) -> list[int] | None:
    """The breaks that set the paragraph most evenly, its last line at its natural width.

    None where some line would stretch by more than `tolerance`, 1 being a space of 1 + STRETCH its width.
    """
    stretch, shrink = STRETCH * space, SHRINK * space
    starts, gaps_at, costs, hyphens, ends, previous = [start], [0], [0.0], [False], [-1], [-1]
    oldest = 0
    last = len(breaks) - 1
    for index, (end, next_start, gaps_before, gaps_after, penalty) in enumerate(breaks):
        best, came_from = math.inf, -1
        for node in range(oldest, len(starts)):
            slack = measure - (end - starts[node])
            gaps = gaps_before - gaps_at[node]
            if slack < 0.0:
                if slack < -gaps * shrink - 1e-6:
                    oldest = node + 1
                    continue
                ratio = slack / (gaps * shrink) if gaps else 0.0
            elif index == last:
                ratio = 0.0
            else:
                ratio = slack / (gaps * stretch) if gaps else slack / stretch
                if ratio > tolerance:
                    break
            badness = 1.0 + 100.0 * abs(ratio) ** 3
            cost = costs[node] + badness * badness
            if penalty and hyphens[node]:
                cost += _HYPHENS_IN_A_ROW
            if index == last and not gaps and node:
                cost += _LONE_LAST_WORD
            if cost < best:
                best, came_from = cost, node
        if came_from >= 0:
            starts.append(next_start)
            gaps_at.append(gaps_after)
            costs.append(best + penalty * penalty)
            hyphens.append(penalty > 0.0)
            ends.append(index)
            previous.append(came_from)
        elif oldest == len(starts):
            return None
    if ends[-1] != last:
        return None
    chosen: list[int] = []
    node = len(ends) - 1
    while node:
        chosen.append(ends[node])
        node = previous[node]
    return chosen[::-1]
