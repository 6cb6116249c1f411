"""Reading Word files: what a reader sees with all changes accepted, and refusal of what is no such file."""

from __future__ import annotations

import io
import zipfile

import pytest
from docx import Document

from briefgen.diagnostics import Diagnostic
from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText
from briefgen.sources import docx
from briefgen.sources.reading import read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def read_docx(data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    return read(Source(id="s", type="report", title="T", file="a.docx"), data, [])


def package(document: str, **parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("word/document.xml", document)
        for name, content in parts.items():
            made.writestr(f"word/{name}.xml", content)
    return file.getvalue()


def body(content: str) -> str:
    return f'<w:document xmlns:w="{W}"><w:body>{content}</w:body></w:document>'


def paragraphs(data: bytes) -> list[str]:
    text, diagnostics = read_docx(data)
    assert text is not None, diagnostics
    return text.canonical.split("\n")


def test_paragraphs_lists_and_tables_are_read_in_order() -> None:
    document = Document()
    document.add_heading("Kim’s Army", 1)
    document.add_paragraph("An estimated ").add_run("12,000").bold = True
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Losses", "3,800"
    document.add_paragraph("The end.")
    file = io.BytesIO()
    document.save(file)
    assert paragraphs(file.getvalue()) == ["Kim's Army", "An estimated 12,000", "Losses 3,800", "The end."]


def cell(*texts: str, properties: str = "") -> str:
    held = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{held}</w:tc>"


def table(*rows: str) -> bytes:
    return package(body(f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"))


def words(data: bytes) -> list[str]:
    text, diagnostics = read_docx(data)
    assert text is not None, diagnostics
    return text.words.split("\n")


def test_a_tab_parts_the_cells_of_a_row_and_empty_ones_keep_their_place() -> None:
    rows = (cell("Port") + cell("Cargo (t)") + cell("Ships"), cell("Aldgate") + cell("") + cell("1 047"))
    assert words(table(*rows)) == ["Port\tCargo (t)\tShips", "Aldgate\t\t1 047"]


def test_the_paragraphs_lines_and_tabs_of_a_cell_are_words_on_one_line() -> None:
    lines = cell("Aldgate", "and Brent</w:t><w:tab/><w:t>too</w:t><w:br/><w:t>since May")
    assert words(table(lines + cell("3"))) == ["Aldgate and Brent too since May\t3"]


def test_a_cell_that_spans_columns_leaves_the_next_in_their_places() -> None:
    heads = cell("Port") + cell("Cargo (t)", properties='<w:gridSpan w:val="2"/>') + cell("Ships")
    assert words(table(heads)) == ["Port\tCargo (t)\t\tShips"]
    assert words(table(heads.replace('"2"', '"x"'))) == ["Port\tCargo (t)\tShips"]


def test_a_frame_of_one_cell_holds_paragraphs_and_a_table_within_a_cell_its_words() -> None:
    assert words(table(cell("One.", "Two."))) == ["One.", "Two."]
    inner = "<w:tbl><w:tr>" + cell("a") + cell("b") + "</w:tr></w:tbl>"
    assert words(table(cell("One") + f"<w:tc>{inner}</w:tc>")) == ["One\ta b"]


def test_rows_and_cells_in_content_controls_and_deleted_words_are_read_as_shown() -> None:
    deleted = "<w:tc><w:p><w:del><w:r><w:delText>9</w:delText></w:r></w:del></w:p></w:tc>"
    held = f"<w:sdt><w:sdtContent>{cell('Brent')}</w:sdtContent></w:sdt>"
    assert words(table(cell("Port") + cell("Ships"), held + deleted)) == ["Port\tShips", "Brent\t"]


def test_changes_count_as_accepted() -> None:
    content = (
        "<w:p><w:r><w:t xml:space='preserve'>about </w:t></w:r>"
        "<w:del><w:r><w:delText>3,900</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>3,800</w:t></w:r></w:ins>"
        "<w:r><w:instrText> PAGE </w:instrText><w:tab/><w:t>men</w:t><w:br/><w:t>in</w:t></w:r>"
        "<w:r><w:t>no</w:t><w:noBreakHyphen/><w:t>man’s</w:t></w:r></w:p>"
    )
    assert paragraphs(package(body(content))) == ["about 3,800 men inno-man's"]


def test_notes_follow_the_text() -> None:
    note = "<w:footnote><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>"
    notes = f'<w:footnotes xmlns:w="{W}">{note}</w:footnotes>'
    assert paragraphs(package(body("<w:p><w:r><w:t>Text.</w:t></w:r></w:p>"), footnotes=notes)) == [
        "Text.",
        "A note.",
    ]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"not a zip", "not a zip file"),
        (b"", "not a zip file"),
        (package(body(""))[:60], "not a zip file"),
        (package("<w:document"), "is not XML"),
        (package('<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'), "declares a document type"),
        (package('<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>'), "declares a document type"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, reason: str) -> None:
    text, (found,) = read_docx(data)
    assert text is None
    assert found.code == "SR428"
    assert reason in found.message


def test_a_zip_without_a_document_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        made.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    _, (found,) = read_docx(file.getvalue())
    assert "it holds no document" in found.message


def test_a_part_that_unpacks_too_large_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(docx, "LARGEST_PART", 1_000_000)
    _, (found,) = read_docx(package(body("<w:p/>" * 300_000)))
    assert "unpacks to more than 1 MB" in found.message
