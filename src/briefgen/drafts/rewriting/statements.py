"""One statement of the outline, changed so that it says what the merge says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.diagnostics import Span
from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import citation_typed, shown_line
from briefgen.drafts.merging.details import DETAILS, Details, details_in
from briefgen.drafts.merging.own_marks import is_own
from briefgen.drafts.merging.plan import FinalLine, Group
from briefgen.drafts.merging.units import Unit
from briefgen.drafts.rewriting.places import StatementNode
from briefgen.drafts.rewriting.prose import (
    Writer,
    block_markdown,
    citations_in,
    newly_typed,
    parts_of,
    quotation_markdown,
    retyped_block,
    with_parts,
)
from briefgen.drafts.rewriting.scalars import quoted, typed_anew
from briefgen.drafts.rewriting.splices import Item, dash_column, is_in_brackets
from briefgen.drafts.rewriting.tables import write_table
from briefgen.drafts.rewriting.writing import GENERATED, Writing
from briefgen.model.document import Block, Callout, List, Quotation, Table
from briefgen.outline.yaml_file import Node, Scalar, value_under
from briefgen.outline.yaml_file import Sequence as YamlSequence


def write_statement(writing: Writing, statement: StatementNode, groups: Sequence[Group]) -> None:
    """Change a statement's scalars for the groups that come from it. Whole new groups are not its concern."""
    for group in groups:
        block = writing.today.blocks.get(group.top)
        match block:
            case Callout():
                _callout(writing, statement, block, group)
            case List() if statement.kind == "list":
                _list(writing, statement, group)
            case Table() if statement.kind == "table":
                _table(writing, statement, group)
            case _ if statement.kind == "text":
                pass
            case _:
                _captions(writing, statement, group)
    if statement.kind == "text" and statement.prose is not None:
        _prose(writing, statement, statement.prose, groups)


def writer_for(block: Block | None) -> Writer:
    """How lines of a block are typed."""
    return quotation_markdown if isinstance(block, Quotation) else block_markdown


def _prose(writing: Writing, statement: StatementNode, scalar: Scalar, groups: Sequence[Group]) -> None:
    """Markdown: blocks that stayed keep their text, others are changed, left out or put between."""
    typed = parts_of(scalar.value)
    places = [writing.places.statement_of(group.top) if group.top else None for group in groups]
    parts = [place[1] if place is not None else None for place in places]
    texts = []
    for group, part in zip(groups, parts, strict=True):
        source = typed[part] if part is not None and part < len(typed) else None
        texts.append(group_markdown(writing, group, source))
    if parts == list(range(len(typed))):
        changed = [new if new != old else None for new, old in zip(texts, typed, strict=True)]
        writing.retype(scalar, with_parts(scalar.value, changed))
    else:
        writing.retype(scalar, "\n\n".join(text for text in texts if text))


def group_markdown(writing: Writing, group: Group, typed: str | None) -> str:
    """The Markdown of a group: `typed` where nothing changed, else as near to it as can be."""
    final = [line.line for line in group.lines]
    if typed is not None and writing.today.intact(group):
        return typed
    write = writer_for(writing.today.blocks.get(group.top))
    if any(line.kind == "heading" for line in final) or not typed:
        write = block_markdown
    known = [name for line in group.lines for unit in line.units for name in _typed_citations(writing, unit)]
    if typed is None:
        return newly_typed(final, write, known)
    return retyped_block(writing.today.lines_of[group.top], final, typed, write, known)


def _typed_citations(writing: Writing, unit: Unit) -> list[str]:
    scalar = writing.places.scalar_at(unit.block) or writing.places.scalar_at(unit.top)
    return citations_in(scalar.value) if scalar is not None else []


def _callout(writing: Writing, statement: StatementNode, block: Callout, group: Group) -> None:
    for line in group.lines:
        if not line.changed or not line.units:
            continue
        part = line.units[0].part
        if part == "words" and statement.prose is not None:
            value = " ".join(statement.prose.value.split("\n")).strip()
            now, was = (_unstopped(replace(each, kind="text"), value) for each in (line.line, line.today[0]))
            new = retyped_block([was], [now], value, block_markdown)
            if new != value:
                writing.retype(statement.prose, new)
            _basis(writing, statement, value, line)
        elif part == "details":
            _details(writing, statement, block, line)
        elif line.reworded:
            writing.give_up(shown_line(line.line), GENERATED, _span(writing, statement.node))


def _basis(writing: Writing, statement: StatementNode, typed: str, line: FinalLine) -> None:
    """List the marks of what a judgement rests on that a person deleted: no words of the author hold them."""
    because = "the note stands for what the judgement rests on; take the passage out under basis:"
    stays = Counter(token.text for token in line.line.tokens if token.kind == "mark")
    stays.update(map(citation_typed, citations_in(typed)))
    for token in line.today[0].tokens:
        if token.kind == "mark" and not is_own(token) and not stays[token.text]:
            writing.give_up(f"(deleted) {token.text}", because, _span(writing, statement.node))


def _unstopped(line: Line, typed: str) -> Line:
    """A line without the full stop that briefgen gives to a sentence which was typed without one."""
    if typed.endswith((".", "!", "?", "…", "]")):
        return line
    tokens = list(line.tokens)
    at = next((i for i in range(len(tokens) - 1, -1, -1) if tokens[i].kind != "mark"), -1)
    if at >= 0 and tokens[at].text == ".":
        del tokens[at]
    return replace(line, tokens=tuple(tokens))


def _details(writing: Writing, statement: StatementNode, block: Callout, line: FinalLine) -> None:
    """The line under a judgement, which is as the brief will print it."""
    was = Details.of(block)
    now = details_in(line.line.tokens, block, writing.terms)
    for key, after in DETAILS.items():
        value, node = now.value(key), statement.under(key)
        if value == was.value(key):
            continue
        if isinstance(node, Scalar) and value:
            writing.retype(node, value)
        elif node is not None:
            writing.remove(statement.node, key)
        else:
            writing.add(statement.node, key, value, after)


def _list(writing: Writing, statement: StatementNode, group: Group) -> None:
    """A list of statements: each item is a scalar of its own, with what stands under it."""
    sequence = statement.under("list")
    if not isinstance(sequence, YamlSequence):
        return
    by_start = {node.start: index for index, node in enumerate(sequence.items)}
    items: list[tuple[int | None, list[FinalLine]]] = []
    for line in group.lines:
        scalar = writing.places.scalar_at(line.units[0].block) if line.units else None
        index = by_start.get(scalar.start) if scalar is not None else None
        starts_item = line.line.kind == "item" and line.line.level == 0
        nested = line.line.kind == "text" or (line.line.kind == "item" and line.line.level > 0)
        if items and (nested or (index is not None and items[-1][0] == index)):
            items[-1][1].append(line)
        elif index is not None or starts_item or not items:
            items.append((index, [line]))
        else:
            items[-1][1].append(line)
    order: list[Item] = []
    typed = [node.value for node in sequence.items if isinstance(node, Scalar)]
    citations = [citation for value in typed for citation in citations_in(value)]
    for index, lines in items:
        if lines[0].line.kind == "heading":
            writing.give_up(shown_line(lines[0].line), "an item of a list cannot be a heading")
        if index is None:
            final = _unlisted([line.line for line in lines])
            new = newly_typed(final, block_markdown)
            order.append(writing_anew(new, sequence, writing))
            continue
        node = sequence.items[index]
        if any(line.changed for line in lines) and isinstance(node, Scalar):
            final = _unlisted([line.line for line in lines])
            today = _unlisted(list(_of_item(node, lines, writing)))
            new = retyped_block(today, final, node.value.strip(), block_markdown, citations)
            writing.retype(node, new)
        order.append(index)
    if order != list(range(len(sequence.items))):
        writing.splices.resequence(sequence, order)


def _of_item(node: Scalar, lines: Sequence[FinalLine], writing: Writing) -> Iterator[Line]:
    """Today's lines of one item, without those of others that a person joined to it."""
    for line in lines:
        for unit, was in zip(line.units, line.today, strict=True):
            scalar = writing.places.scalar_at(unit.block)
            if scalar is not None and scalar.start == node.start:
                yield was


def _unlisted(lines: Sequence[Line]) -> list[Line]:
    first, *further = lines
    return [replace(first, kind="text"), *(replace(line, level=line.level - 1) for line in further)]


def writing_anew(value: str, sequence: YamlSequence, writing: Writing) -> str:
    """A new item of a sequence, as typed after its dash."""
    if is_in_brackets(writing.places.file.text, sequence):
        return quoted(value)
    column = dash_column(writing.places.file.text, sequence) + 2
    return typed_anew(value, " " * column, start=column)


def _table(writing: Writing, statement: StatementNode, group: Group) -> None:
    _captions(writing, statement, Group(top=group.top, lines=tuple(_of_part(group, "caption"))))
    for line in _of_part(group, "words"):
        if line.reworded and not write_table(writing, statement.under("table"), line):
            because = "the outline cannot say this: its tables keep their header, and rows of one length"
            writing.give_up(shown_line(line.line), because, _span(writing, statement.node))


def _captions(writing: Writing, statement: StatementNode, group: Group) -> None:
    """The words of an author beside what briefgen makes: captions and attributions."""
    for line in group.lines:
        if not line.reworded or not line.units:
            continue
        part = line.units[0].part
        key = part if part in ("caption", "attribution") else ""
        node = statement.under(key) if key else None
        node = value_under(statement.under("figure"), "caption") if key and node is None else node
        if isinstance(node, Scalar):
            now, typed = replace(line.line, kind="text"), node.value.strip()
            new = retyped_block([line.today[0]], [now], typed, block_markdown)
            if new != node.value.strip():
                writing.retype(node, new)
                continue
        writing.give_up(shown_line(line.line), GENERATED, _span(writing, statement.node))


def _of_part(group: Group, part: str) -> Iterator[FinalLine]:
    for line in group.lines:
        if line.units and line.units[0].part == part:
            yield line


def _span(writing: Writing, node: Node) -> Span:
    return writing.places.file.span_of(node)
