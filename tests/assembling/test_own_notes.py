"""Notes in the author's own words: where their marks stand, and how all notes are numbered."""

from __future__ import annotations

import pytest

from briefgen.assembling.own_notes import bearing, in_reading_order
from briefgen.model.document import (
    Block,
    Cell,
    Column,
    Heading,
    Inlines,
    List,
    ListItem,
    Note,
    NoteMark,
    Paragraph,
    Section,
    Table,
    Text,
    marks_in,
    marks_of,
    plain,
    runs_of,
)
from tests.assembling.test_statements import FIGURES, section_of
from tests.briefs import HEAD, brief_of, made

NOTE = "\n- note: Heard on the quay.\n"


def marked(body: str) -> list[str]:
    """The runs of a section's blocks that bear marks, with the numbers of their notes."""
    checked = brief_of(body, head=HEAD + FIGURES)
    assert checked.made is not None, checked.found
    document = checked.made.assembly.document
    numbers = {note.id: note.number for note in document.notes}
    section = next(one for one in document.sections if one.id == "one")
    return [
        plain(run) + "".join(f"[{numbers[mark.note]}]" for mark in marks_in(run))
        for block in section.blocks
        for run in runs_of(block)
        if any(marks_in(run))
    ]


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("- It came. [@troops]", ["It came.[1][2]"]),
        ("- |\n  It came.\n\n  It *went.*\n", ["It went.[1]"]),
        ("- |\n  It came:\n\n  - by rail\n  - by ship\n\n    and boat\n", ["and boat[1]"]),
        ("- |\n  | Who | What |\n  | --- | --- |\n  | He | this |\n", ["this[1]"]),
        ("- |\n  > It came.\n  >\n  > It went.\n", ["It went.[1]"]),
        ("- {judgement: It would come, likelihood: likely, basis: [troops]}", ["It would come.[1][2]"]),
        ("- gap: Who knows?", ["Who knows?[1]"]),
        (
            "- {quote: losses, attribution: The minister}",
            ["“around 3,800 killed and wounded”[1]", "The minister[2]"],
        ),
        ("- quote: losses", ["“around 3,800 killed and wounded”[1][2]"]),
        ("- {list: ['One. [@troops]', Two.]}", ["One.[1]", "Two.[2]"]),
        ("- {table: {rows: [['a', 'b [@troops]', '']]}}", ["b[1][2]"]),
        ("- {table: {rows: [['a [@troops]']]}, caption: 'Who [@losses]'}", ["Who[1][2]", "a[3]"]),
        ("- {estimates: [pairs]}", ["Computed from the figures named.[1]"]),
        ("- {figure: {chart: [troops, pairs], kind: bar, caption: Force}}", ["Force[1][2]"]),
        ("- {figure: {chart: troops, caption: Force}}", ["Force[1][2]"]),
        ("- {timeline: [{date: 2024-12, text: 'So. [@troops]'}], caption: When}", ["When[1][2]"]),
    ],
)
def test_the_mark_stands_at_the_end_of_the_block_before(statement: str, expected: list[str]) -> None:
    assert marked(statement + NOTE) == expected


def test_a_chart_without_caption_leaves_the_note_to_what_stands_with_it() -> None:
    assert marked("- estimates: [shells, troops]" + NOTE)[-1] == "Troops: of all kinds[4]"


def test_several_notes_follow_one_another_and_what_comes_next_is_numbered_behind_them() -> None:
    body = "- It came. [@troops]" + NOTE + "- note: And seen.\n- It went. [@losses]\n"
    assert marked(body) == ["It came.[1][2][3]", "It went.[4]"]


def test_a_note_makes_no_block_and_no_claim_and_leaves_the_ids_of_others_alone() -> None:
    without, noted = (section_of("- It came. [@troops]" + note) for note in ("", NOTE))
    assert [block.id for block in without.blocks] == [block.id for block in noted.blocks]
    checked = brief_of("- It came. [@troops]" + NOTE)
    assert checked.made is not None
    assembly = checked.made.assembly
    (claim,) = assembly.claims
    assert (claim.text, claim.cited) == ("It came.", ("troops",))
    ((name, own),) = assembly.own_notes.items()
    assert own.block == noted.blocks[0].id
    assert own.origin.located is not None and own.origin.located.value == "Heard on the quay."
    assert (
        plain(next(note.inlines for note in assembly.document.notes if note.id == name))
        == "Heard on the quay."
    )


def test_the_bearer_of_a_list_is_the_last_paragraph_in_it() -> None:
    checked = brief_of("- {list: [One., Two.]}" + NOTE)
    assert checked.made is not None
    (own,) = checked.made.assembly.own_notes.values()
    (block,) = section_of("- {list: [One., Two.]}").blocks
    assert isinstance(block, List)
    assert own.block == block.items[-1].blocks[0].id


@pytest.mark.parametrize(
    "body",
    [
        NOTE,
        "- |\n  It came.\n\n  ## Then\n" + NOTE,
        "- It came. [@troops]\n- {figure: {chart: [troops, pairs], kind: bar}}\n" + NOTE,
        "- |\n  - It came\n  - ## Then\n" + NOTE,
        "- {timeline: [{date: 2024-12, text: 'So. [@troops]'}]}\n" + NOTE,
    ],
)
def test_a_note_without_a_block_to_stand_at_is_an_error_at_its_words(body: str) -> None:
    checked = brief_of(body.strip(), head=HEAD + FIGURES)
    assert checked.marked("OL143") == ["Heard on the quay."]


def test_a_note_behind_what_a_template_wrote_belongs_to_its_last_block() -> None:
    _, brief, _ = made(
        "{id: one, title: One, template: one.j2, body: [{note: Heard.}]}", one__j2=b"It came.\n\nIt went.\n"
    )
    document = brief.assembly.document
    assert [len(list(marks_of(block))) for block in document.sections[0].blocks] == [0, 1]


def test_a_citation_has_no_place_in_a_note() -> None:
    checked = brief_of("- It came. [@troops]\n- note: Compare [@losses].")
    assert checked.marked("OL120") == ["Compare [@losses]."]


MARK = NoteMark(note="n")


def text(words: str, *marks: str) -> Inlines:
    return (Text(text=words), *(NoteMark(note=mark) for mark in marks))


@pytest.mark.parametrize(
    "block",
    [
        Heading(id="h", level=2, inlines=text("Then")),
        List(id="l", ordered=False, items=()),
        List(id="l", ordered=False, items=(ListItem(id="i", blocks=()),)),
        Table(id="t", columns=(Column(),), header=(), rows=((Cell(inlines=()),),)),
    ],
)
def test_what_holds_no_words_bears_no_mark(block: Block) -> None:
    assert bearing([Paragraph(id="p", inlines=text("It came.")), block], MARK) is None


def test_a_table_of_a_header_alone_bears_the_mark_there() -> None:
    table = Table(id="t", columns=(Column(),), header=(Cell(inlines=text("Who")),), rows=())
    found = bearing([table], MARK)
    assert found is not None
    assert [mark.note for mark in marks_of(found[0][0])] == ["n"]


def test_notes_are_numbered_by_their_first_marks_and_those_without_come_last() -> None:
    notes = [Note(id=name, number=number, inlines=()) for number, name in enumerate("abcd", 1)]
    heading = Heading(id="h", level=1, inlines=text("One"))
    blocks = (
        Paragraph(id="p", inlines=text("It came.", "c")),
        Paragraph(id="q", inlines=text("It went.", "a", "c")),
        Paragraph(id="r", inlines=text("It stayed.", "d")),
    )
    ordered = in_reading_order(notes, [Section(id="s", heading=heading, blocks=blocks)])
    assert [(note.id, note.number) for note in ordered] == [("c", 1), ("a", 2), ("d", 3), ("b", 4)]
