"""French, German, Spanish and their like: decimals behind a comma, and much the same words around figures.

What such languages share is written here once; a `Tongue` holds the words of one of them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from fractions import Fraction

from briefgen.text.quantities.lexicon import (
    COUNTED,
    DASH,
    DATED,
    EVERYWHERE,
    GAP,
    SPACE,
    Lexicon,
    Vague,
    candidates,
    looking_back,
    phrases,
    words,
)
from briefgen.text.quantities.quantity import Approximation, Kind, Step
from briefgen.values import dataclass

_NEVER = re.compile(r"(?!)(x)(x)")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Tongue:
    """The words of one language, phrases parted by bars; of a verb of change, its beginning is enough."""

    dots_group: bool
    """Whether "12.000" is twelve thousand; else a point before three digits is decimal."""
    commas_group: bool
    """Whether "12,000" is twelve thousand as well, as some countries of a language have it."""
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
    scales = {form: value for value, forms in tongue.scales.items() for form in phrases(forms)}
    measures = {form: symbol for symbol, forms in tongue.measures.items() for form in phrases(forms)}
    before = {phrase: bent for bent, listing in tongue.before.items() for phrase in phrases(listing)}
    after = {phrase: bent for bent, listing in tongue.after.items() for phrase in phrases(listing)}
    months = {form: number for number, forms in enumerate(tongue.months, start=1) for form in phrases(forms)}
    parts = {form: part for part, forms in tongue.parts.items() for form in phrases(forms)}
    rates = {form: unit for unit, forms in tongue.rates.items() for form in phrases(forms)}
    rises, falls = words(phrases(tongue.rises)), words(phrases(tongue.falls))
    of_years = rf"(?:(?i:{words(phrases(tongue.of_years))}){GAP}+)?"
    from_, to, per = (words(phrases(listing)) for listing in (tongue.from_, tongue.to, tongue.per))
    month = rf"(?i:{words(months)})(?!\w)[.]?"
    shares = {form: Fraction(share) for share, forms in tongue.shares.items() for form in phrases(forms)}
    turns = {form: _turn(Fraction(by)) for by, forms in tongue.turns.items() for form in phrases(forms)}
    ordinals = {form: at for at, forms in enumerate(tongue.ordinals, start=1) for form in phrases(forms)}
    periods = phrases(f"{tongue.half}|{tongue.quarter}")
    vague = {key: Vague(low=Fraction(low), high=Fraction(high)) for key, (low, high) in tongue.vague.items()}
    groups = r"[. \u00a0\u2009\u202f'’]" if tongue.dots_group else r"[ \u00a0\u2009\u202f'’]"
    single = r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)" if not tongue.dots_group else ""
    commas = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|" if tongue.commas_group else ""
    return Lexicon(
        candidate=candidates(
            [
                *shares,
                *turns,
                *(word for word in vague if " " not in word),
                *months,
                *(f"{ordinal} {period}" for ordinal in ordinals for period in periods),
            ]
        ),
        digits=re.compile(rf"{commas}\d{{1,3}}(?:{groups}\d{{3}})+(?!\d)(?:,\d+)?{single}|\d+(?:[.,]\d+)?"),
        decimal_comma=not tongue.commas_group,
        dots_group=tongue.dots_group,
        word=re.compile(rf"(?i:{words(form for form in shares if ' ' in form)})(?!\w)|[^\W\d_]+"),
        cardinals={},
        scales=scales,
        scale=re.compile(rf"{GAP}*(?i:({words(scales)}))(?!\w)"),
        sums="",
        vague=vague,
        fractions=shares,
        shares=frozenset(shares),
        and_a_half=_NEVER,
        turns=turns,
        ordinals=ordinals,
        ordinal_suffix=re.compile(r"(?:er|re|ère|e|ème|nde?)(?!\w)"),
        measures=EVERYWHERE | measures,
        measure=re.compile(
            rf"{GAP}*(?:{tongue.of_measures})?((?:{words(EVERYWHERE)})|(?i:{words(measures)}))(?![\w])"
        ),
        before=before | _SIGN_MEANINGS,
        before_pattern=re.compile(
            rf"(?:(?<!\w)({words(before)})(?:{GAP}+|(?<=['’]))|([{_SIGNS}]){GAP}?)\Z", re.IGNORECASE
        ),
        estimate=_NEVER,
        after=after | {"+": Approximation.AT_LEAST},
        after_pattern=re.compile(rf"(?:([+])(?!\d)|{GAP}+({words(after)})(?!\w))", re.IGNORECASE),
        opener=re.compile(rf"(?<!\w)(?:({words(phrases(tongue.between))})|{from_}){GAP}+\Z", re.IGNORECASE),
        change_before=re.compile(
            rf"(?<!\w)(?:{rises}|{falls})\w*(?:{GAP}+(?!(?:{from_}|{to})\b)\w+){{0,3}}{GAP}+\Z", re.IGNORECASE
        ),
        change_by=_word_before(tongue.by),
        reaching=_word_between(tongue.reaching),
        trend_before=_NEVER,
        trend_after=_behind(tongue),
        led_to=_led_to(tongue),
        steps=tongue.steps,
        set_against=_NEVER,
        went_to=_NEVER,
        came_from=_NEVER,
        reached=frozenset(before) & frozenset(tongue.steps),
        joiner=re.compile(rf"(?:{SPACE}?{DASH}{SPACE}?|{GAP}+(?:{to}){GAP}+)"),
        and_joiner=re.compile(rf"{GAP}+{tongue.and_}{GAP}+"),
        label=looking_back(phrases(tongue.labels)),
        months=months,
        dates=tuple(
            re.compile(pattern)
            for pattern in (
                r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)(?!\w|-\d)",
                rf"(?P<day>{_DAY})[./](?P<month>0?[1-9]|1[0-2])[./](?P<year>{_YEAR})",
                rf"(?P<day>{_DAY}){tongue.day_sign}(?:(?:{SPACE}?{DASH}{SPACE}?|{GAP}+(?:{to}){GAP}+)"
                rf"(?P<last_day>{_DAY}){tongue.day_sign})?{GAP}+(?P<month>{month})(?:{GAP}+{of_years}(?P<year>{_YEAR}))?",
                rf"(?P<month>{month}){GAP}+{of_years}(?P<year>{_YEAR})",
                rf"(?P<half>(?i:{words(ordinals)})|[12][.]){GAP}+(?i:{words(phrases(tongue.half))})"
                rf"{GAP}+{of_years}(?P<year>{_YEAR})",
                rf"(?P<quarter>(?i:{words(ordinals)})|[1-4][.]){GAP}+(?i:{words(phrases(tongue.quarter))})"
                rf"{GAP}+{of_years}(?P<year>{_YEAR})",
                r"(?P<year>(?:19|20)\d\d)[-–/](?P<last_year>\d\d)(?![\w%-]|[.,]\d)",
                rf"(?P<decade>{tongue.decade})",
                rf"(?P<year>{_YEAR})",
                rf"(?P<month>{month})",
            )
        ),
        date_part=re.compile(rf"(?<!\w)({words(parts)})(?:{GAP}+|-)\Z", re.IGNORECASE),
        part_after=_NEVER,
        date_part_here=re.compile(rf"({words(parts)})(?:{GAP}+|-)", re.IGNORECASE),
        parts=parts,
        year_before=looking_back(phrases(tongue.year_before)),
        determiner=_NEVER,
        month_before=looking_back(phrases(tongue.month_before)),
        before_dates=frozenset(phrases(tongue.before_dates)),
        rate=re.compile(
            rf"{GAP}*/{GAP}*({words(rates)})(?!\w)"
            rf"|(?:{GAP}+[^\W\d_]+)?{GAP}+(?:{per}){GAP}+({words(rates)})(?!\w)",
            re.IGNORECASE,
        ),
        each=_NEVER,
        eaches={},
        often=_NEVER,
        times={},
        rate_before=_NEVER,
        rates=rates,
        noun=_no_noun,
    )


def _turn(by: Fraction) -> tuple[Kind, Fraction]:
    return ("fraction" if by < 1 else "multiple"), by


def _word_before(listing: str) -> re.Pattern[str]:
    """Any of these words before a figure, with one that bends it between them."""
    if not listing:
        return _NEVER
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
    return re.compile(rf"{GAP}+(?:{words(phrases(listing))}){GAP}+") if listing else _NEVER


def _no_noun(text: str, start: int, end: int, singular: bool) -> tuple[str, int]:
    """What is counted is not read: nouns of two languages cannot be told alike."""
    return "", end
