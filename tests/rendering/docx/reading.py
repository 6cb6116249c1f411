"""A Word file as its reader sees it: paragraphs with their styles, notes, fields."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

PLACED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(frozen=True)
class Read:
    """The parts of a file, and questions to ask of them."""

    parts: dict[str, bytes]

    def root(self, name: str) -> etree._Element:
        return etree.fromstring(self.parts[name])

    def paragraphs(self) -> list[tuple[str, str]]:
        """Each paragraph of the body, in charts not, as its style's name and its words; marks are `[^id]`."""
        names = self.style_names()
        return [
            (names[style_of(one)], words_of(one))
            for one in self.root("word/document.xml").iter(f"{W}p")
            if not any(above.tag == f"{W}txbxContent" for above in one.iterancestors())
        ]

    def words_in(self, style: str) -> list[str]:
        """The words of all paragraphs of a style, by its name."""
        return [words for name, words in self.paragraphs() if name == style]

    def notes(self) -> list[str]:
        """The words of each note, in order of their ids, without the number."""
        return [
            words_of(one).removeprefix(" ")
            for one in self.root("word/footnotes.xml").iter(f"{W}footnote")
            if one.get(f"{W}type") is None
        ]

    def style_names(self) -> dict[str, str]:
        return {
            one.get(f"{W}styleId", ""): one.findall(f"{W}name")[0].get(f"{W}val", "")
            for one in self.root("word/styles.xml").iter(f"{W}style")
        }

    def bookmarked(self, name: str) -> str:
        """The words within a bookmark, paragraphs apart by a line end."""
        root = self.root("word/document.xml")
        start = next(one for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}name") == name)
        words: list[str] = []
        within = False
        for one in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd", f"{W}t", f"{W}p"):
            if one is start:
                within = True
            elif one.tag == f"{W}bookmarkEnd" and one.get(f"{W}id") == start.get(f"{W}id"):
                return "".join(words)
            elif within:
                words.append("\n" if one.tag == f"{W}p" else one.text or "")
        raise AssertionError(f"{name} has no end")


def read(data: bytes) -> Read:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return Read({name: archive.read(name) for name in archive.namelist()})


def style_of(paragraph: etree._Element) -> str:
    styles = paragraph.findall(f"{W}pPr/{W}pStyle")
    return styles[0].get(f"{W}val", "") if styles else "Normal"


def words_of(element: etree._Element) -> str:
    return "".join(_words(element))


def _words(element: etree._Element) -> Iterator[str]:
    for one in element.iter():
        match one.tag:
            case name if name == f"{W}t":
                yield one.text or ""
            case name if name == f"{W}tab":
                yield "\t" if one.getnext() is None and not one.attrib else ""
            case name if name == f"{W}br":
                yield "\n"
            case name if name == f"{W}footnoteReference":
                yield f"[^{one.get(f'{W}id')}]"
