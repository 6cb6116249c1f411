"""One document with every block and every hard case of notes, tables, figures, words and pages.

Run as a script, it writes its PDF for validators: python -m tests.rendering.pdf.stress FILE
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from briefgen.model.chart import Chart, Event, RangeChart, Reading, Series, Timeline, ValueChart
from briefgen.model.document import (
    Block,
    Callout,
    CalloutKind,
    Cell,
    Column,
    Document,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Label,
    LineBreak,
    Link,
    List,
    ListItem,
    NoteMark,
    Paragraph,
    Quotation,
    Section,
    Strong,
    Table,
    Text,
)
from tests.rendering.pdf.documents import Writer

ADDRESS = "https://example.org/" + "archive/" * 20 + "x" * 160 + "?q=1&page=2"
KOREAN = "조선민주주의인민공화국사회과학원력사연구소" * 3
RUSSIAN = "Превысокомногорассмотрительствующий" * 3
GERMAN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"


class Hardship(Writer):
    """Writes the hard cases, each a section."""

    def cell(self, words: int, *notes: int) -> Cell:
        return Cell(inlines=self.marked(words, *notes) if words else ())

    def section(self, title: str, *blocks: Block, landscape: bool = False) -> Section:
        heading = Heading(id=self.id(), level=1, inlines=(Text(text=title),))
        return Section(id=self.id(), heading=heading, blocks=blocks, landscape=landscape)

    def item(self, *blocks: Block) -> ListItem:
        return ListItem(id=self.id(), blocks=blocks)

    def marks_everywhere(self) -> Section:
        """A mark in each place that can hold one, several in a row, and one that is set again."""
        opening = self.paragraph(80, 20, 20)
        again = NoteMark(note=self.notes[0].id)
        first = Heading(id=self.id(), level=2, inlines=(*self.marked(4, 10), Text(text=" and on")))
        several: list[Inline] = [Text(text="Several marks in one line")]
        for _ in range(4):
            several += [self.note(8), Text(text=f" {self.words(3)}"), self.note(8), self.note(8)]
        mixed = (
            Label(text="(TLP:GREEN) "),
            Strong(inlines=(Text(text="Strong"), self.note(6))),
            Text(text=", "),
            Emphasis(
                inlines=(Text(text="emphatic with "), Strong(inlines=(Text(text="both"), self.note(6))))
            ),
            Text(text=", "),
            Link(target="https://example.org/?a=1&b=2", inlines=(Text(text="a link to the world"),)),
            self.note(6),
            LineBreak(),
            Link(target=f"#{first.id}", inlines=(Text(text="a link to a heading"),)),
            again,
            Text(text="."),
        )
        nested = self.paragraph(12, 10)
        inner: Block = self.list(2, 10, 8)
        for depth in range(5):
            inner = List(
                id=self.id(),
                ordered=depth % 2 == 0,
                start=97,
                items=(self.item(nested, inner), self.item(self.paragraph(20, 9, 9))),
            )
            nested = self.paragraph(9)
        quotation = Quotation(
            id=self.id(),
            paragraphs=(self.marked(40, 12), self.marked(30, 12, 12)),
            attribution=self.marked(4, 8),
        )
        kinds: tuple[CalloutKind, ...] = ("judgement", "assumption", "alternative", "gap")
        callouts = tuple(
            Callout(
                id=self.id(),
                kind=kind,
                label=kind.title(),
                inlines=self.marked(30, 9),
                details=self.marked(8, 5),
            )
            for kind in kinds
        )
        return self.section(
            "Marks everywhere",
            opening,
            first,
            Paragraph(id=self.id(), inlines=tuple(several)),
            Paragraph(id=self.id(), inlines=mixed),
            inner,
            quotation,
            *callouts,
            Paragraph(id=self.id(), role="entry", inlines=self.marked(30, 9)),
        )

    def long_notes(self) -> Section:
        """Notes that are longer than a page, and more notes in a line than a page can hold."""
        before = (
            self.paragraph(60, 30),
            self.paragraph(60, 900),
            *(self.paragraph(70, 25, 140) for _ in range(6)),
            self.paragraph(50, 2600, 30),
        )
        crowd: list[Inline] = [Text(text="A hundred and twenty notes")]
        crowd += [self.note(30) for _ in range(120)]
        return self.section(
            "Long notes",
            *before,
            Paragraph(id=self.id(), inlines=(*crowd, Text(text=" and on."))),
            self.paragraph(90, 20),
        )

    def tables(self) -> Section:
        """Rows taller than a page, headers that repeat, marks in every row, many columns, empty cells."""
        repeated = self.table(70, 7, 12)
        remark = Paragraph(id=self.id(), role="remark", inlines=self.marked(12, 8))
        names = tuple(self.cell(1) for _ in range(9))
        wide = Table(
            id=self.id(),
            columns=tuple(Column(align="right" if at % 2 else "left") for at in range(9)),
            header=names,
            rows=tuple(
                tuple(self.cell(at % 3, *((5,) if at == 4 else ())) for at in range(9)) for _ in range(5)
            ),
            row_headers=True,
        )
        caption = self.marked(60, 15)
        tall = Table(
            id=self.id(),
            columns=(Column(weight=1), Column(weight=3), Column(weight=1)),
            header=(self.cell(3, 9), self.cell(2), self.cell(2, 9)),
            rows=(
                (self.cell(200, 20, 20), self.cell(1500, 20, 40, 20, 300, 20), self.cell(250, 12, 12)),
                (self.cell(0), self.cell(0), self.cell(3, 12)),
            ),
            caption=caption,
        )
        bare = Table(
            id=self.id(),
            columns=(Column(), Column(align="center")),
            header=(),
            rows=((self.cell(4, 6), self.cell(0)),),
        )
        listed = List(id=self.id(), ordered=False, items=(self.item(self.paragraph(6), self.table(3, 4, 8)),))
        return self.section("Tables", repeated, remark, wide, tall, bare, listed)

    def figures(self) -> Section:
        """Pictures taller and wider than a page, and every chart."""
        range_chart = RangeChart(
            title="Shells supplied",
            unit="million shells",
            axis_low=0.0,
            axis_high=10.0,
            readings=tuple(
                Reading(label=f"Voice {at}", low=at, high=at + at % 3, shown=f"{at}–{at + at % 3} million")
                for at in range(1, 8)
            ),
        )
        timeline = Timeline(
            title="What happened",
            events=tuple(
                Event(start=f"2024-{month:02}", end=f"2024-{month:02}-28", label=self.words(6))
                for month in range(1, 13)
            ),
        )
        values = tuple(
            ValueChart(
                kind=kind,
                title="Shells by month",
                unit="thousand",
                categories=("January", "February", "March", "April"),
                series=(
                    Series(label="Blog", values=(1, 4, 2, 8)),
                    Series(label="UNITED24", values=(3, 1, 9, 7)),
                ),
            )
            for kind in ("bar", "line")
        )
        pictures = (picture(200, 1600), picture(3000, 40), picture(300, 300))
        contents: tuple[Chart | Image, ...] = (range_chart, timeline, *values, *pictures)
        return self.section(
            "Figures",
            *(
                Figure(
                    id=self.id(), alt=f"Figure of {self.words(5)}", content=content, caption=self.marked(9, 8)
                )
                for content in contents
            ),
            List(
                id=self.id(),
                ordered=True,
                items=(
                    self.item(Figure(id=self.id(), alt="A picture in a list", content=picture(300, 900))),
                ),
            ),
        )

    def on_its_side(self) -> Section:
        """A page on its side with notes that run on, a table that does, and a figure taller than it."""
        return self.section(
            "On its side",
            self.paragraph(120, 20, 500),
            self.table(30, 9, 10),
            Figure(
                id=self.id(), alt="A tall picture", content=picture(300, 2000), caption=self.marked(20, 10)
            ),
            landscape=True,
        )

    def long_words(self) -> Section:
        """Words that no line holds, in every kind of block; other languages; characters that hide."""
        spoken = (
            Text(text=KOREAN, language="ko"),
            self.note(6),
            Text(text=" "),
            Text(text=RUSSIAN, language="ru"),
            Text(text=" "),
            Text(text=GERMAN, language="de"),
            Text(text=f" {ADDRESS} "),
            Link(target=ADDRESS, inlines=(Text(text=ADDRESS),)),
            self.note(6),
            Text(text=" 5\u00a0million soft\u00adhyphens zero\u200bwidth Ἑλλάς “quoted” e\u0301 ½ − ‑."),
        )
        table = Table(
            id=self.id(),
            columns=(Column(), Column(), Column()),
            header=tuple(Cell(inlines=(Text(text=word),)) for word in (KOREAN, RUSSIAN, ADDRESS)),
            rows=((Cell(inlines=spoken), self.cell(3), Cell(inlines=(Text(text=GERMAN, language="de"),))),),
            caption=(Text(text=ADDRESS),),
        )
        return self.section(
            "Long words",
            Paragraph(id=self.id(), inlines=spoken),
            Heading(id=self.id(), level=3, inlines=spoken),
            List(id=self.id(), ordered=False, items=(self.item(Paragraph(id=self.id(), inlines=spoken)),)),
            Quotation(id=self.id(), paragraphs=(spoken,), attribution=spoken[:4]),
            Callout(id=self.id(), kind="gap", label=GERMAN, inlines=spoken, details=spoken[:4]),
            table,
        )

    def headings(self) -> Section:
        """Headings upon headings, of every level, of several lines, at every height of a page."""
        levels: list[Block] = [self.heading(level, 9) for level in (2, 3, 4, 5, 6, 2)]
        for at in range(30):
            levels += [
                self.heading(2 + at % 3, 3 + at),
                self.paragraph(20 + at * 3 % 50, *((30,) if at % 4 == 0 else ())),
            ]
        return self.section("Headings " + self.words(30), *levels, self.heading(2, 4))


def picture(width: int, height: int) -> Image:
    """A grey ramp of so many pixels."""
    from PIL import Image as Pixels

    held = io.BytesIO()
    Pixels.linear_gradient("L").resize((width, height)).save(held, "PNG")
    return Image(media_type="image/png", data=held.getvalue())


def stress_document() -> Document:
    """All hard cases in a row."""
    writer = Hardship(42)
    sections = (
        writer.marks_everywhere(),
        writer.long_notes(),
        writer.tables(),
        writer.figures(),
        writer.on_its_side(),
        writer.long_words(),
        writer.headings(),
    )
    return writer.document(sections, "Everything that is hard")


def main() -> None:
    """Write the PDF of the document."""
    from tests.rendering.pdf.test_render import printed

    Path(sys.argv[1]).write_bytes(printed(stress_document()).data)


if __name__ == "__main__":
    main()
