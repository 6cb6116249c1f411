"""A unit that only the head of a table gives is known of the figures below it."""

from __future__ import annotations

import pytest

from briefgen.checking.columns import columns_of
from briefgen.checking.figures import CheckedText, CitedPassage, Column, check_figures
from briefgen.model.evidence import Extent
from tests.anchoring.sources import source_text
from tests.briefs import HEAD, NEWS, REGISTER, brief_of

CARGO = """<table><caption>Freight by port</caption>
<tr><th>Port</th><th>Cargo (million tonnes)</th><th>Change, %</th><th>Cost in USD</th><th>Ships</th></tr>
<tr><td>Aldgate</td><td>31.5</td><td>4.2</td><td>640</td><td>1 047</td></tr>
<tr><td>Brent</td><td>18.7</td><td>6.8</td><td>590</td><td>812</td></tr></table>"""


def codes(said: str, table: str = CARGO, quote: str = "Aldgate 31.5 4.2 640 1 047") -> list[str]:
    found = brief_of(
        f"- {said} [@row]",
        head=HEAD.replace("passages:", f"passages:\n  row: {{source: news, quote: {quote}}}"),
        register=REGISTER.replace("news.txt", "news.html"),
        files={"news.html": NEWS + table},
    )
    return [one.code for one in found.found if one.code.startswith("FG")]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Aldgate handled 31.5 million tonnes.", ["FG206"]),
        ("Its cargo rose by 4.2%.", ["FG206"]),
        ("A tonne cost $640 there.", ["FG206"]),
        ("It saw 1,047 ships.", []),
        ("Aldgate handled 31.5 million barrels.", ["FG202"]),
        ("Aldgate handled 31.5 tonnes.", ["FG203"]),
        ("A tonne cost €640 there.", ["FG203"]),
        ("A tonne cost $590 there.", ["FG202"]),
    ],
)
def test_a_figure_has_the_unit_of_its_column(said: str, told: list[str]) -> None:
    assert codes(said) == told


def test_the_caption_gives_the_unit_where_the_head_does_not() -> None:
    table = CARGO.replace(" (million tonnes)", "").replace("by port", "by port, million tonnes")
    assert codes("Aldgate handled 31.5 million tonnes.", table) == ["FG206"]


def test_a_first_column_may_be_without_a_head() -> None:
    assert codes("Aldgate handled 31.5 million tonnes.", CARGO.replace("Port</th>", "</th>")) == ["FG206"]


def test_a_row_with_an_empty_cell_is_read_below_no_head() -> None:
    table = CARGO.replace("<td>4.2</td>", "<td></td>")
    assert codes("Its cargo rose by 640%.", table, "Aldgate 31.5 640 1 047") == ["FG203"]


def test_what_was_looked_up_is_said() -> None:
    passage = CitedPassage(id="p", exact="31.5", columns=(Column(start=0, end=4, heads=("Cargo, TWh", "")),))
    report = check_figures(CheckedText(text="It was 31.5 TWh.", span_of=lambda start, end: None), [passage])
    assert [one.message for one in report.diagnostics] == [
        "“31.5” in the passage p is read as “31.5 TWh”, with the unit at the head of its column"
    ]


def test_cells_are_found_by_their_tabs() -> None:
    text = source_text("Output\n\nYear\tTWh\n2023\t131\n2024\t140")
    extent = Extent(start=text.canonical.index("131"), end=len(text.canonical))
    assert list(columns_of(extent, text)) == [
        Column(start=-5, end=-1, heads=("Year", "Output")),
        Column(start=0, end=3, heads=("TWh", "Output")),
        Column(start=4, end=8, heads=("Year", "Output")),
        Column(start=9, end=12, heads=("TWh", "Output")),
    ]
