"""One row for each thing: words on the left, a bar or dot on a shared axis, words on the right."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.rendering.charts.axis import Axis
from briefgen.rendering.charts.drawing import Dot, Drawing, Label, Line, Polyline, Rect, Shape
from briefgen.rendering.charts.labels import centred, heading
from briefgen.rendering.charts.lettering import lines_within, text_width
from briefgen.rendering.theme import Theme
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """From `low` to `high`, a dot where they are equal; `bracket` joins neighbouring rows of one name."""

    left: str
    right: str
    low: float
    high: float
    bracket: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Columns:
    """The largest share of the width that the words on either side may take."""

    left: float
    right: float


_GUTTER = 10.0
_BAR = 7.0
_RADIUS = 4.0
_BRACKET_REACH = 5.0
_LEAST_BAR = 2.0


def draw_rows(
    title: str,
    unit: str,
    rows: Sequence[Row],
    axis: Axis,
    *,
    bracket: str,
    columns: Columns,
    theme: Theme,
    width: float,
) -> Drawing:
    """The rows under their title; `bracket` is what stands beside rows that are joined."""
    style, small = theme.styles.table_cell, theme.styles.running
    shapes, top = heading(title, unit, theme, width)
    joined = list(_joined(rows))
    aside = text_width(bracket, small.size) + _BRACKET_REACH + 8 if joined else 0.0
    left = _column([row.left for row in rows], columns.left * width, style.size)
    right = _column([row.right for row in rows], columns.right * width, style.size)
    first_half, last_half = (text_width(axis.ticks[at].text, small.size) / 2 for at in (0, -1))
    start = max(left + _GUTTER, first_half)
    end = min(width - aside - right - _GUTTER, width - last_half)

    def x_of(value: float) -> float:
        return start + axis.share(value) * (end - start)

    centres: list[float] = []
    words: list[Shape] = []
    y = top
    for row in rows:
        sides = (
            (lines_within(row.left, left, style.size), 0.0),
            (lines_within(row.right, right, style.size), end + _GUTTER),
        )
        height = max(len(lines) for lines, _ in sides) * style.leading + 6
        centre = y + height / 2
        for lines, x in sides:
            words.extend(centred(lines, x, centre, style))
        centres.append(centre)
        y += height
    shapes.extend(_grid(axis, start, end, top, y + 3, theme))
    shapes.extend(
        Line(x1=start, y1=centre, x2=end, y2=centre, width=0.4, colour=theme.colours.rule, dash=(1.0, 2.0))
        for centre in centres
    )
    for row, centre in zip(rows, centres, strict=True):
        shapes.append(_mark(x_of(row.low), x_of(row.high), centre, theme.colours.series[0]))
    shapes.extend(words)
    for first_row, last_row in joined:
        shapes.extend(_bracket(bracket, width - aside + 4, centres[first_row], centres[last_row], theme))
    return Drawing(width=width, height=y + 3 + small.leading + 4, shapes=tuple(shapes))


def _column(texts: Sequence[str], widest: float, size: float) -> float:
    return min(widest, max((text_width(text, size) for text in texts), default=0.0))


def _joined(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    first = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at].bracket != rows[first].bracket:
            if rows[first].bracket and at - first > 1:
                yield first, at - 1
            first = at


def _grid(axis: Axis, start: float, end: float, top: float, bottom: float, theme: Theme) -> Iterator[Shape]:
    small = theme.styles.running
    yield Line(x1=start, y1=bottom, x2=end, y2=bottom, width=0.8, colour=small.colour)
    places = [start + axis.share(tick.at) * (end - start) for tick in axis.ticks]
    for x in places:
        yield Line(x1=x, y1=top, x2=x, y2=bottom, width=0.4, colour=theme.colours.rule)
    widest = max(text_width(tick.text, small.size) for tick in axis.ticks)
    closest = min((right - left for left, right in pairwise(places)), default=widest + 4)
    stride = math.ceil((widest + 4) / max(closest, 1.0))
    for tick, x in list(zip(axis.ticks, places, strict=True))[::stride]:
        yield Label(
            text=tick.text,
            x=x,
            y=bottom + small.leading,
            size=small.size,
            anchor="middle",
            colour=small.colour,
        )


def _mark(low: float, high: float, centre: float, colour: str) -> Shape:
    if low == high:
        return Dot(x=low, y=centre, radius=_RADIUS, fill=colour)
    length = max(high - low, _LEAST_BAR)
    return Rect(x=low, y=centre - _BAR / 2, width=length, height=_BAR, fill=colour)


def _bracket(text: str, x: float, top: float, bottom: float, theme: Theme) -> Iterator[Shape]:
    small = theme.styles.running
    reach = x + _BRACKET_REACH
    yield Polyline(
        points=((x, top), (reach, top), (reach, bottom), (x, bottom)), width=0.8, colour=small.colour
    )
    yield Label(
        text=text, x=reach + 4, y=(top + bottom) / 2 + small.size * 0.35, size=small.size, colour=small.colour
    )
