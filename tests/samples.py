"""A document with every block and every place a mark can stand, for the tests of all renderers."""

from __future__ import annotations

from briefgen.model.chart import RangeChart, Reading
from briefgen.model.document import (
    Callout,
    Cell,
    Column,
    Confidence,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Label,
    Likelihood,
    LineBreak,
    Link,
    List,
    ListItem,
    Marking,
    Note,
    NoteMark,
    Paragraph,
    Quotation,
    Section,
    Strong,
    Table,
    Text,
)


def words(text: str) -> Inlines:
    return (Text(text=text),)


def noted(text: str, *notes: int) -> Inlines:
    return (Text(text=text), *(NoteMark(note=f"n{number}") for number in notes))


def note(number: int, text: str = "") -> Note:
    return Note(
        id=f"n{number}",
        number=number,
        inlines=(
            Text(text="Shea, “Remarks,” "),
            Emphasis(inlines=words("UNITED24 Media")),
            Text(text=f", para. {number}: “{text or f'the words of note {number}'}.”"),
        ),
        passages=(f"passage-{number}",),
    )


KOREAN = Text(text="조선인민군", language="ko")
RUSSIAN = Text(text="Курская область", language="ru")


def every_block() -> Document:
    """A two-section document; its marks, in reading order, are notes 1 to 14, and note 5 is marked twice."""
    return Document(
        name="every-block",
        title="Every block & <every> place",
        subtitle="A document for renderers",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        authors=("A. N. Analyst",),
        edition="2025-01-20",
        marking=Marking(text="TLP:GREEN", colour="#33ff00", background="#000000"),
        sections=(
            Section(
                id="judgements",
                role="key-judgements",
                heading=Heading(id="judgements-h", level=1, inlines=words("Key judgements")),
                blocks=(
                    Callout(
                        id="kj-south",
                        kind="judgement",
                        label="Judgement",
                        inlines=noted("North Korea would use this experience against South Korea.", 1),
                        details=(
                            Text(text="Likely "),
                            Label(text="(55–80 %)"),
                            Text(text=". Low confidence: two sources, one origin."),
                        ),
                        likelihood=Likelihood(term="likely", low=55, high=80),
                        confidence=Confidence(level="low", because="two sources, one origin"),
                    ),
                ),
            ),
            Section(
                id="army",
                heading=Heading(id="army-h", level=1, inlines=noted("The Korean People’s Army", 2)),
                blocks=(
                    Paragraph(
                        id="army-1",
                        inlines=(
                            Label(text="(TLP:GREEN) "),
                            Text(text="The KPA ("),
                            KOREAN,
                            Text(text=") has around "),
                            Strong(inlines=words("1.2 million")),
                            Text(text=" people under arms.", language=""),
                            NoteMark(note="n3"),
                            NoteMark(note="n4"),
                            Text(text=" Some were seen in "),
                            RUSSIAN,
                            Text(text=", as "),
                            Link(
                                target="https://example.org/report?a=1&b=2",
                                inlines=(Emphasis(inlines=words("the report")),),
                            ),
                            Text(text=" says; see "),
                            Link(target="#estimates", inlines=words("the table")),
                            Text(text=".", language=""),
                            LineBreak(),
                            Text(text="A line of its own: a < b & c > d."),
                            NoteMark(note="n5"),
                        ),
                    ),
                    Heading(id="army-branches", level=2, inlines=words("Branches")),
                    List(
                        id="branches",
                        ordered=False,
                        items=(
                            ListItem(
                                id="b1", blocks=(Paragraph(id="b1p", inlines=noted("Ground Forces.", 6)),)
                            ),
                            ListItem(
                                id="b2",
                                blocks=(
                                    Paragraph(id="b2p", inlines=words("Navy and Air Force:")),
                                    List(
                                        id="b2l",
                                        ordered=True,
                                        start=3,
                                        items=(
                                            ListItem(
                                                id="b2a",
                                                blocks=(
                                                    Paragraph(id="b2ap", inlines=noted("older equipment", 7)),
                                                ),
                                            ),
                                            ListItem(
                                                id="b2b",
                                                blocks=(Paragraph(id="b2bp", inlines=words("few ships")),),
                                            ),
                                        ),
                                    ),
                                ),
                            ),
                        ),
                    ),
                    Quotation(
                        id="shea",
                        paragraphs=(
                            noted("“The DPRK is significantly benefiting.”", 8),
                            words("“It is more capable.”"),
                        ),
                        attribution=noted("Dorothy Camille Shea", 9),
                    ),
                    Table(
                        id="estimates",
                        caption=noted("Who says what", 10),
                        columns=(Column(), Column(align="right"), Column(align="center", weight=2.0)),
                        header=(
                            Cell(inlines=words("Quantity")),
                            Cell(inlines=noted("Value", 11)),
                            Cell(inlines=words("Remark")),
                        ),
                        rows=(
                            (
                                Cell(inlines=words("Shells")),
                                Cell(inlines=noted("5–8 million", 12)),
                                Cell(inlines=()),
                            ),
                            (
                                Cell(inlines=words("Shells")),
                                Cell(inlines=noted("9 million", 5)),
                                Cell(inlines=noted("“so far”", 13)),
                            ),
                        ),
                        row_headers=True,
                    ),
                    Paragraph(id="estimates-r", role="remark", inlines=words("12,000 × $2,000 × 12")),
                    Figure(
                        id="shells",
                        alt="Shells: 5 to 8 million by one source, 9 million by another.",
                        caption=noted("Shells supplied", 14),
                        content=RangeChart(
                            title="Shells supplied",
                            unit="million shells",
                            axis_low=0.0,
                            axis_high=10.0,
                            readings=(
                                Reading(label="Blog", low=5.0, high=8.0, shown="5–8 million"),
                                Reading(label="UNITED24", low=9.0, high=9.0, shown="9 million"),
                            ),
                        ),
                    ),
                    Callout(
                        id="gap-1",
                        kind="gap",
                        label="Gap",
                        inlines=words("No source gives a date for the shell totals."),
                    ),
                ),
            ),
            Section(
                id="sources",
                role="sources",
                landscape=True,
                heading=Heading(id="sources-h", level=1, inlines=words("Sources")),
                blocks=(Paragraph(id="s-1", role="entry", inlines=words("Blog. Not captured.")),),
            ),
        ),
        notes=tuple(note(number) for number in range(1, 15)),
    )
