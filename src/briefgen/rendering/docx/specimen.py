"""A Word file that shows every style by its name, to be restyled in Word and handed back as a reference."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.model.chart import Series, ValueChart
from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inlines,
    Label,
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
from briefgen.rendering.docx.plain import render_plain
from briefgen.rendering.theme import Theme


def specimen(theme: Theme) -> bytes:
    """The file in the look of a theme: each piece of it names the style it wears."""
    return render_plain(_document(), theme).data


def _document() -> Document:
    return Document(
        name="reference",
        title="Title",
        subtitle="Subtitle",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        authors=("Facts",),
        marking=Marking(text="Marking", colour="#ffffff", background="#000000"),
        sections=(
            Section(
                id="styles",
                heading=Heading(id="heading-1", level=1, inlines=_words("Heading 1")),
                blocks=tuple(_blocks()),
            ),
        ),
        notes=(Note(id="note", number=1, inlines=_words("Footnote Text, behind Footnote Reference.")),),
    )


def _blocks() -> Iterator[Block]:
    yield Paragraph(
        id="body",
        inlines=(
            Text(text="Body Text, with "),
            Emphasis(inlines=_words("Emphasis")),
            Text(text=", "),
            Strong(inlines=_words("Strong")),
            Text(text=", "),
            Strong(inlines=(Emphasis(inlines=_words("Intense Emphasis")),)),
            Text(text=", a "),
            Label(text="Label"),
            Text(text=" and a "),
            Link(target="#heading-1", inlines=_words("Hyperlink")),
            Text(text="."),
            NoteMark(note="note"),
        ),
    )
    for level in (2, 3, 4):
        yield Heading(id=f"heading-{level}", level=level, inlines=_words(f"Heading {level}"))
    yield _list("List Bullet", ordered=False, depth=1)
    yield _list("List Number", ordered=True, depth=1)
    yield Quotation(
        id="quotation",
        paragraphs=(_words("Quote: somebody’s own words."),),
        attribution=_words("Attribution"),
    )
    yield Callout(
        id="callout",
        kind="judgement",
        label="Callout Label",
        inlines=_words("Callout: a judgement, an assumption, an alternative or a gap."),
        details=_words("Callout Details: likelihood and confidence."),
    )
    yield Table(
        id="table",
        caption=_words("Caption, above Brief Table"),
        columns=(Column(), Column(align="right")),
        header=(Cell(inlines=_words("Table Heading")), Cell(inlines=_words("Table Heading"))),
        rows=((Cell(inlines=_words("Table Text")), Cell(inlines=_words("Table Text"))),),
    )
    yield Paragraph(id="remark", role="remark", inlines=_words("Remark, under a table."))
    yield Figure(
        id="figure",
        alt="A bar from nought to one.",
        caption=_words("Caption, below a paragraph in Figure"),
        content=ValueChart(
            kind="bar",
            title="Figure",
            unit="",
            categories=("Bar",),
            series=(Series(label="Bar", values=(1.0,)),),
        ),
    )
    yield Paragraph(
        id="entry", role="entry", inlines=_words("Bibliography: an entry of the list of sources.")
    )


def _list(name: str, *, ordered: bool, depth: int) -> List:
    named = name if depth == 1 else f"{name} {depth}"
    prefix = f"{'numbers' if ordered else 'bullets'}-{depth}"
    further: list[Block] = [Paragraph(id=f"{prefix}-words", inlines=_words(named))]
    if not ordered:
        continued = "List Continue" if depth == 1 else f"List Continue {depth}"
        further.append(Paragraph(id=f"{prefix}-more", inlines=_words(continued)))
    if depth < 3:
        further.append(_list(name, ordered=ordered, depth=depth + 1))
    return List(id=prefix, ordered=ordered, items=(ListItem(id=f"{prefix}-item", blocks=tuple(further)),))


def _words(text: str) -> Inlines:
    return (Text(text=text),)
