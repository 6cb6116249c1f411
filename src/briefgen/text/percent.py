"""The per cent sign behind a figure, as a language sets it: 55–80% in English, 55–80 % in French."""

from __future__ import annotations

_SPACED = ("de", "es", "fr", "ru")
"""Languages that part the sign from its figure, by a space at which no line ends."""


def with_per_cent(figure: str, language: str, sign: str = "%") -> str:
    """A figure with its sign, be it per cent or per mille; `language` is a BCP 47 tag."""
    spaced = language.partition("-")[0].lower() in _SPACED
    return f"{figure}\u00a0{sign}" if spaced else figure + sign
