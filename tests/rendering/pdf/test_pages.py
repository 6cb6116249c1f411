"""Pages filled with units of known heights: what any document may rely on, whatever its lines look like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.rendering.pdf.boxes import Block, Row, Space, Unit
from briefgen.rendering.pdf.lines import Line
from briefgen.rendering.pdf.pages import (
    CARRIED_SHARE,
    LEAST_OF_NOTE,
    SEPARATION,
    Notes,
    NoteSlice,
    Page,
    PageBuilder,
)
from briefgen.rendering.pdf.structure import Element
from briefgen.rendering.theme import PageShape

LEADING, AFTER = 10.0, 2.0
SHAPE = PageShape(width=400, height=500, top=50, bottom=50)
HEIGHT = 400.0


@dataclass
class Filled:
    """Pages, and what was asked for."""

    blocks: list[Block]
    counts: dict[str, int]
    pages: list[Page] = field(default_factory=list)

    def note_pages(self, note: str) -> list[int]:
        return [page.number for page in self.pages for piece in page.notes if piece.note == note]

    def units_on(self, page: Page) -> list[Unit]:
        return [unit for piece in page.slices for unit in piece.block.units[piece.first : piece.end]]


def fill(blocks: list[Block], counts: dict[str, int]) -> Filled:
    """Fill pages of 400 points with the blocks; `counts` are the lines of each note, of 10 points each."""
    line = Line(height=LEADING, baseline=8.0, x=0.0, spans=[])
    filled = Filled(blocks, counts)
    marked = list(dict.fromkeys(note for made in blocks for unit in made.units for note in unit.notes))
    notes = Notes(lambda note: [line] * counts[note], marked.index, LEADING, AFTER)
    builder = PageBuilder(SHAPE, notes, filled.pages.append)
    for block in blocks:
        builder.add(block)
    builder.finish()
    return filled


def block(
    *units: Unit, heads_on: bool = False, whole: bool = False, before: float = 0, after: float = 0
) -> Block:
    return Block(
        units=list(units),
        element=Element(1, "P", 0, ""),
        x=0.0,
        width=300.0,
        before=before,
        after=after,
        heads_on=heads_on,
        whole=whole or heads_on,
    )


def lines(count: int, height: float = 20.0, notes: Mapping[int, tuple[str, ...]] | None = None) -> list[Unit]:
    return [Space(height=height, notes=(notes or {}).get(index, ())) for index in range(count)]


@st.composite
def flows(draw: st.DrawFn) -> tuple[list[Block], dict[str, int]]:
    """Any sequence of blocks with notes: headings, paragraphs, wholes, tables with headers."""
    counts: dict[str, int] = {}
    blocks: list[Block] = []

    def marks(most: int) -> tuple[str, ...]:
        fresh = []
        for _ in range(draw(st.integers(0, most))):
            if counts and draw(st.integers(0, 5)) == 0:
                fresh.append(draw(st.sampled_from(sorted(counts))))
                continue
            note = f"n{len(counts):03}"
            counts[note] = draw(st.one_of(st.integers(1, 4), st.integers(5, 12), st.integers(13, 90)))
            fresh.append(note)
        return tuple(fresh)

    for _ in range(draw(st.integers(1, 8))):
        kind = draw(st.sampled_from(("paragraph", "paragraph", "heading", "whole", "table")))
        before, after = draw(st.integers(0, 20)), draw(st.integers(0, 12))
        if kind == "heading":
            blocks.append(
                block(Space(height=24.0, notes=marks(1)), heads_on=True, before=before, after=after)
            )
            continue
        count = draw(st.integers(1, 25))
        height = draw(st.sampled_from((14.0, 20.0, 37.5, 130.0)))
        most = draw(st.sampled_from((0, 1, 1, 4)))
        marked = draw(st.integers(0, 2**count - 1)) if most else 0
        units: list[Unit] = [
            Space(height=height, notes=marks(most) if marked >> index & 1 else ()) for index in range(count)
        ]
        made = block(*units, whole=kind == "whole", before=before, after=after)
        if kind == "table":
            header = Row(cells=[], height=25.0, notes=marks(1), pad=0.0, header=True)
            made.units.insert(0, header)
            made.header, made.orphans, made.widows = header, 2, 1
        blocks.append(made)
    return blocks, counts


@given(flows())
@settings(max_examples=100)
def test_every_unit_and_every_line_of_every_note_is_placed_once_and_in_order(
    flow: tuple[list[Block], dict[str, int]],
) -> None:
    filled = fill(*flow)
    placed = [unit for page in filled.pages for unit in filled.units_on(page)]
    assert [id(unit) for unit in placed] == [id(unit) for made in filled.blocks for unit in made.units]
    reached: dict[str, int] = {}
    for page in filled.pages:
        for note, first, end in page.notes:
            assert first == reached.get(note, 0)
            assert end > first
            reached[note] = end
    marked = list(dict.fromkeys(note for unit in placed for note in unit.notes))
    assert reached == {note: filled.counts[note] for note in marked}
    assert list(reached) == marked, "notes begin in the order of their marks"


@given(flows())
@settings(max_examples=100)
def test_a_note_begins_on_the_page_of_its_mark_unless_the_unit_stands_alone_with_what_fits(
    flow: tuple[list[Block], dict[str, int]],
) -> None:
    filled = fill(*flow)
    heads = {id(unit) for made in filled.blocks if made.heads_on for unit in made.units}
    seen: set[str] = set()
    for page in filled.pages:
        units = filled.units_on(page)
        for unit in units:
            for note in unit.notes:
                if note not in seen and page.number not in filled.note_pages(note):
                    others = [other for other in units if other is not unit and id(other) not in heads]
                    assert not others, "only a unit forced onto an empty page may part from its notes"
                seen.add(note)


@given(flows())
@settings(max_examples=100)
def test_text_and_notes_never_overlap_and_never_leave_the_page(
    flow: tuple[list[Block], dict[str, int]],
) -> None:
    filled = fill(*flow)
    for page in filled.pages:
        bottom = 0.0
        for piece in page.slices:
            assert piece.y >= bottom - 0.01
            header = piece.block.header
            bottom = piece.y + (header.height if piece.headed and header else 0.0)
            bottom += sum(unit.height for unit in piece.block.units[piece.first : piece.end])
        heights = sum(LEADING * (end - first) + AFTER for _, first, end in page.notes)
        if page.notes:
            assert abs(page.notes_height - SEPARATION - heights) < 0.01
        assert bottom + page.notes_height <= HEIGHT + 0.01
        assert page.slices or page.notes, "no page is empty"


@given(flows())
@settings(max_examples=100)
def test_a_heading_is_never_the_last_thing_on_a_page_that_others_could_share(
    flow: tuple[list[Block], dict[str, int]],
) -> None:
    filled = fill(*flow)
    last_block = filled.blocks[-1]
    for page in filled.pages:
        if not page.slices:
            continue
        last = page.slices[-1].block
        if last.heads_on and last is not last_block:
            assert all(piece.block.heads_on for piece in page.slices), "it could have moved to the next page"


def test_a_note_that_fits_stands_whole_below_its_mark() -> None:
    filled = fill([block(*lines(5, notes={2: ("a",)}))], {"a": 3})
    assert [page.notes for page in filled.pages] == [[NoteSlice("a", 0, 3)]]
    assert filled.pages[0].notes_height == SEPARATION + 3 * LEADING + AFTER


def test_a_short_note_that_does_not_fit_takes_its_line_to_the_next_page() -> None:
    filled = fill([block(*lines(20, notes={17: ("a",)}))], {"a": 3})
    assert filled.note_pages("a") == [2]
    assert [piece.end - piece.first for page in filled.pages for piece in page.slices] == [17, 3]


def test_a_long_note_is_split_and_its_rest_heads_the_notes_of_the_next_page() -> None:
    filled = fill([block(*lines(25, notes={15: ("a",), 20: ("b",)}))], {"a": 9, "b": 2})
    assert [page.notes for page in filled.pages] == [
        [NoteSlice("a", 0, 6)],
        [NoteSlice("a", 6, 9), NoteSlice("b", 0, 2)],
    ]


def test_neither_part_of_a_split_note_is_a_single_line() -> None:
    for count in range(5, 12):
        filled = fill([block(*lines(25, notes={15: ("a",)}))], {"a": count})
        pieces = [piece for page in filled.pages for piece in page.notes]
        assert all(end - first >= LEAST_OF_NOTE for _, first, end in pieces)


def test_no_further_mark_joins_a_page_whose_last_note_goes_on() -> None:
    marks = {15: ("a",), 16: ("b",)}
    filled = fill([block(*lines(25, notes=marks))], {"a": 9, "b": 1})
    assert filled.note_pages("b") == [2]


def test_carried_notes_leave_room_for_text() -> None:
    filled = fill([block(*lines(40, notes={0: ("a",)}))], {"a": 90})
    shares = [page.notes_height / HEIGHT for page in filled.pages if page.slices][1:]
    assert shares
    assert max(shares) <= CARRIED_SHARE


def test_a_hundred_and_twenty_notes_on_one_line_all_follow_in_order() -> None:
    names = tuple(f"n{number:03}" for number in range(120))
    filled = fill([block(*lines(3, notes={0: names}))], dict.fromkeys(names, 3))
    started = [piece.note for page in filled.pages for piece in page.notes if piece.first == 0]
    assert started == list(names)


def test_a_note_of_ten_pages_is_carried_to_its_end() -> None:
    filled = fill([block(*lines(200, notes={0: ("a",)}))], {"a": 400})
    assert sum(piece.end - piece.first for page in filled.pages for piece in page.notes) == 400
    assert len(filled.note_pages("a")) >= 10


def test_notes_of_a_page_stand_in_order_even_where_the_cells_of_a_tall_row_mark_them_out_of_order() -> None:
    counts = {"first": 2, "second": 2, "third": 9}
    rows = block(*lines(16, notes={3: ("second",), 9: ("first",), 14: ("third",)}))
    pages: list[Page] = []
    line = Line(height=LEADING, baseline=8.0, x=0.0, spans=[])
    notes = Notes(lambda note: [line] * counts[note], list(counts).index, LEADING, AFTER)
    builder = PageBuilder(SHAPE, notes, pages.append)
    builder.add(rows)
    builder.finish()
    assert [[piece.note for piece in page.notes] for page in pages] == [["first", "second"], ["third"]]


def test_a_note_marked_again_is_printed_once() -> None:
    filled = fill([block(*lines(60, notes={0: ("a",), 50: ("a",)}))], {"a": 2})
    assert filled.note_pages("a") == [1]


def test_a_heading_moves_on_with_the_first_lines_and_their_notes() -> None:
    head = block(Space(height=24.0), heads_on=True)
    filled = fill([block(*lines(15)), head, block(*lines(10, notes={0: ("a",)}))], {"a": 4})
    assert [piece.block is head for piece in filled.pages[0].slices] == [False]
    assert filled.pages[1].slices[0].block is head


def test_no_line_of_a_paragraph_is_left_alone_on_either_page() -> None:
    for before in range(10, 20):
        filled = fill([block(*lines(before)), block(*lines(6))], {})
        pieces = [piece for page in filled.pages for piece in page.slices if piece.block is filled.blocks[1]]
        assert all(piece.end - piece.first >= 2 for piece in pieces)


def test_a_table_repeats_its_header_on_every_page_it_reaches() -> None:
    header = Row(cells=[], height=25.0, notes=(), pad=0.0, header=True)
    table = block(header, *lines(60))
    table.header, table.widows = header, 1
    filled = fill([table], {})
    assert [piece.headed for page in filled.pages for piece in page.slices] == [False, True, True, True]


def test_a_block_is_not_begun_where_nothing_of_it_would_show() -> None:
    for size in range(26, 34):
        head = block(Space(height=24.0, notes=("a",)), heads_on=True)
        box = block(Space(height=7.0), *lines(30))
        box.orphans, box.least = 4, 3
        filled = fill([head, box], {"a": size})
        begun = next(piece for page in filled.pages for piece in page.slices if piece.block is box)
        assert begun.end >= 3


def test_what_must_stay_whole_moves_to_the_next_page() -> None:
    filled = fill([block(*lines(15)), block(*lines(6), whole=True)], {})
    assert [len(page.slices) for page in filled.pages] == [1, 1]


def test_pages_of_another_shape_begin_after_all_notes_are_placed() -> None:
    line = Line(height=LEADING, baseline=8.0, x=0.0, spans=[])
    pages: list[Page] = []
    builder = PageBuilder(SHAPE, Notes(lambda _: [line] * 60, lambda _: 1, LEADING, AFTER), pages.append)
    builder.add(block(*lines(3, notes={0: ("a",)})))
    turned = PageShape(width=500, height=400, top=50, bottom=50)
    builder.turn(turned)
    builder.add(block(*lines(3)))
    builder.finish()
    assert [bool(page.notes) for page in pages] == [True, True, False]
    assert [page.shape is turned for page in pages] == [False, False, True]


def test_a_unit_taller_than_a_page_keeps_its_notes() -> None:
    filled = fill([block(*lines(1, height=900.0, notes={0: ("a",)}), *lines(3))], {"a": 2})
    assert filled.note_pages("a") == [2]


def test_a_block_that_asks_for_more_lines_together_than_fit_still_fills_its_pages() -> None:
    greedy = block(*lines(60))
    greedy.widows = 50
    filled = fill([greedy], {})
    assert [piece.end - piece.first for page in filled.pages for piece in page.slices] == [10, 20, 20, 10]
