"""Tags of languages (BCP 47)."""

from __future__ import annotations


def primary(tag: str) -> str:
    """The language of a tag without its script and region, in lower case: "pt" of "pt-BR"."""
    return tag.partition("-")[0].lower()
