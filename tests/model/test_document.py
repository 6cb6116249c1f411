from briefgen.model.document import NoteMark, Text, blocks_of, marks_of, plain
from tests.samples import every_block


def test_marks_are_met_in_the_order_of_note_numbers() -> None:
    document = every_block()
    met = list(dict.fromkeys(mark.note for block in blocks_of(document) for mark in marks_of(block)))
    assert met == [note.id for note in document.notes]
    assert [note.number for note in document.notes] == list(range(1, 15))


def test_plain_words_leave_marks_out() -> None:
    assert (
        plain((Text(text="Kursk."), NoteMark(note="n1"), Text(text=" And Donbas."))) == "Kursk. And Donbas."
    )
