"""From a document's sections to blocks, in reading order, each with its place in the structure tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import zip_longest
from typing import assert_never

from briefgen.model.document import (
    Callout,
    Document,
    Figure,
    Heading,
    Inlines,
    List,
    Paragraph,
    ParagraphRole,
    Quotation,
    Section,
    Table,
    Text,
    plain,
)
from briefgen.rendering.charts import figure_words
from briefgen.rendering.pdf.boxes import Block, Picture, Space, Unit, Words
from briefgen.rendering.pdf.contents import set_contents
from briefgen.rendering.pdf.figures import Artist
from briefgen.rendering.pdf.file import text
from briefgen.rendering.pdf.lines import Compositor, Measure
from briefgen.rendering.pdf.notebook import NoteBook
from briefgen.rendering.pdf.structure import Element, StructureTree
from briefgen.rendering.pdf.tables import set_table
from briefgen.rendering.pdf.typecase import clean
from briefgen.rendering.theme import PageShape, TextStyle, Theme
from briefgen.text.wording import furniture_of
from briefgen.values import dataclass

BULLETS = ("•", "–", "·")
_BOX_PAD = 9.0
_LEAST_OF_BOX = 2
"""Lines of a tinted box on either side of a page break; two spaces and a line of details may follow them."""
_LABEL_GAP = 5.0
_TALLEST_FIGURE = 0.85
_TALLEST_WITH_REMARK = 220.0
_DEEPEST_INDENT = 0.5
_DEEPEST_HEADING = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What stands before the first line of a list item, `x` points from where the line begins."""

    text: str
    x: float
    element: Element


@dataclass(frozen=True, slots=True, kw_only=True)
class Surroundings:
    """Where a block stands: its parent in the tree, its indent, the measures of its page, its label."""

    parent: Element
    indent: float
    width: float
    height: float
    depth: int = 0
    places: tuple[str, ...] = ()
    label: Label | None = None


class Flow:
    """Lays out blocks of one document."""

    def __init__(
        self,
        document: Document,
        theme: Theme,
        compositor: Compositor,
        tree: StructureTree,
        artist: Artist,
        notes: NoteBook,
    ) -> None:
        self._document = document
        self._theme = theme
        self._styles = theme.styles
        self._compositor = compositor
        self._composer = compositor.composer
        self._tree = tree
        self._artist = artist
        self._notes = notes
        self._level = 0

    def section(self, section: Section, parent: Element, shape: PageShape) -> Iterator[Block]:
        """The blocks of a section, its heading first, each followed in the tree by the notes it marks."""
        around = Surroundings(parent=parent, indent=0.0, width=shape.text_width, height=shape.text_height)
        heading = replace(around, places=(section.id,))
        yield from self._complete((self._heading(section.heading, heading),), parent)
        for block, following in zip_longest(section.blocks, section.blocks[1:]):
            laid = self._block(block, around)
            remarked = isinstance(following, Paragraph) and following.role == "remark"
            yield from self._complete(_with_remark(laid) if remarked else laid, parent)

    def opening(self, parent: Element, shape: PageShape) -> Iterator[Block]:
        """What stands before the first section: title, subtitle, facts of the edition, and contents."""
        document, styles, width = self._document, self._styles, shape.text_width
        as_of = furniture_of(document.language).information(document.as_of)
        shown = (as_of, ", ".join(document.authors))
        facts = "  ·  ".join(part for part in shown if part)
        rows = (
            ((Text(text=document.title),), styles.title),
            ((Text(text=document.subtitle),) if document.subtitle else (), styles.subtitle),
            ((Text(text=facts),) if facts else (), styles.facts),
        )
        blocks = (self._paragraph(words, style, "P", parent, width) for words, style in rows if words)
        yield from self._complete(blocks, parent)
        contents = set_contents(document, self._theme, self._compositor, self._tree, parent, width)
        yield from self._complete(contents, parent)

    def _complete(self, blocks: Iterable[Block], parent: Element) -> Iterator[Block]:
        """Blocks laid out from one block of the document; the last closes what they added to the tree."""
        last: Block | None = None
        for block in blocks:
            if last is not None:
                yield last
            marked = {note for unit in block.units for note in unit.notes}
            for note in sorted(marked, key=self._notes.number):
                self._notes.mark(note, parent)
            last = block
        if last is not None:
            last.closes = list(parent.children)
            parent.children.clear()
            yield last

    def _block(self, block: object, around: Surroundings) -> Iterator[Block]:
        match block:
            case Paragraph():
                around = replace(around, places=(*around.places, block.id))
                yield self._body_paragraph(block, around)
            case Heading():
                yield self._heading(block, around)
            case List():
                yield from self._list(block, around)
            case Table():
                yield from set_table(block, self._theme, self._compositor, self._tree, around)
            case Quotation():
                yield from self._quotation(block, around)
            case Figure():
                yield from self._figure(block, around)
            case Callout():
                yield self._callout(block, around)
            case _:
                raise TypeError(f"no block: {block!r}")

    def _heading(self, heading: Heading, around: Surroundings) -> Block:
        style = (self._styles.heading1, self._styles.heading2, self._styles.heading3)[
            min(max(heading.level, 1), 3) - 1
        ]
        self._level = min(max(heading.level, 1), self._level + 1, _DEEPEST_HEADING)
        block = self._paragraph(
            heading.inlines, replace(style, align="left"), f"H{self._level}", around.parent, around.width
        )
        block.heads_on = True
        block.whole = True
        block.places = (*around.places, heading.id)
        block.bookmark = (self._level, clean(plain(heading.inlines)))
        return block

    def _body_paragraph(self, paragraph: Paragraph, around: Surroundings) -> Block:
        style = _style_of(self._styles.body, self._styles.entry, self._styles.remark, paragraph.role)
        if around.depth:
            style = replace(self._styles.list, indent=0.0, first=0.0)
        block = self._paragraph(
            paragraph.inlines, style, "P", around.parent, around.width - around.indent, x=around.indent
        )
        block.places = around.places
        self._label(block, around)
        return block

    def _paragraph(
        self, inlines: Inlines, style: TextStyle, tag: str, parent: Element, width: float, x: float = 0.0
    ) -> Block:
        element = self._tree.element(tag, parent)
        return Block(
            units=self._words(inlines, style, element, width),
            element=element,
            x=x,
            width=width,
            before=style.before,
            after=style.after,
        )

    def _words(
        self, inlines: Inlines, style: TextStyle, element: Element, width: float, indent: float | None = None
    ) -> list[Unit]:
        segments = self._composer.segments(inlines, style)
        measure = Measure(
            width=width,
            align=style.align,
            indent=style.indent if indent is None else indent,
            first=style.first if indent is None else 0.0,
        )
        return [
            Words(line=line, element=element, height=line.height, notes=line.notes)
            for line in self._compositor.lines(segments, style, measure)
        ]

    def _label(self, block: Block, around: Surroundings) -> None:
        first = block.units[0]
        if around.label is not None and isinstance(first, Words):
            style = self._styles.list
            look = self._composer.typecase.look(style)
            first.lead_element = around.label.element
            first.line.label(self._composer.label(around.label.text, look), around.label.x)

    def _list(self, block: List, around: Surroundings) -> Iterator[Block]:
        style = self._styles.list
        numbering = "Decimal" if block.ordered else "Disc"
        element = self._tree.element("L", around.parent, f"/A<</O/List/ListNumbering/{numbering}>>")
        bullet = BULLETS[min(around.depth, len(BULLETS) - 1)]
        last: Block | None = None
        look = self._composer.typecase.look(style)
        final = f"{block.start + len(block.items) - 1}." if block.ordered else bullet
        needed = self._composer.typecase.width(look, final) + _LABEL_GAP
        indent = max(style.indent, style.indent + style.first + needed)
        for number, item in enumerate(block.items, block.start):
            item_element = self._tree.element("LI", element)
            label = Label(
                text=f"{number}." if block.ordered else bullet,
                x=style.indent + style.first - indent,
                element=self._tree.element("Lbl", item_element),
            )
            inner = replace(
                around,
                parent=self._tree.element("LBody", item_element),
                indent=min(around.indent + indent, around.width * _DEEPEST_INDENT),
                depth=around.depth + 1,
                places=(*around.places, block.id, item.id),
                label=label,
            )
            around = replace(around, places=())
            for part in item.blocks:
                for laid in self._block(part, inner):
                    if last is not None:
                        yield last
                    last = laid
                inner = replace(inner, label=None, places=())
        if last is not None:
            if not around.depth:
                last.after = max(last.after, self._styles.body.after)
            yield last

    def _quotation(self, block: Quotation, around: Surroundings) -> Iterator[Block]:
        element = self._tree.element("BlockQuote", around.parent)
        width = around.width - around.indent
        places = (*around.places, block.id)
        for number, inlines in enumerate(block.paragraphs, 1):
            laid = self._paragraph(inlines, self._styles.quotation, "P", element, width, x=around.indent)
            laid.places, places = places, ()
            if number == len(block.paragraphs) and block.attribution:
                style = self._styles.attribution
                words = (Text(text="— "), *block.attribution)
                said = self._words(words, style, self._tree.element("P", element), width)
                laid.units += [Space(height=2.0), *said]
                laid.widows, laid.after = len(said) + 3, style.after
            yield laid

    def _figure(self, block: Figure, around: Surroundings) -> Iterator[Block]:
        width = around.width - around.indent
        element = self._tree.element("Figure", around.parent, f"/Alt{text(clean(figure_words(block)))}")
        style = replace(self._styles.caption, align="left")
        below: list[Unit] = []
        if block.caption:
            words = self._tree.element("P", around.parent)
            below = [Space(height=4.0), *self._words(block.caption, style, words, width)]
        room = around.height * _TALLEST_FIGURE - sum(unit.height for unit in below)
        drawn = self._artist.draw(block, width, room)
        picture = Picture(height=drawn.height, width=drawn.width, operators=drawn.operators, element=element)
        yield Block(
            units=[picture, *below],
            element=element,
            x=around.indent,
            width=width,
            before=style.before,
            after=self._styles.body.after + 6.0,
            whole=True,
            places=(*around.places, block.id),
        )

    def _callout(self, block: Callout, around: Surroundings) -> Block:
        element = self._tree.element("Div", around.parent)
        width = around.width - around.indent
        styles = self._styles
        units: list[Unit] = [Space(height=_BOX_PAD - 2)]
        paragraphs = (
            ((Text(text=block.label),) if block.label else (), styles.callout_label),
            (block.inlines, styles.callout),
            (block.details, styles.callout_details),
        )
        label = 0
        for inlines, style in paragraphs:
            if inlines:
                part = self._tree.element("P", element)
                units += self._words(inlines, style, part, width - _BOX_PAD, indent=_BOX_PAD + 3.0)
                units.append(Space(height=style.after))
            label = label or len(units)
        units.append(Space(height=_BOX_PAD - 4))
        return Block(
            units=units,
            element=element,
            x=around.indent,
            width=width,
            before=8.0,
            after=8.0,
            whole=True,
            orphans=label + _LEAST_OF_BOX,
            widows=_LEAST_OF_BOX + 3,
            least=label + 1,
            tint=self._theme.colours.callout,
            bar=self._theme.colours.accent,
            places=(*around.places, block.id),
        )


def _with_remark(blocks: Iterable[Block]) -> Iterator[Block]:
    """Blocks of which the last, where it is not tall, stays with the remark below it."""
    for block in blocks:
        block.heads_on |= sum(unit.height for unit in block.units) < _TALLEST_WITH_REMARK
        yield block


def _style_of(body: TextStyle, entry: TextStyle, remark: TextStyle, role: ParagraphRole) -> TextStyle:
    match role:
        case "body":
            return body
        case "entry":
            return entry
        case "remark":
            return remark
        case _:
            assert_never(role)
