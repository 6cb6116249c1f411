"""Reading never fails on what it is given: there is a text that leads back into the file, or an error."""

from __future__ import annotations

import io

import pytest
from docx import Document
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from briefgen.diagnostics import has_errors
from briefgen.model.citation import Source
from briefgen.sources.reading import read

SIGNS = (
    "<p>", "</p>", "<main>", "<b", "&amp;", "&#x", "<!--", "-->", "<script>", "</", "<br>", "\n", "\n\n",
    "# ", "- ", "> ", "**", "_", "[a](b)", "[^1]", "|", "```\n", "\\", "---\n", "words ", "12,000 ", "é",
    "\r",
)  # fmt: skip
MARKUP = st.lists(st.sampled_from(SIGNS), max_size=25).map("".join)


def word_file() -> bytes:
    document = Document()
    document.add_paragraph("Some words.")
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def pdf_file() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pageCompression=0, invariant=1)
    canvas.drawString(72, 700, "Some words.")
    canvas.showPage()
    canvas.save()
    return file.getvalue()


def check(data: bytes, ending: str) -> None:
    text, diagnostics = read(Source(id="s", type="document", title="T", file=f"a{ending}"), data, [])
    assert (text is None) == has_errors(diagnostics)
    if text is not None:
        assert list(text.origins) == sorted(text.origins)
        assert len(text.origins) == len(text.word_origins) == len(text.canonical) + 1
        assert text.origins[-1] == len(text.raw)
        assert text.word_origins[-1] == len(text.words)
        held = [text.canonical[extent.start : extent.end] for extent in text.paragraphs]
        assert "\n".join(held) == text.canonical


@pytest.mark.parametrize("ending", [".txt", ".md", ".html"])
@settings(max_examples=200)
@given(markup=MARKUP | st.text(max_size=80))
def test_any_text_is_read_or_refused(ending: str, markup: str) -> None:
    check(markup.encode(), ending)


@pytest.mark.parametrize("ending", [".txt", ".md", ".html", ".pdf", ".docx"])
@settings(max_examples=100)
@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(ending: str, data: bytes) -> None:
    check(data, ending)


@pytest.mark.parametrize(("ending", "whole"), [(".pdf", pdf_file()), (".docx", word_file())])
@settings(max_examples=100)
@given(choice=st.data())
def test_damaged_files_are_read_or_refused(ending: str, whole: bytes, choice: st.DataObject) -> None:
    at = choice.draw(st.integers(0, len(whole) - 1))
    cut = choice.draw(st.booleans())
    damaged = (
        whole[:at] if cut else whole[:at] + choice.draw(st.binary(min_size=1, max_size=6)) + whole[at + 3 :]
    )
    check(damaged, ending)
