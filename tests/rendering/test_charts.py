"""Charts as a reader sees them: where marks stand, what is written, and what the words alone say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.chart import Chart, Event, RangeChart, Reading, Series, Timeline, ValueChart
from briefgen.rendering.charts import Dot, Drawing, Label, Polyline, Rect, alternative_text, draw
from briefgen.rendering.charts.axis import date_axis, days_of, number_axis, number_text
from briefgen.rendering.charts.lettering import lines_within, text_width
from briefgen.rendering.charts.words import period_text
from briefgen.rendering.theme import Theme

THEME = Theme()
WIDTH = 440.0
Kind = TypeVar("Kind")

SHELLS = RangeChart(
    title="Artillery shells supplied",
    unit="million shells",
    axis_low=0,
    axis_high=10,
    readings=(
        Reading(label="Blog", low=5, high=8, shown="5–8 million"),
        Reading(label="UNITED24 Media", low=9, high=9, shown="9 million"),
    ),
)
LOSSES = RangeChart(
    title="Losses",
    unit="soldiers",
    axis_low=0,
    axis_high=4000,
    readings=(
        Reading(label="Blog", low=3000, high=3000, shown="3,000", origin="zelenskyy"),
        Reading(label="NIS", low=1100, high=1100, shown="at least 1,100"),
        Reading(label="UNITED24", low=3800, high=3800, shown="3,800", origin="zelenskyy"),
    ),
)
DATED = Timeline(
    title="What is dated",
    events=(
        Event(start="2023", end="2023", label="Missiles supplied"),
        Event(start="2024-10-11", end="2024-10-11", label="First troops leave"),
        Event(start="2024-12", end="2025-01", label="Troops reported in Kursk"),
    ),
)
BARS = ValueChart(
    kind="bar",
    title="Growth",
    unit="per cent",
    categories=("Army", "Navy"),
    series=(Series(label="2023", values=(3, -1.5)), Series(label="2024", values=(2.25, 4))),
)
LINES = replace(BARS, kind="line")


def of(kind: type[Kind], drawing: Drawing) -> list[Kind]:
    return [shape for shape in drawing.shapes if isinstance(shape, kind)]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in of(Label, drawing)]


def label(drawing: Drawing, text: str) -> Label:
    return next(shape for shape in of(Label, drawing) if shape.text == text)


def test_a_range_is_a_bar_and_a_point_is_a_dot_on_one_axis() -> None:
    drawing = draw(SHELLS, THEME, WIDTH)
    (bar,), (dot,) = of(Rect, drawing), of(Dot, drawing)
    zero, ten = label(drawing, "0").x, label(drawing, "10").x
    per_million = (ten - zero) / 10
    assert bar.x == pytest.approx(zero + 5 * per_million)
    assert bar.width == pytest.approx(3 * per_million)
    assert dot.x == pytest.approx(zero + 9 * per_million)
    assert {"Artillery shells supplied", "million shells", "Blog", "5–8 million", "9 million"} <= set(
        texts(drawing)
    )


def test_readings_of_one_origin_stand_together_and_are_joined() -> None:
    drawing = draw(LOSSES, THEME, WIDTH)
    assert texts(drawing).count("one origin") == 1
    (bracket,) = of(Polyline, drawing)
    heights = [y for _, y in bracket.points]
    assert min(heights) < label(drawing, "Blog").y < label(drawing, "UNITED24").y < max(heights) + 4
    assert label(drawing, "NIS").y > max(heights)


def test_readings_of_different_origins_are_not_joined() -> None:
    drawing = draw(SHELLS, THEME, WIDTH)
    assert "one origin" not in texts(drawing)
    assert of(Polyline, drawing) == []


def test_a_date_known_to_the_year_is_a_bar_as_long_as_the_year() -> None:
    drawing = draw(DATED, THEME, WIDTH)
    year, months = of(Rect, drawing)
    assert year.width == pytest.approx(months.width * 364 / 61, rel=0.01)
    (day,) = of(Dot, drawing)
    assert year.x + year.width < day.x < months.x


def test_every_bar_carries_its_number_and_name_and_grows_from_zero() -> None:
    drawing = draw(BARS, THEME, WIDTH)
    bars = of(Rect, drawing)
    assert [number for number in texts(drawing) if number in {"3", "−1.5", "2.25", "4"}] == [
        *("3", "2.25", "−1.5", "4")
    ]
    assert texts(drawing).count("2023") == texts(drawing).count("2024") == 2
    zero = bars[0].x
    assert bars[2].x + bars[2].width == pytest.approx(zero), "the negative bar ends where others begin"
    assert bars[1].x == bars[3].x == pytest.approx(zero)


def test_lines_are_apart_by_dashes_and_markers_not_by_colour_alone() -> None:
    five = replace(LINES, series=tuple(Series(label=f"s{at}", values=(at, at + 1.0)) for at in range(4)))
    drawing = draw(five, THEME, WIDTH)
    dashes = [line.dash for line in of(Polyline, drawing)]
    assert len(set(dashes)) == 4


def test_one_line_has_no_more_points_than_values() -> None:
    drawing = draw(replace(LINES, series=(Series(label="deaths", values=(1, 2)),)), THEME, WIDTH)
    assert len(of(Dot, drawing)) == 2
    last = of(Dot, drawing)[-1]
    assert label(drawing, "deaths").x > last.x + last.radius


def test_days_lie_as_far_apart_as_they_are_and_their_names_stay_within() -> None:
    days = ("28 February 2025", "3 March 2025", "4 March 2025")
    series = (Series(label="", values=(45.9, 54.2, 52.75)),)
    drawing = draw(replace(LINES, categories=days, series=series, days=(0, 3, 4)), THEME, WIDTH)
    first, second, third = (dot.x for dot in of(Dot, drawing))
    assert second - first == pytest.approx(3 * (third - second))
    last = label(drawing, "4 March 2025")
    assert last.x + text_width(last.text, last.size) / 2 <= WIDTH


def test_several_lines_have_keys_that_are_no_points() -> None:
    series = (Series(label="deaths", values=(1, 2)), Series(label="cases", values=(5, 8)))
    drawing = draw(replace(LINES, series=series), THEME, WIDTH)
    lines = of(Polyline, drawing)
    assert [len(line.points) for line in lines] == [2] * 4, "two lines and their two keys"
    for line, key in zip(lines[:2], reversed(lines[2:]), strict=True):
        assert (key.dash, key.colour) == (line.dash, line.colour)
        assert key.points[0][0] > line.points[-1][0] + 6, "apart from the line itself"


@pytest.mark.parametrize("chart", [SHELLS, LOSSES, DATED, BARS, LINES])
@pytest.mark.parametrize("width", [240.0, 440.0, 700.0])
def test_nothing_leaves_the_drawing(chart: Chart, width: float) -> None:
    assert_within(draw(chart, THEME, width))


def assert_within(drawing: Drawing) -> None:
    for shape in of(Label, drawing):
        wide = text_width(shape.text, shape.size, bold=shape.bold)
        start = shape.x - {"start": 0.0, "middle": wide / 2, "end": wide}[shape.anchor]
        assert start >= -0.01, shape
        assert start + wide <= drawing.width + 0.01, shape
        assert 0 < shape.y <= drawing.height, shape
    for rect in of(Rect, drawing):
        assert rect.x >= -0.01 and rect.x + rect.width <= drawing.width + 0.01
        assert rect.width >= 0 and rect.y >= 0 and rect.y + rect.height <= drawing.height
    for dot in of(Dot, drawing):
        assert 0 <= dot.x <= drawing.width and 0 <= dot.y <= drawing.height


def test_alternative_text_says_every_number_and_the_shared_origin() -> None:
    assert alternative_text(SHELLS) == (
        "Artillery shells supplied (who says what, in million shells). "
        "Blog: 5–8 million; UNITED24 Media: 9 million."
    )
    assert alternative_text(LOSSES).endswith("Blog and UNITED24 have one origin.")
    assert alternative_text(DATED) == (
        "What is dated (timeline). 2023: Missiles supplied; 11 October 2024: First troops leave; "
        "December 2024 – January 2025: Troops reported in Kursk."
    )
    assert alternative_text(BARS) == (
        "Growth (bar chart, in per cent). 2023: Army 3, Navy −1.5; 2024: Army 2.25, Navy 4."
    )


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2024-10-24", "", "24 October 2024"),
        ("2024-10-24", "2024-10-28", "24–28 October 2024"),
        ("2024-10-24", "2024-11-03", "24 October – 3 November 2024"),
        ("2024-12-24", "2025-01-03", "24 December 2024 – 3 January 2025"),
        ("2024-10", "2024-12", "October–December 2024"),
        ("2023", "2024", "2023–2024"),
        ("2024", "2024-05", "2024 – May 2024"),
        ("2024-05", "2024", "May 2024 – 2024"),
    ],
)
def test_a_period_names_month_and_year_once_where_they_are_shared(start: str, end: str, shown: str) -> None:
    assert period_text(Event(start=start, end=end, label="x"), "en") == shown


def test_the_unit_stands_at_the_far_end_of_the_title_s_line() -> None:
    (unit,) = (label for label in of(Label, draw(SHELLS, THEME, WIDTH)) if label.text == "million shells")
    assert (unit.x, unit.anchor) == (WIDTH, "end")


def test_numbers_read_as_people_write_them() -> None:
    shown = [number_text(value, "en") for value in (0, 12000, 2_500_000, -3, 0.05, 1.2e6, 9e9, 1234.5)]
    assert shown == ["0", "12,000", "2.5 million", "−3", "0.05", "1.2 million", "9 billion", "1,234.5"]


@pytest.mark.parametrize(
    ("high", "ticks"),
    [(1, "0 1"), (2, "0 1 2"), (4, "0 1 2 3 4"), (14, "0 5 10 15"), (187, "0 50 100 150 200")],
)
def test_an_axis_of_counts_has_no_half(high: float, ticks: str) -> None:
    assert " ".join(tick.text for tick in number_axis(0, high, "en", whole=True).ticks) == ticks


def test_whether_a_chart_counts_is_told_from_its_values() -> None:
    deaths = replace(LINES, series=(Series(label="deaths", values=(1, 2)),))
    assert "0.5" not in texts(draw(deaths, THEME, WIDTH))
    rates = replace(LINES, series=(Series(label="per cent", values=(0.7, 2)),))
    assert "0.5" in texts(draw(rates, THEME, WIDTH))
    lost = Reading(label="News", low=1, high=2, shown="one or two")
    counted = RangeChart(title="", unit="ships", axis_low=0, axis_high=2, readings=(lost,))
    assert "0.5" not in texts(draw(counted, THEME, WIDTH))


def test_a_date_that_is_none_is_refused() -> None:
    with pytest.raises(ValueError):
        days_of("2024-13")
    with pytest.raises(ValueError):
        draw(Timeline(title="", events=(Event(start="soon", end="", label=""),)), THEME, WIDTH)


def test_charts_without_data_are_still_drawings() -> None:
    for empty in (
        replace(SHELLS, readings=()),
        replace(DATED, events=()),
        replace(BARS, categories=(), series=()),
        replace(LINES, categories=(), series=()),
    ):
        assert draw(empty, THEME, WIDTH).width == WIDTH


numbers = st.floats(min_value=-1e12, max_value=1e12, allow_nan=False).map(lambda value: round(value, 6))


@settings(max_examples=200)
@given(numbers, numbers, st.booleans())
def test_an_axis_holds_its_values_between_few_even_ticks(one: float, other: float, whole: bool) -> None:
    one, other = (float(round(one)), float(round(other))) if whole else (one, other)
    axis = number_axis(min(one, other), max(one, other), "en", whole=whole)
    fuzz = (axis.high - axis.low) * 1e-8
    assert axis.low <= min(one, other) + fuzz and max(one, other) - fuzz <= axis.high
    assert axis.low < axis.high
    assert 2 <= len(axis.ticks) <= 9
    assert len({tick.text for tick in axis.ticks}) == len(axis.ticks)


@settings(max_examples=200)
@given(st.dates(), st.dates())
def test_a_date_axis_holds_its_days_between_few_ticks(one: date, other: date) -> None:
    first, last = sorted((one, other))
    axis = date_axis(first, last, "en")
    assert axis.low <= first.toordinal() and last.toordinal() <= axis.high
    assert axis.low < axis.high
    assert 1 <= len(axis.ticks) <= 9


@settings(max_examples=200)
@given(st.text(max_size=60), st.floats(min_value=12, max_value=300))
def test_wrapped_lines_keep_every_word_and_stay_within(text: str, width: float) -> None:
    lines = lines_within(text, width, 8.5)
    assert "".join(lines).replace(" ", "") == "".join(text.split())
    assert all(len(line) == 1 or text_width(line, 8.5) <= width for line in lines)


@settings(max_examples=60)
@given(
    st.lists(
        st.builds(
            lambda label, low, span, shown, origin: Reading(
                label=label, low=low, high=low + span, shown=shown, origin=origin
            ),
            st.text(max_size=40),
            st.floats(min_value=-1e9, max_value=1e9),
            st.floats(min_value=0, max_value=1e9),
            st.text(max_size=20),
            st.sampled_from(["", "a", "b"]),
        ),
        max_size=8,
    )
)
def test_any_readings_stay_within_the_drawing(readings: list[Reading]) -> None:
    assert_within(draw(replace(SHELLS, readings=tuple(readings)), THEME, WIDTH))
