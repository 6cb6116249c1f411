"""A paragraph cut into pieces, each in a run of its own, so that any stretch of its words can be taken."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafts.word.elements import SPACE, local_name, value_of
from briefgen.drafts.word.file import element
from briefgen.drafts.word.paragraphs import ParagraphReader, Piece, meant, trimmed
from briefgen.rendering.docx.markup import w
from briefgen.text.diff3 import Change
from briefgen.text.ties import untied
from briefgen.text.tokens import Token, Tokens, retokenise

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRACKED = frozenset((w("ins"), w("del"), w("moveFrom"), w("moveTo")))


class Pending(Exception):
    """A change falls on words that another tracked change has already in hand."""


@dataclass(slots=True)
class Cutting:
    """A paragraph's pieces, each in a run of its own, with the characters that they stand for."""

    paragraph: _Element
    pieces: list[tuple[int, int, Piece]]
    shown: Tokens
    bounds: list[tuple[int, int]]

    @classmethod
    def of(cls, paragraph: _Element, reader: ParagraphReader) -> Cutting:
        """A paragraph of a reader's part, cut; what it shows stays the same."""
        for run in list(paragraph.iter(w("r"))):
            _one_by_one(run)
        pieces, at = [], 0
        for piece in reader.pieces(paragraph):
            length = _length(piece.token)
            pieces.append((at, at + length, piece))
            at += length
        raw = untied(retokenise(piece.token for _, _, piece in pieces))
        ends, at = [], 0
        for token in raw:
            at += _length(token)
            ends.append(at)
        indices = meant(raw)
        first = _leading(tuple(raw[i] for i in indices))
        indices = indices[first : first + len(trimmed(tuple(raw[i] for i in indices)))]
        bounds = [(ends[i] - _length(raw[i]), ends[i]) for i in indices]
        return cls(paragraph, pieces, tuple(raw[i] for i in indices), bounds)

    def taken(self, change: Change) -> tuple[list[_Element], _Element | None]:
        """The runs that a change removes, and the element after which new ones stand (None: at the start)."""
        if change.end > change.start:
            bounds = self.bounds[change.start : change.end]
            start, end = min(first for first, _ in bounds), max(last for _, last in bounds)
        else:
            start = end = self.bounds[change.start - 1][1] if change.start else 0
            if not change.start and self.bounds:
                start = end = self.bounds[0][0]
        self._cut(start)
        self._cut(end)
        runs = [
            run
            for first, last, piece in self.pieces
            if start <= first < last <= end
            for run in _whole(piece.run)
        ]
        if any(tracked(run) for run in runs):
            raise Pending
        before = [piece.run for _, last, piece in self.pieces if last <= start]
        after = [piece.run for first, _, piece in self.pieces if first >= end]
        within = tracked(before[-1]) if before and after else None
        if not runs and within is not None and within is tracked(after[0]):
            raise Pending
        return runs, _whole(before[-1])[-1] if before else None

    def _cut(self, at: int) -> None:
        for index, (first, last, piece) in enumerate(self.pieces):
            if first < at < last:
                words = next(child for child in piece.run if local_name(child) in ("t", "delText"))
                rest = copy.deepcopy(piece.run)
                other = next(child for child in rest if local_name(child) in ("t", "delText"))
                text = words.text or ""
                words.text, other.text = text[: at - first], text[at - first :]
                for each in (words, other):
                    each.set(SPACE, "preserve")
                piece.run.addnext(rest)
                self.pieces[index] = (first, at, piece)
                self.pieces.insert(index + 1, (at, last, Piece(token=piece.token, run=rest)))
                return

    def around(self, words: str) -> tuple[_Element, _Element] | None:
        """The first and the last element, in the paragraph itself, of these words; None where they are gone.

        White space counts as one space, however it was typed.
        """
        letters = list(self._letters())
        shown = "".join(sign for _, sign in letters)
        start = shown.find(" ".join(words.split()))
        if start < 0 or not words.strip():
            return None
        end = start + len(" ".join(words.split()))
        first, last = letters[start][0], letters[end - 1][0] + 1
        self._cut(first)
        self._cut(last)
        runs = [piece.run for begin, stop, piece in self.pieces if first <= begin < stop <= last]
        return (self._outermost(runs[0]), self._outermost(runs[-1])) if runs else None

    def _letters(self) -> Iterator[tuple[int, str]]:
        """The characters of the words with their places; of white space in a row, the first."""
        spaced = True
        for start, _, piece in self.pieces:
            for offset, sign in enumerate(piece.token.text if piece.token.kind != "mark" else ""):
                if not (sign.isspace() and spaced):
                    yield start + offset, " " if sign.isspace() else sign
                spaced = sign.isspace()

    def _outermost(self, run: _Element) -> _Element:
        parent = run.getparent()
        while parent is not None and parent is not self.paragraph:
            run, parent = parent, parent.getparent()
        return run


def _length(token: Token) -> int:
    return 1 if token.kind == "mark" else len(token.text)


def _leading(tokens: Tokens) -> int:
    return next((at for at, token in enumerate(tokens) if token.kind not in ("space", "break")), len(tokens))


def _one_by_one(run: _Element) -> None:
    """Give each child of a run a run of its own."""
    content = [child for child in run if local_name(child) != "rPr"]
    properties = run.find(w("rPr"))
    after = run
    for child in content[1:]:
        new = element("r")
        if properties is not None:
            new.append(copy.deepcopy(properties))
        new.append(child)
        after.addnext(new)
        after = new


def _whole(run: _Element) -> list[_Element]:
    """A run, or all runs of the field whose result begins in it."""
    sign = run.find(w("fldChar"))
    if sign is None or value_of(sign, "fldCharType") != "separate":
        return [run]
    before, after = [], []
    for step in run.itersiblings(preceding=True):
        before.append(step)
        if _field_sign(step) == "begin":
            break
    for step in run.itersiblings():
        after.append(step)
        if _field_sign(step) == "end":
            break
    return [*reversed(before), run, *after]


def _field_sign(run: _Element) -> str:
    return value_of(run.find(w("fldChar")), "fldCharType")


def tracked(run: _Element) -> _Element | None:
    """The tracked change around a run, the innermost one."""
    return next((parent for parent in run.iterancestors() if parent.tag in _TRACKED), None)
