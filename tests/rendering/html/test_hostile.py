"""Sources and briefs that mean harm show as text, and nothing of them runs."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Severity
from briefgen.model.citation import Name, Source
from briefgen.model.document import Heading, Link, Note, NoteMark, Paragraph, Section, Text
from briefgen.model.evidence import (
    Anchor,
    Capture,
    Evidence,
    Excluded,
    Extent,
    Passage,
    SourceText,
    TextQuoteSelector,
    Verdict,
)
from briefgen.model.review import Dispute, FigureFound, Finding, Review, Voice
from briefgen.rendering.html import render
from briefgen.rendering.html.safe_text import css_string, destination, token, visible
from briefgen.rendering.theme import Theme
from tests.rendering.html import sample
from tests.rendering.html.conftest import Open
from tests.samples import words

ATTACKS = (
    "<script>document.title = 'broken'</script>",
    "</script><script>document.title = 'broken'</script>",
    "</style><img src=x onerror=\"document.title = 'broken'\">",
    '"\' onmouseover="document.title = \'broken\'" autofocus onfocus="document.title = \'broken\'" x="',
    "<svg onload=\"document.title = 'broken'\">",
    "{{ 7 * 7 }} {% raw %} {#",
    "--><!-- ]]> &lt;b&gt; &#60;script&#62;",
    "https://evil.example/beacon.png",
)
ATTACK = "\n".join(ATTACKS)


def text_of(source: str, canonical: str) -> SourceText:
    paragraphs = []
    at = 0
    for line in canonical.split("\n"):
        if line:
            paragraphs.append(Extent(start=at, end=at + len(line)))
        at += len(line) + 1
    return SourceText(
        source=source,
        raw=canonical,
        words=canonical,
        canonical=canonical,
        origins=range(len(canonical) + 1),
        word_origins=range(len(canonical) + 1),
        paragraphs=tuple(paragraphs),
        excluded=(Excluded(extent=Extent(start=0, end=min(5, len(canonical))), because=ATTACK),),
    )


def hostile_page(body: str, words_of_brief: str = ATTACK) -> bytes:
    """A brief in which every text, wherever it comes from, is hostile."""
    document = sample.brief()
    anchor = Anchor(
        passage="p",
        source="evil",
        verdict=Verdict.VERBATIM,
        exact=body[:40],
        extent=Extent(start=8, end=min(60, len(body))),
        raw=Extent(start=8, end=min(60, len(body))),
        paragraph=1,
    )
    evidence = Evidence(
        sources={
            "evil": Source(
                id="evil",
                type=words_of_brief,
                title=words_of_brief,
                file="x",
                authors=(Name(literal=words_of_brief),),
                issued=words_of_brief,
                url="javascript:document.title='broken'",
                descriptor=words_of_brief,
            )
        },
        captures={"evil": Capture(source="evil", file=words_of_brief, sha256=words_of_brief, size=1)},
        texts={"evil": text_of("evil", body)},
        passages={
            "p": Passage(id="p", source="evil", selector=TextQuoteSelector(exact="x"), origin=words_of_brief)
        },
        anchors={"p": anchor},
    )
    section = Section(
        id=words_of_brief,
        heading=Heading(id="h", level=1, inlines=words(words_of_brief)),
        blocks=(
            Paragraph(
                id="b",
                inlines=(
                    Text(text=words_of_brief, language='en"><script>'),
                    Link(target="javascript:document.title='broken'", inlines=words("a link")),
                    NoteMark(note="n"),
                ),
            ),
        ),
    )
    review = Review(
        findings=(Finding(block="b", severity=Severity.ERROR, code=words_of_brief, message=words_of_brief),),
        figures=(
            FigureFound(
                block="b", shown=words_of_brief, status="rounded", passages=("p",), remark=words_of_brief
            ),
        ),
        disputes=(
            Dispute(matter=words_of_brief, voices=(Voice(passage="p", shown=words_of_brief),), block="b"),
        ),
    )
    document = replace(
        document,
        title=words_of_brief,
        language='en" onload="x',
        sections=(section,),
        notes=(Note(id="n", number=1, inlines=words(words_of_brief), passages=("p",)),),
    )
    return render(document, evidence, Theme(), review, templates=sample.templates).data


def test_markup_from_anywhere_shows_as_text_and_runs_nothing(open_page: Open) -> None:
    page = open_page(hostile_page("A prelude. " + ATTACK)).page
    shown = page.text_content("#s-evil .text")
    for attack in ATTACKS:
        assert attack in shown.replace("\n", " ") or attack in shown
    for selector in ("#b-b > .handle", "#p-p"):
        page.click(selector)
    for view in ("passages", "conflicts", "findings", "register"):
        page.click(f".views a[href='#{view}']")
        page.hover(f"#{view}")
    assert page.title().startswith("<script>document.title")
    assert page.locator("script").count() == 1
    assert page.locator("img, svg[onload], [onerror], [onfocus], [onmouseover]").count() == 0
    assert page.locator("a[href^='javascript']").count() == 0


def test_controls_and_bidirectional_characters_are_spelt_out(open_page: Open) -> None:
    body = "A prelude. safe\u202egnp.exe\u202c and \x00nul and \u2066isolate\u2069 and \x1b[31m end."
    page = open_page(hostile_page(body, "plain")).page
    shown = page.text_content("#s-evil .text")
    assert "safe[U+202E]gnp.exe[U+202C] and [U+0000]nul and [U+2066]isolate[U+2069] and [U+001B][31m" in shown


def test_five_megabytes_of_text_open_and_answer(open_page: Open) -> None:
    paragraph = "All work and no play makes a long source, <b>and more</b> of it. " * 12
    body = "A prelude. Words to be cited stand here at the very beginning.\n" + "\n".join(
        [paragraph] * (5_000_000 // len(paragraph))
    )
    data = hostile_page(body, "plain")
    assert len(data) > 5_000_000
    page = open_page(data).page
    page.click("#b-b > .handle")
    assert page.text_content("mark.first").startswith("e. Words to be cited")


def test_half_a_surrogate_pair_does_not_stop_the_page() -> None:
    assert b"[U+D83D]" in hostile_page("A prelude. \ud83d half", "plain")


def test_what_links_may_lead_to() -> None:
    assert destination("https://example.org/?a=1&b=2") == "https://example.org/?a=1&b=2"
    assert destination("mailto:a@example.org") == "mailto:a@example.org"
    assert destination("#army") == "#b-army"
    for bad in ("javascript:alert(1)", " JaVaScRiPt:x", "data:text/html,x", "file:///etc/passwd", "//x", "x"):
        assert destination(bad) == "", bad


@settings(max_examples=200)
@given(st.text())
def test_visible_text_holds_no_character_that_hides(text: str) -> None:
    shown = visible(text)
    assert not set(shown) & {"\x00", "\x1b", "\r", "\u202e", "\u2066", "\u200f"}
    assert visible(shown) == shown
    shown.encode("utf-8")


@settings(max_examples=200)
@given(st.text())
def test_tokens_and_style_strings_hold_nothing_that_ends_them(text: str) -> None:
    assert not set(token(text)) & set(" \"'<>&\n\t#")
    inner = css_string(text)[1:-1]
    assert not set(inner) & set("\"'<>{};\n")


@settings(max_examples=25)
@given(st.text(min_size=12, max_size=80), st.text(max_size=40))
def test_any_text_at_all_makes_a_page_with_one_script(body: str, phrase: str) -> None:
    data = hostile_page(body, phrase).decode("utf-8")
    assert data.count("<script") == data.count("</script>") == 1
    assert data.count("<style") == data.count("</style>") == 1
