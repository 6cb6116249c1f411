"""The change statement: a section of the brief, a Markdown file, lines on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.citing.chicago import day
from briefgen.editions.changes import (
    Changes,
    FigureChange,
    JudgementChange,
    PassageChange,
    SourceChange,
    StatementChange,
)
from briefgen.model.document import (
    Document,
    Heading,
    Inline,
    Inlines,
    Link,
    List,
    ListItem,
    Paragraph,
    Section,
    Strong,
    Text,
    blocks_of,
    plain,
)
from briefgen.text.diff3 import changes_between
from briefgen.text.tokens import Tokens, text_of, tokenise
from briefgen.values import dataclass

SHOWN_STATEMENTS = 12
"""Of statements added, removed and reworded, so many are told in the brief; `changes.md` has them all."""

_AROUND = 6
"""Words shown on either side of a difference."""

_LONGEST = 45
"""Words. Longer quotations of a statement are shown by their beginning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One change in words: what kind it is, and what changed."""

    lead: str
    inlines: Inlines

    def __str__(self) -> str:
        return f"{self.lead} {plain(self.inlines)}"


def title(changes: Changes, as_of: str) -> str:
    """“What changed since 12 January 2025”; of two editions of one day, the earlier one is named."""
    return f"What changed since {_since(changes, as_of)}"


def section(changes: Changes, document: Document, as_of: str) -> Section:
    """The change statement as a section of the brief, placed and named so that it collides with nothing."""
    shown = list(lines(replace(changes, statements=changes.statements[:SHOWN_STATEMENTS])))
    taken = {block.id for block in blocks_of(document)} | {section.id for section in document.sections}
    name = next(name for name in _names() if name not in taken)
    heading = Heading(id=f"{name}-heading", level=1, inlines=(Text(text=title(changes, as_of)),))
    blocks: list[Paragraph | List] = []
    if shown:
        items = tuple(_item(f"{name}-{number}", line) for number, line in enumerate(shown, 1))
        blocks.append(List(id=f"{name}-list", ordered=False, items=items))
    else:
        words = f"No judgement, figure, statement or source has changed since {_since(changes, as_of)}."
        blocks.append(Paragraph(id=f"{name}-none", inlines=(Text(text=words),)))
    unshown = len(changes.statements) - SHOWN_STATEMENTS
    if unshown > 0:
        words = f"{unshown} further {'statement was' if unshown == 1 else 'statements were'} changed."
        blocks.append(Paragraph(id=f"{name}-more", role="remark", inlines=(Text(text=words),)))
    return Section(id=name, heading=heading, blocks=tuple(blocks), role="changes")


def with_section(document: Document, statement: Section | None, edition: str) -> Document:
    """The document of an edition: the change statement stands after the key judgements."""
    sections = list(document.sections)
    if statement is not None:
        first = bool(sections) and sections[0].role == "key-judgements"
        sections.insert(1 if first else 0, statement)
    return replace(document, edition=edition, sections=tuple(sections))


def markdown(changes: Changes, as_of: str) -> str:
    """The whole change statement as Markdown."""
    head = f"# {title(changes, as_of)}\n\n"
    told = [f"- **{line.lead}** {_escaped(plain(line.inlines))}\n" for line in lines(changes)]
    return head + ("".join(told) or "No judgement, figure, statement or source has changed.\n")


def standing(count: int) -> str:
    """That the passages quoted from a source stand: “all 14 passages quoted from it stand word for word”."""
    match count:
        case 1:
            return "the passage quoted from it stands word for word"
        case 2:
            return "both passages quoted from it stand word for word"
        case _:
            return f"all {count} passages quoted from it stand word for word"


def lines(changes: Changes) -> Iterator[Line]:
    """All changes in words: judgements, figures, statements, sources, passages."""
    for judgement in changes.judgements:
        yield _judgement(judgement)
    for figure in changes.figures:
        yield _figure(figure)
    for statement in changes.statements:
        yield _statement(statement)
    for source in changes.sources:
        yield _source(source)
    for passage in changes.passages:
        yield _passage(passage)


def _judgement(change: JudgementChange) -> Line:
    words = f"“{_cut(change.words)}”"
    match change.kind:
        case "new":
            return Line(lead="New judgement.", inlines=_linked(words, change.block, _held(change.after)))
        case "dropped":
            return Line(lead="Judgement dropped.", inlines=_linked(words, "", _held(change.before)))
        case "reworded":
            before, after = _excerpts(change.before, change.after)
            held = f", before “{before}”."
            return Line(lead="Judgement reworded.", inlines=_linked(f"“{after}”", change.block, held))
        case "likelihood":
            held = f": now {change.after or 'without a likelihood'}, before {change.before or 'without one'}."
            return Line(lead="Likelihood changed.", inlines=_linked(words, change.block, held))
        case "confidence":
            held = f": now {change.after or 'no'} confidence, before {change.before or 'none'}."
            return Line(lead="Confidence changed.", inlines=_linked(words, change.block, held))


def _held(how: str) -> str:
    return f" ({how})" if how else ""


def _figure(change: FigureChange) -> Line:
    if not change.before:
        return _line("New figure.", f"{change.label}: {change.after} ({change.by}).")
    if not change.after:
        return _line("Figure dropped.", f"{change.label}: {change.before} ({change.by}).")
    return _line("Figure moved.", f"{change.label}: {change.after}, before {change.before} ({change.by}).")


_LEADS = {"added": "New in", "removed": "Removed from", "reworded": "Reworded in"}


def _statement(change: StatementChange) -> Line:
    if change.kind == "reworded":
        before, after = _excerpts(change.before, change.after)
        said = f": “{after}”, before “{before}”."
    else:
        said = f": “{_cut(change.after or change.before)}”"
    return Line(lead=_LEADS[change.kind], inlines=_linked(change.section, change.block, said))


def _source(change: SourceChange) -> Line:
    title = f"“{change.title}”"
    match change.kind:
        case "new":
            return _line("New source.", f"{title}.")
        case "withdrawn":
            return _line("Source withdrawn.", f"{title}.")
        case "altered":
            return _line("Source altered.", f"{title}: {standing(change.standing)}.")


def _passage(change: PassageChange) -> Line:
    quoted = f"“{_cut(change.quoted)}” ({change.title})"
    if change.kind == "moved":
        return _line("Passage moved.", f"{quoted}: now {change.after}, before {change.before}.")
    return _line("Passage no longer found.", f"{quoted}, before {change.before}.")


def _line(lead: str, words: str) -> Line:
    return Line(lead=lead, inlines=(Text(text=words),))


def _linked(words: str, block: str, rest: str) -> Inlines:
    first: Inline = Text(text=words)
    if block:
        first = Link(target=f"#{block}", inlines=(first,))
    return (first, Text(text=rest)) if rest else (first,)


def _item(name: str, line: Line) -> ListItem:
    lead = Strong(inlines=(Text(text=line.lead),))
    inlines = (lead, Text(text=" "), *line.inlines)
    return ListItem(id=name, blocks=(Paragraph(id=f"{name}-words", inlines=inlines),))


def _since(changes: Changes, as_of: str) -> str:
    if changes.since_as_of != as_of:
        return day(changes.since_as_of)
    number = changes.since.partition(".")[2]
    named = f"edition {number}" if number else "the first edition"
    return f"{named} of {day(changes.since_as_of)}"


def _names() -> Iterator[str]:
    yield "changes"
    yield from (f"changes-{number}" for number in range(2, 1_000_000))


def _excerpts(before: str, after: str) -> tuple[str, str]:
    """The words that differ, with some around them, as they were and as they are."""
    old, new = tokenise(before), tokenise(after)
    found = changes_between(old, new)
    if not found:
        return before, after
    return (
        _excerpt(old, found[0].start, found[-1].end),
        _excerpt(new, found[0].new_start, found[-1].new_end),
    )


def _excerpt(tokens: Tokens, start: int, end: int) -> str:
    start, end = max(0, start - 2 * _AROUND), min(len(tokens), end + 2 * _AROUND)
    words = _cut(text_of(tokens[start:end]).strip())
    return ("… " if start else "") + words + (" …" if end < len(tokens) and not words.endswith("…") else "")


def _cut(words: str) -> str:
    held: Sequence[str] = words.split()
    return " ".join(held) if len(held) <= _LONGEST else " ".join(held[:_LONGEST]) + " …"


_MARKDOWN = re.compile(r"([\\`*_\[\]<>#|~])")


def _escaped(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
