"""A file of briefgen's own making: every part is written out, none is taken from a template."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.model.document import Document
from briefgen.rendering.docx import properties
from briefgen.rendering.docx.fonts import FONT_TYPE, CarriedFonts, carried_fonts
from briefgen.rendering.docx.identity import NAMESPACE, base_part
from briefgen.rendering.docx.markup import HEAD, NAMESPACES, twips
from briefgen.rendering.docx.numbering import Numbering
from briefgen.rendering.docx.package import zipped
from briefgen.rendering.docx.relations import Relations
from briefgen.rendering.docx.running import Running
from briefgen.rendering.docx.sections import room_between_margins, section_properties
from briefgen.rendering.docx.settings import settings_part
from briefgen.rendering.docx.story import Pages, write_story
from briefgen.rendering.docx.styles import OWN, styles_part, text_width
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme

CORE_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
BASE_PART = "customXml/item1.xml"


def render_plain(document: Document, theme: Theme, fonts: Callable[[str], bytes] | None = None) -> Rendered:
    """The document in the theme's own styles, with the theme's fonts where `fonts` gives their files."""
    carried = carried_fonts(theme, fonts)
    parts = _standing_parts(document, theme, carried)
    relations = Relations()
    for kind in ("styles", "settings", "fontTable", "numbering", "footnotes"):
        relations.to(kind, f"{kind}.xml")
    relations.to("customXml", f"../{BASE_PART}")
    pages = _pages(document, theme, relations, parts)
    numbering = Numbering(theme)
    story = write_story(document, theme, OWN, pages, relations, numbering)
    parts["word/document.xml"] = f"{HEAD}<w:document {NAMESPACES}><w:body>{story.body}</w:body></w:document>"
    parts["word/footnotes.xml"] = story.notes
    parts["word/numbering.xml"] = (
        f"{HEAD}<w:numbering {NAMESPACES}>{numbering.definitions(OWN)}{numbering.instances()}</w:numbering>"
    )
    parts["word/_rels/document.xml.rels"] = relations.part()
    if story.note_relations.all():
        parts["word/_rels/footnotes.xml.rels"] = story.note_relations.part()
    parts["[Content_Types].xml"] = _content_types(parts)
    files = {name: content.encode() for name, content in parts.items()}
    files |= {f"word/{name}": data for name, data in (*story.media.items(), *carried.files.items())}
    files[BASE_PART] = base_part(document)
    return Rendered(
        data=zipped(files, document.dated), diagnostics=(*story.diagnostics, *carried.diagnostics)
    )


def _standing_parts(document: Document, theme: Theme, fonts: CarriedFonts) -> dict[str, str]:
    package, item = Relations(), Relations()
    package.to("officeDocument", "word/document.xml")
    package.to(CORE_RELATION, "docProps/core.xml")
    package.to("extended-properties", "docProps/app.xml")
    package.to("custom-properties", "docProps/custom.xml")
    item.to("customXmlProps", "itemProps1.xml")
    of_fonts = {"word/_rels/fontTable.xml.rels": fonts.relations.part()} if fonts.files else {}
    return {
        "_rels/.rels": package.part(),
        "docProps/core.xml": properties.core_part(document),
        "docProps/app.xml": properties.application_part(),
        "docProps/custom.xml": properties.custom_part(document),
        "customXml/itemProps1.xml": properties.item_properties_part(NAMESPACE),
        "customXml/_rels/item1.xml.rels": item.part(),
        "word/styles.xml": styles_part(theme, document.language),
        "word/settings.xml": settings_part(document.language, carries_fonts=bool(fonts.files)),
        "word/fontTable.xml": fonts.table,
        **of_fonts,
    }


def _pages(document: Document, theme: Theme, relations: Relations, parts: dict[str, str]) -> Pages:
    """Both kinds of pages; the header and footer of turned ones are made only where there are such pages."""

    running = Running(document, theme, OWN)
    tabs = (twips(text_width(theme)),)

    def made(name: str, line: str) -> str:
        root = "hdr" if name.startswith("header") else "ftr"
        parts[f"word/{name}.xml"] = f"{HEAD}<w:{root} {NAMESPACES}>{line}</w:{root}>"
        return relations.to(name.rstrip("0123456789"), f"{name}.xml")

    def shaped(number: int, *, landscape: bool) -> tuple[float, str, str]:
        width = room_between_margins(theme.page, landscape=landscape)
        header = made(f"header{number}", running.header(width, tabs))
        return width, header, made(f"footer{number}", running.footer(width, tabs))

    page = theme.page
    width, header, footer = shaped(1, landscape=False)
    first = made("header2", running.first_header(width, tabs))
    upright = section_properties(page, header, footer, landscape=False)
    turned_width, turned = width, upright
    if any(section.landscape for section in document.sections):
        turned_width, turned_header, turned_footer = shaped(3, landscape=True)
        turned = section_properties(page, turned_header, turned_footer, landscape=True)
    return Pages(
        opening=section_properties(page, header, footer, landscape=False, first_header=first),
        upright_width=width,
        upright=upright,
        turned_width=turned_width,
        turned=turned,
    )


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_OFFICE = "application/vnd.openxmlformats-officedocument.{}+xml"
_TYPES = {
    "document": _WORD.format("document.main"),
    "core": "application/vnd.openxmlformats-package.core-properties+xml",
    "app": _OFFICE.format("extended-properties"),
    "custom": _OFFICE.format("custom-properties"),
    "itemProps": _OFFICE.format("customXmlProperties"),
} | {
    name: _WORD.format(name)
    for name in ("styles", "settings", "fontTable", "numbering", "footnotes", "header", "footer")
}


def _content_types(names: Iterable[str]) -> str:
    typed = {
        name: _TYPES.get(name.rpartition("/")[2].removesuffix(".xml").rstrip("0123456789")) for name in names
    }
    overrides = (
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in typed.items() if kind
    )
    return (
        f'{HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        '<Default Extension="jpeg" ContentType="image/jpeg"/>'
        f'<Default Extension="odttf" ContentType="{FONT_TYPE}"/>'
        f"{''.join(overrides)}</Types>"
    )
