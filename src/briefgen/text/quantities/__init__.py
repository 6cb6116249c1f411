"""Figures in prose: numbers, money, measures, shares, dates and the words that bend them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.text.language_tags import primary
from briefgen.text.quantities.quantity import Approximation, Kind, Quantity

if TYPE_CHECKING:
    from briefgen.text.quantities.lexicon import Lexicon

__all__ = ["Approximation", "Kind", "Quantity", "quantities"]


def quantities(text: str, language: str = "en") -> list[Quantity]:
    """Every figure of a text, in order of place; none overlaps another.

    `language` is a BCP 47 tag; Korean, Russian, French, German and Spanish are read by their own words, any
    other language as English.
    Designations (M-1989, F-16), numbers of sections, lists and notes, and addresses are not figures.
    """
    from briefgen.text.quantities.scan import scan

    return scan(text, _lexicon(language))


def _lexicon(language: str) -> Lexicon:
    match primary(language):
        case "de":
            from briefgen.text.quantities.german import GERMAN

            return GERMAN
        case "es":
            from briefgen.text.quantities.spanish import SPANISH

            return SPANISH
        case "fr":
            from briefgen.text.quantities.french import FRENCH

            return FRENCH
        case "ko":
            from briefgen.text.quantities.korean import KOREAN

            return KOREAN
        case "ru":
            from briefgen.text.quantities.russian import RUSSIAN

            return RUSSIAN
        case _:
            from briefgen.text.quantities.english import ENGLISH

            return ENGLISH
