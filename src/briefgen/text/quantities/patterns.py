"""How the patterns of every language are written: their spaces, their lists of words, where they begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

SPACE = r"[^\S\r\n]"
"""A space within a figure; a line break ends the figure. Written so it compiles fast: patterns hold many."""

GAP = rf"(?:{SPACE}|\r?\n(?!\s*\n))"
"""A space between the words of a figure, which may stand at the end of a line but not of a paragraph."""

DASH = "[-\u2010\u2011\u2012\u2013\u2014\u2212~\u223c\u301c\uff5e]"

NEVER = re.compile(r"(?!)")
"""What a language does not say."""


def words(alternatives: Iterable[str]) -> str:
    """A pattern for any of these words, longest first, where a space stands for any run of spaces."""
    ordered = sorted(alternatives, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace("\\ ", r"\s+") for word in ordered)


def listed(text: str) -> list[str]:
    """Single words, parted by spaces."""
    return text.split()


def phrases(text: str) -> list[str]:
    """Words and phrases, parted by bars."""
    return [key(phrase) for phrase in text.split("|")]


def candidates(
    words: Iterable[str], capitalised: Iterable[str] = (), parts: Iterable[str] = ()
) -> re.Pattern[str]:
    """A pattern for wherever a figure may begin: digits, whole words, words with a capital, parts of words.

    Every alternative begins with a letter of its own, for then the search passes over most of a text at the
    speed of a scan for single characters. Web addresses match as a whole, to be passed over.
    """
    tails: dict[str, list[str]] = {}
    for word in words:
        for first in dict.fromkeys((word[0].lower(), word[0].upper())):
            tails.setdefault(first, []).append(word[1:])
    for word in capitalised:
        tails.setdefault(word[0].upper(), []).append(word[1:])
    whole = [f"{first}(?<!\\w\\w)(?i:{_any(rest)})(?!\\w)" for first, rest in tails.items()]
    return re.compile("|".join([*"0123456789½⅓⅔¼¾⅛", r"https?://\S+", r"www\.\S+", *whole, *parts]))


def _any(tails: Iterable[str]) -> str:
    return "|".join(re.escape(tail) for tail in sorted(dict.fromkeys(tails), key=lambda tail: -len(tail)))


def looking_back(alternatives: Iterable[str]) -> re.Pattern[str]:
    """A pattern for any of these words just before the end of a window of text."""
    return re.compile(rf"(?<!\w)({words(alternatives)}){GAP}*\Z", re.IGNORECASE)


def key(shown: str) -> str:
    """Words as a table of a lexicon holds them: lower case, single spaces."""
    return " ".join(shown.lower().split())
