"""A brief's margin in a fresh Word file: comments beside their words, changes still tracked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafts.margin.remarks import Remark, Reply, moment_of
from briefgen.drafts.margin.settling import ONCE_ABOUT, name_of, told
from briefgen.drafts.merging.versions import Version, renamed_tokens, version_in
from briefgen.drafts.redline import with_its_gap, without_marks
from briefgen.drafts.rewriting.markdown import parsed
from briefgen.drafts.word.annotations import cells_before, surroundings
from briefgen.drafts.word.comments import add_thread, bounds_of
from briefgen.drafts.word.cutting import Cutting, Pending
from briefgen.drafts.word.elements import body_elements, local_name, w
from briefgen.drafts.word.file import WordFile, element
from briefgen.drafts.word.package import links_of
from briefgen.drafts.word.paragraphs import ParagraphReader, trimmed
from briefgen.drafts.word.reading import base_parts, note_keys
from briefgen.drafts.word.tracking import Reviser
from briefgen.model.document import Document
from briefgen.rendering.docx.identity import SHOWN
from briefgen.text.align import SIMILAR, similarity
from briefgen.text.diff3 import Change
from briefgen.text.tokens import Token, Tokens, text_of, tokenise

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefgen.drafts.draft import View

_FARTHEST = 40
"""Paragraphs that one comment may reach over."""


_ENOUGH = 3
"""Words before it by which the place of what was taken out is known."""


def with_remarks(data: bytes, document: Document, remarks: Sequence[Remark]) -> bytes:
    """The Word file of a document with the remarks that are not settled; the same file where there are none.

    A change whose words have moved on is a comment that tells what it was. A comment whose words are gone
    stands beside what is most like their paragraph, else beside the title, and quotes them.
    """
    still_open = [remark for remark in remarks if not remark.settled]
    return _Margins(version_in(data, document)).shown(still_open) if still_open else data


@dataclass(slots=True, eq=False)
class _Place:
    """A paragraph of the text or of a cell, what it reads, what the whole row does, and the cells before."""

    element: _Element
    tokens: Tokens
    within: str
    before: str
    in_cell: bool


class _Margins:
    """One file on its way to showing remarks."""

    def __init__(self, version: Version) -> None:
        self.file = WordFile.of(version.data)
        self.notes = version.notes
        self.citations = version.citations
        self.keys, self.names = note_keys(self.file.body)
        self.places = list(self._places())
        self.last_after: dict[_Element, _Element] = {}

    def shown(self, remarks: Sequence[Remark]) -> bytes:
        """The file with these remarks."""
        told_only = [remark for remark in remarks if not (remark.is_change and self._tracked(remark))]
        for remark in told_only:
            self._comment(remark)
        for name in base_parts(self.file.package):
            self.file.tree(name).set(SHOWN, " ".join(sorted({name_of(remark) for remark in remarks})))
        if self.file.has_notes:
            self.file.number_notes()
        return self.file.saved()

    def _reader(self, view: View) -> ParagraphReader:
        return ParagraphReader(
            view=view,
            sheet=self.file.sheet,
            links=links_of(self.file.package, self.file.package.main),
            note_keys=self.keys,
            note_names=self.names,
        )

    def _places(self) -> Iterator[_Place]:
        reader = self._reader("accepted")
        for held in body_elements(self.file.body):
            in_table = local_name(held) == "tbl"
            for paragraph in held.iter(w("p")) if in_table else (held,):
                outside = reader.within_contents
                tokens = trimmed(renamed_tokens(reader.tokens(paragraph), self.citations))
                if tokens and not outside and not reader.within_contents:
                    within = surroundings(paragraph, self._reader) if in_table else text_of(tokens)
                    before = cells_before(paragraph, self._reader)
                    yield _Place(paragraph, tokens, _plain(within), before, in_table)

    def _tracked(self, remark: Remark) -> bool:
        """Whether a change could be tracked in the file as it was."""
        reviser = Reviser(
            file=self.file,
            author=remark.author,
            date=remark.date if moment_of(remark.date) else "",
            note_words=self._note_words,
        )
        match remark.scope:
            case "words":
                return any(self._words(reviser, remark, place) for place in self._candidates(remark.within))
            case "paragraph" if remark.inserted:
                return self._paragraph_put_in(reviser, remark)
            case "paragraph":
                return self._paragraph_taken_out(reviser, remark)
            case "row" if remark.inserted:
                return self._row_put_in(reviser, remark)
            case _:
                return False

    def _words(self, reviser: Reviser, remark: Remark, place: _Place) -> bool:
        new, old = _tokens_of(remark.inserted), _tokens_of(remark.deleted)
        change = _where(place, new, old, remark.follows)
        if change is None or (not new and _stand_there(place.tokens, old, change.start)):
            return False
        try:
            reviser.pending(place.element, self._reader("accepted"), place.tokens, change, old)
        except Pending:
            return False
        return True

    def _paragraph_put_in(self, reviser: Reviser, remark: Remark) -> bool:
        wanted = _plain(text_of(_tokens_of(remark.inserted)))
        place = next((each for each in self.places if not each.in_cell and each.within == wanted), None)
        if place is None:
            return False
        every = Change(start=0, end=len(place.tokens), new_start=0, new_end=0)
        try:
            reviser.pending(place.element, self._reader("accepted"), place.tokens, every, ())
        except Pending:
            return False
        reviser.end_inserted(place.element)
        return True

    def _paragraph_taken_out(self, reviser: Reviser, remark: Remark) -> bool:
        outside = [each for each in self._candidates(remark.follows) if not each.in_cell]
        if not outside:
            return False
        before = self.last_after.get(outside[0].element, with_its_gap(outside[0].element))
        following = before.getnext()
        if following is None or local_name(following) != "p":
            return False
        made = reviser.deleted_paragraph(self._look(remark.style), _tokens_of(remark.deleted))
        before.addnext(made)
        self.last_after[outside[0].element] = made
        return True

    def _look(self, style: str) -> _Element | None:
        """The properties of a paragraph in a style: those of one like it, else the style alone."""
        known = self.file.style_called(style)
        for place in self.places:
            properties = place.element.find(w("pPr"))
            if known and properties is not None and self.file.sheet.style_of(place.element) == known:
                return without_marks(properties)
        return element("pPr", element("pStyle", val=known)) if known else None

    def _row_put_in(self, reviser: Reviser, remark: Remark) -> bool:
        wanted = _plain(remark.inserted)
        place = next((each for each in self.places if each.in_cell and each.within == wanted), None)
        row = next(place.element.iterancestors(w("tr")), None) if place is not None else None
        if row is not None:
            reviser.tracked_row(row, "ins")
        return row is not None

    def _comment(self, remark: Remark) -> None:
        first, last, found = self._anchor(remark)
        words = told(remark)
        if remark.about and not found:
            words = f"{words}\n{ONCE_ABOUT}“{' '.join(remark.about.split())}”"
        comment = Reply(author=remark.author, date=remark.date, text=words)
        add_thread(self.file, comment, remark.replies, first, last)

    def _anchor(self, remark: Remark) -> tuple[_Element, _Element, bool]:
        """What a comment is to stand around, and whether these are the words that it is about."""
        lines = [line for line in remark.about.split("\n") if line.strip()]
        candidates = self._candidates(remark.within)
        for place in [*candidates, *self._holding(lines[0] if lines else "")]:
            first = self._around(place, lines[0]) if lines else None
            if first is not None:
                end = self._end(place, lines)
                return first[0], end if end is not None else first[1], True
        if candidates or self.places:
            return *bounds_of((candidates or self.places)[0].element), False
        return *bounds_of(next(self.file.body.iter(w("p")))), False

    def _end(self, place: _Place, lines: Sequence[str]) -> _Element | None:
        if len(lines) < 2:
            return None
        start = self.places.index(place) + 1
        following = self.places[start : start + _FARTHEST]
        ends = (self._around(other, lines[-1]) for other in following)
        return next((end[1] for end in ends if end is not None), None)

    def _around(self, place: _Place, words: str) -> tuple[_Element, _Element] | None:
        return Cutting.of(place.element, self._reader("accepted")).around(words)

    def _candidates(self, within: str) -> list[_Place]:
        """The paragraphs that read so, else the one most like it."""
        wanted = _plain(within)
        same = [place for place in self.places if place.within == wanted]
        if same or not wanted:
            return same
        words = wanted.split()
        best, best_within = SIMILAR, ""
        for place in self.places:
            shared = similarity(words, place.within.split(), best)
            if shared > best or (shared and shared == best and not best_within):
                best, best_within = shared, place.within
        return [place for place in self.places if best_within and place.within == best_within]

    def _holding(self, words: str) -> list[_Place]:
        """Paragraphs that hold some words, where these are enough to be told by."""
        wanted = _plain(words)
        return [place for place in self.places if len(wanted.split()) > 2 and wanted in place.within]

    def _note_words(self, citation: str) -> Tokens:
        known = self.notes.get(citation)
        return known[0] if known else tokenise(citation.strip("[]^"))


def _where(place: _Place, new: Tokens, old: Tokens, follows: str) -> Change | None:
    """Where in a paragraph the words of a change stand: after most of the words that they followed.

    What was only taken out goes to where it brings no second space, and leaves none out.
    """
    reads, keys = place.tokens, [token.key for token in new]
    least = 0 if keys else max(1, min(_ENOUGH, len(follows.split())))
    best, found = (least, False), None
    for at in range(len(reads) - len(new) + 1):
        if [token.key for token in reads[at : at + len(new)]] == keys:
            spaced = bool(at and reads[at - 1].kind == "space")
            fits = bool(keys) or spaced is not bool(old and old[0].kind == "space")
            rank = _shared_end(place.before + text_of(reads[:at]), follows), fits
            if rank > best or (found is None and rank == best):
                best, found = rank, Change(start=at, end=at + len(new), new_start=0, new_end=0)
    return found


def _stand_there(reads: Tokens, words: Tokens, at: int) -> bool:
    """Whether words that a change took out stand in their place still, for they are briefgen's own."""
    taken_out = text_of(words).strip()
    before, after = text_of(reads[:at]).rstrip(), text_of(reads[at:]).lstrip()
    return before.endswith(taken_out) or after.startswith(taken_out)


def _shared_end(text: str, follows: str) -> int:
    """How many of the last words of two texts are the same; one counts more where both are empty."""
    left, right = text.split(), follows.split()
    if not left and not right:
        return 1
    shared = 0
    while shared < min(len(left), len(right)) and left[-1 - shared] == right[-1 - shared]:
        shared += 1
    return shared


def _tokens_of(typed: str) -> Tokens:
    """The words of a change, the spaces around them kept."""
    before, after = typed[: len(typed) - len(typed.lstrip())], typed[len(typed.rstrip()) :]
    spaces = tuple(Token(text=" ", kind="space") if each else None for each in (before, after))
    return tuple(token for token in (spaces[0], *parsed(typed.strip()), spaces[1]) if token is not None)


def _plain(text: str) -> str:
    return " ".join(text.split())
