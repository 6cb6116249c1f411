"""The merge as a brief: sections and the blocks in them, each with today's block that it continues."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import as_seen
from briefgen.drafts.merging.outcomes import MergedRow, Outcome
from briefgen.drafts.merging.own_marks import bare_line, own_marks, runs_in
from briefgen.drafts.merging.units import Unit
from briefgen.drafts.merging.versions import Version
from briefgen.model.document import Document, List, blocks_of
from briefgen.values import dataclass

AUTHORED = ("body", "annex")
"""The roles of the sections that an author wrote; briefgen makes the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalLine:
    """A line of the merge, the units of today's document that it continues, and their lines as they are.

    A line without units is new. `rows` tell of a table which of today's rows each of its rows continues.
    """

    line: Line
    units: tuple[Unit, ...] = ()
    today: tuple[Line, ...] = ()
    rows: tuple[MergedRow, ...] = ()
    moved: bool = False

    @property
    def changed(self) -> bool:
        """Whether the line differs from today's."""
        return len(self.today) != 1 or not same_line(self.line, self.today[0])

    @property
    def reworded(self) -> bool:
        """Whether it differs by more than marks of notes in somebody's own words."""
        return len(self.today) != 1 or not same_words(self.line, self.today[0])

    @property
    def top(self) -> str:
        """The block on its section's level that the line belongs to; empty for a new one."""
        return self.units[0].top if self.units else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Lines that make one block: today's block `top`, or a new one."""

    top: str
    lines: tuple[FinalLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FinalSection:
    """A section of the merge: today's section `id`, or a new one, or what stands before the first."""

    id: str
    heading: FinalLine | None
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The merge as sections, changed lines of briefgen's own, and the units that are gone.

    `strays` are lines that were moved away from the block that they are part of, such as a caption;
    `restored` are headings that were deleted, without which their sections would have nowhere to stand.
    """

    sections: tuple[FinalSection, ...]
    added_by_briefgen: tuple[FinalLine, ...]
    strays: tuple[FinalLine, ...]
    restored: tuple[FinalLine, ...]
    deleted: tuple[Unit, ...]


def same_line(left: Line, right: Line) -> bool:
    """Whether two lines say the same, set the same way, and have the same notes."""
    marks = (sorted(mark.text for mark in own_marks(runs_in([line]))) for line in (left, right))
    return same_words(left, right) and next(marks) == next(marks)


def same_words(left: Line, right: Line) -> bool:
    """Whether two lines say the same, set the same way, whatever notes in somebody's own words they have."""
    left, right = bare_line(left), bare_line(right)
    return (
        (left.kind, left.level if left.kind != "text" else 0)
        == (right.kind, right.level if right.kind != "text" else 0)
        and as_seen(left.tokens) == as_seen(right.tokens)
        and [[as_seen(cell) for cell in row] for row in left.rows]
        == [[as_seen(cell) for cell in row] for row in right.rows]
    )


def planned(outcomes: Sequence[Outcome], today: Version) -> Plan:
    """The plan of a merge."""
    lines: list[FinalLine] = []
    furniture: list[FinalLine] = []
    deleted: list[Unit] = []
    for outcome in outcomes:
        units = [today.units[k] for k in outcome.strand.theirs]
        if outcome.strand.theirs and all(unit is None for unit in units):
            furniture.extend(line for line in _furniture(outcome, today))
            continue
        found = list(_final_lines(outcome, today))
        continued = [unit for line in found for unit in line.units]
        deleted.extend(unit for unit in units if unit is not None and unit not in continued)
        lines.extend(found)
    headings = {section.heading.id for section in today.document.sections}
    deleted.extend(unit for line in lines if _begins_section(line, headings) for unit in line.units)
    lists = {block.id for block in blocks_of(today.document) if isinstance(block, List)}
    lines, left = _out_of_lists(lines, lists)
    deleted.extend(left)
    lines = list(_lists_in_one(lines, lists))
    strays = _strays(lines, lists)
    lines = _untangled([line for line in lines if line not in strays], lists)
    stranded = _stranded(lines, today)
    lines = [line for line in lines if line not in stranded.values()]
    restored = list(_restored(lines, stranded, today))
    for at, heading in reversed(restored):
        lines.insert(at, heading)
    back = [unit for _, heading in restored for unit in heading.units]
    return Plan(
        strays=tuple(strays),
        restored=tuple(heading for _, heading in restored),
        sections=tuple(_sections(lines, today.document, lists)),
        added_by_briefgen=tuple(furniture),
        deleted=tuple(unit for unit in deleted if unit not in back),
    )


def _stranded(lines: Sequence[FinalLine], today: Version) -> dict[str, FinalLine]:
    """Headings, by section, moved behind what would then be part of a section that briefgen makes."""
    written = {section.id for section in today.document.sections if section.role in AUTHORED}
    headings = {section.heading.id for section in today.document.sections}
    moved = {line.units[0].section: line for line in lines if line.moved and line.top in headings}
    found: dict[str, FinalLine] = {}
    in_written = False
    for line in lines:
        section = line.units[0].section if line.units else ""
        if line.top in headings or _begins_section(line, headings):
            in_written = section in written or not line.top
            moved.pop(section, None)
        elif not in_written and section in written and section in moved and not line.moved:
            found[section] = moved.pop(section)
            in_written = True
    return found


def _restored(
    lines: Sequence[FinalLine], stranded: Mapping[str, FinalLine], today: Version
) -> Iterator[tuple[int, FinalLine]]:
    """Headings that were deleted but must stay, with their places: those of sections that briefgen makes, and
    of a section that would become part of such a one; and those that were moved and must not be.
    """
    written = {section.id for section in today.document.sections if section.role in AUTHORED}
    headings = {section.heading.id: section.id for section in today.document.sections}
    shown = {unit.section: at for at, unit in enumerate(today.units) if unit and unit.block in headings}
    standing = {headings[unit.block] for line in lines for unit in line.units if unit.block in headings}
    in_written = False
    for at, line in enumerate(lines):
        section = line.units[0].section if line.units else ""
        if _begins_section(line, headings):
            in_written = True
        elif line.units and line.units[0].block in headings:
            in_written = section in written
        elif section and section not in standing and not (in_written and section in written):
            place = shown[section]
            unit, was = today.units[place], today.lines[place]
            assert unit is not None
            yield at, stranded.get(section) or FinalLine(line=was, units=(unit,), today=(was,))
            in_written = section in written
            standing.add(section)


def _out_of_lists(lines: Sequence[FinalLine], lists: Container[str]) -> tuple[list[FinalLine], list[Unit]]:
    """Lines of which the items that became paragraphs, before or after all others of a list, left it; and
    the units that these were.
    """
    found, left = list(lines), list[Unit]()
    for order in (range(len(found)), range(len(found) - 1, -1, -1)):
        begun: set[str] = set()
        for at in order:
            line = found[at]
            if line.top not in lists or line.top in begun:
                continue
            if line.line.kind == "text" and line.units[0].kind == "item":
                left.extend(line.units)
                found[at] = replace(line, units=(), today=())
            else:
                begun.add(line.top)
    return found, left


def _lists_in_one(lines: Sequence[FinalLine], lists: Container[str]) -> Iterator[FinalLine]:
    """Lines of which those that stand apart from the longest stretch of their list are no part of it."""
    runs = [[*run] for _, run in groupby((line for line in lines if line.top), lambda line: line.top)]
    whole: dict[str, list[FinalLine]] = {}
    for run in runs:
        if run[0].top in lists and len(run) > len(whole.get(run[0].top, ())):
            whole[run[0].top] = run
    for line in lines:
        apart = line.top in lists and not any(line is other for other in whole[line.top])
        yield replace(line, units=(), today=()) if apart else line


def _strays(lines: Sequence[FinalLine], lists: set[str]) -> list[FinalLine]:
    """Lines apart from the others of their block, and a title that does not stand before all sections.

    A list may be taken apart; what leaves it is a new list.
    """
    runs: defaultdict[str, list[list[FinalLine]]] = defaultdict(list)
    for top, run in groupby((line for line in lines if line.top not in ("", *lists)), lambda line: line.top):
        runs[top].append(list(run))
    begun = next((at for at, line in enumerate(lines) if line.top), len(lines))
    found = [line for line in lines[begun:] if line.units and line.units[0].part in ("title", "subtitle")]
    for parts in runs.values():
        whole = max(parts, key=lambda run: (len(run), any(line.units[0].part == "words" for line in run)))
        found.extend(line for run in parts if run is not whole for line in run)
    return found


def _furniture(outcome: Outcome, today: Version) -> Iterator[FinalLine]:
    was = tuple(today.lines[k] for k in outcome.strand.theirs)
    if not outcome.lines:
        yield FinalLine(line=replace(was[0], tokens=(), rows=()), today=was)
    for line in outcome.lines:
        final = FinalLine(line=line, today=was)
        if final.changed:
            yield final


def _final_lines(outcome: Outcome, today: Version) -> Iterator[FinalLine]:
    theirs = [k for k in outcome.strand.theirs if today.units[k] is not None]
    for at, line in enumerate(outcome.lines):
        last = at == len(outcome.lines) - 1
        own = theirs[at:] if last else theirs[at : at + 1]
        units = tuple(unit for k in own if (unit := today.units[k]) is not None)
        yield FinalLine(
            line=line,
            units=units,
            today=tuple(today.lines[k] for k in own),
            rows=outcome.rows,
            moved=outcome.strand.moved,
        )


def _sections(lines: Sequence[FinalLine], document: Document, lists: set[str]) -> Iterator[FinalSection]:
    headings = {section.heading.id: section.id for section in document.sections}
    seen: set[str] = set()
    current, heading, held = "", None, list[FinalLine]()
    for line in lines:
        block = line.units[0].block if line.units else ""
        is_new = _begins_section(line, headings)
        if block in headings or is_new:
            yield FinalSection(id=current, heading=heading, groups=tuple(_groups(held, lists, seen)))
            current, held = headings.get(block, ""), []
            heading = replace(line, units=(), today=()) if is_new else line
        else:
            held.append(line)
    yield FinalSection(id=current, heading=heading, groups=tuple(_groups(held, lists, seen)))


def _begins_section(line: FinalLine, headings: Container[str]) -> bool:
    """Whether a line is the heading of a section that today's document has not."""
    block = line.units[0].block if line.units else ""
    return line.line.kind == "heading" and line.line.level == 1 and block not in headings


def _untangled(lines: Sequence[FinalLine], lists: set[str]) -> list[FinalLine]:
    """Lines from elsewhere inside a block which cannot hold them, such as a judgement, follow it."""
    found: list[FinalLine] = []
    waiting: list[FinalLine] = []
    top = ""
    for at, line in enumerate(lines):
        following = next((other.top for other in lines[at + 1 :] if other.top not in ("", *lists)), "")
        if line.top in ("", *lists) and top and top == following and top not in lists:
            waiting.append(line)
            continue
        if line.top != top:
            found.extend(waiting)
            waiting = []
            top = line.top
        found.append(line)
    return [*found, *waiting]


def _groups(lines: Sequence[FinalLine], lists: set[str], seen: set[str]) -> Iterator[Group]:
    tops = _tops(lines, lists)
    start = 0
    for end in range(1, len(lines) + 1):
        if end == len(lines) or not _together(tops, lines, start, end):
            top = tops[start]
            held = tuple(lines[start:end])
            if top and top in seen:
                top, held = "", tuple(replace(line, units=(), today=()) for line in held)
            seen.add(top)
            yield Group(top=top, lines=held)
            start = end


def _tops(lines: Sequence[FinalLine], lists: set[str]) -> list[str]:
    """The block that each line belongs to; new list items join the list that they stand in or next to."""
    tops = [line.top for line in lines]
    for at, line in enumerate(lines):
        if tops[at]:
            continue
        before = tops[at - 1] if at else ""
        after = next((top for top in (other.top for other in lines[at + 1 :]) if top), "")
        if line.line.kind == "item" and before in lists:
            tops[at] = before
        elif (
            line.line.kind == "item"
            and at + 1 < len(lines)
            and after in lists
            and _items_until(lines, at, after)
        ):
            tops[at] = after
        elif line.line.kind == "text" and before in lists and before == after:
            tops[at] = before
    return tops


def _items_until(lines: Sequence[FinalLine], at: int, top: str) -> bool:
    for line in lines[at + 1 :]:
        if line.top == top:
            return True
        if line.top or line.line.kind != "item":
            return False
    return False


def _together(tops: Sequence[str], lines: Sequence[FinalLine], start: int, at: int) -> bool:
    if tops[start]:
        return tops[at] == tops[start]
    return not tops[at] and lines[start].line.kind == lines[at].line.kind == "item"
