"""A Word file in hand: its parts as trees that can be changed, and the file again, byte for byte the same."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from briefgen.drafts.word.elements import PARAGRAPH_IDS, SPACE, THREADS, number_of, value_of, w
from briefgen.drafts.word.package import Package, opened, parse, relations_of
from briefgen.drafts.word.styles import StyleSheet
from briefgen.rendering.docx.markup import NAMESPACES

if TYPE_CHECKING:
    from lxml.etree import _Element

_EPOCH = (1980, 1, 1, 0, 0, 0)
_PACKAGE_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = {"commentsExtended": "http://schemas.microsoft.com/office/2011/relationships"}
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_NOTES = (
    f"<w:footnotes {NAMESPACES}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
_IGNORABLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="{0}"'
_COMMENTS = f'<w:comments {NAMESPACES} xmlns:w14="{PARAGRAPH_IDS}" {_IGNORABLE.format("w14")}/>'
_EXTENDED = f'<w15:commentsEx xmlns:w15="{THREADS}" {_IGNORABLE.format("w15")}/>'


@dataclass(slots=True)
class WordFile:
    """An open Word file. Changes are made in the trees that it hands out."""

    package: Package
    sheet: StyleSheet
    _trees: dict[str, _Element] = field(default_factory=dict)
    _made: dict[str, str] = field(default_factory=dict)
    _number: int = 90_000

    @classmethod
    def of(cls, data: bytes) -> WordFile:
        """Open a file. Raises `package.Unreadable`."""
        package = opened(data)
        return cls(package, StyleSheet.of(package))

    @property
    def body(self) -> _Element:
        """The body of the main part."""
        body = self.tree(self.package.main).find(w("body"))
        assert body is not None
        return body

    def tree(self, part: str) -> _Element:
        """The root of a part; the same one each time."""
        if part not in self._trees:
            self._trees[part] = parse(self.package.parts[part], part)
        return self._trees[part]

    @property
    def has_notes(self) -> bool:
        """Whether the file has footnotes, or was given some."""
        return "footnotes" in self._made or bool(self.package.related("footnotes"))

    def notes(self) -> _Element:
        """The root of the footnotes; made where the file has none."""
        return self.tree(self._part("footnotes", _NOTES))

    def comments(self) -> _Element:
        """The root of the comments; made where the file has none."""
        return self.tree(self._part("comments", _COMMENTS))

    def threads(self) -> _Element:
        """The root of what Word keeps beside comments: which answers which; made where the file has none."""
        return self.tree(self._part("commentsExtended", _EXTENDED))

    def number(self) -> str:
        """A number for a change, a bookmark or a comment that no other in the file has."""
        self._number += 1
        return str(self._number)

    def link(self, address: str) -> str:
        """The relation of the main part to an address."""
        root = self.tree(relations_of(self.package.main))
        for relation in root:
            if relation.get("Target") == address and relation.get("TargetMode") == "External":
                return str(relation.get("Id"))
        return self._relate("hyperlink", address, external=True)

    def add_note(self, content: Iterable[_Element]) -> str:
        """The id of a new footnote with this content."""
        root = self.notes()
        number = str(max([0, *(number_of(note, "id") or 0 for note in root)]) + 1)
        note = element("footnote", id=number)
        paragraph = element("p")
        style = self.style_called("footnote text")
        if style:
            paragraph.append(element("pPr", element("pStyle", val=style)))
        paragraph.append(element("r", self.note_look(), element("footnoteRef")))
        paragraph.append(text_run(" "))
        paragraph.extend(list(content))
        note.append(paragraph)
        root.append(note)
        return number

    def number_notes(self) -> None:
        """Put the footnotes into the order of their marks: some editors count them, and never look."""
        root = self.notes()
        notes = {
            value_of(note, "id"): note for note in root.iter(w("footnote")) if not value_of(note, "type")
        }
        marks = list(self.body.iter(w("footnoteReference")))
        order = dict.fromkeys(value_of(mark, "id") for mark in marks if value_of(mark, "id") in notes)
        numbers = {
            old: str(number)
            for number, old in enumerate([*order, *(note for note in notes if note not in order)], 1)
        }
        for mark in marks:
            mark.set(w("id"), numbers.get(value_of(mark, "id"), value_of(mark, "id")))
        for old, number in numbers.items():
            notes[old].set(w("id"), number)
            root.append(notes[old])

    def note_look(self) -> _Element:
        """The run properties of a note's mark."""
        style = self.style_called("footnote reference") or self.style_called("footnote anchor")
        look = element("rStyle", val=style) if style else element("vertAlign", val="superscript")
        return element("rPr", look)

    def style_called(self, name: str) -> str:
        """The id of a style by its name, empty where there is none."""
        wanted = name.lower()
        return next((style for style in self.sheet.styles if self.sheet.name(style).lower() == wanted), "")

    def put(self, part: str, data: bytes) -> None:
        """Replace a part."""
        self._trees.pop(part, None)
        self.package.parts[part] = data

    def saved(self) -> bytes:
        """The file. Equal parts give equal bytes."""
        from lxml import etree

        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            first = "[Content_Types].xml"
            for name in (first, *sorted(self.package.parts.keys() - {first})):
                data = self.package.parts[name]
                if name in self._trees:
                    data = etree.tostring(
                        self._trees[name], xml_declaration=True, encoding="UTF-8", standalone=True
                    )
                entry = zipfile.ZipInfo(name, _EPOCH)
                entry.compress_type = zipfile.ZIP_DEFLATED
                archive.writestr(entry, data)
        return out.getvalue()

    def _part(self, kind: str, empty: str) -> str:
        found = self._made.get(kind) or self.package.related(kind)
        if found in self.package.parts:
            return found
        folder = self.package.main.rpartition("/")[0]
        name = f"{folder}/{kind}.xml"
        self.package.parts[name] = empty.encode()
        self._made[kind] = name
        self._relate(kind, f"{kind}.xml", external=False)
        types = self.tree("[Content_Types].xml")
        override = types.makeelement(f"{{{_TYPES}}}Override", {})
        override.set("PartName", f"/{name}")
        override.set("ContentType", f"{_WORD_TYPE}.{kind}+xml")
        types.append(override)
        return name

    def _relate(self, kind: str, target: str, *, external: bool) -> str:
        root = self.tree(relations_of(self.package.main))
        taken = {relation.get("Id") for relation in root}
        name = next(f"rId{n}" for n in range(1, len(taken) + 2) if f"rId{n}" not in taken)
        relation = root.makeelement(f"{{{_PACKAGE_RELATIONS}}}Relationship", {})
        relation.set("Id", name)
        relation.set("Type", f"{_RELATIONS.get(kind, _OFFICE_RELATIONS)}/{kind}")
        relation.set("Target", target)
        if external:
            relation.set("TargetMode", "External")
        root.append(relation)
        self.package.parts.setdefault(relations_of(self.package.main), b"")
        return name


def element(name: str, *children: _Element, **attributes: str) -> _Element:
    """An element of WordprocessingML."""
    from lxml import etree

    made = etree.Element(w(name), {w(key): value for key, value in attributes.items()})
    made.extend(children)
    return made


def text_run(text: str, *properties: _Element, deleted: bool = False) -> _Element:
    """A run that shows a text; its line breaks are breaks."""
    run = element("r")
    if properties:
        run.append(element("rPr", *properties))
    for at, part in enumerate(text.split("\n")):
        if at:
            run.append(element("br"))
        if part:
            words = element("delText" if deleted else "t")
            words.text = part
            words.set(SPACE, "preserve")
            run.append(words)
    return run
