"""French, German, Spanish and their like: decimals behind a comma, and much the same words around figures.

What such languages share is written here once; a `Tongue` holds the words of one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TypeVar

from briefgen.text.quantities.lexicon import (
    COUNTED,
    DATED,
    BendingWords,
    ChangeWords,
    DateWords,
    Lexicon,
    MeasureWords,
    NumberWords,
    RangeWords,
    RateWords,
    Vague,
)
from briefgen.text.quantities.measures import EVERYWHERE
from briefgen.text.quantities.patterns import (
    DASH,
    GAP,
    NEVER,
    SPACE,
    candidates,
    looking_back,
    phrases,
    words,
)
from briefgen.text.quantities.quantity import Approximation, Kind, Step
from briefgen.values import dataclass

_YEAR = r"(?:1[0-9]|20|21)\d\d(?![\w]|[.,]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_SIGNS = "~≈>≥<≤"
_SIGN_MEANINGS = {
    "~": Approximation.ABOUT,
    "≈": Approximation.ABOUT,
    ">": Approximation.OVER,
    "≥": Approximation.AT_LEAST,
    "<": Approximation.UNDER,
    "≤": Approximation.AT_MOST,
}

_Meaning = TypeVar("_Meaning")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The words of one language, phrases parted by bars; of a verb of change, its beginning is enough."""

    dots_group: bool
    """Whether "12.000" is twelve thousand; else a point before three digits is decimal."""
    commas_group: bool
    """Whether "12,000" is twelve thousand as well, as some countries of a language have it."""
    cardinals: Mapping[str, int]
    """Numbers in words, save one, which is an article too. "quatre-vingt-dix" is one, "cent dix" are two."""
    scales: Mapping[int, str]
    vague: Mapping[str, tuple[int, int]]
    shares: Mapping[str, str]
    """The words for a share, such as "1/3"."""
    turns: Mapping[str, str]
    """Words that multiply or halve, by "2" or "1/2"."""
    measures: Mapping[str, str]
    of_measures: str
    """A pattern for what may stand between a magnitude and its measure: "millions d'euros"."""
    before: Mapping[Approximation, str]
    after: Mapping[Approximation, str]
    between: str
    and_: str
    from_: str
    to: str
    by: str
    """Words before the size of a change, empty where they open a range as well."""
    reaching: str
    """Those of `to` that lead from the size of a change to its end."""
    rises: str
    falls: str
    climbs: str
    sinks: str
    """Those of `rises` and `falls` that tell which way for sure."""
    risen: str
    fallen: str
    """What tells it behind the figure."""
    steps: Mapping[str, Step]
    """What the words between a word of change and a figure make of the figure."""
    new_clause: str
    """Words behind which a word of change leads no further."""
    labels: str
    months: tuple[str, ...]
    day_sign: str
    """A pattern for what may stand behind the day of a date: "1er", "3."."""
    ordinals: tuple[str, ...]
    """First, second, third and fourth, as they stand before halves and quarters of a year."""
    half: str
    quarter: str
    of_years: str
    """What may stand between these and their year."""
    parts: Mapping[str, str]
    decade: str
    """A pattern for a year that stands for its decade, the year in the group `year`."""
    year_before: str
    month_before: str
    before_dates: str
    """Those phrases of `before` that bend dates only."""
    per: str
    rates: Mapping[str, str]


def lexicon_of(tongue: Tongue) -> Lexicon:
    """The patterns by which figures are read in a language."""
    numbers, dates = _numbers(tongue), _dates(tongue)
    periods = phrases(f"{tongue.half}|{tongue.quarter}")
    return Lexicon(
        candidate=candidates(
            [
                *(word for word in numbers.cardinals if word.isalpha()),
                *numbers.fractions,
                *numbers.turns,
                *(word for word in numbers.vague if " " not in word),
                *dates.months,
                *(f"{ordinal} {period}" for ordinal in numbers.ordinals for period in periods),
            ]
        ),
        numbers=numbers,
        measures=_measures(tongue),
        rates=_rates(tongue),
        bending=_bending(tongue),
        ranges=RangeWords(
            opener=re.compile(
                rf"(?<!\w)(?:({_any(tongue.between)})|{_any(tongue.from_)}){GAP}+\Z", re.IGNORECASE
            ),
            joiner=re.compile(rf"(?:{SPACE}?{DASH}{SPACE}?|{GAP}+(?:{_any(tongue.to)}){GAP}+)"),
            and_joiner=re.compile(rf"{GAP}+{tongue.and_}{GAP}+"),
        ),
        changes=_changes(tongue),
        dates=dates,
        label=looking_back(phrases(tongue.labels)),
        noun=_no_noun,
    )


def _any(listing: str) -> str:
    return words(phrases(listing))


def _by_form(listings: Mapping[_Meaning, str]) -> dict[str, _Meaning]:
    """What each of the phrases stands for that are listed under their meaning."""
    return {form: meaning for meaning, forms in listings.items() for form in phrases(forms)}


def _numbers(tongue: Tongue) -> NumberWords:
    scales = _by_form(tongue.scales)
    shares = {form: Fraction(share) for form, share in _by_form(tongue.shares).items()}
    compounds = [form for form in (*shares, *tongue.cardinals) if not form.isalpha()]
    groups = r"[. \u00a0\u2009\u202f'’]" if tongue.dots_group else r"[ \u00a0\u2009\u202f'’]"
    single = r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)" if not tongue.dots_group else ""
    commas = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|" if tongue.commas_group else ""
    return NumberWords(
        digits=re.compile(rf"{commas}\d{{1,3}}(?:{groups}\d{{3}})+(?!\d)(?:,\d+)?{single}|\d+(?:[.,]\d+)?"),
        decimal_comma=not tongue.commas_group,
        dots_group=tongue.dots_group,
        word=re.compile(rf"(?i:{words(compounds)})(?!\w)|[^\W\d_]+"),
        cardinals=tongue.cardinals,
        scales=scales,
        scale=re.compile(rf"{GAP}*(?i:({words(scales)}))(?!\w)"),
        vague={
            words: Vague(low=Fraction(low), high=Fraction(high))
            for words, (low, high) in tongue.vague.items()
        },
        fractions=shares,
        shares=frozenset(shares),
        turns={form: _turn(Fraction(by)) for form, by in _by_form(tongue.turns).items()},
        ordinals=_numbered(tongue.ordinals),
        ordinal_suffix=re.compile(r"(?:er|re|ère|e|ème|nde?)(?!\w)"),
    )


def _numbered(forms: Sequence[str]) -> dict[str, int]:
    return {form: number for number, listing in enumerate(forms, start=1) for form in phrases(listing)}


def _turn(by: Fraction) -> tuple[Kind, Fraction]:
    return ("fraction" if by < 1 else "multiple"), by


def _measures(tongue: Tongue) -> MeasureWords:
    own = _by_form(tongue.measures)
    return MeasureWords(
        symbols=EVERYWHERE | own,
        pattern=re.compile(
            rf"{GAP}*(?:{tongue.of_measures})?((?:{words(EVERYWHERE)})|(?i:{words(own)}))(?![\w])"
        ),
    )


def _rates(tongue: Tongue) -> RateWords:
    units = _by_form(tongue.rates)
    return RateWords(
        units=units,
        after=re.compile(
            rf"{GAP}*/{GAP}*({words(units)})(?!\w)"
            rf"|(?:{GAP}+[^\W\d_]+)?{GAP}+(?:{_any(tongue.per)}){GAP}+({words(units)})(?!\w)",
            re.IGNORECASE,
        ),
    )


def _bending(tongue: Tongue) -> BendingWords:
    before, after = _by_form(tongue.before), _by_form(tongue.after)
    return BendingWords(
        before=before | _SIGN_MEANINGS,
        before_pattern=re.compile(
            rf"(?:(?<!\w)({words(before)})(?:{GAP}+|(?<=['’]))|([{_SIGNS}]){GAP}?)\Z", re.IGNORECASE
        ),
        dates_only=frozenset(phrases(tongue.before_dates)),
        after=after | {"+": Approximation.AT_LEAST},
        after_pattern=re.compile(rf"(?:([+])(?!\d)|{GAP}+({words(after)})(?!\w))", re.IGNORECASE),
    )


def _changes(tongue: Tongue) -> ChangeWords:
    from_, to = _any(tongue.from_), _any(tongue.to)
    return ChangeWords(
        before=re.compile(
            rf"(?<!\w)(?:{_any(tongue.rises)}|{_any(tongue.falls)})\w*"
            rf"(?:{GAP}+(?!(?:{from_}|{to})\b)\w+){{0,3}}{GAP}+\Z",
            re.IGNORECASE,
        ),
        by=_word_before(tongue.by),
        reaching=_word_between(tongue.reaching),
        trend_after=_behind(tongue),
        led_to=_led_to(tongue),
        steps=tongue.steps,
        reached=frozenset(_by_form(tongue.before)) & frozenset(tongue.steps),
    )


def _word_before(listing: str) -> re.Pattern[str]:
    """Any of these words before a figure, with one that bends it between them."""
    if not listing:
        return NEVER
    return re.compile(rf"(?<!\w)(?:{words(phrases(listing))}){GAP}+(?:[^\W\d]+{GAP}+)?\Z", re.IGNORECASE)


def _behind(tongue: Tongue) -> re.Pattern[str]:
    """What tells which way behind a figure, past the other of the same change: "um 5 auf 8 zurück"."""
    risen, fallen = words(phrases(tongue.risen)), words(phrases(tongue.fallen))
    other = rf"{GAP}+(?:{words(tongue.steps)}){GAP}+{COUNTED}+"
    return re.compile(rf"(?:{other})?{GAP}+(?:({risen})|({fallen}))(?!\w)", re.IGNORECASE)


def _led_to(tongue: Tongue) -> re.Pattern[str]:
    climbs, sinks = words(phrases(tongue.climbs)), words(phrases(tongue.sinks))
    steps = words(tongue.steps)
    return re.compile(
        rf"(?<!\w)(?:({climbs})|({sinks}))\w*"
        rf"(?:{GAP}+(?!(?:{words(phrases(tongue.new_clause))})\b)(?:[^\W\d][\w'’-]*|{DATED}+|{COUNTED}+)"
        rf"(?:,(?={GAP}+(?:{steps})\b))?){{0,8}}{GAP}+({steps}){GAP}+\Z",
        re.IGNORECASE,
    )


def _word_between(listing: str) -> re.Pattern[str]:
    """Any of these words between two figures."""
    return re.compile(rf"{GAP}+(?:{words(phrases(listing))}){GAP}+") if listing else NEVER


def _dates(tongue: Tongue) -> DateWords:
    months, parts, ordinals = _numbered(tongue.months), _by_form(tongue.parts), _numbered(tongue.ordinals)
    month, ordinal = rf"(?i:{words(months)})(?!\w)[.]?", rf"(?i:{words(ordinals)})"
    of_years = rf"(?:(?i:{_any(tongue.of_years)}){GAP}+)?"
    return DateWords(
        months=months,
        patterns=tuple(
            re.compile(pattern)
            for pattern in (
                r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w|-\d)",
                rf"(?P<day>{_DAY})[./](?P<month>0?[1-9]|1[0-2])[./](?P<year>{_YEAR})",
                rf"(?P<day>{_DAY}){tongue.day_sign}(?:(?:{SPACE}?{DASH}{SPACE}?|{GAP}+(?:{_any(tongue.to)}){GAP}+)"
                rf"(?P<last_day>{_DAY}){tongue.day_sign})?{GAP}+(?P<month>{month})(?:{GAP}+{of_years}(?P<year>{_YEAR}))?",
                rf"(?P<month>{month}){GAP}+{of_years}(?P<year>{_YEAR})",
                rf"(?P<half>{ordinal}|[12][.]){GAP}+(?i:{_any(tongue.half)}){GAP}+{of_years}(?P<year>{_YEAR})",
                rf"(?P<quarter>{ordinal}|[1-4][.]){GAP}+(?i:{_any(tongue.quarter)}){GAP}+{of_years}(?P<year>{_YEAR})",
                r"(?P<year>(?:19|20)\d\d)[-–/](?P<last_year>\d\d)(?![\w%-]|[.,]\d)",
                rf"(?P<decade>{tongue.decade})",
                rf"(?P<year>{_YEAR})",
                rf"(?P<month>{month})",
            )
        ),
        parts=parts,
        part_before=re.compile(rf"(?<!\w)({words(parts)})(?:{GAP}+|-)\Z", re.IGNORECASE),
        part_here=re.compile(rf"({words(parts)})(?:{GAP}+|-)", re.IGNORECASE),
        year_before=looking_back(phrases(tongue.year_before)),
        month_before=looking_back(phrases(tongue.month_before)),
    )


def _no_noun(text: str, start: int, end: int, singular: bool) -> tuple[str, int]:
    """What is counted is not read: nouns of two languages cannot be told alike."""
    return "", end
