"""Markdown as analysts write it: what is read, what is told of, and that no word is lost."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import unquote

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.outline.markup import (
    Break,
    Citation,
    Cited,
    MarkupBlock,
    MarkupHeading,
    MarkupInline,
    MarkupList,
    MarkupParagraph,
    MarkupQuote,
    MarkupTable,
    Picture,
    Styled,
    Unread,
    Words,
    block_lines,
    parse,
    parse_citation,
    parse_inlines,
)


def words_of(text: str) -> tuple[Words, ...]:
    return (Words(text=text),)


def paragraph(*inlines: MarkupInline) -> MarkupParagraph:
    return MarkupParagraph(inlines=inlines)


def citing(*passages: str) -> Citation:
    typed = "[" + "; ".join(f"@{passage}" for passage in passages) + "]"
    return Citation(cited=tuple(Cited(passage=passage) for passage in passages), typed=typed)


def test_plain_words() -> None:
    assert parse("The ferry sails.") == (paragraph(Words(text="The ferry sails.")),)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "\u00a0"])
def test_nothing_is_no_block(text: str) -> None:
    assert parse(text) == ()


def test_a_citation_stands_where_it_was_typed() -> None:
    assert parse("It sails [@dawn; @dusk], they say.") == (
        paragraph(Words(text="It sails "), citing("dawn", "dusk"), Words(text=", they say.")),
    )


@pytest.mark.parametrize(
    ("typed", "cited"),
    [
        ("[@a]", [Cited(passage="a")]),
        ("[@a;@b]", [Cited(passage="a"), Cited(passage="b")]),
        ("[see @a]", [Cited(passage="a", prefix="see")]),
        ("[@a, on the Navy]", [Cited(passage="a", suffix="on the Navy")]),
        ("[@a on the Navy]", [Cited(passage="a", suffix="on the Navy")]),
        ("[cf. @kpa-strength, first half; but see @b]", None),
    ],
)
def test_words_before_and_after_a_passage(typed: str, cited: list[Cited] | None) -> None:
    expected = cited or [
        Cited(passage="kpa-strength", prefix="cf.", suffix="first half"),
        Cited(passage="b", prefix="but see"),
    ]
    assert parse_citation(typed) == Citation(cited=tuple(expected), typed=typed)


@pytest.mark.parametrize(
    "typed", ["[@a; and so on]", "[@a @b]", "[mail@example.org]", "[@]", "[mail@example.org; x]"]
)
def test_brackets_that_are_no_citation_stay_words(typed: str) -> None:
    inlines = parse_inlines(f"So {typed} it is")
    shown = "".join(inline.text for inline in inlines if isinstance(inline, Words))
    assert shown == f"So {typed} it is"


def test_a_citation_over_two_lines() -> None:
    (block,) = parse("It sails. [see @dawn,\non the day]\n\n")
    assert isinstance(block, MarkupParagraph)
    assert block.inlines[1] == Citation(
        cited=(Cited(passage="dawn", prefix="see", suffix="on the day"),), typed="[see @dawn,\non the day]"
    )


def test_an_escaped_bracket_cites_nothing() -> None:
    assert parse(r"It sails \[@dawn\].") == (paragraph(Words(text="It sails [@dawn].")),)


def test_styles_links_and_breaks() -> None:
    (block,) = parse("*One* **two [@a]**\\\n[three](https://example.org)")
    assert block == paragraph(
        Styled(style="em", inlines=words_of("One")),
        Words(text=" "),
        Styled(style="strong", inlines=(Words(text="two "), citing("a"))),
        Break(),
        Styled(style="link", inlines=words_of("three"), target="https://example.org"),
    )


def test_lists_within_lists() -> None:
    (block,) = parse("3. one\n   - two\n4. three\n")
    inner = MarkupList(ordered=False, start=1, items=((paragraph(Words(text="two")),),))
    assert block == MarkupList(
        ordered=True,
        start=3,
        items=((paragraph(Words(text="one")), inner), (paragraph(Words(text="three")),)),
    )


def test_a_table() -> None:
    (block,) = parse("| Who | What |\n|:-:|--:|\n| Ferry | 1,200 [@a] |\n")
    assert block == MarkupTable(
        align=("center", "right"),
        header=(words_of("Who"), words_of("What")),
        rows=((words_of("Ferry"), (Words(text="1,200 "), citing("a"))),),
    )


def test_a_cell_too_many_is_told_of() -> None:
    table, *unread = parse("| Who | What |\n|---|---|\n| Ferry | many | and more |\n| Dock | \\| |\n")
    assert isinstance(table, MarkupTable)
    assert unread == [Unread(what="a cell beyond the last column", typed="and more")]


def test_headings_and_quotations() -> None:
    assert parse("## The ferry\n\n> It sails.\n") == (
        MarkupHeading(level=2, inlines=words_of("The ferry")),
        MarkupQuote(blocks=(paragraph(Words(text="It sails.")),)),
    )


@pytest.mark.parametrize(
    ("text", "what", "typed"),
    [
        ("```python\nprint()\n```\n", "a block of code", "python\nprint()\n"),
        ("    print()\n", "a block of code", "print()\n"),
        ("One\n\n---\n\ntwo", "a rule", "---"),
    ],
)
def test_what_a_brief_has_no_place_for(text: str, what: str, typed: str) -> None:
    assert Unread(what=what, typed=typed) in parse(text)


def test_html_is_words() -> None:
    assert parse("<b>One</b> &lt; <!-- two -->") == (paragraph(Words(text="<b>One</b> < <!-- two -->")),)


def test_a_picture_is_told_of() -> None:
    assert parse("![A ferry](ferry.png)") == (paragraph(Picture(alt="A ferry", target="ferry.png")),)


def test_blocks_know_their_lines() -> None:
    assert block_lines("One\ntwo\n\n- three\n- four\n\nfive\n") == ((0, 2), (3, 6), (6, 7))


NAMES = st.sampled_from(["ferry", "dock", "crew", "dawn", "조선", "café", "é", "x"])
MARKUP = "*_`[]()<>#|~!\\&;:@.-+= \n"
LONGER = [
    "\n\n",
    "    ",
    "> ",
    "- ",
    "1. ",
    "](",
    "[@",
    "![",
    "```",
    "---",
    "|--|\n",
    "| ",
    "<!-- ",
    "&amp; ",
]
MARKS = st.sampled_from([*MARKUP, *LONGER, " ", "https://x.org/"])
TEXTS = st.lists(NAMES | MARKS, max_size=40).map("".join)


@settings(max_examples=600)
@given(TEXTS)
@example("> " * 40 + "ferry")
@example("- " * 40 + "ferry")
@example("*" * 300 + "ferry" + "*" * 300)
@example("[" * 500 + "ferry")
@example("| dock |\n|--|\n| ferry | crew |\n")
@example("``` ferry\ndock\n```")
def test_no_word_is_lost(text: str) -> None:
    letters = re.compile(r"[a-zé조선]+")
    kept = " ".join(strings_in(parse(text)))
    lost = {word for word in letters.findall(text) if word not in kept} - {"amp"}
    assert not lost, (lost, kept)


@settings(max_examples=500)
@given(st.text(max_size=60))
def test_any_text_is_read(text: str) -> None:
    parse(text)
    parse_inlines(text)


PLAIN = st.sampled_from([*" .,;:()'\"“”’–—%$/?…", "[@a]", "[see @a, then]"])


@settings(max_examples=500)
@given(st.lists(NAMES | PLAIN, max_size=20))
def test_the_short_way_gives_what_the_parser_gives(pieces: list[str]) -> None:
    """Texts without markup do not go through the parser; that must make no difference."""
    text = "x" + "".join(pieces) + "x"
    (block,) = parse(text)
    (parsed,) = parse(f"{text}\n\\[")
    assert isinstance(block, MarkupParagraph)
    assert isinstance(parsed, MarkupParagraph)
    assert "".join(inline_strings(parsed.inlines)) == "".join(inline_strings(block.inlines)) + " ["


def strings_in(blocks: Iterable[MarkupBlock]) -> Iterator[str]:
    for block in blocks:
        match block:
            case MarkupParagraph() | MarkupHeading():
                yield "".join(inline_strings(block.inlines))
            case MarkupList():
                for item in block.items:
                    yield from strings_in(item)
            case MarkupQuote():
                yield from strings_in(block.blocks)
            case MarkupTable():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield "".join(inline_strings(cell))
            case Unread():
                yield block.typed


def inline_strings(inlines: Iterable[MarkupInline]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Words():
                yield inline.text
            case Styled():
                yield from inline_strings(inline.inlines)
                yield f" {unquote(inline.target)}"
            case Citation():
                yield inline.typed
            case Picture():
                yield f"{inline.alt} {unquote(inline.target)}"
            case Break():
                yield "\n"
