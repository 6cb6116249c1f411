"""The fonts that a Word file carries along, so that it looks the same where they are not installed."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from itertools import cycle
from pathlib import Path

import pypdfium2
import pytest
from fontTools.ttLib import TTFont
from lxml import etree

from briefgen.rendering.docx import render
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import FontFamily, Theme
from tests.rendering.docx.reading import W, read
from tests.samples import every_block

FOLDER = Path("templates/fonts")
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def house_font(name: str) -> bytes:
    return (FOLDER / name).read_bytes()


def rendered(theme: Theme | None = None) -> Rendered:
    return render(every_block(), theme or Theme(), fonts=house_font)


def carried(result: Rendered) -> dict[str, dict[str, bytes]]:
    """The fonts of a file by family and by what they show, as ISO/IEC 29500-1, 17.8.1 tells editors."""
    file = read(result.data)
    targets = {
        one.get("Id"): one.get("Target", "")
        for one in etree.fromstring(file.parts.get("word/_rels/fontTable.xml.rels", b"<none/>"))
    }
    return {
        font.get(f"{W}name", ""): {
            str(one.tag).removeprefix(f"{W}embed"): revealed(
                file.parts[f"word/{targets[one.get(f'{R}id')]}"], one.get(f"{W}fontKey", "")
            )
            for one in font
            if str(one.tag).startswith(f"{W}embed")
        }
        for font in file.root("word/fontTable.xml")
    }


def revealed(part: bytes, key: str) -> bytes:
    """A font out of its disguise: the bytes of its key, last first, lie over its first 32 bytes."""
    pairs = key.strip("{}").replace("-", "")
    masks = [int(pairs[at : at + 2], 16) for at in range(30, -1, -2)]
    return bytes(byte ^ mask for byte, mask in zip(part[:32], cycle(masks), strict=False)) + part[32:]


def test_both_families_are_carried_in_all_four_styles() -> None:
    assert carried(rendered()) == {
        "Source Serif 4": {
            "Regular": house_font("SourceSerif4-Regular.ttf"),
            "Bold": house_font("SourceSerif4-Bold.ttf"),
            "Italic": house_font("SourceSerif4-Italic.ttf"),
            "BoldItalic": house_font("SourceSerif4-BoldItalic.ttf"),
        },
        "Source Sans 3": {
            "Regular": house_font("SourceSans3-Regular.ttf"),
            "Bold": house_font("SourceSans3-Bold.ttf"),
            "Italic": house_font("SourceSans3-Italic.ttf"),
            "BoldItalic": house_font("SourceSans3-BoldItalic.ttf"),
        },
    }


def test_the_file_asks_word_to_keep_them_when_it_saves() -> None:
    settings = read(rendered().data).root("word/settings.xml")
    assert [str(one.tag).removeprefix(W) for one in settings][:2] == ["zoom", "embedTrueTypeFonts"]


def test_equal_inputs_give_equal_bytes() -> None:
    assert rendered().data == rendered().data


def test_a_theme_that_says_so_has_its_fonts_named_only() -> None:
    file = rendered(replace(Theme(), embed_in_word=False))
    assert carried(file) == {"Source Serif 4": {}, "Source Sans 3": {}}
    assert file == render(every_block(), replace(Theme(), embed_in_word=False))


def test_a_font_that_word_has_itself_is_never_taken_for_the_houses_files() -> None:
    family = replace(Theme().body, name="Georgia")
    assert carried(rendered(replace(Theme(), body=family)))["Georgia"] == {}


PRINT_ONLY, RESTRICTED, EDITABLE = 0x0004, 0x0002, 0x0008


def plainest(usage: int) -> bytes:
    """A font whose maker lets others use it so."""
    font = TTFont(FOLDER / "SourceSerif4-Regular.ttf")
    font["OS/2"].fsType = usage
    target = io.BytesIO()
    font.save(target)
    return target.getvalue()


@pytest.mark.parametrize("usage", [PRINT_ONLY, RESTRICTED])
def test_a_font_that_others_must_not_write_with_is_named_and_the_user_told(usage: int) -> None:
    bound = plainest(usage)
    result = render(
        every_block(),
        Theme(),
        fonts=lambda name: bound if name == "SourceSerif4-Regular.ttf" else house_font(name),
    )
    assert "Regular" not in carried(result)["Source Serif 4"]
    (found,) = result.diagnostics
    assert found.code == "WD104"
    assert found.message == (
        "the Word file names the font Source Serif 4 but does not carry SourceSerif4-Regular.ttf: "
        "its maker does not let others write with it"
    )


def test_a_font_that_others_may_write_with_is_carried() -> None:
    free = plainest(EDITABLE)
    result = render(every_block(), Theme(), fonts=lambda name: free)
    assert carried(result)["Source Serif 4"]["Regular"] == free
    assert not result.diagnostics


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_an_editor_without_the_fonts_shows_them(tmp_path: Path) -> None:
    """The font has a name that is installed nowhere."""
    family = FontFamily(
        name="Nowhere Serif", regular="n.ttf", bold="n.ttf", italic="n.ttf", bold_italic="n.ttf"
    )
    font = TTFont(FOLDER / "SourceSerif4-Regular.ttf")
    for record in font["name"].names:
        if record.nameID in (1, 4, 6):
            record.string = "NowhereSerif" if record.nameID == 6 else "Nowhere Serif"
    target = io.BytesIO()
    font.save(target)
    fonts = {"n.ttf": target.getvalue()}
    theme = replace(Theme(), body=family)
    sent = render(every_block(), theme, fonts=lambda name: fonts.get(name) or house_font(name))
    (tmp_path / "sent.docx").write_bytes(sent.data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    call = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*call, str(tmp_path / "sent.docx")], check=True, capture_output=True, timeout=120)
    assert "NowhereSerif" in fonts_of(tmp_path / "sent.pdf")


def fonts_of(path: Path) -> set[str]:
    """The names of the fonts in which a PDF's words are set."""
    with pypdfium2.PdfDocument(path) as file:
        return {
            text.get_font().get_base_name().rpartition("+")[2]
            for page in file
            for text in page.get_objects([pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
        }
