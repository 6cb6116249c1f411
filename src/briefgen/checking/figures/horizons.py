"""How far ahead a judgement looks, "within 12 months" or "by 2026", which no passage need hold."""

from __future__ import annotations

import re
from datetime import date

from briefgen.text.quantities import Approximation, Quantity
from briefgen.text.quantities.dates import days_of_years
from briefgen.text.quantities.patterns import GAP
from briefgen.values import dataclass

_WINDOW = 40
_AHEAD = (Approximation.AT_MOST, Approximation.UNDER, Approximation.OVER)
"""What "by", "until", "before" and "after" make of a date."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    """One language: what makes a duration a horizon, before it or behind it, and a date that is not bent."""

    before_duration: re.Pattern[str]
    after_duration: re.Pattern[str]
    before_date: re.Pattern[str]


def _words(before_duration: str, before_date: str, after_duration: str = r"(?!)") -> _Words:
    return _Words(
        before_duration=re.compile(rf"(?<!\w)(?:{before_duration}){GAP}+\Z", re.IGNORECASE),
        after_duration=re.compile(rf"{GAP}*(?:{after_duration})(?!\w)", re.IGNORECASE),
        before_date=re.compile(rf"(?:{before_date})\Z", re.IGNORECASE),
    )


_ENGLISH = _words(
    rf"within(?:{GAP}+(?:the|a{GAP}+(?:period|space){GAP}+of))?|next|coming",
    rf"(?<!\w)(?:through|throughout|during|in|within|beyond|at){GAP}+(?:the{GAP}+)?"
    rf"(?:(?:year|spring|summer|autumn|winter){GAP}+(?:of{GAP}+)?)?",
    "from now|hence|to come|ahead",
)
_LANGUAGES = {
    "de": _words(
        rf"innerhalb(?:{GAP}+(?:von|der))?|binnen|(?:nächst|kommend)\w+",
        rf"(?<!\w)(?:in|im|während){GAP}+(?:(?:jahre?s?|frühjahr|sommer|herbst|winter){GAP}+)?",
    ),
    "fr": _words(
        rf"d['’]ici(?:{GAP}+à)?|sous|en{GAP}+moins{GAP}+de|prochaine?s",
        rf"(?<!\w)(?:en|à|au|courant|durant){GAP}+(?:la{GAP}+)?",
        "prochaine?s|à venir",
    ),
    "ru": _words(rf"в{GAP}+течение|(?:ближайш|следующ)\w+", rf"(?<!\w)(?:в|во|к){GAP}+(?:конц[уе]{GAP}+)?"),
    "ko": _words("향후|앞으로|다음", "", "이?내에?|안에|후에?"),
}


def is_horizon(figure: Quantity, text: str, language: str, today: date) -> bool:
    """Whether a figure of a judgement made `today` says only how far ahead it looks."""
    words = _LANGUAGES.get(language, _ENGLISH)
    before = text[max(0, figure.start - _WINDOW) : figure.start]
    match figure.kind:
        case "duration":
            return bool(words.before_duration.search(before) or words.after_duration.match(text, figure.end))
        case "year" | "date":
            ends = (figure.low, figure.high)
            first, last = days_of_years(*ends) if figure.kind == "year" else ends
            if figure.spanned:
                return first > today.toordinal()
            pointed = figure.approximation in _AHEAD or bool(words.before_date.search(before))
            return pointed and last > today.toordinal()
        case "day":
            return figure.approximation in (Approximation.AT_MOST, Approximation.UNDER)
        case _:
            return False
