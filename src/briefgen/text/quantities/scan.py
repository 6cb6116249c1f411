"""One scan over a text, from figure to figure."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

from briefgen.text.quantities.changes import changes, with_changes
from briefgen.text.quantities.dates import Dated, read_date, span_of_dates
from briefgen.text.quantities.lexicon import Lexicon
from briefgen.text.quantities.measures import MEASURES
from briefgen.text.quantities.names import dotted_end, name_end, token_end
from briefgen.text.quantities.numbers import digits_at
from briefgen.text.quantities.patterns import key
from briefgen.text.quantities.quantity import Approximation, Quantity
from briefgen.text.quantities.values import (
    Value,
    changed_by,
    read_change,
    read_margin,
    read_measure,
    read_range,
    read_share,
    read_sides,
    read_value,
)

_WINDOW = 40
_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m(?!\w)\.?)?(?![\d:])")
_HOUR = re.compile(r"(1[0-2]|[1-9])(?:[.]([0-5]\d))?\s?([ap])\.?m(?!\w)\.?")
_IDIOM_BEFORE = re.compile(r"(?<!\w)(?:at|a|an|per|one|split|every|no|for|the)\s\Z", re.IGNORECASE)
_ORDINAL_IDIOM = re.compile(
    r",|\s+(?:of all|and foremost|hand|glance|thing|lady|name|party)\b", re.IGNORECASE
)
_FIGURE_OF_SPEECH = re.compile(r"\s+(?:another|thing|by one|of\b)|-(?:sided|way|off|time)\b", re.IGNORECASE)
_TURN_OF_PHRASE = re.compile(
    r"(?:(?:doubl|trebl|tripl|halv)\w+\s+(?:down|back|up|as|over)|twice\s+(?:over|removed))\b", re.IGNORECASE
)
_BARE_YEAR = re.compile(r"\d{4}(?:[-–/](?:\d{4}|\d\d))?")
_SURE_YEAR = (1900, 2099)


def scan(text: str, lexicon: Lexicon) -> list[Quantity]:
    """Every figure of the text, in order; none overlaps another."""
    found: list[Quantity] = []
    at = 0
    while (candidate := lexicon.candidate.search(text, at)) is not None:
        start = candidate.start()
        if text[start].isdecimal():
            end = name_end(text, start, lexicon)
        else:
            end = candidate.end() if candidate[0].startswith(("http", "www.")) else None
        quantity = _read(text, start, found[-1].end if found else 0, lexicon) if end is None else None
        if quantity:
            found.append(quantity)
            at = quantity.end
        else:
            at = end or _past(text, candidate)
    return with_changes(text, found, lexicon)


def _past(text: str, candidate: re.Match[str]) -> int:
    if text[candidate.start()].isdecimal():
        return dotted_end(text, candidate.start()) or token_end(text, candidate.start())
    return candidate.end()


def _read(text: str, start: int, floor: int, lexicon: Lexicon) -> Quantity | None:
    """The figure whose first digit or word is at `start`; nothing before `floor` belongs to it."""
    if text[start].isdecimal():
        clock = _read_clock(text, start)
        if clock:
            return clock
    begin = start - 1 if start and text[start - 1] in "QqH" else start
    dated = read_date(text, begin, lexicon)
    if dated and _is_date(text, dated, floor, lexicon):
        return _date_quantity(text, dated, floor, lexicon)
    if begin != start or (text[start].isdecimal() and _is_dotted(text, start, lexicon)):
        return None
    value = read_value(text, start, floor, lexicon)
    return _number_quantity(text, value, floor, lexicon) if value else None


def _is_dotted(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether the digits at `start` are a number of sections or a version, and not grouped by points."""
    end, digits = dotted_end(text, start), digits_at(text, start, lexicon)
    return end is not None and (digits is None or digits.end() < end)


def _read_clock(text: str, start: int) -> Quantity | None:
    found = _CLOCK.match(text, start) or _HOUR.match(text, start)
    if found is None:
        return None
    hours, minutes, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        hours = hours % 12 + (12 if half == "p" else 0)
    value = Fraction(60 * hours + minutes)
    return Quantity(
        start=start, end=found.end(), shown=found[0], low=value, high=value, kind="time", unit="minute"
    )


def _is_date(text: str, dated: Dated, floor: int, lexicon: Lexicon) -> bool:
    """Whether what looks like a date is one: "may" and "2000 men" look like dates too.

    A month alone needs a preposition or a part ("early") before it. Four digits alone need a preposition that
    goes with years, or a value that is a year of our time with nothing to be counted behind it; "the 2024
    treaty binds" counts nothing.
    """
    shown = text[dated.figure_start : dated.figure_end]
    before = max(floor, dated.figure_start - _WINDOW)
    if dated.start < dated.figure_start or dated.figure_end < dated.end:
        return True
    if not any(character.isdecimal() for character in shown):
        return bool(lexicon.dates.month_before.search(text, before, dated.start)) or bool(
            lexicon.ranges.joiner.match(text, dated.end)
            and read_date(text, _joined_end(text, dated, lexicon), lexicon)
        )
    if not _BARE_YEAR.fullmatch(shown):
        return True
    year = int(shown[:4])
    if len(shown) > len("2024"):
        return _SURE_YEAR[0] <= year <= _SURE_YEAR[1]
    value = read_value(text, dated.figure_start, floor, lexicon)
    if value is None or value.unit or value.number.scaled or value.end < dated.figure_start + 4:
        return False
    year = int(shown[:4])
    if lexicon.dates.year_before.search(text, before, dated.start):
        return year >= 1000
    opener = lexicon.ranges.opener.search(text, before, dated.start)
    ranged = read_range(text, value, bool(opener and opener[1]), lexicon)
    if ranged and _spans_years(ranged) and _SURE_YEAR[0] <= ranged.low and ranged.high <= _SURE_YEAR[1]:
        return True
    if ranged and not _spans_years(ranged) and lexicon.changes.reaching.match(text, dated.end):
        ranged = None
    end = ranged.end if ranged else dated.end
    noun, noun_end = lexicon.noun(text, dated.start, end, False)
    if (
        noun
        and len(text[end:noun_end].split()) > 1
        and lexicon.dates.determiner.search(text, before, dated.start)
    ):
        noun = ""
    if noun or (ranged and not _spans_years(ranged)):
        return False
    return _SURE_YEAR[0] <= year <= _SURE_YEAR[1] or ranged is not None


def _spans_years(ranged: Value) -> bool:
    """Whether both ends may be years, as in "1850–1900"."""
    plain = ranged.kind == "number" and not ranged.unit and ranged.number.bare
    return plain and ranged.low >= 1500 and ranged.high <= 2199


def _joined_end(text: str, dated: Dated, lexicon: Lexicon) -> int:
    joined = lexicon.ranges.joiner.match(text, dated.end)
    return joined.end() if joined else dated.end


def _date_quantity(text: str, dated: Dated, floor: int, lexicon: Lexicon) -> Quantity:
    start, end, low, high, kind = dated.start, dated.end, dated.low, dated.high, dated.kind
    opener = lexicon.ranges.opener.search(text, max(floor, start - _WINDOW), start)
    joined = lexicon.ranges.joiner.match(text, end)
    if joined is None and opener and opener[1]:
        joined = lexicon.ranges.and_joiner.match(text, end)
    following = _following_date(text, joined.end(), lexicon) if joined else None
    spanned = span_of_dates(dated, following) if following else None
    if following and spanned:
        low, high, kind = spanned
        end = following.end
        start = opener.start() if opener else start
    approximation, start = _before(text, start, floor, lexicon, lexicon.bending.dates_only)
    after = lexicon.bending.after_pattern.match(text, end)
    if after:
        end = after.end()
        if not approximation and not spanned:
            approximation = lexicon.bending.after[key(next(word for word in after.groups() if word))]
    return Quantity(
        start=start,
        end=end,
        shown=text[start:end],
        low=low,
        high=high,
        kind=kind,
        unit="year" if kind == "year" else "day",
        approximation=approximation,
        spanned=spanned is not None,
    )


def _following_date(text: str, at: int, lexicon: Lexicon) -> Dated | None:
    """The date that closes a span; "the end of" may stand before it."""
    part = lexicon.dates.part_here.match(text, at)
    return read_date(text, part.end() if part else at, lexicon)


def _before(
    text: str, start: int, floor: int, lexicon: Lexicon, meanings: frozenset[str] = frozenset()
) -> tuple[Approximation, int]:
    """The approximation that stands before `start`, and where it begins; of two, the outer one counts.

    `meanings` are words that bend dates only, such as "since".
    """
    approximation, at = Approximation.EXACT, start
    while (found := lexicon.bending.before_pattern.search(text, max(floor, at - _WINDOW), at)) is not None:
        group = 1 if found[1] else 2
        phrase = key(found[group])
        if phrase in lexicon.bending.dates_only and phrase not in meanings:
            break
        if phrase in lexicon.changes.reached and changes(text, found.start(group), lexicon):
            break
        approximation, at = lexicon.bending.before[phrase], found.start(group)
    return approximation, at


def _number_quantity(text: str, value: Value, floor: int, lexicon: Lexicon) -> Quantity | None:
    opener = lexicon.ranges.opener.search(text, max(floor, value.start - _WINDOW), value.start)
    change = read_change(text, value, lexicon) if opener and changes(text, opener.start(), lexicon) else None
    if change:
        return _start_of_change(text, *change, lexicon)
    size = changed_by(text, value, lexicon)
    ranged = None if size else read_range(text, value, bool(opener and opener[1]), lexicon)
    whole = (
        size
        or ranged
        or read_margin(text, value, lexicon)
        or read_share(text, value, lexicon)
        or (None if opener else read_sides(text, value, lexicon))
        or value
    )
    start = opener.start() if opener and ranged else whole.start
    approximation, start = _before(text, start, floor, lexicon)
    unit, noun_end = _counted(text, start, whole, lexicon)
    after, whole = _after(text, whole, lexicon)
    if whole.number.low != whole.number.high and not approximation:
        approximation = Approximation.VAGUE
    if after and not unit:
        unit, noun_end = _counted(text, start, whole, lexicon)
    if _is_figure_of_speech(text, whole, unit):
        return None
    bent_from = opener.start() if opener and ranged else value.start
    return Quantity(
        start=start,
        end=whole.end,
        shown=text[start : whole.end],
        low=whole.low,
        high=whole.high,
        kind=whole.kind,
        unit=unit,
        approximation=approximation or after,
        per=_rate(text, start, noun_end, whole, lexicon),
        repeated=_repeated(text, noun_end, lexicon),
        each=_each(text, noun_end, lexicon),
        in_words=whole.number.in_words,
        estimated=bool(lexicon.bending.estimate.fullmatch(text, start, bent_from)),
    )


def _start_of_change(text: str, first: Value, last: Value, lexicon: Lexicon) -> Quantity:
    """The first figure of "from 58 to 31 per cent", which is counted in what the second is counted in."""
    unit, noun_end = _counted(text, last.start, last, lexicon)
    return Quantity(
        start=first.start,
        end=first.end,
        shown=text[first.start : first.end],
        low=first.low,
        high=first.high,
        kind=first.kind,
        unit=first.unit or unit,
        per=_rate(text, first.start, noun_end, last, lexicon),
        in_words=first.number.in_words,
        side="from",
    )


def _after(text: str, value: Value, lexicon: Lexicon) -> tuple[Approximation, Value]:
    """The approximation behind a value ("or more"), and a unit that may stand behind that."""
    found = lexicon.bending.after_pattern.match(text, value.end)
    if found is None:
        return Approximation.EXACT, value
    approximation = lexicon.bending.after[key(next(word for word in found.groups() if word))]
    value = replace(value, end=found.end())
    measured = None if value.unit else read_measure(text, value.end, value.number, lexicon)
    if measured and value.kind == "number":
        unit, end = measured
        value = replace(value, unit=unit, kind=MEASURES[unit].kind, end=end)
    return approximation, value


def _counted(text: str, start: int, value: Value, lexicon: Lexicon) -> tuple[str, int]:
    if value.kind != "number" or value.unit:
        return value.unit, value.end
    singular = value.low == value.high == 1 or text[value.end : value.end + 1] in ("-", "‐", "‑")
    return lexicon.noun(text, start, value.end, singular)


def _rate(text: str, start: int, end: int, value: Value, lexicon: Lexicon) -> str:
    """The other half of a rate, behind the figure or before it: "a month", "monthly pay of"."""
    if value.kind in ("ordinal", "fraction", "score"):
        return ""
    found = lexicon.rates.after.match(text, end) or lexicon.rates.before.search(
        text, max(0, start - _WINDOW), start
    )
    return lexicon.rates.units[key(next(word for word in found.groups() if word))] if found else ""


def _repeated(text: str, end: int, lexicon: Lexicon) -> str:
    """How often in a time a figure comes, where the words behind it say so."""
    found = lexicon.rates.often.match(text, end)
    if found is None:
        return ""
    time, times = lexicon.rates.units[key(found[2])], lexicon.rates.times[key(found[1])]
    return f"{time}, {times}" if times else time


def _each(text: str, end: int, lexicon: Lexicon) -> str:
    """The measure that a figure is given for."""
    found = lexicon.rates.each.match(text, end)
    return lexicon.rates.measures[" ".join((found[1] or found[2]).split())] if found else ""


def _is_figure_of_speech(text: str, value: Value, unit: str) -> bool:
    """ "for one", "at first", "one another": words of number that count and order nothing."""
    number = value.number
    if not number.in_words:
        return False
    idiom = _IDIOM_BEFORE.search(text, max(0, number.start - 8), number.start)
    if value.kind == "ordinal":
        named = idiom is not None and idiom[0].strip().lower() != "the"
        return named or bool(_ORDINAL_IDIOM.match(text, number.end))
    if value.kind in ("multiple", "fraction") and _TURN_OF_PHRASE.match(text, number.start):
        return True
    if value.kind == "number" and value.low == value.high == 1:
        refers = idiom is not None and idiom[0].strip().lower() in ("no", "for", "the", "at", "every")
        return not unit or refers or bool(_FIGURE_OF_SPEECH.match(text, number.end))
    return False
