"""Figures as a reader expects them in print: 12,000 · 5–8 million · $288 million · 31.7%."""

from __future__ import annotations

import math
from fractions import Fraction

from briefgen.text.percent import with_per_cent
from briefgen.text.quantities.measures import MEASURES
from briefgen.values import dataclass

_NO_BREAK = "\u00a0"
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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Manner:
    """How a language groups digits and names magnitudes, the largest first."""

    group: str
    decimal: str
    scales: tuple[tuple[int, str], ...]
    sign_first: bool


_MANNERS = {
    "en": _Manner(
        group=",",
        decimal=".",
        scales=((10**12, " trillion"), (10**9, " billion"), (10**6, " million")),
        sign_first=True,
    ),
    "ru": _Manner(
        group=_NO_BREAK,
        decimal=",",
        scales=((10**12, "\u00a0трлн"), (10**9, "\u00a0млрд"), (10**6, "\u00a0млн")),
        sign_first=False,
    ),
    "fr": _Manner(
        group="\u202f",
        decimal=",",
        scales=((10**9, "\u00a0milliards"), (10**6, "\u00a0millions")),
        sign_first=False,
    ),
    "de": _Manner(
        group=".",
        decimal=",",
        scales=((10**9, "\u00a0Mrd."), (10**6, "\u00a0Mio.")),
        sign_first=False,
    ),
    "es": _Manner(
        group=",",
        decimal=".",
        scales=((10**6, "\u00a0millones"),),
        sign_first=True,
    ),
    "ko": _Manner(group=",", decimal=".", scales=((10**8, "억"), (10**4, "만")), sign_first=False),
}


def show_number(value: Fraction, unit: str = "", language: str = "en") -> str:
    """A value in print, with the sign of its currency or the symbol of its measure.

    `unit` is the symbol of a measure, the code of a currency or "per cent"; a rate may follow it ("USD a
    month"), and of a counted noun ("soldiers") nothing is shown. A value that six decimals do not meet is
    rounded to four significant digits. Money with a fraction has two decimals, but before a magnitude.
    """
    return show_range(value, value, unit, language)


def show_range(low: Fraction, high: Fraction, unit: str = "", language: str = "en") -> str:
    """Both ends of a range in print, the magnitude and the unit once: “5–8 million”, “$5–8 million”."""
    manner = _manner(language)
    symbol, rate = _symbol_and_rate(unit)
    factor, name = _scale(low, high, manner)
    measured = MEASURES.get(symbol)
    money = measured is not None and measured.kind == "money"
    cents = money and not name and any(end.denominator != 1 for end in (low, high))
    ends = [
        (_MINUS if end < 0 else "", _digits(abs(end) / factor, manner, cents=cents))
        for end in dict.fromkeys((low, high))
    ]
    between = "–" if low >= 0 else " to "
    if money and manner.sign_first and symbol in _SIGNS:
        signs = (_SIGNS[symbol], _SIGNS[symbol] if low < 0 else "")
        signed = zip(signs, ends, strict=False)
        shown = between.join(minus + sign + digits for sign, (minus, digits) in signed) + name
    else:
        shown = between.join(minus + digits for minus, digits in ends) + name
        if symbol in _PER_CENT:
            shown = with_per_cent(shown, language, symbol)
        elif measured is not None:
            shown += _NO_BREAK + _SIGNS.get(symbol, symbol)
    return f"{shown} {rate}" if measured is not None and rate else shown


def magnitude(highest: Fraction, language: str) -> tuple[int, str]:
    """The largest magnitude that a value reaches, and its word; 1 and no word for small values."""
    for factor, name in _manner(language).scales:
        if highest >= factor:
            return factor, name.strip()
    return 1, ""


def _manner(language: str) -> _Manner:
    return _MANNERS.get(language.partition("-")[0].lower(), _MANNERS["en"])


def _symbol_and_rate(unit: str) -> tuple[str, str]:
    for words, symbol in _IN_WORDS.items():
        if unit == words or unit.startswith(f"{words} "):
            return symbol, unit[len(words) :].strip()
    symbol, _, rate = unit.partition(" ")
    return symbol, rate


def _scale(low: Fraction, high: Fraction, manner: _Manner) -> tuple[int, str]:
    """The largest magnitude in which both ends are short, or none."""
    largest = max(abs(low), abs(high))
    for factor, name in manner.scales:
        if largest >= factor and all(
            (end / factor * 10**_MOST_SCALED_DECIMALS).denominator == 1 for end in (low, high)
        ):
            return factor, name
    return 1, ""


def _digits(value: Fraction, manner: _Manner, *, cents: bool) -> str:
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
    return shown.replace(",", "\0").replace(".", manner.decimal).replace("\0", manner.group)


def _zeros(value: Fraction) -> int:
    """The zeros between the point and the first other digit."""
    return -math.floor(math.log10(value)) - 1


def _decimals(millionths: int, least: int) -> str:
    digits = f"{millionths:06d}".rstrip("0").ljust(least, "0")
    return f".{digits}" if digits else ""
