"""Digits that are no figures: parts of names, numbers of lists, notes, sections and versions."""

from __future__ import annotations

import re

from briefgen.text.quantities.lexicon import CURRENCY_BEFORE, Lexicon

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
_LINE_START = re.compile(r"(?:\A|\n)[ \t>*•-]*\Z")
_PROPER = re.compile(r"\d{1,4}(?![\w%]|[.,]\d)")


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
        return _token_end(text, start)
    label = lexicon.label.search(before)
    if label and (not last.isspace() or not _is_measured(text, start, lexicon)):
        return _token_end(text, start)
    if last and not last.isspace():
        return _designation_end(text, start, before)
    listed = _LIST_NUMBER.match(text, start)
    if listed and _LINE_START.search(before):
        return listed.end()
    return None


def dotted_end(text: str, start: int) -> int | None:
    """Where a number of sections or versions such as 3.2.1 ends."""
    return _end_of(_MANY_DOTS.match(text, start))


def token_end(text: str, start: int) -> int:
    """Where the run of letters and digits at `start` ends, hyphens and dots within it included."""
    return _token_end(text, start)


def _designation_end(text: str, start: int, before: str) -> int | None:
    """M-1989, F-16, Hwasong-17, G7, 2S7: letters before the digits make a name."""
    if not _LETTER_BEFORE.search(before):
        return None
    figure = _PREFIX.search(before) or _ABBREVIATED.search(before) or _QUARTER.search(before)
    if figure or CURRENCY_BEFORE.search(before) or (not before[-1].isascii() and before[-1].isalpha()):
        return None
    return _token_end(text, start)


def _is_measured(text: str, start: int, lexicon: Lexicon) -> bool:
    """Whether a unit or magnitude behind the digits shows a figure, whatever stands before them."""
    digits = lexicon.digits.match(text, start)
    if digits is None:
        return False
    end = digits.end()
    return bool("," in digits[0] or lexicon.scale.match(text, end) or lexicon.measure.match(text, end))


def _token_end(text: str, start: int) -> int:
    token = _TOKEN.match(text, start)
    return token.end() if token else start + 1


def _end_of(found: re.Match[str] | None) -> int | None:
    return found.end() if found else None
