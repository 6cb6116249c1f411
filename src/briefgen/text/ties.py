"""Numbers and the signs behind them, between which no line should end: "97 €", "20 %", "5 kg"."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.text.tokens import Tokens

NO_BREAK_SPACE = "\u00a0"

_UNITS = (
    "kg g mg µg t kt Mt km m cm mm µm nm ha l L hl dl cl ml h min s ms µs W kW MW GW TW Wh kWh MWh GWh TWh "
    "V kV mV A mA kA Hz kHz MHz GHz J kJ MJ GJ TJ N kN MN Pa hPa kPa MPa GPa bar mbar K mol dB Bq kBq MBq "
    "Sv mSv µSv Gy kB MB GB TB PB Mbit Gbit mi ft yd nmi kn lb lbs oz mph bpd dwt"
)
_UNIT = rf"(?:{'|'.join(_UNITS.split())})[²³]?"
_SIGN = rf"(?:[$¢-¥\u20a0-\u20cf%‰‱]|°[CFK]?|{_UNIT}(?:/{_UNIT})?)(?!\w)"
_MAGNITUDES = r"million millions billion trillion Millionen Milliarden Mio\. Mrd\. млн млрд"


def _between(space: str) -> re.Pattern[str]:
    ends = (r"\d", *_MAGNITUDES.split())
    return re.compile(f"{space}(?:{'|'.join(f'(?<={end}{space})' for end in ends)})(?={_SIGN})")


_PLAIN, _TIED = _between(" "), _between(NO_BREAK_SPACE)


def ties(text: str) -> list[int]:
    """Where a plain space parts a number from its sign."""
    return [found.start() for found in _PLAIN.finditer(text)]


def tied(text: str) -> str:
    """The text with no-break spaces between numbers and their signs."""
    return _PLAIN.sub(NO_BREAK_SPACE, text)


def untied(tokens: Tokens) -> Tokens:
    """The tokens with plain spaces between numbers and their signs."""
    if not any(NO_BREAK_SPACE in token.text for token in tokens):
        return tokens
    shown = ["\0" if token.kind == "mark" else token.text for token in tokens]
    text, found, at = _TIED.sub(" ", "".join(shown)), [], 0
    for token, own in zip(tokens, shown, strict=True):
        plain, at = text[at : at + len(own)], at + len(own)
        found.append(token if plain == own else replace(token, text=plain))
    return tuple(found)
