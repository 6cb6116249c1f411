"""How fast a large review page opens and answers a click: 2,000 statements over 1 MB of sources.

Run: python benchmarks/review_page.py [--statements N] [--kilobytes N]   (needs playwright and Chromium)

A click counts as answered when the second animation frame after it begins: what it changed has then been
laid out and painted.
"""

from __future__ import annotations

import argparse
import random
import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

from briefgen.model.citation import Source
from briefgen.model.document import Document, Heading, Note, NoteMark, Paragraph, Section, Text
from briefgen.model.evidence import (
    Anchor,
    Capture,
    Evidence,
    Extent,
    Passage,
    SourceText,
    TextQuoteSelector,
    Verdict,
)
from briefgen.rendering.html import render
from briefgen.rendering.theme import Theme

ROOT = Path(__file__).parents[1]
CLICKS = 25
SOURCES = 4
PHRASE = "the army of a small state sends shells, soldiers and missiles to its ally in return for oil"

SHOW = "(selector) => document.querySelector(selector).scrollIntoView({ block: 'center' })"
CLICK = "document.querySelector(selector).click()"
KEY = "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }))"
MEASURE = """
(selector) => new Promise((done) => {
  const start = performance.now();
  %s;
  const handled = performance.now() - start;
  requestAnimationFrame(() => requestAnimationFrame(() => done([handled, performance.now() - start])));
})
"""


def source_text(name: str, length: int, chance: random.Random) -> SourceText:
    """Paragraphs of some 700 characters up to `length`."""
    lines: list[str] = []
    size = 0
    while size < length:
        line = " ".join(chance.choices(PHRASE.split(), k=chance.randint(60, 160))) + f" {len(lines)}."
        lines.append(line)
        size += len(line) + 1
    canonical = "\n".join(lines)
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line) + 1)
    return SourceText(
        source=name,
        raw=canonical,
        words=canonical,
        canonical=canonical,
        origins=range(len(canonical) + 1),
        word_origins=range(len(canonical) + 1),
        paragraphs=tuple(
            Extent(start=start, end=start + len(line)) for start, line in zip(starts, lines, strict=False)
        ),
    )


def workload(statements: int, kilobytes: int) -> tuple[Document, Evidence]:
    """A brief of so many statements, each with a passage of its own, and sources of so many kilobytes."""
    chance = random.Random(7)
    texts = {
        f"s{number}": source_text(f"s{number}", kilobytes * 1000 // SOURCES, chance)
        for number in range(SOURCES)
    }
    passages: dict[str, Passage] = {}
    anchors: dict[str, Anchor] = {}
    notes: list[Note] = []
    blocks: list[Paragraph] = []
    for number in range(statements):
        name, source = f"p{number}", f"s{number % SOURCES}"
        paragraph = chance.randrange(len(texts[source].paragraphs))
        extent = texts[source].paragraphs[paragraph]
        start = chance.randrange(extent.start, extent.end - 60)
        place = Extent(start=start, end=start + chance.randint(20, 60))
        exact = texts[source].canonical[place.start : place.end]
        passages[name] = Passage(id=name, source=source, selector=TextQuoteSelector(exact=exact))
        anchors[name] = Anchor(
            passage=name,
            source=source,
            verdict=Verdict.VERBATIM,
            exact=exact,
            extent=place,
            raw=place,
            paragraph=paragraph + 1,
        )
        notes.append(Note(id=f"n{number}", number=number + 1, inlines=(Text(text=exact),), passages=(name,)))
        words = " ".join(chance.choices(PHRASE.split(), k=25)).capitalize() + "."
        blocks.append(Paragraph(id=f"b{number}", inlines=(Text(text=words), NoteMark(note=f"n{number}"))))
    sections = tuple(
        Section(
            id=f"section{number}",
            heading=Heading(id=f"h{number}", level=1, inlines=(Text(text=f"Section {number + 1}"),)),
            blocks=tuple(blocks[number * 50 : (number + 1) * 50]),
        )
        for number in range((statements + 49) // 50)
    )
    document = Document(
        name="large",
        title="A large brief",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        sections=sections,
        notes=tuple(notes),
    )
    evidence = Evidence(
        sources={
            name: Source(id=name, type="report", title=f"Source {name}", file=f"{name}.txt") for name in texts
        },
        captures={
            name: Capture(source=name, file=f"{name}.txt", sha256="0" * 64, size=len(text.raw))
            for name, text in texts.items()
        },
        texts=texts,
        passages=passages,
        anchors=anchors,
    )
    return document, evidence


def clicks(page: Page, selector: str, count: int) -> list[list[float]]:
    """What clicks cost on elements in view, spread over `count`: the handler alone, and until painted."""
    found = []
    for turn in range(CLICKS):
        chosen = selector.format(turn * 7919 % count)
        page.evaluate(SHOW, chosen)
        page.wait_for_timeout(200)
        found.append(page.evaluate(MEASURE % CLICK, chosen))
    return found


def report(name: str, times: list[list[float]]) -> None:
    """One line: the median and the slowest."""
    handled, painted = (sorted(column) for column in zip(*times, strict=True))
    print(
        f"{name:<24} handler {statistics.median(handled):6.1f} ms, "
        f"painted {statistics.median(painted):6.1f} ms, slowest {painted[-1]:6.1f} ms"
    )


def main() -> None:
    """Render, open, click, and say what it cost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--statements", type=int, default=2000)
    parser.add_argument("--kilobytes", type=int, default=1000)
    chosen = parser.parse_args()
    document, evidence = workload(chosen.statements, chosen.kilobytes)

    def templates(name: str) -> str:
        return (ROOT / "templates" / name).read_text(encoding="utf-8")

    start = time.perf_counter()
    data = render(document, evidence, Theme(), templates=templates).data
    print(f"rendered in {time.perf_counter() - start:.2f} s, {len(data) / 1e6:.2f} MB")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder) / "large.html"
        file.write_bytes(data)
        arguments = ["--headless", "--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=arguments)
        page = browser.new_page(viewport={"width": 1360, "height": 900})
        page.goto(file.as_uri())
        opened = page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd")
        painted = page.evaluate("performance.getEntriesByType('paint').at(-1).startTime")
        print(f"first paint after {painted:.0f} ms, loaded after {opened:.0f} ms")
        count = chosen.statements
        report("a click on a mark", clicks(page, "#b-b{} a.mark", count))
        report("a click on a passage", clicks(page, "#p-p{}", count))
        report("the key j", [page.evaluate(MEASURE % KEY, "") for _ in range(CLICKS)])
        browser.close()


if __name__ == "__main__":
    main()
