"""Runs: words with their character styles, links, languages and note marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import assert_never
from urllib.parse import quote, urlsplit

from briefgen.model.document import (
    Emphasis,
    Inlines,
    Label,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Strong,
    Text,
)
from briefgen.rendering.docx.bookmarks import Bookmarks
from briefgen.rendering.docx.identity import note_bookmark
from briefgen.rendering.docx.languages import is_east_asian, is_right_to_left, language_attributes
from briefgen.rendering.docx.markup import escaped
from briefgen.rendering.docx.relations import Relations
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.ties import tied
from briefgen.text.ties import NO_BREAK_SPACE

_ADDRESS = ("http://", "https://", "www.")
_NO_LANGUAGE = "zxx"
"""What is in no language (ISO 639-2): no editor hyphenates an address, or takes it for misspelt."""

LONGEST_LINK = 2083
"""Characters of an address; Word refuses to open a file that holds a longer one."""


class Marks:
    """Places note marks: the first of a note brings the note, a later one refers to the first."""

    def __init__(self, notes: Mapping[str, Note], bookmarks: Bookmarks, styles: StyleIds) -> None:
        self._notes = notes
        self._bookmarks = bookmarks
        self._style = f'<w:r><w:rPr><w:rStyle w:val="{styles.note_mark}"/></w:rPr>'
        self.first: dict[str, Note] = {}
        self.unknown: list[str] = []

    def place(self, note_id: str) -> str:
        """The markup of a mark. A mark of no known note leaves nothing but an entry in `unknown`."""
        note = self._notes.get(note_id)
        if note is None:
            self.unknown.append(note_id)
            return ""
        if note_id in self.first:
            return self._again(note)
        self.first[note_id] = note
        start, end = self._bookmarks.pair(note_bookmark(note_id))
        return f'{start}{self._style}<w:footnoteReference w:id="{len(self.first)}"/></w:r>{end}'

    def between(self) -> str:
        """What keeps two marks in a row apart."""
        return f"{self._style}<w:t>,</w:t></w:r>"

    def _again(self, note: Note) -> str:
        instruction = f" NOTEREF {note_bookmark(note.id)} \\f \\h "
        return field_markup(instruction, f"{self._style}<w:t>{note.number}</w:t></w:r>", self._style)


def field_markup(instruction: str, result: str, opening: str = "<w:r>") -> str:
    """A field, with what it shows until an editor computes it anew. `opening` begins each of its own runs."""
    return (
        f'{opening}<w:fldChar w:fldCharType="begin"/></w:r>'
        f'{opening}<w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
        f'{opening}<w:fldChar w:fldCharType="separate"/></w:r>{result}'
        f'{opening}<w:fldChar w:fldCharType="end"/></w:r>'
    )


class Words:
    """Writes inlines as runs of one part, whose `relations` take the addresses of its links.

    `anchors` gives the bookmark of each block that a link may lead to. Without `marks`, marks are left out.
    Links that a file must not hold are set as words, and listed in `refused`.
    """

    def __init__(
        self, styles: StyleIds, relations: Relations, anchors: Mapping[str, str], marks: Marks | None
    ) -> None:
        self._styles = styles
        self._relations = relations
        self._anchors = anchors
        self._marks = marks
        self._openings: dict[tuple[bool, bool, str, str], str] = {}
        self.refused: list[str] = []

    def runs(self, inlines: Inlines) -> str:
        """The inlines as a sequence of runs and hyperlinks."""
        out: list[str] = []
        self._write(tied(inlines, NO_BREAK_SPACE), out.append, bold=False, italic=False, style="")
        return "".join(out)

    def _write(
        self, inlines: Inlines, put: Callable[[str], None], *, bold: bool, italic: bool, style: str
    ) -> None:
        before: object = None
        for inline in inlines:
            match inline:
                case Text():
                    put(self._run(inline.text, bold, italic, style, inline.language))
                case NoteMark():
                    if self._marks is not None:
                        mark = self._marks.place(inline.note)
                        put(self._marks.between() + mark if mark and isinstance(before, NoteMark) else mark)
                case Emphasis():
                    self._write(inline.inlines, put, bold=bold, italic=True, style=style)
                case Strong():
                    self._write(inline.inlines, put, bold=True, italic=italic, style=style)
                case Label():
                    put(self._run(inline.text, bold, italic, self._styles.label, ""))
                case LineBreak():
                    put("<w:r><w:br/></w:r>")
                case Link():
                    self._write_link(inline, put, bold=bold, italic=italic, style=style)
                case _:
                    assert_never(inline)
            before = inline

    def _write_link(
        self, link: Link, put: Callable[[str], None], *, bold: bool, italic: bool, style: str
    ) -> None:
        target = "" if style == self._styles.link else self._target(link.target)
        if not target:
            self._write(link.inlines, put, bold=bold, italic=italic, style=style)
            return
        put(f'<w:hyperlink {target} w:history="1">')
        self._write(link.inlines, put, bold=bold, italic=italic, style=self._styles.link)
        put("</w:hyperlink>")

    def _target(self, address: str) -> str:
        if address.startswith("#") and address[1:] in self._anchors:
            return f'w:anchor="{self._anchors[address[1:]]}"'
        safe = safe_address(address)
        if not safe:
            self.refused.append(address)
            return ""
        return f'r:id="{self._relations.to("hyperlink", safe, external=True)}"'

    def _run(self, text: str, bold: bool, italic: bool, style: str, language: str) -> str:
        key = (bold, italic, style, _NO_LANGUAGE if text.startswith(_ADDRESS) else language)
        opening = self._openings.get(key)
        if opening is None:
            opening = f'<w:r>{self._properties(*key)}<w:t xml:space="preserve">'
            self._openings[key] = opening
        return f"{opening}{escaped(text)}</w:t></w:r>" if text else ""

    def _properties(self, bold: bool, italic: bool, style: str, language: str) -> str:
        direct = ""
        if style:
            direct = ("<w:b/><w:bCs/>" if bold else "") + ("<w:i/><w:iCs/>" if italic else "")
        elif bold or italic:
            styles = self._styles
            style = (styles.strong_emphasis if bold else styles.emphasis) if italic else styles.strong
        properties = (
            (f'<w:rStyle w:val="{style}"/>' if style else "")
            + ('<w:rFonts w:hint="eastAsia"/>' if is_east_asian(language) else "")
            + direct
            + ("<w:noProof/>" if language == _NO_LANGUAGE else "")
            + ("<w:rtl/>" if is_right_to_left(language) else "")
            + (f"<w:lang {language_attributes(language)}/>" if language else "")
        )
        return f"<w:rPr>{properties}</w:rPr>" if properties else ""


_HOST = re.compile(r"[^\s\[\]@:/\\%<>\x00-\x20]+")
_MAILBOX = re.compile(r"[^\s@:/]+@[^\s@:/]+")


def safe_address(address: str) -> str:
    """A web or mail address, encoded where it must be; empty where it is neither, or malformed."""
    try:
        parts = urlsplit(address)
        port, host = parts.port, parts.hostname or ""
    except ValueError:
        return ""
    match parts.scheme:
        case "http" | "https":
            place = f"{host}:{port}" if port else host
            if not _HOST.fullmatch(host) or parts.netloc.lower().removesuffix(":") != place:
                return ""
            netloc = f"{_in_ascii(host)}:{port}" if port else _in_ascii(host)
            address = parts._replace(netloc=netloc).geturl()
        case "mailto":
            if not _MAILBOX.fullmatch(parts.path):
                return ""
        case _:
            return ""
    encoded = quote(address, safe="%/:?#@!$&'()*+,;=-._~")
    return encoded if len(encoded) <= LONGEST_LINK else ""


def _in_ascii(host: str) -> str:
    """A host's name as the web carries it (RFC 3490), where it is not one already."""
    try:
        return host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        return quote(host, safe=":")
