"""How much room words need, estimated without a font.

Each renderer sets a chart in fonts of its own, so the estimate leans to the wide side: a label may end
early, but never runs into its neighbour.
"""

from __future__ import annotations

import unicodedata

_EMS = {
    **dict.fromkeys("ijl.,:;'’‘|!", 0.29),
    **dict.fromkeys('ftrI()[]{}-/\\"“” \u00a0\u202f', 0.40),
    **dict.fromkeys("mwMW%@—…", 0.95),
}
_CAPITAL = 0.70
_WIDE = 1.0
_OTHER = 0.60
_BOLD = 1.07


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """The width of one line of `text` at `size`, both in points.

    Every character takes its share of an em: narrow letters 0.29, slim ones and spaces 0.40, capitals
    0.70, the widest 0.95, East Asian wide ones 1.0, combining marks none, all others 0.60.
    """
    return sum(map(_ems, text)) * size * (_BOLD if bold else 1.0)


def _ems(character: str) -> float:
    if character in _EMS:
        return _EMS[character]
    if unicodedata.east_asian_width(character) in "WF":
        return _WIDE
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Cc"):
        return 0.0
    return _CAPITAL if character.isupper() else _OTHER


def lines_within(text: str, width: float, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """`text` in lines no wider than `width`, broken between words, and within a word that is wider."""
    lines: list[str] = []
    current = ""
    for word in text.split():
        longer = f"{current} {word}" if current else word
        if text_width(longer, size, bold=bold) <= width:
            current = longer
            continue
        if current:
            lines.append(current)
        *full, current = _pieces(word, width, size, bold)
        lines.extend(full)
    return (*lines, current) if current or not lines else tuple(lines)


def _pieces(word: str, width: float, size: float, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size, bold=bold) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces
