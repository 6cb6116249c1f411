"""Where words stand in a canonical text, and which words and figures a boundary would cut in two.

A quotation that begins or ends inside a word or a figure says something else than its source: "800 killed"
stands in "3,800 killed" and "shells: 9" in "shells: 9 million", and neither is what was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefgen.text.tokens import NUMERALS

_UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts that set no space between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""

_LETTER = rf"(?:[^\W{_UNSPACED}]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0900-\u0dff])"
_WORD = rf"{_LETTER}+(?:['-]{_LETTER}+)*"
_NUMBER = r"(?:(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,:/']\d+)*)"
_SIGNS = r"(?:[A-Z]{0,3}[$€£¥₩₽₴₹])?[-+±~≈<>≤≥]*(?:[$€£¥₩₽₴₹])?"
_SCALES = (
    "hundred|thousand|million|billion|trillion|dozen|bn|mn|tn|per cent|percent|percentage points?"
    r"|тыс\.?|тысяч\w*|миллион\w*|миллиард\w*|млн|млрд|процент\w*"
    "|천|만|억|조|퍼센트"
)
_DIGITS = rf"{_SIGNS}{_NUMBER}(?:-{_SIGNS}{_NUMBER})*\w*"
_NUMERAL = rf"(?:{'|'.join(sorted(NUMERALS, key=len, reverse=True))})"
_SPELT = rf"{_NUMERAL}(?:(?:(?<=hundred|housand|million|billion) and)?[ -]{_NUMERAL})*\b"
_FIGURE = rf"(?:{_DIGITS}|{_SPELT})(?: ?(?:[%‰]|°[CF]?)| (?:{_SCALES})\b)*"
_BETWEEN = rf"(?:between|from|между|от|с) {_FIGURE} (?:and|to|и|до) {_FIGURE}"
_RANGE = rf"{_BETWEEN}|{_FIGURE}(?: (?:to|до) {_FIGURE})?"
_PIECE = re.compile(rf"(?<!\w)(?:{_RANGE})(?!\w)|{_WORD}|{_DIGITS}", re.IGNORECASE)
_REACH = 80


def places(words: str, text: str, after: int = 0) -> Iterator[int]:
    """The offsets, from `after` on, at which `words` begin in `text`, letter for letter, overlapping too."""
    at = text.find(words, after) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def cut_at(text: str, offset: int) -> str:
    """The word or figure that a boundary at `offset` cuts in two; empty where it cuts none.

    A figure holds its sign, currency, range, magnitude and per cent sign: "between 5 and 8 million". The
    possessive "'s" may be left off a word.
    """
    if not 0 < offset < len(text) or (text[offset] in " \n" and text[offset - 1] in " \n"):
        return ""
    first = max(0, text.rfind(" ", 0, max(0, offset - _REACH)))
    for found in _PIECE.finditer(text, first, min(len(text), offset + _REACH)):
        if found.start() >= offset:
            break
        if offset < found.end():
            return "" if text.startswith(("'s", "'S"), offset) and found.end() == offset + 2 else found[0]
    return text[offset - 1 : offset + 1] if unicodedata.category(text[offset]).startswith("M") else ""
