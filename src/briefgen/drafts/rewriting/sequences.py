"""The order of statements and sections, written into the outline: new ones typed, moved ones transplanted."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefgen.drafts.merging.plan import FinalSection, Group
from briefgen.drafts.rewriting.places import SectionNode, StatementNode
from briefgen.drafts.rewriting.prose import block_markdown
from briefgen.drafts.rewriting.scalars import quoted, reads_as, typed_anew
from briefgen.drafts.rewriting.splices import Item, Lines, content_end, dash_column, item_bounds
from briefgen.drafts.rewriting.statements import group_markdown
from briefgen.drafts.rewriting.writing import Writing
from briefgen.outline.yaml_file import entry_under
from briefgen.text.tokens import text_of

_SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Planned:
    """A statement of a section as it shall be: an old one, or a new one made of groups."""

    old: StatementNode | None
    groups: list[Group] = field(default_factory=list)


@dataclass(slots=True)
class Body:
    """A section as it shall be; `frozen` says that what its template wrote becomes the outline's own text."""

    final: FinalSection
    written: SectionNode | None
    statements: list[Planned]
    frozen: bool = False


def resequence_body(body: Body, writing: Writing) -> None:
    """Put the statements of a section in their order, where that is not the one they are typed in."""
    written = body.written
    if written is None or (not body.frozen and not _reordered(body, written)):
        return
    text = writing.places.file.text
    if written.body is None:
        if body.statements:
            _first_body(body, written, writing)
        return
    foreign = [planned for planned in body.statements if planned.old and planned.old.section != written.index]
    order: list[Item] = []
    for planned in body.statements:
        if planned.old is not None and planned not in foreign:
            order.append(planned.old.index)
        else:
            order.append(_item(planned, writing, dash_column(text, written.body)))
    if not order:
        order.append(_to_be_written(writing))
    writing.splices.resequence(written.body, order)
    if body.frozen:
        _drop_template(written, writing)


def _to_be_written(writing: Writing) -> str:
    return f"gap: {writing.terms.wording.statements.to_be_written}"


def _reordered(body: Body, written: SectionNode) -> bool:
    order = [
        planned.old.index if planned.old is not None and planned.old.section == written.index else -1
        for planned in body.statements
    ]
    return order != list(range(len(written.statements)))


def _item(planned: Planned, writing: Writing, dash: int) -> Item:
    """A statement that is new in its section, for a sequence whose dashes stand in column `dash`."""
    if planned.old is not None:
        return _transplanted(planned.old, writing, dash)
    return _typed(planned, writing, dash + 2)


def _typed(planned: Planned, writing: Writing, column: int) -> str:
    """A new statement as typed after its dash, its lines standing in `column`."""
    indent = " " * column
    group = planned.groups[0]
    if group.lines[0].line.style == "note" and not group.top and not group.lines[0].units:
        words = block_markdown([group.lines[0].line])
        return f"note: {typed_anew(words, indent + '  ', start=column + 6)}"
    value = "\n\n".join(group_markdown(writing, each, None) for each in planned.groups)
    return typed_anew(value, indent, start=column)


def _transplanted(statement: StatementNode, writing: Writing, column: int) -> Lines:
    """A statement of another section with the comments above it, moved to where dashes stand elsewhere."""
    places = writing.places
    body = places.sections[statement.section].body
    assert body is not None
    start, end = list(item_bounds(places.file.text, body))[statement.index]
    shift = column - dash_column(places.file.text, body)
    lines = writing.splices.text(start, end).rstrip("\n").split("\n")
    return Lines("".join(f"{_shifted(line, shift)}\n" for line in lines))


def _shifted(line: str, shift: int) -> str:
    if not line.strip() or shift >= 0:
        return " " * shift + line if line.strip() else ""
    return line[min(-shift, len(line) - len(line.lstrip())) :]


def _first_body(body: Body, written: SectionNode, writing: Writing) -> None:
    """A section that had a template alone gets a body, in its place where the template became text."""
    text = writing.places.file.text
    entry = entry_under(written.node, "template")
    if entry is None:
        return
    column = entry.key.start - (text.rfind("\n", 0, entry.key.start) + 1)
    items = _items(body, writing, column + 2)
    if body.frozen:
        writing.splices.put(entry.key.start, entry.value.end, f"body:{items}")
    else:
        end = entry.value.end
        writing.splices.put(end, end, f"\n{' ' * column}body:{items}")


def _items(body: Body, writing: Writing, dash: int) -> str:
    """The statements of a section that had no body, each after a line end."""
    found = []
    for planned in body.statements:
        item = _item(planned, writing, dash)
        found.append(item.text.rstrip("\n") if isinstance(item, Lines) else f"{' ' * dash}- {item}")
    return "".join(f"\n{item}" for item in found)


def _drop_template(written: SectionNode, writing: Writing) -> None:
    text = writing.places.file.text
    entry = entry_under(written.node, "template")
    if entry is not None:
        start = text.rfind("\n", 0, entry.key.start) + 1
        writing.splices.put(start, content_end(text, entry.value), "")


def resequence_sections(bodies: Sequence[Body], writing: Writing) -> None:
    """Put the sections in their order, new ones among them."""
    places = writing.places
    order: list[Item] = []
    dash = dash_column(places.file.text, places.list) if places.list.items else 0
    taken = {section.id for section in places.sections}
    for body in bodies:
        if body.written is not None:
            order.append(body.written.index)
        else:
            order.append(_new_section(body, writing, dash + 2, taken))
    if order != list(range(len(places.sections))):
        writing.splices.resequence(places.list, order)


def _new_section(body: Body, writing: Writing, column: int, taken: set[str]) -> str:
    heading = body.final.heading
    title = text_of(heading.line.tokens) if heading is not None else ""
    stem = _SLUG.sub("-", title.lower()).strip("-")[:40] or "section"
    name = next(
        name
        for number in range(1, len(taken) + 2)
        if (name := stem if number == 1 else f"{stem}-{number}") not in taken
    )
    taken.add(name)
    indent = " " * column
    typed = title if reads_as(title, title, within_brackets=False) else quoted(title)
    items = _items(body, writing, column + 2)
    items = items or f"\n{indent}  - {_to_be_written(writing)}"
    return f"id: {name}\n{indent}title: {typed}\n{indent}body:{items}"
