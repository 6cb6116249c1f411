"""Font files: what they cover, how wide and how kerned their glyphs are, and the part that a PDF embeds.

The one module that knows ReportLab, which reads and reduces TrueType files, and HarfBuzz, which kerns.
"""

from __future__ import annotations

import io
import struct
from functools import lru_cache
from itertools import chain
from typing import Any

from briefgen.rendering.pdf.file import PdfFile, name

UNSAFE = frozenset(b"()\\\r\n")
"""Bytes that mean something in a PDF string; codes without them need no escapes."""

STAND_INS = {
    "\u00a0": " ",
    "\u2011": "-",
    "\u2010": "-",
    "\u00ad": "-",
    "\u2007": "0",
    "\u202f": " ",
    "\u2009": " ",
    "\u200a": " ",
    "\u2002": " ",
    "\u2003": " ",
    "\u2004": " ",
    "\u2005": " ",
    "\u2006": " ",
    "\u2008": " ",
    "\u205f": " ",
    "\u2212": "–",
    "\u2015": "—",
}
"""Characters that may borrow another's glyph where a font lacks their own; they still copy as themselves."""

_NO_LIGATURES = dict.fromkeys(("liga", "clig", "dlig", "calt", "ccmp", "locl", "rlig", "mark", "mkmk"), False)


class UnusableFont(Exception):
    """A font file that cannot be embedded; the message says which, and why."""


class Face:
    """One font file within one PDF: it remembers which characters the document has used."""

    def __init__(self, file_name: str, data: bytes) -> None:
        self.file_name = file_name
        self._font, self._shaper = _parsed(file_name, data)
        self.cap_height: float = (self._font.capHeight or 700) / 1000
        self._codes: dict[str, int] = {}
        self._glyphs: dict[int, str] = {}
        self._next = 0x00A1
        self.resource = ""
        self.space, self.space_shown = self.show(" ")

    @property
    def is_used(self) -> bool:
        """Whether the document shows any character of this face but the space."""
        return len(self._glyphs) > 1

    def covers(self, char: str) -> bool:
        """Whether the font has a glyph for the character, or one that may stand in for it."""
        glyphs = self._font.charToGlyph
        return bool(glyphs.get(ord(char)) or glyphs.get(ord(STAND_INS.get(char, "\0"))))

    def advance(self, char: str) -> float:
        """The width of a character in ems."""
        widths = self._font.charWidths
        code = ord(char)
        if not self._font.charToGlyph.get(code) and char in STAND_INS:
            code = ord(STAND_INS[char])
        width: float = widths.get(code, self._font.defaultWidth)
        return width / 1000

    def show(self, text: str, stand_in: str = "") -> tuple[float, str]:
        """The width of a kerned run in ems, and the inside of its TJ array between `(` and `)`.

        Every character must be covered, else `stand_in` lends it its glyph.
        """
        kerns = self._kerns(text) if len(text) > 1 else None
        width = 0.0
        shown: list[str] = []
        last = len(text) - 1
        for index, char in enumerate(text):
            code = self._codes.get(char) or self._new_code(char, stand_in)
            width += self.advance(stand_in if stand_in and not self.covers(char) else char)
            shown.append(chr(code >> 8) + chr(code & 0xFF))
            if kerns and kerns[index] and index < last:
                width += kerns[index] / 1000
                shown.append(f"){-kerns[index]:g}(")
        return width, "".join(shown)

    def _kerns(self, text: str) -> list[float] | None:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, {"kern": True, **_NO_LIGATURES})
        positions = buffer.glyph_positions
        if positions is None or len(positions) != len(text) or buffer.direction != "ltr":
            return None
        scale = 1000 / self._font.unitsPerEm
        kerns = [
            round(position.x_advance * scale - self.advance(char) * 1000, 1)
            for char, position in zip(text, positions, strict=True)
        ]
        return kerns if any(kerns) else None

    def _new_code(self, char: str, stand_in: str) -> int:
        """A code for the character: its own number in ASCII, so that content streams can be read."""
        code = ord(char)
        if code >= 0x7F or code in UNSAFE:
            code = self._next
            while code >> 8 in UNSAFE or code & 0xFF in UNSAFE:
                code += 1
            self._next = code + 1
        glyphs = self._font.charToGlyph
        source = next(
            (each for each in (char, STAND_INS.get(char), stand_in) if each and glyphs.get(ord(each))), " "
        )
        self._codes[char] = code
        self._glyphs[code] = source
        return code

    def embed(self, file: PdfFile, number: int) -> None:
        """Write the font, reduced to the glyphs that were used, as the object of that number."""
        font = self._font
        order: dict[int, int] = {}
        sources: list[int] = []
        mapping: dict[int, int] = {}
        for code, source in self._glyphs.items():
            glyph = font.charToGlyph[ord(source)]
            if glyph not in order:
                order[glyph] = len(order) + 1
                sources.append(ord(source))
            mapping[code] = order[glyph]
        program = font.makeSubset(sources)
        program_number = file.add_stream(program, f"/Length1 {len(program)}")
        base = name(f"{_tag(self.file_name)}+{font.name.decode('latin-1')}")
        box = " ".join(f"{value:g}" for value in font.bbox)
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName{base}/Flags 4/FontBBox[{box}]/ItalicAngle {font.italicAngle:g}"
            f"/Ascent {font.ascent:g}/Descent {font.descent:g}/CapHeight {font.capHeight:g}"
            f"/StemV {font.stemV}/FontFile2 {program_number} 0 R>>"
        )
        codes = sorted(mapping)
        glyph_map = bytearray(2 * (codes[-1] + 1))
        for code, glyph in mapping.items():
            glyph_map[2 * code : 2 * code + 2] = glyph.to_bytes(2)
        map_number = file.add_stream(bytes(glyph_map))
        widths = "".join(f"{code}[{self.advance(self._glyphs[code]) * 1000:g}]" for code in codes)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW {font.defaultWidth:g}/W[{widths}]"
            f"/CIDToGIDMap {map_number} 0 R>>"
        )
        to_unicode = file.add_stream(_to_unicode({code: char for char, code in self._codes.items()}))
        file.write(
            number,
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>",
        )


@lru_cache(maxsize=32)
def _parsed(file_name: str, data: bytes) -> tuple[Any, Any]:
    import uharfbuzz
    from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

    try:
        font = TTFontFile(io.BytesIO(data))
    except (TTFError, struct.error, ValueError, KeyError, IndexError, TypeError) as failure:
        raise UnusableFont(f"{file_name} is not a TrueType font with outlines: {failure}") from failure
    if not font.charToGlyph.get(32):
        raise UnusableFont(f"{file_name} has no space")
    return font, uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))


def _tag(file_name: str) -> str:
    """Six capitals that mark a reduced font, the same for the same file."""
    number = int.from_bytes(file_name.encode()) % 26**6
    return "".join(chr(65 + number // 26**place % 26) for place in range(6))


def _to_unicode(chars: dict[int, str]) -> bytes:
    entries = [f"<{code:04X}><{char.encode('utf-16-be').hex().upper()}>" for code, char in chars.items()]
    blocks = (entries[start : start + 100] for start in range(0, len(entries), 100))
    lines = chain.from_iterable((f"{len(block)} beginbfchar", *block, "endbfchar") for block in blocks)
    return "\n".join(
        (
            "/CIDInit/ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def",
            "/CMapName/Adobe-Identity-UCS def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            "<0000><FFFF>",
            "endcodespacerange",
            *lines,
            "endcmap",
            "CMapName currentdict/CMap defineresource pop",
            "end",
            "end",
        )
    ).encode()
