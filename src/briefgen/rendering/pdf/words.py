"""From inlines to words: what stands between two spaces, measured, with the places where it may be cut."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field
from typing import NamedTuple, assert_never

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.document import (
    Emphasis,
    Inlines,
    Label,
    LineBreak,
    Link,
    NoteMark,
    Strong,
    Text,
    plain,
)
from briefgen.rendering.pdf.breaking import HANGUL_PENALTY, HYPHEN_PENALTY, NATURAL_PENALTY
from briefgen.rendering.pdf.faces import Face
from briefgen.rendering.pdf.typecase import Look, Target, Typecase, clean
from briefgen.rendering.theme import TextStyle
from briefgen.rendering.ties import tied
from briefgen.values import dataclass

SOFT_HYPHEN = "\u00ad"
_ADDRESS = re.compile(r"(https?://|mailto:)[^\s\x00-\x20]+", re.IGNORECASE)
_NATURAL = re.compile(
    "(?<=[^\\W\\d_])[-\u2010](?=[^\\W\\d_]{2})|[–—](?=\\w)|(?<![:/])/(?=[^/])|[?&=_](?=\\w)|(?<=\\w{4})[.:](?=\\w{2})"
    "|[\u00ad\u200b]"
    "|[\u3040-\u30ff\u3400-\u9fff](?=[\u3040-\u30ff\u3400-\u9fff])"
    "|[\uac00-\ud7a3](?=[\uac00-\ud7a3])"
)
INVISIBLE = "\u00ad\u200b"
_TIE = "\U0010fffd"
"""Stands for a space that holds two words together until they are one."""


class _Manner(NamedTuple):
    """What emphasis and links around some words ask for; None leaves the style's own."""

    bold: bool | None = None
    italic: bool | None = None
    target: Target | None = None


class Cut(NamedTuple):
    """A place within a word where a line may end, before the character of that index, and how unwelcome."""

    place: int
    penalty: float
    hyphen: bool = False


class Part(NamedTuple):
    """A stretch of a word in one look and face; `width` in points.

    Where a line ends within a word, `spoken` is what the part is read and copied as: the first has the whole,
    the others nothing.
    """

    look: Look
    face: Face
    shown: str
    width: float
    text: str
    spoken: str | None = None


class Word:
    """What stands between two spaces. `look` is set where the whole word has one look and one face.

    `cuts` are where its own characters, such as hyphens and slashes, let a line end.
    """

    __slots__ = ("cuts", "look", "notes", "parts", "shown", "width")

    def __init__(self, parts: tuple[Part, ...], cuts: tuple[Cut, ...] = ()) -> None:
        self.parts = parts
        self.cuts = cuts
        self.width = sum([part.width for part in parts])
        first = parts[0]
        alone = len(parts) == 1 and first.face is first.look.face and first.spoken is None
        self.look = first.look if alone else None
        self.shown = first.shown
        self.notes = tuple(
            [part.look.target.note for part in parts if part.look.target and part.look.target.note]
        )

    @property
    def text(self) -> str:
        """The word's characters."""
        return "".join(part.text for part in self.parts)


@dataclass(slots=True, kw_only=True, eq=False)
class Composer:
    """What turning inlines into words needs to know of the document; it collects findings as it goes.

    `mark` is what a note's mark is read aloud as, by its `{number}`.
    """

    typecase: Typecase
    note_numbers: dict[str, int]
    places: frozenset[str]
    link_colour: str
    mark: str
    marked: set[str] = field(default_factory=set)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def segments(self, inlines: Inlines, style: TextStyle) -> list[list[Word]]:
        """The words of each line that the author broke; one segment where there is no such break."""
        segments: list[list[Word]] = [[]]
        joined = False
        for run in self._runs(tied(inlines, _TIE), style, _Manner()):
            if run is None:
                segments.append([])
                joined = False
                continue
            look, text = run
            words = segments[-1]
            if look.target and look.target.note:
                if words and words[-1].notes and words[-1].parts[-1].look.target:
                    self._append(words, self._word(self._mark_gap(look, style), ","), joined=True)
                self._append(words, Word(self._parts(look, text)), joined=True)
                joined = True
                continue
            first, _, rest = text.partition(" ")
            if joined and words and first:
                self._append(words, self._word(look, first), joined=True)
                words += self.words(look, rest)
            else:
                words += self.words(look, text)
            joined = not text.endswith(" ")
        return segments

    def words(self, look: Look, text: str) -> list[Word]:
        """The words of a clean text, all in one look."""
        known = look.words.get
        return [
            known(piece) or self._word(look, piece) for piece in text.split(" ") if piece.strip(INVISIBLE)
        ]

    def label(self, text: str, look: Look) -> Word:
        """A word of its own, such as a bullet or a note's number; spaces in it do not stretch."""
        return Word(self._parts(look, text.replace(" ", "\u00a0")))

    def slice(self, word: Word, start: int, end: int, *, hyphen: bool) -> Word:
        """The characters of a word from `start` up to `end`, with a hyphen behind them where asked for."""
        parts: list[Part] = []
        passed = 0
        for part in word.parts:
            first, last = max(0, start - passed), min(len(part.text), end - passed)
            passed += len(part.text)
            if first == 0 and last == len(part.text):
                parts.append(part)
            elif first < last:
                text = part.text[first:last] + (SOFT_HYPHEN if hyphen and last < len(part.text) else "")
                spoken = " " if first else part.text
                for piece in self._parts(part.look, text):
                    parts.append(piece._replace(spoken=spoken))
                    spoken = " "
        return Word(tuple(parts))

    def _append(self, words: list[Word], word: Word, *, joined: bool) -> None:
        if not joined or not words:
            words.append(word)
            return
        last = words[-1]
        shift = len(last.text)
        words[-1] = Word(
            last.parts + word.parts,
            last.cuts + tuple(cut._replace(place=cut.place + shift) for cut in word.cuts),
        )

    def _word(self, look: Look, text: str) -> Word:
        known = look.words.get(text)
        if known is not None:
            return known
        shown, cuts = text.replace(_TIE, " "), tuple[Cut, ...]()
        if _NATURAL.search(shown):
            shown, cuts = _natural_cuts(shown)
        word = Word(self._parts(look, shown), cuts)
        look.words[text] = word
        return word

    def _parts(self, look: Look, text: str) -> tuple[Part, ...]:
        size = look.size
        runs = self.typecase.glyphs(look.face, text)
        return tuple([Part(look, face, shown, width * size, run) for face, shown, width, run in runs])

    def _mark_gap(self, look: Look, style: TextStyle) -> Look:
        return self.typecase.look(style, size=look.size, rise=look.rise)

    def _runs(self, inlines: Inlines, style: TextStyle, manner: _Manner) -> Iterator[tuple[Look, str] | None]:
        for inline in inlines:
            match inline:
                case Text():
                    look = self._look(style, manner, inline.language)
                    yield look, clean(inline.text)
                case Label():
                    yield self._look(style, manner, ""), clean(inline.text)
                case Emphasis():
                    italic = not (style.italic if manner.italic is None else manner.italic)
                    yield from self._runs(inline.inlines, style, manner._replace(italic=italic))
                case Strong():
                    yield from self._runs(inline.inlines, style, manner._replace(bold=True))
                case Link():
                    target = self._target(inline)
                    yield from self._runs(inline.inlines, style, manner._replace(target=target))
                case LineBreak():
                    yield None
                case NoteMark():
                    if (number := self.note_numbers.get(inline.note)) is None:
                        self._report("PD102", f"a mark names a note that is not there: {inline.note!r}")
                        continue
                    yield self._mark(style, number, inline.note), str(number)
                case _:
                    assert_never(inline)

    def _look(self, style: TextStyle, manner: _Manner, language: str) -> Look:
        return self.typecase.look(
            style,
            bold=manner.bold,
            italic=manner.italic,
            colour=self.link_colour if manner.target else "",
            language=language,
            target=manner.target,
        )

    def _mark(self, style: TextStyle, number: int, note: str) -> Look:
        first = note not in self.marked
        self.marked.add(note)
        return self.typecase.look(
            style,
            bold=False,
            italic=False,
            size=round(style.size * 0.64, 2),
            rise=round(style.size * 0.34, 2),
            target=Target(
                role="mark",
                place=f"note.{note}",
                words=self.mark.format(number=number),
                here=f"mark.{note}" if first else "",
                note=note,
            ),
        )

    def _target(self, link: Link) -> Target | None:
        words = clean(plain(link.inlines))
        if link.target.startswith("#"):
            if link.target[1:] in self.places:
                return Target(role="link", place=link.target[1:], words=words)
            self._report("PD103", f"a link leads to a place that is not there: {link.target!r}")
            return None
        if _ADDRESS.fullmatch(link.target):
            return Target(role="link", address=_quoted(link.target), words=f"{words} ({clean(link.target)})")
        self._report("PD104", f"a link is neither http, https nor mailto: {link.target!r}")
        return None

    def _report(self, code: str, message: str) -> None:
        self.diagnostics.append(Diagnostic(severity=Severity.WARNING, code=code, message=message))


def _natural_cuts(text: str) -> tuple[str, tuple[Cut, ...]]:
    """The text without its invisible characters, and where its own characters let a line end."""
    shown: list[str] = []
    cuts: list[Cut] = []
    start = place = 0
    for found in _NATURAL.finditer(text):
        invisible = found.group() in INVISIBLE
        shown.append(text[start : found.start() if invisible else found.end()])
        start = found.end()
        place += len(shown[-1])
        if place and start < len(text):
            soft = found.group() == SOFT_HYPHEN
            hangul = "\uac00" <= found.group() <= "\ud7a3"
            penalty = HYPHEN_PENALTY if soft else HANGUL_PENALTY if hangul else NATURAL_PENALTY
            cuts.append(Cut(place, penalty, hyphen=soft))
    shown.append(text[start:])
    whole = "".join(shown)
    return whole, tuple(cut for cut in cuts if cut.place < len(whole))


def _quoted(address: str) -> str:
    """An address as ASCII, other characters as the bytes of their UTF-8 (RFC 3987, section 3.1)."""
    return "".join(
        char if char.isascii() else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in address
    )
