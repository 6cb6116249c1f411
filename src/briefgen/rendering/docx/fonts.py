"""The fonts that a file carries, so that it looks the same where they are not installed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from hashlib import sha256
from itertools import cycle
from uuid import UUID

from briefgen.diagnostics import Diagnostic, warning
from briefgen.rendering.docx.markup import HEAD, NAMESPACES, escaped
from briefgen.rendering.docx.relations import Relations
from briefgen.rendering.theme import FontFamily, Theme
from briefgen.values import dataclass

FONT_TYPE = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
"""The content type of a font in disguise, which is what `.odttf` stands for."""

_USAGE, _EDITABLE = 0x000F, (0x0000, 0x0008)
"""Bits of `fsType`, in a font's table OS/2, and those uses that let others write with the font."""

_DISGUISED = 32
"""So many bytes of a font are disguised (ISO/IEC 29500-1, 17.8.1)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CarriedFonts:
    """The table of fonts, its relations, and the files by their names below `word/`."""

    table: str
    relations: Relations
    files: dict[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def carried_fonts(theme: Theme, fonts: Callable[[str], bytes] | None) -> CarriedFonts:
    """The theme's two families, with their files where `fonts` gives these by name and they may be carried.

    A file goes along under the family's name only if it is of that family: a theme that names a font of
    Word's and leaves the files as they are means the one that Word has.
    """
    relations, files, found = Relations(), dict[str, bytes](), list[Diagnostic]()

    def carried(family: FontFamily) -> Iterator[str]:
        if fonts is None or not theme.embed_in_word:
            return
        for place, file_name in _files_of(family).items():
            font = fonts(file_name)
            named, usage = _name_and_usage(font)
            if named != family.name:
                continue
            if usage not in _EDITABLE:
                found.append(_for_print_only(family, file_name))
                continue
            key = UUID(bytes=sha256(font).digest()[:16])
            part = f"fonts/{key}.odttf"
            files[part] = _disguised(font, key)
            yield f'<w:embed{place} r:id="{relations.to("font", part)}" w:fontKey="{{{str(key).upper()}}}"/>'

    families = {family.name: family for family in (theme.body, theme.heading)}
    described = "".join(_font(family, "".join(carried(family))) for family in families.values())
    return CarriedFonts(
        table=f"{HEAD}<w:fonts {NAMESPACES}>{described}</w:fonts>",
        relations=relations,
        files=files,
        diagnostics=tuple(found),
    )


def _files_of(family: FontFamily) -> dict[str, str]:
    """A family's files by the words that Word has for what they show."""
    return {
        "Regular": family.regular,
        "Bold": family.bold,
        "Italic": family.italic,
        "BoldItalic": family.bold_italic,
    }


def _font(family: FontFamily, carried: str) -> str:
    roman = "serif" in family.name.lower() and "sans" not in family.name.lower()
    stand_in, kind = ("Cambria", "roman") if roman else ("Calibri", "swiss")
    return (
        f'<w:font w:name="{escaped(family.name)}"><w:altName w:val="{stand_in}"/>'
        f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/>{carried}</w:font>'
    )


def _name_and_usage(font: bytes) -> tuple[str | None, int]:
    """The family that a font file says it is of, and what its maker lets others do with it."""
    from uharfbuzz import Blob, Face

    face = Face(Blob(font))
    return face.get_name(1), int.from_bytes(face.reference_table("OS/2").data[8:10]) & _USAGE


def _disguised(font: bytes, key: UUID) -> bytes:
    head = bytes(byte ^ mask for byte, mask in zip(font[:_DISGUISED], cycle(key.bytes[::-1]), strict=False))
    return head + font[_DISGUISED:]


def _for_print_only(family: FontFamily, file_name: str) -> Diagnostic:
    return warning(
        "WD104",
        f"the Word file names the font {family.name} but does not carry {file_name}: its maker does not let "
        "others write with it",
        None,
        hint="it shows where the font is installed; choose another, or set `embed-in-word: no`",
    )
