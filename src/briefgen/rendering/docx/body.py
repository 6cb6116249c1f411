"""The main story: blocks as paragraphs and tables, each wearing its bookmark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import assert_never

from briefgen.model.document import (
    Block,
    Callout,
    Figure,
    Heading,
    Inlines,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    Text,
)
from briefgen.rendering.docx.bookmarks import Bookmarks
from briefgen.rendering.docx.figures import Figures
from briefgen.rendering.docx.identity import bookmark_name, caption_bookmark
from briefgen.rendering.docx.inlines import Words
from briefgen.rendering.docx.markup import twips
from briefgen.rendering.docx.numbering import Numbering, list_indent
from briefgen.rendering.docx.roles import LEVELS_OF_LISTS, StyleIds
from briefgen.rendering.docx.tables import table_markup
from briefgen.rendering.theme import TextStyle, Theme

_KEEP = "<w:keepNext/>"
_BEFORE_DETAILS = 2.0


class Body:
    """Collects the story, a piece for each paragraph and table.

    `width` is the room between the margins in points; it changes where pages are turned on their side.
    """

    def __init__(
        self,
        theme: Theme,
        styles: StyleIds,
        words: Words,
        bookmarks: Bookmarks,
        numbering: Numbering,
        figures: Figures,
        width: float,
    ) -> None:
        self.pieces: list[str] = []
        self.width = width
        self._theme = theme
        self.styles = styles
        self.words = words
        self._bookmarks = bookmarks
        self._numbering = numbering
        self._figures = figures
        self._waiting = ""
        self._indent = 0.0

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Write blocks in order."""
        for at, block in enumerate(blocks):
            self._block(block)
            if isinstance(block, Table) and not _is_remark(blocks[at + 1 : at + 2]):
                self.paragraph(self.styles.table_end, "")

    def heading(self, heading: Heading) -> None:
        """Write a heading."""
        style = self.styles.heading[min(heading.level, len(self.styles.heading)) - 1]
        with self.bookmarked(bookmark_name(heading.id)):
            self.paragraph(style, self.words.runs(heading.inlines))

    def paragraph(self, style: str, runs: str, properties: str = "") -> None:
        """Write a paragraph; `properties` are what the style does not say."""
        self.pieces.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{self._waiting}{runs}</w:p>'
        )
        self._waiting = ""

    @contextmanager
    def bookmarked(self, name: str) -> Iterator[None]:
        """Put a bookmark around the paragraphs that are written meanwhile."""
        start, end = self._bookmarks.pair(name) if name else ("", "")
        self._waiting += start
        first = len(self.pieces)
        yield
        last = next(
            (at for at in range(len(self.pieces) - 1, first, -1) if self.pieces[at].endswith("</w:p>")), first
        )
        self.pieces[last] = f"{self.pieces[last].removesuffix('</w:p>')}{end}</w:p>"

    def end_section(self, properties: str) -> None:
        """Let the last paragraph carry the section properties of all before it."""
        if not self.pieces or not self.pieces[-1].endswith("</w:p>"):
            self.paragraph(self.styles.table_end, "")
        head, separator, tail = self.pieces[-1].partition("</w:pPr>")
        self.pieces[-1] = f"{head}{properties}{separator}{tail}"

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                with self.bookmarked(bookmark_name(block.id)):
                    self._aligned(self._style_of(block), block.inlines, self._look_of(block))
            case Heading():
                self.heading(block)
            case List():
                self._list(block, 0)
            case Table():
                self._table(block)
            case Quotation():
                self._quotation(block)
            case Figure():
                self._figure(block)
            case Callout():
                self._callout(block)
            case _:
                assert_never(block)

    def _style_of(self, block: Paragraph) -> str:
        return {"body": self.styles.body, "entry": self.styles.entry, "remark": self.styles.remark}[
            block.role
        ]

    def _look_of(self, block: Paragraph) -> TextStyle:
        styles = self._theme.styles
        return {"body": styles.body, "entry": styles.entry, "remark": styles.remark}[block.role]

    def _aligned(self, style: str, inlines: Inlines, look: TextStyle, properties: str = "") -> None:
        """A paragraph that within a list moves in by as much as the list does."""
        if self._indent:
            properties += f'<w:ind w:left="{twips(self._indent + look.indent)}"/>'
        self.paragraph(style, self.words.runs(inlines), properties)

    def _list(self, block: List, level: int) -> None:
        if not block.items:
            return
        styles = self.styles.number if block.ordered else self.styles.bullet
        style = styles[min(level, LEVELS_OF_LISTS - 1)]
        numbered = self._numbering.properties(block, level)
        with self.bookmarked(bookmark_name(block.id)):
            for item in block.items:
                self._item(item, style, numbered, level)

    def _item(self, item: ListItem, style: str, numbered: str, level: int) -> None:
        first, further = item.blocks[:1], item.blocks[1:]
        with self.bookmarked(bookmark_name(item.id)):
            if first and isinstance(first[0], Paragraph):
                with self.bookmarked(bookmark_name(first[0].id)):
                    self.paragraph(style, self.words.runs(first[0].inlines), numbered)
            else:
                self.paragraph(style, "", numbered)
                further = item.blocks
        former, self._indent = self._indent, list_indent(self._theme, level)
        for at, block in enumerate(further):
            if isinstance(block, List):
                self._list(block, level + 1)
            elif isinstance(block, Paragraph) and block.role == "body":
                with self.bookmarked(bookmark_name(block.id)):
                    continued = self.styles.further[min(level, LEVELS_OF_LISTS - 1)]
                    self.paragraph(continued, self.words.runs(block.inlines))
            else:
                self.blocks(further[at : at + 1])
        self._indent = former

    def _table(self, block: Table) -> None:
        if block.caption:
            with self.bookmarked(caption_bookmark(block.id)):
                self._aligned(self.styles.caption, block.caption, self._theme.styles.caption, _KEEP)
        if not block.columns or not (block.header or block.rows):
            return
        start, end = self._bookmarks.pair(bookmark_name(block.id))
        self.pieces.append(
            table_markup(
                block,
                self.words,
                self.styles,
                width=self.width - self._indent,
                indent=self._indent,
                size=self._theme.styles.table_cell.size,
                bookmark=(self._waiting + start, end),
            )
        )
        self._waiting = ""

    def _quotation(self, block: Quotation) -> None:
        styles = self._theme.styles
        with self.bookmarked(bookmark_name(block.id)):
            last = len(block.paragraphs) - (0 if block.attribution else 1)
            for at, paragraph in enumerate(block.paragraphs):
                self._aligned(self.styles.quotation, paragraph, styles.quotation, _KEEP if at < last else "")
            if block.attribution:
                self._aligned(self.styles.attribution, block.attribution, styles.attribution)

    def _figure(self, block: Figure) -> None:
        with self.bookmarked(bookmark_name(block.id)):
            self.paragraph(self.styles.figure, self._figures.runs(block, self.width - self._indent))
            if block.caption:
                self._aligned(self.styles.caption, block.caption, self._theme.styles.caption)

    def _callout(self, block: Callout) -> None:
        styles = self.styles
        with self.bookmarked(bookmark_name(block.id)):
            if block.label:
                self.paragraph(styles.callout_label, self.words.runs((Text(text=block.label),)))
            joined = f'{_KEEP}<w:spacing w:after="{twips(_BEFORE_DETAILS)}"/>' if block.details else ""
            self.paragraph(styles.callout, self.words.runs(block.inlines), joined)
            if block.details:
                self.paragraph(styles.callout_details, self.words.runs(block.details))


def _is_remark(following: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph) and block.role == "remark" for block in following)
