"""Where hyphens may stand in words, after Liang, “Word Hy-phen-a-tion by Com-put-er” (1983).

Pyphen brings the patterns of some fifty languages. Its own reading of them takes longer than printing a short
brief, so they are read here.
"""

from __future__ import annotations

import pkgutil
import re
from functools import lru_cache

_DIGITS = b"0123456789"
_BLANKS = b" \t\r"
_ALTERNATIVE_SPELLING = re.compile(rb"/.*=.*")
_CHARSETS = {b"microsoft-cp1251": "cp1251"}


class Patterns:
    """The patterns of one language, from a file as Hunspell has it: its character set, then one a line.

    A pattern is a run of letters, a full stop being the edge of a word, with digits between. Where it stands
    in a word, an odd digit asks for a hyphen, an even one speaks against it, and the highest digit decides.
    """

    def __init__(self, data: bytes) -> None:
        charset, _, lines = data.translate(None, _BLANKS).partition(b"\n")
        encoding = _CHARSETS.get(charset.lower(), charset.decode("ascii"))
        lines = _ALTERNATIVE_SPELLING.sub(b"", lines)
        letters = lines.translate(None, _DIGITS).decode(encoding).split("\n")
        self._patterns = dict(zip(letters, lines.decode(encoding).split("\n"), strict=True))

    def positions(self, word: str) -> list[int]:
        """The places within a word, as offsets, where a hyphen may be set."""
        bounded = f".{word.lower()}."
        size = len(bounded)
        levels = [0] * (size + 1)
        pattern_of = self._patterns.get
        for start in range(size):
            found = [pattern_of(bounded[start:end]) for end in range(start + 1, size + 1)]
            for pattern in filter(None, found):
                _raise(levels, start, pattern)
        return [place for place, level in enumerate(levels, -1) if level % 2]


def _raise(levels: list[int], place: int, pattern: str) -> None:
    """Raise the levels between letters, from a place on, to those of the pattern found there."""
    for char in pattern:
        if char.isdecimal():
            levels[place] = max(levels[place], int(char))
        else:
            place += 1


@lru_cache(maxsize=16)
def patterns_of(language: str) -> Patterns | None:
    """The patterns of a language or its nearest relative, by its BCP 47 tag; None where it is unknown."""
    import pyphen

    found = pyphen.language_fallback(language)
    data = pkgutil.get_data("pyphen", f"dictionaries/{pyphen.LANGUAGES[found].name}") if found else None
    return Patterns(data) if data else None
