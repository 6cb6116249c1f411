"""A person with a word processor: edits the paragraphs of a .docx by the words that stand in them."""

from __future__ import annotations

import copy
import io
import re
import zipfile
from collections.abc import Callable

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
Element = etree._Element


class Editor:
    """One open file."""

    def __init__(self, data: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.parts = {name: archive.read(name) for name in archive.namelist()}
        self.root = etree.fromstring(self.parts["word/document.xml"])
        self.notes = etree.fromstring(self.parts["word/footnotes.xml"])
        self.author = "Ann"
        self._numbers = 900

    def saved(self) -> bytes:
        """The file as it is saved."""
        self.parts["word/document.xml"] = etree.tostring(self.root)
        self.parts["word/footnotes.xml"] = etree.tostring(self.notes)
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w") as archive:
            for name, content in self.parts.items():
                archive.writestr(name, content)
        return out.getvalue()

    def paragraph(self, words: str) -> Element:
        """The only paragraph that holds these words, or else the last of those that do."""
        found = [each for each in self.root.iter(f"{W}p") if words in text_of(each)]
        assert found, f"no paragraph holds {words!r}"
        return found[-1]

    def saved_online(self) -> Editor:
        """Save with an editor that keeps neither bookmarks nor parts that are no part of the text."""
        for each in list(self.root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd")):
            parent = each.getparent()
            assert parent is not None
            parent.remove(each)
        lost = ("customXml", "docProps/custom.xml")
        kept = {name: part for name, part in self.parts.items() if not name.startswith(lost)}
        pattern = rb"<(?:Relationship|Override) [^>]*(?:customXml|docProps/custom\.xml)[^>]*/>"
        self.parts = {
            name: re.sub(pattern, b"", part) if name.endswith((".rels", "Types].xml")) else part
            for name, part in kept.items()
        }
        return self

    def retype(self, old: str, new: str, *, within: str = "") -> Editor:
        """Replace words."""
        for _, text in self._selected(self.paragraph(within or old), old):
            text.text = ""
        self._write_at_selection(new)
        return self

    def retype_tracked(self, old: str, new: str) -> Editor:
        """Replace words with changes tracked."""
        runs = [run for run, _ in self._selected(self.paragraph(old), old)]
        parent, at = runs[0].getparent(), 0
        assert parent is not None
        at = parent.index(runs[0])
        removed = self._signed("del")
        for run in runs:
            for text in run.iter(f"{W}t"):
                text.tag = f"{W}delText"
            removed.append(run)
        parent.insert(at, removed)
        if new:
            added = self._signed("ins")
            added.append(run_of(new))
            parent.insert(at + 1, added)
        return self

    def insert_tracked(self, after: str, new: str) -> Editor:
        """Type words after others with changes tracked."""
        last = self._selected(self.paragraph(after), after)[-1][0]
        added = self._signed("ins")
        added.append(run_of(new))
        last.addnext(added)
        return self

    def track_paragraph(self, words: str, kind: str) -> Editor:
        """Have a whole paragraph tracked as inserted (`ins`) or deleted (`del`), with its end."""
        paragraph = self.paragraph(words)
        properties = paragraph.find(f"{W}pPr")
        assert properties is not None
        etree.SubElement(properties, f"{W}rPr").append(self._signed(kind))
        for run in list(paragraph.iter(f"{W}r")):
            self.wrap(run, kind)
        return self

    def wrap(self, run: Element, kind: str) -> None:
        """Have a run tracked."""
        change = self._signed(kind)
        parent = run.getparent()
        assert parent is not None
        parent.replace(run, change)
        change.append(run)
        for text in run.iter(f"{W}t") if kind == "del" else ():
            text.tag = f"{W}delText"

    def accept_all(self) -> Editor:
        """Accept every tracked change."""
        return self._settled("ins", "del")

    def reject_all(self) -> Editor:
        """Reject every tracked change."""
        return self._settled("del", "ins")

    def _settled(self, stays: str, goes: str) -> Editor:
        for paragraph in list(self.root.iter(f"{W}p")):
            if paragraph.find(f"{W}pPr/{W}rPr/{W}{goes}") is not None:
                parent = paragraph.getparent()
                assert parent is not None
                parent.remove(paragraph)
        for change in list(self.root.iter(f"{W}{goes}", f"{W}{stays}")):
            parent = change.getparent()
            assert parent is not None
            if change.tag == f"{W}{stays}":
                for child in change:
                    change.addprevious(child)
            parent.remove(change)
        for text in self.root.iter(f"{W}delText"):
            text.tag = f"{W}t"
        return self

    def without_comments(self) -> Editor:
        """Delete all comments."""
        for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
            for each in list(self.root.iter(f"{W}{name}")):
                parent = each.getparent()
                assert parent is not None
                parent.remove(each)
        comments = etree.fromstring(self.parts["word/comments.xml"])
        del comments[:]
        self.parts["word/comments.xml"] = etree.tostring(comments)
        return self

    def resolve_comments(self) -> Editor:
        """Tick all comments off."""
        comments = etree.fromstring(self.parts["word/comments.xml"])
        told = etree.Element(f"{{{W15}}}commentsEx", nsmap={"w15": W15})
        for at, paragraph in enumerate(comments.iter(f"{W}p")):
            paragraph.set(f"{{{W14}}}paraId", f"{at + 1:08X}")
            etree.SubElement(
                told, f"{{{W15}}}commentEx", {f"{{{W15}}}paraId": f"{at + 1:08X}", f"{{{W15}}}done": "1"}
            )
        self.parts["word/comments.xml"] = etree.tostring(comments)
        self.parts["word/commentsExtended.xml"] = etree.tostring(told)
        rels = "word/_rels/document.xml.rels"
        relation = (
            b'<Relationship Id="c2" Type="http://schemas.microsoft.com/office/2011/relationships/'
            b'commentsExtended" Target="commentsExtended.xml"/></Relationships>'
        )
        self.parts[rels] = self.parts[rels].replace(b"</Relationships>", relation)
        return self

    def _signed(self, name: str) -> Element:
        self._numbers += 1
        return etree.Element(
            f"{W}{name}", {f"{W}id": str(self._numbers), f"{W}author": self.author, f"{W}date": DATE}
        )

    def delete(self, words: str) -> Editor:
        """Delete the paragraph that holds these words, or the whole row of a table."""
        paragraph = self.paragraph(words)
        row = next(paragraph.iterancestors(f"{W}tr"), None)
        target = row if row is not None else paragraph
        parent = target.getparent()
        assert parent is not None
        parent.remove(target)
        return self

    def insert_after(self, words: str, text: str, style: str = "") -> Editor:
        """A new paragraph after the one that holds these words, styled like it or as told."""
        before = self.paragraph(words)
        new = etree.Element(f"{W}p")
        properties = before.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
            if style:
                del new[0][:]
                etree.SubElement(new[0], f"{W}pStyle", {f"{W}val": style})
        new.append(run_of(text))
        before.addnext(new)
        return self

    def move(self, words: str, after: str) -> Editor:
        """Cut a paragraph and paste it after another."""
        self.paragraph(after).addnext(self.paragraph(words))
        return self

    def split(self, words: str) -> Editor:
        """Press Enter before these words."""
        paragraph = self.paragraph(words)
        first = self._selected(paragraph, words)[0][0]
        new = etree.Element(f"{W}p")
        properties = paragraph.find(f"{W}pPr")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        for sibling in [first, *first.itersiblings()]:
            new.append(sibling)
        paragraph.addnext(new)
        return self

    def join(self, words: str) -> Editor:
        """Press Delete at the end of the paragraph before the one that holds these words."""
        paragraph = self.paragraph(words)
        before = paragraph.getprevious()
        assert before is not None and before.tag == f"{W}p"
        before.append(run_of(" "))
        for child in list(paragraph):
            if child.tag != f"{W}pPr":
                before.append(child)
        parent = paragraph.getparent()
        assert parent is not None
        parent.remove(paragraph)
        return self

    def embolden(self, words: str) -> Editor:
        """Set words in bold."""
        return self._set(words, lambda properties: etree.SubElement(properties, f"{W}b"))

    def underline(self, words: str) -> Editor:
        """Underline words."""
        return self._set(
            words, lambda properties: etree.SubElement(properties, f"{W}u", {f"{W}val": "single"})
        )

    def restyle(self, words: str, style: str) -> Editor:
        """Give a paragraph another style."""
        properties = self.paragraph(words).find(f"{W}pPr")
        assert properties is not None
        del properties[:]
        etree.SubElement(properties, f"{W}pStyle", {f"{W}val": style})
        return self

    def add_note(self, words: str, text: str) -> Editor:
        """Insert a footnote after words."""
        number = str(max(int(note.get(f"{W}id") or 0) for note in self.notes) + 1)
        note = etree.SubElement(self.notes, f"{W}footnote", {f"{W}id": number})
        paragraph = etree.SubElement(note, f"{W}p")
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}footnoteRef")
        paragraph.append(run_of(text))
        last = self._selected(self.paragraph(words), words)[-1][0]
        mark = etree.Element(f"{W}r")
        etree.SubElement(mark, f"{W}footnoteReference", {f"{W}id": number})
        last.addnext(mark)
        return self

    def retype_note(self, old: str, new: str) -> Editor:
        """Replace words in a footnote."""
        note = next(each for each in self.notes if old in text_of(each))
        for _, text in self._selected(note, old):
            text.text = ""
        self._write_at_selection(new)
        return self

    def comment(self, words: str, text: str) -> Editor:
        """Comment on words."""
        runs = [run for run, _ in self._selected(self.paragraph(words), words)]
        runs[0].addprevious(etree.Element(f"{W}commentRangeStart", {f"{W}id": "7"}))
        runs[-1].addnext(etree.Element(f"{W}commentRangeEnd", {f"{W}id": "7"}))
        comments = etree.Element(f"{W}comments", nsmap={"w": W[1:-1]})
        comment = etree.SubElement(
            comments, f"{W}comment", {f"{W}id": "7", f"{W}author": self.author, f"{W}date": DATE}
        )
        etree.SubElement(comment, f"{W}p").append(run_of(text))
        self.parts["word/comments.xml"] = etree.tostring(comments)
        relation = (
            b'<Relationship Id="c1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
            b'comments" Target="comments.xml"/></Relationships>'
        )
        rels = "word/_rels/document.xml.rels"
        self.parts[rels] = self.parts[rels].replace(b"</Relationships>", relation)
        override = (
            b'<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-'
            b'officedocument.wordprocessingml.comments+xml"/></Types>'
        )
        types = "[Content_Types].xml"
        self.parts[types] = self.parts[types].replace(b"</Types>", override)
        return self

    def remove_note(self, words: str) -> Editor:
        """Delete the first footnote mark of a paragraph."""
        mark = next(self.paragraph(words).iter(f"{W}footnoteReference"))
        run = mark.getparent()
        assert run is not None
        run.remove(mark)
        return self

    def duplicate_row(self, words: str, *cells: str) -> Editor:
        """A new row below the one that holds these words."""
        row = next(self.paragraph(words).iterancestors(f"{W}tr"))
        new = copy.deepcopy(row)
        for cell, text in zip(new.iter(f"{W}tc"), cells, strict=True):
            paragraph = next(cell.iter(f"{W}p"))
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)
            paragraph.append(run_of(text))
        row.addnext(new)
        return self

    def copy_after(self, words: str, after: str) -> Editor:
        """Copy a paragraph with all that is in it, bookmarks too, and paste it after another."""
        self.paragraph(after).addnext(copy.deepcopy(self.paragraph(words)))
        return self

    def add_column(self, words: str, *cells: str) -> Editor:
        """A new last column of the table that holds these words."""
        table = next(self.paragraph(words).iterancestors(f"{W}tbl"))
        for row, text in zip(table.iter(f"{W}tr"), cells, strict=True):
            cell = copy.deepcopy(list(row.iter(f"{W}tc"))[-1])
            paragraph = next(cell.iter(f"{W}p"))
            for child in list(paragraph):
                if child.tag != f"{W}pPr":
                    paragraph.remove(child)
            paragraph.append(run_of(text))
            row.append(cell)
        return self

    def delete_column(self, words: str, at: int) -> Editor:
        """Delete a column of the table that holds these words."""
        table = next(self.paragraph(words).iterancestors(f"{W}tbl"))
        for row in table.iter(f"{W}tr"):
            row.remove(list(row.iter(f"{W}tc"))[at])
        return self

    def drawing(self, at: int = 0) -> Element:
        """The paragraph of a chart or picture."""
        return [each for each in self.root.iter(f"{W}p") if each.find(f".//{W}drawing") is not None][at]

    def _set(self, words: str, change: Callable[[Element], object]) -> Editor:
        for run, _ in self._selected(self.paragraph(words), words):
            properties = run.find(f"{W}rPr")
            if properties is None:
                properties = etree.Element(f"{W}rPr")
                run.insert(0, properties)
            change(properties)
        return self

    def _selected(self, parent: Element, words: str) -> list[tuple[Element, Element]]:
        """The runs that hold exactly these words, cut out of their neighbours."""
        texts = list(parent.iter(f"{W}t"))
        start = as_seen("".join(text.text or "" for text in texts)).index(words)
        end, at = start + len(words), 0
        found = []
        for text in texts:
            value = text.text or ""
            first, last = max(start, at) - at, min(end, at + len(value)) - at
            at += len(value)
            if first >= last:
                continue
            run = text.getparent()
            assert run is not None
            for piece, before in ((value[:first], True), (value[last:], False)):
                if piece:
                    other = copy.deepcopy(run)
                    for extra in list(other):
                        if extra.tag not in (f"{W}rPr", f"{W}t"):
                            other.remove(extra)
                    next(other.iter(f"{W}t")).text = piece
                    next(other.iter(f"{W}t")).set(SPACE, "preserve")
                    (run.addprevious if before else run.addnext)(other)
            text.text = value[first:last]
            text.set(SPACE, "preserve")
            found.append((run, text))
        self._selection = found
        return found

    def _write_at_selection(self, new: str) -> None:
        self._selection[0][1].text = new
        for other, _ in self._selection[1:]:
            parent = other.getparent()
            assert parent is not None
            parent.remove(other)


DATE = "2025-02-01T10:00:00Z"


def run_of(text: str) -> Element:
    run = etree.Element(f"{W}r")
    child = etree.SubElement(run, f"{W}t", {SPACE: "preserve"})
    child.text = text
    return run


def text_of(element: Element) -> str:
    return as_seen("".join(each.text or "" for each in element.iter(f"{W}t")))


def as_seen(text: str) -> str:
    return text.replace("\u00a0", " ")
