"""Takes the pictures of printed pages that docs/ shows: the first brief in both themes, and the hard cases.

Run: python docs/take_page_pictures.py    (needs poppler; benchmarks/lines.py must have run before)
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

from briefgen.editions.resources import read_font
from briefgen.model.document import (
    Cell,
    Column,
    Document,
    Heading,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Section,
    Table,
    Text,
)
from briefgen.model.marking import tlp
from briefgen.model.serial import document_from_data
from briefgen.rendering import pdf
from briefgen.rendering.theme import Theme
from briefgen.rendering.theme_file import decode_theme
from briefgen.world import RealWorld

ROOT = Path(__file__).parents[1]
PICTURES = ROOT / "docs/pictures"
BRIEF = ROOT / "outputs/dprk-russia/latest/document.json"
RESOLUTION = 80
"""Dots per inch: a page stays under 200 kB and can be read."""

LINES = ROOT / "benchmarks/made/lines"
PARAGRAPH = ("The Korean People’s Army (KPA)", "expect to see in Russia.")
"""How the paragraph begins and ends that is shown as briefgen and as Typst set it."""

WORDS = (
    "The Korean People’s Army is a force of mass. Service is compulsory, ten years for men and seven for "
    "women, and its quality is uneven: the Navy and Air Force depend on older Soviet and Chinese equipment, "
    "while the missile force is held to be the most advanced part. Special forces and cyber units are "
    "trained for sabotage and guerrilla tactics. "
)

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def hard_cases() -> Document:
    """A long note that splits, marks in a table, Korean and Russian names, and a page on its side."""
    opening = (
        *_noted(WORDS, 1),
        Text(text=" The army ("),
        Text(text="조선인민군", language="ko"),
        Text(text=") was reported in Kursk ("),
        Text(text="Курская область", language="ru"),
        *_noted(") and in Donbas.", 2),
    )
    paragraphs = [Paragraph(id="p0", inlines=opening)]
    paragraphs += [Paragraph(id=f"p{at}", inlines=_noted(WORDS * 2, at + 2)) for at in range(1, 5)]
    table = Table(
        id="table",
        caption=_words("Who says what"),
        columns=(Column(weight=3), Column(align="right", weight=2), Column(weight=5)),
        header=tuple(Cell(inlines=_words(name)) for name in ("Quantity", "Value", "Remark")),
        rows=(
            (
                _cell("Shells"),
                Cell(inlines=_noted("5–8 million", 7)),
                Cell(inlines=_noted("no date given", 8)),
            ),
            (_cell("Shells"), Cell(inlines=_noted("9 million", 9)), _cell("“so far”")),
            (_cell("Troops"), Cell(inlines=_noted("12,000", 10)), _cell("both sources")),
        ),
        row_headers=True,
    )
    wide = Table(
        id="wide",
        caption=_words("A table on a page on its side"),
        columns=tuple(Column(weight=1) for _ in range(7)),
        header=tuple(map(_cell, DAYS)),
        rows=tuple(tuple(_cell(f"{week * 7 + day + 1} January") for day in range(7)) for week in range(4)),
    )
    return Document(
        name="hard-cases",
        title="Hard cases",
        subtitle="Pages that show how notes, tables, scripts and landscape are set",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        marking=tlp("TLP:AMBER"),
        sections=(
            Section(id="notes", heading=_heading("notes", "Notes"), blocks=(*paragraphs, table)),
            Section(id="side", heading=_heading("side", "Landscape"), blocks=(wide,), landscape=True),
        ),
        notes=tuple(_note(number) for number in range(1, 11)),
    )


def _note(number: int) -> Note:
    length = 12 if number == 6 else 1
    return Note(
        id=f"n{number}",
        number=number,
        inlines=_words(f"A note of its own, number {number}. " + WORDS * length),
    )


def _words(text: str) -> Inlines:
    return (Text(text=text),)


def _noted(text: str, note: int) -> tuple[Inline, ...]:
    return (Text(text=text.rstrip()), NoteMark(note=f"n{note}"))


def _cell(text: str) -> Cell:
    return Cell(inlines=_words(text))


def _heading(name: str, text: str) -> Heading:
    return Heading(id=f"{name}-heading", level=1, inlines=_words(text))


def take(document: Document, theme: Theme, pages: dict[int, str]) -> None:
    """Keep the pages of a document's PDF as pictures, each under its name."""
    rendered = pdf.render(document, theme, lambda name: read_font(RealWorld(), name))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "brief.pdf"
        file.write_bytes(rendered.data)
        for number, name in pages.items():
            keep(picture_of(file, number, RESOLUTION), name)


def take_paragraph(file: Path, name: str) -> None:
    """Keep the paragraph that stands on the first page of a file."""
    page = pypdfium2.PdfDocument(file)[0]
    text = page.get_textpage()
    first, last = (text.search(words).get_next() for words in PARAGRAPH)
    _, _, _, top = text.get_charbox(first[0], loose=True)
    _, bottom, _, _ = text.get_charbox(last[0], loose=True)
    width, height = page.get_size()
    scale = 110 / 72
    box = (70 * scale, (height - top - 2) * scale, (width - 70) * scale, (height - bottom + 2) * scale)
    keep(picture_of(file, 1, 110).crop(tuple(map(round, box))), name)


def picture_of(file: Path, page: int, resolution: int) -> Image.Image:
    """A page of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        stem = Path(folder) / "page"
        chosen = ["-f", str(page), "-l", str(page), "-singlefile"]
        subprocess.run(["pdftoppm", "-r", str(resolution), "-png", *chosen, str(file), str(stem)], check=True)
        return Image.open(stem.with_suffix(".png")).convert("RGB")


def keep(picture: Image.Image, name: str) -> None:
    """Write a picture, small, among those of the docs."""
    path = PICTURES / f"{name}.png"
    picture.quantize(96, method=Image.Quantize.MAXCOVERAGE).save(path, optimize=True)
    print(f"wrote {path.relative_to(ROOT)}, {path.stat().st_size // 1000} kB")


def main() -> None:
    """Take all pictures."""
    house, memo = (
        decode_theme(name, (ROOT / "templates" / name).read_bytes())[0]
        for name in ("theme.yaml", "themes/memo.yaml")
    )
    brief = document_from_data(json.loads(BRIEF.read_text(encoding="utf-8")))
    take(brief, house, {1: "first-brief", 5: "estimates"})
    take(brief, memo, {1: "memo"})
    take(hard_cases(), house, {1: "scripts", 2: "split-note", 3: "table-with-marks", 4: "landscape"})
    for engine in ("briefgen", "Typst"):
        take_paragraph(LINES / f"{engine}-seeds-439.pdf", f"lines-{engine.lower()}")


if __name__ == "__main__":
    main()
