"""What is kept of each block as it is built: where it comes from, and what it claims."""

from __future__ import annotations

from briefgen.assembling.assembly import Claim, ClaimKind, EventClaim, Origin, OwnNote, TypedText
from briefgen.assembling.coverage import (
    BETWEEN,
    cited_in,
    read_run,
    sentence_stretches,
    table_stretches,
)
from briefgen.assembling.prose import ProseReader
from briefgen.model.document import (
    Block,
    Callout,
    Heading,
    Inlines,
    Table,
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
        inlines = [block.inlines] if isinstance(block, Callout) else runs_of(block)
        runs = [read_run(run, self._reader.notes.passages_of) for run in inlines]
        basis = [name.value for name in prose.basis] if prose else []
        stretches = (
            table_stretches(block, runs) if isinstance(block, Table) else sentence_stretches(runs, basis)
        )
        self.claims.append(
            Claim(
                block=block.id,
                section=section,
                kind=kind,
                text=BETWEEN.join(run.text for run in runs),
                cited=cited_in(runs),
                origin=origin,
                stretches=tuple(stretches),
                prose=prose,
                pieces=pieces,
            )
        )

    def event(self, block: str, section: str, written: WrittenEvent, words: Inlines) -> None:
        """Keep what one event of a timeline says and cites."""
        if self._reader.unresolved > self._unresolved_before:
            return
        run = read_run(words, self._reader.notes.passages_of)
        claim = Claim(
            block=block,
            section=section,
            kind="fact",
            text=run.text,
            cited=cited_in((run,)),
            origin=Origin(provenance="literal", span=written.text.span, located=written.text),
            stretches=tuple(sentence_stretches((run,))),
        )
        self.events.append(EventClaim(claim=claim, written=written))
