"""Figures as a reader expects them in print: 12,000 · 5–8 million · $288 million · 31.7%."""

from __future__ import annotations

import math
from fractions import Fraction

from briefgen.text.quantities.measures import MEASURES
from briefgen.text.wording import wording_of
from briefgen.text.wording.figure_style import NO_BREAK, FigureStyle

_MINUS = "−"
_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩", "INR": "₹", "UAH": "₴", "RUB": "₽"}
_IN_WORDS = {
    "per cent": "%",
    "percent": "%",
    "percentage points": "pp",
    "per mille": "‰",
    "Prozent": "%",
    "pour cent": "%",
    "por ciento": "%",
}
_PER_CENT = ("%", "‰")
_MOST_DECIMALS = 6
_MOST_SCALED_DECIMALS = 3
_SIGNIFICANT = 4
_TINY = Fraction(1, 10**_SIGNIFICANT)


def show_number(value: Fraction, unit: str = "", language: str = "en") -> str:
    """A value in print, with the sign of its currency or the symbol of its measure.

    `unit` is the symbol of a measure, the code of a currency or "per cent"; a rate may follow it ("USD a
    month"), and of a counted noun ("soldiers") nothing is shown. A value that six decimals do not meet is
    rounded to four significant digits. Money with a fraction has two decimals, but before a magnitude.
    """
    return show_range(value, value, unit, language)


def show_range(low: Fraction, high: Fraction, unit: str = "", language: str = "en") -> str:
    """Both ends of a range in print, the magnitude and the unit once: “5–8 million”, “$5–8 million”."""
    style = wording_of(language).figures
    symbol, rate = _symbol_and_rate(unit)
    factor, name = _scale(low, high, style)
    measured = MEASURES.get(symbol)
    money = measured is not None and measured.kind == "money"
    cents = money and not name and any(end.denominator != 1 for end in (low, high))
    ends = [
        (_MINUS if end < 0 else "", _digits(abs(end) / factor, style, cents=cents))
        for end in dict.fromkeys((low, high))
    ]
    between = "–" if low >= 0 else style.to
    if money and style.currency_first and symbol in _SIGNS:
        signs = (_SIGNS[symbol], _SIGNS[symbol] if low < 0 else "")
        signed = zip(signs, ends, strict=False)
        shown = between.join(minus + sign + digits for sign, (minus, digits) in signed) + name
    else:
        shown = between.join(minus + digits for minus, digits in ends) + name
        if symbol in _PER_CENT:
            shown = style.with_per_cent(shown, symbol)
        elif measured is not None:
            shown += NO_BREAK + _SIGNS.get(symbol, symbol)
    return f"{shown} {rate}" if measured is not None and rate else shown


def magnitude(highest: Fraction, language: str) -> tuple[int, str]:
    """The largest magnitude that a value reaches, and its word; 1 and no word for small values."""
    for factor, name in wording_of(language).figures.magnitudes:
        if highest >= factor:
            return factor, name.strip()
    return 1, ""


def _symbol_and_rate(unit: str) -> tuple[str, str]:
    for words, symbol in _IN_WORDS.items():
        if unit == words or unit.startswith(f"{words} "):
            return symbol, unit[len(words) :].strip()
    symbol, _, rate = unit.partition(" ")
    return symbol, rate


def _scale(low: Fraction, high: Fraction, style: FigureStyle) -> tuple[int, str]:
    """The largest magnitude in which both ends are short, or none."""
    largest = max(abs(low), abs(high))
    for factor, name in style.magnitudes:
        if largest >= factor and all(
            (end / factor * 10**_MOST_SCALED_DECIMALS).denominator == 1 for end in (low, high)
        ):
            return factor, name
    return 1, ""


def _digits(value: Fraction, style: FigureStyle, *, cents: bool) -> str:
    """A value's digits; with cents, where it has a fraction that two decimals meet or that is rounded."""
    exact = value * 10**_MOST_DECIMALS
    if exact.denominator == 1:
        shown = f"{int(value):,}" + _decimals(int(exact) % 10**_MOST_DECIMALS, 2 if cents else 0)
    else:
        whole = len(str(int(value))) if value >= 1 else 0
        decimals = max(0, _SIGNIFICANT - whole) + (_zeros(value) if value < _TINY else 0)
        if cents and whole and decimals:
            decimals = 2
        shown = f"{float(round(value, decimals)):,.{decimals}f}"
        if "." in shown and not (cents and decimals == 2):
            shown = shown.rstrip("0").rstrip(".")
    return shown.replace(",", "\0").replace(".", style.decimal).replace("\0", style.group)


def _zeros(value: Fraction) -> int:
    """The zeros between the point and the first other digit."""
    return -math.floor(math.log10(value)) - 1


def _decimals(millionths: int, least: int) -> str:
    digits = f"{millionths:06d}".rstrip("0").ljust(least, "0")
    return f".{digits}" if digits else ""
