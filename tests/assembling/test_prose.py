"""Prose: marks after the punctuation, ids that stay, names looked up."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.assembling.notes import NoteBook
from briefgen.assembling.prose import BlockIds, ProseReader, marks_after_punctuation
from briefgen.citing.chicago import join_texts
from briefgen.diagnostics import Position, Span
from briefgen.model.document import (
    Block,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    NoteMark,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    marks_in,
    plain,
    runs_of,
)
from briefgen.text.wording.english import ENGLISH
from tests.assembling.evidence import anchor, evidence

HERE = Span(file="outline.yaml", start=Position(line=1, column=1), end=Position(line=1, column=2))


def marked(*parts: str | int) -> Inlines:
    """Words, and marks as numbers."""
    return tuple(NoteMark(note=f"n{part}") if isinstance(part, int) else Text(text=part) for part in parts)


def shown(inlines: Inlines) -> str:
    """Words with marks as ^n."""
    return "".join(
        f"^{inline.note[1:]}" if isinstance(inline, NoteMark) else plain((inline,)) for inline in inlines
    )


def test_marks_stand_after_the_punctuation() -> None:
    def placed(*parts: str | int) -> str:
        return shown(marks_after_punctuation(marked(*parts)))

    assert placed("It sails", 1, ".") == "It sails.^1"
    assert placed("It sails ", 1, ". Often.") == "It sails.^1 Often."
    assert placed("It sails. ", 1) == "It sails.^1"
    assert placed("It sails, ", 1, " they say") == "It sails,^1 they say"
    assert placed("It sails ", 1, " ", 2, ".") == "It sails.^1^2"
    assert placed("“It sails", 1, ".” Often.") == "“It sails.”^1 Often."
    assert placed("It sails", 1, "… and on") == "It sails…^1 and on"
    assert placed("In 2025 ", 1, " it sails") == "In 2025^1 it sails"
    assert placed(1, "It sails") == "^1It sails"


PARTS = st.lists(
    st.integers(1, 9) | st.text(alphabet="ab .,;:!?…”’\"') ", max_size=6) | st.sampled_from(["break", "em"]),
    max_size=12,
)


@settings(max_examples=500)
@given(PARTS)
def test_no_word_and_no_mark_is_lost_or_moved_past_another(parts: list[str | int]) -> None:
    inlines: list[Inline] = []
    for part in parts:
        if part == "break":
            inlines.append(LineBreak())
        elif part == "em":
            inlines.append(Emphasis(inlines=(Text(text="e"),)))
        else:
            inlines.extend(marked(part))
    inlines = list(join_texts(inlines))
    placed = marks_after_punctuation(tuple(inlines))
    assert "".join(plain(placed).split()) == "".join(plain(tuple(inlines)).split())
    assert list(marks_in(placed)) == list(marks_in(tuple(inlines)))


def reader(*passages: str, known: tuple[str, ...] = ()) -> ProseReader:
    found = evidence(*(anchor(name) for name in passages))
    return ProseReader(found, (*passages, *known), NoteBook(ENGLISH), BlockIds())


def blocks_of(text: str, *passages: str) -> list[Block]:
    prose = reader(*passages)
    blocks = prose.blocks(text, "s", lambda words: HERE)
    assert not prose.found
    return blocks


def test_blocks_of_every_kind() -> None:
    text = "# One\n\nTwo\n\n- three\n\n> four\n\n| five |\n|:--:|\n| six |\n"
    blocks = blocks_of(text)
    heading, paragraph, items, quotation, table = blocks
    assert isinstance(heading, Heading)
    assert heading.level == 2, "a section's own heading is the only one of level 1"
    assert isinstance(paragraph, Paragraph)
    assert isinstance(items, List)
    assert isinstance(quotation, Quotation)
    assert isinstance(table, Table)
    texts = [plain(run) for block in blocks for run in runs_of(block)]
    assert [text for text in texts if text] == ["One", "Two", "three", "four", "five", "six"]


def test_marks_within_emphasis_and_links() -> None:
    (paragraph,) = blocks_of("**It sails [@a].** See [the log [@b]](https://example.org).", "a", "b")
    assert isinstance(paragraph, Paragraph)
    strong, _, *_ = paragraph.inlines
    assert isinstance(strong, Strong)
    assert [type(inline) for inline in strong.inlines] == [Text, NoteMark]
    assert len(list(marks_in(paragraph.inlines))) == 2


def test_ids_stay_while_words_stay() -> None:
    before = blocks_of("One.\n\nTwo.\n\nThree.")
    after = blocks_of("Zero.\n\nTwo.\n\nThree, changed.")
    assert before[1].id == after[1].id
    assert len({block.id for block in (*before, *after)}) == 5


def test_equal_words_get_ids_of_their_own() -> None:
    first, second = blocks_of("One.\n\nOne.")
    assert first.id != second.id


def test_a_name_that_is_taken_is_never_given_again() -> None:
    ids = BlockIds()
    names = [ids.given("a"), ids.given("a-2"), ids.given("a"), ids.given("a"), ids.given("a-2")]
    assert len(set(names)) == len(names)


def test_an_unknown_passage_is_told_with_the_nearest() -> None:
    prose = reader("carried")
    prose.blocks("It sails. [@caried]", "s", lambda words: HERE)
    (found,) = prose.found
    assert (found.code, found.hint) == ("OL130", "did you mean “carried”?")


def test_a_known_passage_that_was_not_found_is_told_elsewhere() -> None:
    prose = reader("a", known=("lost",))
    (block,) = prose.blocks("It sails. [@lost; @a]", "s", lambda words: HERE)
    assert not prose.found
    assert prose.notes.notes[0].passages == ("a",)
    assert isinstance(block, Paragraph)


def test_a_link_keeps_its_address() -> None:
    (paragraph,) = blocks_of("See [the log](https://example.org/a?b=1&c=2).")
    assert isinstance(paragraph, Paragraph)
    assert Link(target="https://example.org/a?b=1&c=2", inlines=(Text(text="the log"),)) in paragraph.inlines
