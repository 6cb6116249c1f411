"""Colours by day and by night: each keeps the contrast it has on white when the paper turns dark."""

from __future__ import annotations

import colorsys
import re

NIGHT_PAPER = "#16191d"
_COLOUR = re.compile("#[0-9A-Fa-f]{6}")
_STRONGEST_AT_NIGHT = 13.0
"""Contrast. White on black tires the eye in long reading; nothing needs more than this."""


def checked_colour(colour: str) -> str:
    """The colour itself, fit to stand in a style sheet.

    Raises:
        ValueError: where it is not `#rrggbb`.
    """
    _shares(colour)
    return colour


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    darker, lighter = sorted((_luminance(_shares(one)), _luminance(_shares(other))))
    return (lighter + 0.05) / (darker + 0.05)


def at_night(colour: str) -> str:
    """The same hue, as far from the night's paper as `colour` is from white; white becomes that paper.

    Raises:
        ValueError: where the colour is not `#rrggbb`.
    """
    wanted = min(contrast(colour, "#ffffff"), _STRONGEST_AT_NIGHT)
    if wanted < 1.01:
        return NIGHT_PAPER
    hue, _, saturation = colorsys.rgb_to_hls(*_shares(colour))
    darkest, lightest = 0.0, 1.0
    for _ in range(12):
        middle = (darkest + lightest) / 2
        tried = colorsys.hls_to_rgb(hue, middle, saturation)
        if (_luminance(tried) + 0.05) / (_luminance(_shares(NIGHT_PAPER)) + 0.05) < wanted:
            darkest = middle
        else:
            lightest = middle
    return "#" + "".join(
        f"{round(share * 255):02x}" for share in colorsys.hls_to_rgb(hue, lightest, saturation)
    )


def _shares(colour: str) -> tuple[float, float, float]:
    if not _COLOUR.fullmatch(colour):
        raise ValueError(f"not a colour of the form #rrggbb: {colour!r}")
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _luminance(shares: tuple[float, float, float]) -> float:
    linear = [share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
