"""Evidence: what was captured, which words of it a brief relies on, and where exactly they stand.

The selectors carry the names of the W3C Web Annotation model. All offsets are in characters: those of a
`SourceText` in its canonical text, those called raw in the decoded file as captured.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Literal, TypeAlias

from briefgen.model.citation import ItemGrade, Source
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """A source's bytes as they were found: the file's name, SHA-256 in hexadecimal, and size."""

    source: str
    file: str
    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Extent:
    """From offset `start` up to, not including, `end`."""

    start: int
    end: int

    def overlaps(self, other: Extent) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Excluded:
    """A region of a source that may not be cited, and why: navigation, comments, adverts."""

    extent: Extent
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A source's words in canonical form, with the way back to the file as captured.

    `raw` is the decoded file and `words` what a person reads in it, without markup; for formats that hold no
    text of their own, such as PDF, both are the text as extracted. `origins[i]` is the raw offset of
    canonical character `i` and `word_origins[i]` its offset in `words`; one entry more gives the end.
    `paragraphs` are numbered from 1 in citations; where the source is one table they are its rows, and `rows`
    has the number of each in the file. `pages` and `rows` are empty where the format has none.
    """

    source: str
    raw: str
    words: str
    canonical: str
    origins: Sequence[int]
    word_origins: Sequence[int]
    paragraphs: tuple[Extent, ...]
    rows: tuple[int, ...] = ()
    pages: tuple[Extent, ...] = ()
    excluded: tuple[Excluded, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TextQuoteSelector:
    """Words as quoted, with what stands just before and after where the words alone are not enough."""

    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeSelector:
    """A long passage by its first words and its last ones, both included."""

    start: str
    end: str


Selector: TypeAlias = TextQuoteSelector | RangeSelector


PassageKind = Literal["fact", "opinion"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Exact words in a source that a brief relies on.

    Passages of one `origin` are one voice told more than once; `origin_perhaps` marks a common origin that is
    suspected, not known.
    """

    id: str
    source: str
    selector: Selector
    kind: PassageKind = "fact"
    credibility: ItemGrade | None = None
    origin: str = ""
    origin_perhaps: bool = False
    as_of: str = ""
    remark: str = ""


class Verdict(StrEnum):
    """How the words of a selector were found, from best to worst."""

    VERBATIM = "verbatim"
    NORMALISED = "normalised"
    MOVED = "moved"
    VARIANT = "variant"
    CONTRADICTED = "contradicted"
    AMBIGUOUS = "ambiguous"
    MISSING = "missing"

    @property
    def accepted(self) -> bool:
        """Whether a brief may rely on an anchor of this verdict without a person's word."""
        return self in (Verdict.VERBATIM, Verdict.NORMALISED, Verdict.MOVED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Where a passage stands in its source: `exact` are the source's own words, as captured.

    `extent` is in the canonical text, `raw` in the decoded file; `paragraph` counts from 1; `page` and `row`
    are 0 where the format has none. `column` is the head of the one cell in which the words stand, if any.
    """

    passage: str
    source: str
    verdict: Verdict
    exact: str
    extent: Extent
    raw: Extent
    paragraph: int
    page: int = 0
    row: int = 0
    column: str = ""

    @property
    def place(self) -> tuple[int, int, int]:
        """The numbers by which the words are looked up: an anchor with others has moved."""
        return self.paragraph, self.page, self.row


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """All that a brief rests on, by id. `anchors` holds the passages that were found and accepted."""

    sources: Mapping[str, Source]
    captures: Mapping[str, Capture]
    texts: Mapping[str, SourceText]
    passages: Mapping[str, Passage]
    anchors: Mapping[str, Anchor]
