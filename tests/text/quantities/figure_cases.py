"""The corpus of figures in prose, and the short words in which it says what is read."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from briefgen.text.quantities import Quantity

_LEAP_YEAR = date(2000, 1, 1)


def describe(figure: Quantity) -> str:
    """A figure as the cases write it: “5000000..8000000 shell”, “200000000 USD, over, a year”."""
    ends = [_value(figure, figure.low)]
    if figure.low != figure.high or figure.kind == "score":
        ends.append(_value(figure, figure.high))
    parts = ["..".join(ends) + _unit(figure)]
    if figure.approximation:
        parts.append(str(figure.approximation))
    if figure.per:
        parts.append(f"a {figure.per}")
    return ", ".join(parts)


def _value(figure: Quantity, value: Fraction) -> str:
    match figure.kind:
        case "date":
            return date.fromordinal(int(value)).isoformat()
        case "day":
            return (_LEAP_YEAR + timedelta(days=int(value) - 1)).strftime("--%m-%d")
        case "time":
            return f"{int(value) // 60:02}:{int(value) % 60:02}"
        case "fraction":
            return str(value)
        case _:
            return str(value) if value.denominator == 1 else f"{float(value):.10g}"


def _unit(figure: Quantity) -> str:
    match figure.kind:
        case "date" | "day" | "time":
            return ""
        case "fraction":
            return " share"
        case "ordinal" | "score" | "year":
            return f" {figure.kind}"
        case _:
            return f" {figure.unit}" if figure.unit else ""
