"""Values by category, as bars or as lines. Words and shapes tell series apart; colour only helps."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.model.chart import ValueChart
from briefgen.rendering.charts.axis import Axis, all_whole, number_axis, number_text
from briefgen.rendering.charts.drawing import Dot, Drawing, Label, Line, Polyline, Rect, Shape
from briefgen.rendering.charts.labels import centred, heading
from briefgen.rendering.charts.lettering import lines_within, text_width
from briefgen.rendering.theme import Theme
from briefgen.values import dataclass

_BAR = 10.0
_GAP = 3.0
_GUTTER = 8.0
_PLOT_HEIGHT = 150.0
_KEY = 20.0
_PAPER = "#ffffff"
_DASHES: tuple[tuple[float, ...], ...] = ((), (5.0, 2.0), (1.5, 1.5), (7.0, 2.0, 1.5, 2.0), (3.0, 3.0))


def _axis_of(chart: ValueChart) -> Axis:
    values = [value for series in chart.series for value in series.values]
    low, high = min([0.0, *values]), max([0.0, *values])
    return number_axis(low, high, chart.language, whole=all_whole(values))


def _colour(theme: Theme, at: int) -> str:
    return theme.colours.series[at % len(theme.colours.series)]


def draw_bars(chart: ValueChart, theme: Theme, width: float) -> Drawing:
    """Lying bars, each with its value; under a category, each bar of several series bears its name."""
    style, small = theme.styles.table_cell, theme.styles.running
    shapes, top = heading(chart.title, chart.unit, theme, width)
    several = len(chart.series) > 1
    names = [series.label for series in chart.series] if several else list(chart.categories)
    left = min(width * 0.38, max((text_width(name, style.size) for name in names), default=0.0))
    axis = _axis_of(chart)
    numbers = [number_text(value, chart.language) for series in chart.series for value in series.values]
    beside = max((text_width(text, small.size) for text in numbers), default=0.0) + 4
    start = left + _GUTTER + (beside if axis.low < 0 else 0.0)
    end = width - beside

    def x_of(value: float) -> float:
        return start + axis.share(value) * (end - start)

    y = top
    for at, category in enumerate(chart.categories):
        if several:
            for line in lines_within(category, width, style.size, bold=True):
                y += style.leading
                shapes.append(Label(text=line, x=0, y=y - 3, size=style.size, bold=True, colour=style.colour))
        for number, series in enumerate(chart.series):
            lines = lines_within(series.label if several else category, left, style.size)
            height = max(_BAR, len(lines) * style.leading)
            shapes.extend(centred(lines, 0.0, y + height / 2, style))
            value = series.values[at]
            shown, fill = number_text(value, chart.language), _colour(theme, number)
            shapes.extend(_bar(shown, value < 0, x_of(value), x_of(0.0), y + height / 2, fill, theme))
            y += height + _GAP
        y += _GAP
    shapes.append(Line(x1=x_of(0.0), y1=top, x2=x_of(0.0), y2=y, width=0.8, colour=small.colour))
    return Drawing(width=width, height=y + 2, shapes=tuple(shapes))


def _bar(
    shown: str, negative: bool, x: float, zero: float, middle: float, fill: str, theme: Theme
) -> Iterator[Shape]:
    """A bar from `zero` to `x`, and its value beyond its end."""
    small = theme.styles.running
    yield Rect(x=min(x, zero), y=middle - _BAR / 2, width=abs(x - zero), height=_BAR, fill=fill)
    yield Label(
        text=shown,
        x=x - 4 if negative else x + 4,
        y=middle + small.size * 0.36,
        size=small.size,
        anchor="end" if negative else "start",
        colour=theme.styles.table_cell.colour,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Where lines are drawn: from `start` to `end`, down to `bottom`."""

    axis: Axis
    start: float
    end: float
    bottom: float

    def x_of(self, share: float) -> float:
        """A place along it, with room for the markers at both ends."""
        return self.start + 6 + share * (self.end - self.start - 12)

    def y_of(self, value: float) -> float:
        """The height at which a value stands."""
        return self.bottom - self.axis.share(value) * _PLOT_HEIGHT


def draw_lines(chart: ValueChart, theme: Theme, width: float) -> Drawing:
    """Lines over the categories, each named at its end; several are told apart by dashes and markers."""
    style, small = theme.styles.table_cell, theme.styles.running
    shapes, top = heading(chart.title, chart.unit, theme, width)
    axis = _axis_of(chart)
    left = max(text_width(tick.text, small.size) for tick in axis.ticks)
    names = [series.label for series in chart.series]
    right = min(width * 0.3, max((text_width(name, style.size) for name in names), default=0.0))
    key = _KEY + _GUTTER if len(names) > 1 else 0.0
    end = width - right - key - _GUTTER
    plot = _Plot(axis=axis, start=left + _GUTTER, end=end, bottom=top + 4 + _PLOT_HEIGHT)
    places = [plot.x_of(share) for share in _shares(chart)]
    shapes.extend(_values_across(plot, left, theme))
    shapes.extend(_category_labels(chart.categories, places, width, plot.bottom, theme))
    ends: list[float] = []
    for number, series in enumerate(chart.series):
        points = [(x, plot.y_of(value)) for x, value in zip(places, series.values, strict=True)]
        shapes.extend(_line(number, points, theme))
        ends.append(points[-1][1] if points else plot.bottom)
    for name, number, y in _spread(names, ends, style.leading):
        if key:
            shapes.extend(_key(number, end + _GUTTER, y, _colour(theme, number)))
        for row, line in enumerate(lines_within(name, right, style.size)):
            x, baseline = end + _GUTTER + key, y + 3 + row * style.leading
            shapes.append(Label(text=line, x=x, y=baseline, size=style.size, colour=style.colour))
    return Drawing(width=width, height=plot.bottom + small.leading + 6, shapes=tuple(shapes))


def _shares(chart: ValueChart) -> list[float]:
    """How far along each category stands: by its day, where they have days."""
    days = chart.days or range(len(chart.categories))
    lasting = days[-1] - days[0] if days else 0
    return [(day - days[0]) / lasting if lasting else 0.5 for day in days]


def _values_across(plot: _Plot, left: float, theme: Theme) -> Iterator[Shape]:
    """A thin line at each value of the axis, a strong one at nought, and the value before it."""
    small = theme.styles.running
    for tick in plot.axis.ticks:
        y, strong = plot.y_of(tick.at), tick.at == 0
        colour = small.colour if strong else theme.colours.rule
        yield Line(x1=plot.start, y1=y, x2=plot.end, y2=y, width=0.8 if strong else 0.4, colour=colour)
        yield Label(text=tick.text, x=left, y=y + 3, size=small.size, anchor="end", colour=small.colour)


def _line(number: int, points: Sequence[tuple[float, float]], theme: Theme) -> Iterator[Shape]:
    """The line of one series, with its markers."""
    colour = _colour(theme, number)
    if len(points) > 1:
        dash = _DASHES[number % len(_DASHES)]
        yield Polyline(points=tuple(points), width=1.5, colour=colour, dash=dash)
    for x, y in points:
        yield from _marker(number, x, y, colour)


def _category_labels(
    categories: Sequence[str], places: Sequence[float], width: float, bottom: float, theme: Theme
) -> Iterator[Shape]:
    """The names that find room below the axis; the first one always does."""
    small = theme.styles.running
    y = bottom + small.leading
    free_from = float("-inf")
    for category, place in zip(categories, places, strict=True):
        half = text_width(category, small.size) / 2
        x = max(min(place, width - half), half)
        if x - half < free_from:
            continue
        yield Label(text=category, x=x, y=y, size=small.size, anchor="middle", colour=small.colour)
        free_from = x + half + 4


def _marker(series: int, x: float, y: float, colour: str) -> Iterator[Shape]:
    """Full dot, hollow square, hollow dot, full square, and so on: apart without colour."""
    square, hollow = series % 4 in (1, 3), series % 4 in (1, 2)
    if square:
        yield Rect(x=x - 3, y=y - 3, width=6, height=6, fill=colour)
    else:
        yield Dot(x=x, y=y, radius=3.4, fill=colour)
    if hollow and square:
        yield Rect(x=x - 1.7, y=y - 1.7, width=3.4, height=3.4, fill=_PAPER)
    elif hollow:
        yield Dot(x=x, y=y, radius=2.0, fill=_PAPER)


def _key(series: int, x: float, y: float, colour: str) -> Iterator[Shape]:
    """A piece of a line through its marker: the marker alone would be one more point of it."""
    dash = _DASHES[series % len(_DASHES)]
    yield Polyline(points=((x, y), (x + _KEY, y)), width=1.5, colour=colour, dash=dash)
    yield from _marker(series, x + _KEY / 2, y, colour)


def _spread(names: Sequence[str], ends: Sequence[float], apart: float) -> list[tuple[str, int, float]]:
    """Each name with its series' number and a height near its line's end, no two closer than `apart`."""
    order = sorted(range(len(names)), key=lambda number: ends[number])
    heights = [ends[number] for number in order]
    for upper, lower in pairwise(range(len(heights))):
        heights[lower] = max(heights[lower], heights[upper] + apart)
    return [(names[number], number, height) for number, height in zip(order, heights, strict=True)]
