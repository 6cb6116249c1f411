"""The number at a place: digits or words, with the magnitude behind it."""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

from briefgen.text.quantities.lexicon import Lexicon, NumberWords
from briefgen.text.quantities.patterns import GAP, key
from briefgen.text.quantities.quantity import Kind
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A value without its unit; `scaled` where a magnitude word took part, `bare` for plain digits."""

    start: int
    end: int
    low: Fraction
    high: Fraction
    kind: Kind = "number"
    in_words: bool = False
    scaled: bool = False
    bare: bool = False


_VULGAR = re.compile(r"[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,3})(?:st|nd|rd|th)?(?![\w/])")
_WORD = re.compile(r"[^\W\d_]+")
_BETWEEN_WORDS = re.compile(rf"{GAP}+|-")
_AND = re.compile(rf"{GAP}+and{GAP}+", re.IGNORECASE)
_ARTICLE_BEFORE = re.compile(rf"(?<!\w)an?(?:{GAP}+|-)\Z", re.IGNORECASE)
_OF_BETWEEN = re.compile(rf"{GAP}+(?:of{GAP}+)?(?:an?{GAP}+)?|-", re.IGNORECASE)
_CELL = r"(?<![\d.,])\d{1,3}(?:[.,]\d+)?"
_ROW_BEFORE = re.compile(rf"(?:{_CELL} )+\Z")
_ROW_AFTER = re.compile(rf"(?: {_CELL}(?![\d.,]\d|\d))+")
_GROUPED = re.compile(r"\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?: \d{1,3}(?: \d{3})+(?:[.,]\d+)?)*")
_HALF = Fraction(1, 2)
_MYRIAD = 10_000
_SPELT_OUT = 3
"""Magnitudes of fewer letters ("m", "bn") stand behind digits only."""
LONGEST = 40
"""The most characters that digits may have to be a figure; longer runs are keys and codes."""


def read_number(text: str, start: int, lexicon: Lexicon) -> Number | None:
    """The number that begins at `start`, or None."""
    first = text[start]
    if first.isdecimal():
        return _read_digits(text, start, lexicon)
    if _VULGAR.match(first):
        value = _vulgar(first)
        share = Number(start=start, end=start + 1, low=value, high=value, kind="fraction")
        return _scaled(text, share, lexicon)
    return _read_words(text, start, lexicon)


def digits_at(text: str, start: int, lexicon: Lexicon) -> re.Match[str] | None:
    """The digits of one number, with the signs between them."""
    foreign = lexicon.numbers.foreign_digits.match(text, start)
    if foreign and is_measured(text, foreign.end(), lexicon):
        return foreign
    return lexicon.numbers.digits.match(text, start)


def is_measured(text: str, end: int, lexicon: Lexicon) -> bool:
    """Whether a magnitude or a measure is behind the digits that end there."""
    return bool(lexicon.numbers.scale.match(text, end) or lexicon.measures.pattern.match(text, end))


def _vulgar(sign: str) -> Fraction:
    return Fraction(unicodedata.numeric(sign)).limit_denominator(10)


def _read_digits(text: str, start: int, lexicon: Lexicon) -> Number | None:
    slashed = _SLASHED.match(text, start)
    if slashed:
        upper, lower = int(slashed[1]), int(slashed[2])
        if 0 < upper < lower <= 100 and (upper, lower) != (9, 11):
            share = Fraction(upper, lower)
            return Number(start=start, end=slashed.end(), low=share, high=share, kind="fraction")
        return None
    found = digits_at(text, start, lexicon)
    if found is None or found.end() - start > LONGEST:
        return None
    end = _end_of_cell(text, *found.span()) if " " in found[0] else found.end()
    shown = text[start:end]
    value = digits_value(shown, lexicon.numbers)
    bare = shown.isdecimal()
    vulgar = _VULGAR.match(text, end)
    if vulgar:
        value, end, bare = value + _vulgar(vulgar[0]), vulgar.end(), False
    return _scaled(text, Number(start=start, end=end, low=value, high=value, bare=bare), lexicon)


def _end_of_cell(text: str, start: int, end: int) -> int:
    """Where digits with spaces between them end: in a row of figures, not all of them grouped, at the first.

    "12 000" is twelve thousand, and so is each of "12 000 15 000"; "6 38 5 210" is a row of a table.
    """
    first = _ROW_BEFORE.search(text, max(0, start - LONGEST), start)
    last = _ROW_AFTER.match(text, end)
    row = text[first.start() if first else start : last.end() if last else end]
    if _GROUPED.fullmatch(row) or " 0" in text[start:end]:
        return end
    return text.index(" ", start)


def digits_value(shown: str, numbers: NumberWords) -> Fraction:
    """What digits with their separators stand for; one comma before one or two digits is decimal anyhow."""
    kept = re.sub(r"[\s'’]", "", shown)
    if re.fullmatch(r"\d{1,3}(?:\.\d{3}){2,}", kept):
        kept = kept.replace(".", "")
    elif numbers.dots_group and re.fullmatch(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?", kept):
        kept = kept.replace(".", "").replace(",", ".")
    elif numbers.decimal_comma or re.fullmatch(r"\d+,\d{1,2}", kept):
        kept = kept.replace(",", ".")
    else:
        kept = kept.replace(",", "")
    return Fraction(kept)


def _scaled(text: str, plain: Number, lexicon: Lexicon) -> Number:
    """The number with the magnitude behind it, or as it is."""
    scale = lexicon.numbers.scale.match(text, plain.end)
    if scale is None:
        return plain
    factor = lexicon.numbers.scales[_shown(scale)]
    total, end = plain.low * factor, scale.end()
    if lexicon.numbers.sums == "plain" and factor < _MYRIAD:
        total, factor, end = _under_myriad(text, total, factor, end, lexicon)
    while lexicon.numbers.sums:
        part = _next_part(text, end, factor, lexicon)
        if part is None:
            break
        added, factor, end = part
        total += added
    return Number(start=plain.start, end=end, low=total, high=total, scaled=True)


def _under_myriad(
    text: str, total: Fraction, factor: int, end: int, lexicon: Lexicon
) -> tuple[Fraction, int, int]:
    """Thousands and hundreds that share a greater magnitude, as in 2천600만: 2,600 times 10,000."""
    digits = digits_at(text, end, lexicon)
    scale = lexicon.numbers.scale.match(text, digits.end()) if digits else None
    greater = lexicon.numbers.scales[_shown(scale)] if scale else 0
    if (
        digits is None
        or scale is None
        or greater < _MYRIAD
        or int(digits_value(digits[0], lexicon.numbers)) >= factor
    ):
        return total, factor, end
    return (total + digits_value(digits[0], lexicon.numbers)) * greater, greater, scale.end()


def _shown(found: re.Match[str]) -> str:
    return key(next(word for word in found.groups() if word))


def _next_part(text: str, end: int, above: int, lexicon: Lexicon) -> tuple[Fraction, int, int] | None:
    """What "200 thousand" adds behind "1 million": the value, its magnitude and its end."""
    at = end + (1 if text[end : end + 1] in (" ", "\u00a0", "\u202f") else 0)
    digits = digits_at(text, at, lexicon)
    if digits is None:
        return None
    value = digits_value(digits[0], lexicon.numbers)
    scale = lexicon.numbers.scale.match(text, digits.end())
    factor = lexicon.numbers.scales[_shown(scale)] if scale else 1
    if value * factor >= above or (scale is None and lexicon.numbers.sums != "plain"):
        return None
    return value * factor, factor, scale.end() if scale else digits.end()


def _read_words(text: str, start: int, lexicon: Lexicon) -> Number | None:
    found = lexicon.numbers.word.match(text, start)
    if found is None:
        return None
    word = key(found[0])
    turn = lexicon.numbers.turns.get(word)
    if turn:
        kind, by = turn
        return Number(start=start, end=found.end(), low=by, high=by, kind=kind, in_words=True)
    vague = _read_vague(text, start, lexicon)
    if vague:
        return vague
    if word in lexicon.numbers.fractions:
        return _read_fraction(text, start, found.end(), word, lexicon)
    read = _fold(text, start, lexicon)
    if read is None:
        ordinal = lexicon.numbers.ordinals.get(word)
        if ordinal is None:
            return None
        value = Fraction(ordinal)
        return Number(start=start, end=found.end(), low=value, high=value, kind="ordinal", in_words=True)
    value, end, kind = read
    if word in lexicon.numbers.scales:
        article = _ARTICLE_BEFORE.search(text, max(0, start - 4), start)
        if article is None:
            return None
        start = article.start()
    half = lexicon.numbers.and_a_half.match(text, end)
    if half:
        value += _HALF
        spelt = Number(start=start, end=half.end(), low=value, high=value, in_words=True)
        return _scaled(text, spelt, lexicon)
    return _with_share(text, start, end, value, kind, lexicon)


def _with_share(text: str, start: int, end: int, value: Fraction, kind: Kind, lexicon: Lexicon) -> Number:
    """ "two" read on: "two-thirds", "two in five", "two out of five"."""
    gap = _BETWEEN_WORDS.match(text, end)
    word = _WORD.match(text, gap.end()) if gap else None
    if word and kind == "number":
        name = word[0].lower()
        share = lexicon.numbers.fractions.get(name) or lexicon.numbers.fractions.get(name.removesuffix("s"))
        if share and name != "half":
            return Number(
                start=start,
                end=word.end(),
                low=value * share,
                high=value * share,
                kind="fraction",
                in_words=True,
            )
    return Number(start=start, end=end, low=value, high=value, kind=kind, in_words=True)


def _read_vague(text: str, start: int, lexicon: Lexicon) -> Number | None:
    for count in (3, 2, 1):
        shown = _next_words(text, start, count, lexicon)
        vague = lexicon.numbers.vague.get(key(shown)) if shown else None
        if vague:
            return Number(
                start=start,
                end=start + len(shown),
                low=vague.low,
                high=vague.high,
                in_words=True,
                scaled=True,
            )
    return None


def _next_words(text: str, start: int, count: int, lexicon: Lexicon) -> str:
    end = start
    for index in range(count):
        gap = _BETWEEN_WORDS.match(text, end) if index else None
        found = lexicon.numbers.word.match(text, gap.end() if gap else end) if gap or not index else None
        if found is None:
            return ""
        end = found.end()
    return text[start:end]


def _read_fraction(text: str, start: int, end: int, word: str, lexicon: Lexicon) -> Number | None:
    share = lexicon.numbers.fractions[word]
    gap = _OF_BETWEEN.match(text, end)
    magnitude = _WORD.match(text, gap.end()) if gap else None
    scale = lexicon.numbers.scales.get(magnitude[0].lower()) if magnitude else None
    article = _ARTICLE_BEFORE.search(text, max(0, start - 4), start)
    if article is None and word not in lexicon.numbers.shares:
        if word not in lexicon.numbers.ordinals:
            return None
        ordinal = Fraction(lexicon.numbers.ordinals[word])
        return Number(start=start, end=end, low=ordinal, high=ordinal, kind="ordinal", in_words=True)
    if article:
        start = article.start()
    if magnitude and scale:
        value = share * scale
        return Number(start=start, end=magnitude.end(), low=value, high=value, in_words=True, scaled=True)
    return Number(start=start, end=end, low=share, high=share, kind="fraction", in_words=True)


def _fold(text: str, start: int, lexicon: Lexicon) -> tuple[Fraction, int, Kind] | None:
    """The longest run of number words from `start` that makes one number, and its end."""
    total, current, ceiling, at, end = 0, 0, 10**15, start, start
    kind: Kind = "number"
    joined_by_and = False
    while (found := lexicon.numbers.word.match(text, at)) is not None:
        word = key(found[0])
        unit, ordinal = lexicon.numbers.cardinals.get(word), lexicon.numbers.ordinals.get(word)
        scale = lexicon.numbers.scales.get(word) if len(word) >= _SPELT_OUT else None
        if unit is not None and _fits(unit, current) and not (joined_by_and and current == 0 and total == 0):
            current += unit
        elif scale == 100 and 0 <= current < 100 and not joined_by_and and (current or end == start):
            current = (current or 1) * 100
        elif scale and scale != 100 and scale < ceiling and (current or end == start) and not joined_by_and:
            total, current, ceiling = total + (current or 1) * scale, 0, scale
        elif ordinal == 100 and 0 < current < 100 and not joined_by_and:
            current, kind, end = current * 100, "ordinal", found.end()
            break
        elif ordinal is not None and end > start and _fits(ordinal, current) and current:
            current, kind, end = current + ordinal, "ordinal", found.end()
            break
        else:
            break
        end = found.end()
        both = _AND.match(text, end)
        if both and (current % 100 == 0) and (current or total):
            joined_by_and, at = True, both.end()
            following = _WORD.match(text, at)
            tail = lexicon.numbers.cardinals.get(following[0].lower()) if following else None
            if tail is None or (not total and _opens_hundreds(text, at, lexicon)):
                break
            continue
        joined_by_and = False
        gap = _BETWEEN_WORDS.match(text, end)
        if gap is None:
            break
        at = gap.end()
    if end == start:
        return None
    return Fraction(total + current), end, kind


def _fits(unit: int, current: int) -> bool:
    """Whether a number word can follow what was read: "five" fits twenty, "ten" fits a hundred."""
    if unit >= 10:
        return current % 100 == 0
    return current % 10 == 0 and (current % 100 == 0 or current % 100 >= 20)


def _opens_hundreds(text: str, at: int, lexicon: Lexicon) -> bool:
    """Whether the words at `at` are a number of their own, as in "one hundred and two hundred"."""
    found = _WORD.match(text, at)
    gap = _BETWEEN_WORDS.match(text, found.end()) if found else None
    following = _WORD.match(text, gap.end()) if gap else None
    return following is not None and lexicon.numbers.scales.get(following[0].lower()) == 100
