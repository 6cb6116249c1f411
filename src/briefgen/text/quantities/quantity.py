"""What a figure in prose says: a value or a range, its unit, and how firmly the words hold to it."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction
from typing import Literal, TypeAlias

from briefgen.values import dataclass


class Approximation(StrEnum):
    """How the words around a figure bend it; the value is the plainest English word for it."""

    EXACT = ""
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at least"
    UNDER = "under"
    AT_MOST = "up to"
    NEARLY = "nearly"
    VAGUE = "vaguely"


Kind: TypeAlias = Literal[
    "number",
    "ordinal",
    "fraction",
    "multiple",
    "score",
    "percentage",
    "points",
    "money",
    "date",
    "day",
    "year",
    "time",
    "duration",
    "length",
    "area",
    "volume",
    "mass",
    "speed",
    "temperature",
    "power",
    "energy",
    "voltage",
    "data",
    "frequency",
    "pressure",
]
"""What a figure measures. A `date` knows its year, a `day` is a date without one, a `score` is two sides."""


Trend: TypeAlias = Literal["", "rise", "fall"]
"""Which way the words around a figure say that things went."""

Step: TypeAlias = Literal["", "start", "end", "size"]
"""What a word of change makes of a figure: "fell from 412", "fell to 398", "fell by 14"."""

Side: TypeAlias = Literal["", "from", "to"]
"""Which figure of a change that tells both this is: its start or its end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One figure of a text: `text[start:end] == shown`.

    `low` and `high` are exact and equal for a point; they are counted in `unit`. By kind, they are
    - `date`: the first and the last day meant, as proleptic Gregorian ordinals (`datetime.date.toordinal`);
    - `day`: the first and the last day of a leap year, from 1 to 366; `time`: minutes since midnight;
    - `year`: calendar years; `fraction`: a share of one; `score`: the two sides in the order written.

    `unit` is the symbol of a measure ("km"), the ISO 4217 code of a currency, "%" or, of a plain number, the
    thing counted, in the singular ("soldier"); empty where nothing is named. `per` is the other half of a
    rate ("month" in "$2,000 a month"). `in_words` tells "seven" from "7", and `spanned` a time with two ends
    ("2021 to 2027") from one ("the 2020s"). `estimated` is what is about a value because somebody estimated
    it, and not because it was rounded. `repeated` is how often in a time it comes: "day, twice" in "25 mg
    twice a day", "day" in "25 mg once a day". `each` is the measure it is given for: "kWh" in "143 g/kWh".
    """

    start: int
    end: int
    shown: str
    low: Fraction
    high: Fraction
    kind: Kind
    unit: str = ""
    approximation: Approximation = Approximation.EXACT
    per: str = ""
    repeated: str = ""
    each: str = ""
    in_words: bool = False
    spanned: bool = False
    estimated: bool = False
    trend: Trend = ""
    step: Step = ""
    side: Side = ""

    @property
    def is_range(self) -> bool:
        """Whether the figure spans more than one value."""
        return self.low != self.high
