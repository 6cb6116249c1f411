"""Designations in prose: M-1989, F-16, Hwasong-17, Resolution 2270. They name things and count nothing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.text.quantities import Quantity
from briefgen.values import dataclass

_NAMED = """
    Resolution Room Office Bureau Unit Boeing Airbus Falcon Apollo Soyuz
    Leopard Leclerc Challenger Iskander Kalibr Shahed Geran Lancet Hwasong Hwasal Pukguksong Nodong Rodong
    Taepodong Unha
"""
_LABELS = """
    category level stage grade tier section annex clause protocol route highway zone sector district directive
    regulation version mark proposition berth pier terminal gate channel phase class type article chapter
"""
"""Words that a number makes a name of; the labels in small letters too."""

_PATTERN = re.compile(
    r"(?<![\w/.@‐‑-])(?:"
    r"[A-Za-zА-Яа-я]{1,16}+[-‐‑–]?\d+[A-Za-z]{0,3}\d*"
    r"|\d{1,3}[A-Z][A-Za-z]?\d{1,4}"
    rf"|(?:{'|'.join(_NAMED.split())}|(?i:{'|'.join(_LABELS.split())}))\s\d+"
    r")(?![\w@‐‑-]|[.,/]\d)"
)
_FILLING = re.compile(r"[\s‐‑–-]")
_PLURAL = re.compile(r"(?<=[0-9A-Z])s\Z")


@dataclass(frozen=True, slots=True, kw_only=True)
class Designation:
    """A name with digits in it, at `text[start:end]`.

    `key` is the name without hyphens, spaces, plural and case, so that M-1991 and M1991 are one; `pattern` is
    the key with "#" for its numbers, which names of one family share: M-1989 and M-1991.
    """

    start: int
    end: int
    shown: str
    key: str
    pattern: str


def designations(text: str, figures: Sequence[Quantity]) -> list[Designation]:
    """Every designation of a text, in order of place; none overlaps one of its figures."""
    found = []
    for match in _PATTERN.finditer(text):
        start, end = match.span()
        if any(figure.start < end and start < figure.end for figure in figures):
            continue
        key = _FILLING.sub("", _PLURAL.sub("", match[0])).upper()
        found.append(
            Designation(start=start, end=end, shown=match[0], key=key, pattern=re.sub(r"\d+", "#", key))
        )
    return found
