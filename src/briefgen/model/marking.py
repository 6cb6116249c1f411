"""Handling marks: the labels of the Traffic Light Protocol, and marks of a house's own."""

from __future__ import annotations

from briefgen.model.document import Marking

_TLP_COLOURS = {
    "TLP:CLEAR": "#ffffff",
    "TLP:GREEN": "#33ff00",
    "TLP:AMBER": "#ffc000",
    "TLP:AMBER+STRICT": "#ffc000",
    "TLP:RED": "#ff2b2b",
}

TLP_LEVELS = tuple(_TLP_COLOURS)
"""Labels from widest to narrowest sharing (FIRST, Traffic Light Protocol 2.0)."""


def tlp(label: str) -> Marking | None:
    """The mark of a TLP label, its colour on black as the protocol wants it, or None for another text."""
    colour = _TLP_COLOURS.get(label)
    return Marking(text=label, colour=colour, background="#000000") if colour else None
