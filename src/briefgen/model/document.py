"""A brief as resolved: what every renderer gets, and all that it gets.

Texts are final: no renderer formats a citation, phrases a likelihood or looks anything up. Ids are unique
in a document and stable between editions where the words stay the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, TypeAlias, assert_never

from briefgen.model.chart import Chart
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """Words; `language` is a BCP 47 tag where it differs from the document's, else empty."""

    text: str
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """Words that stand out by italics."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Strong:
    """Words that stand out by weight."""

    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead to an http, https or mailto address, or to `#id` of a block in this document."""

    target: str
    inlines: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """Words that briefgen, not the author, sets in the line: a portion mark, a range beside a term."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LineBreak:
    """The author's own break of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteMark:
    """The place that the note with id `note` belongs to. A later mark may name the same note again."""

    note: str


Inline: TypeAlias = Text | Emphasis | Strong | Link | Label | LineBreak | NoteMark
Inlines: TypeAlias = tuple[Inline, ...]


ParagraphRole = Literal["body", "entry", "remark"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """Running text. An `entry` is an item of the list of sources; a `remark` is small print under a block."""

    id: str
    inlines: Inlines
    role: ParagraphRole = "body"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A title in the text: level 1 heads a section, 2 to 4 stand below it."""

    id: str
    level: int
    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class ListItem:
    """One item: a paragraph, as a rule, and what belongs under it."""

    id: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class List:
    """Items behind bullets, or numbered from `start`."""

    id: str
    ordered: bool
    start: int = 1
    items: tuple[ListItem, ...]


Align = Literal["left", "right", "center"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """How a column's cells are set; `weight` is its share of the width, 0 to fit its words."""

    align: Align = "left"
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """The words of one cell; empty inlines are an empty cell."""

    inlines: Inlines


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Caption above, one header row (or none), rows as wide as `columns`.

    Where `row_headers` is set, the first cell of each row names the row.
    """

    id: str
    columns: tuple[Column, ...]
    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: Inlines = ()
    row_headers: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """Somebody's own words as a block, one entry of `paragraphs` each, and who said them."""

    id: str
    paragraphs: tuple[Inlines, ...]
    attribution: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Image:
    """A picture as it stands in its file; `width` is in points, 0 for the picture's own."""

    media_type: Literal["image/png", "image/jpeg"]
    data: bytes
    width: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A chart or picture, its caption below, and the words that stand for it where it cannot be seen."""

    id: str
    content: Chart | Image
    alt: str
    caption: Inlines = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Likelihood:
    """A term of the brief's scale and the range it stands for, in per cent."""

    term: str
    low: int
    high: int


ConfidenceLevel = Literal["high", "moderate", "low"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confidence:
    """How well founded a judgement is, and why."""

    level: ConfidenceLevel
    because: str


CalloutKind = Literal["judgement", "assumption", "alternative", "gap"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Callout:
    """A statement that is more, or less, than a fact.

    `label` names the kind to the reader, `inlines` are the author's words, `details` the line below them
    that states likelihood and confidence in words. The two values repeat it for those who compute.
    """

    id: str
    kind: CalloutKind
    label: str
    inlines: Inlines
    details: Inlines = ()
    likelihood: Likelihood | None = None
    confidence: Confidence | None = None


Block: TypeAlias = Paragraph | Heading | List | Table | Quotation | Figure | Callout


SectionRole = Literal["key-judgements", "changes", "body", "scale", "source-summary", "sources", "annex"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands under it. `landscape` asks for pages on their side."""

    id: str
    heading: Heading
    blocks: tuple[Block, ...]
    role: SectionRole = "body"
    landscape: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """What stands at the foot of the page. `number` counts from 1 in the order of first marks."""

    id: str
    number: int
    inlines: Inlines
    passages: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Marking:
    """The handling mark in header and footer of every page; colours are `#rrggbb`, empty for the theme's."""

    text: str
    colour: str = ""
    background: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole brief.

    `as_of` is the date of information (ISO 8601) and `dated` the moment, in UTC, that the files' own
    metadata carry; neither is ever the moment of rendering, so that equal inputs give equal bytes.
    """

    name: str
    title: str
    language: str
    as_of: str
    dated: str
    sections: tuple[Section, ...]
    notes: tuple[Note, ...]
    subtitle: str = ""
    authors: tuple[str, ...] = ()
    edition: str = ""
    marking: Marking | None = None


def plain(inlines: Inlines) -> str:
    """The words of a run of inlines, without marks."""
    return "".join(_words(inlines))


def _words(inlines: Inlines) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text() | Label():
                yield inline.text
            case Emphasis() | Strong() | Link():
                yield from _words(inline.inlines)
            case LineBreak():
                yield "\n"
            case NoteMark():
                pass
            case _:
                assert_never(inline)


def runs_of(block: Block) -> Iterator[Inlines]:
    """Every run of inlines in a block, those of blocks within it too, in the order a reader meets them."""
    match block:
        case Paragraph() | Heading():
            yield block.inlines
        case List():
            for item in block.items:
                for inner in item.blocks:
                    yield from runs_of(inner)
        case Table():
            yield block.caption
            for cells in (block.header, *block.rows):
                for cell in cells:
                    yield cell.inlines
        case Quotation():
            yield from block.paragraphs
            yield block.attribution
        case Figure():
            yield block.caption
        case Callout():
            yield block.inlines
            yield block.details
        case _:
            assert_never(block)


def blocks_of(document: Document) -> Iterator[Block]:
    """Every block on the top level of its section, headings of sections included, in reading order."""
    for section in document.sections:
        yield section.heading
        yield from section.blocks


def marks_in(inlines: Inlines) -> Iterator[NoteMark]:
    """The note marks of a run of inlines, in order."""
    for inline in inlines:
        match inline:
            case NoteMark():
                yield inline
            case Emphasis() | Strong() | Link():
                yield from marks_in(inline.inlines)
            case Text() | Label() | LineBreak():
                pass
            case _:
                assert_never(inline)


def marks_of(block: Block) -> Iterator[NoteMark]:
    """The note marks of a block, in reading order."""
    for run in runs_of(block):
        yield from marks_in(run)
