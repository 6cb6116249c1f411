"""Words that are too long for their place."""

from __future__ import annotations


def shortened(words: str, longest: int) -> str:
    """Words on one line, cut after one of them where they have more than `longest` characters."""
    flat = " ".join(words.split())
    return flat if len(flat) <= longest else f"{flat[: longest - 2].rsplit(' ', 1)[0]} …"
