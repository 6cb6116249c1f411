"""Any document at all, printed in small pages: what must hold on paper whatever an analyst writes."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pypdfium2
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Column,
    Document,
    Emphasis,
    Heading,
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
    runs_of,
)
from briefgen.rendering.pdf import render
from briefgen.rendering.theme import PageShape, Theme
from tests.rendering.pdf.reading import Read, read
from tests.rendering.pdf.test_render import fonts

SMALL = PageShape(width=330.0, height=420.0, top=60.0, bottom=60.0, left=40.0, right=40.0)
THEME = replace(Theme(), page=SMALL, contents_from=99)

CHARACTERS = "abcdefghijklmnoprstuvwz" * 3 + "ABCEIM0123456789.,;:-–—’“”()/&<>%éüßжЯλΩ한국軍\u00a0\u00ad"
PHASES = (Phase.explicit, Phase.reuse, Phase.generate)
"""No shrinking: a document takes too long to print a thousand times."""

LETTERS = st.text(alphabet=CHARACTERS, min_size=1, max_size=14)
PROSE = st.lists(LETTERS, min_size=1, max_size=40).map(" ".join)


class Pen:
    """Draws a document and keeps count of its ids and notes."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.notes: list[Note] = []
        self.ids = 0

    def id(self) -> str:
        self.ids += 1
        return f"id{self.ids}"

    def inlines(self, *, marks: bool = True) -> Inlines:
        parts: list[Inline] = [Text(text=self.draw(PROSE))]
        for _ in range(self.draw(st.integers(0, 3))):
            kind = self.draw(
                st.sampled_from(("text", "strong", "emphasis", "mark", "again", "break", "label", "link"))
            )
            text = Text(text=f" {self.draw(PROSE)}", language=self.draw(st.sampled_from(("", "de", "ko"))))
            match kind:
                case "strong":
                    parts.append(Strong(inlines=(text,)))
                case "emphasis":
                    parts.append(Emphasis(inlines=(text, Strong(inlines=(text,)))))
                case "mark" if marks:
                    parts.append(self.mark())
                case "again" if marks and self.notes:
                    parts.append(NoteMark(note=self.draw(st.sampled_from(self.notes)).id))
                case "link":
                    place = f"#id{self.draw(st.integers(1, self.ids))}"
                    parts.append(Link(target=place, inlines=(text,)))
                case "break":
                    parts.append(LineBreak())
                case "label":
                    parts.append(Label(text=" (55–80 %)"))
                case _:
                    parts.append(text)
        return tuple(parts)

    def mark(self) -> NoteMark:
        number = len(self.notes) + 1
        words = " ".join([self.draw(PROSE)] * self.draw(st.sampled_from((1, 1, 2, 12))))
        self.notes.append(Note(id=f"n{number}", number=number, inlines=(Text(text=words),)))
        return NoteMark(note=f"n{number}")

    def block(self, depth: int = 0) -> Block:
        kinds = ["paragraph"] * 3 + ["heading", "quotation", "callout", "table", "list"]
        match self.draw(st.sampled_from(kinds[: len(kinds) - depth])):
            case "heading":
                return Heading(id=self.id(), level=self.draw(st.integers(2, 4)), inlines=self.inlines())
            case "quotation":
                paragraphs = tuple(self.inlines() for _ in range(self.draw(st.integers(1, 2))))
                said = self.inlines() if self.draw(st.booleans()) else ()
                return Quotation(id=self.id(), paragraphs=paragraphs, attribution=said)
            case "callout":
                return Callout(
                    id=self.id(),
                    kind="gap",
                    label="Gap",
                    inlines=self.inlines(),
                    details=self.inlines(marks=False),
                )
            case "table":
                caption = self.inlines() if self.draw(st.booleans()) else ()
                header = tuple(Cell(inlines=self.inlines()) for _ in range(3))
                rows = tuple(
                    tuple(Cell(inlines=self.inlines() if self.draw(st.booleans()) else ()) for _ in range(3))
                    for _ in range(self.draw(st.integers(1, 5)))
                )
                columns = (Column(), Column(align="right"), Column(weight=1.0))
                return Table(id=self.id(), columns=columns, header=header, rows=rows, caption=caption)
            case "list":
                items = tuple(
                    ListItem(
                        id=self.id(), blocks=tuple(self.block(1) for _ in range(self.draw(st.integers(1, 2))))
                    )
                    for _ in range(self.draw(st.integers(1, 3)))
                )
                return List(id=self.id(), ordered=self.draw(st.booleans()), items=items)
            case _:
                return Paragraph(id=self.id(), inlines=self.inlines())


@st.composite
def documents(draw: st.DrawFn) -> Document:
    pen = Pen(draw)
    sections = tuple(
        Section(
            id=pen.id(),
            heading=Heading(id=pen.id(), level=1, inlines=pen.inlines()),
            blocks=tuple(pen.block() for _ in range(draw(st.integers(0, 4)))),
            landscape=draw(st.integers(0, 4)) == 0,
        )
        for _ in range(draw(st.integers(1, 3)))
    )
    return Document(
        name="any",
        title="Any document",
        language="en-GB",
        as_of="2025-01",
        dated="2025-01-20T00:00:00Z",
        sections=sections,
        notes=tuple(pen.notes),
        marking=Marking(text="TLP:RED", colour="#ff2b2b", background="#000000"),
    )


def squeezed(text: str) -> str:
    """A text without blanks and without characters that never show, composed."""
    text = unicodedata.normalize("NFC", text)
    return "".join(char for char in text if not char.isspace() and char not in "\u00ad\u200b")


def spoken(document: Document) -> dict[str, str]:
    """Every run of the document as it should be read, with note numbers at their marks."""
    numbers = {note.id: str(note.number) for note in document.notes}

    def words(inlines: Inlines) -> str:
        said = ""
        for before, inline in zip((None, *inlines), inlines, strict=False):
            match inline:
                case Text() | Label():
                    said += inline.text
                case NoteMark():
                    said += ("," if isinstance(before, NoteMark) else "") + numbers[inline.note]
                case LineBreak():
                    said += " "
                case _:
                    said += words(inline.inlines)
        return said

    runs: dict[str, str] = {}
    for section in document.sections:
        for block in (section.heading, *section.blocks):
            for index, run in enumerate(runs_of(block)):
                runs[f"{block.id}.{index}"] = squeezed(words(run))
    return runs


@given(documents())
@settings(max_examples=30, phases=PHASES)
def test_all_words_are_read_and_all_notes_stand_with_their_marks(document: Document) -> None:
    root = read(render(document, THEME, fonts).data)
    said = squeezed(_without_notes(root))
    at = 0
    for run in spoken(document).values():
        found = said.find(run, at)
        assert found >= 0, f"not read, or out of order: {run[:60]}"
        at = found + len(run)
    notes = root.all("Note")
    assert [squeezed(each.words) for each in notes] == [
        squeezed(f"{note.number}{''.join(part.text for part in note.inlines if isinstance(part, Text))}")
        for note in document.notes
    ]


@given(documents())
@settings(max_examples=30, phases=PHASES)
def test_no_character_leaves_the_frame_and_every_page_is_marked(document: Document) -> None:
    pages = pypdfium2.PdfDocument(render(document, THEME, fonts).data)
    for page in pages:
        width, height = page.get_size()
        text = page.get_textpage()
        assert text.get_text_range().count("TLP:RED") == 2
        for index in range(text.count_chars()):
            left, bottom, right, top = text.get_charbox(index)
            if right - left > 0.01 and not text.get_text_range(index, 1).isspace():
                assert left >= SMALL.left - 2
                assert right <= width - SMALL.right + 2
                assert 0 < bottom < top < height


def _without_notes(read: Read) -> str:
    return "".join(
        part if isinstance(part, str) else "" if part.tag == "Note" else _without_notes(part)
        for part in read.parts
    )
