"""From an extent of the canonical text back to the captured words, their paragraph and their page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from briefgen.model.evidence import Extent, SourceText
from briefgen.text.normalise import INVISIBLE

_INVISIBLE_END = re.compile(f"(?<![{INVISIBLE}])[{INVISIBLE}]++$")


@lru_cache(maxsize=64)
def running(canonical: str) -> str:
    """The canonical text as one line, offsets unchanged: a quotation may run over paragraphs."""
    return canonical.replace("\n", " ")


def celled(text: SourceText, extent: Extent) -> str:
    """A stretch of the canonical text as one line, with a tab where one parts two cells as captured."""
    line, origins = running(text.canonical), text.word_origins
    return "".join(
        "\t" if sign == " " and at and "\t" in text.words[origins[at - 1] + 1 : origins[at + 1]] else sign
        for at, sign in enumerate(line[extent.start : extent.end], extent.start)
    )


def canonical_words(text: SourceText, extent: Extent) -> str:
    """The words of an extent in canonical form, on one line."""
    return running(text.canonical)[extent.start : extent.end]


def exact_words(text: SourceText, extent: Extent) -> str:
    """The words of an extent as captured, typography and all, without invisible characters at the end."""
    start, end = _traced(text.word_origins, extent)
    return _INVISIBLE_END.sub("", text.words[start:end])


def raw_extent(text: SourceText, extent: Extent) -> Extent:
    """Where the words of an extent stand in the decoded file."""
    start, end = _traced(text.origins, extent)
    return Extent(start=start, end=start + len(_INVISIBLE_END.sub("", text.raw[start:end])))


def _traced(origins: Sequence[int], extent: Extent) -> tuple[int, int]:
    last = extent.end
    if last > extent.start:
        # Several canonical characters may stem from one: "..." from "…". The end is where the next begins.
        while last < len(origins) - 1 and origins[last] == origins[extent.end - 1]:
            last += 1
    return origins[extent.start], origins[last]


def paragraph_at(text: SourceText, offset: int) -> int:
    """The number, from 1, of the paragraph that holds a canonical offset."""
    return _count_begun(text.paragraphs, offset)


def page_at(text: SourceText, offset: int) -> int:
    """The number, from 1, of the page that holds a canonical offset; 0 where the format has no pages."""
    return _count_begun(text.pages, offset)


def _count_begun(extents: Sequence[Extent], offset: int) -> int:
    return bisect_right(extents, offset, key=lambda extent: extent.start)
