import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.drafts.inlines import tokens_of
from briefgen.drafts.rewriting.markdown import canonical, markdown, parsed
from briefgen.model.document import Emphasis, Inlines, Label, LineBreak, Link, NoteMark, Strong, Text
from briefgen.text.tokens import Token, Tokens, mark, retokenise, text_of, tokenise

CITATIONS = {"n1": "[@troops]", "n2": "[@shells; @losses]"}


def typed(*inlines: object) -> str:
    return markdown(tokens_of(inlines, CITATIONS))  # type: ignore[arg-type]


def words(text: str) -> Inlines:
    return (Text(text=text),)


def test_plain_words_are_typed_as_they_are() -> None:
    assert typed(*words("The KPA, Kim’s army, has 1.2 million people (2024).")) == (
        "The KPA, Kim’s army, has 1.2 million people (2024)."
    )


def test_bold_italics_links_and_marks_get_their_signs() -> None:
    assert (
        typed(
            Text(text="A "),
            Strong(inlines=words("large")),
            Text(text=" army, "),
            Emphasis(inlines=words("it is said")),
            Text(text=", in "),
            Link(target="https://example.org/a", inlines=words("the report")),
            Text(text="."),
            NoteMark(note="n1"),
            Text(text=" More."),
            NoteMark(note="n2"),
        )
        == "A **large** army, *it is said*, in [the report](https://example.org/a). [@troops] More. "
        "[@shells; @losses]"
    )


def test_labels_are_not_typed_and_breaks_are_backslashes() -> None:
    assert typed(Label(text="(TLP:GREEN) "), Text(text="One"), LineBreak(), Text(text="two")) == "One\\\ntwo"


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 and 2 * 4",
        "snake_case and _private_",
        "1. not a list",
        "2025) neither",
        "- nor this",
        "# no heading",
        "> no quotation",
        "[not a link](https://example.org)",
        "[@nobody] is no citation",
        "AT&amp;T and &#65;",
        "a <b>bold</b> claim",
        "<https://example.org>",
        "back\\slash and `code`",
        "what! [bracket]",
        "+ plus",
        "~~~",
        "x^[not a note]",
    ],
)
def test_words_that_look_like_markup_stay_words(text: str) -> None:
    assert text_of(parsed(markdown(tokenise(text)))) == text


NAMES = st.sampled_from(["strong", "emphasis"])
ALPHABET = st.sampled_from("ab Cé12.,*_[]()!\\`<>&#-+|~^“” ")
MARKS = st.sampled_from(["[@troops]", "[@a; @b]", "^[By hand.]", "^[a ] \\b [c]]"])


@st.composite
def formatted(draw: st.DrawFn) -> Tokens:
    found: list[Token] = []
    for _ in range(draw(st.integers(1, 5))):
        style = frozenset((name, "") for name in draw(st.sets(NAMES, max_size=2)))
        if draw(st.integers(0, 6)) == 0:
            found.append(mark(draw(MARKS)))
        found.extend(tokenise(draw(st.text(ALPHABET, min_size=1, max_size=8)), style))
    return retokenise(found)


@settings(max_examples=500)
@given(formatted())
def test_every_word_and_mark_comes_back(tokens: Tokens) -> None:
    back = parsed(markdown(tokens))
    assert [(t.kind, t.text) for t in retokenise(plain(back))] == [
        (t.kind, t.text) for t in retokenise(plain(canonical(tokens)))
    ]


def plain(tokens: Tokens) -> Tokens:
    return tuple(Token(text=token.text, kind=token.kind) for token in tokens)


@st.composite
def sentences(draw: st.DrawFn) -> Tokens:
    """Words set as people set them: whole words in bold or italics."""
    found: list[Token] = []
    for word in draw(
        st.lists(st.sampled_from(["army", "Navy", "4.1 %", "(so)", "“quoted”", "end."]), min_size=1)
    ):
        style = frozenset((name, "") for name in draw(st.sets(NAMES, max_size=2)))
        found.extend((*tokenise(word, style), *tokenise(" ")))
    return retokenise(found)


@settings(max_examples=300)
@given(sentences())
def test_words_in_bold_and_italics_come_back_as_they_were_set(tokens: Tokens) -> None:
    assert parsed(markdown(tokens)) == canonical(tokens)
