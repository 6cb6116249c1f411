"""Word files that show what changed: today's brief as tracked changes in a draft, and redlines."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafts.draft import EditedDraft, Line
from briefgen.drafts.inlines import shown
from briefgen.drafts.margin.settling import AUTHOR
from briefgen.drafts.merging.merge import Merge, merge_of
from briefgen.drafts.merging.outcomes import NO_CHOICES, Choices, MergedRow, Outcome
from briefgen.drafts.merging.plan import same_line
from briefgen.drafts.merging.units import Unit
from briefgen.drafts.merging.versions import HOUSE_LOOK, WordLook, version_of
from briefgen.drafts.new_base import remember_today
from briefgen.drafts.word.cutting import Pending
from briefgen.drafts.word.elements import body_elements, local_name, value_of, with_its_gap, without_marks
from briefgen.drafts.word.file import WordFile, element
from briefgen.drafts.word.package import links_of
from briefgen.drafts.word.paragraphs import ParagraphReader
from briefgen.drafts.word.reading import note_keys
from briefgen.drafts.word.tracking import Reviser
from briefgen.model.document import Document
from briefgen.rendering.docx.markup import w
from briefgen.text.align import longest_rising
from briefgen.text.diff3 import Agreed, changes_between, kept, merge
from briefgen.text.tokens import Tokens

if TYPE_CHECKING:
    from lxml.etree import _Element


def merge_draft(
    draft: EditedDraft,
    base: Document,
    today: Document,
    looks: tuple[WordLook, WordLook] = (HOUSE_LOOK, HOUSE_LOOK),
    choices: Choices = NO_CHOICES,
) -> bytes:
    """The draft with all that changed since it went out as tracked changes, and conflicts as comments.

    To reject all changes gives the draft's own text, to accept them the merge. Tracked changes and comments
    that were in the draft stay. The file remembers today's document as what it is to be compared with.
    `looks` are the look of the base as a Word file, and that of today's brief; `choices` settle conflicts.
    """
    sent, now = version_of(base, looks[0]), version_of(today, looks[1])
    return _Redline(draft.data, merge_of(draft.accepted, sent, now, {}, choices)).written()


def redline(old: Document, new: Document, look: WordLook = HOUSE_LOOK) -> bytes:
    """The Word file of `old` with the tracked changes that make it `new`."""
    sent = version_of(old, look)
    found = merge_of(sent.view, sent, version_of(new, look), {}, NO_CHOICES)
    return _Redline(sent.data, found).written()


@dataclass(slots=True)
class _Placed:
    """Where the next new paragraph goes: after this element, or at the start of the body."""

    element: _Element | None = None


class _Redline:
    """One file on its way from our text to the merge."""

    def __init__(self, data: bytes, found: Merge) -> None:
        self.found = found
        self.file = WordFile.of(data)
        self.elements = list(body_elements(self.file.body))
        self.keys, self.names = note_keys(self.file.body)
        self.reviser = Reviser(
            file=self.file, author=AUTHOR, date=found.today.document.dated, note_words=self._note_words
        )
        self.reader = self._reader(self.file.package.main)
        self.place = _Placed()
        self.notes_by_key = self._notes_by_key()

    def written(self) -> bytes:
        staying = self._staying()
        for at, outcome in enumerate(self.found.outcomes):
            if at in staying:
                self._changed(outcome)
            else:
                self._new(outcome)
        for at, outcome in enumerate(self.found.outcomes):
            if at not in staying:
                for j in outcome.strand.ours:
                    self._struck(j)
        if self.file.has_notes:
            self.file.number_notes()
        remember_today(self.file, self.found)
        return self.file.saved()

    def _reader(self, part: str) -> ParagraphReader:
        return ParagraphReader(
            view="accepted",
            sheet=self.file.sheet,
            links=links_of(self.file.package, part),
            note_keys=self.keys,
            note_names=self.names,
        )

    def _notes_by_key(self) -> dict[str, _Element]:
        if not self.file.has_notes:
            return {}
        notes = {value_of(note, "id"): note for note in self.file.notes().iter(w("footnote"))}
        held = {key: number for (kind, number), key in self.keys.items() if kind == "footnote"}
        return {key: notes[number] for key, number in held.items() if number in notes}

    def _staying(self) -> set[int]:
        """The outcomes whose paragraphs stay in their place; others moved, or became another kind."""
        held = [(at, outcome) for at, outcome in enumerate(self.found.outcomes) if outcome.strand.ours]
        rising = longest_rising([outcome.strand.ours[0] for _, outcome in held])
        return {
            at
            for place, (at, outcome) in enumerate(held)
            if place in rising and self._in_place(outcome, self._ours(outcome))
        }

    def _ours(self, outcome: Outcome) -> list[Line]:
        return [self.found.lines[j] for j in outcome.strand.ours]

    def _in_place(self, outcome: Outcome, ours: Sequence[Line]) -> bool:
        if not outcome.lines or len(ours) != len(outcome.lines):
            return not outcome.lines
        looks = [(line.kind, line.level if line.kind == "heading" else 0) for line in ours]
        return looks == [
            (line.kind, line.level if line.kind == "heading" else 0) for line in outcome.lines
        ] and all(line.kind != "table" or outcome.rows or same_line(line, outcome.lines[0]) for line in ours)

    def _changed(self, outcome: Outcome) -> None:
        ours = self._ours(outcome)
        if not outcome.lines:
            for j in outcome.strand.ours:
                self._struck(j)
            self.place.element = self.elements[ours[-1].elements[-1]]
            return
        for line, now in zip(ours, outcome.lines, strict=True):
            target = self.elements[line.elements[-1]]
            if line.kind == "table":
                self._table(target, line, now, outcome.rows)
            else:
                self._paragraph(target, line, now)
                self._notes(target, outcome, line, now)
            self.place.element = target
        self._comments(self.elements[ours[0].elements[0]], outcome)

    def _paragraph(self, target: _Element, line: Line, now: Line) -> None:
        if same_line(line, now):
            return
        try:
            if len(line.elements) > 1:
                raise Pending
            self.reviser.revise(target, self.reader, line.tokens, now.tokens)
        except Pending:
            self.reviser.comment(target, f"Today’s brief would read: “{shown(now.tokens)}”")

    def _comments(self, target: _Element, outcome: Outcome) -> None:
        paragraph = target if local_name(target) == "p" else next(target.iter(w("p")), None)
        if paragraph is None or not outcome.clashes:
            return
        readings = [
            f"The draft reads: “{shown(clash.ours)}”\n"
            f"Today’s brief reads: “{shown(clash.theirs)}”\n"
            f"Both began from: “{shown(clash.base)}”"
            for clash in outcome.clashes
        ]
        self.reviser.comment(paragraph, "\n".join(["Both sides changed this.", *readings]))

    def _struck(self, j: int) -> None:
        for index in self.found.lines[j].elements:
            target = self.elements[index]
            if local_name(target) == "p":
                self.reviser.struck_paragraph(target)
            else:
                for row in target.iter(w("tr")):
                    self.reviser.tracked_row(row, "del")

    def _new(self, outcome: Outcome) -> None:
        first = None
        for at, line in enumerate(outcome.lines):
            if line.kind == "table":
                made = self._new_table(line)
            else:
                unit = self._unit(outcome, at)
                made = self.reviser.new_paragraph(self._properties(line, unit), line.tokens)
            self._put(made)
            first = made if first is None else first
        if first is not None:
            self._comments(first, outcome)

    def _unit(self, outcome: Outcome, at: int) -> Unit | None:
        theirs = outcome.strand.theirs
        return self.found.today.units[theirs[min(at, len(theirs) - 1)]] if theirs else None

    def _put(self, made: _Element) -> None:
        if self.place.element is None:
            self.file.body.insert(0, made)
        else:
            with_its_gap(self.place.element).addnext(made)
        self.place.element = made

    def _properties(self, line: Line, unit: Unit | None) -> _Element | None:
        """The look of a new paragraph: that of one like it in the file, else the style of today's."""
        for other in self.found.lines:
            alike = (other.kind, other.level, other.ordered, other.style.lower()) == (
                line.kind,
                line.level,
                line.ordered,
                line.style.lower(),
            )
            if alike:
                properties = self.elements[other.elements[-1]].find(w("pPr"))
                return without_marks(properties) if properties is not None else None
        style = self.file.style_called(line.style)
        return element("pPr", element("pStyle", val=style)) if style else None

    def _table(self, table: _Element, line: Line, now: Line, rows: Sequence[MergedRow]) -> None:
        if same_line(line, now):
            return
        trees = [row for row in table.iter(w("tr")) if next(row.iterancestors(w("tbl"))) is table]
        shown_rows = [row for row in trees if not _deleted(row)]
        kept_rows = {row.ours for row in rows if row.ours is not None}
        after: _Element | None = None
        for row in rows:
            if row.ours is None:
                made = self._new_row(shown_rows[-1], row)
                (after if after is not None else shown_rows[0]).addnext(made)
                after = made
                continue
            after = shown_rows[row.ours]
            for cell, was, new in zip(_cells(after), line.rows[row.ours], row.cells, strict=False):
                paragraphs = [each for each in cell if local_name(each) == "p"]
                if was != new:
                    self._paragraph(
                        paragraphs[0],
                        Line(kind="text", tokens=was, elements=tuple(range(len(paragraphs)))),
                        Line(kind="text", tokens=new),
                    )
        for at, tree in enumerate(shown_rows):
            if at not in kept_rows:
                self.reviser.tracked_row(tree, "del")

    def _new_row(self, like: _Element, row: MergedRow) -> _Element:
        made = copy.deepcopy(like)
        for cell, tokens in zip(_cells(made), row.cells, strict=False):
            paragraphs = [each for each in cell if local_name(each) == "p"]
            for extra in paragraphs[1:]:
                cell.remove(extra)
            paragraphs[0][:] = [each for each in paragraphs[0] if local_name(each) == "pPr"]
            paragraphs[0].extend(list(self.reviser.runs(tokens)))
        self.reviser.tracked_row(made, "ins")
        return made

    def _new_table(self, line: Line) -> _Element:
        width = max(len(row) for row in line.rows)
        share = str(9000 // width)
        grid = element("tblGrid", *(element("gridCol", w=share) for _ in range(width)))
        style = self.file.style_called("brief table") or self.file.style_called("table grid")
        properties = element("tblPr")
        if style:
            properties.append(element("tblStyle", val=style))
        properties.append(element("tblW", w="0", type="auto"))
        table = element("tbl", properties, grid)
        for at, row in enumerate(line.rows):
            look = self.file.style_called("table heading" if at == 0 else "table text")
            made = element("tr")
            for cell in row:
                paragraph = element("p")
                if look:
                    paragraph.append(element("pPr", element("pStyle", val=look)))
                paragraph.extend(list(self.reviser.runs(cell)))
                made.append(element("tc", element("tcPr", element("tcW", w=share, type="dxa")), paragraph))
            self.reviser.tracked_row(made, "ins")
            table.append(made)
        return table

    def _notes(self, target: _Element, outcome: Outcome, line: Line, now: Line) -> None:
        """The notes whose marks stayed, brought to today's words where the draft left them alone."""
        if len(outcome.strand.ours) != 1 or len(outcome.strand.theirs) != 1:
            return
        ours = self.found.ours.view.lines[outcome.strand.ours[0]].tokens
        theirs = self.found.today.view.lines[outcome.strand.theirs[0]].tokens
        today = self.found.today.lines[outcome.strand.theirs[0]].tokens
        if len(ours) != len(line.tokens):
            return
        known = {j: i for i, j in kept(changes_between(today, now.tokens), len(today))}
        for i, j in kept(changes_between(line.tokens, now.tokens), len(line.tokens)):
            if line.tokens[i].kind == "mark" and j in known:
                self._note(ours[i].text, theirs[known[j]].text)

    def _note(self, ours: str, theirs: str) -> None:
        sent = self.found.base.view.notes.get(ours)
        mine, today = self.found.ours.view.notes.get(ours), self.found.today.view.notes.get(theirs)
        if sent is None or mine is None or today is None:
            return
        chunks = merge(sent.tokens, mine.tokens, today.tokens)
        if not all(isinstance(chunk, Agreed) for chunk in chunks):
            return
        now = tuple(token for chunk in chunks if isinstance(chunk, Agreed) for token in chunk.tokens)
        note = self.notes_by_key.get(ours)
        paragraphs = list(note.iter(w("p"))) if note is not None else []
        if len(paragraphs) == 1 and now != mine.tokens:
            try:
                reader = self._reader(self.file.package.related("footnotes"))
                self.reviser.revise(paragraphs[0], reader, mine.tokens, now)
            except Pending:
                self.reviser.comment(paragraphs[0], f"Today’s note would read: “{shown(now)}”")

    def _note_words(self, citation: str) -> Tokens:
        today = self.found.today.notes.get(citation) or self.found.base.notes.get(citation)
        if today:
            return today[0]
        for line, raw in zip(self.found.lines, self.found.ours.view.lines, strict=True):
            for token, key in zip(line.tokens, raw.tokens, strict=False):
                if token.kind == "mark" and token.text == citation and key.text in self.found.ours.view.notes:
                    return self.found.ours.view.notes[key.text].tokens
        return ()


def _cells(row: _Element) -> list[_Element]:
    return [each for each in row if local_name(each) == "tc"]


def _deleted(row: _Element) -> bool:
    properties = row.find(w("trPr"))
    return properties is not None and properties.find(w("del")) is not None
