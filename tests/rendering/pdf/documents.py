"""Documents of any length, the same for the same numbers, for tests of the PDF renderer."""

from __future__ import annotations

import random
import re

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
    List,
    ListItem,
    Marking,
    Note,
    NoteMark,
    Paragraph,
    Section,
    Strong,
    Table,
    Text,
)

_WORDS = re.findall(
    r"\w+",
    """
the of and to in a is that for it as was with be by on not he this are or from at which but have an had
they you were their one all we can her has there been if more when will would who so no out up into do
any reported soldiers artillery supplied ammunition estimated government officials independent assessment
brigade regional deployment casualties according intelligence capability experience agreement technology
significant production international cooperation transfer missile training operations western analysts
observed satellite imagery warehouse shipment railway factory contract payments workers recruitment unit
commander statement confirmed denied unverified figures conflict border village positions drone
electronic warfare communications logistics equipment modernisation doctrine lessons peninsula deterrence
sanctions
""",
)


class Writer:
    """Writes prose, notes and blocks, numbering as it goes."""

    def __init__(self, seed: int = 0) -> None:
        self._random = random.Random(seed)
        self._weights = [1.0 / (12 + place) for place in range(len(_WORDS))]
        self.notes: list[Note] = []
        self._blocks = 0

    def words(self, count: int) -> str:
        """So many words in sentences."""
        chosen = self._random.choices(_WORDS, self._weights, k=count)
        sentences = []
        while chosen:
            length = self._random.randint(8, 18)
            sentence, chosen = " ".join(chosen[:length]), chosen[length:]
            sentences.append(sentence[0].upper() + sentence[1:] + ".")
        return " ".join(sentences)

    def note(self, words: int = 25) -> NoteMark:
        """A new note of so many words, and its mark."""
        number = len(self.notes) + 1
        inlines = (
            Text(text=f"Author {number}, “{self.words(words)[:-1]},” "),
            Emphasis(inlines=(Text(text="Journal"),)),
        )
        self.notes.append(Note(id=f"n{number}", number=number, inlines=(*inlines, Text(text=", para. 3."))))
        return NoteMark(note=f"n{number}")

    def marked(self, words: int, *notes: int) -> Inlines:
        """Prose with a note of each of the given lengths in words, spread over it."""
        parts: list[Inline] = []
        share = max(1, words // (len(notes) + 1))
        for length in notes:
            parts += [Text(text=self.words(share)), self.note(length), Text(text=" ")]
        parts.append(Text(text=self.words(share)))
        return tuple(parts)

    def id(self) -> str:
        """An id that no other block has."""
        self._blocks += 1
        return f"b{self._blocks}"

    def paragraph(self, words: int, *notes: int) -> Paragraph:
        """A paragraph with notes of the given lengths."""
        return Paragraph(id=self.id(), inlines=self.marked(words, *notes))

    def heading(self, level: int, words: int = 5) -> Heading:
        """A heading without notes."""
        return Heading(id=self.id(), level=level, inlines=(Text(text=self.words(words)[:-1]),))

    def table(self, rows: int, words: int, *notes: int) -> Table:
        """A table of three columns; the first cell of each row carries the notes."""

        def cell(text: str) -> Cell:
            return Cell(inlines=(Text(text=text),))

        return Table(
            id=self.id(),
            columns=(Column(), Column(align="right"), Column()),
            header=(cell("Quantity"), cell("Value"), cell("Remark")),
            rows=tuple(
                (
                    Cell(inlines=self.marked(words, *notes)),
                    cell(f"{self._random.randint(1, 99)},000"),
                    cell(self.words(words)),
                )
                for _ in range(rows)
            ),
            caption=(Text(text="Who says what"),),
        )

    def list(self, items: int, words: int, *notes: int) -> List:
        """A list whose items each carry the notes."""
        return List(
            id=self.id(),
            ordered=False,
            items=tuple(
                ListItem(id=self.id(), blocks=(self.paragraph(words, *notes),)) for _ in range(items)
            ),
        )

    def callout(self, words: int, *notes: int) -> Callout:
        """A judgement."""
        return Callout(
            id=self.id(),
            kind="judgement",
            label="Judgement",
            inlines=self.marked(words, *notes),
            details=(Strong(inlines=(Text(text="Likely"),)), Text(text=" (55–80 %). Low confidence.")),
        )

    def document(self, sections: tuple[Section, ...], title: str = "A long document") -> Document:
        """A document of these sections and of all notes written so far."""
        return Document(
            name="long",
            title=title,
            subtitle="For measurement",
            language="en-GB",
            as_of="2025-01-20",
            dated="2025-01-20T00:00:00Z",
            authors=("A. N. Analyst",),
            marking=Marking(text="TLP:AMBER", colour="#ffc000", background="#000000"),
            sections=sections,
            notes=tuple(self.notes),
        )


def long_document(sections: int, seed: int = 0) -> Document:
    """Sections of a heading, six paragraphs, eight notes and a table, of about 1.1 pages each."""
    writer = Writer(seed)
    made = []
    for index in range(sections):
        heading = writer.heading(1)
        blocks: tuple[Block, ...] = (
            *(writer.paragraph(70, 25, *((25,) if number in (1, 4) else ())) for number in range(6)),
            writer.table(4, 5),
        )
        made.append(Section(id=f"s{index}", heading=heading, blocks=blocks))
    return writer.document(tuple(made))
