"""Reading Markdown: words without markup, paragraphs joined, offsets into the file."""

from __future__ import annotations

import pytest

from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText
from briefgen.sources.reading import read


def read_markdown(raw: str) -> SourceText:
    text, diagnostics = read(Source(id="s", type="document", title="T", file="a.md"), raw.encode(), [])
    assert text is not None, diagnostics
    return text


def paragraphs(raw: str) -> list[str]:
    return read_markdown(raw).canonical.split("\n")


def test_blocks_are_paragraphs_and_wrapped_lines_are_joined() -> None:
    raw = (
        "---\ntitle: x\n---\n# A heading #\n\nA paragraph that\nis wrapped.\n\nSetext\n======\n\n"
        "> quoted\n> words\n\n- item one\n  goes on\n- item two\n\n1. first\n2. second\n"
    )
    assert paragraphs(raw) == [
        "A heading",
        "A paragraph that is wrapped.",
        "Setext",
        "quoted",
        "words",
        "- item one goes on",
        "- item two",
        "1. first",
        "2. second",
    ]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("an *estimated* **12,000** _troops_", "an estimated 12,000 troops"),
        ("***both*** ~~gone~~ `code`", "both gone code"),
        ("[a link](http://x.y/a_b 'title') and [one][ref]", "a link and one"),
        ("a picture ![alt](x.png) here", "a picture here"),
        ("see <https://a.b/c>.", "see https://a.b/c."),
        ("snake_case_name and 2 * 3 * 4 = 24", "snake_case_name and 2 * 3 * 4 = 24"),
        (r"\*not emphasised\* and 5 \_", "*not emphasised* and 5 _"),
        ("words <em>set</em> in <!-- hidden --> HTML", "words set in HTML"),
        ("a claim.[^1]", "a claim."),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("[not a link] [@passage]", "[not a link] [@passage]"),
    ],
)
def test_markup_is_taken_off_and_words_are_left(raw: str, words: str) -> None:
    assert paragraphs(raw) == [words]


def test_tables_are_rows_of_words() -> None:
    assert paragraphs("| A | B |\n|---|--:|\n| 1 | 2 |\n") == ["A B", "1 2"]
    assert "1\t2" in read_markdown("| A | B |\n|---|--:|\n| 1 | 2 |\n").words


def test_notes_are_text_and_link_targets_are_not() -> None:
    assert paragraphs("Text.[^1]\n\n[^1]: The note.\n[ref]: http://a.b\n") == ["Text.", "The note."]


def test_offsets_lead_into_the_file() -> None:
    raw = "# Kim’s **Army**\n\nAn *estimated*\n[12,000](x) troops\n"
    text = read_markdown(raw)
    for words in ("Army", "estimated", "12,000", "troops"):
        assert raw[text.origins[text.canonical.index(words)] :].startswith(words)
