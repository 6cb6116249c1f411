"""From one figure to another: what a change multiplies by, and changes told the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from briefgen.checking.figures.matching import compare
from briefgen.checking.figures.standing import Standing
from briefgen.text.quantities import Quantity
from briefgen.text.quantities.measures import in_base
from briefgen.text.quantities.rounding import is_rounding

Movement = tuple[Quantity, Quantity]
"""What something was and what it became."""


def movements(figures: Sequence[Quantity]) -> Iterator[Movement]:
    """The changes that a text tells, each from its start to its end."""
    paired = iter([figure for figure in figures if figure.side])
    for one, other in zip(paired, paired, strict=False):
        if (one.side, other.side) == ("from", "to"):
            yield one, other
        elif (one.side, other.side) == ("to", "from"):
            yield other, one


def multiplies_by(movement: Movement, figure: Quantity) -> bool:
    """Whether a change is the "doubled" or "halved" that `figure` says, as far as it rounds."""
    (scale, was), (other_scale, became) = (in_base(one.low, one.unit) for one in movement)
    if scale != other_scale or not was or not became or figure.kind not in ("multiple", "fraction"):
        return False
    factor = became / was
    if figure.kind == "multiple":
        factor = max(factor, 1 / factor)
    return is_rounding(figure.low, factor) and abs(factor - figure.low) <= figure.low * _NEAR


_NEAR = Fraction(1, 20)
"""What grew by 95 or 105 per cent may be called doubled."""


def is_reversed(movement: Movement, others: Sequence[Movement]) -> Movement | None:
    """The change of a passage that goes from the end of this one to its start; none may go as this does."""
    if any(_same(movement, other) for other in others):
        return None
    return next((other for other in others if _same(movement, (other[1], other[0]))), None)


def _same(movement: Movement, other: Movement) -> bool:
    return all(
        compare(mine, theirs).standing is Standing.SAME for mine, theirs in zip(movement, other, strict=True)
    )
