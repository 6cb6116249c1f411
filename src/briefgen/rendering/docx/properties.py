"""What a file says of itself: core properties, and the brief and edition it was made of."""

from __future__ import annotations

import re

from briefgen.model.document import Document
from briefgen.rendering.docx.identity import DOCUMENT_PROPERTY, EDITION_PROPERTY
from briefgen.rendering.docx.markup import HEAD, escaped

_PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006"
_USER_DEFINED = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_ITEM = "{6B6A1E54-3C0D-4F0B-9B54-0D3B7A0B61E5}"


def core_part(document: Document) -> str:
    """The core properties; the moment of making is the document's own, never that of rendering."""
    made = moment(document.dated)
    when = "".join(
        f'<dcterms:{what} xsi:type="dcterms:W3CDTF">{made}</dcterms:{what}>'
        for what in ("created", "modified")
    )
    authors = escaped("; ".join(document.authors))
    return (
        f'{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escaped(document.title)}</dc:title><dc:subject>{escaped(document.subtitle)}</dc:subject>"
        f"<dc:creator>{authors}</dc:creator><cp:lastModifiedBy>{authors}</cp:lastModifiedBy>"
        f"<cp:revision>1</cp:revision>{when if made else ''}"
        f"<dc:language>{escaped(document.language)}</dc:language></cp:coreProperties>"
    )


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)(:\d\d)?(?:\.\d+)?(?:Z|\+00:00)?)?")


def moment(dated: str) -> str:
    """An ISO 8601 day or moment in UTC to the second; empty where it is neither."""
    found = _MOMENT.fullmatch(dated)
    if not found:
        return ""
    return f"{found[1]}T{found[2] or '00:00'}{found[3] or ':00'}Z"


def application_part() -> str:
    """The extended properties, kept to what is true at any time."""
    return (
        f'{HEAD}<Properties xmlns="{_PROPERTIES}/extended-properties">'
        "<Application>briefgen</Application></Properties>"
    )


def custom_part(document: Document) -> str:
    """The custom properties that name the brief and its edition."""
    values = ((DOCUMENT_PROPERTY, document.name), (EDITION_PROPERTY, document.edition))
    return (
        f'{HEAD}<Properties xmlns="{_PROPERTIES}/custom-properties" xmlns:vt="{_PROPERTIES}/docPropsVTypes">'
        + "".join(
            f'<property fmtid="{_USER_DEFINED}" pid="{pid}" name="{name}">'
            f"<vt:lpwstr>{escaped(value)}</vt:lpwstr></property>"
            for pid, (name, value) in enumerate(values, 2)
        )
        + "</Properties>"
    )


def item_properties_part(namespace: str) -> str:
    """What Word asks for beside a custom XML part."""
    return (
        f'{HEAD}<ds:datastoreItem ds:itemID="{_ITEM}" xmlns:ds="{_PROPERTIES}/customXml"><ds:schemaRefs>'
        f'<ds:schemaRef ds:uri="{namespace}"/></ds:schemaRefs></ds:datastoreItem>'
    )
