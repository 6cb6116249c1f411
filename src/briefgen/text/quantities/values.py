"""A number with its unit, and the range that two of them make."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from briefgen.text.quantities.changes import is_size
from briefgen.text.quantities.currencies import BEFORE_DIGITS, CURRENCY_BEFORE, currency
from briefgen.text.quantities.lexicon import Lexicon
from briefgen.text.quantities.measures import MEASURES
from briefgen.text.quantities.numbers import Number, digits_at, digits_value, read_number
from briefgen.text.quantities.patterns import GAP, SPACE, key
from briefgen.text.quantities.quantity import Kind
from briefgen.values import dataclass

_MINUS = re.compile(r"(?:(?:(?<=[\s(–])|\A)[-−]|(?<!\w)minus\s)\Z", re.IGNORECASE)
_FACTOR = re.compile(r"(?<!\w)factor\s+of\s\Z", re.IGNORECASE)
_PLUS_MINUS = re.compile(rf"{SPACE}?(?:±|\+/[-−]){SPACE}?")
_SIDES = re.compile(
    rf"(?:(?:{GAP}+(?:votes?|goals?|points?|seats?|games?|sets?|frames?|wins?)){GAP}+(?:to|against)|{GAP}+to){GAP}+"
)
"""What parts the two sides of a vote or a match: "by 289 votes to 205"."""
_OUT_OF = re.compile(rf"{GAP}+(?:in|out{GAP}+of){GAP}+(?:every{GAP}+)?|-in-|-out-of-")
_SHORT_MAGNITUDE = re.compile(rf"{SPACE}?([mMbB])(?!\w)")
_REPEATED = re.compile(rf"{GAP}?\((\d+(?:,\d{{3}})*)\)(?={GAP})")
_OF_A = re.compile(rf"{GAP}+(?:of{GAP}+)?an?(?={GAP})", re.IGNORECASE)
_MILLIONS = re.compile(r"m(?=\s)")
_TENFOLD = 10
"""Few changes are larger: "from 8 to 5 million" begins at eight million, "from 500 to 2 million" at 500."""

_RANGE = 3
"""The ends of few ranges lie farther apart: "fell by 340 to 5,812" is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A point or range with kind and unit, before the words around it are read."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    kind: Kind
    unit: str
    number: Number


def read_value(text: str, start: int, floor: int, lexicon: Lexicon) -> Value | None:
    """The number at `start` with its sign, currency and unit; nothing before `floor` belongs to it.

    None where letters hang on to its digits.
    """
    number = read_number(text, start, lexicon)
    if number is None:
        return None
    begin, end, kind, unit = number.start, number.end, number.kind, ""
    factor = 1
    sign = CURRENCY_BEFORE.search(text, max(floor, begin - 5), begin)
    if sign and not number.in_words:
        begin, unit, kind = sign.start(), currency(sign[0].strip()), "money"
        short = None if number.scaled else _SHORT_MAGNITUDE.match(text, end)
        if short:
            factor, end = (10**6 if short[1] in "mM" else 10**9), short.end()
    elif kind == "number" and not number.in_words and not number.scaled:
        ordinal = lexicon.numbers.ordinal_suffix.match(text, end)
        millions = _MILLIONS.match(text, end)
        if ordinal:
            kind, end = "ordinal", ordinal.end()
        elif millions and (
            _counts_next(text, millions.end(), lexicon)
            or lexicon.measures.pattern.match(text, millions.end())
        ):
            factor, end = 10**6, millions.end()
    if kind == "multiple" or _FACTOR.search(text, max(floor, begin - 12), begin):
        kind, unit = "multiple", "times"
    if number.in_words:
        end = _past_repetition(text, end, number, lexicon)
    if kind in ("number", "fraction"):
        of_a = _OF_A.match(text, end) if kind == "fraction" else None
        measured = read_measure(text, of_a.end() if of_a else end, number, lexicon)
        if measured:
            unit, end = measured
            kind = MEASURES[unit].kind
    if _hangs_on(text, end) and not unit and text[end - 1].isdecimal() and not lexicon.numbers.sums:
        return None
    low, high = number.low * factor, number.high * factor
    minus = _MINUS.search(text, max(floor, begin - 7), begin)
    if minus:
        begin, low, high = minus.start(), -high, -low
    return Value(start=begin, end=end, low=low, high=high, kind=kind, unit=unit, number=number)


def _past_repetition(text: str, end: int, number: Number, lexicon: Lexicon) -> int:
    """Past the digits that say the same in brackets, as laws have it: "thirty (30) days"."""
    found = _REPEATED.match(text, end)
    same = found is not None and digits_value(found[1], lexicon.numbers) == number.low
    return found.end() if found and same else end


def _hangs_on(text: str, end: int) -> bool:
    return end < len(text) and (text[end].isalpha() or text[end] == "_")


def _counts_next(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether the very next word is a plural noun: then "5m" are millions, not metres."""
    _, noun_end = lexicon.noun(text, end, end, False)
    return noun_end > end and len(text[end:noun_end].split()) == 1


def read_measure(text: str, end: int, number: Number, lexicon: Lexicon) -> tuple[str, int] | None:
    """The symbol of the measure behind a number, and where it ends."""
    found = lexicon.measures.pattern.match(text, end)
    if found is None:
        return None
    word, glued = found[1], found.start(1) == end
    following = text[found.end() : found.end() + 1]
    if word in "$€£₽₩" and following.isdecimal():
        return None
    if word in "x×" and not (glued and not following.isalnum()):
        return None
    if len(word) == 1 and word.isascii() and word.isalpha() and not glued and number.in_words:
        return None
    symbol = lexicon.measures.symbols.get(word) or lexicon.measures.symbols[key(word.replace("-", " "))]
    if symbol == "lb" and number.scaled:
        symbol = "GBP"
    return symbol, found.end()


def changed_by(text: str, first: Value, lexicon: Lexicon) -> Value | None:
    """`first` as the size of a change whose end follows, as in "rose by 6 TWh to 19 TWh"; else None.

    "Rose by 5 to 8 per cent" is a range: its ends share a unit and lie close together.
    """
    joined = lexicon.ranges.joiner.match(text, first.end)
    if joined is None or not is_size(text, first.start, lexicon):
        return None
    last = _joined_value(text, first, joined, lexicon)
    if last is None or not (lexicon.changes.reaching.fullmatch(joined[0]) or _is_end(first, last)):
        return None
    if first.unit or first.kind != "number":
        return first
    low = first.low if _in_full(first) else _lift(text, first.low, last, last.high, lexicon)
    return replace(first, low=low, high=low, kind=last.kind, unit=last.unit)


def _is_end(size: Value, last: Value) -> bool:
    """Whether `last` is what a change by `size` ends at: each is written in full, or they lie far apart."""
    in_full = _in_full(size) or not _in_full(last)
    if size.unit and last.unit and size.kind != "percentage":
        return in_full
    if _in_full(size) and _in_full(last):
        return True
    apart = last.low > _RANGE * size.low or last.low < size.low
    return in_full and bool(size.unit) == bool(last.unit) and apart


def _in_full(value: Value) -> bool:
    """Whether a value has a magnitude of its own, as the first of "5 million to 8 million" has."""
    return value.number.scaled or value.low != value.number.low


def read_range(text: str, first: Value, between: bool, lexicon: Lexicon) -> Value | None:
    """The range that begins with `first`; `between` lets "and" join its ends."""
    joined = lexicon.ranges.joiner.match(text, first.end)
    if joined is None and between:
        joined = lexicon.ranges.and_joiner.match(text, first.end)
    last = _joined_value(text, first, joined, lexicon) if joined else None
    return _join(text, _in_millions(text, first, last), last, joined[0], lexicon) if joined and last else None


def read_sides(text: str, value: Value, lexicon: Lexicon) -> Value | None:
    """ "289 votes to 205" as the two sides of a vote or match; with no noun only where the first is more."""
    parted = _SIDES.match(text, value.end)
    if parted is None or not (value.kind == "number" and not value.unit and value.number.bare):
        return None
    last = _joined_value(text, value, parted, lexicon)
    if last is None or last.kind != "number" or last.unit or not last.number.bare:
        return None
    named = parted[0].split()[0] != "to"
    if not named and last.low >= value.low:
        return None
    return _spanning(value, last, value.low, "score", "")


def read_change(text: str, first: Value, lexicon: Lexicon) -> tuple[Value, Value] | None:
    """What something was and what it became: `first`, in the magnitude and unit of the value behind it."""
    joined = lexicon.ranges.joiner.match(text, first.end)
    last = _joined_value(text, first, joined, lexicon) if joined else None
    if last is None:
        return None
    first = _in_millions(text, first, last)
    if first.unit or first.kind != "number":
        return first, last
    low = first.low if first.number.scaled else _lift(text, first.low, last, _TENFOLD * last.high, lexicon)
    return replace(first, low=low, high=low, kind=last.kind, unit=last.unit), last


def _in_millions(text: str, first: Value, last: Value) -> Value:
    """The first of two figures whose "m" turns out to be millions by the second: "4.1m to 3.6m barrels"."""
    metres = first.unit == "m" and first.end == first.number.end + 1
    if not metres or last.unit == "m" or not _MILLIONS.match(text, last.number.end):
        return first
    return replace(
        first,
        low=first.low * 10**6,
        high=first.high * 10**6,
        kind=last.kind,
        unit=last.unit,
        number=replace(first.number, scaled=True),
    )


def _joined_value(text: str, first: Value, joined: re.Match[str], lexicon: Lexicon) -> Value | None:
    """The value behind what joins it to `first`."""
    if first.kind in ("fraction", "score"):
        return None
    sign = BEFORE_DIGITS.match(text, joined.end())
    at = sign.end() if sign else joined.end()
    if lexicon.candidate.match(text, at) is None:
        return None
    last = read_value(text, at, joined.end(), lexicon)
    if last is None or ((last.kind == "ordinal") != (first.kind == "ordinal") and last.kind == "ordinal"):
        return None
    return last


def _join(text: str, first: Value, last: Value, joiner: str, lexicon: Lexicon) -> Value | None:
    low, kind, unit = first.low, last.kind, last.unit
    if first.unit and not last.unit and first.kind == "money":
        kind, unit = first.kind, first.unit
    elif first.unit and first.unit != last.unit:
        return None
    if not first.number.scaled:
        low = _lift(text, low, last, last.high, lexicon)
    if low < last.high:
        return _spanning(first, last, low, kind, unit)
    bare = first.number.bare and last.number.bare and kind == "number" and not unit
    if bare and len(joiner) == 1:
        return _spanning(first, last, low, "score", "")
    return None


def _spanning(first: Value, last: Value, low: Fraction, kind: Kind, unit: str) -> Value:
    return Value(
        start=first.start, end=last.end, low=low, high=last.high, kind=kind, unit=unit, number=last.number
    )


def _lift(text: str, low: Fraction, last: Value, below: Fraction, lexicon: Lexicon) -> Fraction:
    """A bare number with the magnitude of the value behind it: five becomes five million in "5–8 million".

    It stays as it is where it would not come out below `below`.
    """
    if last.high <= 0:
        return low
    digits = digits_at(text, last.number.start, lexicon)
    if digits:
        written = digits_value(digits[0], lexicon.numbers)
        factor = last.high / written if written else Fraction(1)
    else:
        factor = next(
            (Fraction(10**power) for power in (12, 9, 6, 3, 2) if last.high % 10**power == 0), Fraction(1)
        )
    return low * factor if low * factor < below else low


def read_margin(text: str, value: Value, lexicon: Lexicon) -> Value | None:
    """ "5 ± 1" as the range it means."""
    sign = _PLUS_MINUS.match(text, value.end)
    margin = read_value(text, sign.end(), sign.end(), lexicon) if sign and sign.end() < len(text) else None
    if margin is None or (value.unit and margin.unit and value.unit != margin.unit):
        return None
    measured = margin if margin.unit else value
    return Value(
        start=value.start,
        end=margin.end,
        low=value.low - margin.low,
        high=value.high + margin.low,
        kind=measured.kind,
        unit=measured.unit,
        number=value.number,
    )


def read_share(text: str, value: Value, lexicon: Lexicon) -> Value | None:
    """ "one in five", "three out of four": a fraction in two numbers."""
    if value.kind != "number" or value.unit or value.low <= 0:
        return None
    joined = _OUT_OF.match(text, value.end)
    if joined is None or lexicon.candidate.match(text, joined.end()) is None:
        return None
    whole = read_number(text, joined.end(), lexicon)
    if whole is None or whole.kind != "number" or not value.low < whole.low <= 1000:
        return None
    share = value.low / whole.low
    return Value(
        start=value.start, end=whole.end, low=share, high=share, kind="fraction", unit="", number=value.number
    )
