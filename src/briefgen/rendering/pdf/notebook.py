"""The notes of one document: their lines, set when a page first asks for them, and their elements."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.document import Document
from briefgen.rendering.pdf.lines import Compositor, Line, Measure
from briefgen.rendering.pdf.structure import Element, StructureTree
from briefgen.rendering.pdf.typecase import Target
from briefgen.rendering.theme import TextStyle
from briefgen.text.wording import wording_of

_GAP = 0.45
"""Ems between a note's number and its words."""


class NoteBook:
    """Sets notes in a style. `width` is that of the pages being filled, in points."""

    def __init__(
        self, document: Document, style: TextStyle, compositor: Compositor, tree: StructureTree, width: float
    ) -> None:
        self.style = style
        self.width = width
        self._back = wording_of(document.language).notes.back
        self._notes = {note.id: note for note in document.notes}
        self._compositor = compositor
        self._tree = tree
        self._lines: dict[str, list[Line]] = {}
        self._elements: dict[str, Element] = {}
        typecase = compositor.composer.typecase
        widest = max((str(note.number) for note in document.notes), key=len, default="0")
        self._column = typecase.width(typecase.look(style), "0" * len(widest))

    def mark(self, note: str, parent: Element) -> None:
        """A mark of the note has been laid out; the first gives it its place in the tree."""
        if note not in self._elements:
            self._elements[note] = element = self._tree.apart("Note", parent)
            self._tree.named(element, f"note.{note}")

    def number(self, note: str) -> int:
        """The number that leads a note: notes are read and printed in the order of their numbers."""
        return self._notes[note].number

    def lines(self, note: str) -> list[Line]:
        """The lines of a note, its number leading the first."""
        found = self._lines.get(note)
        if found is None:
            found = self._lines[note] = self._set(note)
        return found

    def element(self, note: str) -> Element:
        """The element of a note that has been marked."""
        return self._elements[note]

    def close(self, note: str) -> None:
        """The last line of the note has been painted."""
        self._tree.close(self._elements[note])
        del self._lines[note]

    def unmarked(self) -> list[Diagnostic]:
        """A warning for each note that no mark names, and that therefore stands nowhere."""
        return [
            Diagnostic(
                severity=Severity.WARNING,
                code="PD105",
                message=f"note {note.number} is not printed: no mark names it",
            )
            for note in self._notes.values()
            if note.id not in self._elements
        ]

    def _set(self, note: str) -> list[Line]:
        style, composer = self.style, self._compositor.composer
        number = str(self._notes[note].number)
        back = Target(role="back", place=f"mark.{note}", words=self._back.format(number=number))
        look = composer.typecase.look(style, target=back)
        indent = max(self._column + _GAP * style.size, style.indent)
        measure = Measure(width=self.width, align=style.align, indent=indent)
        lines = self._compositor.lines(composer.segments(self._notes[note].inlines, style), style, measure)
        right = indent - _GAP * style.size
        lines[0].label(composer.label(number, look), right - composer.typecase.width(look, number))
        return lines
