"""A whole document as PDF: what its readers see, hear, copy and click."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pytest

from briefgen.model.chart import Event, Timeline
from briefgen.model.document import (
    Block,
    Cell,
    Document,
    Figure,
    Image,
    Inlines,
    Link,
    NoteMark,
    Paragraph,
    Section,
    Text,
    plain,
    runs_of,
)
from briefgen.rendering.pdf import render
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme
from tests.rendering.pdf.documents import Writer, long_document
from tests.rendering.pdf.reading import opened, read
from tests.samples import every_block, words

FONTS = Path(__file__).parents[3] / "templates" / "fonts"


def fonts(name: str) -> bytes:
    return (FONTS / name).read_bytes()


def printed(document: Document, theme: Theme | None = None) -> Rendered:
    return render(document, theme or Theme(), fonts)


def page_texts(data: bytes) -> list[str]:
    """What copying each page gives, blanks as single spaces."""
    pages = pypdfium2.PdfDocument(data)
    return [" ".join(page.get_textpage().get_text_range().split()) for page in pages]


def with_body(*inlines: Inlines, landscape: bool = False) -> Document:
    """The sample with one section of these paragraphs."""
    sample = every_block()
    blocks = tuple(Paragraph(id=f"p{number}", inlines=each) for number, each in enumerate(inlines))
    section = Section(id="s", heading=replace(sample.sections[0].heading, id="h"), blocks=blocks)
    return replace(sample, sections=(replace(section, landscape=landscape),), notes=())


@pytest.fixture(scope="module")
def sample() -> Rendered:
    return printed(every_block())


def test_equal_documents_give_equal_bytes(sample: Rendered) -> None:
    assert printed(every_block()).data == sample.data


def test_nothing_is_reported_where_all_can_be_set(sample: Rendered) -> None:
    assert sample.diagnostics == ()


def test_every_page_is_marked_above_and_below_and_numbered(sample: Rendered) -> None:
    texts = page_texts(sample.data)
    for number, text in enumerate(texts, 1):
        assert text.count("TLP:GREEN") >= 2
        assert f"Page {number} of {len(texts)}" in text


def test_a_landscape_section_turns_its_pages_and_keeps_the_marking(sample: Rendered) -> None:
    with opened(sample.data) as pdf:
        boxes = [[float(value) for value in page.MediaBox] for page in pdf.pages]
    assert [box[2] > box[3] for box in boxes] == [False, False, True]
    assert page_texts(sample.data)[2].count("TLP:GREEN") == 2


def test_the_structure_reads_in_order_with_each_note_behind_the_block_that_marks_it(sample: Rendered) -> None:
    root = read(sample.data)
    kinds = [each.tag for each in root.walk()]
    assert [each.words for each in root.all("H1")] == [
        "Key judgements",
        "The Korean People’s Army2",
        "Sources",
    ]
    assert [each.words for each in root.all("H2")] == ["Branches"]
    assert kinds.count("Note") == 14
    section = root.all("Sect")[2]
    order = [part.tag for part in section.parts if not isinstance(part, str)]
    assert order[:5] == ["H1", "Note", "P", "Note", "Note"]
    assert root.all("Note")[0].words == "1 Shea, “Remarks,” UNITED24 Media, para. 1: “the words of note 1.”"


def test_a_note_stands_on_the_page_of_its_first_mark() -> None:
    root = read(printed(long_document(12)).data)
    marks = {each.words: each.first_page() for each in reversed(root.all("Reference"))}
    notes = root.all("Note")
    assert len(notes) == 96
    for note in notes:
        number = note.all("Lbl")[0].words
        assert note.first_page() == marks[number]


def test_words_keep_their_language(sample: Rendered) -> None:
    with opened(sample.data) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        content = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert b"/Lang(ko)" in content
    assert b"/Lang(ru)" in content


def test_tables_name_their_headers_and_scope(sample: Rendered) -> None:
    table = read(sample.data).all("Table")[0]
    scopes = [(each.words, each.entries["/A"]["/Scope"]) for each in table.all("TH")]
    assert scopes == [
        ("Quantity", "/Column"),
        ("Value11", "/Column"),
        ("Remark", "/Column"),
        ("Shells", "/Row"),
        ("Shells", "/Row"),
    ]
    assert [each.words for each in table.all("TD")] == ["5–8 million12", "", "9 million5", "“so far”13"]
    assert table.all("Caption")[0].words == "Who says what10"


def test_lists_have_labels_and_bodies(sample: Rendered) -> None:
    outer = read(sample.data).all("L")[0]
    assert [each.words for each in outer.all("Lbl")] == ["•", "•", "3.", "4."]
    assert outer.all("LBody")[0].words == "Ground Forces.6"


def test_figures_have_words_that_stand_for_them(sample: Rendered) -> None:
    figure = read(sample.data).all("Figure")[0]
    assert figure.entries["/Alt"] == "Shells: 5 to 8 million by one source, 9 million by another."


def test_the_words_of_a_chart_stand_where_they_belong_behind_a_raised_mark_too() -> None:
    def height_of_words(behind_the_mark: str) -> float:
        writer = Writer()
        before = Paragraph(id="p", inlines=(Text(text="A fact."), writer.note(), Text(text=behind_the_mark)))
        timeline = Timeline(title="", events=(Event(start="2025-03-05", end="", label="Qualm."),))
        blocks = (before, Figure(id="f", content=timeline, alt="Qualm.", caption=()))
        data = printed(writer.document((Section(id="s", heading=writer.heading(1), blocks=blocks),))).data
        text = pypdfium2.PdfDocument(data)[0].get_textpage()
        return float(text.get_charbox(text.get_text_range().index("Qualm."))[1])

    assert height_of_words("") == height_of_words(" A word.")


def test_marks_and_notes_lead_to_one_another(sample: Rendered) -> None:
    links = list(_links(sample.data))
    assert ("note.n1", "Note 1") in links
    assert ("mark.n1", "Back to the mark of note 1") in links
    assert sum(place == "note.n5" for place, _ in links) == 2
    with opened(sample.data) as pdf:
        names = _names(pdf)
    assert {place for place, _ in links if not place.startswith("http")} <= names
    assert ("https://example.org/report?a=1&b=2", "the report (https://example.org/report?a=1&b=2)") in links


def test_an_outline_shows_the_headings(sample: Rendered) -> None:
    with opened(sample.data) as pdf, pdf.open_outline() as outline:
        shown = [(item.title, [child.title for child in item.children]) for item in outline.root]
    assert shown == [
        ("Key judgements", []),
        ("The Korean People’s Army", ["Branches"]),
        ("Sources", []),
    ]


def test_metadata_are_those_of_the_document_and_of_no_clock(sample: Rendered) -> None:
    with opened(sample.data) as pdf:
        assert str(pdf.docinfo.Title) == "Every block & <every> place"
        assert str(pdf.docinfo.CreationDate) == "D:20250120000000Z"
        with pdf.open_metadata() as metadata:
            assert metadata["dc:title"] == "Every block & <every> place"
            assert metadata["dc:creator"] == ["A. N. Analyst"]
            assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
            assert metadata["pdfuaid:part"] == "1"


def test_all_fonts_are_embedded_and_only_those_used_are_read() -> None:
    asked: list[str] = []

    def noting(name: str) -> bytes:
        asked.append(name)
        return fonts(name)

    document = with_body(words("Nothing but plain words."))
    data = render(document, Theme(), noting).data
    assert "NotoSansKR-Regular.ttf" not in asked
    assert len(asked) == len(set(asked))
    with opened(data) as pdf:
        for font in pdf.pages[0].Resources.Font.values():
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def test_hangul_and_cyrillic_are_set_and_copied() -> None:
    text = "조선인민군 (Корейская народная армия) Ἑλλάς"
    rendered = printed(with_body(words(text)))
    assert rendered.diagnostics == ()
    assert text in page_texts(rendered.data)[0]


def test_characters_that_no_font_has_are_reported_by_name_and_still_copied() -> None:
    rendered = printed(with_body(words("A word 漢 and a face 😀.")))
    assert [(each.code, each.message) for each in rendered.diagnostics] == [
        ("PD101", "no font has CJK UNIFIED IDEOGRAPH-6F22 (U+6F22)"),
        ("PD101", "no font has GRINNING FACE (U+1F600)"),
    ]
    assert "A word 漢 and a face 😀." in read(rendered.data).words


def test_control_characters_and_hidden_directions_are_dropped() -> None:
    rendered = printed(with_body(words("safe\x00\x07\u202e text\u0000 e\u0301")))
    assert rendered.diagnostics == ()
    assert read(rendered.data).all("P")[-1].words == "safe text é"


def test_markup_in_words_stays_words() -> None:
    text = '<img src="/etc/passwd"/> & <b>no</b> (a\\b) )( %s {0}'
    assert text in page_texts(printed(with_body(words(text))).data)[0]


def test_words_broken_at_a_line_end_copy_and_read_whole() -> None:
    text = Writer(3).words(400)
    rendered = printed(with_body(words(text)))
    with opened(rendered.data) as pdf:
        assert b"/ActualText" in pdf.pages[0].Contents.read_bytes()
    assert " ".join(text.split()) in " ".join(page_texts(rendered.data))
    assert read(rendered.data).all("P")[-1].words == text


def test_an_address_longer_than_a_line_is_broken_and_copied_whole() -> None:
    address = "https://example.org/" + "a-long-name/" * 12 + "x" * 120
    rendered = printed(with_body(words(f"See {address} there.")))
    assert f"See {address} there." in page_texts(rendered.data)[0]
    for left, right in _edges(rendered.data, 0):
        assert left > 77
        assert right < 519


def test_no_break_spaces_hold_and_are_copied_as_such() -> None:
    for width in range(0, 60, 4):
        text = f"{'x' * width} {'word ' * 11}5\u00a0million people"
        document = with_body(words(text))
        lines = pypdfium2.PdfDocument(printed(document).data)[0].get_textpage().get_text_range()
        assert "5\u00a0million" in lines


def test_links_that_lead_nowhere_or_astray_are_words_and_are_reported() -> None:
    rendered = printed(
        with_body(
            (
                Link(target="#nowhere", inlines=words("one")),
                Link(target="javascript:alert(1)", inlines=words(" two")),
                Link(target="file:///etc/passwd", inlines=words(" three")),
                NoteMark(note="unknown"),
            )
        )
    )
    assert [each.code for each in rendered.diagnostics] == ["PD103", "PD104", "PD104", "PD102"]
    assert not [link for link in _links(rendered.data) if "nowhere" in link[0] or ":" in link[0]]
    assert "one two three" in page_texts(rendered.data)[0]


def test_contents_name_the_pages_that_headings_stand_on() -> None:
    data = printed(long_document(30)).data
    root = read(data)
    headings = {each.words: each.first_page() + 1 for each in root.all("H1")}
    entries = [each.words for each in root.all("TOCI")]
    assert entries == [f"{title} {page}" for title, page in headings.items()]


def test_short_briefs_have_no_contents() -> None:
    assert not read(printed(long_document(Theme().contents_from - 1)).data).all("TOC")
    assert read(printed(long_document(Theme().contents_from)).data).all("TOC")


def test_a_table_longer_than_a_page_repeats_its_header_without_reading_it_twice() -> None:
    writer = Writer(1)
    table = writer.table(60, 8)
    section = Section(id="s", heading=writer.heading(1), blocks=(table,))
    data = printed(writer.document((section,))).data
    texts = page_texts(data)
    assert len(texts) > 2
    assert all("Quantity Value Remark" in text for text in texts)
    assert len(read(data).all("THead")) == 1
    assert [each.words for each in read(data).all("TH")] == ["Quantity", "Value", "Remark"]


def test_a_row_taller_than_a_page_goes_on_over_pages_and_keeps_its_notes() -> None:
    writer = Writer(2)
    table = writer.table(1, 1200, 30, 30, 30)
    data = printed(writer.document((Section(id="s", heading=writer.heading(1), blocks=(table,)),))).data
    root = read(data)
    assert len(page_texts(data)) >= 3
    assert len(root.all("TR")) == 2
    assert [each.all("Lbl")[0].words for each in root.all("Note")] == ["1", "2", "3"]


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "1", "LA"])
def test_pictures_of_every_kind_are_shown(mode: str) -> None:
    assert _images(_picture(_png(mode))) == [(40, 30)]


@pytest.mark.parametrize("mode", ["RGB", "L", "CMYK"])
def test_jpegs_are_shown(mode: str) -> None:
    assert _images(_picture(_png(mode, "JPEG"))) == [(40, 30)]


def test_a_picture_that_cannot_be_read_is_a_frame_with_its_words_and_a_warning() -> None:
    rendered = _picture(b"GIF89a nothing")
    assert [each.code for each in rendered.diagnostics] == ["PD106"]
    assert "Words for the picture" in " ".join(page_texts(rendered.data))


def test_a_document_without_marking_sections_or_notes_is_a_page() -> None:
    bare = Document(
        name="bare",
        title="Bare",
        language="en",
        as_of="",
        dated="2025-01-20T00:00:00Z",
        sections=(),
        notes=(),
    )
    assert "Bare" in page_texts(printed(bare).data)[0]


def _png(mode: str, kind: str = "PNG") -> bytes:
    from PIL import Image as Pixels

    held = io.BytesIO()
    Pixels.linear_gradient("L").resize((40, 30)).convert(mode).save(held, kind)
    return held.getvalue()


def _picture(data: bytes) -> Rendered:
    sample = every_block()
    figure = Figure(id="f", alt="Words for the picture", content=Image(media_type="image/png", data=data))
    section = Section(id="s", heading=sample.sections[0].heading, blocks=(figure,))
    return printed(replace(sample, sections=(section,), notes=()))


def _images(rendered: Rendered) -> list[tuple[int, int]]:
    assert rendered.diagnostics == ()
    pages = pypdfium2.PdfDocument(rendered.data)
    shown = [each for page in pages for each in page.get_objects() if each.type == 3]
    return [each.get_px_size() for each in shown]


def _links(data: bytes) -> list[tuple[str, str]]:
    found = []
    with opened(data) as pdf:
        for page in pdf.pages:
            for link in page.get("/Annots", []):
                place = link.A.URI if "/A" in link else link.Dest
                found.append((str(place), str(link.Contents)))
    return found


def _names(pdf: pikepdf.Pdf) -> set[str]:
    return {str(name) for node in pdf.Root.Names.Dests.Kids for name in list(node.Names)[::2]}


def _edges(data: bytes, page: int) -> list[tuple[float, float]]:
    text = pypdfium2.PdfDocument(data)[page].get_textpage()
    boxes = [text.get_charbox(index) for index in range(text.count_chars())]
    return [(left, right) for left, _, right, _ in boxes if right > left]


def test_plain_text_runs_are_equal_to_the_document(sample: Rendered) -> None:
    said = read(sample.data).words
    for inlines in (words("has around 1.2 million people under arms."), (Text(text="a < b & c > d."),)):
        assert "".join(each.text for each in inlines if isinstance(each, Text)) in said


def test_a_note_that_no_mark_names_is_reported() -> None:
    bare = with_body(words("No marks here."))
    rendered = printed(replace(bare, notes=every_block().notes[:1]))
    assert [each.code for each in rendered.diagnostics] == ["PD105"]


def test_a_remark_stays_with_the_table_above_it() -> None:
    for lines in range(24, 34):
        writer = Writer(lines)
        blocks: tuple[Block, ...] = (
            *(writer.paragraph(8) for _ in range(lines)),
            replace(writer.table(2, 3), caption=()),
            Paragraph(id="r", role="remark", inlines=words("A remark of its own.")),
        )
        data = printed(writer.document((Section(id="s", heading=writer.heading(1), blocks=blocks),))).data
        pages = [text for text in page_texts(data) if "A remark of its own." in text]
        assert "Quantity Value Remark" in pages[0]


@pytest.mark.parametrize("rows", [2, 3, 5, 6])
def test_no_row_of_a_small_table_stands_alone_on_a_page(rows: int) -> None:
    parted = 0
    for lines in range(22, 34):
        writer = Writer(lines)
        table = writer.table(rows, 3)
        cells = tuple((Cell(inlines=words(f"Row-{at}.")), *row[1:]) for at, row in enumerate(table.rows))
        blocks: tuple[Block, ...] = (
            *(writer.paragraph(8) for _ in range(lines)),
            replace(table, rows=cells),
        )
        data = printed(writer.document((Section(id="s", heading=writer.heading(1), blocks=blocks),))).data
        counts = [text.count("Row-") for text in page_texts(data)]
        assert 1 not in counts, counts
        parted += len([count for count in counts if count]) > 1
    assert bool(parted) == (rows > 3), "a larger one is parted rather than pushed off the page"


def test_the_label_of_a_box_taller_than_a_page_stays_with_its_words() -> None:
    for lines in range(20, 32):
        writer = Writer(lines)
        blocks: tuple[Block, ...] = (*(writer.paragraph(8) for _ in range(lines)), writer.callout(900))
        data = printed(writer.document((Section(id="s", heading=writer.heading(1), blocks=blocks),))).data
        labelled = next(text for text in page_texts(data) if "Judgement" in text)
        assert len(labelled.partition("Judgement")[2].split()) > 20
        assert "Low confidence." in page_texts(data)[-1].partition("(55–80 %)")[2]


def test_names_and_addresses_of_any_script_can_be_clicked() -> None:
    sample = with_body(
        (
            Link(target="https://example.org/조선?q=(a)", inlines=words("far")),
            Link(target="#절", inlines=words("near")),
        )
    )
    section = replace(sample.sections[0], id="절")
    rendered = printed(replace(sample, sections=(section,)))
    assert rendered.diagnostics == ()
    with opened(rendered.data) as pdf:
        far, near = pdf.pages[0].Annots
        assert bytes(far.A.URI) == b"https://example.org/%EC%A1%B0%EC%84%A0?q=(a)"
        assert bytes(near.Dest).decode() == "절"
        assert "절".encode() in [
            bytes(name) for node in pdf.Root.Names.Dests.Kids for name in list(node.Names)[::2]
        ]


def test_broken_unicode_does_no_harm() -> None:
    odd = "a\ud800b\uffff\U000e0001c"
    sample = replace(with_body(words(odd)), title=odd, subtitle=odd, authors=(odd,))
    assert "ab" in read(printed(sample).data).words


@pytest.mark.parametrize("lead", range(0, 60, 6))
def test_what_goes_on_behind_the_contents_is_read_in_order(lead: int) -> None:
    writer = Writer(lead)
    blocks = (writer.paragraph(4 + 4 * lead, 80, 30), writer.list(9, 20, 12), writer.table(8, 14, 9))
    sections = tuple(
        Section(id=f"s{index}", heading=writer.heading(1), blocks=blocks if index == 0 else ())
        for index in range(20)
    )
    document = writer.document(sections)
    root = read(printed(document).data)
    assert root.all("TOC")
    said = root.words
    at = 0
    for block in blocks:
        for run in runs_of(block):
            for inline in run:
                if isinstance(inline, Text) and inline.text.strip():
                    found = said.find(inline.text.strip(), at)
                    assert found >= 0
                    at = found + len(inline.text.strip())
    assert [each.words for each in root.all("Note")] == [
        f"{note.number} {''.join(plain((part,)) for part in note.inlines)}" for note in document.notes
    ]
