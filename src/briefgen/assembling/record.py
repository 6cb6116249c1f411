"""What is kept of each block as it is built: where it comes from, and what it claims."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.assembling.assembly import Claim, ClaimKind, EventClaim, Origin, OwnNote, TypedText
from briefgen.assembling.prose import ProseReader
from briefgen.model.document import (
    Block,
    Callout,
    Heading,
    Inlines,
    Label,
    NoteMark,
    marks_in,
    plain,
    runs_of,
)
from briefgen.outline.written import Prose, WrittenEvent


class Record:
    """The origin of each block by its id, the author's own notes by theirs, and the claims in reading order.

    A statement with a citation that leads nowhere makes no claim: what it rests on cannot be told.
    """

    def __init__(self, reader: ProseReader) -> None:
        self.origins: dict[str, Origin] = {}
        self.own_notes: dict[str, OwnNote] = {}
        self.claims: list[Claim] = []
        self.events: list[EventClaim] = []
        self._reader = reader
        self._unresolved_before = 0

    def begin_statement(self) -> None:
        """To be called before a statement's citations are read."""
        self._unresolved_before = self._reader.unresolved

    def origin(self, block: Block, origin: Origin) -> None:
        """Keep where a block comes from that claims nothing, or nothing that is not claimed elsewhere."""
        self.origins[block.id] = origin

    def claim(
        self,
        block: Block,
        section: str,
        kind: ClaimKind,
        origin: Origin,
        prose: Prose | None = None,
        pieces: tuple[TypedText, ...] = (),
    ) -> None:
        """Keep where a block comes from, and what it says and cites."""
        self.origin(block, origin)
        if isinstance(block, Heading) or self._reader.unresolved > self._unresolved_before:
            return
        runs = [block.inlines] if isinstance(block, Callout) else list(runs_of(block))
        marks = [mark for run in runs for mark in marks_in(run)]
        cited = self._cited(marks)
        text = "\n\n".join(plain(tuple(i for i in run if not isinstance(i, Label))) for run in runs)
        self.claims.append(
            Claim(
                block=block.id,
                section=section,
                kind=kind,
                text=text,
                cited=cited,
                origin=origin,
                prose=prose,
                pieces=pieces,
            )
        )

    def event(self, block: str, section: str, written: WrittenEvent, words: Inlines) -> None:
        """Keep what one event of a timeline says and cites."""
        if self._reader.unresolved > self._unresolved_before:
            return
        origin = Origin(provenance="literal", span=written.text.span, located=written.text)
        claim = Claim(
            block=block,
            section=section,
            kind="fact",
            text=plain(words),
            cited=self._cited(marks_in(words)),
            origin=origin,
        )
        self.events.append(EventClaim(claim=claim, written=written))

    def _cited(self, marks: Iterable[NoteMark]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(name for mark in marks for name in self._reader.notes.passages_of(mark)))
