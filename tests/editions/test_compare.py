"""What a reader of the former edition is told."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.editions.change_statement import SHOWN_STATEMENTS, lines, markdown, section, title, with_section
from briefgen.editions.changes import Changes, StatementChange
from briefgen.editions.compare import Side, compare
from briefgen.editions.manifest import FigureState, ReadingState, SourceState
from briefgen.model.document import (
    Block,
    Callout,
    Confidence,
    Document,
    Heading,
    Inlines,
    Likelihood,
    Link,
    List,
    Paragraph,
    Section,
    Text,
    plain,
)
from briefgen.model.evidence import Anchor, Extent, Verdict
from briefgen.text.wording.english import ENGLISH


def words(text: str) -> Inlines:
    return (Text(text=text),)


def paragraph(name: str, text: str) -> Paragraph:
    return Paragraph(id=name, inlines=words(text))


def judgement(name: str, text: str, term: str = "likely", level: str = "low") -> Callout:
    ranges = {"likely": (55, 80), "unlikely": (20, 45), "remote chance": (0, 5)}
    low, high = ranges[term]
    assert level in ("low", "moderate")
    return Callout(
        id=name,
        kind="judgement",
        label="Judgement",
        inlines=words(text),
        likelihood=Likelihood(term=term, low=low, high=high),
        confidence=Confidence(level="low" if level == "low" else "moderate", because="so"),
    )


def document(*blocks: Block, heading: str = "The harbour") -> Document:
    return Document(
        name="harbour",
        title="Harbour",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        sections=(
            Section(
                id="harbour",
                heading=Heading(id="harbour-heading", level=1, inlines=words(heading)),
                blocks=blocks,
            ),
        ),
        notes=(),
    )


def anchor(passage: str, paragraph: int) -> Anchor:
    return Anchor(
        passage=passage,
        source="note",
        verdict=Verdict.VERBATIM,
        exact="forty ships",
        extent=Extent(start=0, end=11),
        raw=Extent(start=0, end=11),
        paragraph=paragraph,
    )


def side(held: Document, **more: object) -> Side:
    plain_side = Side(
        edition="2025-01-12",
        as_of="2025-01-12",
        document=held,
        figures=(),
        sources=(),
        anchors={},
        passages=frozenset(),
    )
    return replace(plain_side, **more)  # type: ignore[arg-type]


def told(old: Side, new: Side) -> list[str]:
    return [str(line) for line in lines(compare(old, new), ENGLISH)]


def told_of(old: Document, new: Document) -> list[str]:
    return told(side(old), side(new))


def test_equal_documents_have_nothing_to_tell() -> None:
    held = document(paragraph("a", "There are 40 ships."), judgement("kj", "Fog would come back."))
    assert told_of(held, held) == []


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (
            judgement("kj", "Fog would come back.", "unlikely"),
            "Likelihood changed. “Fog would come back.”: now unlikely (20–45%), formerly likely (55–80%).",
        ),
        (
            judgement("kj", "Fog would come back.", "remote chance"),
            "Likelihood changed. “Fog would come back.”: "
            "now remote chance (up to 5%), formerly likely (55–80%).",
        ),
        (
            judgement("kj", "Fog would come back.", level="moderate"),
            "Confidence changed. “Fog would come back.”: now moderate, formerly low.",
        ),
    ],
)
def test_a_judgement_held_otherwise(now: Callout, expected: str) -> None:
    assert told_of(document(judgement("kj", "Fog would come back.")), document(now)) == [expected]


def test_judgements_new_and_dropped() -> None:
    fog, ice = judgement("kj-fog", "Fog would come back."), judgement("kj-ice", "Two tugs may well sink.")
    assert told_of(document(fog), document(ice)) == [
        "New judgement. “Two tugs may well sink.” (likely (55–80%), low confidence)",
        "Judgement dropped. “Fog would come back.” (likely (55–80%), low confidence)",
    ]


def test_a_judgement_reworded_and_held_otherwise_is_one_judgement() -> None:
    was = judgement("kj", "Fog would come back to the harbour in March.")
    now = judgement("kj", "Fog would come back to the harbour in April.", "unlikely")
    assert told_of(document(was), document(now)) == [
        "Judgement reworded. “… come back to the harbour in April.”, "
        "formerly “… come back to the harbour in March.”.",
        "Likelihood changed. “Fog would come back to the harbour in April.”: "
        "now unlikely (20–45%), formerly likely (55–80%).",
    ]


def test_statements_added_removed_and_reworded() -> None:
    old = document(
        paragraph("a", "There are 40 ships in the harbour, and six tugs."),
        paragraph("b", "The lighthouse was built by Norwegians."),
    )
    new = document(
        paragraph("a2", "There are 44 ships in the harbour, and six tugs."),
        paragraph("c", "Nobody has counted the gulls yet."),
    )
    assert told_of(old, new) == [
        "Reworded in The harbour: “There are 44 ships in the harbour, and …”, "
        "formerly “There are 40 ships in the harbour, and …”.",
        "New in The harbour: “Nobody has counted the gulls yet.”",
        "Removed from The harbour: “The lighthouse was built by Norwegians.”",
    ]


def test_a_statement_that_only_moved_is_not_told() -> None:
    one, other = paragraph("a", "There are 40 ships."), paragraph("b", "A letter counts six tugs.")
    assert told_of(document(one, other), document(other, one)) == []


def figure(shown: str, value: str, computed: str = "") -> FigureState:
    reading = ReadingState(passage="ships", source="note", low=value, high=value, shown=shown)
    return FigureState(id="ships", label="Ships", readings=(reading,), computed=computed)


SOURCE = SourceState(id="note", title="Notes on a Harbour", file="note.txt", sha256="1" * 64)


@pytest.mark.parametrize(
    ("was", "now", "expected"),
    [
        (
            figure("40", "40"),
            figure("44", "44"),
            ["Figure moved. Ships: 44, formerly 40 (Notes on a Harbour)."],
        ),
        (figure("40", "40"), figure("about 40", "40"), []),
        (
            figure("40", "40", "80"),
            figure("40", "40", "90"),
            ["Figure moved. Ships: 90, formerly 80 (computed)."],
        ),
        (None, figure("44", "44"), ["New figure. Ships: 44 (Notes on a Harbour)."]),
        (figure("40", "40"), None, ["Figure dropped. Ships: 40 (Notes on a Harbour)."]),
    ],
)
def test_figures(was: FigureState | None, now: FigureState | None, expected: list[str]) -> None:
    held = document(paragraph("a", "There are ships."))
    old = side(held, figures=(was,) if was else (), sources=(SOURCE,))
    new = side(held, figures=(now,) if now else (), sources=(SOURCE,))
    assert told(old, new) == expected


def test_sources_new_altered_and_withdrawn() -> None:
    held = document(paragraph("a", "There are ships."))
    letter = SourceState(id="letter", title="A Letter", file="letter.txt", sha256="2" * 64)
    altered = replace(SOURCE, sha256="3" * 64)
    old = side(held, sources=(SOURCE, replace(SOURCE, id="gone", title="Gone")))
    new = side(held, sources=(altered, letter), anchors={"ships": anchor("ships", 2)})
    assert told(old, new) == [
        "Source altered. “Notes on a Harbour”: the passage quoted from it stands word for word.",
        "New source. “A Letter”.",
        "Source withdrawn. “Gone”.",
    ]


def test_passages_moved_and_broken() -> None:
    held = document(paragraph("a", "There are ships."))
    old = side(
        held, sources=(SOURCE,), anchors={name: anchor(name, 2) for name in ("ships", "fog", "dropped")}
    )
    new = side(
        held,
        sources=(SOURCE,),
        anchors={"ships": anchor("ships", 5)},
        passages=frozenset(("ships", "fog")),
    )
    assert told(old, new) == [
        "Passage moved. “forty ships” (Notes on a Harbour): now paragraph 5, formerly paragraph 2.",
        "Passage no longer found. “forty ships” (Notes on a Harbour), formerly paragraph 2.",
    ]


def many(count: int) -> Changes:
    statements = tuple(
        StatementChange(kind="added", what="statement", section="Gulls", block="a", after=f"Gull {number}.")
        for number in range(count)
    )
    return Changes(since="2025-01-12", since_as_of="2025-01-12", statements=statements)


def test_the_section_tells_so_many_statements_and_counts_the_rest() -> None:
    changes = many(SHOWN_STATEMENTS + 3)
    made = section(changes, document(paragraph("a", "x")), "2025-01-20")
    assert plain(made.heading.inlines) == "What changed since 12 January 2025"
    assert len(made.blocks) == 2
    assert isinstance(made.blocks[1], Paragraph)
    assert plain(made.blocks[1].inlines) == "3 further statements were changed."
    assert markdown(changes, "2025-01-20", ENGLISH).count("\n- ") == SHOWN_STATEMENTS + 3


def test_the_section_leads_to_the_statement_that_changed() -> None:
    made = section(many(1), document(paragraph("a", "x")), "2025-01-20")
    items = made.blocks[0]
    assert isinstance(items, List)
    (words_of,) = items.items[0].blocks
    assert isinstance(words_of, Paragraph)
    assert Link(target="#a", inlines=words("Gulls")) in words_of.inlines


def test_the_section_takes_no_name_that_is_taken() -> None:
    taken = replace(document(paragraph("changes", "x")), edition="")
    made = section(many(1), taken, "2025-01-20")
    assert made.id == "changes-2"


def test_of_two_editions_of_one_day_the_earlier_is_named() -> None:
    changes = Changes(since="2025-01-20.3", since_as_of="2025-01-20")
    assert title(changes, "2025-01-20", ENGLISH) == "What changed since edition 3 of 20 January 2025"
    first = Changes(since="2025-01-20", since_as_of="2025-01-20")
    assert title(first, "2025-01-20", ENGLISH) == "What changed since the first edition of 20 January 2025"


def test_the_frame_goes_in_front_where_there_are_no_key_judgements() -> None:
    held = document(paragraph("a", "x"))
    framed = with_section(held, section(many(1), held, "2025-01-20"), "2025-01-20.2")
    assert [one.role for one in framed.sections] == ["changes", "body"]
    assert framed.edition == "2025-01-20.2"


def test_words_of_a_source_are_not_read_as_markdown() -> None:
    change = StatementChange(kind="added", what="statement", section="*x*", after="[a](http://x.org) <b>`c`")
    text = markdown(replace(many(0), statements=(change,)), "2025-01-20", ENGLISH)
    assert "\\*x\\*" in text
    assert "\\[a\\](http://x.org) \\<b\\>\\`c\\`" in text
