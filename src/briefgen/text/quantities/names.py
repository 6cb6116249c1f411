"""Digits that are no figures: parts of names, numbers of lists, notes, sections and versions."""

from __future__ import annotations

import re

from briefgen.text.quantities.currencies import CURRENCY_BEFORE
from briefgen.text.quantities.lexicon import Lexicon
from briefgen.text.quantities.numbers import digits_at, is_measured

_WINDOW = 32
_TOKEN = re.compile(r"\w+(?:[-‐‑–/.:]?\w+)*")
_LETTER_BEFORE = re.compile(r"(?:[^\W\d]|[^\W\d][-‐‑–/.])\Z")
_PREFIX = re.compile(
    r"(?<!\w)(?:mid|early|late|pre|post|non|sub|under|over|inter|nearly|almost|to|or)[-‐‑–]\Z", re.I
)
_ABBREVIATED = re.compile(r"(?<!\w)(?:c|ca|approx)\.\Z", re.I)
_QUARTER = re.compile(r"(?<!\w)(?:[QqH]|FY)\Z")
_LIST_NUMBER = re.compile(r"\d{1,3}[.)](?=\s)")
_NOTE_NUMBER = re.compile(r"\d{1,3}(?:\s*[,–-]\s*\d{1,3})*\]")
_ENUMERATOR = re.compile(r"\d{1,2}\)")
_TELEPHONE = re.compile(r"\d{1,3}(?:[ -]\(?\d{1,5}\)?){2,}")
_MANY_DOTS = re.compile(r"\d+(?:[.:]\d+){2,}")
_COORDINATE = re.compile(
    r"\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?[′'’]\s?(?:\d{1,2}(?:\.\d+)?\s?[″\"”]\s?)?)?"
    r"(?:[NSEW]|north|south|east|west)(?!\w)"
)
_ADDRESS = re.compile(
    r"\d{1,4}[a-z]?\s(?:[A-Z]\w+\s){1,3}(?:Street|St|Avenue|Ave|Road|Rd|Square|Lane|Boulevard|Quay)(?!\w)"
)
_ACRONYM = re.compile(r"(?<![\w-])(?!(?:EU|UN|UK|US|USA|UAE|DRC|NATO)\s)[A-Z]{3,6}\s\Z")
"""Capitals before a number that is a name; in countries and their unions things are counted."""
_LINE_START = re.compile(r"(?:\A|\n)[ \t>*•-]*\Z")


def name_end(text: str, start: int, lexicon: Lexicon) -> int | None:
    """Where the name, list number or the like that holds the digits at `start` ends; None for a figure."""
    before = text[max(0, start - _WINDOW) : start]
    last = before[-1:]
    if last == "[":
        return _end_of(_NOTE_NUMBER.match(text, start))
    if last == "(":
        return _end_of(_ENUMERATOR.match(text, start))
    if last == "+" and _TELEPHONE.match(text, start):
        return _end_of(_TELEPHONE.match(text, start))
    if last and last in "#§№@\\_^":
        return token_end(text, start)
    label = lexicon.label.search(before)
    if label and (not last.isspace() or not _is_figure(text, start, lexicon)):
        return token_end(text, start)
    if last and not last.isspace():
        return _designation_end(text, start, before)
    placed = _COORDINATE.match(text, start) or _ADDRESS.match(text, start)
    if placed:
        return placed.end()
    if _ACRONYM.search(before) and _counts_nothing(text, start, before, lexicon):
        return token_end(text, start)
    listed = _LIST_NUMBER.match(text, start)
    if listed and _LINE_START.search(before):
        return listed.end()
    return None


def dotted_end(text: str, start: int) -> int | None:
    """Where a number of sections or versions such as 3.2.1 ends."""
    return _end_of(_MANY_DOTS.match(text, start))


def _designation_end(text: str, start: int, before: str) -> int | None:
    """M-1989, F-16, Hwasong-17, G7, 2S7: letters before the digits make a name."""
    if not _LETTER_BEFORE.search(before):
        return None
    figure = _PREFIX.search(before) or _ABBREVIATED.search(before) or _QUARTER.search(before)
    if figure or CURRENCY_BEFORE.search(before) or (not before[-1].isascii() and before[-1].isalpha()):
        return None
    return token_end(text, start)


def _is_figure(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a unit or magnitude behind the digits shows a figure, whatever stands before them."""
    digits = digits_at(text, start, lexicon)
    if digits is None:
        return False
    if digits[0].isdecimal() and len(digits[0].lstrip("0")) < len(digits[0]) > 1:
        return False
    return "," in digits[0] or is_measured(text, digits.end(), lexicon)


def _counts_nothing(text: str, start: int, before: str, lexicon: Lexicon) -> bool:
    """Whether bare digits behind capitals are a name, as in IMO 9829899: no sum, measure, year or count."""
    digits = digits_at(text, start, lexicon)
    if digits is None or not digits[0].isdecimal() or CURRENCY_BEFORE.search(before):
        return False
    year = len(digits[0]) == 4 and digits[0][:2] in ("19", "20")
    if year or is_measured(text, digits.end(), lexicon):
        return False
    return not lexicon.noun(text, start, digits.end(), False)[0]


def token_end(text: str, start: int) -> int:
    """Where the run of letters and digits at `start` ends, hyphens and dots within it included."""
    token = _TOKEN.match(text, start)
    return token.end() if token else start + 1


def _end_of(found: re.Match[str] | None) -> int | None:
    return found.end() if found else None
