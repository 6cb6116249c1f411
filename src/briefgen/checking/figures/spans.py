"""Dates and spans of time against one another."""

from __future__ import annotations

from fractions import Fraction

from briefgen.checking.figures.standing import WEAKER, Doubt, Match, Standing
from briefgen.text.quantities import Approximation, Quantity
from briefgen.text.quantities.dates import days_in_leap_year

Ends = tuple[Fraction, Fraction]

_YEAR, _MONTH = 366, 31
_LEAST = 27
"""The days from the first to the last of the shortest month."""


def compare_spans(figure: Quantity, other: Quantity, ends: Ends, others: Ends) -> Match:
    """Dates: a statement may say less precisely when, never more precisely."""
    if ends == others:
        return _approximated_date(figure, other, Standing.SAME)
    if ends[0] <= others[0] and others[1] <= ends[1] and _same_ends(figure, other, ends, others):
        return _approximated_date(figure, other, Standing.WITHIN)
    if _is_an_end(figure, other, ends, others):
        return Match(standing=Standing.WITHIN)
    inside = others[0] <= ends[0] and ends[1] <= others[1]
    because = "the passage is less precise" if inside else ""
    distance = float(abs(ends[0] - others[0]) + abs(ends[1] - others[1])) / 36_500
    return Match(standing=Standing.DIFFERS, distance=distance, because=because)


def _is_an_end(figure: Quantity, other: Quantity, ends: Ends, others: Ends) -> bool:
    """Whether a time is that in which the passage's time begins or ends, said less precisely: "late 2023" for
    "March 2021 to November 2023".
    """
    if figure.spanned or not other.spanned or (other.kind == "year" and figure.kind != "year"):
        return False
    vague = _LEAST <= ends[1] - ends[0] < others[1] - others[0]
    return vague and any(ends[0] <= end <= ends[1] for end in others)


def _same_ends(figure: Quantity, other: Quantity, ends: Ends, others: Ends) -> bool:
    """Whether a time with two ends has those of the passage: "2021 to 2028" is not less precise than
    "2021 to 2027", but another time, and more than "in 2021".
    """
    if not figure.spanned:
        return True
    slack = _YEAR if figure.kind == "year" else _MONTH
    near = others[0] - ends[0] < slack and ends[1] - others[1] < slack
    return near and (other.spanned or others[1] - others[0] >= slack)


def _approximated_date(figure: Quantity, other: Quantity, standing: Standing) -> Match:
    """ "by 2024" is not "in 2024"; but what began in 2014 has lasted since 2014."""
    said, meant = other.approximation, figure.approximation
    firmer = said not in (Approximation.EXACT, meant) and (said, meant) not in WEAKER
    return Match(standing=standing, doubts=(Doubt.FIRMER,) if firmer else ())


def compare_yearless(figure: Quantity, other: Quantity) -> Match:
    """A date with its year against one without."""
    dated, yearless = (figure, other) if other.kind == "day" else (other, figure)
    if dated.kind == "year":
        return Match(standing=Standing.UNLIKE)
    low, high = days_in_leap_year(dated.low), days_in_leap_year(dated.high)
    ends, others = (low, high), (yearless.low, yearless.high)
    if dated is other:
        ends, others = others, ends
    found = compare_spans(figure, other, ends, others)
    added = (Doubt.YEAR_ADDED,) if dated is figure and found.standing.holds else ()
    return Match(
        standing=found.standing,
        doubts=(*found.doubts, *added),
        distance=found.distance,
        because=found.because,
    )
