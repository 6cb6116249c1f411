"""Where words may be hyphenated, by the patterns of their language."""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.rendering.pdf.patterns import patterns_of

SHORTEST_WORD, LONGEST_WORD = 5, 120
"""Letters of a word that is hyphenated. What is longer is no word of any language, and takes for ever."""

LEAST_BEFORE = 2
LEAST_AFTER = 3
_PARTING = re.compile("[’'—–]")


@lru_cache(maxsize=65536)
def places(word: str, language: str) -> tuple[int, ...]:
    """The places within a word, as offsets, where a hyphen may be set; none where the language is unknown.

    Punctuation around the word is passed over, and what apostrophes and dashes part is hyphenated apart;
    words in capitals, with figures or with hyphens stay whole.
    """
    core = word.strip("“”‘’()[]«»„.,:;!?…—–\"'")
    parts = _PARTING.split(core)
    if not SHORTEST_WORD <= len(core) <= LONGEST_WORD or core.isupper() or not all(map(str.isalpha, parts)):
        return ()
    patterns = patterns_of(language)
    if patterns is None:
        return ()
    found: list[int] = []
    start = word.index(core)
    for part in parts:
        if len(part) >= SHORTEST_WORD:
            last = len(part) - LEAST_AFTER
            found += [start + at for at in patterns.positions(part) if LEAST_BEFORE <= at <= last]
        start += len(part) + 1
    return tuple(found)
