"""Units of measure: what each measures, and how much of the base unit of its kind it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from briefgen.text.quantities.currencies import CODES, SIGNS
from briefgen.text.quantities.patterns import listed
from briefgen.text.quantities.quantity import Kind
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A unit: its symbol, its kind, and its size in base units (None where no fixed size exists)."""

    symbol: str
    kind: Kind
    size: Fraction | None = None


_SIZES: Mapping[Kind, Mapping[str, str]] = {
    "length": {
        "nm": "1/1000000000",
        "μm": "1/1000000",
        "mm": "1/1000",
        "cm": "1/100",
        "m": "1",
        "km": "1000",
        "in": "0.0254",
        "ft": "0.3048",
        "yd": "0.9144",
        "mi": "1609.344",
        "nmi": "1852",
    },
    "area": {
        "m²": "1",
        "ha": "10000",
        "km²": "1000000",
        "acre": "4046.8564224",
        "mi²": "2589988.110336",
    },
    "volume": {
        "ml": "1/1000",
        "l": "1",
        "m³": "1000",
        "km³": "1000000000000",
        "mcm": "1000000000",
        "bcm": "1000000000000",
        "bbl": "158.987294928",
        "gal": "3.785411784",
    },
    "mass": {
        "ng": "1/1000000000000",
        "μg": "1/1000000000",
        "mg": "1/1000000",
        "g": "1/1000",
        "kg": "1",
        "t": "1000",
        "kt": "1000000",
        "Mt": "1000000000",
        "Gt": "1000000000000",
        "ton": "907.18474",
        "lb": "0.45359237",
        "oz": "0.028349523125",
    },
    "speed": {"m/s": "1", "km/h": "5/18", "mph": "0.44704", "kn": "463/900", "Mach": "340"},
    "power": {
        "W": "1",
        "kW": "1000",
        "MW": "1000000",
        "GW": "1000000000",
        "TW": "1000000000000",
        "hp": "745.7",
    },
    "voltage": {"V": "1", "kV": "1000"},
    "energy": {"kWh": "1", "MWh": "1000", "GWh": "1000000", "TWh": "1000000000"},
    "data": {"kB": "1", "MB": "1000", "GB": "1000000", "TB": "1000000000"},
    "frequency": {"Hz": "1", "kHz": "1000", "MHz": "1000000", "GHz": "1000000000"},
    "pressure": {
        "hPa": "1",
        "kPa": "10",
        "MPa": "10000",
        "mbar": "1",
        "bar": "1000",
        "mmHg": "1.33322387415",
    },
    "percentage": {"%": "1", "‰": "1/10"},
    "points": {"pp": "1", "bp": "1/100"},
}
"""Measures by what they measure, each with its size in the base unit of its kind."""
_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400, "week": 604800}


def _measures() -> Iterator[Measure]:
    for kind, table in _SIZES.items():
        for symbol, size in table.items():
            yield Measure(symbol=symbol, kind=kind, size=Fraction(size))
    for symbol in ("°C", "°F", "°"):
        yield Measure(symbol=symbol, kind="temperature")
    for symbol in CODES:
        yield Measure(symbol=symbol, kind="money", size=Fraction(1))
    for symbol, seconds in _SECONDS.items():
        yield Measure(symbol=symbol, kind="duration", size=Fraction(seconds))
    for symbol in ("month", "year", "decade", "century", "BC"):
        yield Measure(symbol=symbol, kind="duration")
    yield Measure(symbol="times", kind="multiple", size=Fraction(1))


MEASURES = {measure.symbol: measure for measure in _measures()}
"""Every measure by its symbol, sized in metres, square metres, litres, kilograms, watts and the like"""

EVERYWHERE = {
    **{
        symbol: symbol
        for symbol in listed("mm cm m km kg g t km/h °C °F kW MW GW kWh MWh GWh TWh kt Mt pp bp % ‰")
    },
    **{code: code for code in CODES},
    **{sign: code for sign, code in SIGNS.items() if len(sign) == 1},
}
"""Symbols of measures and currencies that stand behind a number in any language."""

MONTHS_IN = {"month": 1, "year": 12, "decade": 120, "century": 1200}
"""Calendar spans in months: they convert among themselves, but not into days."""


def in_base(value: Fraction, symbol: str) -> tuple[str, Fraction]:
    """The value in the base unit of its kind, and the name of that scale; values on one scale compare.

    An unknown symbol is a scale of its own, and so is each scale of temperature.
    """
    if symbol in MONTHS_IN:
        return "months", value * MONTHS_IN[symbol]
    measure = MEASURES.get(symbol)
    if measure is None or measure.size is None:
        return symbol, value
    if measure.kind == "money":
        return symbol, value
    return measure.kind, value * measure.size
