"""Figures in prose: numbers, money, measures, shares, dates and the words that bend them."""

from __future__ import annotations

from briefgen.text.quantities.quantity import Approximation, Kind, Quantity

__all__ = ["Approximation", "Kind", "Quantity", "quantities"]


def quantities(text: str, language: str = "en") -> list[Quantity]:
    """Every figure of a text, in order of place; none overlaps another.

    `language` is a BCP 47 tag; Korean, Russian, French, German and Spanish are read by their own words, any
    other language as English.
    Designations (M-1989, F-16), numbers of sections, lists and notes, and addresses are not figures.
    """
    from briefgen.text.quantities.scan import scan

    primary = language.partition("-")[0].lower()
    if primary == "ko":
        from briefgen.text.quantities.korean import KOREAN

        return scan(text, KOREAN)
    if primary == "ru":
        from briefgen.text.quantities.russian import RUSSIAN

        return scan(text, RUSSIAN)
    if primary == "fr":
        from briefgen.text.quantities.french import FRENCH

        return scan(text, FRENCH)
    if primary == "de":
        from briefgen.text.quantities.german import GERMAN

        return scan(text, GERMAN)
    if primary == "es":
        from briefgen.text.quantities.spanish import SPANISH

        return scan(text, SPANISH)
    from briefgen.text.quantities.english import ENGLISH

    return scan(text, ENGLISH)
