"""A user's own Word file as the mould of a brief: opened with bounds, and rid of what is not to be kept."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Any

from briefgen.rendering.docx.identity import NAMESPACE
from briefgen.rendering.docx.markup import NAMESPACES, RELATIONS, w
from briefgen.rendering.docx.settings import FOOTNOTE_SETTINGS
from briefgen.values import dataclass

if TYPE_CHECKING:
    from docx.package import Package

LARGEST_MOULD = 200_000_000
"""Bytes, unpacked. A reference that is larger is refused."""

_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_TYPES = "[Content_Types].xml"
_STRICT = b"http://purl.oclc.org/ooxml/"


class NotAMould(ValueError):
    """A reference file cannot be used; the message says why."""


def open_mould(reference: bytes) -> Package:
    """The package of a .docx or .dotx file.

    Raises:
        NotAMould: where the file is neither, is damaged, encrypted, carries macros, or is too large.
    """
    from docx.package import Package
    from lxml.etree import XMLSyntaxError

    try:
        package = Package.open(io.BytesIO(_as_document(reference)))
        main = package.main_document_part
        if main.content_type != _MAIN or main.element.body is None:
            raise NotAMould("it holds no Word document")
    except (zipfile.BadZipFile, KeyError, AttributeError, XMLSyntaxError, ValueError, EOFError) as failure:
        if isinstance(failure, NotAMould):
            raise
        raise NotAMould(f"it is not a sound Word file: {failure}") from failure
    return package


def _as_document(reference: bytes) -> bytes:
    """The file with the content type of a document, where it is that of a template."""
    if reference.startswith(b"\xd0\xcf\x11\xe0"):
        raise NotAMould("it is encrypted, or of the time before .docx")
    source = zipfile.ZipFile(io.BytesIO(reference))
    if sum(entry.file_size for entry in source.infolist()) > LARGEST_MOULD:
        raise NotAMould(f"unpacked it is larger than {LARGEST_MOULD // 1_000_000} MB")
    types = source.read(_TYPES)
    if _STRICT in source.read("_rels/.rels"):
        raise NotAMould("it is Strict Open XML: save it as an ordinary .docx or .dotx")
    if b"macroEnabled" in types:
        raise NotAMould("it carries macros: save it as .docx or .dotx")
    if _TEMPLATE.encode() not in types:
        return reference
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for entry in source.infolist():
            data = source.read(entry)
            archive.writestr(
                entry, data.replace(_TEMPLATE.encode(), _MAIN.encode()) if entry.filename == _TYPES else data
            )
    return target.getvalue()


PLACEHOLDER = "{{brief}}"
"""A paragraph of these characters alone, spaces aside, is where the brief goes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stays of a reference's body: what stood before the placeholder and after, and the last section."""

    before: list[Any]
    after: list[Any]
    last_section: Any


def take_frame(body: Any) -> Frame:
    """Empty a body that ends in a section; what is to stay loses its notes, comments and bookmarks."""
    children = list(body)
    for child in children:
        body.remove(child)
    section = children.pop()
    at = next((at for at, child in enumerate(children) if _is_placeholder(child)), None)
    before, after = (children[:at], children[at + 1 :]) if at is not None else ([], [])
    for number, block in enumerate((*before, *after)):
        _scrub(block, number)
    return Frame(before=before, after=after, last_section=section)


def _is_placeholder(block: Any) -> bool:
    words = "".join(text.text or "" for text in block.iter(w("t")))
    return bool(block.tag == w("p")) and "".join(words.split()) == PLACEHOLDER


_BROUGHT_ANEW = (
    *("footnoteReference", "endnoteReference", "commentRangeStart", "commentRangeEnd", "commentReference"),
    *("bookmarkStart", "bookmarkEnd"),
)
_FAR = 1_000_000
"""Beyond the numbers that the brief's own drawings take."""


def _scrub(block: Any, number: int) -> None:
    for name in _BROUGHT_ANEW:
        for foreign in list(block.iter(w(name))):
            foreign.getparent().remove(foreign)
    drawings = block.iter("{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr")
    for at, drawing in enumerate(drawings):
        drawing.set("id", str(_FAR + number * 1000 + at))


_OF_THE_FILE = frozenset(("officeDocument", "custom-properties", "classificationlabels"))
"""Relations of the package that stay; others hold what is no longer true, such as a signature."""

_OF_THE_LOOK = frozenset(
    (
        *("styles", "stylesWithEffects", "settings", "webSettings", "fontTable", "theme", "numbering"),
        *("customXml", "glossaryDocument"),
    )
)
"""Relations of the main part that stay though nothing in it names them."""


def drop_foreign(package: Package, frame: Frame) -> None:
    """Forget the parts that belong to the former words, not to the look or the frame, and any base."""
    main = package.main_document_part
    for relation, held in list(package.rels.items()):
        if held.reltype.rpartition("/")[2] not in _OF_THE_FILE:
            del package.rels[relation]
    used = {
        value
        for block in (*frame.before, *frame.after, frame.last_section)
        for element in block.iter()
        for name, value in element.attrib.items()
        if name.startswith(f"{{{RELATIONS}}}")
    }
    for relation, held in list(main.rels.items()):
        kept = relation in used or held.reltype.rpartition("/")[2] in _OF_THE_LOOK
        base = held.reltype.endswith("/customXml") and NAMESPACE.encode() in held.target_part.blob[:2000]
        if base or not kept:
            del main.rels[relation]


_AFTER_NOTES = (
    *("w:compat", "w:docVars", "w:rsids", "m:mathPr", "w:attachedSchema", "w:themeFontLang"),
    *("w:clrSchemeMapping", "w:doNotIncludeSubdocsInStats", "w:doNotAutoCompressPictures", "w:forceUpgrade"),
    *("w:captions", "w:readModeInkLockDown", "w:smartTagType", "w:shapeDefaults", "w:doNotEmbedSmartTags"),
    *("w:decimalSymbol", "w:listSeparator"),
)
"""The settings that follow those of notes (CT_Settings)."""


def settle(main: Any) -> None:
    """Give the settings the separators of notes, and cut the tie to a template on somebody's disk."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    element = main.settings.element
    settings = main.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
    for relation, held in list(settings.rels.items()):
        if held.reltype.endswith("/attachedTemplate"):
            del settings.rels[relation]
    for name in ("footnotePr", "endnotePr", "attachedTemplate"):
        for former in element.findall(w(name)):
            element.remove(former)
    for zoom in element.findall(w("zoom")):
        zoom.set(w("percent"), zoom.get(w("percent"), "100"))
    separators = parse_xml(FOOTNOTE_SETTINGS.replace(">", f" {NAMESPACES}>", 1))
    element.insert_element_before(separators, *_AFTER_NOTES)
