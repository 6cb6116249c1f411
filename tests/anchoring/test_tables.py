"""Passages of a CSV: the row and column that notes name, the places in findings, and rows found."""

from __future__ import annotations

from time import process_time

import pytest

from briefgen.anchoring.resolving import resolve
from briefgen.anchoring.searching import passage_stub, search
from briefgen.model.citation import Source
from briefgen.model.evidence import Anchor, SourceText, TextQuoteSelector, Verdict
from briefgen.sources.reading import read
from tests.anchoring.sources import SPAN, passage

PRICES = "Prices,,\n\nMonth,Power (EUR/MWh),Note\n2024-01,61.3,Fire. Repaired since\n2024-02,61.3,\n"


def table(raw: str = PRICES) -> SourceText:
    text, found = read(Source(id="report", type="dataset", title="T", file="a.csv"), raw.encode(), [])
    assert text is not None and not found
    return text


def anchored(selector: TextQuoteSelector) -> Anchor:
    anchor, found = resolve(passage(selector), table(), SPAN)
    assert anchor is not None and not found
    return anchor


def test_cells_of_a_row_have_its_number() -> None:
    anchor = anchored(TextQuoteSelector(exact="2024-01 61.3"))
    assert (anchor.row, anchor.column, anchor.exact) == (4, "", "2024-01\t61.3")


def test_cells_copied_from_a_spreadsheet_are_verbatim() -> None:
    assert anchored(TextQuoteSelector(exact="2024-01\t61.3")).verdict is Verdict.VERBATIM


@pytest.mark.parametrize(
    ("exact", "column"),
    [("61.3", "Power (EUR/MWh)"), ("2024-02", "Month"), ("Month", "")],
)
def test_words_in_one_cell_have_its_column(exact: str, column: str) -> None:
    prefix = "2024-02" if exact == "61.3" else ""
    assert anchored(TextQuoteSelector(exact=exact, prefix=prefix)).column == column


def test_findings_name_rows() -> None:
    _, (found,) = resolve(passage("61.3"), table(), SPAN)
    assert "row 4 (prefix: “2024-01”" in found.message
    assert "row 5 (prefix: “2024-02”" in found.message


def test_cells_copied_with_their_commas_are_answered_with_the_words_to_write() -> None:
    _, (found,) = resolve(passage("2024-02,61.3"), table(), SPAN)
    assert "row 5" in found.message
    assert found.hint == "for the source's own words write “2024-02 61.3”"


def test_a_row_that_moved_is_told() -> None:
    before = anchored(TextQuoteSelector(exact="2024-02 61.3"))
    now = table(PRICES.replace("2024-01", "2023-12,60.0,\n2024-01"))
    anchor, (found,) = resolve(passage("2024-02 61.3"), now, SPAN, before)
    assert anchor is not None and anchor.row == 6
    assert found.message == "“2024-02 61.3” has moved: it stands in row 6 now, before it was row 5"


def test_whole_rows_are_found() -> None:
    (hit,) = search("fire", {"report": table()})
    assert passage_stub(hit, "fire").splitlines()[2] == '    quote: "2024-01 61.3 Fire. Repaired since"'


@pytest.mark.parametrize("asked", ["112,4", "2025-01", '"112,4 4310"'])
def test_a_figure_is_found_though_another_is_in_the_next_cell(asked: str) -> None:
    (hit,) = search(asked, {"report": table("Month;Price;Ships\n2025-01;112,4;4310\n2025-02;98,7;3990\n")})
    assert hit.selector.exact == "2025-01\t112,4\t4310"


def test_a_long_table_is_read_and_searched_in_seconds() -> None:
    rows = "\n".join(f"2024-{1 + n % 12:02},Port {n},{n * 7 % 1000}" for n in range(50_000))
    began = process_time()
    text = table(f"Month,Port,Ships\n{rows}\n")
    anchor, _ = resolve(passage("Port 49990"), text, SPAN)
    hits = search("Port 40000", {"report": text})
    assert anchor is not None
    assert (anchor.row, anchor.column, len(hits)) == (49_992, "Port", 1)
    assert process_time() - began < 20
