"""Which passages are cited for which words: a note is for its sentence, and for those before without one."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.assembling.coverage import Run, read_run, sentence_stretches, table_stretches
from briefgen.model.document import Cell, Emphasis, Inline, Label, NoteMark, Table, Text

Covered = list[tuple[str, tuple[str, ...]]]


def run(*pieces: str) -> Run:
    """Words, with `@name` where a mark stands."""
    inlines = tuple(
        NoteMark(note=piece.removeprefix("@")) if piece.startswith("@") else Text(text=piece)
        for piece in pieces
    )
    return read_run(inlines, lambda mark: (mark.note,))


def covered(*runs: Run, everywhere: Sequence[str] = ()) -> Covered:
    text = "\n\n".join(one.text for one in runs)
    return [
        (text[stretch.start : stretch.end], stretch.cited) for stretch in sentence_stretches(runs, everywhere)
    ]


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        (("Seven came.", "@a", " Nine left.", "@b"), [("Seven came.", ("a",)), ("Nine left.", ("b",))]),
        (("Seven came. Nine left.", "@a"), [("Seven came.", ("a",)), ("Nine left.", ("a",))]),
        (("Seven,", "@a", " then nine,", "@b", " came."), [("Seven, then nine, came.", ("a", "b"))]),
        (("Seven came.", "@a", " Nine left."), [("Seven came.", ("a",)), ("Nine left.", ())]),
        (("@a", "Seven came. ", "Nine left.", "@b"), [("Seven came.", ("a",)), ("Nine left.", ("b",))]),
        (("Seven came.", "@a", "@b"), [("Seven came.", ("a", "b"))]),
        (("@a",), []),
    ],
)
def test_sentences_and_what_is_cited_for_them(pieces: tuple[str, ...], expected: Covered) -> None:
    assert covered(run(*pieces)) == expected


def test_an_item_without_a_full_stop_ends_with_its_run() -> None:
    assert covered(run("Seven", "@a"), run("@b", "Nine")) == [("Seven", ("a",)), ("Nine", ("b",))]


def test_the_basis_of_a_judgement_is_cited_for_all_of_it() -> None:
    judgement = run("Seven came.", "@a", " More will.", "@b")
    assert covered(judgement, everywhere=["b"]) == [("Seven came.", ("a", "b")), ("More will.", ("b",))]


def test_a_mark_within_styled_words_stands_where_it_was_typed() -> None:
    styled: tuple[Inline, ...] = (
        Label(text="(TLP:GREEN) "),
        Emphasis(inlines=(Text(text="Seven came."), NoteMark(note="a"), Text(text=" Nine left."))),
    )
    assert read_run(styled, lambda mark: (mark.note,)) == Run(
        text="Seven came. Nine left.", marks=((11, ("a",)),)
    )


def row_stretches(caption: Run, head: Sequence[Run], *rows: Sequence[Run]) -> Covered:
    cells = [tuple(Cell(inlines=()) for _ in row) for row in (head, *rows)]
    table = Table(id="t", columns=(), header=cells[0], rows=tuple(cells[1:]))
    runs = [caption, *head, *(cell for row in rows for cell in row)]
    text = "\n\n".join(one.text for one in runs)
    return [(text[stretch.start : stretch.end], stretch.cited) for stretch in table_stretches(table, runs)]


def test_a_row_rests_on_its_own_marks_and_on_those_of_caption_and_head() -> None:
    told = row_stretches(
        run("Ports", "@c"),
        [run("Port"), run("Ships", "@h")],
        [run("A"), run("7", "@a")],
        [run("B"), run("9")],
    )
    assert told == [("A\n\n7", ("a", "c", "h")), ("B\n\n9", ("c", "h"))]


def test_a_row_for_which_nothing_is_cited_rests_on_the_whole_table() -> None:
    assert row_stretches(run(), [], [run("A"), run("7", "@a")], [run("B"), run("9")]) == [
        ("A\n\n7", ("a",)),
        ("B\n\n9", ("a",)),
    ]
