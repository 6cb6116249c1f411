"""Footnotes in the order of their marks."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from briefgen.citing.chicago import Reference, note_of
from briefgen.model.document import Inlines, Note, NoteMark
from briefgen.text.wording import Wording


class NoteBook:
    """Hands out marks in reading order and keeps the notes that they lead to, worded in one language."""

    def __init__(self, wording: Wording) -> None:
        self.wording = wording
        self._notes: dict[str, Note] = {}
        self._ids: dict[str, int] = {}
        self._cited: set[str] = set()
        self._quoted: set[str] = set()
        self._in_block: dict[tuple[object, ...], NoteMark] = {}

    def start_block(self) -> None:
        """From here on an equal citation gets a note of its own; within a block it shares one."""
        self._in_block = {}

    def cite(self, references: Sequence[Reference]) -> NoteMark:
        """The mark of a note that cites these passages."""
        key = tuple(
            (reference.anchor.passage, reference.prefix, reference.suffix) for reference in references
        )
        if key not in self._in_block:
            passages = tuple(reference.anchor.passage for reference in references)
            inlines = note_of(references, self.wording, self._cited, self._quoted)
            self._cited.update(reference.source.id for reference in references)
            self._quoted.update(passages)
            self._in_block[key] = self._add(inlines, passages, repr(key))
        return self._in_block[key]

    def write(self, inlines: Inlines) -> NoteMark:
        """The mark of a note in the author's own words."""
        return self._add(inlines, (), repr(inlines))

    @property
    def notes(self) -> tuple[Note, ...]:
        """All notes so far, numbered."""
        return tuple(self._notes.values())

    def passages_of(self, mark: NoteMark) -> tuple[str, ...]:
        """The passages that the note behind a mark cites."""
        return self._notes[mark.note].passages

    def _add(self, inlines: Inlines, passages: tuple[str, ...], key: str) -> NoteMark:
        stem = sha256(key.encode()).hexdigest()[:8]
        count = self._ids[stem] = self._ids.get(stem, 0) + 1
        note = f"note-{stem}" if count == 1 else f"note-{stem}-{count}"
        number = len(self._notes) + 1
        self._notes[note] = Note(id=note, number=number, inlines=inlines, passages=passages)
        return NoteMark(note=note)
