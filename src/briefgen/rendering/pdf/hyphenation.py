"""Where words may be hyphenated, by the patterns of their language."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

SHORTEST_WORD = 5
LEAST_BEFORE = 2
LEAST_AFTER = 3


@lru_cache(maxsize=65536)
def places(word: str, language: str) -> tuple[int, ...]:
    """The places within a word, as offsets, where a hyphen may be set; none where the language is unknown.

    Punctuation around the word is passed over; words in capitals, with figures or with hyphens stay whole.
    """
    core = word.strip("“”‘’()[]«»„.,:;!?…—–\"'")
    if len(core) < SHORTEST_WORD or not core.isalpha() or core.isupper():
        return ()
    patterns = _patterns(language)
    if patterns is None:
        return ()
    first = word.index(core)
    return tuple(
        first + place
        for place in patterns.positions(core)
        if LEAST_BEFORE <= place <= len(core) - LEAST_AFTER
    )


@lru_cache(maxsize=16)
def _patterns(language: str) -> Any:
    import pyphen

    found = pyphen.language_fallback(language.replace("-", "_"))
    return pyphen.Pyphen(lang=found) if found else None
