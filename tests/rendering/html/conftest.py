"""A real browser for the review page, without a network."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from briefgen.rendering.html import render
from briefgen.rendering.theme import Theme
from tests.rendering.html import sample

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass
class Opened:
    """A page in the browser, what its console said, and what it asked of the world."""

    page: Any
    said: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)


Open = Callable[..., Opened]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    if not CHROMIUM.exists():
        pytest.skip(f"there is no {CHROMIUM}")
    with playwright.sync_playwright() as running:
        launched = running.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        yield launched
        launched.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens HTML bytes from a file of their own; the test fails if the page asks for anything else."""
    contexts = []
    every: list[Opened] = []

    def opened(
        data: bytes, *, width: int = 1360, height: int = 900, fragment: str = "", **settings: Any
    ) -> Opened:
        file = tmp_path / "page.html"
        file.write_bytes(data)
        context = browser.new_context(viewport={"width": width, "height": height}, **settings)
        contexts.append(context)
        found = Opened(page=context.new_page())
        found.page.on("console", lambda message: found.said.append(message.text))
        found.page.on("pageerror", lambda failure: found.said.append(str(failure)))
        found.page.on("request", lambda request: found.asked.append(request.url))
        found.page.goto(file.as_uri() + fragment)
        every.append(found)
        return found

    yield opened
    for found in every:
        found.page.wait_for_timeout(20)
        assert found.said == [], "the console stays silent"
        outside = [url for url in found.asked if not url.startswith(("file:", "data:"))]
        assert outside == [], "no request leaves the file"
        assert len([url for url in found.asked if url.startswith("file:")]) == 1
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def brief_page() -> bytes:
    return render(
        sample.brief(), sample.evidence(), Theme(), sample.review(), templates=sample.templates
    ).data
