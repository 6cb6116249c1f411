"""Reading PDF files: pages, paragraphs joined over lines and pages, running heads left out."""

from __future__ import annotations

import io

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from briefgen.anchoring.locating import Found, locate
from briefgen.anchoring.tracing import page_at
from briefgen.diagnostics import Diagnostic
from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText, TextQuoteSelector
from briefgen.sources.reading import read

PAGES = [
    [
        "The first report",
        "",
        "An estimated 12,000 soldiers were sent to the front in October, and by",
        "the end of the year some 3,800 of them had been killed or wounded in the",
        "fighting.",
        "",
        "A second paragraph begins on this page and is not yet finished when the",
    ],
    ["page turns, since it is long. It ends here.", "", "The third paragraph is short."],
    [
        "Nothing more is said but in a list of things that fill whole lines of a page:",
        "1. the first of the things, which is described at the length of one line",
        "2. the second of the things, which is described at the same length as it",
    ],
]


def pdf(pages: list[list[str]], encrypt: StandardEncryption | None = None) -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, encrypt=encrypt)
    for number, lines in enumerate(pages, 1):
        canvas.drawString(72, 800, f"Ministry of Reports — page {number} of {len(pages)}")
        for row, line in enumerate(lines):
            canvas.drawString(72, 760 - 14 * row, line)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def read_pdf(data: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    return read(Source(id="s", type="report", title="T", file="a.pdf"), data, [])


def test_lines_are_joined_over_pages_and_running_heads_left_out() -> None:
    text, diagnostics = read_pdf(pdf(PAGES))
    assert text is not None
    assert diagnostics == []
    assert text.canonical.split("\n") == [
        "The first report",
        "An estimated 12,000 soldiers were sent to the front in October, and by the end of the year "
        "some 3,800 of them had been killed or wounded in the fighting.",
        "A second paragraph begins on this page and is not yet finished when the page turns, since it is "
        "long. It ends here.",
        "The third paragraph is short.",
        "Nothing more is said but in a list of things that fill whole lines of a page:",
        "1. the first of the things, which is described at the length of one line",
        "2. the second of the things, which is described at the same length as it",
    ]


def test_every_passage_knows_its_page() -> None:
    text, _ = read_pdf(pdf(PAGES))
    assert text is not None
    for words, page in (("killed or wounded", 1), ("since it is long", 2), ("Nothing more", 3)):
        location = locate(TextQuoteSelector(exact=words), text)
        assert isinstance(location, Found)
        assert page_at(text, location.extent.start) == page


def test_a_file_that_is_no_pdf_is_an_error() -> None:
    text, (found,) = read_pdf(b"%PDF-1.7 and nothing else")
    assert text is None
    assert found.code == "SR427"
    assert "a.pdf cannot be read as PDF" in found.message


def test_a_locked_file_says_so() -> None:
    _, (found,) = read_pdf(pdf(PAGES, StandardEncryption("secret")))
    assert found.code == "SR427"
    assert "password" in found.hint


def test_a_file_of_pictures_only_holds_no_text() -> None:
    file = io.BytesIO()
    canvas = Canvas(file)
    canvas.rect(10, 10, 100, 100)
    canvas.showPage()
    canvas.save()
    _, (found,) = read_pdf(file.getvalue())
    assert found.code == "SR423"
    assert "text recognition" in found.hint
