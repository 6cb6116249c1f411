"""What runs along the top and bottom of every page: title, marking, page numbers."""

from __future__ import annotations

from briefgen.model.document import Document, Marking
from briefgen.rendering.docx.furniture import OF, PAGE, date_of_information
from briefgen.rendering.docx.inlines import field_markup
from briefgen.rendering.docx.markup import HEAD, NAMESPACES, escaped, hex_colour, twips
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.docx.styles import text_width
from briefgen.rendering.theme import Theme

_EM = 0.6
_GAP = 24.0


def header_part(document: Document, theme: Theme, styles: StyleIds, width: float) -> str:
    """The header of pages with `width` points between margins: the title, and the marking at the right."""
    title = _within(document.title, document.marking, theme, width)
    left = f'<w:r><w:t xml:space="preserve">{escaped(title)}</w:t></w:r>'
    line = _line(styles.header, left, document.marking, theme, styles, width)
    return f"{HEAD}<w:hdr {NAMESPACES}>{line}</w:hdr>"


def first_header_part(document: Document, theme: Theme, styles: StyleIds, width: float) -> str:
    """The header of the first page, which bears the title anyway: the marking alone."""
    line = _line(styles.header, "", document.marking, theme, styles, width)
    return f"{HEAD}<w:hdr {NAMESPACES}>{line}</w:hdr>"


def footer_part(document: Document, theme: Theme, styles: StyleIds, width: float) -> str:
    """The footer of such pages: date of information and page x of y, and the marking at the right."""
    known = date_of_information(document)
    facts = f'<w:r><w:t xml:space="preserve">{escaped(known)}   ·   </w:t></w:r>' if known else ""
    line = _line(styles.footer, facts + page_numbers(), document.marking, theme, styles, width)
    return f"{HEAD}<w:ftr {NAMESPACES}>{line}</w:ftr>"


def page_numbers() -> str:
    """The runs of "Page x of y"."""
    one = "<w:r><w:t>1</w:t></w:r>"
    return (
        f'<w:r><w:t xml:space="preserve">{PAGE}</w:t></w:r>{field_markup(" PAGE ", one)}'
        f'<w:r><w:t xml:space="preserve">{OF}</w:t></w:r>{field_markup(" NUMPAGES ", one)}'
    )


def marking_run(marking: Marking, theme: Theme, styles: StyleIds) -> str:
    """The marking in its colours, a space on either side within the ground."""
    colour = hex_colour(marking.colour or theme.styles.marking.colour)
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{hex_colour(marking.background)}"/>'
    return (
        f'<w:r><w:rPr><w:rStyle w:val="{styles.marking}"/><w:color w:val="{colour}"/>'
        + (ground if marking.background else "")
        + f'</w:rPr><w:t xml:space="preserve">\u00a0{escaped(marking.text)}\u00a0</w:t></w:r>'
    )


def closing_line(
    style: str, marking: Marking | None, theme: Theme, styles: StyleIds, *, numbered: bool, spaces: str
) -> str:
    """A line at the right margin for headers and footers whose tabs are not known: page numbers, marking.

    `spaces` declares the namespaces, for the line is to stand alone.
    """
    runs = page_numbers() if numbered else ""
    if marking:
        gap = '<w:r><w:t xml:space="preserve">\u2003</w:t></w:r>' if numbered else ""
        runs += gap + marking_run(marking, theme, styles)
    return f'<w:p {spaces}><w:pPr><w:pStyle w:val="{style}"/><w:jc w:val="right"/></w:pPr>{runs}</w:p>'


def _line(
    style: str, left: str, marking: Marking | None, theme: Theme, styles: StyleIds, width: float
) -> str:
    upright, edge = twips(text_width(theme)), twips(width)
    moved = f'<w:tab w:val="clear" w:pos="{upright}"/><w:tab w:val="right" w:pos="{edge}"/>'
    tabs = f"<w:tabs>{moved}</w:tabs>" if edge != upright else ""
    right = f"<w:r><w:tab/></w:r>{marking_run(marking, theme, styles)}" if marking else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{tabs}</w:pPr>{left}{right}</w:p>'


def _within(title: str, marking: Marking | None, theme: Theme, width: float) -> str:
    """As much of a title as stands beside the marking on one line."""
    taken = len(marking.text) * _EM * 1.1 * theme.styles.marking.size + _GAP if marking else 0.0
    room = max(8, int((width - taken) / (_EM * theme.styles.running.size)))
    return title if len(title) <= room else f"{title[: room - 1].rstrip()}…"
