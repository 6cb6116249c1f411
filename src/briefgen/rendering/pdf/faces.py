"""The faces of one document: words as codes of glyphs, and what of each font the file must hold."""

from __future__ import annotations

from itertools import chain
from operator import add

from briefgen.rendering.pdf.file import PdfFile, name
from briefgen.rendering.pdf.fontfile import font_file

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


class Face:
    """One font file within one PDF: it remembers which characters the document has used."""

    def __init__(self, file_name: str, data: bytes) -> None:
        self.file_name = file_name
        self._font = font_file(file_name, data)
        self.cap_height = (self._font.cap_height or 700) / 1000
        self._covered: set[str] = set()
        self._codes: dict[str, int] = {}
        self._sources: dict[int, str] = {}
        self._pairs: dict[str, tuple[float, str]] = {}
        self._next = 0x00A1
        self.resource = ""
        self.space, self.space_shown = self.show(" ")

    @property
    def is_used(self) -> bool:
        """Whether the document shows any character of this face but the space."""
        return len(self._sources) > 1

    def covers(self, text: str) -> bool:
        """Whether the font has a glyph for every character, or one that may stand in for it."""
        if self._covered.issuperset(text):
            return True
        if all(map(self._source, text)):
            self._covered.update(text)
            return True
        return False

    def advance(self, char: str) -> float:
        """The width of a character that is covered, in ems."""
        return self._font.advance(self._source(char)) / 1000

    def show(self, text: str, stand_in: str = "") -> tuple[float, str]:
        """The width of a kerned run in ems, and the inside of its TJ array between `(` and `)`.

        Every character must be covered, else `stand_in` lends it its glyph.
        """
        if not text:
            return 0.0, ""
        known = self._pairs.get
        pairs = [*map(add, text, text[1:]), text[-1]]
        advances, shown = zip(*[known(pair) or self._set(pair, stand_in) for pair in pairs], strict=True)
        return sum(advances), "".join(shown)

    def _set(self, pair: str, stand_in: str) -> tuple[float, str]:
        """A character as it stands before another, or alone at the end of a run: its advance, and itself."""
        char = pair[0]
        code = self._codes.get(char) or self._new_code(char, stand_in)
        advance = self._font.advance(self._sources[code])
        shown = chr(code >> 8) + chr(code & 0xFF)
        if len(pair) == 2 and self.covers(pair):
            kerned = self._font.advance_before(pair)
            kern = round(kerned - advance, 1) if kerned is not None else 0.0
            if kern:
                advance += kern
                shown += f"){-kern:g}("
        self._pairs[pair] = set_ = advance / 1000, shown
        return set_

    def _source(self, char: str) -> str:
        """The character whose glyph a character is shown by, if there is any."""
        glyph = self._font.glyph
        return next((each for each in (char, STAND_INS.get(char)) if each and glyph(each)), "")

    def _new_code(self, char: str, stand_in: str) -> int:
        """A code for the character: its own number in ASCII, so that content streams can be read."""
        code = ord(char)
        if code >= 0x7F or code in UNSAFE:
            code = self._next
            while code >> 8 in UNSAFE or code & 0xFF in UNSAFE:
                code += 1
            self._next = code + 1
        self._codes[char] = code
        self._sources[code] = self._source(char) or self._source(stand_in or " ") or " "
        return code

    def embed(self, file: PdfFile, number: int) -> None:
        """Write the font, reduced to the glyphs that were used, as the object of that number."""
        font = self._font
        glyphs = {code: font.glyph(source) for code, source in sorted(self._sources.items())}
        program, numbers = font.reduced(set(glyphs.values()))
        program_number = file.add_stream(program, f"/Length1 {len(program)}")
        base = name(f"{_tag(self.file_name)}+{font.name}")
        box = " ".join(f"{edge:g}" for edge in font.box)
        descriptor = file.add(
            f"<</Type/FontDescriptor/FontName{base}/Flags 4/FontBBox[{box}]/ItalicAngle {font.italic_angle:g}"
            f"/Ascent {font.ascent:g}/Descent {font.descent:g}/CapHeight {font.cap_height:g}"
            f"/StemV {font.stem}/FontFile2 {program_number} 0 R>>"
        )
        glyph_map = bytearray(2 * (max(glyphs) + 1))
        for code, glyph in glyphs.items():
            glyph_map[2 * code : 2 * code + 2] = numbers[glyph].to_bytes(2)
        map_number = file.add_stream(bytes(glyph_map))
        widths = "".join(f"{code}[{font.advance(self._sources[code]):g}]" for code in glyphs)
        descendant = file.add(
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{base}"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor} 0 R/DW 1000/W[{widths}]"
            f"/CIDToGIDMap {map_number} 0 R>>"
        )
        to_unicode = file.add_stream(_to_unicode({code: char for char, code in self._codes.items()}))
        file.write(
            number,
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{descendant} 0 R]/ToUnicode {to_unicode} 0 R>>",
        )


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
