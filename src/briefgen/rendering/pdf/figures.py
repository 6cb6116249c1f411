"""Figures as PDF operators."""

from __future__ import annotations

from dataclasses import dataclass

from briefgen.model.chart import Chart
from briefgen.model.document import Image
from briefgen.rendering.pdf.lines import Compositor
from briefgen.rendering.theme import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A picture's size in points and the operators that paint it from its lower left corner."""

    width: float
    height: float
    operators: str


def draw_figure(
    content: Chart | Image, alt: str, theme: Theme, compositor: Compositor, width: float, tallest: float
) -> Figure:
    """The figure, no wider than `width` and no taller than `tallest`."""
    return Figure(width=width, height=60.0, operators=f"q .7 .75 .8 RG .5 w 0 0 {width:.2f} 60 re S Q")
