"""The boundaries of a quotation in a canonical text, and which words and figures they would cut in two.

A quotation that begins or ends inside a word or a figure says something else than its source: "800 killed"
stands in "3,800 killed" and "shells: 9" in "shells: 9 million", and neither is what was written.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from briefgen.text.tokens import NUMERALS, has_digit, word_set

UNSPACED = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts, as a regular expression's class, that set no space between words: Thai, Lao, Burmese, Khmer,
Japanese, Chinese."""

_LETTER = rf"(?:[^\W{UNSPACED}]|[\u0300-\u036f\u0483-\u0487\u0591-\u05c7\u064b-\u065f\u0900-\u0dff])"
_RATE = rf"{_LETTER}{{1,4}}/(?:h|s|d|min|yr|m[²³]?|kg|l|t|kWh|MWh|bbl)(?!\w)"
_WORD = rf"(?:{_RATE}|(?!['-])(?:['-]?{_LETTER})+)"
_NUMBER = r"(?:(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)|\d+(?:(?:[.,:/'^]| ?[×·±] ?)\d+)*)"
_SIGNS = r"(?:[A-Z]{0,3}[$€£¥₩₽₴₹])?[-+±~≈<>≤≥]*[$€£¥₩₽₴₹]?"
_FIGURE = rf"{_SIGNS}{_NUMBER}(?:-{_SIGNS}{_NUMBER})*(?:-?{_LETTER})*(?: ?(?:[%‰]|°[CF]?))?"
_PIECE = re.compile(rf"{_FIGURE}|{_WORD}")

_SCALE_WORDS = """
    hundred thousand million billion trillion dozen bn mn tn percent тыс тысяч тысячи миллион миллиона
    миллионов миллиард миллиарда миллиардов млн млрд процент процента процентов prozent tausend millionen
    milliarden mio mrd mille millions milliards millones 천 만 억 조 퍼센트
"""
_SCALES = word_set(_SCALE_WORDS)
_SYMBOL_WORDS = """
    nm μm mm cm m km ft mi nmi ha l ml bbl mcm bcm ng μg mg g kg t kt lb oz km/h mph kn m/s m³/s l/s kw
    mw gw tw kwh mwh gwh twh kv kb mb gb tb hz khz mhz ghz hpa kpa mpa mbar bar mmhg pp bp bps m² m³ km²
    km³ m2 m3 km2 km3 usd eur gbp jpy krw rub uah cny chf мм см м км га кг т км/ч мвт квт тыс kilometre
    kilometres kilometer kilometers metre metres meter meters mile miles feet inches tonne tonnes ton
    tons kilogram kilograms gram grams litre litres barrel barrels hectare hectares acre acres knots
    kilowatts megawatt megawatts gigawatt gigawatts degrees dollar dollars euro euros pound pounds yen
    yuan rouble roubles ruble rubles рублей доллара долларов евро километров километра тонн тонны
"""
_SYMBOLS = word_set(_SYMBOL_WORDS)
"""Measures in lower case, which belong to the number before them: "2.19 km³" is not 2.19."""
_MYRIADS = "천만억조"
_PERCENTAGES = (
    ["per", "cent"],
    ["pour", "cent"],
    ["percentage", "point"],
    ["percentage", "points"],
    ["basis", "points"],
)
_LAST_OF_PERCENTAGES = ("cent", "point", "points")
_RANGES = {"between": "and", "from": "to", "между": "и", "от": "до", "с": "до"}
_TO = ("to", "до")
_REACH = 80


def occurrences(words: str, text: str, after: int = 0) -> Iterator[int]:
    """The offsets, from `after` on, at which `words` begin in `text`, letter for letter, overlapping too."""
    at = text.find(words, after) if words else -1
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def inside_word(text: str, offset: int) -> bool:
    """Whether plain letters stand on both sides of a boundary: a quick look, which not every cut shows."""
    around = text[offset - 1 : offset + 1] if offset else ""
    return len(around) == 2 and around.isascii() and around.isalpha()


def cut_at(text: str, offset: int) -> str:
    """The word or figure that a boundary at `offset` cuts in two; empty where it cuts none.

    A figure holds its sign, currency, range, magnitude and per cent sign: "between 5 and 8 million". The
    possessive "'s" may be left off a word.
    """
    if not 0 < offset < len(text) or (text[offset] in " \n" and text[offset - 1] in " \n"):
        return ""
    pieces = _pieces(text, *_around(text, offset))
    near_figure = any(_may_be_of_a_figure(text[start:end].lower()) for start, end in pieces)
    if near_figure:
        pieces = _pieces(text, offset - _REACH, offset + _REACH)
    for start, end in pieces:
        if start < offset < end:
            possessive = text.startswith(("'s", "'S"), offset) and end == offset + 2
            return "" if possessive else text[start:end]
    for start, end in _figures(text, pieces) if near_figure else ():
        if start < offset < end:
            return text[start:end]
    return text[offset - 1 : offset + 1] if unicodedata.category(text[offset]).startswith("M") else ""


_Spans = list[tuple[int, int]]


def _around(text: str, offset: int) -> tuple[int, int]:
    """A stretch with the word or figure that ends at an offset, the one that begins there, or the one cut.

    A figure may hold a space, as "20 °C" does, and a space may stand at the offset itself.
    """
    first = offset
    for _ in range(2):
        first = max(0, text.rfind(" ", 0, first))
    last = text.find(" ", offset + 1, offset + _REACH)
    return first, last if last >= 0 else offset + _REACH


def _pieces(text: str, start: int, end: int) -> _Spans:
    """The words and figures from the last space before `start` up to `end`."""
    first = max(0, text.rfind(" ", 0, max(0, start)))
    return [found.span() for found in _PIECE.finditer(text, first, end)]


def _may_be_of_a_figure(word: str) -> bool:
    return _is_number(word) or word in _SCALES or word in _LAST_OF_PERCENTAGES


def _figures(text: str, pieces: _Spans) -> Iterator[tuple[int, int]]:
    """The figures of several words: "5 per cent", "two hundred and five", "between 5 and 8 million"."""
    for run in _runs(text, pieces):
        words = [text[start:end].lower() for start, end in run]
        counts = [_count_of(words, index) for index in range(len(words))]
        for index, count in enumerate(counts):
            last = index + count
            if count and last + 1 < len(words) and counts[last + 1] and words[last] in _joins(words, index):
                opened = index > 0 and words[last] == _RANGES.get(words[index - 1])
                yield run[index - opened][0], run[last + counts[last + 1]][1]
            elif count > 1:
                yield run[index][0], run[last - 1][1]


def _runs(text: str, pieces: _Spans) -> Iterator[_Spans]:
    """The pieces in runs that nothing but spaces part."""
    first = 0
    for index in range(1, len(pieces) + 1):
        if index == len(pieces) or text[pieces[index - 1][1] : pieces[index][0]] != " ":
            yield pieces[first:index]
            first = index


def _joins(words: list[str], index: int) -> tuple[str, ...]:
    """The words that would join a figure at `index` to another one, as a range."""
    joining = _RANGES.get(words[index - 1]) if index else None
    return (*_TO, joining) if joining else _TO


def _count_of(words: list[str], first: int) -> int:
    """How many words from `first` on are one figure; 0 where there is none."""
    if not _is_number(words[first]):
        return 0
    last = first + 1
    while last < len(words):
        before, word, after = words[last - 1], words[last], words[last + 1 : last + 2]
        if (
            word in _SCALES
            or (_is_spelt(before) and _is_spelt(word))
            or (word in _SYMBOLS and has_digit(before))
            or (before[-1] in _MYRIADS and word[0].isdigit())
        ):
            last += 1
        elif [word, *after] in _PERCENTAGES or (
            word == "and" and before in _SCALES and any(map(_is_spelt, after))
        ):
            last += 2
        else:
            break
    return last - first


def _is_number(word: str) -> bool:
    return has_digit(word) or _is_spelt(word)


def _is_spelt(word: str) -> bool:
    return word in NUMERALS or ("-" in word and word.split("-")[0] in NUMERALS)
