"""Running text as tokens: the units in which words are compared, merged and shown as changed.

A figure is one token together with its grouping and decimal marks, its currency, its scale and its per cent
sign, so that "4.1 %" and "12,000" are changed as a whole or not at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import groupby
from typing import Literal, TypeAlias

from briefgen.values import dataclass

TokenKind = Literal["word", "figure", "space", "punctuation", "break", "mark"]

Attributes: TypeAlias = frozenset[tuple[str, str]]
"""How a token is set, as pairs of a name and a value: ("strong", ""), ("link", "https://…")."""

PLAIN: Attributes = frozenset()
"""The attributes of words that are set like the text around them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Token:
    """The smallest piece of text that is kept, removed or inserted as a whole.

    The text of a `mark` is not shown to a reader: it names what stands at that place, such as a note.
    """

    text: str
    kind: TokenKind
    attributes: Attributes = PLAIN

    @property
    def key(self) -> tuple[TokenKind, str]:
        """What two tokens must share to be the same words, however they are set."""
        return ("space", " ") if self.kind == "space" else (self.kind, self.text)


Tokens: TypeAlias = tuple[Token, ...]

_GAP = r"[ \u00a0\u2009\u202f]"
_NUMBER = r"\d+(?:[\u00a0\u2009\u202f]\d{3}(?!\d)|[.,:/’']\d+)*"
_SCALE = rf"(?:{_GAP}?(?:%|‰|‱)|{_GAP}(?:per{_GAP}cent|percent|hundred|thousand|million|billion|trillion)\b)"
_FIGURE = rf"(?:[A-Z]{{0,3}}[$€£¥₩₽])?[−–-]?{_NUMBER}(?:[–-]{_NUMBER})*(?:st|nd|rd|th)?\b(?:{_SCALE})*"
_WORD = r"\w+(?:[’'‑-]\w+)*"

_TOKEN = re.compile(
    rf"(?P<figure>(?<!\w){_FIGURE}(?![\w]))"
    rf"|(?P<word>{_WORD})|(?P<break>\n)|(?P<space>[^\S\n]+)|(?P<punctuation>[^\w\s])"
)


def word_set(listed: str) -> frozenset[str]:
    """Words that are parted by spaces."""
    return frozenset(listed.split())


NEGATIONS = word_set(
    "no not none never neither nor nobody nothing nowhere without cannot hardly scarcely barely"
)
"""Words that turn a statement round; contractions in n’t are recognised by their ending."""

NUMERALS = word_set(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds "
    "thousand thousands million millions billion billions trillion dozen dozens half halves third quarter "
    "once twice thrice double triple"
)
"""Numbers written as words."""


@lru_cache(maxsize=8192)
def tokenise(text: str, attributes: Attributes = PLAIN) -> Tokens:
    """The tokens of a text; their texts, joined, are the text again."""
    return tuple(_token(found, attributes) for found in _TOKEN.finditer(text))


def _token(found: re.Match[str], attributes: Attributes) -> Token:
    kind: TokenKind
    match found.lastgroup:
        case "figure":
            kind = "figure"
        case "word":
            kind = "figure" if has_digit(found.group()) else "word"
        case "break":
            kind = "break"
        case "space":
            kind = "space"
        case _:
            kind = "punctuation"
    return Token(text=found.group(), kind=kind, attributes=attributes)


def has_digit(word: str) -> bool:
    """Whether a word has a digit in it, be it a small raised one."""
    return not word.isalpha() and any(map(str.isdigit, word))


def words_and_signs(text: str) -> tuple[str, ...]:
    """The texts of a text's tokens but for its spaces."""
    return tuple([found.group() for found in _TOKEN.finditer(text) if found.lastgroup != "space"])


def mark(name: str, attributes: Attributes = PLAIN) -> Token:
    """A token for something that stands between the words, known by its name."""
    return Token(text=name, kind="mark", attributes=attributes)


def retokenise(tokens: Iterable[Token]) -> Tokens:
    """The same text with token borders where `tokenise` sets them, whoever cut the text into runs before.

    A change of attributes remains a border: half a word may stand in bold.
    """
    found: list[Token] = []
    for is_mark, stretch in groupby(tokens, lambda token: token.kind == "mark"):
        for attributes, run in groupby(stretch, lambda token: token.attributes):
            together = list(run)
            text = "".join(token.text for token in together)
            found.extend(together if is_mark else tokenise(text, attributes))
    return tuple(found)


def text_of(tokens: Iterable[Token]) -> str:
    """The words that a reader sees."""
    return "".join(token.text for token in tokens if token.kind != "mark")


def is_guarded(token: Token) -> bool:
    """Whether a change of this token changes what is claimed, however little else changes with it."""
    if token.kind == "figure":
        return True
    word = token.text.lower()
    return token.kind == "word" and (
        word in NEGATIONS
        or word in NUMERALS
        or word.endswith(("n't", "n’t"))
        or word.split("-")[0] in NUMERALS
    )


def ends_sentence(token: Token) -> bool:
    """Whether a statement may end here."""
    return token.kind == "break" or (token.kind == "punctuation" and token.text in ".!?;")
