"""Two editions side by side, with the words marked that went and that came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from markupsafe import Markup

from briefgen.model.document import (
    Block,
    Callout,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Label,
    LineBreak,
    Link,
    List,
    Note,
    NoteMark,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from briefgen.rendering.charts import figure_words
from briefgen.rendering.html.environment import Templates, digest, environment_of
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme
from briefgen.text.align import Match, Segment, align
from briefgen.text.diff3 import changes_between
from briefgen.text.tokens import Token, Tokens, mark, tokenise
from briefgen.values import dataclass

Fate = Literal["same", "changed", "added", "removed", "moved"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A stretch of a brief that is compared as one: a paragraph, a heading, a row of a table, a note."""

    id: str
    kind: str
    tokens: Tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Words of one state on one side; a `mark` shows as the number of its note."""

    text: str
    changed: bool
    mark: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What stands side by side; `change` counts the rows that differ from 1, 0 for all others."""

    fate: Fate
    kind: str
    old: tuple[Run, ...]
    new: tuple[Run, ...]
    change: int = 0


def compare(old: Document, new: Document, theme: Theme, *, templates: Templates) -> Rendered:
    """Two editions of a brief as one HTML page that needs no script, the same bytes for the same inputs."""
    rows = rows_between(old, new)
    environment = environment_of(templates)
    style = environment.get_template("html/compare.css.j2").render(theme=theme, marking=new.marking)
    html = environment.get_template("html/compare.html.j2").render(
        old=old,
        new=new,
        rows=rows,
        counts=Counter(row.fate for row in rows),
        changes=sum(1 for row in rows if row.change),
        style=Markup(style),
        style_digest=digest(style),
    )
    return Rendered(data=html.encode("utf-8"))


def rows_between(old: Document, new: Document) -> tuple[Row, ...]:
    """All entries of both editions in the order of the new one, what was removed where it stood."""
    before, after = list(_entries(old)), list(_entries(new))
    numbers = _numbers(old), _numbers(new)
    alignment = align(list(map(_segment, before)), list(map(_segment, after)))
    rows: list[Row] = []
    removed = list(alignment.deleted)
    partners: dict[int, Match | None] = dict.fromkeys(alignment.inserted)
    partners.update({match.new[0]: match for match in alignment.matches})
    for position in sorted(partners):
        match = partners[position]
        if match is None:
            rows.append(_row("added", (), (after[position],), numbers))
            continue
        if not match.moved:
            while removed and removed[0] < match.old[0]:
                rows.append(_row("removed", (before[removed.pop(0)],), (), numbers))
        left = tuple(before[i] for i in match.old)
        right = tuple(after[j] for j in match.new)
        rows.append(_row("moved" if match.moved else "same", left, right, numbers))
    rows.extend(_row("removed", (before[i],), (), numbers) for i in removed)
    return tuple(_counted(rows))


_Numbers = tuple[Mapping[str, int], Mapping[str, int]]


def _row(fate: Fate, old: tuple[Entry, ...], new: tuple[Entry, ...], numbers: _Numbers) -> Row:
    left, right = _joined(old), _joined(new)
    gone: set[int] = set(range(len(left)))
    come: set[int] = set(range(len(right)))
    if old and new:
        changes = changes_between(left, right)
        gone = {i for change in changes for i in range(change.start, change.end)}
        come = {j for change in changes for j in range(change.new_start, change.new_end)}
        if changes:
            fate = "changed"
    return Row(
        fate=fate,
        kind=(new or old)[0].kind,
        old=tuple(_runs(left, gone, numbers[0])),
        new=tuple(_runs(right, come, numbers[1])),
    )


def _counted(rows: Iterable[Row]) -> Iterator[Row]:
    count = 0
    for row in rows:
        count += row.fate != "same"
        yield Row(
            fate=row.fate,
            kind=row.kind,
            old=row.old,
            new=row.new,
            change=count if row.fate != "same" else 0,
        )


def _joined(entries: tuple[Entry, ...]) -> Tokens:
    """The tokens of entries that became one, or of which one became several, with breaks between."""
    return tuple(
        token
        for at, entry in enumerate(entries)
        for token in (*((Token(text="\n", kind="break"),) if at else ()), *entry.tokens)
    )


def _runs(tokens: Tokens, changed: set[int], numbers: Mapping[str, int]) -> Iterator[Run]:
    text, state = "", False
    for at, token in enumerate(tokens):
        if token.kind == "mark" or (at in changed) != state:
            if text:
                yield Run(text=text, changed=state)
            text, state = "", at in changed
        if token.kind == "mark":
            yield Run(text=str(numbers.get(token.text, "")), changed=state, mark=True)
        else:
            text += token.text
    if text:
        yield Run(text=text, changed=state)


def _segment(entry: Entry) -> Segment:
    words = tuple(token.text for token in entry.tokens if token.kind != "space")
    return Segment(words=words, kind=entry.kind, hint=entry.id)


def _name(note: Note) -> str:
    """A note by what it cites, so that a mark with another number is still the same mark."""
    return " ".join(note.passages) or note.id


def _numbers(document: Document) -> dict[str, int]:
    return {_name(note): note.number for note in reversed(document.notes)}


def _entries(document: Document) -> Iterator[Entry]:
    names = {note.id: _name(note) for note in document.notes}

    def entry(id: str, kind: str, *runs: Inlines) -> Entry:
        tokens: list[Token] = []
        for run in filter(None, runs):
            if tokens:
                tokens.append(Token(text="\n", kind="break"))
            tokens.extend(_tokens(run, names))
        return Entry(id=id, kind=kind, tokens=tuple(tokens))

    def of_block(block: Block) -> Iterator[Entry]:
        match block:
            case Paragraph():
                yield entry(block.id, block.role, block.inlines)
            case Heading():
                yield entry(block.id, f"heading{block.level}", block.inlines)
            case List():
                for item in block.items:
                    for inner in item.blocks:
                        yield from of_block(inner)
            case Table():
                if block.caption:
                    yield entry(block.id, "caption", block.caption)
                for number, row in enumerate((block.header, *block.rows)):
                    if row:
                        yield entry(f"{block.id}/{number}", "row", *(cell.inlines for cell in row))
            case Quotation():
                yield entry(block.id, "quotation", *block.paragraphs, block.attribution)
            case Figure():
                yield entry(block.id, "figure", (Text(text=figure_words(block)),), block.caption)
            case Callout():
                yield entry(block.id, "callout", (Text(text=block.label),), block.inlines, block.details)

    yield entry("title", "title", (Text(text=document.title),), (Text(text=document.subtitle),))
    for section in document.sections:
        yield from of_block(section.heading)
        for block in section.blocks:
            yield from of_block(block)
    named = Counter[str]()
    for note in document.notes:
        name = _name(note)
        named[name] += 1
        yield entry(f"note {named[name]} {name}", "note", note.inlines)


def _tokens(run: Inlines, names: Mapping[str, str]) -> Iterator[Token]:
    for inline in run:
        match inline:
            case Text() | Label():
                yield from tokenise(inline.text)
            case Emphasis() | Strong() | Link():
                yield from _tokens(inline.inlines, names)
            case LineBreak():
                yield Token(text="\n", kind="break")
            case NoteMark():
                yield mark(names[inline.note])
