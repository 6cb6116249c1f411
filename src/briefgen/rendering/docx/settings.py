"""The settings of a file, which are the same, or nearly so, in every one."""

from __future__ import annotations

from briefgen.rendering.docx.languages import language_attributes
from briefgen.rendering.docx.markup import HEAD, NAMESPACES

FOOTNOTE_SETTINGS = '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>'


def settings_part(language: str, *, carries_fonts: bool) -> str:
    """The settings: hyphenation, the separators of notes, and the present behaviour of Word.

    A file that carries fonts asks Word to keep them in it.
    """
    carries = "<w:embedTrueTypeFonts/>" if carries_fonts else ""
    return (
        f'{HEAD}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>{carries}<w:defaultTabStop w:val="720"/>'
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
