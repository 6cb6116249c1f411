"""What assembling gives: the document, and the way back from its blocks to what was typed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Literal, Protocol

from briefgen.diagnostics import Span
from briefgen.model.document import CalloutKind, Document
from briefgen.model.figures import Figure
from briefgen.outline.decoder import Located
from briefgen.outline.written import Prose, WrittenEvent
from briefgen.values import dataclass

Provenance = Literal["literal", "template", "generated"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where a block comes from.

    A literal block is part `part` (from 0) of the prose `located`; one from a template, or one that briefgen
    generated, changes with what it was made from. `span` is the place to look at: what a template wrote, in
    its file, or else where that is named.
    """

    provenance: Provenance
    span: Span
    located: Located | None = None
    part: int = 0


ClaimKind = Literal["fact"] | CalloutKind


class TypedText(Protocol):
    """A text, and where its characters were typed, if they were."""

    @property
    def value(self) -> str:
        """The text."""

    def span_within(self, start: int, end: int) -> Span | None:
        """Where characters `start` to `end` stand in their file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedStretch:
    """Words of a claim, by offsets into its text, and the passages that are cited for them."""

    start: int
    end: int
    cited: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A statement as resolved: its words without marks, and the passages that it cites, in order.

    Paragraphs, items and cells are parted by empty lines, so that no figure runs from one into the next.
    `stretches` are its sentences, or a table's rows, with what is cited for each.

    `prose` is the statement as written, where it is one of its own. `pieces` are what was typed of a claim
    that has no one origin in the outline, such as a table's cells, in the order of the claim's words.
    """

    block: str
    section: str
    kind: ClaimKind
    text: str
    cited: tuple[str, ...]
    origin: Origin
    stretches: tuple[CitedStretch, ...] = ()
    prose: Prose | None = None
    pieces: tuple[TypedText, ...] = ()

    def span_of(self, words: str, earlier: int = 0) -> Span:
        """Where some words of the claim were typed, or the claim's own place where that cannot be told.

        `earlier` is how often the same words stand before them. Lines may end between words.
        """
        sought = re.compile(r"\s+".join(map(re.escape, words.split())))
        typed = (self.origin.located,) if self.origin.located is not None else self.pieces
        for text in typed if words.strip() else ():
            for found in sought.finditer(text.value):
                if not earlier:
                    return text.span_within(*found.span()) or self.origin.span
                earlier -= 1
        return self.origin.span


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNote:
    """A note in the author's own words: the block that bears its mark, and where it was typed."""

    block: str
    origin: Origin


@dataclass(frozen=True, slots=True, kw_only=True)
class EventClaim:
    """An event of a timeline: what it says and cites by itself, and its dates as written."""

    claim: Claim
    written: WrittenEvent


@dataclass(frozen=True, slots=True, kw_only=True)
class Assembly:
    """A document, the origin of each of its blocks by id, its claims in reading order, its figures.

    `own_notes` are the author's own by the ids of their notes. `events` are parts of claims: a timeline as a
    whole is a claim too.
    """

    document: Document
    origins: Mapping[str, Origin]
    own_notes: Mapping[str, OwnNote]
    claims: tuple[Claim, ...]
    figures: Mapping[str, Figure]
    events: tuple[EventClaim, ...] = ()
