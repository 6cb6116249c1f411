"""Documents as Markdown with footnotes: what a reader of the file sees, and what its parser makes of it."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.model.document import (
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Heading,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    NoteMark,
    Paragraph,
    Quotation,
    Section,
    Strong,
    Table,
    Text,
    blocks_of,
    marks_of,
    plain,
)
from briefgen.rendering.markdown import render
from tests.samples import every_block, note, words

NOTES = (note(1), note(2))


def document(*blocks: Block) -> Document:
    heading = Heading(id="s-h", level=1, inlines=words("One"))
    return Document(
        name="d",
        title="A brief",
        language="en",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        sections=(Section(id="s", heading=heading, blocks=blocks),),
        notes=NOTES,
    )


def body(*blocks: Block) -> str:
    """What is written of some blocks."""
    text = render(document(*blocks)).data.decode()
    return text.split("## One\n\n")[1].split("\n\n[^1]: ")[0]


def paragraph(*inlines: object) -> Paragraph:
    return Paragraph(id="p", inlines=inlines)  # type: ignore[arg-type]


def test_a_whole_document() -> None:
    text = render(every_block()).data.decode()
    head = text.split("\n\n")
    assert head[0] == r"# Every block & \<every\> place"
    assert head[1] == "**A document for renderers**"
    assert head[2] == "TLP:GREEN · As of 20 January 2025 · A. N. Analyst"
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_every_mark_and_every_note_is_there_once() -> None:
    document = every_block()
    text = render(document).data.decode()
    marks = [int(number) for number in re.findall(r"\[\^(\d+)\](?!:)", text)]
    numbers = {note.id: note.number for note in document.notes}
    assert marks == [numbers[mark.note] for block in blocks_of(document) for mark in marks_of(block)]
    assert [int(number) for number in re.findall(r"^\[\^(\d+)\]: ", text, re.MULTILINE)] == sorted(
        numbers.values()
    )


def test_words_that_look_like_markup_stay_words() -> None:
    assert body(paragraph(Text(text="*a* _b_ [c](d) `e` <f> #g |h| ~i~ \\j ![k]"))) == (
        r"\*a\* \_b\_ \[c\](d) \`e\` \<f\> \#g \|h\| \~i\~ \\j \!\[k\]"
    )


@pytest.mark.parametrize("start", ["1. ", "12) ", "- ", "+ ", "# ", "> ", "* "])
def test_a_paragraph_that_begins_like_a_list_is_none(start: str) -> None:
    html = MarkdownIt("commonmark").render(body(paragraph(Text(text=f"{start}word"))))
    assert html.startswith("<p>")
    assert f"{start.strip()[-1]}" in html.replace("&gt;", ">")


def test_styles_breaks_links_and_marks() -> None:
    inlines: Inlines = (
        Emphasis(inlines=words("one")),
        Text(text=" "),
        Strong(inlines=words("two")),
        LineBreak(),
        Link(target="https://example.org/a_b", inlines=words("three")),
        NoteMark(note="n1"),
    )
    assert body(paragraph(*inlines)) == "*one* **two**\\\n[three](https://example.org/a_b)[^1]"


def test_lists_within_lists() -> None:
    inner = List(
        id="i",
        ordered=True,
        start=3,
        items=(ListItem(id="ia", blocks=(paragraph(Text(text="two")),)),),
    )
    outer = List(
        id="o", ordered=False, items=(ListItem(id="oa", blocks=(paragraph(Text(text="one")), inner)),)
    )
    assert body(outer) == "- one\n\n  3. two"


def test_a_table_with_a_pipe_and_a_break_in_a_cell() -> None:
    table = Table(
        id="t",
        columns=(Column(), Column(align="right")),
        header=(Cell(inlines=words("Who")), Cell(inlines=words("What"))),
        rows=((Cell(inlines=words("a|b")), Cell(inlines=(Text(text="c"), LineBreak(), Text(text="d")))),),
        caption=words("Caption"),
    )
    assert body(table) == ("**Caption**\n\n| Who | What |\n| :-- | --: |\n| a\\|b | c<br>d |")


def test_a_quotation_of_two_paragraphs() -> None:
    quotation = Quotation(id="q", paragraphs=(words("one"), words("two")), attribution=words("Shea"))
    assert body(quotation) == "> one\n>\n> two\n>\n> — Shea"


def test_a_quotation_with_a_break_stays_a_quotation() -> None:
    inlines = (Text(text="one"), LineBreak(), Text(text="two"))
    assert body(Quotation(id="q", paragraphs=(inlines,))) == "> one\\\n> two"


@pytest.mark.parametrize(
    ("target", "written"),
    [
        ("https://example.org/a_(b", "https://example.org/a_%28b"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&b=2#c"),
    ],
)
def test_an_address_cannot_end_its_link(target: str, written: str) -> None:
    assert body(paragraph(Link(target=target, inlines=words("x")))) == f"[x]({written})"


def test_a_line_after_a_break_begins_no_list_and_no_heading() -> None:
    inlines = (Text(text="one"), LineBreak(), Text(text="- two"), LineBreak(), Text(text="==="))
    assert body(paragraph(*inlines)) == "one\\\n\\- two\\\n\\==="


VISIBLE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)


@settings(max_examples=500)
@given(VISIBLE | st.text(alphabet="*_`[]()<>#|~!\\&;:@.-+=1 ", min_size=1, max_size=20))
def test_a_parser_reads_back_the_words(text: str) -> None:
    tokens = MarkdownIt("commonmark").parse(body(paragraph(Text(text=text))))
    assert [token.type for token in tokens if token.nesting == 1] in (["paragraph_open"], [])
    read = "".join(child.content for token in tokens for child in token.children or ())
    assert read.split() == text.split()


@pytest.mark.skipif(
    not shutil.which("pandoc"), reason="pandoc reads the footnotes back where it is installed"
)
def test_pandoc_reads_the_notes_back() -> None:
    text = render(every_block()).data.decode()
    done = subprocess.run(
        ["pandoc", "-f", "markdown", "-t", "plain", "--wrap=none"],
        input=text,
        capture_output=True,
        text=True,
        check=True,
    )
    for one in every_block().notes:
        assert plain(one.inlines).split("“")[-1].split("”")[0] in done.stdout
