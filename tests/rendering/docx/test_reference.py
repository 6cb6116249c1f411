"""A user's own Word file lends its styles, pages, headers and footers."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt

from briefgen.diagnostics import Severity
from briefgen.model.document import plain
from briefgen.rendering.docx import render
from briefgen.rendering.docx.identity import read_base
from briefgen.rendering.docx.specimen import specimen
from briefgen.rendering.theme import Theme
from tests.rendering.docx.linter import faults_of
from tests.rendering.docx.reading import Read, W, read, words_of
from tests.samples import every_block


def file_with(change: Callable[[WordDocument], object]) -> bytes:
    document = docx.Document()
    change(document)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def untouched(document: WordDocument) -> None:
    pass


def moulded(reference: bytes, **roles: str) -> Read:
    data = render(every_block(), Theme(), reference, roles).data
    assert faults_of(data) == []
    return read(data)


def test_the_brief_takes_the_place_of_the_words_and_keeps_the_styles() -> None:
    def change(document: WordDocument) -> None:
        document.add_paragraph("Lorem ipsum")
        document.styles["Title"].font.size = Pt(33)

    file = moulded(file_with(change))
    assert file.words_in("Title") == ["Every block & <every> place"]
    assert "Lorem ipsum" not in words_of(file.root("word/document.xml"))
    title = next(
        one for one in file.root("word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Title"
    )
    assert [one.get(f"{W}val") for one in title.iter(f"{W}sz")] == ["66"]
    assert file.notes() == [plain(note.inlines) for note in every_block().notes]


def test_equal_inputs_give_equal_bytes() -> None:
    reference = file_with(untouched)
    assert render(every_block(), Theme(), reference).data == render(every_block(), Theme(), reference).data


def test_the_base_lies_in_the_file_once() -> None:
    once = render(every_block(), Theme(), file_with(untouched)).data
    twice = read(render(every_block(), Theme(), once).data)
    bases = [
        data
        for name, data in twice.parts.items()
        if name.startswith("customXml/item") and b"urn:briefgen:base" in data and b"<base" in data
    ]
    assert [read_base(base) for base in bases] == [every_block()]


def test_words_around_the_placeholder_stay() -> None:
    def change(document: WordDocument) -> None:
        document.add_paragraph("Cover")
        document.add_paragraph("{{ brief }}")
        document.add_paragraph("The end")

    words = [words for _, words in moulded(file_with(change)).paragraphs()]
    assert (words[0], words[1], words[-1]) == ("Cover", "Every block & <every> place", "The end")


def test_the_files_own_header_stays_and_the_marking_joins_it() -> None:
    def change(document: WordDocument) -> None:
        document.sections[0].header.paragraphs[0].text = "ACME"
        document.sections[0].different_first_page_header_footer = True

    file = moulded(file_with(change))
    headers = sorted(words_of(file.root(name)) for name in file.parts if name.startswith("word/header"))
    assert headers == ["\t\u00a0TLP:GREEN\u00a0", "ACME\u00a0TLP:GREEN\u00a0"]


def test_an_empty_line_of_the_files_own_header_stays() -> None:
    def change(document: WordDocument) -> None:
        header = document.sections[0].header
        header.paragraphs[0].text = "ACME"
        header.add_paragraph("")

    file = moulded(file_with(change))
    (header,) = [file.root(name) for name in file.parts if name.startswith("word/header")]
    assert [words_of(line) for line in header] == ["ACME", "", "\u00a0TLP:GREEN\u00a0"]


def test_a_header_of_a_former_brief_is_not_carried_on() -> None:
    file = moulded(specimen(Theme()))
    running = [
        words_of(file.root(name)) for name in file.parts if name.startswith(("word/header", "word/footer"))
    ]
    assert running
    assert all("TLP:GREEN" in words and "Marking" not in words for words in running)


def rewritten(reference: bytes, part: str, *changes: tuple[bytes, bytes]) -> bytes:
    """The file with some bytes of one part exchanged; a part that is not there is added."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(reference)) as source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            data = source.read(name)
            for old, new in changes if name == part else ():
                assert old in data
                data = data.replace(old, new)
            archive.writestr(name, data)
    return target.getvalue()


TYPES = "[Content_Types].xml"


def test_a_template_serves_as_well_as_a_document() -> None:
    template = rewritten(file_with(untouched), TYPES, (b"document.main+xml", b"template.main+xml"))
    file = moulded(template)
    assert file.words_in("Title") == ["Every block & <every> place"]
    assert b"template.main" not in file.parts[TYPES]


def test_a_section_without_measures_gets_the_page_of_the_theme() -> None:
    def change(document: WordDocument) -> None:
        body = document.element.body
        body.remove(body.sectPr)

    sizes = [
        one.get(f"{W}w") for one in moulded(file_with(change)).root("word/document.xml").iter(f"{W}pgSz")
    ]
    assert sizes == ["11906", "16838"]


def test_pages_are_those_of_the_file() -> None:
    def change(document: WordDocument) -> None:
        document.sections[0].page_width, document.sections[0].page_height = Pt(400), Pt(600)

    document = moulded(file_with(change)).root("word/document.xml")
    sizes = [(one.get(f"{W}w"), one.get(f"{W}h")) for one in document.iter(f"{W}pgSz")]
    assert sizes == [("8000", "12000"), ("12000", "8000")]
    margins = [
        int(one.get(f"{W}left", "")) + int(one.get(f"{W}right", "")) for one in document.iter(f"{W}pgMar")
    ]
    tables = [int(one.get(f"{W}w", "")) for one in document.iter(f"{W}tblW")]
    assert all(abs(table - (8000 - margins[0])) < 5 for table in tables)


def test_the_tie_to_a_template_elsewhere_is_cut() -> None:
    def change(document: WordDocument) -> None:
        part = document.part.part_related_by(RELATIONSHIP_TYPE.SETTINGS)
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"
        relation = part.relate_to("file:///C:/Users/somebody/letter.dotx", kind, is_external=True)
        document.settings.element.insert(
            0, parse_xml(f'<w:attachedTemplate {nsdecls("w", "r")} r:id="{relation}"/>')
        )

    file = moulded(file_with(change))
    assert all(b"somebody" not in data for data in file.parts.values())


def test_a_role_wears_the_style_it_is_given() -> None:
    file = moulded(file_with(untouched), quotation="intense quote", heading1="Heading 5")
    assert file.words_in("Intense Quote") == [
        "“The DPRK is significantly benefiting.”[^8]",
        "“It is more capable.”",
    ]
    assert file.words_in("heading 5") == ["Key judgements", "The Korean People’s Army[^2]", "Sources"]


@pytest.mark.parametrize(
    ("roles", "code", "message", "hint"),
    [
        ({"quotation": "Block Qoute"}, "WD203", "no paragraph style 'Block Qoute'", ""),
        ({"body": "Body Txt"}, "WD203", "no paragraph style 'Body Txt' for the role 'body'", "'body text'"),
        ({"link": "Body Text"}, "WD203", "needs a character style, and 'Body Text' is a paragraph style", ""),
        ({"qoutation": "Quote"}, "WD202", "no role 'qoutation'", "did you mean 'quotation'?"),
    ],
)
def test_a_style_that_is_not_there_is_an_error_that_names_the_nearest(
    roles: dict[str, str], code: str, message: str, hint: str
) -> None:
    rendered = render(every_block(), Theme(), file_with(untouched), roles)
    (found,) = rendered.diagnostics
    assert (found.code, found.severity) == (code, Severity.ERROR)
    assert message in found.message
    assert hint in found.hint
    assert faults_of(rendered.data) == []


def test_a_style_that_word_has_not_is_added_in_the_files_own_font() -> None:
    file = moulded(file_with(untouched))
    callout = next(
        one for one in file.root("word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Callout"
    )
    assert list(callout.iter(f"{W}rFonts")) == []
    assert [one.get(f"{W}val") for one in callout.iter(f"{W}basedOn")] == ["Normal"]


def test_a_style_of_the_same_name_for_other_things_is_left_alone() -> None:
    def change(document: WordDocument) -> None:
        document.styles.add_style("Callout", WD_STYLE_TYPE.CHARACTER)

    names = moulded(file_with(change)).style_names()
    assert sorted(name for name in names.values() if name.startswith("Callout")) == [
        *("Callout", "Callout (brief)", "Callout Details", "Callout Label"),
    ]


def test_lists_of_the_file_keep_their_numbers_and_the_briefs_get_others() -> None:
    file = moulded(file_with(untouched))
    held = read(file_with(untouched)).root("word/numbering.xml").findall(f"{W}num")
    kept = {one.get(f"{W}numId") for one in held}
    used = {one.get(f"{W}val") for one in file.root("word/document.xml").iter(f"{W}numId")}
    assert kept and used and not kept & used


@pytest.mark.parametrize(
    ("reference", "reason"),
    [
        (b"", "not a sound Word file"),
        (b"PK\x03\x04 but no zip", "not a sound Word file"),
        (
            rewritten(
                file_with(untouched),
                TYPES,
                (
                    b"openxmlformats-officedocument.wordprocessingml.document.main",
                    b"ms-word.document.macroEnabled.main",
                ),
            ),
            "macros",
        ),
        (
            rewritten(
                file_with(untouched), "_rels/.rels", (b"schemas.openxmlformats.org", b"purl.oclc.org/ooxml")
            ),
            "Strict",
        ),
        (rewritten(file_with(untouched), "word/document.xml", (b'w:w="12240"', b'w:w="wide"')), "measures"),
        (
            rewritten(file_with(untouched), "word/document.xml", (b"<w:body>", b"<w:bdy>")),
            "not a sound Word file",
        ),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "encrypted"),
        (file_with(untouched)[:4000], "not a sound Word file"),
        (file_with(untouched).replace(b"word/document.xml", b"word/documenx.xml"), "not a sound Word file"),
    ],
)
def test_a_file_that_cannot_serve_is_refused_and_the_brief_set_without_it(
    reference: bytes, reason: str
) -> None:
    rendered = render(every_block(), Theme(), reference)
    assert [found.code for found in rendered.diagnostics] == ["WD201"]
    assert reason in rendered.diagnostics[0].message
    assert rendered.data == render(every_block(), Theme()).data


def test_the_reference_that_comes_with_briefgen_shows_the_styles_of_its_theme() -> None:
    shipped = Path(__file__).parents[3] / "templates" / "word" / "reference.docx"
    styles = "word/styles.xml"
    assert read(shipped.read_bytes()).parts[styles] == read(specimen(Theme())).parts[styles], (
        "write it anew: make docs"
    )
