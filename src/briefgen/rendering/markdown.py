"""Documents as Markdown with footnotes, as pandoc and many others read it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import assert_never
from urllib.parse import quote

from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Label,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
)
from briefgen.rendering.charts import figure_words
from briefgen.rendering.result import Rendered
from briefgen.text.wording import furniture_of

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~]|!(?=\[)|&(?=[#\w]))")
_LINE_START = re.compile(r"^(\d+)([.)])(?=\s|$)|^([-+=])", re.MULTILINE)
_UNSAFE_IN_TARGET = re.compile(r"[\s<>()]")


def render(document: Document) -> Rendered:
    """The document as Markdown in UTF-8."""
    numbers = {note.id: note.number for note in document.notes}
    parts = [f"# {_escaped(document.title)}"]
    if document.subtitle:
        parts.append(f"**{_escaped(document.subtitle)}**")
    facts = (
        document.marking.text if document.marking else "",
        furniture_of(document.language).information(document.as_of),
        ", ".join(document.authors),
    )
    parts.append(_escaped(" · ".join(fact for fact in facts if fact)))
    for section in document.sections:
        parts.append(f"## {_inlines(section.heading.inlines, numbers)}")
        for block in section.blocks:
            parts.extend(_block(block, numbers))
    notes = [f"[^{note.number}]: {_inlines(note.inlines, numbers)}" for note in document.notes]
    if notes:
        parts.append("\n".join(notes))
    return Rendered(data=("\n\n".join(parts) + "\n").encode())


def _block(block: Block, numbers: Mapping[str, int]) -> Iterator[str]:
    match block:
        case Paragraph():
            yield _paragraph(block.inlines, numbers)
        case Heading():
            yield f"{'#' * (block.level + 1)} {_inlines(block.inlines, numbers)}"
        case List():
            yield _list(block, numbers)
        case Table():
            yield from _table(block, numbers)
        case Quotation():
            yield _quotation(block, numbers)
        case Figure():
            yield f"*{_escaped(figure_words(block))}*"
            if block.caption:
                yield _paragraph(block.caption, numbers)
        case Callout():
            yield _callout(block, numbers)
        case _:
            assert_never(block)


def _paragraph(inlines: Inlines, numbers: Mapping[str, int]) -> str:
    text = _inlines(inlines, numbers).strip(" ")
    return _LINE_START.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", text)


def _list(block: List, numbers: Mapping[str, int]) -> str:
    items = []
    for place, item in enumerate(block.items):
        mark = f"{block.start + place}. " if block.ordered else "- "
        inner = "\n\n".join(part for child in item.blocks for part in _block(child, numbers))
        items.append(mark + re.sub(r"\n(?!\n)", "\n" + " " * len(mark), inner))
    return "\n".join(items)


def _table(block: Table, numbers: Mapping[str, int]) -> Iterator[str]:
    if block.caption:
        yield f"**{_inlines(block.caption, numbers)}**"
    rules = {"left": ":--", "right": "--:", "center": ":-:"}
    header = block.header or tuple(Cell(inlines=()) for _ in block.columns)
    lines = [
        _row(header, numbers),
        "| " + " | ".join(rules[column.align] for column in block.columns) + " |",
        *(_row(row, numbers) for row in block.rows),
    ]
    yield "\n".join(lines)


def _row(cells: tuple[Cell, ...], numbers: Mapping[str, int]) -> str:
    texts = (_inlines(cell.inlines, numbers).replace("\\\n", "<br>") for cell in cells)
    return "| " + " | ".join(texts) + " |"


def _quotation(block: Quotation, numbers: Mapping[str, int]) -> str:
    parts = [_paragraph(paragraph, numbers) for paragraph in block.paragraphs]
    if block.attribution:
        parts.append(f"— {_inlines(block.attribution, numbers)}")
    return "\n>\n".join("> " + part.replace("\n", "\n> ") for part in parts)


def _callout(block: Callout, numbers: Mapping[str, int]) -> str:
    text = f"**{_escaped(block.label)}.** {_paragraph(block.inlines, numbers)}"
    return f"{text}\\\n{_inlines(block.details, numbers).strip()}" if block.details else text


def _inlines(inlines: Inlines, numbers: Mapping[str, int]) -> str:
    return "".join(_each(inlines, numbers))


def _each(inlines: Inlines, numbers: Mapping[str, int]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text() | Label():
                yield _escaped(inline.text)
            case Emphasis():
                yield f"*{_inlines(inline.inlines, numbers)}*"
            case Strong():
                yield f"**{_inlines(inline.inlines, numbers)}**"
            case Link():
                yield f"[{_inlines(inline.inlines, numbers)}]({_target(inline.target)})"
            case LineBreak():
                yield "\\\n"
            case NoteMark():
                yield f"[^{numbers[inline.note]}]"
            case _:
                assert_never(inline)


def _target(address: str) -> str:
    """An address as it may stand within the round brackets of a link."""
    return _UNSAFE_IN_TARGET.sub(lambda found: quote(found[0]), address)


def _escaped(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", text)
