"""Languages as Word wants to hear of them: by script, each in a slot of its own."""

from __future__ import annotations

from briefgen.rendering.docx.markup import escaped
from briefgen.text.language_tags import primary

_EAST_ASIAN = frozenset(("ko", "ja", "zh"))
_RIGHT_TO_LEFT = frozenset(("ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"))


def language_attributes(language: str) -> str:
    """The attributes of `w:lang` for words in a language, a BCP 47 tag."""
    tag = escaped(language)
    if is_east_asian(language):
        return f'w:val="{tag}" w:eastAsia="{tag}"'
    if is_right_to_left(language):
        return f'w:val="{tag}" w:bidi="{tag}"'
    return f'w:val="{tag}"'


def is_east_asian(language: str) -> bool:
    """Whether all words of a language take the East Asian font, quotation marks included."""
    return primary(language) in _EAST_ASIAN


def is_right_to_left(language: str) -> bool:
    """Whether a language's usual script runs from right to left."""
    return primary(language) in _RIGHT_TO_LEFT
