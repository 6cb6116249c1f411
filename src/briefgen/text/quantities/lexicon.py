"""What a language gives to the reading of figures: its words, signs and patterns, as data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Literal, Protocol

from briefgen.text.quantities.quantity import Approximation, Kind, Step
from briefgen.values import dataclass

SPACE = r"[^\S\r\n]"
"""A space within a figure; a line break ends the figure. Written so it compiles fast: patterns hold many."""

GAP = rf"(?:{SPACE}|\r?\n(?!\s*\n))"
"""A space between the words of a figure, which may stand at the end of a line but not of a paragraph."""

DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212~\u223c\u301c\uff5e]"

SIGNS = {
    "US$": "USD",
    "A$": "AUD",
    "C$": "CAD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "JPY",
    "₩": "KRW",
    "₽": "RUB",
    "₴": "UAH",
    "₹": "INR",
    "US $": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "S$": "SGD",
    "R$": "BRL",
    "RMB": "CNY",
}
CODES = (
    *("USD", "EUR", "GBP", "JPY", "KRW", "KPW", "RUB", "UAH", "CNY", "INR", "CHF", "AUD", "CAD", "NZD"),
    *("HKD", "TWD", "SGD", "SEK", "NOK", "DKK", "PLN", "CZK", "HUF", "TRY", "ILS", "BRL", "MXN", "ZAR"),
    *("SAR", "AED", "IRR"),
)

_SIGN = rf"(?:(?<!\w)(?:{'|'.join((*CODES, 'RMB', 'US ?[$]', '(?:A|C|S|R|HK|NT|NZ)[$]'))})|[$€£¥₩₽₴₹])"
CURRENCY_BEFORE = re.compile(rf"{_SIGN}{SPACE}?\Z")
BEFORE_DIGITS = re.compile(rf"[-−]?(?:{_SIGN}{SPACE}?)?(?=\d)")
"""A minus and a currency before the digits of a range's second end; both may be missing."""


DATED, COUNTED = "\ue000", "\ue001"
"""What stands for a character of a date, or of another figure, where only the words around them matter."""


def currency(sign: str) -> str:
    """The ISO 4217 code of a currency sign or code."""
    return SIGNS.get(sign, sign)


class NounReader(Protocol):
    """Names what a figure that ends at `end` counts: the noun in the singular, and where it ends."""

    def __call__(self, text: str, start: int, end: int, singular: bool) -> tuple[str, int]:
        """`singular` takes a noun in the singular too, as behind "one" or a hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vague:
    """A magnitude in the plural: "hundreds" says at least `low` and at most `high`."""

    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language. Patterns are matched at a place; those that end in `\\Z` look back from it."""

    candidate: re.Pattern[str]
    """Where a figure may begin: a digit, a number word, a month, or a web address to pass over."""
    digits: re.Pattern[str]
    decimal_comma: bool
    dots_group: bool = False
    """Whether "12.000" is twelve thousand."""
    word: re.Pattern[str]
    """A word that may be one of number."""
    cardinals: Mapping[str, int]
    scales: Mapping[str, int]
    scale: re.Pattern[str]
    """A magnitude behind a number, its word in the one group that matched."""
    sums: Literal["", "scaled", "plain"]
    """Whether "1 million 200 thousand" is one figure, and whether its last part needs no magnitude."""
    vague: Mapping[str, Vague]
    fractions: Mapping[str, Fraction]
    shares: frozenset[str]
    """Those words of `fractions` that need no article before them: "half", but "a quarter"."""
    and_a_half: re.Pattern[str]
    """What adds a half to a number in words."""
    turns: Mapping[str, tuple[Kind, Fraction]]
    """Single words that multiply or divide: "doubled", "halved"."""
    ordinals: Mapping[str, int]
    ordinal_suffix: re.Pattern[str]
    measures: Mapping[str, str]
    """Symbols of measures by the words and signs that stand for them."""
    measure: re.Pattern[str]
    """A measure behind a number, its word in group 1."""
    before: Mapping[str, Approximation]
    before_pattern: re.Pattern[str]
    estimate: re.Pattern[str]
    """Those words of `before` that say whose figure it is, and not how near: "an estimated"."""
    after: Mapping[str, Approximation]
    after_pattern: re.Pattern[str]
    opener: re.Pattern[str]
    """What opens a range, looking back; `between` in group 1 lets `and_joiner` close it."""
    change_before: re.Pattern[str]
    """Words of change, looking back: what they put behind "from" and "to" are two figures, not a range."""
    change_by: re.Pattern[str]
    """What makes the figure behind it the size of a change, looking back: "rose by", "um"."""
    reaching: re.Pattern[str]
    """What leads from the size of a change to its end and never joins a range there: "um 5 auf 8"."""
    trend_before: re.Pattern[str]
    """Words of change whose figure follows, looking back: group 1 rises, group 2 falls."""
    trend_after: re.Pattern[str]
    """Words of change behind a figure, with the same groups: "a 5 % increase"."""
    led_to: re.Pattern[str]
    """Words of change that lead to a figure past others, each a run of `DATED` or `COUNTED`, looking back.

    It has the same groups, and in group 3 the word before the figure, one of `steps`.
    """
    steps: Mapping[str, Step]
    set_against: re.Pattern[str]
    """Behind the end of a change, with such runs, what it is set against: "in 2024, up from 5"."""
    went_to: re.Pattern[str]
    """What parts the start of a change from its end, with such runs: "from 5 in 2022 to 8"."""
    came_from: re.Pattern[str]
    """What parts the end of a change from its start where the end stands first: "to 8 from 5"."""
    reached: frozenset[str]
    """Those words of `before` that name the end of a change where a word of change stands before them."""
    joiner: re.Pattern[str]
    and_joiner: re.Pattern[str]
    label: re.Pattern[str]
    """Words that make the number behind them a name, looking back: "section", "Hwasong"."""
    months: Mapping[str, int]
    dates: tuple[re.Pattern[str], ...]
    date_part: re.Pattern[str]
    """"early", "the end of", looking back; group 1 tells which."""
    part_after: re.Pattern[str]
    """The same behind a date, where the language puts it there."""
    date_part_here: re.Pattern[str]
    """The same at the place itself."""
    parts: Mapping[str, str]
    year_before: re.Pattern[str]
    """Words that make four digits behind them a year, looking back."""
    determiner: re.Pattern[str]
    """Words such as "the", looking back."""
    month_before: re.Pattern[str]
    """Words that make the name of a month behind them a date, looking back."""
    before_dates: frozenset[str]
    """Those words of `before` that bend dates only, such as "since"."""
    rate: re.Pattern[str]
    """The other half of a rate, its word in group 1 or 2."""
    each: re.Pattern[str]
    """The measure that a figure is given for, behind it, one of `eaches` in group 1 or 2: "per litre"."""
    eaches: Mapping[str, str]
    often: re.Pattern[str]
    """How often in a time, behind a figure: one of `times` in group 1, the time in group 2."""
    times: Mapping[str, str]
    rate_before: re.Pattern[str]
    """The same before a figure, looking back: "monthly pay of"."""
    rates: Mapping[str, str]
    noun: NounReader


def words(alternatives: Iterable[str]) -> str:
    """A pattern for any of these words, longest first, where a space stands for any run of spaces."""
    ordered = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in ordered)


def listed(text: str) -> list[str]:
    """Single words, parted by spaces."""
    return text.split()


EVERYWHERE = {
    **{
        symbol: symbol
        for symbol in listed("mm cm m km kg g t km/h °C °F kW MW GW kWh MWh GWh TWh kt Mt pp bp % ‰")
    },
    **{code: code for code in CODES},
    **{sign: code for sign, code in SIGNS.items() if len(sign) == 1},
}
"""Symbols of measures and currencies that stand behind a number in any language."""


def phrases(text: str) -> list[str]:
    """Words and phrases, parted by bars."""
    return [key(phrase) for phrase in text.split("|")]


def candidates(
    words: Iterable[str], capitalised: Iterable[str] = (), parts: Iterable[str] = ()
) -> re.Pattern[str]:
    """A pattern for wherever a figure may begin: digits, whole words, words with a capital, parts of words.

    Every alternative begins with a letter of its own, for then the search passes over most of a text at the
    speed of a scan for single characters. Web addresses match as a whole, to be passed over.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        for first in dict.fromkeys((word[0].lower(), word[0].upper())):
            tails.setdefault(first, []).append(word[1:])
    for word in capitalised:
        tails.setdefault(word[0].upper(), []).append(word[1:])
    whole = [f"{first}(?<!\\w\\w)(?i:{_any(rest)})(?!\\w)" for first, rest in tails.items()]
    return re.compile("|".join([*"0123456789½⅓⅔¼¾⅛", r"https?://\S+", r"www\.\S+", *whole, *parts]))


def _any(tails: Iterable[str]) -> str:
    return "|".join(re.escape(tail) for tail in sorted(dict.fromkeys(tails), key=lambda tail: -len(tail)))


def looking_back(alternatives: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these words just before the end of a window of text."""
    return re.compile(rf"(?<!\w)({words(alternatives)}){GAP}*\Z", re.IGNORECASE)


def key(shown: str) -> str:
    """Words as a table of a lexicon holds them: lower case, single spaces."""
    return " ".join(shown.lower().split())
