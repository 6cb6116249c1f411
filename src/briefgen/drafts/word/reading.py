"""An edited Word file's bytes to an `EditedDraft`, or the reason why it is none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.drafts.draft import (
    DraftNote,
    EditedDraft,
    FileView,
    Line,
    Row,
    TrackedChange,
    View,
)
from briefgen.drafts.word.annotations import ReaderOf, changes_of, comments_of
from briefgen.drafts.word.drawings import drawings_of
from briefgen.drafts.word.elements import body_elements, cells_of, local_name, value_of
from briefgen.drafts.word.package import Package, Unreadable, links_of, opened
from briefgen.drafts.word.paragraphs import (
    HIDDEN,
    NOTE_PREFIX,
    ParagraphReader,
    bookmark_of,
    settled,
    trimmed,
)
from briefgen.drafts.word.styles import StyleSheet
from briefgen.model.document import Document
from briefgen.rendering.docx.identity import (
    DOCUMENT_PROPERTY,
    EDITION_PROPERTY,
    NAMESPACE,
    SHOWN,
    NotABase,
    read_base,
)
from briefgen.rendering.docx.markup import w
from briefgen.text.tokens import Token, Tokens, text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRACKED = re.compile(rb"<\w+:(?:ins|del|moveFrom|moveTo)[\s>]")
_SHOWN = re.compile(rf'<(?:\w+:)?base\s[^>]*\b{SHOWN}="([\w ]*)"'.encode())
_BASE = re.compile(rb"<(?:\w+:)?base[\s>]")


def read(data: bytes) -> tuple[EditedDraft | None, list[Diagnostic]]:
    """The draft that a Word file holds, or None and why it cannot be read. Never raises for bad input."""
    try:
        package = opened(data)
        return _draft(package, data)
    except Unreadable as failure:
        return None, [error(failure.code, failure.message, None, hint=failure.hint)]


def view_of(data: bytes, view: View = "accepted") -> FileView:
    """What a Word file shows in a view. Raises `package.Unreadable`."""
    package = opened(data)
    return _Reading(package, _body(package)).view(view)


def _body(package: Package) -> _Element:
    root = package.xml(package.main)
    body = None if root is None else root.find(w("body"))
    if body is None:
        raise Unreadable("DR106", "the file has no text", "give the Word file that came back")
    return body


def _draft(package: Package, data: bytes) -> tuple[EditedDraft, list[Diagnostic]]:
    found: list[Diagnostic] = []
    body = _body(package)
    reading = _Reading(package, body)
    properties = _properties(package)
    draft = EditedDraft(
        accepted=reading.view("accepted"),
        comments=tuple(comments_of(package, body, reading.reader_of(package.main))),
        changes=tuple(reading.changes()),
        base=_base(package, found),
        shown=_shown(package),
        document=properties.get(DOCUMENT_PROPERTY, ""),
        edition=properties.get(EDITION_PROPERTY, ""),
        data=data,
    )
    if not any(name.startswith("bg_") for line in draft.accepted.lines for name in line.names):
        message = "no paragraph of the file carries a bookmark of briefgen any more"
        hint = "paragraphs are matched by their words alone; look the result over"
        found.append(
            Diagnostic(severity=Severity.WARNING, code="DR110", message=message, span=None, hint=hint)
        )
    return draft, found


class _Reading:
    """One file's body, read in either view."""

    def __init__(self, package: Package, body: _Element) -> None:
        self.package = package
        self.body = body
        self.sheet = StyleSheet.of(package)
        self.keys, self.names = note_keys(body)
        names = (package.main, package.related("footnotes"), package.related("endnotes"))
        self.parts = [package.parts.get(name, b"") for name in names]

    def changes(self) -> Iterator[TrackedChange]:
        """The tracked changes of the text, and then those of its notes."""
        if not self.is_tracked:
            return
        yield from changes_of(self.body, self.reader_of(self.package.main))
        for kind in ("footnotes", "endnotes"):
            part = self.package.related(kind)
            root = self.package.xml(part)
            if root is not None:
                yield from changes_of(root, self.reader_of(part), in_notes=True)

    @property
    def is_tracked(self) -> bool:
        """Whether any change is tracked in the file."""
        return _TRACKED.search(b"".join(self.parts)) is not None

    def reader_of(self, part: str) -> ReaderOf:
        """Readers of one part."""
        return lambda view: self._reader(view, part)

    def view(self, view: View) -> FileView:
        """What the file shows in a view."""
        reader = self._reader(view, self.package.main)
        lines = _Lines(reader).lines(self.body)
        return FileView(
            lines=tuple(_stepwise(lines)),
            drawings=tuple(drawings_of(self.package, self.body, self._reader(view, self.package.main))),
            asides=tuple(self._asides(view)),
            notes=self._notes(view),
        )

    def _reader(self, view: View, part: str) -> ParagraphReader:
        return ParagraphReader(
            view=view,
            sheet=self.sheet,
            links=links_of(self.package, part),
            note_keys=self.keys,
            note_names=self.names,
        )

    def _notes(self, view: View) -> dict[str, DraftNote]:
        found = {}
        for kind in ("footnote", "endnote"):
            part = self.package.related(f"{kind}s")
            root = self.package.xml(part)
            reader = self._reader(view, part)
            for note in () if root is None else root.iter(w(kind)):
                key = self.keys.get((kind, value_of(note, "id")))
                if key and value_of(note, "type") in ("", "normal"):
                    name = key if key.startswith(NOTE_PREFIX) else ""
                    found[key] = DraftNote(tokens=reader.block_tokens(note), name=name)
        return found

    def _asides(self, view: View) -> Iterator[str]:
        for name in sorted(self.package.parts):
            if name.startswith("word/") and name[5:].startswith(("header", "footer")) and "/" not in name[5:]:
                root = self.package.xml(name)
                if root is not None:
                    yield text_of(self._reader(view, name).block_tokens(root))


class _Lines:
    """Gathers the lines of a body; paragraphs that a tracked change joined become one."""

    def __init__(self, reader: ParagraphReader) -> None:
        self.reader = reader
        self.open_names: dict[str, str] = {}

    def lines(self, body: _Element) -> Iterator[Line]:
        carried: Line | None = None
        for index, element in enumerate(body_elements(body)):
            if local_name(element) == "tbl":
                if carried is not None and carried.tokens:
                    yield carried
                carried = None
                yield from self._table(element, index)
                continue
            line = self._paragraph(element, index)
            if line is None:
                continue
            if carried is not None:
                line = _joined(carried, line)
                carried = None
            if self.reader.mark_is_hidden(element):
                carried = line
            elif line.tokens:
                yield line
        if carried is not None and carried.tokens:
            yield carried

    def _paragraph(self, paragraph: _Element, index: int) -> Line | None:
        within_contents = self.reader.within_contents
        tokens = trimmed(self.reader.tokens(paragraph))
        sheet = self.reader.sheet
        style = sheet.name(sheet.style_of(paragraph))
        if within_contents or self.reader.within_contents or style.lower().startswith(("toc ", "contents ")):
            return None
        names = tuple(self._names(paragraph))
        level, item = sheet.heading_level(paragraph), sheet.list_level(paragraph)
        if level:
            return Line(
                kind="heading", level=level, tokens=tokens, names=names, style=style, elements=(index,)
            )
        if item is not None:
            depth, ordered = item
            return Line(
                kind="item",
                level=depth,
                ordered=ordered,
                tokens=tokens,
                names=names,
                style=style,
                elements=(index,),
            )
        return Line(kind="text", tokens=tokens, names=names, style=style, elements=(index,))

    def _table(self, table: _Element, index: int) -> Iterator[Line]:
        hidden = HIDDEN[self.reader.view]
        rows: list[Row] = []
        for row in table.iter(w("tr")):
            properties = row.find(w("trPr"))
            shown = properties is None or not any(local_name(child) in hidden for child in properties)
            cells = tuple(
                _named_plainly(self.reader.block_tokens(cell))
                if not rows or not at
                else self.reader.block_tokens(cell)
                for at, cell in enumerate(cells_of(row))
            )
            if shown and next(row.iterancestors(w("tbl"))) is table:
                rows.append(cells)
        if any(cell for row in rows for cell in row):
            names = tuple(self._names(table))
            yield Line(kind="table", rows=tuple(rows), names=names, elements=(index,))

    def _names(self, element: _Element) -> Iterator[str]:
        hidden = HIDDEN[self.reader.view]
        for start in element.iter(w("bookmarkStart")):
            if not any(local_name(parent) in hidden for parent in start.iterancestors()):
                yield bookmark_of(start)


def _stepwise(lines: Iterable[Line]) -> Iterator[Line]:
    """Lines of which no item stands more than one step below the item before it.

    A paragraph between two items may be part of the first; after two, a list begins anew.
    """
    deepest, before = 0, ""
    for line in lines:
        if line.kind == "item":
            line = replace(line, level=min(line.level, deepest))
            deepest = line.level + 1
        elif before != "item" or line.kind != "text":
            deepest = 0
        before = line.kind
        yield line


def _named_plainly(tokens: Tokens) -> Tokens:
    """The words of a cell that names its row or column, without the weight that a table style gives."""
    bold = ("strong", "")
    if all(bold in token.attributes for token in tokens if token.kind in ("word", "figure")):
        return tuple(replace(token, attributes=token.attributes - {bold}) for token in tokens)
    return tokens


def _joined(first: Line, second: Line) -> Line:
    if not first.tokens:
        return Line(
            kind=second.kind,
            level=second.level,
            ordered=second.ordered,
            tokens=second.tokens,
            names=(*first.names, *second.names),
            style=second.style,
            elements=(*first.elements, *second.elements),
        )
    needs_gap = bool(second.tokens)
    gap = (Token(text=" ", kind="space"),) if needs_gap else ()
    return Line(
        kind=first.kind,
        level=first.level,
        ordered=first.ordered,
        tokens=settled((*first.tokens, *gap, *second.tokens)),
        names=(*first.names, *second.names),
        style=first.style,
        elements=(*first.elements, *second.elements),
    )


def note_keys(body: _Element) -> tuple[dict[tuple[str, str], str], dict[str, str]]:
    """For each note of the file a key, and the keys by the bookmarks around their marks."""
    keys: dict[tuple[str, str], str] = {}
    names: dict[str, str] = {}
    open_names: dict[str, str] = {}
    taken: set[str] = set()
    for element in body.iter(
        w("bookmarkStart"), w("bookmarkEnd"), w("footnoteReference"), w("endnoteReference")
    ):
        match local_name(element):
            case "bookmarkStart":
                open_names[value_of(element, "id")] = bookmark_of(element)
            case "bookmarkEnd":
                open_names.pop(value_of(element, "id"), None)
            case name:
                note = name.removesuffix("Reference"), value_of(element, "id")
                own = next((held for held in open_names.values() if held.startswith(NOTE_PREFIX)), "")
                if note not in keys:
                    keys[note] = own if own and own not in taken else f"{note[0]} {note[1]}"
                    taken.add(keys[note])
                for held in open_names.values():
                    names.setdefault(held, keys[note])
    return keys, names


def _base(package: Package, found: list[Diagnostic]) -> Document | None:
    for name in base_parts(package):
        try:
            return read_base(package.parts[name])
        except NotABase as failure:
            message = f"the draft's memory of what it was made from cannot be used: {failure}"
            hint = "the edition's own record is used instead; --edition names another edition"
            found.append(
                Diagnostic(severity=Severity.WARNING, code="DR111", message=message, span=None, hint=hint)
            )
    return None


def _shown(package: Package) -> frozenset[str]:
    """The remarks that the file was made with, by their names."""
    told = (_SHOWN.search(package.parts[name]) for name in base_parts(package))
    return frozenset(name for found in told if found for name in found[1].decode().split())


def base_parts(package: Package) -> list[str]:
    """The parts that hold a base, whatever an editor has named them."""
    return sorted(
        name
        for name, part in package.parts.items()
        if name.endswith(".xml") and NAMESPACE.encode() in part[:2000] and _BASE.search(part[:2000])
    )


def _properties(package: Package) -> dict[str, str]:
    root = package.xml("docProps/custom.xml")
    if root is None:
        return {}
    return {
        str(element.get("name")): "".join(str(text) for text in element.itertext()).strip()
        for element in root
        if element.get("name")
    }
