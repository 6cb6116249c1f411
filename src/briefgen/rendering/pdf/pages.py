"""Pages filled in one pass: first fit, with each note on the page of its mark.

A unit is taken only with all its notes. Where the last note of a unit does not fit whole, it is split if it
is long, and the page takes no further marks. What is left of it heads the notes of the next page, on at most
`CARRIED_SHARE` of its height. Where nothing else helps, one unit is forced onto an empty page and its notes
follow as they can, in order; so every page makes progress.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import field
from itertools import pairwise
from typing import NamedTuple

from briefgen.rendering.pdf.boxes import Block, Unit
from briefgen.rendering.pdf.lines import Line
from briefgen.rendering.theme import PageShape
from briefgen.values import dataclass

SEPARATION = 16.0
"""Points between the text and the first note; the rule stands within."""

CARRIED_SHARE = 0.7
LONG_NOTE = 5
LEAST_OF_NOTE = 2
_EPSILON = 1e-6


class NoteSlice(NamedTuple):
    """Lines `first` up to `end` of a note."""

    note: str
    first: int
    end: int


class Slice(NamedTuple):
    """Units `first` up to `end` of a block, `y` points below the text's top; `headed` repeats its header."""

    y: float
    block: Block
    first: int
    end: int
    headed: bool


@dataclass(slots=True, kw_only=True, eq=False)
class Page:
    """A finished page. `notes_height` counts the separation from the text."""

    number: int
    shape: PageShape
    slices: list[Slice]
    notes: list[NoteSlice]
    notes_height: float


class Notes(NamedTuple):
    """How notes are set: their lines, made when first asked for, their numbers, their measures in points."""

    lines: Callable[[str], Sequence[Line]]
    number: Callable[[str], int]
    leading: float
    after: float

    def height(self, lines: int) -> float:
        """The height of so many lines of one note, and the space after them."""
        return lines * self.leading + self.after


class _State(NamedTuple):
    y: float
    notes_height: float
    notes: tuple[NoteSlice, ...]
    carried: tuple[NoteSlice, ...]


@dataclass(slots=True, kw_only=True, eq=False)
class _Open:
    """The page being filled."""

    slices: list[Slice] = field(default_factory=list)
    notes: list[NoteSlice] = field(default_factory=list)
    y: float = 0.0
    after: float = 0.0
    notes_height: float = 0.0
    closed_to_marks: bool = False


class PageBuilder:
    """Takes blocks in order, gives pages to `sink` as they are finished."""

    def __init__(self, shape: PageShape, notes: Notes, sink: Callable[[Page], None]) -> None:
        self._shape = shape
        self._notes = notes
        self._sink = sink
        self._number = 0
        self._placed: set[str] = set()
        self._carried: list[NoteSlice] = []
        self._heads: list[Block] = []
        self._open = _Open()

    @property
    def _height(self) -> float:
        return self._shape.text_height

    def add(self, block: Block) -> None:
        """Place a block after those before it, with the headings that must stay with it."""
        self._heads.append(block)
        if not block.heads_on:
            self._place_together()

    def turn(self, shape: PageShape) -> None:
        """Go on with pages of another shape, once all that is open has been placed."""
        self.finish()
        self._shape = shape

    def finish(self) -> None:
        """Place what is left, carried notes included."""
        if self._heads:
            self._place_together()
        while self._open.slices or self._open.notes or self._carried:
            self._close()

    def _place_together(self) -> None:
        """Place the headings that wait and the block after them, the last one; on a new page if need be."""
        group, self._heads = self._heads, []
        whole = group[-1].whole and self._holds(group)
        if len(group) > 1 and self._open.slices and not self._fits_on(group, whole=whole):
            self._close()
        for position, each in enumerate(group):
            self._place(each, group[:position], whole=whole if each is group[-1] else each.whole)

    def _close(self) -> None:
        if not self._open.slices and self._carried:
            self._carried = [*self._open.notes, *self._carried]
            self._open = _Open()
            self._fill_with_carried(self._height)
        done = self._open
        done.notes.sort(key=self._rank)
        self._number += 1
        self._open = _Open()
        if self._carried:
            self._fill_with_carried(self._height * CARRIED_SHARE)
        self._sink(
            Page(
                number=self._number,
                shape=self._shape,
                slices=done.slices,
                notes=done.notes,
                notes_height=done.notes_height,
            )
        )

    def _fill_with_carried(self, height: float) -> None:
        """Set on the new page as much of the carried notes as `height` holds, in order."""
        page, left = self._open, height - SEPARATION
        pending = [NoteSlice(note, first, self._count(note)) for note, first, _ in _merged(self._carried)]
        self._carried = []
        page.notes_height = SEPARATION
        for index, (note, first, end) in enumerate(pending):
            room = max(0, int((left - self._notes.after + _EPSILON) // self._notes.leading))
            taken = self._part(end - first, room, alone=not page.notes)
            if taken > 0:
                page.notes.append(NoteSlice(note, first, first + taken))
                page.notes_height += self._notes.height(taken)
                left -= self._notes.height(taken)
            if first + taken < end:
                self._carried = [NoteSlice(note, first + taken, end), *pending[index + 1 :]]
                break
        page.closed_to_marks = bool(self._carried)

    def _rank(self, piece: NoteSlice) -> tuple[bool, bool, int]:
        """Where a note stands on its page: what goes on from the page before first, what goes on behind last.

        Marks in the cells of a tall row do not come line by line in the order of their numbers.
        """
        return piece.first == 0, piece.end < self._count(piece.note), self._notes.number(piece.note)

    def _count(self, note: str) -> int:
        return len(self._notes.lines(note))

    def _fits_on(self, group: Sequence[Block], *, whole: bool) -> bool:
        """Whether headings and the first units of the block they head fit on the open page."""
        *heads, last = group
        units: list[Unit] = [unit for head in heads for unit in head.units]
        first = min(last.orphans, len(last.units))
        if whole or len(last.units) - first < last.widows:
            first = len(last.units)
        units += last.units[:first]
        y, after = self._open.y, self._open.after
        for block in group:
            y += max(after, block.before)
            after = block.after
        return len(self._fit(units, 0, y, forced=False)) == len(units)

    def _place(self, block: Block, heads: Sequence[Block], *, whole: bool) -> None:
        """Place a block on this page and those that follow; `heads` are the headings placed just before it.

        A page that holds nothing but those headings counts as empty: it would not help to leave it.
        """
        index, count = 0, len(block.units)
        while index < count:
            page = self._open
            gap = max(page.after, block.before) if page.slices and index == 0 else 0.0
            headed = block.header is not None and index > 0
            top = page.y + gap
            y = top + (block.header.height if headed and block.header else 0.0)
            empty = all(piece.block in heads for piece in page.slices)
            states = self._fit(block.units, index, y, forced=False)
            end = index + len(states)
            if end < count:
                end = index if whole and index == 0 and not empty else self._break(block, index, end, empty)
            if end == index and empty and not self._carried:
                states = self._fit(block.units, index, y, forced=True)
                least = 1 if index else block.least
                if len(states) >= least:
                    end = index + least
                elif not page.slices and not page.notes:
                    states = states or [self._overflow(block.units[index], y)]
                    end = index + 1
            if end == index:
                self._close()
                continue
            self._take(states[end - index - 1], block.units[index:end])
            page.slices.append(Slice(top, block, index, end, headed))
            index = end
            if index < count:
                self._close()
        self._open.after = block.after

    def _break(self, block: Block, first: int, end: int, empty: bool) -> int:
        """Where to break a block of which units up to `end` would fit, so that neither side is too short."""
        count = len(block.units)
        movable = first == 0 and not (empty and not self._open.notes)
        if count - end < block.widows:
            earlier = count - block.widows
            if earlier > first:
                end = earlier
            elif movable:
                return first
        return first if movable and end < block.orphans else end

    def _holds(self, group: Sequence[Block]) -> bool:
        """Whether an empty page has room for all the blocks, their notes aside."""
        height = sum(unit.height for block in group for unit in block.units)
        for above, below in pairwise(group):
            height += max(above.after, below.before)
        return height <= self._height

    def _take(self, state: _State, units: Sequence[Unit]) -> None:
        page = self._open
        page.y, page.notes_height = state.y, state.notes_height
        page.notes.extend(state.notes)
        for unit in units:
            self._placed.update(unit.notes)
        if state.carried:
            self._carried.extend(state.carried)
            page.closed_to_marks = True

    def _fit(self, units: Sequence[Unit], first: int, y: float, *, forced: bool) -> list[_State]:
        """The page's state after each unit that it can take from `first` on; forced, it takes that one."""
        states: list[_State] = []
        height = self._height
        notes_height = self._open.notes_height
        taken: tuple[NoteSlice, ...] = ()
        seen: set[str] = set()
        for index in range(first, len(units)):
            unit = units[index]
            must = forced and index == first
            below = y + unit.height
            carried: tuple[NoteSlice, ...] = ()
            added = notes_height
            if unit.notes:
                fresh = [
                    note
                    for note in dict.fromkeys(unit.notes)
                    if note not in self._placed and note not in seen
                ]
                if fresh:
                    if self._open.closed_to_marks:
                        break
                    found = self._fit_notes(fresh, height - below, notes_height, must)
                    if found is None:
                        break
                    added, slices, carried = found
                    taken += slices
                    seen.update(fresh)
            if below + added > height + _EPSILON:
                break
            y, notes_height = below, added
            states.append(_State(y, notes_height, taken, carried))
            if carried:
                break
        return states

    @staticmethod
    def _part(count: int, room: int, *, alone: bool) -> int:
        """How many of a note's `count` lines to set where there is room for so many.

        Neither side of a split gets fewer than LEAST_OF_NOTE; a note that is `alone` gets at least a line.
        """
        if room >= count:
            return count
        taken = min(room, count - LEAST_OF_NOTE)
        if taken >= LEAST_OF_NOTE:
            return taken
        return max(room, 1) if alone else 0

    def _overflow(self, unit: Unit, y: float) -> _State:
        """The state after a unit that no page can hold: it runs over the edge, its notes follow."""
        fresh = [note for note in dict.fromkeys(unit.notes) if note not in self._placed]
        later = tuple(NoteSlice(note, 0, self._count(note)) for note in fresh)
        return _State(y + unit.height, 0.0, (), later)

    def _fit_notes(
        self, fresh: Sequence[str], room: float, notes_height: float, must: bool
    ) -> tuple[float, tuple[NoteSlice, ...], tuple[NoteSlice, ...]] | None:
        """Notes of one unit in `room` points with those already there: height, slices here, slices later."""
        height = notes_height or SEPARATION
        slices: list[NoteSlice] = []
        for position, note in enumerate(fresh):
            count = self._count(note)
            if height + self._notes.height(count) <= room + _EPSILON:
                slices.append(NoteSlice(note, 0, count))
                height += self._notes.height(count)
                continue
            lines = max(0, int((room - height - self._notes.after + _EPSILON) // self._notes.leading))
            taken = self._part(count, lines, alone=must and not slices and not self._open.notes)
            is_last = position == len(fresh) - 1
            if not must and not (is_last and count >= LONG_NOTE and taken):
                return None
            if taken:
                slices.append(NoteSlice(note, 0, taken))
                height += self._notes.height(taken)
            later = [NoteSlice(note, taken, count)]
            later += [NoteSlice(each, 0, self._count(each)) for each in fresh[position + 1 :]]
            return (height if slices or notes_height else 0.0), tuple(slices), tuple(later)
        return height, tuple(slices), ()


def _merged(slices: Sequence[NoteSlice]) -> list[NoteSlice]:
    """One slice for each note, from where it first goes on."""
    firsts: dict[str, NoteSlice] = {}
    for each in slices:
        firsts.setdefault(each.note, each)
    return list(firsts.values())
