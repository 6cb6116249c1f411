"""Judging how a quotation parts from the words it was taken from.

Likeness says nothing about meaning: a quotation with one figure changed and a "not" left out is still 96 per
cent like its source. So each difference is looked at by itself.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import pairwise

from briefgen.anchoring import claim_words
from briefgen.model.evidence import Verdict
from briefgen.text.tokens import Token, tokenise
from briefgen.values import dataclass


class Matter(StrEnum):
    """What a difference touches, in words a message can use."""

    FIGURE = "a figure"
    UNIT = "a unit"
    NEGATION = "a negation"
    NAME = "a name"
    MODAL = "how sure or due it is"
    QUANTITY = "how much or how exactly"
    TIME = "what holds and what held"
    DIRECTION = "direction, order or side"
    LINK = "how things depend on each other"
    ORDER = "the order of words"
    SENTENCE = "the kind of sentence"
    WORDING = "wording"
    SIGNS = "punctuation, spelling or capitals"

    @property
    def contradicts(self) -> bool:
        """Whether a quotation that differs so says something else than its source."""
        return self not in (Matter.WORDING, Matter.SIGNS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Words of the quotation and the source's own words in their place; either may be empty."""

    quoted: str
    source: str
    matter: Matter

    def __str__(self) -> str:
        if not self.quoted:
            return f"“{self.source}” is left out ({self.matter})"
        if not self.source:
            return f"“{self.quoted}” is added ({self.matter})"
        return f"“{self.quoted}” stands for “{self.source}” ({self.matter})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """All differences of a quotation, and the source's words with those that differ in brackets."""

    differences: tuple[Difference, ...]
    marked: str

    @property
    def verdict(self) -> Verdict:
        """Contradicted where any difference touches the claim, else a variant."""
        contradicts = any(difference.matter.contradicts for difference in self.differences)
        return Verdict.CONTRADICTED if contradicts else Verdict.VARIANT


@dataclass(frozen=True, slots=True)
class _Word:
    token: Token
    start: int

    @property
    def text(self) -> str:
        return self.token.text


_Words = Sequence[_Word]


def compare(quoted: str, source: str) -> Comparison:
    """How canonical words as quoted differ from the source's canonical words."""
    ours, theirs = _words(quoted), _words(source)
    changes = list(_changes(ours, theirs))
    moved = _moved(changes)
    differences = tuple(
        Difference(
            quoted=_text(mine),
            source=_text(other),
            matter=Matter.ORDER
            if moved & _keys([*mine, *other]).keys()
            else matter_of(_plain(mine), _plain(other)),
        )
        for mine, other in changes
    )
    return Comparison(differences=differences, marked=_marked(ours, theirs, source))


def matter_of(quoted: Sequence[str], source: Sequence[str]) -> Matter:
    """What one difference touches, the weightiest first."""
    ours, theirs = _parts(quoted), _parts(source)
    changed = set(ours - theirs) | set(theirs - ours)
    checks = (
        (Matter.FIGURE, _numbers(quoted) != _numbers(source) or changed == _HALVES_OF_A_DAY),
        (Matter.UNIT, _measures(quoted) != _measures(source) or _units(ours) != _units(theirs)),
        (Matter.NEGATION, _denials(changed) or _opposed(ours, theirs)),
        (Matter.NAME, _names(quoted, theirs) != _names(source, ours)),
        (Matter.MODAL, changed & claim_words.MODALS),
        (Matter.TIME, _holds(ours - theirs) and _held(theirs - ours)),
        (Matter.TIME, _held(ours - theirs) and _holds(theirs - ours)),
        (Matter.DIRECTION, changed & claim_words.DIRECTIONS),
        (Matter.LINK, changed & claim_words.LINKS),
        (Matter.QUANTITY, changed & claim_words.QUANTIFIERS),
        (Matter.SENTENCE, "?" in changed),
        (Matter.SIGNS, _letters(quoted) == _letters(source) or _one_misspelt(quoted, source)),
    )
    return next((matter for matter, holds in checks if holds), Matter.WORDING)


def _parts(words: Sequence[str]) -> Counter[str]:
    """The words without capitals, those in compounds each by itself: "north-east" is "north" and "east"."""
    return Counter(part for word in words for part in word.lower().split("-") if part)


_GROUPING = re.compile(r"(?<=\d)[, '](?=\d{3}(?!\d))")
_PER_CENT = re.compile(r" ?(?:%|per cent|percent)", re.IGNORECASE)


_HALVES_OF_A_DAY = {"a", "p"}
_VULGAR = frozenset("½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞")


def _is_figure(word: str) -> bool:
    return any(sign.isdigit() or sign in _VULGAR for sign in word)


def _numbers(words: Sequence[str]) -> list[str]:
    """The figures of some words, however their digits are grouped, and numbers in words."""
    found = []
    for word in words:
        if _is_figure(word):
            found.append(_PER_CENT.sub("", _GROUPING.sub("", word)).lower().lstrip("$€£¥₩₽₴"))
        elif claim_words.FIGURES & set(word.lower().split("-")):
            found.append(word.lower())
    return found


def _measures(words: Sequence[str]) -> list[str]:
    """The signs of measure that stand in figures."""
    return [
        sign
        for word in words
        if _is_figure(word)
        for sign in re.findall("[%$€£¥₩₽₴]", _PER_CENT.sub("%", word))
    ]


def _units(words: Counter[str]) -> set[str]:
    """The units among words, in the singular and in one spelling."""
    units = (
        word.replace("metre", "meter").replace("litre", "liter")
        for word in words
        if word in claim_words.UNITS
    )
    return {unit if len(unit) < 3 else unit.removesuffix("s") for unit in units}


_KOREAN_DENIAL = re.compile("않|못|없|아니")


def is_denial(word: str) -> bool:
    """Whether a word, in lower case, turns its statement round."""
    return word in claim_words.DENIALS or word.endswith("n't") or _KOREAN_DENIAL.search(word) is not None


def _denials(changed: set[str]) -> bool:
    return any(map(is_denial, changed))


def _opposed(ours: Counter[str], theirs: Counter[str]) -> bool:
    """Whether a word of one side is the other's with a prefix or an ending that turns it round."""
    pairs = [(a, b) for a in ours - theirs for b in theirs - ours]
    return any(_opposite(a, b) or _opposite(b, a) for a, b in pairs)


def _opposite(word: str, other: str) -> bool:
    if word.endswith(other) and word.removesuffix(other) in claim_words.NEGATIVE_PREFIXES:
        return True
    return word.endswith("less") and (word.removesuffix("less") == other or word[:-4] + "ful" == other)


def _names(words: Sequence[str], others: Counter[str]) -> list[str]:
    """The names of one side; not words that the other side only writes without a capital."""
    return [
        word if _is_acronym(word) else word.lower()
        for word in words
        if _is_acronym(word)
        or (word[:1].isupper() and word.lower() not in claim_words.CONNECTIVES and word.lower() not in others)
    ]


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isupper()


def _holds(words: Counter[str]) -> bool:
    return any(word in claim_words.PRESENT or word.endswith(("'re", "'m", "'ve")) for word in words)


def _held(words: Counter[str]) -> bool:
    return bool(words.keys() & claim_words.PAST)


def _letters(words: Sequence[str]) -> str:
    return re.sub(r"\W", "", "".join(words)).casefold()


def _one_misspelt(quoted: Sequence[str], source: Sequence[str]) -> bool:
    from rapidfuzz.distance import OSA

    return (
        len(quoted) == len(source) == 1
        and OSA.distance(quoted[0].lower(), source[0].lower()) <= len(source[0]) // 5
    )


def _moved(changes: Sequence[tuple[_Words, _Words]]) -> set[str]:
    """The words that were taken from one place and stand at another."""
    removed = defaultdict(set)
    for place, (_, theirs) in enumerate(changes):
        for word in _keys(theirs):
            removed[word].add(place)
    moved = {
        word
        for place, (mine, _) in enumerate(changes)
        for word in _keys(mine)
        if removed.get(word, set()) - {place}
    }
    return moved - claim_words.CONNECTIVES


def _keys(words: _Words) -> Counter[str]:
    return Counter(word.text.lower() for word in words if word.token.kind != "punctuation")


def _plain(words: _Words) -> list[str]:
    return [word.text for word in words]


def _words(text: str) -> list[_Word]:
    words, offset = [], 0
    for token in tokenise(text):
        if token.kind not in ("space", "break"):
            words.append(_Word(token, offset))
        offset += len(token.text)
    return words


def _opcodes(ours: _Words, theirs: _Words) -> Iterator[tuple[str, _Words, _Words]]:
    from rapidfuzz.distance import Levenshtein

    keys = [word.text for word in ours], [word.text for word in theirs]
    for step in Levenshtein.opcodes(*keys):
        yield step.tag, ours[step.src_start : step.src_end], theirs[step.dest_start : step.dest_end]


def _changes(ours: _Words, theirs: _Words) -> Iterator[tuple[list[_Word], list[_Word]]]:
    """Runs of differing words; neighbouring removals and insertions are one change."""
    removed: list[_Word] = []
    inserted: list[_Word] = []
    for tag, mine, other in _opcodes(ours, theirs):
        if tag == "equal":
            if removed or inserted:
                yield removed, inserted
            removed, inserted = [], []
        else:
            removed, inserted = [*removed, *mine], [*inserted, *other]
    if removed or inserted:
        yield removed, inserted


def _text(words: _Words) -> str:
    if not words:
        return ""
    parts = [words[0].text]
    for before, word in pairwise(words):
        parts.append(" " * min(1, word.start - before.start - len(before.text)) + word.text)
    return "".join(parts)


def _marked(ours: _Words, theirs: _Words, source: str) -> str:
    marked, done = "", 0
    for tag, _, other in _opcodes(ours, theirs):
        if tag != "equal" and other:
            start, end = other[0].start, other[-1].start + len(other[-1].text)
            marked += f"{source[done:start]}[{source[start:end]}]"
            done = end
    return (marked + source[done:]).replace("] [", " ")
