"""What briefgen relies on ReportLab and HarfBuzz for: each of these breaks where a release changes it."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from briefgen.rendering.pdf.faces import STAND_INS, Face
from briefgen.rendering.pdf.file import PdfFile
from briefgen.rendering.pdf.fontfile import UnusableFont
from tests.rendering.pdf.squares import square_font

FONTS = Path(__file__).parents[3] / "templates" / "fonts"
SERIF = "SourceSerif4-Regular.ttf"


def face(name: str = SERIF) -> Face:
    return Face(name, (FONTS / name).read_bytes())


def embedded(used: Face) -> Any:
    """The font dictionary of a file that holds the face alone."""
    file = PdfFile()
    number = file.take()
    used.embed(file, number)
    page = file.take()
    pages = file.add(f"<</Type/Pages/Count 1/Kids[{page} 0 R]>>")
    file.write(
        page, f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F {number} 0 R>>>>>>"
    )
    data = file.finish(file.add(f"<</Type/Catalog/Pages {pages} 0 R>>"), file.add("<<>>"))
    return pikepdf.open(io.BytesIO(data))


def test_widths_are_those_of_the_font_in_ems() -> None:
    font = TTFont(FONTS / SERIF)
    widths, glyphs = font["hmtx"].metrics, font.getBestCmap()
    for char in "aWж—’1":
        assert face().advance(char) == widths[glyphs[ord(char)]][0] / font["head"].unitsPerEm


def test_pairs_are_kerned_and_nothing_becomes_a_ligature() -> None:
    serif = face()
    width, shown = serif.show("AVATAR")
    assert width < sum(serif.advance(char) for char in "AVATAR")
    assert ")" in shown
    _, ligature = serif.show("office")
    ligature = re.sub(r"\)[-\d.]+\(", "", ligature)
    letters = [ligature[at : at + 2] for at in range(0, len(ligature), 2)]
    assert [each[1] for each in letters if each[0] == "\0"] == list("office")


def test_shown_text_needs_no_escapes() -> None:
    used = face()
    chars = [chr(code) for code in range(0x20, 0x530) if used.covers(chr(code))]
    for char in chars:
        assert not set(used.show(char)[1]) & set("()\\\r\n"), f"U+{ord(char):04X}"


def test_only_the_glyphs_that_were_used_are_embedded() -> None:
    used = face()
    used.show("Kim")
    with embedded(used) as pdf:
        program = pdf.pages[0].Resources.Font.F.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
    font = TTFont(io.BytesIO(program))
    assert len(font.getGlyphOrder()) == 1 + len(" Kim")
    assert set(font.reader.tables) <= {"glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep"}
    assert len(program) < 0.1 * (FONTS / SERIF).stat().st_size


def test_every_code_leads_to_the_glyph_the_width_and_the_character_it_stands_for() -> None:
    used = face()
    text = "Kim’s Ж (a\\b) é"
    used.show(text)
    original = TTFont(FONTS / SERIF)
    outlines, glyphs = original["glyf"], original.getBestCmap()
    with embedded(used) as pdf:
        font = pdf.pages[0].Resources.Font.F
        descendant = font.DescendantFonts[0]
        mapping = descendant.CIDToGIDMap.read_bytes()
        program = TTFont(io.BytesIO(descendant.FontDescriptor.FontFile2.read_bytes()))
        widths = {int(code): float(held[0]) for code, held in zip(*[iter(descendant.W)] * 2, strict=True)}
        unicode = font.ToUnicode.read_bytes().decode()
    for char in text:
        shown = used.show(char)[1]
        code = (ord(shown[0]) << 8) + ord(shown[1])
        glyph = program.getGlyphName(int.from_bytes(mapping[2 * code : 2 * code + 2]))
        expected = outlines[glyphs[ord(char)]]
        assert (
            program["glyf"][glyph].getCoordinates(program["glyf"])[0] == expected.getCoordinates(outlines)[0]
        )
        assert widths[code] == pytest.approx(used.advance(char) * 1000)
        assert f"<{code:04X}><{ord(char):04X}>" in unicode


def test_a_lacking_character_borrows_a_glyph_and_still_copies_as_itself() -> None:
    used = face()
    assert not TTFont(FONTS / SERIF).getBestCmap().get(0x2011)
    assert used.covers("\u2011")
    assert used.advance("\u2011") == used.advance("-")
    used.show("X\u2011ray")
    with embedded(used) as pdf:
        assert b"><2011>" in pdf.pages[0].Resources.Font.F.ToUnicode.read_bytes()


def test_a_face_of_the_plainest_font_knows_what_it_lacks() -> None:
    squares = Face("s.ttf", square_font())
    assert squares.covers("a")
    assert not squares.covers("ж")
    assert all(squares.covers(char) for char in STAND_INS if STAND_INS[char].isascii())


@pytest.mark.parametrize("forbidden", [0x0002, 0x0100, 0x0200])
def test_a_font_whose_maker_forbids_it_is_not_embedded(forbidden: int) -> None:
    font, held = TTFont(io.BytesIO(square_font())), io.BytesIO()
    font["OS/2"].fsType = forbidden
    font.save(held)
    with pytest.raises(UnusableFont, match="its maker does not allow"):
        Face("own.ttf", held.getvalue())


@pytest.mark.parametrize("data", [b"", b"OTTO" + bytes(200), b"not a font at all", square_font()[:600]])
def test_what_is_no_truetype_font_is_refused_by_name(data: bytes) -> None:
    with pytest.raises(UnusableFont, match=r"own\.ttf"):
        Face("own.ttf", data)
