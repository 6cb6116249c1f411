"""Tracked changes in a paragraph's XML: words deleted and inserted by an author, all else untouched."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.drafts.inlines import visible
from briefgen.drafts.margin.remarks import Reply
from briefgen.drafts.word.comments import add_comment, bounds_of
from briefgen.drafts.word.cutting import Cutting, Pending
from briefgen.drafts.word.elements import RELATION_ID, local_name, w
from briefgen.drafts.word.file import WordFile, element, text_run
from briefgen.drafts.word.paragraphs import ParagraphReader
from briefgen.text.diff3 import Change, changes_between, kept
from briefgen.text.ties import tied
from briefgen.text.tokens import Token, Tokens

if TYPE_CHECKING:
    from lxml.etree import _Element

NoteWords = Callable[[str], Tokens]
"""The words of the note that a mark names."""


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
        cutting = Cutting.of(trial, reader)
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
            run = text_run(tied("".join(token.text for token in stretch)), *properties)
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
        comment = Reply(author=self.author, date=self.date, text=text)
        add_comment(self.file, comment, *bounds_of(paragraph))

    def pending(
        self, paragraph: _Element, reader: ParagraphReader, reads: Tokens, change: Change, before: Tokens
    ) -> None:
        """Track a change that has been made: its tokens of `reads` as inserted, `before` as deleted.

        Raises Pending where they stand in a change that is pending already; nothing is changed then.
        """
        trial = copy.deepcopy(paragraph)
        cutting = Cutting.of(trial, reader)
        if list(map(_reading, cutting.shown)) != list(map(_reading, reads)):
            raise Pending
        runs, place = cutting.taken(change)
        old = [self.deleted(run) for run in self.runs(before)]
        if old:
            _insert(trial, place, old)
        for run in runs:
            _replace(run, element("ins", **self._signed()))
        paragraph[:] = list(trial)

    def deleted(self, run: _Element) -> _Element:
        """A run, or a link around runs, as deleted."""
        if local_name(run) == "hyperlink":
            run[:] = [self.deleted(each) for each in run]
            return run
        _put_to_deletion(run)
        return element("del", run, **self._signed())

    def deleted_paragraph(self, properties: _Element | None, tokens: Tokens) -> _Element:
        """A paragraph as deleted."""
        paragraph = element("p")
        if properties is not None:
            paragraph.append(copy.deepcopy(properties))
        self._mark_end(paragraph, "del")
        paragraph.extend([self.deleted(run) for run in self.runs(tokens)])
        return paragraph

    def end_inserted(self, paragraph: _Element) -> None:
        """Track a paragraph's end as inserted."""
        self._mark_end(paragraph, "ins")

    def _by(self) -> dict[str, str]:
        return {"author": self.author} | ({"date": self.date} if self.date else {})

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
            _put_to_deletion(run)
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


def _reading(token: Token) -> str:
    """A token as two readers of one file must see it, whatever they call its notes."""
    return token.kind if token.kind in ("mark", "space") else token.text


def _put_to_deletion(run: _Element) -> None:
    for child in run:
        if local_name(child) == "t":
            child.tag = w("delText")
        elif local_name(child) == "instrText":
            child.tag = w("delInstrText")


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
