"""The type of one document: faces by role and style, a face for each character, looks and cached words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import field
from itertools import groupby
from typing import TYPE_CHECKING, Literal, NamedTuple

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.rendering.pdf.faces import Face
from briefgen.rendering.pdf.file import PdfFile
from briefgen.rendering.theme import FontFamily, FontRole, TextStyle, Theme
from briefgen.values import dataclass

if TYPE_CHECKING:
    from briefgen.rendering.pdf.words import Word

_DROPPED = re.compile("[\u200c-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufe00-\ufe0f]")
_NO_BREAK_SPACE = "\u00a0"
_BLANK = re.compile("[\t\n\r\x0b\x0c\x85\u2028\u2029 ]+")


def clean(text: str) -> str:
    """Text fit to be set: composed (NFC), blanks as single spaces, no controls and no hidden directions."""
    plain = text.replace(_NO_BREAK_SPACE, " ").isprintable() and (
        text.isascii() or unicodedata.is_normalized("NFC", text)
    )
    if not plain or _DROPPED.search(text):
        text = _DROPPED.sub("", _BLANK.sub(" ", unicodedata.normalize("NFC", text)))
        text = "".join(char for char in text if char.isprintable() or unicodedata.category(char) in _KEPT)
    return text


_KEPT = frozenset(("Zs", "Cf", "Co"))


class Glyphs(NamedTuple):
    """A run in one face: the inside of its TJ array, its width in ems, and its text."""

    face: Face
    shown: str
    width: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Target:
    """Where a click leads: an address, or the name of a place in the document. `words` say so aloud.

    `here` names the place where the clickable words stand themselves, where something leads back to them.
    A mark names its note.
    """

    role: Literal["link", "mark", "back", "contents"]
    address: str = ""
    place: str = ""
    words: str = ""
    here: str = ""
    note: str = ""


@dataclass(slots=True, kw_only=True, eq=False)
class Look:
    """How a run of words is set. Two runs of the same look are the same object, and share their words."""

    role: FontRole
    bold: bool
    italic: bool
    face: Face
    size: float
    rise: float
    colour: str
    language: str
    target: Target | None
    words: dict[str, Word] = field(default_factory=dict, repr=False)

    @property
    def space(self) -> float:
        """The width of a word space in points."""
        return self.face.space * self.size


class Typecase:
    """All faces that one document may use, read when first asked for."""

    def __init__(self, theme: Theme, fonts: Callable[[str], bytes]) -> None:
        self._families: dict[FontRole, FontFamily] = {"body": theme.body, "heading": theme.heading}
        self._fallback = theme.fallback
        self._read = fonts
        self._faces: dict[str, Face] = {}
        self._seconds: dict[Face, str] = {}
        self._glyphs: dict[tuple[Face, str], tuple[Glyphs, ...]] = {}
        self._looks: dict[tuple[object, ...], Look] = {}
        self._missing: dict[str, None] = {}

    def look(
        self,
        style: TextStyle,
        *,
        bold: bool | None = None,
        italic: bool | None = None,
        size: float = 0.0,
        rise: float = 0.0,
        colour: str = "",
        language: str = "",
        target: Target | None = None,
    ) -> Look:
        """The look of a text style, changed as named; nothing named leaves the style's own."""
        bold = style.bold if bold is None else bold
        italic = style.italic if italic is None else italic
        size = size or style.size
        colour = colour or style.colour
        key = (style.font, bold, italic, size, rise, colour, language, target)
        look = self._looks.get(key)
        if look is None:
            look = Look(
                role=style.font,
                bold=bold,
                italic=italic,
                face=self._styled(style.font, bold, italic),
                size=size,
                rise=rise,
                colour=colour,
                language=language,
                target=target,
            )
            if target is None:
                self._looks[key] = look
        return look

    def glyphs(self, face: Face, text: str) -> tuple[Glyphs, ...]:
        """The runs that a text falls into, each in a face that has all its characters."""
        key = (face, text)
        found = self._glyphs.get(key)
        if found is None:
            found = self._glyphs[key] = tuple(self._runs(face, text))
        return found

    def width(self, look: Look, text: str) -> float:
        """The width in points of a text on one line."""
        return sum(run.width for run in self.glyphs(look.face, text)) * look.size

    def show(self, look: Look, text: str) -> str:
        """Operators that show a text where the text matrix stands; they leave colour and rise alone."""
        return " ".join(
            f"/{run.face.resource} {look.size:g} Tf [({run.shown})]TJ" for run in self.glyphs(look.face, text)
        )

    def missing(self) -> list[Diagnostic]:
        """A warning for each character that no font has, by its Unicode name."""
        return [
            Diagnostic(
                severity=Severity.WARNING,
                code="PD101",
                message=f"no font has {unicodedata.name(char, 'an unnamed character')} (U+{ord(char):04X})",
                hint="name a font that has it under `fallback` in the theme",
            )
            for char in sorted(self._missing)
        ]

    def embed(self, file: PdfFile) -> str:
        """Write every face that was used; the entries of the font resources that name them."""
        entries = []
        for face in self._faces.values():
            if face.is_used:
                number = file.take()
                face.embed(file, number)
                entries.append(f"/{face.resource} {number} 0 R")
        return "".join(entries)

    def _styled(self, role: FontRole, bold: bool, italic: bool) -> Face:
        """The face of a role; where it lacks a character, the other role's is asked first."""
        face = self._face(_file_of(self._families[role], bold, italic))
        other = self._families["heading" if role == "body" else "body"]
        self._seconds.setdefault(face, _file_of(other, bold, italic))
        return face

    def _face(self, file_name: str) -> Face:
        face = self._faces.get(file_name)
        if face is None:
            face = self._faces[file_name] = Face(file_name, self._read(file_name))
            face.resource = f"F{len(self._faces)}"
        return face

    def _runs(self, face: Face, text: str) -> list[Glyphs]:
        if face.covers(text):
            width, shown = face.show(text)
            return [Glyphs(face, shown, width, text)]
        runs = []
        for found, chars in groupby(text, lambda char: self._face_for(face, char)):
            run = "".join(chars)
            if found is None:
                self._missing.update(dict.fromkeys(run))
                width, shown = face.show(run, "\ufffd" if face.covers("\ufffd") else "?")
            else:
                width, shown = found.show(run)
            runs.append(Glyphs(found or face, shown, width, run))
        return runs

    def _face_for(self, face: Face, char: str) -> Face | None:
        if face.covers(char):
            return face
        second = self._seconds.get(face)
        for file_name in (second, *self._fallback) if second else self._fallback:
            fallback = self._face(file_name)
            if fallback.covers(char):
                return fallback
        return None


def _file_of(family: FontFamily, bold: bool, italic: bool) -> str:
    match (bold, italic):
        case (False, False):
            return family.regular
        case (True, False):
            return family.bold
        case (False, True):
            return family.italic
        case _:
            return family.bold_italic
