"""What briefgen itself says in a brief, by language: labels, notes, what stands after the argument."""

from __future__ import annotations

from briefgen.text.language_tags import primary
from briefgen.text.wording.furniture import Furniture
from briefgen.text.wording.words import Wording

__all__ = ["LANGUAGES", "Furniture", "Wording", "furniture_of", "wording_of"]

LANGUAGES = ("en", "de", "es", "fr", "ko", "ru")
"""The languages that there are words for, by the first part of their tags."""


def furniture_of(language: str) -> Furniture:
    """The words on every page of a document in a language; chosen as `wording_of` does."""
    return wording_of(language).furniture


def wording_of(language: str) -> Wording:
    """The phrases for a document in a language, a BCP 47 tag; English where there are no others."""
    match primary(language):
        case "de":
            from briefgen.text.wording.german import GERMAN

            return GERMAN
        case "es":
            from briefgen.text.wording.spanish import SPANISH

            return SPANISH
        case "fr":
            from briefgen.text.wording.french import FRENCH

            return FRENCH
        case "ko":
            from briefgen.text.wording.korean import KOREAN

            return KOREAN
        case "ru":
            from briefgen.text.wording.russian import RUSSIAN

            return RUSSIAN
        case _:
            from briefgen.text.wording.english import ENGLISH

            return ENGLISH
