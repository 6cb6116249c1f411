"""A brief in the styles, pages, headers and footers of a user's own Word file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from briefgen.diagnostics import error
from briefgen.model.document import Document
from briefgen.rendering.docx.markup import NAMESPACES
from briefgen.rendering.docx.numbering import Numbering
from briefgen.rendering.docx.package import zipped
from briefgen.rendering.docx.plain import render_plain
from briefgen.rendering.docx.reference.adoption import adopt_styles, set_language
from briefgen.rendering.docx.reference.mould import (
    Frame,
    NotAMould,
    drop_foreign,
    open_mould,
    settle,
    take_frame,
)
from briefgen.rendering.docx.reference.pages import dress_pages, give_shape, pages_of, theme_for
from briefgen.rendering.docx.reference.parts import add_base, add_lists, add_notes, add_properties, free_ids
from briefgen.rendering.docx.relations import Relations
from briefgen.rendering.docx.story import Story, write_story
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme

if TYPE_CHECKING:
    from docx.package import Package


def render_into(reference: bytes, document: Document, theme: Theme, roles: Mapping[str, str]) -> Rendered:
    """The document in the mould of a .docx or .dotx file; in the theme's own look where that cannot be used.

    What the file holds gives way to the brief, save where a paragraph of it reads `{{brief}}`: then the brief
    takes that paragraph's place, and the rest stays around it.
    """
    try:
        package = open_mould(reference)
        main = package.main_document_part
        give_shape(main.document, theme)
    except NotAMould as failure:
        message = f"the reference file for Word cannot be used: {failure}"
        found = error("WD201", message, None, hint="give a .docx or .dotx that Word opens, or leave it out")
        plain = render_plain(document, theme)
        return Rendered(data=plain.data, diagnostics=(found, *plain.diagnostics))
    theme = theme_for(main.document.sections[-1]._sectPr, theme)
    styles, findings = adopt_styles(main.styles.element, theme, roles)
    set_language(main.styles.element, document.language)
    settle(main)
    dress_pages(main.document, document, theme, styles)
    frame = take_frame(main.element.body)
    drop_foreign(package, frame)
    relations = Relations(prefix=_free_prefix(main.rels))
    abstract, first = free_ids(main)
    numbering = Numbering(theme, abstract, first)
    story = write_story(document, theme, styles, pages_of(frame.last_section), relations, numbering)
    _pour(story, frame, main.element.body)
    _relate(main, relations, story)
    add_notes(main, story)
    add_lists(main, numbering)
    add_properties(package, document)
    add_base(package, document)
    return Rendered(data=_packed(package, document.dated), diagnostics=(*findings, *story.diagnostics))


def _pour(story: Story, frame: Frame, body: Any) -> None:
    from docx.oxml import parse_xml

    poured = parse_xml(f"<w:body {NAMESPACES}>{story.body}</w:body>")
    last = poured[-1]
    poured.remove(last)
    body.extend([*frame.before, *poured, *frame.after, last])


def _relate(main: Any, relations: Relations, story: Story) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    types = {"png": "image/png", "jpeg": "image/jpeg"}
    pictures = {
        name: Part(
            PackURI(f"{main.partname.baseURI}/{name}"), types[name.rpartition(".")[2]], data, main.package
        )
        for name, data in story.media.items()
    }
    for one in relations.all():
        main.rels.add_relationship(one.kind, pictures.get(one.target, one.target), one.id, one.external)


def _free_prefix(held: Mapping[str, object]) -> str:
    """A beginning for relation ids that none of those held has."""
    prefix = "rIdBrief"
    while any(one.startswith(prefix) for one in held):
        prefix += "x"
    return prefix


def _packed(package: Package, dated: str) -> bytes:
    saved = io.BytesIO()
    package.save(saved)
    with zipfile.ZipFile(saved) as archive:
        return zipped({name: archive.read(name) for name in archive.namelist()}, dated)
