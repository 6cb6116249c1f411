"""Reading the page in a browser: marks, passages, filters, keys, search, night, phone, no script."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefgen.model.document import Figure, Image
from briefgen.rendering.html import render
from briefgen.rendering.theme import Theme
from tests.rendering.html import sample
from tests.rendering.html.conftest import Open


def lit(page: Any) -> list[str]:
    return [mark.text_content() for mark in page.query_selector_all("#shelf mark.lit")]


def in_view(page: Any, selector: str) -> bool:
    """Whether the element shows, uncovered, within the part of the pane or page that scrolls it."""
    return bool(
        page.evaluate(
            """(selector) => {
                const element = document.querySelector(selector);
                const box = element.getClientRects()[0];
                const top = document.elementFromPoint(box.left + 3, box.top + box.height / 2);
                return Boolean(top) && (element.contains(top) || top.contains(element));
            }""",
            selector,
        )
    )


def shown_statements(page: Any) -> list[str]:
    return [
        handle.inner_text()
        for handle in page.query_selector_all(".statement > .handle")
        if handle.is_visible()
    ]


def test_a_mark_highlights_the_exact_passage_in_its_source(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.click("#b-estimates a.mark")
    assert lit(page) == ["artillery shells—9 million units so far"]
    assert in_view(page, "#p-shells-explainer")
    assert "Statement 11" in page.inner_text("#card h2")
    whole = page.text_content("#s-explainer .text")
    assert "Thousands of North Korean soldiers" in whole and "such actions will not succeed" in whole


def test_a_mark_with_two_passages_lights_both_and_n_goes_on(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.click("#b-war-1 a.mark")
    assert lit(page) == [
        "about 12,000 North Korean soldiers",
        "North Korea initially sent 12,000 soldiers to Russia.",
    ]
    assert in_view(page, "#p-troops-blog")
    page.keyboard.press("n")
    assert in_view(page, "#p-troops-explainer")
    assert page.text_content("mark.first").startswith("North Korea initially")
    page.keyboard.press("n")
    assert page.text_content("mark.first").startswith("about 12,000")


def test_a_passage_shows_every_statement_that_cites_it(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.click("#p-shea")
    card = page.inner_text("#card")
    assert "Cited by 2 statements" in card
    assert "North Korea would use this experience against South Korea." in card
    page.click("#card .statement-link >> nth=1")
    assert page.query_selector("#b-war-shea.chosen") is not None
    assert in_view(page, "#b-war-shea > .handle")


def test_a_passage_can_be_reached_by_its_link_from_the_keyboard(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.focus(".cited-by[data-passage=losses]")
    page.keyboard.press("Enter")
    assert "around 3,800 killed and wounded" in page.inner_text("#card")
    assert lit(page) == ["around 3,800 killed and wounded"]


def test_the_card_says_kind_likelihood_confidence_and_grades_in_words(
    open_page: Open, brief_page: bytes
) -> None:
    page = open_page(brief_page).page
    page.click("#b-kj-south .callout-label")
    card = page.inner_text("#card")
    for phrase in (
        "Judgement",
        "likely (55–80%)",
        "low: two sources, one of them partisan",
        "Source fairly reliable (C)",
        "Item not graded",
        "opinion",
        "not found in the source",
        "to be rechecked",
    ):
        assert phrase in card, phrase


def test_the_card_says_which_figures_were_found_and_what_the_checks_say(
    open_page: Open, brief_page: bytes
) -> None:
    page = open_page(brief_page).page
    page.click("#b-war-2 > .handle")
    card = page.inner_text("#card")
    assert re.search(r"3,800 rounded: para\. 13 \(“around", card)
    assert re.search(r"12,500 not found in the passages cited", card)
    assert "Warning CK210" in card
    assert "Item doubtful (4): unattributed, and from a party to the war" in card
    assert "origin: zelenskyy-fridman" in card


@pytest.mark.parametrize(
    "flag, expected",
    [
        ("unsourced", ["5", "7"]),
        ("one-origin", ["1", "9"]),
        ("dispute", ["11"]),
        ("recheck", ["1"]),
        ("finding", ["9"]),
    ],
)
def test_filters_show_only_what_bears_the_flag(
    open_page: Open, brief_page: bytes, flag: str, expected: list[str]
) -> None:
    page = open_page(brief_page).page
    everything = shown_statements(page)
    page.click(f"button[data-filter={flag}]")
    assert shown_statements(page) == expected
    assert page.inner_text("#status") == f"{len(expected)} of {len(everything)} statements shown"
    assert page.inner_text(f"button[data-filter={flag}]").endswith(str(len(expected)))
    page.click(f"button[data-filter={flag}]")
    assert shown_statements(page) == everything


def test_a_filter_hides_headings_that_have_nothing_left_below_them(
    open_page: Open, brief_page: bytes
) -> None:
    page = open_page(brief_page).page
    page.click("button[data-filter=dispute]")
    headings = [each.inner_text() for each in page.query_selector_all("#brief h2") if each.is_visible()]
    assert headings == ["In the war"]


def test_j_and_k_go_through_the_statements_that_show(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page

    def current() -> str:
        return str(page.inner_text(".statement.chosen > .handle"))

    page.keyboard.press("j")
    assert current() == "1"
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert current() == "3"
    page.keyboard.press("k")
    assert current() == "2"
    assert page.evaluate("document.activeElement.textContent") == "2"
    page.click("button[data-filter=one-origin]")
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert current() == "9"
    page.keyboard.press("Escape")
    assert page.query_selector(".statement.chosen") is None
    assert not page.is_visible("#card")


def test_single_keys_can_be_turned_off(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.click(".keys summary")
    page.uncheck("#keys-on")
    page.keyboard.press("j")
    assert page.query_selector(".statement.chosen") is None


def test_slash_searches_brief_and_sources(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.keyboard.press("/")
    page.keyboard.type("strategic rocket")
    page.wait_for_selector("#status:text-is('1 in the brief, 2 in the sources')")
    assert page.evaluate("CSS.highlights.get('found').size") == 3
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    assert page.inner_text("#status") == "2 of 3"
    found = page.evaluate("String([...CSS.highlights.get('current')][0])")
    assert found == "Strategic Rocket"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""
    assert page.evaluate("CSS.highlights.get('found').size") == 0


def test_search_finds_words_that_run_across_a_highlighted_passage(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.fill("#search", "december, about 12,000 north korean")
    page.press("#search", "Enter")
    assert page.inner_text("#status") == "1 of 1"


def test_excluded_regions_are_greyed_and_say_why(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    assert "Not to be cited: navigation" in page.text_content("#s-explainer .text")
    colours = page.evaluate(
        """() => [".text .excluded", "#s-explainer .text p[data-number='5']"].map(
            (selector) => getComputedStyle(document.querySelector(selector)).color)"""
    )
    assert colours[0] != colours[1]


def test_conflicts_findings_and_the_register_have_views_of_their_own(
    open_page: Open, brief_page: bytes
) -> None:
    page = open_page(brief_page).page
    page.click(".views a[href='#conflicts']")
    assert not page.is_visible("#sources")
    conflicts = page.inner_text("#conflicts")
    assert "5–8 million" in conflicts and "9 million" in conflicts
    page.click("#conflicts .passage-link >> nth=0")
    assert lit(page) == ["between 5 and 8 million artillery shells"]
    page.click(".views a[href='#findings']")
    assert "one passage is named but never cited" in page.inner_text("#findings")
    page.click(".views a[href='#register']")
    register = page.inner_text("#register")
    assert "not usually reliable (D): An unnamed author" in register
    assert re.search(r"SHA-256\s+[0-9a-f]{64}", register)
    assert re.search(r"Accessed\s+not captured", register)
    assert "000_4c964d4cc3adf96c.txt, 9,600 bytes" in register


def test_the_coverage_strip_says_what_the_brief_uses(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    label = page.get_attribute("#s-explainer .coverage", "aria-label")
    assert label == "The brief uses 6 passages, 10% of this text; 1% is left out as not to be cited."
    assert page.locator("#s-explainer .coverage .in-use").count() == 6


def test_an_address_leads_back_to_the_statement(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.click("#b-war-2 > .handle")
    assert page.url.endswith("#b-war-2")
    again = open_page(brief_page, fragment="#b-war-2").page
    assert again.query_selector("#b-war-2.chosen") is not None


def test_day_and_night(open_page: Open, brief_page: bytes) -> None:
    def ground(page: Any) -> str:
        return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))

    day = open_page(brief_page, color_scheme="light").page
    night = open_page(brief_page, color_scheme="dark").page
    assert ground(day) == "rgb(255, 255, 255)"
    assert ground(night) == "rgb(22, 25, 29)"
    day.click("#night")
    assert ground(day) == ground(night)
    assert day.get_attribute("#night", "aria-pressed") == "true"


def test_at_phone_width_the_evidence_rises_over_the_brief(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page, width=360, height=740, has_touch=True).page
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert not page.is_visible("#evidence")
    page.tap("#b-war-1 a.mark")
    page.wait_for_timeout(300)
    assert in_view(page, "#p-troops-blog")
    assert in_view(page, "#b-war-1 > .handle")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    page.tap("#close")
    page.wait_for_timeout(300)
    assert not page.is_visible("#evidence")


def test_pictures_show_within_the_page(open_page: Open) -> None:
    red_dot = base64.b64decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4//8/w38GIAXDIBKE0DHx"
        "gljNBAAO9TXL0Y4OHwAAAABJRU5ErkJggg=="
    )
    figure = Figure(id="dot", content=Image(media_type="image/png", data=red_dot, width=30), alt="A red dot.")
    section = replace(sample.brief().sections[1], blocks=(figure,))
    document = replace(sample.brief(), sections=(section,))
    page = open_page(render(document, sample.evidence(), Theme(), templates=sample.templates).data).page
    assert page.evaluate("document.querySelector('figure img').naturalWidth") == 5
    assert page.evaluate("document.querySelector('figure img').width") == 40, "30 points are 40 pixels"


def test_charts_fit_the_width_they_are_given(open_page: Open, brief_page: bytes) -> None:
    wide = open_page(brief_page).page
    assert wide.is_visible("#b-shells .chart.wide") and not wide.is_visible("#b-shells .chart.narrow")
    narrow = open_page(brief_page, width=360).page
    assert narrow.is_visible("#b-shells .chart.narrow") and not narrow.is_visible("#b-shells .chart.wide")
    label = wide.get_attribute("#b-shells .chart.wide", "aria-label")
    assert label == "Shells: 5–8 million by one source, 9 million by the other."


def test_without_a_script_marks_lead_to_notes_and_notes_to_passages(
    open_page: Open, brief_page: bytes
) -> None:
    page = open_page(brief_page, java_script_enabled=False).page
    assert not page.is_visible("#search"), "what needs a script does not show without one"
    page.click("#b-war-1 a.mark")
    assert page.url.endswith("#n-n4")
    page.click("#n-n4 .passage-link >> nth=1")
    assert page.url.endswith("#p-troops-explainer")
    page.click(".cited-by[href='#i-troops-explainer']")
    assert page.url.endswith("#i-troops-explainer")
    page.click("#i-troops-explainer .statement-link")
    assert page.url.endswith("#b-war-1")
    page.click("#b-war-1 .facts summary")
    assert "Item probably true (2): agrees with the blog" in page.inner_text("#b-war-1 .facts")
    for view in ("sources", "passages", "conflicts", "findings", "register"):
        assert page.is_visible(f"#{view}")


def test_on_paper_it_is_the_brief_itself_with_its_notes(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page, color_scheme="dark").page
    page.click("#b-war-2 > .handle")
    page.click("#night")
    page.click("#night")
    page.click("button[data-filter=dispute]")
    page.emulate_media(media="print")
    for part_of_the_brief in ("#brief h1", "#b-kpa-1", "#b-branch-navy", "#n-n4"):
        assert page.is_visible(part_of_the_brief), part_of_the_brief
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for screen_only in (".bar", "#evidence", ".handle", ".flags", ".note-links", ".contents"):
        assert not page.locator(screen_only).first.is_visible(), screen_only


def test_every_printed_sheet_bears_the_marking_in_its_colours(
    open_page: Open, brief_page: bytes, tmp_path: Path
) -> None:
    pypdfium2 = pytest.importorskip("pypdfium2")
    page = open_page(brief_page).page
    file = tmp_path / "printed.pdf"
    page.pdf(path=str(file), prefer_css_page_size=True)
    sheets = pypdfium2.PdfDocument(str(file))
    assert len(sheets) >= 2
    for sheet in sheets:
        picture = sheet.render(scale=1).to_pil().convert("RGB")
        margin = picture.height // 14
        for strip in (
            picture.crop((picture.width // 2, 0, picture.width, margin)),
            picture.crop((picture.width // 2, picture.height - margin, picture.width, picture.height)),
        ):
            colours = {colour for _, colour in strip.getcolors(100_000)}
            assert (0, 0, 0) in colours
            assert any(green > 200 and red < 100 for red, green, _ in colours), "green letters on black"
