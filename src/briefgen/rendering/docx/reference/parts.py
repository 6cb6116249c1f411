"""The parts that a brief brings into a user's file: notes, lists, properties, and its own base."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from briefgen.model.document import Document
from briefgen.rendering.docx import properties
from briefgen.rendering.docx.identity import DOCUMENT_PROPERTY, EDITION_PROPERTY, NAMESPACE, base_part
from briefgen.rendering.docx.markup import HEAD, NAMESPACES, w
from briefgen.rendering.docx.numbering import Numbering
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.docx.story import Story

if TYPE_CHECKING:
    from docx.opc.part import Part
    from docx.package import Package


def add_notes(main: Any, story: Story) -> None:
    """Add the footnotes part, with its links."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    name = f"{main.partname.baseURI}/footnotes.xml"
    notes = _part(name, CONTENT_TYPE.WML_FOOTNOTES, story.notes.encode(), main.package)
    for one in story.note_relations.all():
        notes.rels.add_relationship(one.kind, one.target, one.id, one.external)
    main.relate_to(notes, RELATIONSHIP_TYPE.FOOTNOTES)


def free_ids(main: Any) -> tuple[int, int]:
    """The lowest ids that the file's own lists leave free: of definitions, and of lists."""
    numbering = _numbering(main)
    if numbering is None:
        return 0, 1
    definitions = [int(one.get(w("abstractNumId"))) for one in numbering.findall(w("abstractNum"))]
    lists = [int(one.get(w("numId"))) for one in numbering.findall(w("num"))]
    return max(definitions, default=-1) + 1, max(lists, default=0) + 1


def add_lists(main: Any, numbering: Numbering) -> None:
    """Add the brief's lists to those of the file."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.oxml import parse_xml

    no_styles = StyleIds(bullet=(), number=())
    definitions, lists = numbering.definitions(no_styles), numbering.instances()
    held = _numbering(main)
    if held is None:
        content = f"{HEAD}<w:numbering {NAMESPACES}>{definitions}{lists}</w:numbering>".encode()
        name = f"{main.partname.baseURI}/numbering.xml"
        part = _part(name, CONTENT_TYPE.WML_NUMBERING, content, main.package)
        main.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
        return
    brought = parse_xml(f"<w:numbering {NAMESPACES}>{definitions}{lists}</w:numbering>")
    pictures = held.findall(w("numPicBullet"))
    own_definitions, own_lists = held.findall(w("abstractNum")), held.findall(w("num"))
    at = len(pictures) + len(own_definitions)
    held[at:at] = brought.findall(w("abstractNum"))
    at = len(pictures) + len(held.findall(w("abstractNum"))) + len(own_lists)
    held[at:at] = brought.findall(w("num"))


def _numbering(main: Any) -> Any:
    from docx.opc.constants import RELATIONSHIP_TYPE

    try:
        return main.part_related_by(RELATIONSHIP_TYPE.NUMBERING).element
    except KeyError:
        return None


def add_properties(package: Package, document: Document) -> None:
    """Let the file say what the brief is; other custom properties stay, such as a sensitivity label."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    core = _part(
        "/docProps/core.xml",
        CONTENT_TYPE.OPC_CORE_PROPERTIES,
        properties.core_part(document).encode(),
        package,
    )
    package.relate_to(core, RELATIONSHIP_TYPE.CORE_PROPERTIES)
    application = _part(
        "/docProps/app.xml",
        CONTENT_TYPE.OFC_EXTENDED_PROPERTIES,
        properties.application_part().encode(),
        package,
    )
    package.relate_to(application, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    held = _drop(package, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)
    content = _merged(properties.custom_part(document).encode(), held.blob if held else b"")
    custom = _part("/docProps/custom.xml", CONTENT_TYPE.OFC_CUSTOM_PROPERTIES, content, package)
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _merged(brought: bytes, held: bytes) -> bytes:
    from docx.oxml import parse_xml
    from lxml import etree

    ours = parse_xml(brought)
    for kept in parse_xml(held) if held else ():
        if kept.get("name") not in (DOCUMENT_PROPERTY, EDITION_PROPERTY):
            kept.set("pid", str(len(ours) + 2))
            ours.append(kept)
    return etree.tostring(ours, xml_declaration=True, encoding="UTF-8", standalone=True)


def add_base(package: Package, document: Document) -> None:
    """Add the brief itself as a custom XML part."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

    name = package.next_partname("/customXml/item%d.xml")
    base = _part(name, CONTENT_TYPE.XML, base_part(document), package)
    about = _part(
        package.next_partname("/customXml/itemProps%d.xml"),
        CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES,
        properties.item_properties_part(NAMESPACE).encode(),
        package,
    )
    base.relate_to(about, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    package.main_document_part.relate_to(base, RELATIONSHIP_TYPE.CUSTOM_XML)


def _part(name: str, content_type: str, content: bytes, package: Package) -> Part:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    return Part(PackURI(name), content_type, content, package)


def _drop(package: Package, kind: str) -> Part | None:
    for relation, held in list(package.rels.items()):
        if held.reltype == kind:
            del package.rels[relation]
            part: Part = held.target_part
            return part
    return None
