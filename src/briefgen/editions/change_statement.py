"""The change statement: a section of the brief, a Markdown file, lines on a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

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
from briefgen.text.cells import on_one_line
from briefgen.text.diff3 import changes_between
from briefgen.text.tokens import Tokens, text_of, tokenise
from briefgen.text.wording import Wording, wording_of
from briefgen.text.wording.words import ChangeWords
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


def title(changes: Changes, as_of: str, wording: Wording) -> str:
    """“What changed since 12 January 2025”; of two editions of one day, the earlier one is named."""
    return wording.changes.title.format(since=_since(changes, as_of, wording))


def section(changes: Changes, document: Document, as_of: str) -> Section:
    """The change statement as a section of the brief, placed and named so that it collides with nothing."""
    wording = wording_of(document.language)
    told = replace(changes, statements=changes.statements[:SHOWN_STATEMENTS])
    shown = list(lines(told, wording))
    taken = {block.id for block in blocks_of(document)} | {section.id for section in document.sections}
    name = next(name for name in _names() if name not in taken)
    heading = Heading(id=f"{name}-heading", level=1, inlines=(Text(text=title(changes, as_of, wording)),))
    blocks: list[Paragraph | List] = []
    if shown:
        items = tuple(_item(f"{name}-{number}", line) for number, line in enumerate(shown, 1))
        blocks.append(List(id=f"{name}-list", ordered=False, items=items))
    else:
        words = _nothing(changes, as_of, wording)
        blocks.append(Paragraph(id=f"{name}-none", inlines=(Text(text=words),)))
    unshown = len(changes.statements) - SHOWN_STATEMENTS
    if unshown > 0:
        words = wording.counted(unshown, wording.changes.further)
        blocks.append(Paragraph(id=f"{name}-more", role="remark", inlines=(Text(text=words),)))
    return Section(id=name, heading=heading, blocks=tuple(blocks), role="changes")


def with_section(document: Document, statement: Section | None, edition: str) -> Document:
    """The document of an edition: the change statement stands after the key judgements."""
    sections = list(document.sections)
    if statement is not None:
        first = bool(sections) and sections[0].role == "key-judgements"
        sections.insert(1 if first else 0, statement)
    return replace(document, edition=edition, sections=tuple(sections))


def markdown(changes: Changes, as_of: str, wording: Wording) -> str:
    """The whole change statement as Markdown."""
    head = f"# {title(changes, as_of, wording)}\n\n"
    told = [f"- **{line.lead}** {_escaped(plain(line.inlines))}\n" for line in lines(changes, wording)]
    return head + ("".join(told) or f"{_nothing(changes, as_of, wording)}\n")


def standing(count: int, wording: Wording) -> str:
    """That the passages quoted from a source stand: “all 14 passages quoted from it stand word for word”."""
    one, both, all_of_them = wording.changes.standing
    return {1: one, 2: both}.get(count, all_of_them).format(count=count)


def lines(changes: Changes, wording: Wording) -> Iterator[Line]:
    """All changes in words: judgements, figures, statements, sources, passages."""
    for judgement in changes.judgements:
        yield _judgement(judgement, wording)
    for figure in changes.figures:
        yield _figure(figure, wording.changes)
    for statement in changes.statements:
        yield _statement(statement, wording)
    for source in changes.sources:
        yield _source(source, wording)
    for passage in changes.passages:
        yield _passage(passage, wording)


def _nothing(changes: Changes, as_of: str, wording: Wording) -> str:
    return wording.changes.nothing.format(since=_since(changes, as_of, wording))


def _judgement(change: JudgementChange, wording: Wording) -> Line:
    words, quote = wording.changes, wording.quotes.around
    quoted = quote(_cut(change.words))
    match change.kind:
        case "new":
            return Line(lead=words.new_judgement, inlines=_linked(quoted, change.block, _held(change.after)))
        case "dropped":
            return Line(lead=words.judgement_dropped, inlines=_linked(quoted, "", _held(change.before)))
        case "reworded":
            before, after = _excerpts(change.before, change.after)
            held = words.before.format(before=quote(before))
            return Line(lead=words.judgement_reworded, inlines=_linked(quote(after), change.block, held))
        case "likelihood":
            now, before = change.after or words.no_likelihood, change.before or words.no_likelihood
            held = words.now_before.format(after=now, before=before)
            return Line(lead=words.likelihood_changed, inlines=_linked(quoted, change.block, held))
        case "confidence":
            now, before = change.after or words.no_confidence, change.before or words.no_confidence
            held = words.now_before.format(after=now, before=before)
            return Line(lead=words.confidence_changed, inlines=_linked(quoted, change.block, held))


def _held(how: str) -> str:
    return f" ({how})" if how else ""


def _figure(change: FigureChange, words: ChangeWords) -> Line:
    if not change.before:
        return _line(words.new_figure, f"{change.label}: {change.after} ({change.by}).")
    if not change.after:
        return _line(words.figure_dropped, f"{change.label}: {change.before} ({change.by}).")
    moved = words.before.format(before=f"{change.before} ({change.by})")
    return _line(words.figure_moved, f"{change.label}: {change.after}{moved}")


def _statement(change: StatementChange, wording: Wording) -> Line:
    words, quote = wording.changes, wording.quotes.around
    if change.kind == "reworded":
        before, after = _excerpts(change.before, change.after)
        said = f": {quote(after)}" + words.before.format(before=quote(before))
    else:
        said = f": {quote(_cut(change.after or change.before))}"
    leads = {"added": words.new_in, "removed": words.removed_from, "reworded": words.reworded_in}
    return Line(lead=leads[change.kind], inlines=_linked(change.section, change.block, said))


def _source(change: SourceChange, wording: Wording) -> Line:
    words, title = wording.changes, wording.quotes.around(change.title)
    match change.kind:
        case "new":
            return _line(words.new_source, f"{title}.")
        case "withdrawn":
            return _line(words.source_withdrawn, f"{title}.")
        case "altered":
            return _line(words.source_altered, f"{title}: {standing(change.standing, wording)}.")


def _passage(change: PassageChange, wording: Wording) -> Line:
    words = wording.changes
    quoted = f"{wording.quotes.around(_cut(on_one_line(change.quoted)))} ({change.title})"
    if change.kind == "moved":
        moved = words.now_before.format(after=change.after, before=change.before)
        return _line(words.passage_moved, f"{quoted}{moved}")
    return _line(words.passage_gone, f"{quoted}{words.before.format(before=change.before)}")


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


def _since(changes: Changes, as_of: str, wording: Wording) -> str:
    words, date = wording.changes, wording.date(changes.since_as_of)
    if changes.since_as_of != as_of:
        return words.since_day.format(date=date)
    number = changes.since.partition(".")[2]
    return (words.since_edition if number else words.since_first).format(number=number, date=date)


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
