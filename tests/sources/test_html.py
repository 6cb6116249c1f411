"""Reading web pages: the main text as a person sees it, with the place of every character in the file."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText
from briefgen.sources.reading import read
from briefgen.text.normalise import normalise, untouched


def read_page(page: str | bytes) -> SourceText:
    data = page if isinstance(page, bytes) else page.encode()
    text, diagnostics = read(Source(id="s", type="webpage", title="T", file="page.html"), data, [])
    assert text is not None, diagnostics
    return text


def paragraphs(page: str | bytes) -> list[str]:
    return read_page(page).canonical.split("\n")


def test_elements_of_the_text_are_paragraphs_and_those_within_a_line_are_not() -> None:
    page = (
        "<h1>Kim&rsquo;s Army</h1><p>An <b>est</b>imated\n 12,000 <i>troops</i>.</p><ul><li>one<li>two</ul>"
    )
    assert paragraphs(page) == ["Kim's Army", "An estimated 12,000 troops.", "one", "two"]


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = '<p>no</p>';</script>",
        "<style>p { }</style>",
        "<nav><a href='/'>Home</a></nav>",
        "<footer>imprint</footer>",
        "<aside>advert</aside>",
        "<form><button>Subscribe</button></form>",
        "<div hidden>no</div>",
        "<div aria-hidden='true'>no</div>",
        "<div style='color: red; display: none'>no</div>",
        "<div role='navigation'>no</div>",
        "<!-- a comment -->",
        "<template><p>no</p></template>",
        "<img src='x.png' alt='no'>",
    ],
)
def test_what_is_not_seen_or_not_text_is_left_out(unseen: str) -> None:
    assert paragraphs(f"<body><p>before</p>{unseen}<p>after</p></body>") == ["before", "after"]


def test_only_the_main_part_counts_where_the_page_names_one() -> None:
    assert paragraphs("<div>Menu</div><main><p>text</p></main><div>Related</div>") == ["text"]
    assert paragraphs("<div>Menu</div><article><p>text</p></article><div>Related</div>") == ["text"]
    assert paragraphs("<article>one</article><article>two</article>") == ["one", "two"]


def test_one_break_of_a_line_is_a_space_and_two_end_a_paragraph() -> None:
    assert paragraphs("<p>one<br>two<br/><br>three</p>") == ["one two", "three"]


def test_a_row_of_a_table_is_a_paragraph() -> None:
    page = "<table><tr><th>Losses</th><td>3,800</td></tr><tr><th>Sent</th><td>12,000</td></tr></table>"
    assert paragraphs(page) == ["Losses 3,800", "Sent 12,000"]
    assert read_page(page).words.strip() == "Losses\t3,800\nSent\t12,000"


def test_characters_written_by_name_or_number_are_read_once() -> None:
    assert paragraphs("<p>AT&T &amp;lt; &#8220;x&#x201D; 5 &lt; 6 &nbsp; &eacute; &unknown; & &copy</p>") == [
        'AT&T &lt; "x" 5 < 6 é &unknown; & ©'
    ]


def test_text_is_never_read_as_markup() -> None:
    assert paragraphs("<p>&lt;script&gt;x&lt;/script&gt;</p>") == ["<script>x</script>"]


def test_broken_markup_loses_no_words() -> None:
    assert paragraphs("<p>one <b>two</p> three </i> 4 < 5 <div>six") == ["one two", "three 4 < 5", "six"]


def test_the_encoding_that_a_page_declares_is_used() -> None:
    page = '<meta charset="windows-1252"><p>Grüße – “so”</p>'.encode("cp1252")
    assert paragraphs(page) == ['Grüße - "so"']


def test_offsets_lead_into_the_file() -> None:
    page = "<p>An <b>estimated</b> 12,000&nbsp;troops &amp; guns</p>"
    text = read_page(page)
    for words in ("estimated", "12,000", "troops", "guns"):
        assert page[text.origins[text.canonical.index(words)] :].startswith(words)
    assert page[text.origins[text.canonical.index("&")] :].startswith("&amp;")


@settings(max_examples=200)
@given(st.text(st.characters(exclude_characters="\r\n\f", exclude_categories=["Cs"]), max_size=40))
def test_any_text_is_read_back_from_a_page(words: str) -> None:
    expected = normalise(untouched(f"x {words} y")).text
    if "\n" not in expected:
        assert read_page(f"<title>T</title><p>x {escape(words)} y</p>").canonical == expected
