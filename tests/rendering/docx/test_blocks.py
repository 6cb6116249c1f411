"""Each kind of block as an author finds it in Word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Figure,
    Image,
    Link,
    List,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
)
from briefgen.rendering.docx import render
from briefgen.rendering.docx.tables import column_widths
from briefgen.rendering.theme import Theme
from tests.rendering.docx.documents import PIXEL, long_document
from tests.rendering.docx.reading import PLACED, Read, W, read
from tests.samples import every_block, words


def file_of(*blocks: Block) -> Read:
    document = long_document(paragraphs=0)
    section = replace(document.sections[0], blocks=blocks)
    return read(render(replace(document, sections=(section,)), Theme()).data)


def items(*texts: str) -> tuple[ListItem, ...]:
    return tuple(
        ListItem(id=f"{text}-i", blocks=(Paragraph(id=f"{text}-p", inlines=words(text)),)) for text in texts
    )


def attribute(element: etree._Element, path: str) -> str | None:
    found = element.find(path, {"w": W[1:-1]})
    return None if found is None else found.get(f"{W}val")


def list_starts(file: Read) -> list[tuple[str | None, str | None]]:
    """For each list item, the number of its list, and where that list starts anew."""
    numbering = {one.get(f"{W}numId"): one for one in file.root("word/numbering.xml").iter(f"{W}num")}
    numbers = [one.get(f"{W}val") for one in file.root("word/document.xml").iter(f"{W}numId")]
    return [(number, attribute(numbering[number], "w:lvlOverride/w:startOverride")) for number in numbers]


def test_each_numbered_list_counts_anew_from_its_own_start() -> None:
    file = file_of(
        List(id="one", ordered=True, items=items("a", "b")),
        List(id="two", ordered=True, start=7, items=items("c")),
    )
    (first, starts), (second, _), (third, later) = list_starts(file)
    assert (first, starts) == (second, "1")
    assert third != first and later == "7"


def test_lists_within_lists_stand_a_level_deeper() -> None:
    inner = List(id="inner", ordered=True, items=items("b"))
    item = ListItem(id="i", blocks=(Paragraph(id="p", inlines=words("a")), inner))
    file = file_of(List(id="outer", ordered=False, items=(item,)))
    assert file.words_in("List Bullet") == ["a"]
    assert file.words_in("List Number 2") == ["b"]
    assert [one.get(f"{W}val") for one in file.root("word/document.xml").iter(f"{W}ilvl")] == ["0", "1"]


def test_an_item_goes_on_after_a_list_within_it() -> None:
    blocks = (Paragraph(id="p", inlines=words("first")), Paragraph(id="q", inlines=words("further")))
    file = file_of(List(id="l", ordered=False, items=(ListItem(id="i", blocks=blocks),)))
    assert file.words_in("List Bullet") == ["first"]
    assert file.words_in("List Continue") == ["further"]


def small_table(**changes: object) -> Table:
    table = Table(
        id="t",
        columns=(Column(), Column(align="right")),
        header=(Cell(inlines=words("Name")), Cell(inlines=words("Value"))),
        rows=((Cell(inlines=words("Shells")), Cell(inlines=())),),
    )
    return replace(table, **changes)  # type: ignore[arg-type]


def test_a_tables_header_repeats_and_its_rows_stay_whole() -> None:
    rows = list(file_of(small_table()).root("word/document.xml").iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False]
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


def test_a_table_without_header_has_none() -> None:
    document = file_of(small_table(header=())).root("word/document.xml")
    assert list(document.iter(f"{W}tblHeader")) == []
    assert [one.get(f"{W}firstRow") for one in document.iter(f"{W}tblLook")] == ["0"]


def test_a_table_whose_first_cells_name_the_rows_says_so() -> None:
    document = file_of(small_table(row_headers=True)).root("word/document.xml")
    assert [one.get(f"{W}firstColumn") for one in document.iter(f"{W}tblLook")] == ["1"]


def test_cells_are_set_as_their_column_asks() -> None:
    cells = file_of(small_table()).root("word/document.xml").iter(f"{W}tc")
    assert [attribute(cell, "w:p/w:pPr/w:jc") for cell in cells] == [None, "right", None, "right"]


def test_column_widths_add_up_and_follow_weights_and_words() -> None:
    wordy = (Cell(inlines=words("a")), Cell(inlines=words("many words in this cell, more than in the other")))
    narrow, wide = column_widths(small_table(rows=(wordy,)), 400, 8.5)
    assert narrow + wide == pytest.approx(400) and wide > 3 * narrow
    weighted = small_table(columns=(Column(weight=1.0), Column(weight=3.0)))
    assert column_widths(weighted, 400, 8.5) == pytest.approx([100, 300])
    mixed = small_table(columns=(Column(), Column(weight=2.0)))
    assert sum(column_widths(mixed, 400, 8.5)) == pytest.approx(400)


def test_the_words_of_a_callout_stand_in_three_styles() -> None:
    paragraphs = read(render(every_block(), Theme()).data).paragraphs()
    at = paragraphs.index(("Callout Label", "Judgement"))
    assert [style for style, _ in paragraphs[at : at + 3]] == ["Callout Label", "Callout", "Callout Details"]


def test_a_callout_without_details_has_two() -> None:
    file = file_of(Callout(id="c", kind="gap", label="Gap", inlines=words("Nothing is known.")))
    assert (file.words_in("Callout"), file.words_in("Callout Details")) == (["Nothing is known."], [])


def test_a_no_break_space_keeps_a_number_with_the_sign_behind_it() -> None:
    bold = Strong(inlines=words("97"))
    file = file_of(Paragraph(id="p", inlines=(*words("Of 5 kg, 20 % cost "), bold, *words(" € each."))))
    assert file.words_in("Body Text") == ["Of 5\u00a0kg, 20\u00a0% cost 97\u00a0€ each."]


def test_the_bookmark_of_a_block_holds_its_first_words() -> None:
    file = read(render(every_block(), Theme()).data)
    assert file.bookmarked("bg_army_branches") == "Branches"
    assert file.bookmarked("bg_branches") == file.bookmarked("bg_b1") == "Ground Forces."
    assert file.bookmarked("bg_gap_1") == "Gap"
    assert file.bookmarked("bg_estimates") == "Quantity"
    assert file.bookmarked("bgc_estimates") == "Who says what"
    assert file.bookmarked("bg_shea") == "“The DPRK is significantly benefiting.”"
    assert file.bookmarked("bgd_title") == "Every block & <every> place"


def test_a_charts_words_stand_for_it() -> None:
    drawings = list(
        read(render(every_block(), Theme()).data).root("word/document.xml").iter(f"{PLACED}docPr")
    )
    assert [one.get("descr") for one in drawings] == [
        "Shells: 5 to 8 million by one source, 9 million by another."
    ]


def test_a_picture_keeps_its_bytes_and_fits_the_page() -> None:
    image = Image(media_type="image/png", data=PIXEL, width=2000.0)
    file = file_of(
        Figure(id="one", content=image, alt="A pixel."), Figure(id="two", content=image, alt="The same.")
    )
    assert [data for name, data in file.parts.items() if name.startswith("word/media/")] == [PIXEL]
    extents = [one.get("cx") for one in file.root("word/document.xml").iter(f"{PLACED}extent")]
    assert len(extents) == 2
    assert all(int(extent or 0) <= (595.276 - 156) * 12700 + 1 for extent in extents)


def test_a_picture_that_cannot_be_read_gives_way_to_its_words() -> None:
    document = long_document(paragraphs=0)
    broken = Figure(id="f", content=Image(media_type="image/jpeg", data=b"GIF89a"), alt="A map of Kursk.")
    rendered = render(replace(document, sections=(replace(document.sections[0], blocks=(broken,)),)), Theme())
    assert [found.code for found in rendered.diagnostics] == ["WD103"]
    assert read(rendered.data).words_in("Figure") == ["A map of Kursk."]


def linked(target: str) -> Document:
    document = long_document(paragraphs=0)
    link = Link(target=target, inlines=words("here"))
    paragraph = Paragraph(id="p", inlines=(Text(text="See "), link))
    return replace(document, sections=(replace(document.sections[0], blocks=(paragraph,)),))


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://example.org/a?b=1&c=2#d", "https://example.org/a?b=1&c=2#d"),
        ("http://example.org/ü ü", "http://example.org/%C3%BC%20%C3%BC"),
        ("https://пример.рф:8080/", "https://xn--e1afmkfd.xn--p1ai:8080/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_web_and_mail_addresses_are_links(target: str, address: str) -> None:
    relations = read(render(linked(target), Theme()).data).root("word/_rels/document.xml.rels")
    assert [one.get("Target") for one in relations if one.get("TargetMode") == "External"] == [address]


@pytest.mark.parametrize(
    "target",
    [
        *("javascript:alert(1)", "file:///etc/passwd", "https://[bad", "https://", "mailto:", "#nowhere"),
        *("https://user:password@example.org/", "https://example.org:99999/", "https://" + "x" * 3000, ""),
        *("\\\\server\\share", "data:text/html,x", "https://exa mple.org/"),
    ],
)
def test_other_addresses_are_set_as_words_and_reported(target: str) -> None:
    rendered = render(linked(target), Theme())
    assert [found.code for found in rendered.diagnostics] == ["WD102"]
    assert read(rendered.data).words_in("Body Text") == ["See here"]
    assert b"External" not in read(rendered.data).parts["word/_rels/document.xml.rels"]


def test_a_link_to_a_block_leads_to_its_bookmark() -> None:
    document = read(render(every_block(), Theme()).data).root("word/document.xml")
    assert [one.get(f"{W}anchor") for one in document.iter(f"{W}hyperlink")] == [None, "bg_estimates"]
