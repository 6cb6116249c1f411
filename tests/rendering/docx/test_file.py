"""The file as a whole: what it says of itself, its pages, its contents, its languages."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from briefgen.model.document import Heading, Link, Marking, Paragraph, Text
from briefgen.rendering.docx import render
from briefgen.rendering.docx.markup import escaped
from briefgen.rendering.docx.styles import OWN
from briefgen.rendering.theme import Theme
from tests.rendering.docx.documents import long_document
from tests.rendering.docx.reading import Read, W, read, words_of
from tests.samples import every_block


def rendered(**changes: object) -> Read:
    return read(render(replace(every_block(), **changes), Theme()).data)  # type: ignore[arg-type]


def property_of(file: Read, name: str) -> list[str | None]:
    return [one.text for one in file.root("docProps/core.xml").iter() if str(one.tag).endswith(f"}}{name}")]


def test_the_file_names_its_title_authors_language_and_date() -> None:
    file = rendered()
    assert property_of(file, "title") == ["Every block & <every> place"]
    assert property_of(file, "subject") == ["A document for renderers"]
    assert property_of(file, "creator") == ["A. N. Analyst"]
    assert property_of(file, "language") == ["en-GB"]
    assert property_of(file, "created") == property_of(file, "modified") == ["2025-01-20T00:00:00Z"]


def test_a_date_that_is_none_is_left_out() -> None:
    assert property_of(rendered(dated="some day"), "created") == []


def test_the_file_names_its_brief_and_edition() -> None:
    assert [
        (one.get("name"), words.text) for one in rendered().root("docProps/custom.xml") for words in one
    ] == [
        ("briefgen.document", "every-block"),
        ("briefgen.edition", "2025-01-20"),
    ]


@pytest.mark.parametrize(
    ("dated", "moment"),
    [("2025-01-20T00:00:00Z", (2025, 1, 20, 0, 0, 0)), ("", (1980, 1, 1, 0, 0, 0))],
)
def test_the_zip_bears_the_day_of_the_document(dated: str, moment: tuple[int, ...]) -> None:
    data = render(replace(every_block(), dated=dated), Theme()).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {moment}
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def running_words(file: Read) -> dict[str, str]:
    return {
        name: words_of(file.root(name))
        for name in file.parts
        if name.startswith(("word/header", "word/footer")) and name.endswith(".xml")
    }


def test_every_page_bears_the_marking_above_and_below_and_its_number() -> None:
    file = rendered()
    lines = running_words(file)
    assert lines["word/header1.xml"] == "Every block & <every> place\t\u00a0TLP:GREEN\u00a0"
    assert lines["word/header2.xml"] == "\t\u00a0TLP:GREEN\u00a0"
    assert lines["word/footer1.xml"] == "As of 20 January 2025   ·   Page 1 of 1\t\u00a0TLP:GREEN\u00a0"
    assert all("TLP:GREEN" in words for words in lines.values())
    fields = [one.text for one in file.root("word/footer1.xml").iter(f"{W}instrText")]
    assert fields == [" PAGE ", " NUMPAGES "]
    for section in file.root("word/document.xml").iter(f"{W}sectPr"):
        kinds = [(etree.QName(one).localname, one.get(f"{W}type")) for one in section if one.get(f"{W}type")]
        expected = {("headerReference", "default"), ("footerReference", "default")}
        if section.find(f"{W}titlePg") is not None:
            expected |= {("headerReference", "first"), ("footerReference", "first")}
        assert set(kinds) == expected


def test_the_marking_stands_in_its_colours_at_twelve_points() -> None:
    file = rendered()
    run = next(one for one in file.root("word/header1.xml").iter(f"{W}r") if "TLP" in words_of(one))
    assert [one.get(f"{W}val") for one in run.iter(f"{W}color")] == ["33FF00"]
    assert [one.get(f"{W}fill") for one in run.iter(f"{W}shd")] == ["000000"]
    style = next(
        one for one in file.root("word/styles.xml").iter(f"{W}style") if one.get(f"{W}styleId") == "Marking"
    )
    assert [int(one.get(f"{W}val", "0")) >= 24 for one in style.iter(f"{W}sz")] == [True]


def test_a_brief_without_marking_has_none() -> None:
    assert running_words(rendered(marking=None))["word/footer1.xml"] == (
        "As of 20 January 2025   ·   Page 1 of 1"
    )


def test_a_long_title_stops_short_of_the_marking() -> None:
    marking = Marking(text="TLP:AMBER+STRICT", colour="#ffc000", background="#000000")
    title = running_words(rendered(title="word " * 80, marking=marking))["word/header1.xml"].split("\t")[0]
    assert title.endswith("…") and len(title) < 80


def test_a_section_on_its_side_has_pages_of_its_own() -> None:
    sizes = [
        (one.get(f"{W}w"), one.get(f"{W}h"), one.get(f"{W}orient"))
        for one in rendered().root("word/document.xml").iter(f"{W}pgSz")
    ]
    assert sizes == [("11906", "16838", None), ("16838", "11906", "landscape")]


def contents_of(file: Read) -> list[tuple[str, str]]:
    return [(style, words) for style, words in file.paragraphs() if style.startswith("toc")]


def test_a_brief_of_enough_headings_has_contents_with_entries_that_lead_to_them() -> None:
    file = read(render(every_block(), Theme(contents_from=4)).data)
    assert contents_of(file) == [
        ("toc 1", "Key judgements\t1"),
        ("toc 1", "The Korean People’s Army\t1"),
        ("toc 2", "Branches\t1"),
        ("toc 1", "Sources\t3"),
    ]
    anchors = [one.get(f"{W}anchor") for one in file.root("word/document.xml").iter(f"{W}hyperlink")]
    assert anchors[:4] == ["bg_judgements_h", "bg_army_h", "bg_army_branches", "bg_sources_h"]
    fields = [(one.text or "").split()[0] for one in file.root("word/document.xml").iter(f"{W}instrText")]
    assert fields[:5] == ["TOC", "PAGEREF", "PAGEREF", "PAGEREF", "PAGEREF"]


def test_a_brief_of_few_headings_has_no_contents() -> None:
    assert contents_of(read(render(every_block(), Theme(contents_from=5)).data)) == []


def test_the_pages_in_the_contents_rise_through_a_long_brief() -> None:
    long = long_document(paragraphs=200)
    section = long.sections[0]
    headings = [Heading(id=f"h{at}", level=2, inlines=(Text(text=f"Part {at}"),)) for at in range(10)]
    blocks = tuple(
        one for at, heading in enumerate(headings) for one in (heading, *section.blocks[at * 20 :][:20])
    )
    brief = replace(long, sections=(replace(section, blocks=blocks),))
    pages = [
        int(words.split("\t")[1])
        for _, words in contents_of(read(render(brief, Theme(contents_from=3)).data))
    ]
    assert pages == sorted(pages)
    assert pages[0] == 1 and 9 <= pages[-1] <= 18


def languages(file: Read) -> dict[str, dict[str, str]]:
    found = {}
    for run in file.root("word/document.xml").iter(f"{W}r"):
        for one in run.iter(f"{W}lang"):
            found[words_of(run)] = {etree.QName(name).localname: str(value) for name, value in one.items()}
    return found


def test_foreign_words_say_their_language_in_the_slot_of_their_script() -> None:
    document = long_document(paragraphs=0)
    spoken = (("조선", "ko"), ("область", "ru"), ("جيش", "ar"), ("home", ""))
    paragraph = Paragraph(
        id="p", inlines=tuple(Text(text=text, language=language) for text, language in spoken)
    )
    section = replace(document.sections[0], blocks=(paragraph,))
    file = read(render(replace(document, sections=(section,)), Theme()).data)
    assert languages(file) == {
        "조선": {"val": "ko", "eastAsia": "ko"},
        "область": {"val": "ru"},
        "جيش": {"val": "ar", "bidi": "ar"},
    }
    assert [
        words_of(run) for run in file.root("word/document.xml").iter(f"{W}r") if list(run.iter(f"{W}rtl"))
    ] == ["جيش"]


def test_the_document_says_its_own_language_and_its_east_asian_font() -> None:
    defaults = rendered(language="ko").root("word/styles.xml").find(f"{W}docDefaults")
    assert defaults is not None
    assert [one.get(f"{W}eastAsia") for one in defaults.iter(f"{W}lang")] == ["ko"]
    assert [one.get(f"{W}eastAsia") for one in defaults.iter(f"{W}rFonts")] == [Theme().east_asian]


def test_an_address_is_in_no_language_so_that_nobody_hyphenates_it() -> None:
    address = "https://example.org/documentation"
    link = Link(target=address, inlines=(Text(text=address),))
    spoken = Link(target=address, inlines=(Text(text="the documentation"),))
    paragraph = Paragraph(id="p", inlines=(link, Text(text=" and "), spoken))
    document = long_document(paragraphs=0)
    section = replace(document.sections[0], blocks=(paragraph,))
    file = read(render(replace(document, sections=(section,)), Theme()).data)
    assert languages(file) == {address: {"val": "zxx"}}
    assert [
        words_of(run) for run in file.root("word/document.xml").iter(f"{W}r") if list(run.iter(f"{W}noProof"))
    ] == [address]


def test_letters_are_kerned_as_in_the_pdf() -> None:
    defaults = rendered().root("word/styles.xml").find(f"{W}docDefaults")
    assert defaults is not None
    assert [one.get(f"{W}val") for one in defaults.iter(f"{W}kern")] == ["2"]


def test_addresses_and_digests_of_a_source_get_no_hyphens() -> None:
    (entry,) = (
        style
        for style in rendered().root("word/styles.xml").iter(f"{W}style")
        if style.get(f"{W}styleId") == OWN.entry
    )
    assert entry.find(f"{W}pPr/{W}suppressAutoHyphens") is not None


def test_no_paragraph_of_words_is_formatted_where_a_style_serves() -> None:
    """Alignment of columns, lists, and what holds a box together: nothing else is said beside the style."""
    allowed = {"pStyle", "numPr", "keepNext", "jc", "sectPr", "spacing"}
    document = rendered().root("word/document.xml")
    for chart in list(
        document.iter("{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent")
    ):
        parent = chart.getparent()
        assert parent is not None
        parent.remove(chart)
    assert {etree.QName(one).localname for p in document.iter(f"{W}pPr") for one in p} <= allowed
    assert {etree.QName(one).localname for r in document.iter(f"{W}rPr") for one in r} <= {
        *("rStyle", "lang", "rFonts"),
        *("i", "iCs"),
    }


@settings(max_examples=300)
@given(text=st.text())
def test_text_comes_back_from_xml_without_what_xml_cannot_hold(text: str) -> None:
    back = etree.fromstring(f'<a b="{escaped(text)}">{escaped(text)}</a>'.encode())
    assert (back.text or "") == back.get("b")
    kept = [one for one in text if one.isprintable()]
    assert [one for one in back.text or "" if one.isprintable() and one != " "] == [
        one for one in kept if one != " "
    ]
