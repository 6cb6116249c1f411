"""The parts beside the words that are the same, or nearly so, in every file."""

from __future__ import annotations

from briefgen.rendering.docx.languages import language_attributes
from briefgen.rendering.docx.markup import HEAD, NAMESPACES, escaped
from briefgen.rendering.theme import FontFamily, Theme

FOOTNOTE_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def settings_part(language: str) -> str:
    """The settings: hyphenation, the separators of notes, and the present behaviour of Word."""
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        f'<w:characterSpacingControl w:val="doNotCompress"/>{FOOTNOTE_SETTINGS}<w:compat>'
        "<w:doNotExpandShiftReturn/>"
        + "".join(
            f'<w:compatSetting w:name="{name}" w:uri="{_MICROSOFT}" w:val="{value}"/>'
            for name, value in _COMPATIBILITY
        )
        + f"</w:compat><w:themeFontLang {language_attributes(language or 'en-GB')}/>"
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


_MICROSOFT = "http://schemas.microsoft.com/office/word"
_COMPATIBILITY = (
    ("compatibilityMode", "15"),
    ("overrideTableStyleFontSizeAndJustification", "1"),
    ("enableOpenTypeFeatures", "1"),
    ("doNotFlipMirrorIndents", "1"),
    ("differentiateMultirowTableHeaders", "1"),
)


def font_table_part(theme: Theme) -> str:
    """The fonts, and what may stand in for those that a machine lacks."""
    families = {family.name: _font(family) for family in (theme.body, theme.heading)}
    return f"{HEAD}<w:fonts {NAMESPACES}>{''.join(families.values())}</w:fonts>"


def _font(family: FontFamily) -> str:
    roman = "serif" in family.name.lower() and "sans" not in family.name.lower()
    stand_in, kind = ("Cambria", "roman") if roman else ("Calibri", "swiss")
    return (
        f'<w:font w:name="{escaped(family.name)}"><w:altName w:val="{stand_in}"/>'
        f'<w:family w:val="{kind}"/><w:pitch w:val="variable"/></w:font>'
    )
