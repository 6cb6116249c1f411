"""The file format: what is written can be read by others, and equal calls give equal bytes."""

from __future__ import annotations

import io

import pikepdf
import pytest

from briefgen.rendering.pdf.file import PdfFile, byte_string, colour, name, number, text


def written(objects: int) -> bytes:
    file = PdfFile()
    pages = file.take()
    kids = []
    for index in range(objects):
        content = file.add_stream(f"% page {index}".encode())
        kids.append(
            file.add(
                f"<</Type/Page/Parent {pages} 0 R/MediaBox[0 0 9 9]/Resources<<>>/Contents {content} 0 R>>"
            )
        )
    file.write(pages, f"<</Type/Pages/Count {objects}/Kids[{' '.join(f'{kid} 0 R' for kid in kids)}]>>")
    info = file.add(f"<</Title{text('A (title) – Ελ 😀')}>>")
    return file.finish(file.add(f"<</Type/Catalog/Pages {pages} 0 R>>"), info)


@pytest.mark.parametrize("objects", [1, 199, 200, 201, 700])
def test_another_reader_finds_every_object(objects: int) -> None:
    with pikepdf.open(io.BytesIO(written(objects))) as pdf:
        assert not pdf.check_pdf_syntax()
        assert len(pdf.pages) == objects
        assert pdf.pages[-1].Contents.read_bytes() == f"% page {objects - 1}".encode()
        assert str(pdf.docinfo.Title) == "A (title) – Ελ 😀"


def test_equal_calls_give_equal_bytes_and_others_another_identifier() -> None:
    assert written(3) == written(3)
    with pikepdf.open(io.BytesIO(written(3))) as one, pikepdf.open(io.BytesIO(written(4))) as other:
        assert bytes(one.trailer.ID[0]) != bytes(other.trailer.ID[0])


def test_values_are_written_short_and_safe() -> None:
    assert [number(value) for value in (0.0, 1.5, 12.0, 100.0, 0.126, -0.001)] == [
        "0",
        "1.5",
        "12",
        "100",
        "0.13",
        "0",
    ]
    assert byte_string("a(b)\\c") == "(a\\(b\\)\\\\c)"
    assert name("Source Serif+4") == "/Source#20Serif+4"
    assert colour("#ff8000") == "1 0.5 0"
