"""How one figure may stand to another, and what may be said against it."""

from __future__ import annotations

from enum import IntEnum

from briefgen.text.quantities import Approximation
from briefgen.values import dataclass


class Standing(IntEnum):
    """How well one figure bears out another, from best to worst."""

    SAME = 0
    WITHIN = 1
    ROUNDED = 2
    UNIT_DIFFERS = 3
    DIFFERS = 4
    UNLIKE = 5

    @property
    def holds(self) -> bool:
        """Whether the figure may stand on the other."""
        return self <= Standing.ROUNDED


class Doubt(IntEnum):
    """What a person should look at although the figures agree, in order of weight."""

    CONVERTED = 0
    UNIT_ELIDED = 1
    UNIT_OF_COLUMN = 2
    NOUN_UNSURE = 3
    ROUNDED_SILENTLY = 4
    YEAR_ADDED = 5
    FIRMER = 6
    NOUN_DIFFERS = 7
    OTHER_STEP = 8
    OTHER_WAY = 9
    OTHER_SUBJECT = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """What comes of comparing a figure with one of a passage; `distance` ranks those that differ.

    `because` completes a sentence about a figure that differs, or is told of something else.
    """

    standing: Standing
    doubts: tuple[Doubt, ...] = ()
    distance: float = 0.0
    because: str = ""

    @property
    def rank(self) -> tuple[int, int, int, float]:
        """Lower is better."""
        return self.standing, max(self.doubts, default=-1), len(self.doubts), self.distance


_A = Approximation
WEAKER: frozenset[tuple[Approximation, Approximation]] = frozenset(
    {
        (_A.EXACT, _A.ABOUT),
        (_A.EXACT, _A.AT_LEAST),
        (_A.EXACT, _A.AT_MOST),
        (_A.OVER, _A.AT_LEAST),
        (_A.UNDER, _A.AT_MOST),
        (_A.NEARLY, _A.UNDER),
        (_A.NEARLY, _A.AT_MOST),
        (_A.NEARLY, _A.ABOUT),
    }
)
"""What a passage says, and what a statement may make of it without claiming more."""
