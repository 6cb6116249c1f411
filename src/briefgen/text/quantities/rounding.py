"""How far a figure reaches: what its last digit leaves open, and what the words around it do."""

from __future__ import annotations

from fractions import Fraction

from briefgen.text.quantities.quantity import Approximation

CLOSE = Fraction(1, 10)
"""A rounding may move a value by a tenth of itself, never more."""


def is_rounding(value: Fraction, exact: Fraction) -> bool:
    """Whether `value` is `exact`, rounded to the last digit that it gives."""
    if value == exact:
        return True
    if not exact or abs(value - exact) > abs(exact) * CLOSE:
        return False
    step = last_digit(abs(value))
    return step is None or abs(value - exact) <= step / 2


def last_digit(value: Fraction) -> Fraction | None:
    """What the last digit other than nought counts: 100 in 3,800, 500 in 3,500. None in 1/3."""
    unit = Fraction(1)
    for _ in range(9):
        if (value / unit).denominator == 1:
            break
        unit /= 10
    else:
        return None
    while value and (value / (unit * 10)).denominator == 1:
        unit *= 10
    return unit * 5 if value / unit % 10 == 5 and value / unit > 10 else unit


def is_long(value: Fraction) -> bool:
    """Whether a value has more than four digits from its first to its last other than nought, as 35.846 has.

    Nobody prints such a value whole, so that its rounding goes without saying.
    """
    digits = last_digit(abs(value))
    return digits is None or abs(value) / digits >= _LONG


_LONG = 10_000


def reach(
    low: Fraction, high: Fraction, approximation: Approximation
) -> tuple[Fraction | None, Fraction | None]:
    """The values that a figure leaves room for; None is no end.

    "About 12,000" reaches half its last digit to both sides, "over 200" upwards without end.
    """
    match approximation:
        case Approximation.ABOUT:
            return low - _half_step(low), high + _half_step(high)
        case Approximation.OVER | Approximation.AT_LEAST:
            return low, None
        case Approximation.UNDER | Approximation.AT_MOST:
            return None, high
        case Approximation.NEARLY:
            return low - abs(low) * CLOSE, high
        case Approximation.EXACT | Approximation.VAGUE:
            return low, high


def _half_step(value: Fraction) -> Fraction:
    step = last_digit(abs(value))
    most = abs(value) * CLOSE
    return most if step is None else min(step / 2, most)
