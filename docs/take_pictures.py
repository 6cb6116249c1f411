"""Takes the pictures of the review page and of the charts that docs/ shows, of the first brief as built.

Run: python docs/take_pictures.py    (needs playwright, Chromium, LibreOffice and poppler)
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PIL import Image, ImageChops, ImageOps
from playwright.sync_api import Browser, Page, sync_playwright

from briefgen.editions.resources import read_font, templates
from briefgen.model.chart import Event, RangeChart, Reading, Timeline
from briefgen.model.document import Document, Figure, Heading, Section, Text
from briefgen.model.evidence import Evidence
from briefgen.model.serial import document_from_data
from briefgen.rendering import docx, html, pdf
from briefgen.rendering.charts import alternative_text
from briefgen.rendering.theme import Theme
from briefgen.world import RealWorld

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
LARGEST = 300_000
"""Bytes of a picture. A repository is cloned more often than its pictures are looked at."""


def charts() -> Document:
    """Nothing but the range chart of shells and a timeline."""
    shells = RangeChart(
        title="Artillery shells supplied",
        unit="million shells",
        axis_low=0,
        axis_high=10,
        readings=(
            Reading(label="A More Dangerous Threat?", low=5, high=8, shown="5–8 million"),
            Reading(label="North Korea’s Army Is Already in Europe", low=9, high=9, shown="9 million"),
        ),
    )
    losses = RangeChart(
        title="Of one origin",
        unit="soldiers",
        axis_low=0,
        axis_high=40_000,
        readings=(
            Reading(label="Lost", low=3800, high=3800, shown="around 3,800", origin="interview"),
            Reading(label="May follow", low=30_000, high=40_000, shown="30,000–40,000", origin="interview"),
            Reading(label="Sent", low=12_000, high=12_000, shown="12,000"),
        ),
    )
    dated = Timeline(
        title="What the sources date",
        events=(
            Event(start="2023", end="2023", label="Ballistic missiles supplied by the end of the year"),
            Event(start="2024-06", end="2024-06", label="Treaty on Comprehensive Strategic Partnership"),
            Event(start="2024-12-01", end="2024-12-01", label="About 12,000 soldiers reported in the war"),
        ),
    )
    drawn: tuple[RangeChart | Timeline, ...] = (shells, losses, dated)
    figures = tuple(
        Figure(id=f"chart{number}", content=chart, alt=alternative_text(chart))
        for number, chart in enumerate(drawn)
    )
    heading = Heading(id="charts-h", level=1, inlines=(Text(text="Charts"),))
    return Document(
        name="charts",
        title="Charts",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        sections=(Section(id="charts", heading=heading, blocks=figures),),
        notes=(),
    )


def keep(picture: Image.Image, name: str) -> None:
    """Save a picture with as many colours as fit into its allowance of bytes."""
    path = PICTURES / f"{name}.png"
    for colours in (256, 128, 64, 32):
        flat = picture.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
        flat.save(path, optimize=True)
        if path.stat().st_size <= LARGEST:
            break
    print(f"wrote {path.relative_to(ROOT)}, {path.stat().st_size // 1000} kB")


def shoot(page: Page, name: str, folder: Path) -> None:
    """Keep what a page shows now."""
    file = folder / "shot.png"
    page.screenshot(path=str(file))
    keep(Image.open(file), name)


def review_pages(browser: Browser, file: Path, folder: Path) -> None:
    """The page of the first brief: a statement chosen by day, by night and on a phone; its other views."""

    def taken(
        name: str, deed: Callable[[Page], object], *, width: int = 1360, height: int = 860, dark: bool = False
    ) -> None:
        page = browser.new_page(
            viewport={"width": width, "height": height}, color_scheme="dark" if dark else "light"
        )
        page.goto(file.as_uri())
        deed(page)
        page.mouse.move(0, 0)
        page.wait_for_timeout(400)
        shoot(page, name, folder)
        page.close()

    def choose(page: Page) -> None:
        page.click(".statement:has-text('3,800 killed and wounded') a.mark >> nth=0")

    taken("review-page", choose)
    taken("review-page-night", choose, dark=True)
    taken("review-page-phone", choose, width=390, height=780)
    taken("review-page-conflicts", lambda page: page.click(".views a[href='#conflicts']"))


def comparison(browser: Browser, brief: Path, folder: Path) -> None:
    """The first brief beside an edition of it that never was, with other words in three places."""
    written = brief.read_text(encoding="utf-8")
    older = written
    for now, before in (
        ("a force of mass", "above all a force of mass"),
        ("around 1.2 million people", "around 1.1 million people"),
        ("rice among it", "some of it rice"),
    ):
        assert now in older, now
        older = older.replace(now, before)
    editions = [document_from_data(json.loads(text)) for text in (older, written)]
    old, new = (replace(one, edition=name) for one, name in zip(editions, ("first", "second"), strict=True))
    file = folder / "comparison.html"
    file.write_bytes(html.compare(old, new, Theme(), templates=templates(RealWorld())).data)
    page = browser.new_page(viewport={"width": 1200, "height": 700}, color_scheme="light")
    page.goto(file.as_uri() + "#change-1")
    shoot(page, "comparison", folder)
    page.close()


def charts_in_every_format(browser: Browser, folder: Path) -> None:
    """The same charts from the PDF, from Word by way of LibreOffice, and from the page."""
    world, theme, document = RealWorld(), Theme(), charts()
    evidence = Evidence(sources={}, captures={}, texts={}, passages={}, anchors={})
    page_file = folder / "charts.html"
    page_file.write_bytes(html.render(document, evidence, theme, templates=templates(world)).data)
    page = browser.new_page(viewport={"width": 1360, "height": 900}, device_scale_factor=1.5)
    page.goto(page_file.as_uri())
    shot = folder / "section.png"
    page.locator("#b-charts").screenshot(path=str(shot))
    keep(Image.open(shot), "charts-html")
    page.close()

    fonts = partial(read_font, world)
    (folder / "charts-pdf.pdf").write_bytes(pdf.render(document, theme, fonts).data)
    (folder / "charts-word.docx").write_bytes(docx.render(document, theme, fonts=fonts).data)
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "charts-word.docx")], check=True, capture_output=True)
    for name in ("charts-pdf", "charts-word"):
        command = ["pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-png", "-singlefile"]
        subprocess.run([*command, str(folder / f"{name}.pdf"), str(folder / name)], check=True)
        keep(body_of(Image.open(folder / f"{name}.png")), name)


def body_of(sheet: Image.Image) -> Image.Image:
    """A sheet's words and pictures without its margins, its header and its footer."""
    part = sheet.convert("RGB").crop((0, sheet.height // 12, sheet.width, sheet.height * 11 // 12))
    box = ImageChops.difference(part, Image.new("RGB", part.size, "#ffffff")).getbbox()
    return ImageOps.expand(part.crop(box), 12, "#ffffff") if box else part


def main() -> None:
    """Build the first brief, open it, take every picture."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        outline = str(ROOT / "templates/dprk-russia/outline.yaml")
        briefgen = str(Path(sys.executable).with_name("briefgen"))
        command = [briefgen, "build", outline, "--format", "html,json", "--output", str(folder)]
        subprocess.run(command, check=True)
        brief = folder / "dprk-russia"
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--headless", "--no-sandbox", "--disable-gpu"]
        )
        review_pages(browser, (brief / "dprk-russia.html").resolve(), folder)
        comparison(browser, brief / "dprk-russia.json", folder)
        charts_in_every_format(browser, folder)
        browser.close()


if __name__ == "__main__":
    main()
