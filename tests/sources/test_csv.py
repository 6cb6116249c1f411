"""CSV files: cells stay apart, rows keep their numbers, and what cannot be told apart is refused."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic
from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText
from briefgen.sources import csv as csv_source
from briefgen.sources.reading import read

PRICES = "Month,Power (EUR/MWh),Gas (EUR/MWh)\n2024-01,61.3,27.1\n2024-02,62.4,28.0\n"
PREISE = "Monat;Strom, EUR/MWh;Gas, EUR/MWh\n2024-01;61,3;27,1\n2024-02;62,4;28,0\n"


def read_csv(raw: str | bytes, file: str = "a.csv") -> tuple[SourceText | None, list[Diagnostic]]:
    data = raw if isinstance(raw, bytes) else raw.encode()
    return read(Source(id="s", type="dataset", title="T", file=file), data, [])


def text_of(raw: str | bytes, file: str = "a.csv") -> SourceText:
    text, found = read_csv(raw, file)
    assert text is not None, found
    return text


def cells(raw: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("\t")] for row in csv_source.visible(raw).text.split("\n")]


@pytest.mark.parametrize(
    ("raw", "sign"),
    [
        (PRICES, ","),
        (PREISE, ";"),
        (PRICES.replace(",", "\t"), "\t"),
        ("Prices; power, gas\n" + PRICES, ","),
        ('at,coordinates\nAldgate,"52.1;13.4"\nBrent,"50.8;-1.1"\n', ","),
    ],
)
def test_the_delimiter_is_what_parts_most_rows_alike(raw: str, sign: str) -> None:
    assert csv_source.delimiter(raw) == sign


@pytest.mark.parametrize("file", ["a.csv", "a.tsv", "A.CSV"])
def test_each_row_is_a_paragraph_whose_cells_are_parted_by_tabs(file: str) -> None:
    text = text_of(PREISE, file)
    assert text.words.split("\n")[1] == "2024-01\t61,3\t27,1"
    assert text.canonical.split("\n")[1] == "2024-01 61,3 27,1"


def test_rows_have_the_numbers_that_a_spreadsheet_gives_them() -> None:
    text = text_of('Prices\n\nMonth,Note\n2024-01,"two\nlines"\n,\n2024-02,one\n')
    assert text.canonical.split("\n") == ["Prices", "Month Note", "2024-01 two lines", "2024-02 one"]
    assert text.rows == (1, 3, 4, 6)


def test_quotation_marks_are_the_file_s_own_but_for_doubled_ones() -> None:
    assert cells('name,"said ""no"", twice",5" pipe,""\n')[0] == ["name", 'said "no", twice', '5" pipe', ""]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_files_of_all_systems_are_read_alike(mark: str, end: str) -> None:
    raw = mark + PRICES.replace("Month", '"Month"').replace("28.0", '"28.0"').replace("\n", end)
    text = text_of(raw)
    assert text.canonical == text_of(PRICES).canonical
    assert text.rows == (1, 2, 3)


def test_every_character_leads_back_to_the_file() -> None:
    text = text_of('Month,Note\r\n2024-01,"a ""big"", rise"\r\n')
    for words in ("2024-01", "big", ", rise"):
        at = text.canonical.index(words)
        assert text.raw[text.origins[at] :].startswith(words)


_CELL = st.text(st.sampled_from('ab1 ,;"\n\t'), max_size=6)


@given(st.lists(st.lists(_CELL, min_size=2, max_size=4), min_size=1, max_size=5))
def test_cells_are_those_that_the_standard_library_reads(rows: list[list[str]]) -> None:
    file = io.StringIO()
    csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows([["head", "head"], *rows])
    told = csv.reader(io.StringIO(file.getvalue()), delimiter=csv_source.delimiter(file.getvalue()))
    expected = [[" ".join(cell.split()) for cell in row] for row in told]
    assert [[" ".join(cell.split()) for cell in row] for row in cells(file.getvalue()[:-1])] == expected


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [('a,b\n1,"never closed\n2,3\n', 2, 3), ('a,b\n1,"5" pipe"\n', 2, 3), ('"a"b,c\n', 1, 1)],
)
def test_a_quotation_mark_left_open_is_refused_with_its_place(raw: str, line: int, column: int) -> None:
    text, (found,) = read_csv(raw)
    assert text is None
    assert (found.code, found.span and found.span.start.line, found.span and found.span.start.column) == (
        "SR429",
        line,
        column,
    )
    assert "written twice" in found.hint


def test_other_encodings_are_refused_as_in_other_texts() -> None:
    _, (found,) = read_csv("Monat;Ölpreis\n".encode("latin-1"))
    assert found.code == "SR422"
    _, (found,) = read_csv(PRICES.encode("utf-16"))
    assert "UTF-16" in found.hint


def test_a_database_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(csv_source, "LARGEST", 10)
    _, (found,) = read_csv(PRICES)
    assert (found.code, found.message) == ("SR429", "a.csv has 72 bytes, more than 10")


@pytest.mark.parametrize("file", ["prices.xlsx", "prices.ods"])
def test_a_spreadsheet_is_to_be_saved_as_csv(file: str) -> None:
    _, (found,) = read_csv(b"PK", file)
    assert (found.code, found.hint[:22]) == ("SR421", "save the sheet as CSV ")


def test_an_empty_table_is_an_error() -> None:
    _, (found,) = read_csv(",,\n,,\n")
    assert found.code == "SR423"
