"""A chart as plain geometry: points, y downwards from the top left corner, colours `#rrggbb`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from briefgen.values import dataclass

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A straight stroke; `dash` gives lengths of strokes and gaps in turn, empty for a solid one."""

    x1: float
    y1: float
    x2: float
    y2: float
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rect:
    """A filled rectangle from its top left corner."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A filled circle around its centre."""

    x: float
    y: float
    radius: float
    fill: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Polyline:
    """Strokes from point to point; `dash` as for a line."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """One line of text in the theme's heading font; `y` is its baseline, `x` where `anchor` says."""

    text: str
    x: float
    y: float
    size: float
    colour: str
    anchor: Anchor = "start"
    bold: bool = False


Shape: TypeAlias = Line | Rect | Dot | Polyline | Label


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """Shapes in the order they are painted, within `width` by `height`."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
