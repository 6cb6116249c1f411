"""Names of WordprocessingML elements, as lxml spells them, and the little that is asked of any element."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefgen.rendering.docx.markup import RELATIONS, WORD

if TYPE_CHECKING:
    from lxml.etree import _Element


@cache
def w(name: str) -> str:
    """A name of WordprocessingML."""
    return f"{{{WORD}}}{name}"


RELATION_ID = f"{{{RELATIONS}}}id"
RELATION_EMBEDDED = f"{{{RELATIONS}}}embed"
PARAGRAPH_IDS = "http://schemas.microsoft.com/office/word/2010/wordml"
"""The namespace of the names that Word gives to paragraphs."""

THREADS = "http://schemas.microsoft.com/office/word/2012/wordml"
"""The namespace of what Word keeps of comments beside their words."""

SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_OFF = frozenset(("0", "false", "off", "none"))


def local_name(element: _Element) -> str:
    """An element's name without its namespace; empty for comments and processing instructions."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def value_of(element: _Element | None, attribute: str = "val") -> str:
    """An attribute of WordprocessingML, empty where it or the element is missing."""
    return "" if element is None else str(element.get(w(attribute)) or "")


def switched(properties: _Element | None, name: str) -> bool | None:
    """Whether a property is switched on or off, or None where it is not mentioned."""
    found = None if properties is None else properties.find(w(name))
    return None if found is None else value_of(found) not in _OFF


def number_of(element: _Element | None, attribute: str = "val") -> int | None:
    """A whole number in an attribute, or None."""
    text = value_of(element, attribute)
    return int(text) if text.lstrip("-").isdigit() else None


def body_elements(body: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a body, a note or a cell in order, those within controls included."""
    for child in body:
        name = local_name(child)
        if name in ("p", "tbl"):
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "moveFrom", "del"):
            yield from body_elements(child)


def cells_of(row: _Element) -> Iterator[_Element]:
    """The cells of a table's row, those within controls included."""
    for child in row:
        if local_name(child) == "tc":
            yield child
        elif local_name(child) in ("sdt", "sdtContent", "customXml"):
            yield from cells_of(child)
