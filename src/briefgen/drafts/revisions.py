"""Tracked changes in a paragraph's XML: words deleted and inserted by an author, all else untouched."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.drafts.merge import visible
from briefgen.drafts.names import RELATION_ID, SPACE, local_name, value_of, w
from briefgen.drafts.paragraphs import ParagraphReader, Piece, meant, trimmed
from briefgen.drafts.word_file import WordFile, element, text_run
from briefgen.text.diff3 import Change, changes_between, kept
from briefgen.text.tokens import Token, Tokens, retokenise

if TYPE_CHECKING:
    from lxml.etree import _Element

_TRACKED = frozenset((w("ins"), w("del"), w("moveFrom"), w("moveTo")))

NoteWords = Callable[[str], Tokens]
"""The words of the note that a mark names."""


class Pending(Exception):
    """A change falls on words that another tracked change has already in hand."""


@dataclass(slots=True)
class Reviser:
    """Writes tracked changes into one file."""

    file: WordFile
    author: str
    date: str
    note_words: NoteWords

    def revise(self, paragraph: _Element, reader: ParagraphReader, was: Tokens, now: Tokens) -> None:
        """Track the changes that make a paragraph, which reads `was`, read `now`.

        Raises Pending where one of them falls into a change that is pending already; nothing is changed then.
        """
        changes = differences(was, now)
        if not changes:
            return
        trial = copy.deepcopy(paragraph)
        cutting = _Cutting.of(trial, reader)
        if list(map(_reading, cutting.shown)) != list(map(_reading, was)):
            raise Pending
        for change in reversed(changes):
            runs, place = cutting.taken(change)
            new = list(self.runs(now[change.new_start : change.new_end]))
            after = self._strike(runs) if runs else place
            if new:
                _insert(trial, after, [self.inserted(each) for each in new])
        paragraph[:] = list(trial)

    def runs(self, tokens: Sequence[Token]) -> Iterator[_Element]:
        """Tokens as runs; those of a link stand in a hyperlink, marks bring new notes."""
        for attributes, together in groupby(tokens, lambda token: (token.kind == "mark", token.attributes)):
            is_mark, held = attributes
            stretch = list(together)
            if is_mark:
                yield from (self._mark(token) for token in stretch)
                continue
            names = dict(held)
            properties = [
                element(name) for sign, name in (("strong", "b"), ("emphasis", "i")) if sign in names
            ]
            label = self.file.style_called("label") if "label" in names else ""
            if label:
                properties.insert(0, element("rStyle", val=label))
            run = text_run("".join(token.text for token in stretch), *properties)
            yield self._linked(run, names["link"]) if "link" in names else run

    def inserted(self, run: _Element) -> _Element:
        """A run, or a link around runs, as inserted."""
        if local_name(run) == "hyperlink":
            run[:] = [self.inserted(each) for each in run]
            return run
        return element("ins", run, **self._signed())

    def struck_paragraph(self, paragraph: _Element) -> None:
        """Track the deletion of a whole paragraph."""
        self._strike([run for run in paragraph.iter(w("r")) if not _within_deletion(run)])
        self._mark_end(paragraph, "del")

    def new_paragraph(self, properties: _Element | None, tokens: Tokens) -> _Element:
        """A paragraph as inserted."""
        paragraph = element("p")
        if properties is not None:
            paragraph.append(copy.deepcopy(properties))
        self._mark_end(paragraph, "ins")
        paragraph.extend([self.inserted(run) for run in self.runs(tokens)])
        return paragraph

    def tracked_row(self, row: _Element, kind: str) -> None:
        """Track a row of a table as inserted (`ins`) or deleted (`del`), with its words."""
        properties = row.find(w("trPr"))
        if properties is None:
            properties = element("trPr")
            after = row.find(w("tblPrEx"))
            row.insert(0 if after is None else 1, properties)
        properties.append(element(kind, **self._signed()))
        for paragraph in row.iter(w("p")):
            runs = [run for run in paragraph.iter(w("r")) if not _within_deletion(run)]
            if kind == "del":
                self._strike(runs)
            else:
                for run in runs:
                    _replace(run, element("ins", **self._signed()))
            self._mark_end(paragraph, kind)

    def comment(self, paragraph: _Element, text: str) -> None:
        """A comment about a whole paragraph."""
        number = self.file.number()
        comment = element("comment", id=number, initials="b", **self._by())
        for line in text.split("\n"):
            comment.append(element("p", text_run(line)))
        self.file.comments().append(comment)
        first = 1 if paragraph.find(w("pPr")) is not None else 0
        paragraph.insert(first, element("commentRangeStart", id=number))
        paragraph.append(element("commentRangeEnd", id=number))
        paragraph.append(element("r", element("commentReference", id=number)))

    def _by(self) -> dict[str, str]:
        return {"author": self.author, "date": self.date}

    def _signed(self) -> dict[str, str]:
        return {"id": self.file.number(), **self._by()}

    def _mark_end(self, paragraph: _Element, kind: str) -> None:
        properties = paragraph.find(w("pPr"))
        if properties is None:
            properties = element("pPr")
            paragraph.insert(0, properties)
        look = properties.find(w("rPr"))
        if look is None:
            look = element("rPr")
            later = [child for child in properties if local_name(child) in ("sectPr", "pPrChange")]
            (later[0].addprevious if later else properties.append)(look)
        look.insert(0, element(kind, **self._signed()))

    def _mark(self, token: Token) -> _Element:
        number = self.file.add_note(self.runs(self.note_words(token.text)))
        return element("r", self.file.note_look(), element("footnoteReference", id=number))

    def _linked(self, run: _Element, address: str) -> _Element:
        link = element("hyperlink", run)
        if address.startswith("#"):
            link.set(w("anchor"), address[1:])
        else:
            link.set(RELATION_ID, self.file.link(address))
        return link

    def _strike(self, runs: Sequence[_Element]) -> _Element | None:
        """Track the deletion of runs; gives the last element of what now stands in their place."""
        last = None
        for run in runs:
            for child in run:
                if local_name(child) == "t":
                    child.tag = w("delText")
                elif local_name(child) == "instrText":
                    child.tag = w("delInstrText")
            last = element("del", **self._signed())
            _replace(run, last)
        return last


def differences(was: Tokens, now: Tokens) -> list[Change]:
    """The changes that lead from one text to another, those of how words are set among them."""
    changes = list(changes_between(was, now))
    restyled = [
        Change(start=i, end=i + 1, new_start=j, new_end=j + 1)
        for i, j in kept(changes, len(was))
        if was[i].kind != "space" and visible(was[i]) != visible(now[j])
    ]
    found: list[Change] = []
    for change in sorted([*changes, *restyled], key=lambda each: (each.start, each.end)):
        gap = found and all(token.kind == "space" for token in was[found[-1].end : change.start])
        if gap and found[-1].end <= change.start:
            before = found.pop()
            change = Change(
                start=before.start, end=change.end, new_start=before.new_start, new_end=change.new_end
            )
        found.append(change)
    return found


@dataclass(slots=True)
class _Cutting:
    """A paragraph's pieces, each in a run of its own, with the characters that they stand for."""

    paragraph: _Element
    pieces: list[tuple[int, int, Piece]]
    shown: Tokens
    bounds: list[tuple[int, int]]

    @classmethod
    def of(cls, paragraph: _Element, reader: ParagraphReader) -> _Cutting:
        for run in list(paragraph.iter(w("r"))):
            _one_by_one(run)
        pieces, at = [], 0
        for piece in reader.pieces(paragraph):
            length = _length(piece.token)
            pieces.append((at, at + length, piece))
            at += length
        raw = retokenise(piece.token for _, _, piece in pieces)
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
            start, end = self.bounds[change.start][0], self.bounds[change.end - 1][1]
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
        if any(_tracked(run) for run in runs):
            raise Pending
        before = [piece.run for _, last, piece in self.pieces if last <= start]
        after = [piece.run for first, _, piece in self.pieces if first >= end]
        within = _tracked(before[-1]) if before and after else None
        if not runs and within is not None and within is _tracked(after[0]):
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


def _reading(token: Token) -> str:
    """A token as two readers of one file must see it, whatever they call its notes."""
    return token.kind if token.kind in ("mark", "space") else token.text


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


def _tracked(run: _Element) -> _Element | None:
    return next((parent for parent in run.iterancestors() if parent.tag in _TRACKED), None)


def _within_deletion(run: _Element) -> bool:
    return any(local_name(parent) in ("del", "moveFrom") for parent in run.iterancestors())


def _replace(run: _Element, wrapper: _Element) -> None:
    parent = run.getparent()
    assert parent is not None
    parent.replace(run, wrapper)
    wrapper.append(run)


def _insert(paragraph: _Element, after: _Element | None, new: Sequence[_Element]) -> None:
    if after is None:
        place = 1 if paragraph.find(w("pPr")) is not None else 0
        for each in reversed(new):
            paragraph.insert(place, each)
        return
    anchor, placed = after, list(new)
    parent = anchor.getparent()
    while parent is not None and parent is not paragraph:
        if local_name(parent) == "hyperlink" and anchor.getnext() is not None:
            placed = [each for one in new for each in (one if local_name(one) == "hyperlink" else [one])]
            break
        anchor, parent = parent, parent.getparent()
    for each in reversed(placed):
        anchor.addnext(each)
