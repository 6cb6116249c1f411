"""A unit that only the head of a table gives is known of the figures below it."""

from __future__ import annotations

import io

import pytest
from docx import Document

from briefgen.checking.columns import columns_of
from briefgen.checking.figures import CheckedText, CitedPassage, Column, check_figures
from briefgen.model.citation import Source
from briefgen.model.evidence import Extent
from briefgen.sources.reading import read
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


PRICES = """Month,Power (EUR/MWh),Oil (USD/barrel),"Demand, TWh",Note
2024-02,61.3,83.5,"1,047.5",
2024-03,65.0,85.4,998.2,
"""


def codes_of_csv(said: str, quote: str, prices: str = PRICES, language: str = "en") -> list[str]:
    source = f"  prices: {{file: prices.csv, type: dataset, title: Prices, language: {language}}}"
    found = brief_of(
        f"- {said} [@row]",
        head=HEAD.replace("passages:", f"passages:\n  row: {{source: prices, quote: {quote!r}}}"),
        register=REGISTER + source,
        files={"prices.csv": prices},
    )
    return [one.code for one in found.found if one.code.startswith(("FG", "AN"))]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("Power cost €61.30 per MWh in February 2024.", ["FG206"]),
        ("Oil stood at $83.50 a barrel.", ["FG206"]),
        ("Demand was 1,047.5 TWh.", ["FG206"]),
        ("Power cost €61.30 per MWh in March 2024.", ["FG206", "FG201"]),
        ("Power cost $61.30 per MWh.", ["FG203"]),
        ("Power cost €61.30 per kWh.", ["FG203"]),
        ("Demand was 1,047.5 GWh.", ["FG203"]),
    ],
)
def test_a_csv_has_its_units_and_months_in_columns(said: str, told: list[str]) -> None:
    assert codes_of_csv(said, "2024-02 61.3 83.5 1,047.5") == told


def test_an_empty_cell_of_a_csv_keeps_its_column() -> None:
    prices = PRICES.replace("83.5", "")
    assert codes_of_csv("Demand was 1,047.5 TWh.", "2024-02 61.3 1,047.5", prices) == ["FG206"]


def test_decimal_commas_are_read_in_the_language_of_the_source() -> None:
    preise = "Monat;Strom (EUR/MWh);Gas (Mio. Euro)\n2024-02;61,3;1.204,5\n"
    said = "Power cost €61.30 per MWh, gas €1,204.5 million."
    assert codes_of_csv(said, "2024-02 61,3 1.204,5", preise, "de") == ["FG206", "FG206"]


def test_a_table_of_a_word_file_has_its_units_in_columns() -> None:
    document = Document()
    table = document.add_table(2, 3)
    for at, words in enumerate(("Port", "", "Cargo (million tonnes)", "Aldgate", "", "31.5")):
        table.cell(at // 3, at % 3).text = words
    file = io.BytesIO()
    document.save(file)
    text, _ = read(Source(id="s", type="report", title="T", file="a.docx"), file.getvalue(), [])
    assert text is not None
    extent = Extent(start=text.canonical.index("31.5"), end=len(text.canonical))
    assert [one.heads for one in columns_of(extent, text) if one.start == 0] == [
        ("Cargo (million tonnes)", "")
    ]


def test_no_number_of_one_cell_is_part_of_the_next() -> None:
    ships = "Port,Ships,Crew\nAldgate,12,640\n"
    assert codes_of_csv("It had 12 ships.", "Aldgate 12", ships) == []
    assert codes_of_csv("It had 2 ships.", "Aldgate 1", ships) == ["AN308"]
