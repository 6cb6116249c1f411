"""Where the sentences of a text begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"”’')\]]*+(?=\s+[\"“‘'(\[]*[A-ZÀ-ÞА-ЯЁ0-9가-힣]|\s*\n\s*\n|\s*\Z)|\n\s*\n"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Gen|Col|Maj|Capt|Lt|Sgt|Adm|Sen|Rep|St|No|Nos|Vol|Fig|para|paras|pp?|approx|ca|c|vs|"
    r"etc|e\.g|i\.e|cf|al|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z]|\b[A-Z]\.[A-Z]|\b[ap]\.m)\Z"
)
_NUMBERED = re.compile(r"\b(?:no|nr|art|sec|ch)\.\s+\d", re.IGNORECASE)


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """The sentences of a text in order, as offsets, without the spaces between them.

    Full stops of abbreviations, initials and decimals end no sentence; an empty line ends one.
    """
    start = 0
    for found in _END.finditer(text):
        if found[0].startswith(".") and (
            _ABBREVIATION.search(text, max(0, found.start() - 12), found.start())
            or _NUMBERED.search(text, max(0, found.start() - 4), found.end() + 4)
        ):
            continue
        yield from _trimmed(text, start, found.end())
        start = found.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    words = text[start:end].strip()
    if words:
        first = start + len(text[start:end]) - len(text[start:end].lstrip())
        yield first, first + len(words)
