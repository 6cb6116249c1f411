"""Font files: what they cover, how wide and how kerned their glyphs are, and the part that a PDF embeds.

The one module that knows ReportLab, which reads what a font says of itself, and HarfBuzz, which finds,
measures, kerns and reduces glyphs.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Collection, Mapping
from functools import lru_cache

from briefgen.world import WorldError

_OUTLINES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp")
_HINTS = ("cvt ", "fpgm", "prep")
"""The tables of which a font program consists whose glyphs are found by number (ISO 32000-1, 9.9)."""

_USAGE, _RESTRICTED, _NOT_IN_PART = 0x000F, 0x0002, 0x0300
"""Bits of `fsType`, in a font's table OS/2, where its maker may forbid to embed it, or glyphs of it alone."""

_FEATURES = {
    "kern": True,
    **dict.fromkeys(("liga", "clig", "dlig", "calt", "ccmp", "locl", "rlig", "mark", "mkmk"), False),
}
"""Kerning, and none of what would merge or move glyphs."""


class UnusableFont(WorldError):
    """A font file that cannot be embedded; the message says which, and why."""


class FontFile:
    """What a TrueType file holds, for all documents that use it. Lengths are in thousandths of an em."""

    def __init__(self, file_name: str, data: bytes) -> None:
        from reportlab.pdfbase.ttfonts import TTFError, TTFontFile
        from uharfbuzz import Blob, Face, Font

        face = self._face = Face(Blob(data))
        self._font = Font(face)
        self._scale: float = 1000 / face.upem
        self._spread: dict[str, float | None] = {}
        if not all(len(face.reference_table(tag)) for tag in (*_OUTLINES, "cmap")):
            raise UnusableFont(f"cannot use the font {file_name}: it is not a TrueType font with outlines")
        if not self.glyph(" "):
            raise UnusableFont(f"cannot use the font {file_name}: it has no space")
        permissions = int.from_bytes(face.reference_table("OS/2").data[8:10])
        if permissions & _USAGE == _RESTRICTED or permissions & _NOT_IN_PART:
            raise UnusableFont(f"cannot use the font {file_name}: its maker does not allow to embed it")
        try:
            described = TTFontFile(io.BytesIO(data), charInfo=0)
        except (TTFError, struct.error, ValueError, LookupError, TypeError) as failure:
            raise UnusableFont(f"cannot use the font {file_name}: {failure}") from failure
        self.name: str = described.name.decode("latin-1")
        self.italic_angle: float = described.italicAngle
        self.ascent: float = described.ascent
        self.descent: float = described.descent
        self.cap_height: float = described.capHeight
        self.stem: int = described.stemV
        self.box: tuple[float, ...] = tuple(described.bbox)

    def glyph(self, char: str) -> int:
        """The number of a character's glyph, 0 where there is none."""
        return self._font.get_nominal_glyph(ord(char)) or 0

    def advance(self, char: str) -> float:
        """The width of a character, or of what shows that there is none."""
        width: float = self._font.get_glyph_h_advance(self.glyph(char))
        return width * self._scale

    def advance_before(self, pair: str) -> float | None:
        """How far from the first of two characters the second is set; None where they run to the left."""
        if pair not in self._spread:
            self._spread[pair] = self._shaped(pair)
        return self._spread[pair]

    def reduced(self, glyphs: Collection[int]) -> tuple[bytes, Mapping[int, int]]:
        """A font of these glyphs alone, as it stands in a PDF, and the number of each in it."""
        from uharfbuzz import SubsetFlags, SubsetInput, SubsetPlan

        kept = (*_OUTLINES, *_HINTS)
        wish = SubsetInput()
        wish.flags = SubsetFlags.NO_LAYOUT_CLOSURE | SubsetFlags.NOTDEF_OUTLINE
        wish.glyph_set.update(glyphs)
        dropped = set(self._face.table_tags).difference(kept)
        wish.drop_table_tag_set.update(int.from_bytes(tag.encode()) for tag in dropped)
        plan = SubsetPlan(self._face, wish)
        return plan.execute().blob.data, plan.old_to_new_glyph_mapping

    def _shaped(self, pair: str) -> float | None:
        from uharfbuzz import Buffer, shape

        buffer = Buffer()
        buffer.add_str(pair)
        buffer.guess_segment_properties()
        shape(self._font, buffer, _FEATURES)
        positions = buffer.glyph_positions
        if positions is None or len(positions) != len(pair) or buffer.direction != "ltr":
            return None
        advance: float = positions[0].x_advance
        return advance * self._scale


@lru_cache(maxsize=32)
def font_file(file_name: str, data: bytes) -> FontFile:
    """The font in a file's bytes, read once for all documents.

    Raises:
        UnusableFont: where it is no TrueType font with a space, or one that must not be embedded.
    """
    return FontFile(file_name, data)
