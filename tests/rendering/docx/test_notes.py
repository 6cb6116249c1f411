"""Footnotes: real ones, at the foot of the page where their mark stands."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.model.document import plain
from briefgen.rendering.docx import render
from briefgen.rendering.theme import Theme
from tests.rendering.docx.documents import long_document
from tests.rendering.docx.reading import W, read, words_of
from tests.samples import every_block


def test_the_notes_are_those_of_the_document_in_its_order_and_words() -> None:
    document = every_block()
    assert read(render(document, Theme()).data).notes() == [plain(note.inlines) for note in document.notes]


def test_a_mark_stands_wherever_the_document_has_one() -> None:
    paragraphs = read(render(every_block(), Theme()).data).paragraphs()
    marked = [(style, words) for style, words in paragraphs if "[^" in words]
    assert marked == [
        ("Callout", "North Korea would use this experience against South Korea.[^1]"),
        ("heading 1", "The Korean People’s Army[^2]"),
        (
            "Body Text",
            "(TLP:GREEN) The KPA (조선인민군) has around 1.2 million people under arms.[^3],[^4]"
            " Some were seen in Курская область, as the report says; see the table."
            "\nA line of its own: a < b & c > d.[^5]",
        ),
        ("List Bullet", "Ground Forces.[^6]"),
        ("List Number 2", "older equipment[^7]"),
        ("Quote", "“The DPRK is significantly benefiting.”[^8]"),
        ("Attribution", "Dorothy Camille Shea[^9]"),
        ("caption", "Who says what[^10]"),
        ("Table Heading", "Value[^11]"),
        ("Table Text", "5–8 million[^12]"),
        ("Table Text", "“so far”[^13]"),
        ("caption", "Shells supplied[^14]"),
    ]


def test_a_second_mark_of_a_note_is_a_field_that_shows_the_number_of_the_first() -> None:
    file = read(render(every_block(), Theme()).data)
    instructions = [one.text for one in file.root("word/document.xml").iter(f"{W}instrText")]
    assert instructions == [" NOTEREF bgn_n5 \\f \\h "]
    assert ("Table Text", "9 million5") in file.paragraphs()


def test_notes_keep_their_italics() -> None:
    notes = read(render(every_block(), Theme()).data).root("word/footnotes.xml")
    italic = [
        words_of(run)
        for run in notes.iter(f"{W}r")
        if [one.get(f"{W}val") for one in run.iter(f"{W}rStyle")] == ["Emphasis"]
    ]
    assert italic == ["UNITED24 Media"] * 14


def test_a_note_without_a_mark_is_left_out_and_a_mark_without_a_note_is_reported() -> None:
    document = every_block()
    rendered = render(replace(document, notes=document.notes[1:]), Theme())
    assert [found.code for found in rendered.diagnostics] == ["WD101"]
    assert len(read(rendered.data).notes()) == 13


HYPHEN_AT_LINE_END = "\x02"
"""What pdfium gives for it."""


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed")
def test_libreoffice_prints_every_note_at_the_foot_of_the_page_of_its_mark(tmp_path: Path) -> None:
    import pypdfium2

    (tmp_path / "brief.docx").write_bytes(render(long_document(paragraphs=120), Theme()).data)
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    call = ["soffice", "--headless", profile, "--convert-to", "pdf", "--outdir", str(tmp_path)]
    subprocess.run([*call, str(tmp_path / "brief.docx")], check=True, capture_output=True, timeout=120)
    texts = (page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(tmp_path / "brief.pdf"))
    pages = [text.replace(HYPHEN_AT_LINE_END, "-") for text in texts]
    assert len(pages) > 5
    marks = {number: at for at, page in enumerate(pages) for number in re.findall(r"claim-(\d+)\.", page)}
    notes = {number: at for at, page in enumerate(pages) for number in re.findall(r"source-(\d+)\b", page)}
    assert len(marks) == 120
    assert notes == marks
    for page in pages:
        places = [found.start() for found in re.finditer(r"claim-\d+", page)]
        feet = [found.start() for found in re.finditer(r"source-\d+", page)]
        assert not places or max(places) < min(feet)
