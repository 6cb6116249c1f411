"""The page by the Web Content Accessibility Guidelines 2.2, level AA, as axe-core finds them."""

from __future__ import annotations

import pytest

from tests.rendering.html.axe import violations
from tests.rendering.html.conftest import Open


@pytest.mark.parametrize("width, scheme", [(1360, "dark"), (390, "light")])
def test_the_page_as_it_opens(open_page: Open, brief_page: bytes, scheme: str, width: int) -> None:
    page = open_page(brief_page, width=width, color_scheme=scheme).page
    assert violations(page) == []


@pytest.mark.parametrize("width, scheme", [(1360, "light"), (390, "dark")])
def test_the_page_with_a_statement_chosen(
    open_page: Open, brief_page: bytes, scheme: str, width: int
) -> None:
    page = open_page(brief_page, width=width, color_scheme=scheme).page
    page.click("#b-war-2 a.mark")
    page.wait_for_timeout(300)
    page.evaluate("scrollTo(0, 0)")  # axe-core takes what has scrolled behind the bar for crowded by it
    assert violations(page) == []


def test_every_view_at_once(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.evaluate("document.querySelectorAll('.view').forEach((view) => { view.hidden = false; })")
    assert violations(page) == []


def test_the_keys_and_a_filter(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    page.click(".keys summary")
    page.click("button[data-filter=recheck]")
    assert violations(page) == []


def test_everything_that_takes_a_click_takes_the_keyboard(open_page: Open, brief_page: bytes) -> None:
    page = open_page(brief_page).page
    reached = set()
    for _ in range(60):
        page.keyboard.press("Tab")
        reached.add(page.evaluate("document.activeElement.className || document.activeElement.id"))
    assert {"search", "night", "handle", "mark", "table"} <= reached
