"""Tables in a text: what stands at the head of a column, and cells as a reader sees them on one line."""

from __future__ import annotations

import pytest

from briefgen.text.cells import on_one_line, row_around, table_at


def heads_at(words: str, cell: str) -> tuple[str, ...]:
    table = table_at(words, words.index(cell))
    return table.heads if table else ()


def test_the_first_row_is_the_head_and_the_line_above_the_caption() -> None:
    words = "Prices\n\nMonth\tPower\n2024-01\t61.3\n2024-02\t62.4\n"
    table = table_at(words, words.index("62.4"))
    assert table is not None
    assert (table.heads, table.caption) == (("Month", "Power"), "Prices")
    assert words[table.start : table.end] == "2024-01\t61.3\n2024-02\t62.4\n"


def test_the_head_itself_and_prose_are_below_no_head() -> None:
    words = "Prices\nMonth\tPower\n2024-01\t61.3\nSource: the agency"
    assert table_at(words, words.index("Month")) is None
    assert table_at(words, words.index("Source")) is None


def test_a_title_that_a_spreadsheet_fills_up_with_empty_cells_is_no_head() -> None:
    words = "Energy prices\t\t\n\t\t\nMonth\tPower\tGas\n2024-01\t61.3\t27.1"
    table = table_at(words, words.index("61.3"))
    assert table is not None
    assert (table.heads, table.caption) == (("Month", "Power", "Gas"), "Energy prices")


def test_a_head_may_have_no_cell_for_the_first_column() -> None:
    assert heads_at("Power\tGas\n2024-01\t61.3\t27.1", "61.3") == ("", "Power", "Gas")


@pytest.mark.parametrize("gap", ["\n", "2024-03\t63.0\tprovisional\n"])
def test_a_table_goes_on_behind_an_empty_row_or_an_odd_one(gap: str) -> None:
    assert heads_at(f"Month\tPower\n2024-01\t61.3\n{gap}2024-04\t62.4\n2024-05\t60.1", "60.1") == (
        "Month",
        "Power",
    )


def test_rows_without_a_head_have_none() -> None:
    assert heads_at("2024-01\t61.3\n2024-02\t62.4", "62.4") == ()
    assert heads_at("Month\tPower\n2024-01\t61.3\nProse.\n2024-04\t62.4\n2024-05\t60.1", "60.1") == ()


def test_years_are_heads() -> None:
    assert heads_at("Country\t2023\t2023/24\nGermany\t19\t20", "20") == ()
    assert heads_at("Country\t2022\t2023\nLand\t19\t21", "21") == ("Country", "2022", "2023")


def test_the_row_around_an_offset() -> None:
    assert row_around("a\tb\nc\td\ne", 5) == (4, "c\td")


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("plain  words\nover lines", "plain words over lines"),
        ("2024-03\t640\t1 047", "2024-03 | 640 | 1 047"),
        ("2024-03\t\t7", "2024-03 | | 7"),
        ("a\t1\n\nb\t2", "a | 1 / b | 2"),
    ],
)
def test_cells_and_rows_are_told_apart_on_one_line(words: str, line: str) -> None:
    assert on_one_line(words) == line
