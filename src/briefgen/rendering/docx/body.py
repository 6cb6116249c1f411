"""The main story: blocks as paragraphs and tables, each wearing its bookmark."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from briefgen.rendering.docx.identity import caption_bookmark
from briefgen.rendering.docx.inlines import Words
from briefgen.rendering.docx.markup import twips
from briefgen.rendering.docx.numbering import Numbering, list_indent
from briefgen.rendering.docx.roles import LEVELS_OF_LISTS, StyleIds
from briefgen.rendering.docx.styles import CALLOUT_INDENT
from briefgen.rendering.docx.tables import table_markup
from briefgen.rendering.theme import Theme

_KEEP = "<w:keepNext/>"
_BEFORE_DETAILS = 2.0


class Body:
    """Collects the story, a piece for each paragraph and table.

    `names` gives the bookmark of each block and item by its id. `width` is the room between the margins in
    points; it changes where pages are turned on their side.
    """

    def __init__(
        self,
        theme: Theme,
        styles: StyleIds,
        words: Words,
        bookmarks: Bookmarks,
        numbering: Numbering,
        figures: Figures,
        names: Mapping[str, str],
        width: float,
    ) -> None:
        self.pieces: list[str] = []
        self.width = width
        self.paper = theme.page.height
        self._theme = theme
        self.styles = styles
        self.words = words
        self._bookmarks = bookmarks
        self._numbering = numbering
        self._figures = figures
        self._names = names
        self._begun = ("", "")
        self._indent = 0.0

    def blocks(self, blocks: Sequence[Block]) -> None:
        """Write blocks in order."""
        for at, block in enumerate(blocks):
            self._block(block)
            boxed = isinstance(block, Callout) or (
                isinstance(block, Table) and not _is_remark(blocks[at + 1 : at + 2])
            )
            if boxed:
                self.paragraph(self.styles.box_end, "")

    def heading(self, heading: Heading) -> None:
        """Write a heading."""
        style = self.styles.heading[min(heading.level, len(self.styles.heading)) - 1]
        self.paragraph(style, self.words.runs(heading.inlines), bookmark=self._names[heading.id])

    def paragraph(self, style: str, runs: str, properties: str = "", bookmark: str = "") -> None:
        """Write a paragraph; `properties` are what its style does not say, `bookmark` its name.

        It wears the bookmarks of all that begins with it, too.
        """
        start, end = self._bookmarks.pair(bookmark) if bookmark else ("", "")
        before, after = self._begun
        self.pieces.append(
            f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>'
            f"{before}{start}{runs}{end}{after}</w:p>"
        )
        self._begun = ("", "")

    def _begin(self, bookmark: str) -> None:
        """Put a bookmark around the next paragraph.

        A block's bookmark ends with its first paragraph, for LibreOffice loses the ends of longer ones.
        """
        start, end = self._bookmarks.pair(bookmark)
        self._begun = (self._begun[0] + start, end + self._begun[1])

    def end_section(self, properties: str) -> None:
        """Let the last paragraph carry the section properties of all before it."""
        if not self.pieces or not self.pieces[-1].endswith("</w:p>"):
            self.paragraph(self.styles.box_end, "")
        head, separator, tail = self.pieces[-1].partition("</w:pPr>")
        self.pieces[-1] = f"{head}{properties}{separator}{tail}"

    def _block(self, block: Block) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
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

    def _aligned(
        self, style: str, inlines: Inlines, indent: float, properties: str = "", bookmark: str = ""
    ) -> None:
        """A paragraph whose style is indented by `indent`, and within a list by as much as the list too."""
        if self._indent:
            properties += f'<w:ind w:left="{twips(self._indent + indent)}"/>'
        self.paragraph(style, self.words.runs(inlines), properties, bookmark)

    def _paragraph(self, block: Paragraph) -> None:
        styles, looks = self.styles, self._theme.styles
        match block.role:
            case "body":
                style, look = styles.body, looks.body
            case "entry":
                style, look = styles.entry, looks.entry
            case "remark":
                style, look = styles.remark, looks.remark
            case _:
                assert_never(block.role)
        self._aligned(style, block.inlines, look.indent, bookmark=self._names[block.id])

    def _list(self, block: List, level: int) -> None:
        styles = self.styles.number if block.ordered else self.styles.bullet
        style = styles[min(level, LEVELS_OF_LISTS - 1)]
        numbered = self._numbering.properties(block, level)
        if block.items:
            self._begin(self._names[block.id])
        for item in block.items:
            self._item(item, style, numbered, level)

    def _item(self, item: ListItem, style: str, numbered: str, level: int) -> None:
        """An item: its first paragraph bears the bullet or number, an empty one where it begins otherwise."""
        first, further = (item.blocks[0] if item.blocks else None), item.blocks[1:]
        self._begin(self._names[item.id])
        if isinstance(first, Paragraph):
            self.paragraph(style, self.words.runs(first.inlines), numbered, self._names[first.id])
        else:
            self.paragraph(style, "", numbered)
            further = item.blocks
        former, self._indent = self._indent, list_indent(self._theme, level)
        for block in further:
            if isinstance(block, List):
                self._list(block, level + 1)
            elif isinstance(block, Paragraph) and block.role == "body":
                continued = self.styles.further[min(level, LEVELS_OF_LISTS - 1)]
                self.paragraph(continued, self.words.runs(block.inlines), bookmark=self._names[block.id])
            else:
                self.blocks((block,))
        self._indent = former

    def _table(self, block: Table) -> None:
        if block.caption:
            indent = self._theme.styles.caption.indent
            self._aligned(self.styles.caption, block.caption, indent, _KEEP, caption_bookmark(block.id))
        if not block.columns or not (block.header or block.rows):
            return
        self._begin(self._names[block.id])
        self.pieces.append(
            table_markup(
                block,
                self.words,
                self.styles,
                width=self.width - self._indent,
                indent=self._indent,
                size=self._theme.styles.table_cell.size,
                bookmarks=self._begun,
            )
        )
        self._begun = ("", "")

    def _quotation(self, block: Quotation) -> None:
        looks = self._theme.styles
        last = len(block.paragraphs) - (0 if block.attribution else 1)
        if block.paragraphs or block.attribution:
            self._begin(self._names[block.id])
        for at, words in enumerate(block.paragraphs):
            joined = _KEEP if at < last else ""
            self._aligned(self.styles.quotation, words, looks.quotation.indent, joined)
        if block.attribution:
            self._aligned(self.styles.attribution, block.attribution, looks.attribution.indent)

    def _figure(self, block: Figure) -> None:
        last = "" if block.caption else '<w:keepNext w:val="0"/>'
        indent = f'<w:ind w:left="{twips(self._indent)}"/>' if self._indent else ""
        runs = self._figures.runs(block, self.width - self._indent, self.paper)
        self.paragraph(self.styles.figure, runs, last + indent, self._names[block.id])
        if block.caption:
            self._aligned(self.styles.caption, block.caption, self._theme.styles.caption.indent)

    def _callout(self, block: Callout) -> None:
        styles, label = self.styles, (Text(text=block.label),)
        self._begin(self._names[block.id])
        if block.label:
            self._aligned(styles.callout_label, label, CALLOUT_INDENT)
        joined = f'{_KEEP}<w:spacing w:after="{twips(_BEFORE_DETAILS)}"/>' if block.details else ""
        self._aligned(styles.callout, block.inlines, CALLOUT_INDENT, joined)
        if block.details:
            self._aligned(styles.callout_details, block.details, CALLOUT_INDENT)


def _is_remark(following: Sequence[Block]) -> bool:
    return any(isinstance(block, Paragraph) and block.role == "remark" for block in following)
