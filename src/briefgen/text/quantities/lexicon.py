"""What a language gives to the reading of figures: its words, signs and patterns, as data.

Patterns are matched at a place; those that look back from it end in `\\Z`. What a language does not say is
left out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from fractions import Fraction
from typing import Literal, Protocol

from briefgen.text.quantities.patterns import NEVER
from briefgen.text.quantities.quantity import Approximation, Kind, Step
from briefgen.values import dataclass

DATED, COUNTED = "\ue000", "\ue001"
"""What stands for a character of a date, or of another figure, where only the words around them matter."""


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
class NumberWords:
    """How numbers are written, in digits and in words."""

    digits: re.Pattern[str]
    foreign_digits: re.Pattern[str] = NEVER
    """Digits as other languages write them, read so only where a measure or magnitude is behind them."""
    decimal_comma: bool = False
    dots_group: bool = False
    """Whether "12.000" is twelve thousand."""
    word: re.Pattern[str]
    """A word that may be one of number."""
    cardinals: Mapping[str, int] = field(default_factory=dict)
    scales: Mapping[str, int]
    scale: re.Pattern[str]
    """A magnitude behind a number, its word in the one group that matched."""
    sums: Literal["", "scaled", "plain"] = ""
    """Whether "1 million 200 thousand" is one figure, and whether its last part needs no magnitude."""
    vague: Mapping[str, Vague]
    fractions: Mapping[str, Fraction]
    shares: frozenset[str]
    """Those words of `fractions` that need no article before them: "half", but "a quarter"."""
    and_a_half: re.Pattern[str] = NEVER
    """What adds a half to a number in words."""
    turns: Mapping[str, tuple[Kind, Fraction]] = field(default_factory=dict)
    """Single words that multiply or divide: "doubled", "halved"."""
    ordinals: Mapping[str, int] = field(default_factory=dict)
    ordinal_suffix: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureWords:
    """Measures, and currencies in words."""

    symbols: Mapping[str, str]
    """Symbols of measures by the words and signs that stand for them."""
    pattern: re.Pattern[str]
    """A measure behind a number, its word in group 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RateWords:
    """What a figure is given for: a time, a head, a measure."""

    units: Mapping[str, str]
    after: re.Pattern[str] = NEVER
    """The other half of a rate behind a figure, its word in the one group that matched."""
    before: re.Pattern[str] = NEVER
    """The same before a figure, looking back: "monthly pay of"."""
    measures: Mapping[str, str] = field(default_factory=dict)
    each: re.Pattern[str] = NEVER
    """The measure that a figure is given for, behind it, one of `measures` in group 1 or 2: "per litre"."""
    times: Mapping[str, str] = field(default_factory=dict)
    often: re.Pattern[str] = NEVER
    """How often in a time, behind a figure: one of `times` in group 1, the time in group 2."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BendingWords:
    """What bends a figure: "about", "over", "or more"."""

    before: Mapping[str, Approximation]
    before_pattern: re.Pattern[str]
    dates_only: frozenset[str] = frozenset()
    """Those words of `before` that bend dates only, such as "since"."""
    estimate: re.Pattern[str] = NEVER
    """Those words of `before` that say whose figure it is, and not how near: "an estimated"."""
    after: Mapping[str, Approximation]
    after_pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeWords:
    """What makes a range of two figures."""

    opener: re.Pattern[str] = NEVER
    """What opens a range, looking back; `between` in group 1 lets `and_joiner` close it."""
    joiner: re.Pattern[str]
    and_joiner: re.Pattern[str] = NEVER


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeWords:
    """What tells of a change, and which figure of it is its start, its end or its size.

    All patterns but `reaching` and `trend_after` are matched with a text in which each word of `marks` is a
    run of its mark; `trend_after`, `led_to`, `set_against`, `went_to` and `came_from` with one in which each
    figure is a run of `DATED` or `COUNTED`.
    """

    marks: Mapping[str, str] = field(default_factory=dict)
    """Words that the patterns know by a mark, so that they need not hold them."""

    before: re.Pattern[str] = NEVER
    """Words of change, looking back: what they put behind "from" and "to" are two figures, not a range."""
    by: re.Pattern[str] = NEVER
    """What makes the figure behind it the size of a change, looking back: "rose by", "um"."""
    reaching: re.Pattern[str] = NEVER
    """What leads from the size of a change to its end and never joins a range there: "um 5 auf 8"."""
    trend_before: re.Pattern[str] = NEVER
    """Words of change whose figure follows, looking back: group 1 rises, group 2 falls."""
    trend_after: re.Pattern[str] = NEVER
    """Words of change behind a figure, with the same groups: "a 5 % increase"."""
    led_to: re.Pattern[str] = NEVER
    """Words of change that lead to a figure past others, looking back.

    It has the same groups, and in group 3 the word before the figure, one of `steps`.
    """
    steps: Mapping[str, Step] = field(default_factory=dict)
    set_against: re.Pattern[str] = NEVER
    """Behind the end of a change, what it is set against: "in 2024, up from 5"."""
    went_to: re.Pattern[str] = NEVER
    """What parts the start of a change from its end: "from 5 in 2022 to 8"."""
    came_from: re.Pattern[str] = NEVER
    """What parts the end of a change from its start where the end stands first: "to 8 from 5"."""
    reached: frozenset[str] = frozenset()
    """Those words that bend a figure and name the end of a change where a word of change is before them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateWords:
    """How dates are written."""

    months: Mapping[str, int] = field(default_factory=dict)
    patterns: tuple[re.Pattern[str], ...]
    parts: Mapping[str, str]
    part_before: re.Pattern[str] = NEVER
    """"early", "the end of", looking back; group 1 tells which."""
    part_after: re.Pattern[str] = NEVER
    """The same behind a date, where the language puts it there."""
    part_here: re.Pattern[str] = NEVER
    """The same at the place itself."""
    year_before: re.Pattern[str] = NEVER
    """Words that make four digits behind them a year, looking back."""
    month_before: re.Pattern[str] = NEVER
    """Words that make the name of a month behind them a date, looking back."""
    determiner: re.Pattern[str] = NEVER
    """Words such as "the", looking back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """One language."""

    candidate: re.Pattern[str]
    """Where a figure may begin: a digit, a number word, a month, or a web address to pass over."""
    numbers: NumberWords
    measures: MeasureWords
    rates: RateWords
    bending: BendingWords
    ranges: RangeWords
    changes: ChangeWords = ChangeWords()
    dates: DateWords
    label: re.Pattern[str]
    """Words that make the number behind them a name, looking back: "section", "Hwasong"."""
    noun: NounReader
