"""Characters on their way into XML, and the few units and namespaces of WordprocessingML."""

from __future__ import annotations

import re
from functools import cache

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACED = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
NAMESPACES = f'xmlns:w="{WORD}" xmlns:r="{RELATIONS}" xmlns:wp="{PLACED}" xmlns:a="{DRAWING}"'

EMU = 12700
"""English Metric Units in a point."""

_SPECIAL = re.compile('[&<>"\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}
_SPACES = "\t\n\r\u2028\u2029"


def escaped(text: str) -> str:
    """Text for element content or a quoted attribute.

    Tabs and line ends become spaces; control characters and what XML 1.0 cannot hold vanish.
    """
    return _SPECIAL.sub(_replacement, text)


def _replacement(found: re.Match[str]) -> str:
    character = found.group()
    return _NAMED.get(character) or (" " if character in _SPACES else "")


def twips(points: float) -> int:
    """Points in twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Points in halves, the unit of font sizes."""
    return round(points * 2)


def emu(points: float) -> int:
    """Points in English Metric Units, the unit of drawings."""
    return round(points * EMU)


def hex_colour(colour: str) -> str:
    """`#rrggbb` as Word writes it; "auto" where it is no colour."""
    return colour[1:].upper() if _COLOUR.fullmatch(colour) else "auto"


_COLOUR = re.compile("#[0-9A-Fa-f]{6}")


def inline_markup(graphic: str, extent: str, *, number: int, alternative: str) -> str:
    """A drawing that stands in the line like a letter; `alternative` is escaped already."""
    return (
        f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/>'
        f'<wp:docPr id="{number}" name="Figure {number}" descr="{alternative}"/>'
        f"<wp:cNvGraphicFramePr/><a:graphic>{graphic}</a:graphic></wp:inline></w:drawing>"
    )


@cache
def w(name: str) -> str:
    """The name of an element or attribute of WordprocessingML as lxml spells it."""
    return f"{{{WORD}}}{name}"
