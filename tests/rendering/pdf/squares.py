"""A font whose every glyph is a square of one em, so that widths are counted, not measured."""

from __future__ import annotations

import io
from functools import cache

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from briefgen.rendering.theme import FontFamily, Styles, TextStyle, Theme

EM = 1000
_CHARS = "".join(map(chr, range(0x20, 0x7F))) + "“”‘’–—…·•\u00ad"


@cache
def square_font() -> bytes:
    """A TrueType file of squares for ASCII and some punctuation, with a cap height of one em."""
    pen = TTGlyphPen(None)
    corners = ((0, 0), (0, EM), (EM, EM), (EM, 0))
    pen.moveTo(corners[0])
    for corner in corners[1:]:
        pen.lineTo(corner)
    pen.closePath()
    square, blank = pen.glyph(), TTGlyphPen(None).glyph()
    names = {char: f"u{ord(char):04X}" for char in _CHARS}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap({ord(char): name for char, name in names.items()})
    builder.setupGlyf(
        {".notdef": blank, **{name: square for char, name in names.items() if char != " "}, "u0020": blank}
    )
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", *names.values()], (EM, 0)))
    builder.setupHorizontalHeader(ascent=EM, descent=0)
    builder.setupNameTable({"familyName": "Squares", "styleName": "Regular", "psName": "Squares"})
    builder.setupOS2(sTypoAscender=EM, sTypoDescender=0, sCapHeight=EM, version=4)
    builder.setupPost()
    held = io.BytesIO()
    builder.save(held)
    return held.getvalue()


def square_theme(**styles: TextStyle) -> Theme:
    """A theme of squares throughout; the named styles are changed."""
    family = FontFamily(name="Squares", regular="s.ttf", bold="s.ttf", italic="s.ttf", bold_italic="s.ttf")
    return Theme(body=family, heading=family, fallback=(), styles=Styles(**styles))
