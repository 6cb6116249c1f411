"""The plan of a merge, written into the outline's text, in which all else stays as it was typed."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace

from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import handwritten, shown_line
from briefgen.drafts.merging.own_marks import adds_marks, is_own, runs_in
from briefgen.drafts.merging.plan import FinalLine, FinalSection, Group, Plan
from briefgen.drafts.merging.units import Unit
from briefgen.drafts.result import NOTE
from briefgen.drafts.rewriting.places import SectionNode, StatementNode
from briefgen.drafts.rewriting.prose import block_markdown, handwritten_in, retyped_block
from briefgen.drafts.rewriting.sequences import Body, Planned, resequence_body, resequence_sections
from briefgen.drafts.rewriting.statements import write_statement
from briefgen.drafts.rewriting.writing import GENERATED, Writing
from briefgen.outline.yaml_file import Scalar, value_under
from briefgen.text.tokens import text_of, tokenise

_KEY = "which judgements are key is said under key-judgements: in the outline; take it out there"
_KEY_ORDER = "key judgements stand in the order of key-judgements: in the outline; change it there"


def apply(plan: Plan, writing: Writing) -> list[str]:
    """Put all changes of a plan into `writing`; gives the ids of sections whose template became text."""
    _front(plan, writing)
    bodies = [body for section in plan.sections if (body := _body(section, writing)) is not None]
    _keep_others(bodies, plan, writing)
    for body in bodies:
        for planned in body.statements:
            if planned.old is not None:
                write_statement(writing, planned.old, planned.groups)
        _heading(body, writing)
    _give_up_generated(plan, writing)
    for body in bodies:
        resequence_body(body, writing)
    resequence_sections(bodies, writing)
    return [body.final.id for body in bodies if body.frozen]


def _front(plan: Plan, writing: Writing) -> None:
    for group in plan.sections[0].groups:
        for line in group.lines if not group.top else ():
            part = line.units[0].part if line.units else ""
            node = value_under(writing.places.root, part) if part in ("title", "subtitle") else None
            if not line.changed:
                continue
            if isinstance(node, Scalar) and len(line.today) == 1:
                writing.retype(node, text_of(line.line.tokens))
                _give_up_notes(line, writing)
            else:
                writing.give_up(shown_line(line.line), "it stands before the first section")


def _give_up_notes(title: FinalLine, writing: Writing) -> None:
    """Notes that a person put to a title or heading, which has none in an outline."""
    old = handwritten_in(title.today)
    for words in handwritten_in([title.line]):
        if words not in old:
            writing.give_up(f"note: {words}", f"it was put to the title “{text_of(title.line.tokens)}”")


def _body(section: FinalSection, writing: Writing) -> Body | None:
    if section.heading is None:
        return None
    written = writing.places.section(section.id) if section.id else None
    if section.id and written is None:
        _mirrored(section, writing)
        return None
    template = [
        group
        for group in section.groups
        if writing.places.from_template(group.top) and writing.today.section_of.get(group.top) == section.id
    ]
    frozen = bool(template) and not _template_stands(section, template, writing)
    statements: list[Planned] = []
    used: set[tuple[int, int]] = set()
    standing = [] if frozen else template
    for at, group in enumerate(section.groups):
        if group in standing:
            continue
        place = writing.places.statement_of(group.top) if group.top else None
        old = place[0] if place is not None else None
        key = (old.section, old.index) if old is not None else None
        current = statements[-1] if statements else None
        if (
            current is not None
            and current.old is not None
            and _continues(current.old, old, section, at, writing)
        ):
            current.groups.append(group)
        elif (
            key is not None and key not in used and (_at_home(old, written) or _whole(old, section, writing))
        ):
            statements.append(Planned(old, [group]))
            used.add(key)
        else:
            statements.append(Planned(None, [group]))
    return Body(section, written, _with_notes(standing, statements, writing), frozen)


def _at_home(old: StatementNode | None, written: SectionNode | None) -> bool:
    return old is not None and written is not None and old.section == written.index


def _whole(old: StatementNode | None, section: FinalSection, writing: Writing) -> bool:
    """Whether all that today's document has of a statement now stands in this section."""
    if old is None:
        return False
    here = {group.top for group in section.groups}
    own = writing.places.sections[old.section].id
    return all(
        top in here
        for top in writing.today.units_of
        if writing.today.section_of.get(top) == own and _comes_from(top, old, writing)
    )


def _continues(
    current: StatementNode, old: StatementNode | None, section: FinalSection, at: int, writing: Writing
) -> bool:
    """Whether a group belongs to the statement before: by its origin, or because that goes on after it."""
    if old is not None:
        return old == current
    following = section.groups[at + 1 :]
    return current.kind == "text" and any(
        place is not None and place[0] == current
        for place in (writing.places.statement_of(group.top) for group in following if group.top)
    )


def _with_notes(standing: Sequence[Group], statements: list[Planned], writing: Writing) -> list[Planned]:
    """Notes in somebody's own words follow the statement with their mark, or the text of the template.

    A new paragraph that holds such marks alone is no statement; where nothing stands before it, nothing could
    bear them.
    """
    found = [*_notes(standing, writing)]
    for planned in statements:
        notes = [*_notes(planned.groups, writing)]
        if planned.old is None and not any(map(_says_something, planned.groups)):
            if not found and not standing:
                for words in handwritten_in([line.line for group in planned.groups for line in group.lines]):
                    writing.give_up(f"{NOTE}{words}", "nothing stands before it that could bear its mark")
                continue
        else:
            found.append(planned)
        found.extend(notes)
    return found


def _says_something(group: Group) -> bool:
    """Whether a group has words, or citations."""
    return any(
        token.kind not in ("space", "break") and not is_own(token)
        for run in runs_in([line.line for line in group.lines])
        for token in run
    )


def _notes(groups: Sequence[Group], writing: Writing) -> Iterator[Planned]:
    """The notes of groups: statements that the outline has, and new ones."""
    for words in handwritten_in([line.line for group in groups for line in group.lines]):
        statement, is_new = writing.notes.placed(handwritten(words))
        if statement is not None:
            yield Planned(statement)
        elif is_new:
            yield Planned(None, [_note(words)])


def _note(words: str) -> Group:
    return Group(top="", lines=(FinalLine(line=Line(kind="text", style="note", tokens=tokenise(words))),))


def _template_stands(section: FinalSection, template: Sequence[Group], writing: Writing) -> bool:
    """Whether what the section's template wrote is all there, unchanged and in one piece, at the front.

    A note may be put to its end, where the outline can have one.
    """
    if not all(writing.today.intact(group) for group in template) or any(map(_newly_noted, template[:-1])):
        return False
    wrote = [
        top
        for top in writing.today.units_of
        if writing.places.from_template(top) and writing.today.section_of.get(top) == section.id
    ]
    return [group.top for group in section.groups[: len(wrote)]] == wrote


def _newly_noted(group: Group) -> bool:
    before, now = ([line.today for line in group.lines], [(line.line,) for line in group.lines])
    return any(adds_marks(runs_in(new), runs_in(old)) for old, new in zip(before, now, strict=True))


def _mirrored(section: FinalSection, writing: Writing) -> None:
    """A section that briefgen makes: words that repeat a statement are changed there, others given up."""
    heading = section.heading
    if heading is not None and heading.changed:
        writing.give_up(shown_line(heading.line), GENERATED)
    for group in section.groups:
        if group.top and writing.today.section_of.get(group.top) != section.id:
            continue
        place = writing.places.statement_of(group.top) if group.top else None
        moved = [line for line in group.lines if line.moved]
        if moved and group.top:
            words = next((line for line in moved if line.units[0].part == "words"), moved[0])
            because = GENERATED if place is None else _KEY_ORDER
            writing.give_up(f"(moved) {shown_line(words.line)}", because)
            writing.stayed.add(group.top)
        if place is not None and not any(not line.units for line in group.lines):
            write_statement(writing, place[0], [group])
            continue
        for line in group.lines:
            if line.changed:
                writing.give_up(shown_line(line.line), GENERATED)


def _give_up_generated(plan: Plan, writing: Writing) -> None:
    for line in plan.added_by_briefgen:
        writing.give_up(shown_line(line.line) or f"(deleted) {shown_line(line.today[0])}", GENERATED)
    for line in plan.restored:
        because = "without its heading, the section would be part of what briefgen makes"
        writing.give_up(f"({'moved' if line.moved else 'deleted'}) {shown_line(line.line)}", because)
    for line in plan.strays:
        writing.give_up(shown_line(line.line), "it was moved away from the block that it is part of")
    kept = {group.top for section in plan.sections for group in section.groups}
    for was in _joined_quotations(plan, kept, writing):
        writing.give_up(f"(deleted) {shown_line(was)}", GENERATED)
    gone = {unit.top for unit in plan.deleted if unit.part == "words" and unit.kind != "heading"}
    for unit in plan.deleted:
        if _removed(unit, writing):
            continue
        place = writing.places.statement_of(unit.top)
        rewritten = place is not None and place[0].kind in ("text", "list")
        in_outline = writing.places.section(unit.section) is not None
        if not in_outline and unit.part != "words" and unit.top in gone:
            continue
        if not in_outline or (unit.top in kept and not rewritten):
            was = Line(kind=unit.kind, tokens=unit.tokens, rows=unit.rows)
            because = GENERATED if in_outline or place is None else _KEY
            writing.give_up(f"(deleted) {shown_line(was)}", because)


def _joined_quotations(plan: Plan, kept: Container[str], writing: Writing) -> Iterator[Line]:
    """Quoted passages that were joined to other words, and still stand where the outline quotes them."""
    lines = (line for section in plan.sections for group in section.groups for line in group.lines)
    for unit, was in (pair for line in lines for pair in zip(line.units[1:], line.today[1:], strict=True)):
        place = writing.places.statement_of(unit.top)
        if place is not None and place[0].kind == "quote" and unit.part == "words" and unit.top in kept:
            yield was


def _removed(unit: Unit, writing: Writing) -> bool:
    """Whether what is gone was an author's own words that can go by themselves: a caption, for one."""
    if unit.part == "subtitle":
        return writing.remove(writing.places.root, unit.part)
    place = writing.places.statement_of(unit.top)
    if place is None or unit.part not in ("caption", "attribution"):
        return False
    return writing.remove(place[0].node, unit.part) or writing.remove(place[0].under("figure"), unit.part)


def _keep_others(bodies: Sequence[Body], plan: Plan, writing: Writing) -> None:
    """Statements that the plan has no place for, and that nobody deleted, stay where they are.

    Such are a chart without a caption, which no line of the file shows, and what was moved to a place that no
    statement can have.
    """
    planned = {_key(each.old) for body in bodies for each in body.statements if each.old is not None}
    gone = set(_gone(bodies, plan, writing))
    placed = {group.top for body in bodies for each in body.statements for group in each.groups}
    lost = {
        group.top: group
        for section in plan.sections
        for group in section.groups
        if group.top not in placed and writing.today.section_of.get(group.top) != section.id
    }
    for body in bodies:
        for statement in body.written.statements if body.written is not None else ():
            groups = [group for top, group in lost.items() if _comes_from(top, statement, writing)]
            if _key(statement) in planned or (_key(statement) in gone and not groups):
                continue
            for line in (line for group in groups for line in group.lines):
                writing.give_up(
                    shown_line(line.line), "it was moved to where the outline has no place for it"
                )
            body.statements.insert(_after_former(statement, body), Planned(statement, groups))


def _key(statement: StatementNode) -> tuple[int, int]:
    return statement.section, statement.index


def _gone(bodies: Sequence[Body], plan: Plan, writing: Writing) -> Iterator[tuple[int, int]]:
    """The statements that were deleted, or joined to others."""
    lines = (
        line for body in bodies for each in body.statements for group in each.groups for line in group.lines
    )
    joined = (unit for line in lines for unit in line.units)
    for unit in (*plan.deleted, *joined):
        place = writing.places.statement_of(unit.top)
        if place is not None:
            yield _key(place[0])
    yield from map(_key, writing.notes.gone())


def _after_former(statement: StatementNode, body: Body) -> int:
    """Where among a section's statements one stands that stays behind those it was typed behind."""
    before = [
        at
        for at, each in enumerate(body.statements)
        if each.old is not None and each.old.section == statement.section and each.old.index < statement.index
    ]
    return before[-1] + 1 if before else 0


def _comes_from(top: str, statement: StatementNode, writing: Writing) -> bool:
    place = writing.places.statement_of(top) if top else None
    return place is not None and place[0] == statement


def _heading(body: Body, writing: Writing) -> None:
    heading, written = body.final.heading, body.written
    if heading is None or written is None or not heading.changed:
        return
    title = value_under(written.node, "title")
    if isinstance(title, Scalar):
        now, was = (replace(line, kind="text") for line in (heading.line, heading.today[0]))
        writing.retype(title, retyped_block([was], [now], title.value, block_markdown))
    _give_up_notes(heading, writing)
