"""Font files: what they cover, how wide and how kerned their glyphs are, and the part that a PDF embeds.

The one module that knows ReportLab, which reads and reduces TrueType files, and HarfBuzz, which kerns.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Sequence
from functools import lru_cache

_FEATURES = {
    "kern": True,
    **dict.fromkeys(("liga", "clig", "dlig", "calt", "ccmp", "locl", "rlig", "mark", "mkmk"), False),
}
"""Kerning, and none of what would merge or move glyphs."""


class UnusableFont(Exception):
    """A font file that cannot be embedded; the message says which, and why."""


class FontFile:
    """What a TrueType file holds, for all documents that use it. Lengths are in thousandths of an em."""

    def __init__(self, file_name: str, data: bytes) -> None:
        import uharfbuzz
        from reportlab.pdfbase.ttfonts import TTFError, TTFontFile

        try:
            font = self._font = TTFontFile(io.BytesIO(data))
        except (TTFError, struct.error, ValueError, KeyError, IndexError, TypeError) as failure:
            raise UnusableFont(f"{file_name} is not a TrueType font with outlines: {failure}") from failure
        if not font.charToGlyph.get(32):
            raise UnusableFont(f"{file_name} has no space")
        self.name: str = font.name.decode("latin-1")
        self.box: tuple[float, ...] = tuple(font.bbox)
        self.italic_angle: float = font.italicAngle
        self.ascent: float = font.ascent
        self.descent: float = font.descent
        self.cap_height: float = font.capHeight
        self.stem: int = font.stemV
        self.default_width: float = font.defaultWidth
        self._shaper = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(data)))
        self._spread: dict[str, float | None] = {}

    def glyph(self, char: str) -> int:
        """The number of a character's glyph, 0 where there is none."""
        found: int = self._font.charToGlyph.get(ord(char), 0)
        return found

    def advance(self, char: str) -> float:
        """The width of a character that has a glyph."""
        width: float = self._font.charWidths[ord(char)]
        return width

    def advance_before(self, pair: str) -> float | None:
        """How far from the first of two characters the second is set; None where they run to the left."""
        if pair not in self._spread:
            self._spread[pair] = self._shaped(pair)
        return self._spread[pair]

    def reduced(self, chars: Sequence[str]) -> bytes:
        """A font with the glyph for what is missing and those of the characters, numbered in that order."""
        program: bytes = self._font.makeSubset([ord(char) for char in chars])
        return program

    def _shaped(self, pair: str) -> float | None:
        import uharfbuzz

        buffer = uharfbuzz.Buffer()
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        uharfbuzz.shape(self._shaper, buffer, _FEATURES)
        positions = buffer.glyph_positions
        if positions is None or len(positions) != len(pair) or buffer.direction != "ltr":
            return None
        advance: float = positions[0].x_advance * 1000 / self._font.unitsPerEm
        return advance


@lru_cache(maxsize=32)
def font_file(file_name: str, data: bytes) -> FontFile:
    """The font in a file's bytes, read once for all documents.

    Raises:
        UnusableFont: where it is no TrueType font with a space.
    """
    return FontFile(file_name, data)
