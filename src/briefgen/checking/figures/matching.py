"""One figure against another: the same, a rounding of it, within its bound, or something else.

Nothing here knows where the figures stand.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from briefgen.checking.figures.nouns import Likeness, likeness
from briefgen.checking.figures.spans import Ends, compare_spans, compare_yearless
from briefgen.checking.figures.standing import WEAKER, Doubt, Match, Standing
from briefgen.text.quantities import Approximation, Quantity
from briefgen.text.quantities.dates import days_of_years
from briefgen.text.quantities.english_measures import MEASURE_WORDS
from briefgen.text.quantities.measures import MEASURES, in_base
from briefgen.text.quantities.rounding import CLOSE, is_rounding

_A = Approximation
_BOUND = Fraction(3, 2)
"""A bound ("over 200") bears out values up to half as large again; farther off, it says too little."""


_LOOSELY = {"point": "pp"}
"""Nouns that stand for a measure now and then: "a margin of 1.8 points"."""

_VAGUER = {("°", "°C"), ("°", "°F"), ("nm", "nmi")}
"""Measures that may mean the other: degrees of either scale, "nm" for nautical miles at sea."""


def compare(figure: Quantity, other: Quantity) -> Match:
    """How a passage's figure `other` bears out a statement's `figure`."""
    theirs, ours = _as_measured(other, figure), _as_measured(figure, other)
    found = _compared(ours, theirs)
    doubts = [Doubt.NOUN_UNSURE] if theirs is not other else []
    if _are_opposed(figure, other):
        doubts.append(Doubt.OTHER_WAY)
    elif _trades_places(figure, other):
        doubts.append(Doubt.OTHER_STEP)
    if not found.standing.holds or not doubts:
        return found
    return replace(found, doubts=(*found.doubts, *doubts))


def _are_opposed(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures go opposite ways.

    What fell to 5 may have risen from there since. What grows by 5 per cent may do so more slowly than
    before: a share that is the size of a change and one that a change comes to are not opposed.
    """
    if not (figure.trend and other.trend) or figure.trend == other.trend:
        return False
    steps = {figure.step, other.step}
    if "percentage" in (figure.kind, other.kind):
        return (figure.step in _LEVELS) == (other.step in _LEVELS) and steps != set(_LEVELS)
    return steps != set(_LEVELS)


_LEVELS = ("start", "end")


def _trades_places(figure: Quantity, other: Quantity) -> bool:
    """Whether what a change comes to here is what it begins with there, or its size."""
    if not (figure.step and other.step) or figure.step == other.step or figure.trend != other.trend:
        return False
    return "percentage" not in (figure.kind, other.kind) or "size" not in (figure.step, other.step)


def _as_measured(figure: Quantity, other: Quantity) -> Quantity:
    """A figure that names its measure loosely, in that of the other: points, playing hours, degrees."""
    measure = _LOOSELY.get(figure.unit) or MEASURE_WORDS.get(figure.unit)
    counted = figure.kind == "number" and other.kind != "number" and measure == other.unit
    vague = (figure.unit, other.unit) in _VAGUER
    return replace(figure, kind=other.kind, unit=other.unit) if counted or vague else figure


def _compared(figure: Quantity, other: Quantity) -> Match:
    scale, low, high = _on_scale(figure)
    other_scale, other_low, other_high = _on_scale(other)
    if _names_same_year(figure, other):
        return _approximated(figure, other, ())
    if {scale, other_scale} == {"days", "leap-year days"}:
        return compare_yearless(figure, other)
    if scale != other_scale:
        return _compare_unlike(figure, other)
    if _rates_part(figure, other):
        same = (low, high) == (other_low, other_high)
        standing = Standing.UNIT_DIFFERS if same else Standing.DIFFERS
        return Match(standing=standing, distance=_distance(low, high, other_low, other_high))
    noun = _noun_doubts(figure, other)
    if scale in ("days", "leap-year days"):
        return compare_spans(figure, other, (low, high), (other_low, other_high))
    converted = (Doubt.CONVERTED,) if figure.unit != other.unit and figure.kind != "number" else ()
    if (low, high) == (other_low, other_high):
        return _approximated(figure, other, (*noun, *converted))
    if converted and (figure.low, figure.high) == (other.low, other.high):
        return Match(standing=Standing.UNIT_DIFFERS)
    found = _compare_values(figure, other, (low, high), (other_low, other_high))
    doubts = (*found.doubts, *noun) if found.standing.holds else ()
    return Match(
        standing=found.standing,
        doubts=doubts,
        distance=_distance(low, high, other_low, other_high) + (0.01 if Doubt.NOUN_DIFFERS in noun else 0.0),
        because=found.because,
    )


def _rates_part(figure: Quantity, other: Quantity) -> bool:
    """Whether two figures are so much a time, or so much a kilogram, and not of the same."""
    times = {one.per or one.repeated for one in (figure, other)}
    measures = {one.each for one in (figure, other)}
    return any(len(rates - {""}) > 1 for rates in (times, measures))


def _on_scale(figure: Quantity) -> tuple[str, Fraction, Fraction]:
    """The figure's ends on a scale that figures of one dimension share."""
    match figure.kind:
        case "year":
            return "days", *days_of_years(figure.low, figure.high)
        case "date":
            return "days", figure.low, figure.high
        case "day":
            return "leap-year days", figure.low, figure.high
        case "percentage":
            size = MEASURES[figure.unit].size or Fraction(1)
            return "share", figure.low * size / 100, figure.high * size / 100
        case "fraction":
            return "share", figure.low, figure.high
        case "number" | "ordinal" | "score" | "time":
            return figure.kind, figure.low, figure.high
        case _:
            scale, low = in_base(figure.low, figure.unit)
            return scale, low, in_base(figure.high, figure.unit)[1]


def _names_same_year(figure: Quantity, other: Quantity) -> bool:
    """ "2024" may be read as a year here and as a bare number there."""
    kinds = {figure.kind, other.kind}
    plain = next((one for one in (figure, other) if one.kind == "number"), None)
    return (
        kinds == {"year", "number"}
        and plain is not None
        and not plain.unit
        and "," not in plain.shown
        and (figure.low, figure.high) == (other.low, other.high)
    )


def _compare_unlike(figure: Quantity, other: Quantity) -> Match:
    """The same number of something else is worth naming, anything else is not to be compared."""
    dated = {"date", "day", "year", "time", "score", "ordinal", "multiple"}
    if figure.kind in dated or other.kind in dated or (figure.low, figure.high) != (other.low, other.high):
        return Match(standing=Standing.UNLIKE)
    return Match(standing=Standing.UNIT_DIFFERS)


def _noun_doubts(figure: Quantity, other: Quantity) -> tuple[Doubt, ...]:
    if figure.kind != "number" or other.kind != "number":
        return ()
    match likeness(figure.unit, other.unit):
        case Likeness.SAME:
            return ()
        case Likeness.UNSURE:
            return (Doubt.NOUN_UNSURE,)
        case Likeness.OTHER:
            return (Doubt.NOUN_DIFFERS,)


def _approximated(figure: Quantity, other: Quantity, doubts: tuple[Doubt, ...]) -> Match:
    """Equal values: the words around them may make the statement firmer than the passage."""
    said, meant = other.approximation, figure.approximation
    if said is meant or (said, meant) in WEAKER:
        return Match(standing=Standing.SAME, doubts=doubts)
    return Match(standing=Standing.SAME, doubts=(*doubts, Doubt.FIRMER))


def _compare_values(figure: Quantity, other: Quantity, ends: Ends, others: Ends) -> Match:
    low, high = ends
    other_low, other_high = others
    if _A.VAGUE in (figure.approximation, other.approximation):
        return _compare_vague(figure, ends, others)
    if low != high or (other_low != other_high and figure.kind != "score"):
        return _compare_ranges(figure, ends, others)
    if figure.kind == "score":
        return Match(standing=Standing.DIFFERS)
    return _compare_points(figure, other, low, other_low)


def _compare_vague(figure: Quantity, ends: Ends, others: Ends) -> Match:
    if figure.approximation is _A.VAGUE and ends[0] <= others[0] and others[1] <= ends[1]:
        return Match(standing=Standing.WITHIN)
    because = "" if figure.approximation is _A.VAGUE else "the passage is less precise"
    return Match(standing=Standing.DIFFERS, because=because)


def _compare_ranges(figure: Quantity, ends: Ends, others: Ends) -> Match:
    (low, high), (other_low, other_high) = ends, others
    if low == high and other_low <= low <= other_high:
        bound = figure.approximation
        if low == {"from": other_low, "to": other_high}.get(figure.side):
            return Match(standing=Standing.WITHIN)
        if (bound is _A.AT_MOST and low == other_high) or (
            bound in (_A.AT_LEAST, _A.OVER) and low == other_low
        ):
            return Match(standing=Standing.WITHIN)
        return Match(standing=Standing.DIFFERS, because="the passage gives a range")
    if low == high:
        if _bounds(figure.approximation, low, other_low, other_high):
            return Match(standing=Standing.WITHIN)
        return Match(standing=Standing.DIFFERS)
    if is_rounding(low, other_low) and is_rounding(high, other_high) and other_low != other_high:
        doubts = (Doubt.ROUNDED_SILENTLY,) if _is_firm(figure) else ()
        return Match(standing=Standing.ROUNDED, doubts=doubts)
    because = "the passage gives one figure" if other_low == other_high else ""
    return Match(standing=Standing.DIFFERS, because=because)


def _compare_points(figure: Quantity, other: Quantity, value: Fraction, said: Fraction) -> Match:
    directed = other.approximation not in (_A.EXACT, _A.ABOUT)
    if figure.approximation in (_A.EXACT, _A.ABOUT):
        another_estimate = figure.estimated and other.estimated
        if directed or another_estimate or not is_rounding(*_in_unit_of(figure, value, said)):
            return Match(standing=Standing.DIFFERS)
        silent = _is_firm(figure) and not _is_odd_share(figure, said)
        return Match(standing=Standing.ROUNDED, doubts=(Doubt.ROUNDED_SILENTLY,) if silent else ())
    upward = figure.approximation in (_A.OVER, _A.AT_LEAST)
    fitting = (_A.OVER, _A.AT_LEAST) if upward else (_A.UNDER, _A.AT_MOST, _A.NEARLY)
    if directed and other.approximation not in fitting:
        return Match(standing=Standing.DIFFERS)
    held = _bounds(figure.approximation, value, said, said)
    return Match(standing=Standing.WITHIN if held else Standing.DIFFERS)


def _is_firm(figure: Quantity) -> bool:
    """Whether the words around a figure leave no room for a rounding: "about" does, an estimate does not."""
    return figure.approximation is not _A.ABOUT or figure.estimated


def _is_odd_share(figure: Quantity, said: Fraction) -> bool:
    """Whether a share has no whole per cent, as thirds have none, and `said` is one of the nearest two."""
    odd = figure.kind == "fraction" and 100 % figure.low.denominator != 0
    return odd and abs(figure.low - said) < Fraction(1, 100)


def _bounds(approximation: Approximation, bound: Fraction, low: Fraction, high: Fraction) -> bool:
    """Whether "over 200" and the like hold of a value without being far off."""
    if bound <= 0:
        return False
    if approximation in (_A.OVER, _A.AT_LEAST):
        return bound <= low and high <= bound * _BOUND
    if approximation in (_A.UNDER, _A.AT_MOST):
        return bound / _BOUND <= low and high <= bound
    return approximation is _A.NEARLY and bound * (1 - CLOSE) <= low and high <= bound


def _in_unit_of(figure: Quantity, value: Fraction, said: Fraction) -> Ends:
    """Both values in the unit that the statement writes, where its digits tell how far it rounds."""
    shown = figure.low
    return shown, said * shown / value if value else said


def _distance(low: Fraction, high: Fraction, other_low: Fraction, other_high: Fraction) -> float:
    apart = abs(low - other_low) + abs(high - other_high)
    size = abs(low) + abs(high) + abs(other_low) + abs(other_high)
    return float(apart / size) if size else 0.0
