"""Words in every chart: its heading, and lines beside what they name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.rendering.charts.drawing import Label, Shape
from briefgen.rendering.charts.lettering import lines_within, text_width
from briefgen.rendering.theme import TextStyle, Theme

_ASCENT = 0.76
"""How far down a line's height its baseline stands."""


def heading(title: str, unit: str, theme: Theme, width: float) -> tuple[list[Shape], float]:
    """A chart's title, its unit in small letters at the far end of its line, and the height of both."""
    style, small = theme.styles.caption, theme.styles.running
    shapes: list[Shape] = []
    y = 0.0
    lines = lines_within(title, width, style.size, bold=True) if title else ()
    for line in lines:
        y += style.leading
        shapes.append(Label(text=line, x=0, y=y - 3, size=style.size, bold=True, colour=style.colour))
    if unit:
        taken = text_width(lines[-1], style.size, bold=True) + small.size if lines else width
        beside = taken + text_width(unit, small.size) <= width
        y += 0.0 if beside else small.leading
        shapes.append(
            Label(
                text=unit,
                x=width if beside else 0.0,
                y=y - 3,
                size=small.size,
                colour=small.colour,
                anchor="end" if beside else "start",
            )
        )
    return shapes, y + 6 if shapes else 0.0


def centred(lines: Sequence[str], x: float, middle: float, style: TextStyle) -> Iterator[Label]:
    """Lines of text one below the other, `middle` being half way down them."""
    first = middle - len(lines) * style.leading / 2 + style.leading * _ASCENT
    for at, line in enumerate(lines):
        yield Label(text=line, x=x, y=first + at * style.leading, size=style.size, colour=style.colour)
