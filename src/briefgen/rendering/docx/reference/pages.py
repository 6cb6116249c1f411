"""Pages of a user's file: their width, and the marking and page numbers that every one of them must bear."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from briefgen.model.document import Document
from briefgen.rendering.docx.markup import NAMESPACES, w
from briefgen.rendering.docx.reference.mould import NotAMould
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.docx.running import Running
from briefgen.rendering.docx.story import Pages
from briefgen.rendering.theme import PageShape, Theme

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section


def pages_of(section: Any) -> Pages:
    """Upright pages as a `w:sectPr` has them, and the same on their side."""
    later = deepcopy(section)
    for name in ("titlePg", "pgNumType"):
        for found in later.findall(w(name)):
            later.remove(found)
    turned = _turned(later)
    return Pages(
        opening=_text(section),
        upright_width=_room(section),
        upright=_text(later),
        turned_width=_room(turned),
        turned=_text(turned),
    )


def theme_for(section: Any, theme: Theme) -> Theme:
    """The theme with the page that a `w:sectPr` has."""
    page = PageShape(
        width=section.page_width.pt,
        height=section.page_height.pt,
        top=abs(section.top_margin.pt),
        bottom=abs(section.bottom_margin.pt),
        left=section.left_margin.pt,
        right=section.right_margin.pt,
    )
    return replace(theme, page=page)


def _turned(section: Any) -> Any:
    from docx.enum.section import WD_ORIENTATION

    turned = deepcopy(section)
    short, long = sorted((section.page_width, section.page_height))
    turned.page_width, turned.page_height, turned.orientation = long, short, WD_ORIENTATION.LANDSCAPE
    return turned


def _room(section: Any) -> float:
    points: float = section.page_width.pt - section.left_margin.pt - section.right_margin.pt
    return points


def _text(section: Any) -> str:
    from lxml import etree

    return etree.tostring(section, encoding="unicode", with_tail=False)


def give_shape(file: WordDocument, theme: Theme) -> None:
    """See to it that the file has a section, and every section a page: the theme's, where it names none.

    Raises:
        NotAMould: where a section's measures are none.
    """
    from docx.oxml import parse_xml

    if not file.element.body.xpath("./w:sectPr"):
        file.element.body.append(parse_xml(f"<w:sectPr {NAMESPACES}/>"))
    for section in file.sections:
        try:
            _shape(section, theme)
        except ValueError as failure:
            raise NotAMould(f"the measures of its pages cannot be read: {failure}") from failure


def dress_pages(file: WordDocument, document: Document, theme: Theme, styles: StyleIds) -> None:
    """See to it that pages of every kind bear the marking above and below, and their number.

    Headers and footers of the file stay, and get a line more; where it has none, they are made. Afterwards
    each section says for itself what it wears.
    """
    running = Running(document, theme, styles)
    even = file.settings.odd_and_even_pages_header_footer
    dressed: set[str] = set()
    former: Section | None = None
    for section in file.sections:
        room = _room(section._sectPr)
        for place, kind, worn in _running(section, even):
            if worn.is_linked_to_previous and former is not None:
                _inherit(section, former, place, kind)
            elif worn.is_linked_to_previous:
                worn.is_linked_to_previous = False
            part = worn.part
            if part.partname not in dressed:
                dressed.add(part.partname)
                _undress(part.element, styles)
                tabs = _tabs_of(file, styles.header if place == "header" else styles.footer)
                _dress(part.element, _line(part.element, place, kind, running, styles, room, tabs))
        former = section


def _undress(story: Any, styles: StyleIds) -> None:
    """Take away what a former brief wrote there; and all, where only lines without words are left."""
    briefs = {styles.label, styles.marking}
    for line in story.findall(w("p")):
        if briefs & {one.get(w("val")) for one in line.iter(w("rStyle"))}:
            story.remove(line)
    if all(block.tag == w("p") and len(block) == len(block.findall(w("pPr"))) for block in story):
        for line in list(story):
            story.remove(line)


def _line(
    story: Any, place: str, kind: str, running: Running, styles: StyleIds, room: float, tabs: Sequence[int]
) -> str:
    """What a header or footer is to say besides what it says already."""
    if place == "header":
        if len(story):
            return running.marking_alone(styles.header)
        return running.first_header(room, tabs) if kind == "first" else running.header(room, tabs)
    if not len(story):
        return running.footer(room, tabs)
    fields = [text.text or "" for text in story.iter(w("instrText"))]
    fields += [field.get(w("instr"), "") for field in story.iter(w("fldSimple"))]
    if "PAGE" in " ".join(fields).split():
        return running.marking_alone(styles.footer)
    return running.marking_and_numbers(styles.footer)


def _dress(story: Any, line: str) -> None:
    from docx.oxml import parse_xml

    story.extend(parse_xml(f"<w:hdr {NAMESPACES}>{line}</w:hdr>"))


def _tabs_of(file: WordDocument, style_id: str) -> list[int]:
    """The tab stops of a paragraph style, in twips, those of the styles it rests on included."""
    stops: set[int] = set()
    held = {style.style_id: style for style in file.styles}
    style = held.get(style_id)
    while style is not None:
        stops.update(round(stop.position.twips) for stop in style.paragraph_format.tab_stops)
        style = style.base_style
    return sorted(stops)


def _shape(section: Section, theme: Theme) -> None:
    """Give a section the page that it does not name itself."""
    from docx.shared import Pt

    page = theme.page
    wanted = {
        "page_width": page.width,
        "page_height": page.height,
        "top_margin": page.top,
        "bottom_margin": page.bottom,
        "left_margin": page.left,
        "right_margin": page.right,
    }
    for name, points in wanted.items():
        if getattr(section, name) is None:
            setattr(section, name, Pt(points))


def _running(section: Section, even: bool) -> Iterator[tuple[str, str, Any]]:
    yield "header", "default", section.header
    yield "footer", "default", section.footer
    if section.different_first_page_header_footer:
        yield "header", "first", section.first_page_header
        yield "footer", "first", section.first_page_footer
    if even:
        yield "header", "even", section.even_page_header
        yield "footer", "even", section.even_page_footer


def _inherit(section: Section, former: Section, place: str, kind: str) -> None:
    for reference in former._sectPr.findall(w(f"{place}Reference")):
        if reference.get(w("type")) == kind:
            section._sectPr.insert(0, deepcopy(reference))
