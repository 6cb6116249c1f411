"""Footnotes: numbered in the order of their marks, shared within a block, short after the first."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.assembling.notes import NoteBook
from briefgen.citing.chicago import Reference
from briefgen.model.document import NoteMark, Text, plain
from briefgen.text.wording.english import ENGLISH
from tests.assembling.evidence import anchor, source


def reference(passage: str, of: str = "log", prefix: str = "", suffix: str = "") -> Reference:
    return Reference(source=source(of), anchor=anchor(passage, source=of), prefix=prefix, suffix=suffix)


def test_marks_lead_to_notes_in_order() -> None:
    notes = NoteBook(ENGLISH)
    marks = [notes.cite([reference(name)]) for name in ("a", "b", "c")]
    assert [note.number for note in notes.notes] == [1, 2, 3]
    assert [note.id for note in notes.notes] == [mark.note for mark in marks]
    assert [notes.passages_of(mark) for mark in marks] == [("a",), ("b",), ("c",)]


def test_the_same_citation_in_one_block_has_one_note() -> None:
    notes = NoteBook(ENGLISH)
    assert notes.cite([reference("a")]) == notes.cite([reference("a")])
    assert len(notes.notes) == 1


def test_the_same_citation_in_another_block_has_a_note_of_its_own() -> None:
    notes = NoteBook(ENGLISH)
    first = notes.cite([reference("a")])
    notes.start_block()
    second = notes.cite([reference("a")])
    assert first != second
    assert [note.number for note in notes.notes] == [1, 2]


def test_other_words_around_a_passage_make_another_note() -> None:
    notes = NoteBook(ENGLISH)
    assert notes.cite([reference("a")]) != notes.cite([reference("a", prefix="see")])
    assert notes.cite([reference("a")]) != notes.cite([reference("a", suffix="at dawn")])


def test_first_in_full_then_short() -> None:
    notes = NoteBook(ENGLISH)
    for name in ("a", "b"):
        notes.cite([reference(name)])
    first, second = (plain(note.inlines) for note in notes.notes)
    assert first == "“The Ferry,” author, date and address not captured, para.\u00a02: “words of a”."
    assert second == "“The Ferry,” para.\u00a02: “words of b”."


def test_a_note_of_the_authors_own_words() -> None:
    notes = NoteBook(ENGLISH)
    mark = notes.write((Text(text="Heard on the quay."),))
    assert plain(notes.notes[0].inlines) == "Heard on the quay."
    assert notes.passages_of(mark) == ()


def test_an_id_stays_where_others_come_and_go() -> None:
    """A note is known between editions by what it cites, not by its number."""
    alone, among = NoteBook(ENGLISH), NoteBook(ENGLISH)
    mark = alone.cite([reference("b")])
    among.cite([reference("a")])
    assert among.cite([reference("b")]) == mark


CITED = st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from(["log", "news"])), min_size=1, max_size=3)


@settings(max_examples=150)
@given(st.lists(CITED | st.none() | st.just("written"), max_size=20))
def test_numbers_and_ids(steps: list[list[tuple[str, str]] | str | None]) -> None:
    """Whatever is cited: numbers run from 1 without a gap, ids differ, first marks come in their order."""
    notes, marks = NoteBook(ENGLISH), list[NoteMark]()
    for step in steps:
        if step is None:
            notes.start_block()
        elif isinstance(step, str):
            marks.append(notes.write((Text(text=step),)))
        else:
            marks.append(notes.cite([reference(f"{name}-{of}", of) for name, of in step]))
    numbers = {note.id: note.number for note in notes.notes}
    assert sorted(numbers.values()) == list(range(1, len(notes.notes) + 1))
    first_marks = list(dict.fromkeys(mark.note for mark in marks))
    assert [numbers[name] for name in first_marks] == list(range(1, len(first_marks) + 1))
    full = [note for note in notes.notes if "not captured" in plain(note.inlines)]
    named = [name for note in notes.notes for name in note.passages]
    assert len(full) <= len({name.split("-")[1] for name in named})
