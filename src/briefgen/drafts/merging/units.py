"""A document as the paragraphs that a person can edit in Word, each with its place in the document."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, assert_never

from briefgen.drafts.draft import LineKind, Row
from briefgen.drafts.inlines import citation_of, tokens_of
from briefgen.model.document import (
    Block,
    Callout,
    Document,
    Figure,
    Heading,
    Inlines,
    List,
    Paragraph,
    Quotation,
    Section,
    Table,
    Text,
)
from briefgen.rendering.docx.identity import (
    SUBTITLE_BOOKMARK,
    TITLE_BOOKMARK,
    bookmark_name,
    caption_bookmark,
)
from briefgen.text.tokens import Tokens
from briefgen.values import dataclass

Part = Literal["title", "subtitle", "words", "label", "details", "attribution", "caption"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A paragraph's worth of a document, or a table.

    `block` is the id of the block that holds it, `top` that of the block on the section's own level, and
    `item` that of the innermost list item around it. `number` counts the units of one block and part. The
    title has no block, and no section.
    """

    part: Part
    kind: LineKind
    tokens: Tokens = ()
    rows: tuple[Row, ...] = ()
    level: int = 0
    ordered: bool = False
    block: str = ""
    top: str = ""
    item: str = ""
    section: str = ""
    number: int = 0
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    section: str = ""
    top: str = ""
    item: str = ""
    depth: int = 0
    ordered: bool = False


def units_of(document: Document) -> tuple[Unit, ...]:
    """The units of a document in reading order, as its Word file shows them."""
    citations = {note.id: citation_of(note) for note in document.notes}
    title = tokens_of((Text(text=document.title),), citations)
    found = [Unit(part="title", kind="text", tokens=title, name=TITLE_BOOKMARK)]
    if document.subtitle:
        subtitle = tokens_of((Text(text=document.subtitle),), citations)
        found.append(Unit(part="subtitle", kind="text", tokens=subtitle, name=SUBTITLE_BOOKMARK))
    for section in document.sections:
        found.extend(_section(section, citations))
    return tuple(unit for unit in found if unit.tokens or unit.rows)


def _section(section: Section, citations: Mapping[str, str]) -> Iterator[Unit]:
    for block in (section.heading, *section.blocks):
        yield from _block(block, _Place(section=section.id, top=block.id), citations)


def _block(block: Block, place: _Place, citations: Mapping[str, str]) -> Iterator[Unit]:
    def unit(
        part: Part,
        inlines: Inlines,
        *,
        kind: LineKind = "text",
        level: int = 0,
        number: int = 0,
        name: str = "",
    ) -> Unit:
        return Unit(
            part=part,
            kind=kind,
            tokens=tokens_of(inlines, citations),
            level=level,
            ordered=place.ordered,
            block=block.id,
            top=place.top,
            item=place.item,
            section=place.section,
            number=number,
            name=name or bookmark_name(block.id),
        )

    match block:
        case Paragraph():
            yield unit("words", block.inlines)
        case Heading():
            yield unit("words", block.inlines, kind="heading", level=block.level)
        case List():
            yield from _list(block, place, citations)
        case Table():
            yield unit("caption", block.caption, name=caption_bookmark(block.id))
            rows = tuple(
                tuple(tokens_of(cell.inlines, citations) for cell in row)
                for row in ((block.header,) if block.header else ()) + block.rows
            )
            yield Unit(
                part="words",
                kind="table",
                rows=rows,
                block=block.id,
                top=place.top,
                item=place.item,
                section=place.section,
                name=bookmark_name(block.id),
            )
        case Quotation():
            for number, paragraph in enumerate(block.paragraphs):
                yield unit("words", paragraph, number=number)
            yield unit("attribution", block.attribution)
        case Figure():
            yield unit("caption", block.caption)
        case Callout():
            yield unit("label", (Text(text=block.label),))
            yield unit("words", block.inlines)
            yield unit("details", block.details)
        case _:
            assert_never(block)


def _list(block: List, place: _Place, citations: Mapping[str, str]) -> Iterator[Unit]:
    for item in block.items:
        inner = _Place(
            section=place.section,
            top=place.top,
            item=item.id,
            depth=place.depth + bool(place.item),
            ordered=block.ordered,
        )
        for at, held in enumerate(item.blocks):
            for unit in _block(held, inner, citations):
                if at == 0 and isinstance(held, Paragraph):
                    yield Unit(
                        part=unit.part,
                        kind="item",
                        tokens=unit.tokens,
                        level=inner.depth,
                        ordered=block.ordered,
                        block=unit.block,
                        top=unit.top,
                        item=item.id,
                        section=unit.section,
                        name=unit.name,
                    )
                else:
                    yield unit
