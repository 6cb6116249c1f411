"""What runs along the top and bottom of every page: title, marking, page numbers."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.model.document import Document, Marking
from briefgen.rendering.docx.inlines import field_markup
from briefgen.rendering.docx.markup import escaped, hex_colour, twips
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.theme import Theme
from briefgen.text.wording import furniture_of

_EM = 0.6
_GAP = 24.0


class Running:
    """The lines in header and footer of one document.

    Each run wears the style of labels or of markings, so that a file that becomes a reference later can be
    rid of them.
    """

    def __init__(self, document: Document, theme: Theme, styles: StyleIds) -> None:
        self._document = document
        self._furniture = furniture_of(document.language)
        self._theme = theme
        self._styles = styles
        self._opening = f'<w:r><w:rPr><w:rStyle w:val="{styles.label}"/></w:rPr>'

    def header(self, width: float, tabs: Sequence[int]) -> str:
        """The title, and the marking at the right, `width` points away.

        `tabs` are the stops of the header's style in twips, which the line sets aside.
        """
        return self._line(self._styles.header, self._words(self._title(width)), width, tabs)

    def first_header(self, width: float, tabs: Sequence[int]) -> str:
        """The marking alone, for a page that bears the title anyway."""
        return self._line(self._styles.header, "", width, tabs)

    def footer(self, width: float, tabs: Sequence[int]) -> str:
        """Date of information and page x of y, and the marking at the right."""
        known = self._furniture.information(self._document.as_of)
        facts = self._words(f"{known}   ·   ") if known else ""
        return self._line(self._styles.footer, facts + self._page_numbers(), width, tabs)

    def marking_alone(self, style: str) -> str:
        """The marking at the right, for a header or footer that says something else already."""
        return self._at_the_right(style, self._marking())

    def marking_and_numbers(self, style: str) -> str:
        """Page x of y and the marking at the right, for a footer that says something else already."""
        gap = self._words("\u2003") if self._document.marking else ""
        return self._at_the_right(style, self._page_numbers() + gap + self._marking())

    def _line(self, style: str, left: str, width: float, tabs: Sequence[int]) -> str:
        edge = twips(width)
        stops = "".join(f'<w:tab w:val="clear" w:pos="{stop}"/>' for stop in tabs if stop != edge)
        if edge not in tabs:
            stops += f'<w:tab w:val="right" w:pos="{edge}"/>'
        right = f"{self._opening}<w:tab/></w:r>{self._marking()}" if self._document.marking else ""
        properties = f'<w:pStyle w:val="{style}"/>' + (f"<w:tabs>{stops}</w:tabs>" if stops else "")
        return f"<w:p><w:pPr>{properties}</w:pPr>{left}{right}</w:p>"

    def _at_the_right(self, style: str, runs: str) -> str:
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="right"/></w:pPr>{runs}</w:p>'

    def _words(self, text: str) -> str:
        return f'{self._opening}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""

    def _page_numbers(self) -> str:
        page, pages = (
            field_markup(f" {name} ", f"{self._opening}<w:t>1</w:t></w:r>", self._opening)
            for name in ("PAGE", "NUMPAGES")
        )
        before, between, after = self._furniture.around_page
        return f"{self._words(before)}{page}{self._words(between)}{pages}{self._words(after)}"

    def _marking(self) -> str:
        """The marking in its colours, a space on either side within the ground."""
        marking = self._document.marking
        if marking is None:
            return ""
        colour = hex_colour(marking.colour or self._theme.styles.marking.colour)
        ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{hex_colour(marking.background)}"/>'
        return (
            f'<w:r><w:rPr><w:rStyle w:val="{self._styles.marking}"/><w:color w:val="{colour}"/>'
            + (ground if marking.background else "")
            + f'</w:rPr><w:t xml:space="preserve">\u00a0{escaped(marking.text)}\u00a0</w:t></w:r>'
        )

    def _title(self, width: float) -> str:
        """As much of the title as stands beside the marking on one line."""
        title, room = self._document.title, width - self._width_of(self._document.marking)
        most = max(8, int(room / (_EM * self._theme.styles.running.size)))
        return title if len(title) <= most else f"{title[: most - 1].rstrip()}…"

    def _width_of(self, marking: Marking | None) -> float:
        return len(marking.text) * _EM * 1.1 * self._theme.styles.marking.size + _GAP if marking else 0.0
