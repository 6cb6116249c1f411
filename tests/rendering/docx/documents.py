"""Documents for the tests of the Word renderer: long ones, and any that hypothesis can think of."""

from __future__ import annotations

from hypothesis import strategies as st

from briefgen.model.chart import Event, RangeChart, Reading, Series, Timeline, ValueChart
from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Figure,
    Heading,
    Image,
    Inline,
    Inlines,
    Label,
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
from tests.samples import words


def long_document(paragraphs: int) -> Document:
    """Paragraphs that each claim something, and a note for each that names its source."""
    return Document(
        name="long",
        title="A long brief",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        sections=(
            Section(
                id="all",
                heading=Heading(id="all-h", level=1, inlines=words("All")),
                blocks=tuple(
                    Paragraph(
                        id=f"p{number}",
                        inlines=(
                            Text(text=f"{'Much is said of this and that. ' * (number % 7 + 1)}"),
                            Text(text=f"This is claim-{number}."),
                            NoteMark(note=f"n{number}"),
                            Text(text=" And no more."),
                        ),
                    )
                    for number in range(1, paragraphs + 1)
                ),
            ),
        ),
        notes=tuple(
            Note(
                id=f"n{number}",
                number=number,
                inlines=words(f"This is source-{number}, {'which says a little more ' * (number % 4)}."),
            )
            for number in range(1, paragraphs + 1)
        ),
    )


PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360f8cfc0"
    "f01f00050001ff5cc2f5c80000000049454e44ae426082"
)
"""A PNG of one pixel."""

texts = st.text(max_size=20) | st.sampled_from(
    (
        "",
        "\0",
        "a\tb\nc\r\u2028",
        "]]>",
        "<w:p>",
        "&amp;",
        '"',
        "w" * 300,
        "\u202eabc",
        "\ud800",
        "\ufffe",
        "조선",
    )
)
ids = st.text(min_size=1, max_size=50)
targets = st.sampled_from(
    (
        *(
            "https://example.org/a?b=1&c=2#d",
            "http://пример.рф/ü ü",
            "mailto:a@example.org",
            "#first",
            "#none",
        ),
        *(
            "javascript:alert(1)",
            "file:///etc/passwd",
            "https://[bad",
            "https://",
            "mailto:",
            "http://a:99999/",
        ),
        *(
            "https://user@example.org/",
            "x" * 3000,
            "https://example.org/" + "x" * 3000,
            "",
            "\0",
            "https://a\u0000b/",
        ),
    )
)
leaves: st.SearchStrategy[Inline] = st.one_of(
    st.builds(Text, text=texts, language=st.sampled_from(("", "ko", "ru", "ar", 'x"<'))),
    st.builds(Label, text=texts),
    st.just(LineBreak()),
    st.builds(NoteMark, note=st.sampled_from(("n1", "n2", "n3", "N1", "none"))),
)


def _wrapped(inner: st.SearchStrategy[Inline]) -> st.SearchStrategy[Inline]:
    several = st.lists(inner, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Emphasis, inlines=several),
        st.builds(Strong, inlines=several),
        st.builds(Link, target=targets, inlines=several),
    )


inlines: st.SearchStrategy[Inlines] = st.lists(st.recursive(leaves, _wrapped, max_leaves=4), max_size=4).map(
    tuple
)
cells = st.builds(Cell, inlines=inlines)
charts = st.sampled_from(
    (
        RangeChart(
            title="<Range>",
            unit="",
            readings=(
                Reading(label="a", low=1, high=2, shown="1–2"),
                Reading(label="b", low=3, high=3, shown="3"),
            ),
            axis_low=0,
            axis_high=4,
        ),
        Timeline(title="Time", events=(Event(start="2024", end="2024-03", label="It began & ended"),)),
        ValueChart(
            kind="line",
            title="Values",
            unit="t",
            categories=("a", "b"),
            series=(Series(label="s", values=(1.0, 2.0)), Series(label="t", values=(2.0, 0.0))),
        ),
    )
)
images = st.builds(
    Image,
    media_type=st.sampled_from(("image/png", "image/jpeg")),
    data=st.sampled_from((PIXEL, b"", b"\x89PNG", b"\xff\xd8\xff\xc0\x00\x11\x08\x00\x02\x00\x03\x03")),
    width=st.sampled_from((0.0, 40.0, 5000.0)),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    wide = draw(st.integers(1, 4))
    row = st.lists(cells, min_size=wide, max_size=wide).map(tuple)
    column = st.builds(
        Column, align=st.sampled_from(("left", "right", "center")), weight=st.sampled_from((0.0, 1.0))
    )
    return Table(
        id=draw(ids),
        columns=tuple(draw(st.lists(column, min_size=wide, max_size=wide))),
        header=draw(st.just(()) | row),
        rows=tuple(draw(st.lists(row, max_size=3))),
        caption=draw(inlines),
        row_headers=draw(st.booleans()),
    )


simple: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, id=ids, inlines=inlines, role=st.sampled_from(("body", "entry", "remark"))),
    st.builds(Heading, id=ids, level=st.integers(1, 4), inlines=inlines),
    tables(),
    st.builds(Quotation, id=ids, paragraphs=st.lists(inlines, max_size=3).map(tuple), attribution=inlines),
    st.builds(
        Figure, id=ids, content=charts | images, alt=texts.map(lambda text: text + "alt"), caption=inlines
    ),
    st.builds(
        Callout,
        id=ids,
        kind=st.sampled_from(("judgement", "gap")),
        label=texts,
        inlines=inlines,
        details=inlines,
    ),
)


def _listed(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    item = st.builds(ListItem, id=ids, blocks=st.lists(inner, max_size=2).map(tuple))
    return st.builds(
        List,
        id=ids,
        ordered=st.booleans(),
        start=st.integers(-1, 12),
        items=st.lists(item, max_size=3).map(tuple),
    )


blocks: st.SearchStrategy[Block] = st.recursive(simple, _listed, max_leaves=4)
sections = st.builds(
    Section,
    id=ids,
    heading=st.builds(Heading, id=ids, level=st.just(1), inlines=inlines),
    blocks=st.lists(blocks, max_size=4).map(tuple),
    landscape=st.booleans(),
)
documents = st.builds(
    Document,
    name=texts,
    title=texts,
    subtitle=texts,
    language=st.sampled_from(("en-GB", "ko", "ar", "", 'x"<')),
    as_of=st.sampled_from(("2025-01-20", "2025", "", "today")),
    dated=st.sampled_from(("2025-01-20T06:07:08Z", "2025-01-20", "", "1066-10-14", "2025-99-99")),
    authors=st.lists(texts, max_size=2).map(tuple),
    edition=texts,
    marking=st.none() | st.builds(Marking, text=texts, colour=st.sampled_from(("", "#33ff00", "red"))),
    sections=st.lists(sections, max_size=3).map(tuple),
    notes=st.permutations(("n1", "n2", "n3", "N1")).flatmap(
        lambda order: st.tuples(
            *(
                st.builds(Note, id=st.just(one), number=st.just(at + 1), inlines=inlines)
                for at, one in enumerate(order)
            )
        )
    ),
)
"""Any document: ids may repeat, marks may stand in any order and name no note at all."""
