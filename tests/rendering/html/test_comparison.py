"""Two editions side by side: what changed, to the word, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Block, Document, Note, Paragraph
from briefgen.rendering.html import compare
from briefgen.rendering.html.comparison import Row, Run, rows_between
from briefgen.rendering.theme import Theme
from tests.rendering.html import sample
from tests.rendering.html.axe import violations
from tests.rendering.html.conftest import Open
from tests.samples import every_block, noted


def paragraph(id: str, text: str, *notes: int) -> Paragraph:
    return Paragraph(id=id, inlines=noted(text, *notes))


def edition(*blocks: Block, notes: tuple[Note, ...] = ()) -> Document:
    section = replace(sample.brief().sections[1], blocks=blocks)
    return replace(sample.brief(), sections=(section,), notes=notes)


def changed(runs: tuple[Run, ...]) -> list[str]:
    return [run.text for run in runs if run.changed]


def differing(rows: tuple[Row, ...]) -> list[Row]:
    return [row for row in rows if row.fate != "same"]


TROOPS = paragraph("a", "North Korea sent some 12,000 soldiers to Russia.")
SHELLS = paragraph("b", "It supplied between 5 and 8 million artillery shells in two years.")
DEBT = paragraph("c", "Russia forgave ninety per cent of the old Soviet debt.")
LATER = edition(
    paragraph("a", "North Korea sent some 14,000 soldiers to Russia."),
    DEBT,
    paragraph("d", "A new paragraph on quite another matter altogether."),
)
EARLIER = edition(TROOPS, SHELLS, DEBT)


def test_a_changed_figure_is_marked_whole_and_alone() -> None:
    changed_row, *_ = differing(rows_between(EARLIER, LATER))
    assert changed_row.fate == "changed"
    assert changed(changed_row.old) == ["12,000"]
    assert changed(changed_row.new) == ["14,000"]


def test_what_went_and_what_came_stand_alone() -> None:
    rows = differing(rows_between(EARLIER, LATER))
    assert [(row.fate, bool(row.old), bool(row.new)) for row in rows[1:]] == [
        ("removed", True, False),
        ("added", False, True),
    ]


def test_what_moved_is_said_to_have_moved() -> None:
    rows = differing(rows_between(edition(TROOPS, SHELLS, DEBT), edition(DEBT, TROOPS, SHELLS)))
    assert [row.fate for row in rows] == ["moved"]
    assert "Soviet debt" in rows[0].new[0].text


def test_a_note_with_another_number_is_no_change() -> None:
    def note(number: int, passage: str) -> Note:
        return Note(id=f"n{number}", number=number, inlines=(), passages=(passage,))

    old = edition(paragraph("a", "First.", 1), notes=(note(1, "p"),))
    new = edition(
        paragraph("z", "Before it, words with a note of their own.", 1),
        paragraph("a", "First.", 2),
        notes=(note(1, "q"), note(2, "p")),
    )
    (row,) = [row for row in differing(rows_between(old, new)) if row.kind == "body"]
    assert row.fate == "added"


def test_a_note_that_stands_several_times_stays_where_it_was() -> None:
    def note(number: int, passage: str) -> Note:
        words = noted(f"An Office, Report, on {passage}.")
        return Note(id=f"n{number}", number=number, inlines=words, passages=(passage,))

    notes = tuple(note(number, passage) for number, passage in enumerate("abababa", start=1))
    words = [paragraph(f"p{number}", f"Statement {number}.", number) for number in range(1, 8)]
    longer = [paragraph("p7", "A long statement 7.", 7)]
    rows = rows_between(edition(*words, notes=notes), edition(*words[:6], *longer, notes=notes))
    assert [(row.fate, row.kind) for row in differing(rows)] == [("changed", "body")]


def test_another_source_for_the_same_words_is_a_change() -> None:
    old = edition(paragraph("a", "First.", 1), notes=(replace(sample.NOTES[0], id="n1", passages=("p",)),))
    new = edition(paragraph("a", "First.", 1), notes=(replace(sample.NOTES[0], id="n1", passages=("q",)),))
    row = next(row for row in rows_between(old, new) if row.kind == "body")
    assert row.fate == "changed"
    assert [run.mark for run in row.new] == [False, True]


@pytest.mark.parametrize("document", [sample.brief(), every_block()])
def test_a_document_does_not_differ_from_itself(document: Document) -> None:
    assert differing(rows_between(document, document)) == []
    page = compare(document, document, Theme(), templates=sample.templates).data.decode()
    assert "The two editions have the same words." in page


texts = st.lists(st.text(alphabet="ab c.1,", max_size=20), max_size=6)


@settings(max_examples=60)
@given(texts, texts)
def test_no_word_of_either_edition_is_lost(before: list[str], after: list[str]) -> None:
    old = edition(*(paragraph(f"p{number}", text) for number, text in enumerate(before)))
    new = edition(*(paragraph(f"p{number}", text) for number, text in enumerate(after)))
    rows = rows_between(old, new)
    for texts_of_edition, side in ((before, "old"), (after, "new")):
        shown = "".join(run.text for row in rows if row.kind == "body" for run in getattr(row, side))
        assert Counter(shown.replace("\n", "")) == Counter("".join(texts_of_edition))
    stayed = [
        [
            " ".join("".join(run.text for run in side if not run.changed).split())
            for side in (row.old, row.new)
        ]
        for row in rows
    ]
    assert all(old_side == new_side for old_side, new_side in stayed)


def test_the_page_side_by_side(open_page: Open) -> None:
    page = open_page(compare(EARLIER, LATER, Theme(), templates=sample.templates).data).page
    assert "1 changed, 1 added, 1 removed" in page.inner_text(".summary")
    assert page.locator("#change-1 del").inner_text() == "12,000"
    assert page.locator("#change-1 ins").inner_text() == "14,000"
    assert page.is_visible("tr.same")
    page.check("#only-changes")
    assert not page.is_visible("tr.same")
    page.click(".summary a")
    assert page.url.endswith("#change-1")
    assert violations(page) == []


def test_the_page_at_phone_width_and_at_night(open_page: Open) -> None:
    data = compare(EARLIER, LATER, Theme(), templates=sample.templates).data
    page = open_page(data, width=360, color_scheme="dark").page
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert page.is_visible("#change-1 ins")


def test_the_page_needs_no_script_and_allows_none() -> None:
    page = compare(EARLIER, LATER, Theme(), templates=sample.templates).data.decode()
    assert "<script" not in page
    assert re.search(r"default-src 'none'; style-src 'sha256-[^']+'; img-src data:;", page)
