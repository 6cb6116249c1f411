"""The page as a file: self-contained, small, the same each time, and every link in it leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from briefgen.model.chart import Event, Timeline
from briefgen.model.document import Figure, Marking
from briefgen.model.evidence import Evidence
from briefgen.rendering.html import render
from briefgen.rendering.theme import FontFamily, Theme
from tests.rendering.html import sample
from tests.samples import every_block

EMPTY = Evidence(sources={}, captures={}, texts={}, passages={}, anchors={})


class Outline(HTMLParser):
    """Ids, links, tags and text of a page."""

    def __init__(self, data: bytes) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.attributes: set[str] = set()
        self.tags: list[str] = []
        self.feed(data.decode("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            self.attributes.add(name)
            if name == "id":
                self.ids.append(value or "")
            elif name in ("href", "src"):
                self.targets.append(value or "")


def rendered(**changes: object) -> bytes:
    return render(
        sample.brief(), sample.evidence(), Theme(), sample.review(), templates=sample.templates
    ).data


@pytest.fixture(params=["the seeds' brief", "every block without evidence"])
def page(request: pytest.FixtureRequest, brief_page: bytes) -> bytes:
    if request.param == "the seeds' brief":
        return brief_page
    return render(every_block(), EMPTY, Theme(), templates=sample.templates).data


def test_equal_inputs_give_equal_bytes(brief_page: bytes) -> None:
    again = render(sample.brief(), sample.evidence(), Theme(), sample.review(), templates=sample.templates)
    assert again.data == brief_page


def test_a_small_brief_is_far_below_a_megabyte(brief_page: bytes) -> None:
    assert len(brief_page) < 150_000


def test_ids_are_unique_and_every_link_within_the_page_leads_to_one(page: bytes) -> None:
    outline = Outline(page)
    assert len(set(outline.ids)) == len(outline.ids)
    inner = {target[1:] for target in outline.targets if target.startswith("#")}
    assert len(inner) > 10
    assert inner - set(outline.ids) == set()


def test_the_policy_allows_its_own_style_and_script_and_nothing_else(page: bytes) -> None:
    text = page.decode("utf-8")
    (policy,) = re.findall(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    directives = dict(directive.strip().split(" ", 1) for directive in policy.split(";"))
    assert directives.pop("default-src") == "'none'"
    assert directives.pop("base-uri") == directives.pop("form-action") == "'none'"
    assert directives.pop("img-src") == "data:"
    for tag, directive in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
        assert directives.pop(directive) == f"'sha256-{digest}'"
    assert directives == {}


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(page: bytes) -> None:
    outline = Outline(page)
    assert not [name for name in outline.attributes if name.startswith("on") or name == "style"]
    assert {"iframe", "object", "embed", "form", "base"}.isdisjoint(outline.tags)
    assert [
        target for target in outline.targets if not target.startswith(("#", "data:", "https://example.org"))
    ] == []


def test_every_word_of_the_brief_is_there(brief_page: bytes) -> None:
    text = re.sub(r"<[^>]+>", "", brief_page.decode("utf-8"))
    for phrase in (
        "Kim’s Army in Europe",
        "What Pyongyang sends, gains and learns",
        "Information as of 20 January 2025",
        "TLP:GREEN",
        "No source gives a date for the shell totals.",
        "Dorothy Camille Shea",
    ):
        assert phrase in text


def test_a_marking_cannot_break_out_of_the_style() -> None:
    hostile = Marking(text='"; } </style><script>alert(1)</script>', colour="#33ff00", background="#000000")
    data = render(replace(sample.brief(), marking=hostile), EMPTY, Theme(), templates=sample.templates).data
    assert Outline(data).tags.count("script") == Outline(data).tags.count("style") == 1


def test_a_font_name_cannot_break_out_of_the_style() -> None:
    family = FontFamily(name='x"}</style><script>', regular="", bold="", italic="", bold_italic="")
    data = render(sample.brief(), EMPTY, Theme(body=family), templates=sample.templates).data
    assert Outline(data).tags.count("script") == Outline(data).tags.count("style") == 1


def test_a_colour_that_is_none_is_refused() -> None:
    marking = Marking(text="X", colour="red;}", background="#000000")
    with pytest.raises(ValueError, match="not a colour"):
        render(replace(sample.brief(), marking=marking), EMPTY, Theme(), templates=sample.templates)


def test_a_chart_without_words_of_its_own_is_told_from_its_data() -> None:
    figure = Figure(id="shells", content=sample.SHELLS, alt="")
    section = replace(sample.brief().sections[1], blocks=(figure,))
    document = replace(sample.brief(), sections=(section,))
    text = render(document, EMPTY, Theme(), templates=sample.templates).data.decode()
    assert 'aria-label="Artillery shells supplied (who says what, in million shells).' in text


def test_a_chart_that_cannot_be_drawn_shows_as_words_and_is_reported() -> None:
    undated = Timeline(title="Undated", events=(Event(start="soon", end="", label="It happens"),))
    figure = Figure(id="undated", content=undated, alt="It happens soon.")
    section = replace(sample.brief().sections[1], blocks=(figure,))
    rendered = render(
        replace(sample.brief(), sections=(section,)), EMPTY, Theme(), templates=sample.templates
    )
    assert "<p>It happens soon.</p>" in rendered.data.decode()
    (found,) = rendered.diagnostics
    assert found.code == "HT101" and "undated" in found.message
