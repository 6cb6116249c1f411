"""A hint at the name that a misspelt one may stand for."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, names: Iterable[str]) -> str:
    """The name most like a misspelt one, or nothing where none is like it."""
    found = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(name: str, names: Iterable[str], otherwise: str = "") -> str:
    """A hint at the nearest name, or else at the names there are."""
    known = list(names)
    near = nearest(name, known)
    if near:
        return f"did you mean “{near}”?"
    if otherwise:
        return otherwise
    shown = ", ".join(known[:12]) + (" …" if len(known) > 12 else "")
    return f"there are: {shown}" if known else ""
