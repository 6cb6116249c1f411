"""Notes of the author's own: their marks stand in blocks, their words in statements of their own."""

from collections.abc import Callable

import pytest

from briefgen.drafts.inlines import shown_line
from briefgen.drafts.merging.versions import version_of
from briefgen.drafts.redline import merge_draft, redline
from briefgen.drafts.word.reading import read
from tests.drafts.briefs import (
    FIRST,
    GAP,
    LAST,
    LIST,
    NOTED,
    OUTLINE,
    QUOTED,
    TABLE,
    assembled,
    pulled,
    put_after,
    sent,
)
from tests.drafts.editor import Editor, W, run_of, text_of
from tests.drafts.margin.test_margin import in_word
from tests.drafts.test_redline import lint, texts

Edit = Callable[[Editor], Editor]


WORDS = [
    "Heard on the quay, and often.",
    "Said twice.",
    "Third-hand.",
    "Nobody counts them.",
    "Not all agree.",
    "By rail only.",
    "In no order.",
    "On the telephone.",
    "Earlier than it was.",
]


def noted(*changes: tuple[str, str], outline: str = NOTED) -> str:
    for old, new in changes:
        assert outline.count(old) == 1, old
        outline = outline.replace(old, new)
    return outline


def shown(outline: str) -> list[str]:
    return [shown_line(line) for line in version_of(assembled(outline).document).lines]


def test_marks_stand_at_the_ends_of_blocks_in_word() -> None:
    lines = [line for line in shown(NOTED) if "^[" in line]
    assert lines == [
        "The army has around 1.2 million people under arms.[@strength] It is large and old."
        "^[Heard on the quay, and often.]",
        "Some 12,000 troops went east in December, by rail and by ship.[@troops] "
        "Nobody has said when they return.^[Said twice.]",
        "What follows is less sure.^[Third-hand.]",
        "No source gives the number of ships.^[Nobody counts them.]",
        "The army would use drones at home.[@drones]^[Not all agree.]",
        "What was sent^[By rail only.]",
        "Guns come last.^[In no order.]",
        "An official in Seoul^[On the telephone.]",
        "The last word: it is early.^[Earlier than it was.]",
    ]


def test_an_untouched_draft_holds_no_edit() -> None:
    result = pulled(sent(NOTED), base=NOTED)
    assert result.outline == NOTED
    assert not result.edits and not result.unplaced and not result.conflicts


@pytest.mark.parametrize("words", WORDS)
def test_a_note_s_words_come_back_into_the_note(words: str) -> None:
    editor = sent(NOTED).retype_note(words[:4], "Told")
    expected = NOTED.replace(f"note: {words[:4]}", "note: Told")
    result = pulled(editor, base=NOTED)
    assert result.outline == expected
    assert not result.unplaced and not result.conflicts
    (edit,) = result.edits
    assert (edit.kind, edit.before, edit.after) == (
        "changed",
        f"note: {words}",
        f"note: Told{words[4:]}",
    )
    assert edit.span is not None
    again = pulled(editor, base=NOTED, today=expected)
    assert again.outline == expected and not again.edits and not again.unplaced


SECOND_WHOLE = NOTED[
    NOTED.index("      - >-\n        Some 12,000") : NOTED.index("      - |\n        Two things")
]


def moved(outline: str, words: str, after: str) -> str:
    return noted((words, ""), (after, after + words), outline=outline)


def with_text_at_end(editor: Editor, words: str, text: str) -> Editor:
    """Type at the end of a paragraph, behind its marks."""
    editor.paragraph(words).append(run_of(text))
    return editor


def with_mark_moved(editor: Editor, words: str, to: str) -> Editor:
    """Drag the last mark of a paragraph to the end of another."""
    mark = list(editor.paragraph(words).iter(f"{W}footnoteReference"))[-1].getparent()
    assert mark is not None
    before, after = mark.getprevious(), mark.getnext()
    assert before is not None and after is not None
    editor.paragraph(to).extend([before, mark, after])
    return editor


CASES: dict[str, tuple[Edit, str]] = {
    "words of a paragraph": (
        lambda e: e.retype("large and old", "vast"),
        noted(("large and old", "vast")),
    ),
    "words of a text of several lines": (
        lambda e: e.retype("by rail and", "by train and"),
        noted(("by rail\n", "by train\n")),
    ),
    "the last words before the mark": (
        lambda e: e.retype("when", "whether").retype("they return.", "they return!"),
        noted(("Nobody has said *when* they return.", "Nobody has said *whether* they return!")),
    ),
    "words behind the mark": (
        lambda e: with_text_at_end(e, "large and old", " So it is."),
        noted(("large and old.", "large and old. So it is.")),
    ),
    "a paragraph and its note": (
        lambda e: e.retype("large and old", "vast").retype_note("on the quay", "at sea"),
        noted(("large and old", "vast"), ("on the quay", "at sea")),
    ),
    "words of a paragraph in a text of several": (
        lambda e: e.retype("less sure", "unsure"),
        noted(("less sure", "unsure")),
    ),
    "a judgement, in either place": (
        lambda e: e.retype("drones at home", "drones abroad"),
        noted(("drones at home", "drones abroad")),
    ),
    "a gap": (lambda e: e.retype("number of", "count of"), noted(("number of", "count of"))),
    "a caption": (lambda e: e.retype("was sent", "went east"), noted(("was sent", "went east"))),
    "a cell": (lambda e: e.retype("5 to 8", "5 to 9"), noted(("[Shells, 5 to 8", "[Shells, 5 to 9"))),
    "an item": (lambda e: e.retype("Guns come", "Guns go"), noted(("Guns come", "Guns go"))),
    "an attribution": (
        lambda e: e.retype("An official in", "A man in"),
        noted(("An official in", "A man in")),
    ),
    "a mark deleted": (
        lambda e: e.remove_note("it is early"),
        noted(("      - note: Earlier than it was.\n", "")),
    ),
    "the mark of a caption deleted": (
        lambda e: e.remove_note("What was sent"),
        noted(("      - note: By rail only.\n", "")),
    ),
    "the mark of an attribution deleted": (
        lambda e: e.remove_note("An official in Seoul"),
        noted(("      - note: On the telephone.\n", "")),
    ),
    "a mark deleted and its paragraph retyped": (
        lambda e: e.remove_note("it is early").retype("it is early", "it is late"),
        noted(("      - note: Earlier than it was.\n", ""), ("it is early", "it is late")),
    ),
    "a paragraph deleted with its mark": (
        lambda e: e.delete("it is early"),
        noted((LAST + "      - note: Earlier than it was.\n", "")),
    ),
    "a caption deleted with its mark": (
        lambda e: e.delete("What was sent"),
        noted((TABLE + "      - note: By rail only.\n", "")),
    ),
    "a paragraph moved": (
        lambda e: e.move("Some 12,000", "No source gives"),
        moved(NOTED, SECOND_WHOLE, GAP + "      - note: Nobody counts them.\n"),
    ),
    "a paragraph moved to another section": (
        lambda e: e.move("it is early", "large and old"),
        moved(
            NOTED,
            LAST + "      - note: Earlier than it was.\n",
            FIRST + "      - note: Heard on the quay, and *often*.\n",
        ),
    ),
    "a mark dragged to another paragraph": (
        lambda e: with_mark_moved(e, "it is early", "large and old"),
        moved(
            NOTED,
            "      - note: Earlier than it was.\n",
            FIRST + "      - note: Heard on the quay, and *often*.\n",
        ),
    ),
    "a paragraph written behind": (
        lambda e: e.insert_after("large and old", "A new thought."),
        noted(
            (
                "      - note: Heard on the quay, and *often*.\n",
                "      - note: Heard on the quay, and *often*.\n      - A new thought.\n",
            )
        ),
    ),
    "a paragraph split": (
        lambda e: e.split("It is large"),
        noted(("[@strength] It is", "[@strength]\n      - It is")),
    ),
    "an item written behind": (
        lambda e: e.insert_after("Guns come", "Words too."),
        noted((LIST, LIST + "          - Words too.\n")),
    ),
    "a row written behind": (
        lambda e: e.duplicate_row("5 to 8 million", "Ships", "none"),
        noted(("5 to 8 million]\n", "5 to 8 million]\n            - [Ships, none]\n")),
    ),
    "a further note": (
        lambda e: e.add_note("large and old.", "And seen."),
        noted(
            (
                "      - note: Heard on the quay, and *often*.\n",
                "      - note: And seen.\n      - note: Heard on the quay, and *often*.\n",
            )
        ),
    ),
    "a note whose words look like markup": (
        lambda e: e.add_note("The navy is small.", "Seen *once* by [a man](x)."),
        noted(
            (
                "      - note: Third-hand.\n",
                "      - note: Seen \\*once\\* by \\[a man](x).\n      - note: Third-hand.\n",
            )
        ),
    ),
    "a paragraph copied with its mark": (
        lambda e: e.copy_after("it is early", "large and old"),
        noted(
            (
                "      - note: Heard on the quay, and *often*.\n",
                "      - note: Heard on the quay, and *often*.\n"
                + LAST
                + "      - note: Earlier than it was.\n",
            )
        ),
    ),
    "a section that begins between a paragraph and its neighbour": (
        lambda e: e.insert_after("large and old", "Other", style="Heading1"),
        noted(
            (
                "      - note: Heard on the quay, and *often*.\n",
                "      - note: Heard on the quay, and *often*.\n  - id: other\n    title: Other\n    body:\n",
            )
        ),
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_edit_comes_back_in_its_place_and_no_mark_is_written_into_the_text(name: str) -> None:
    edit, expected = CASES[name]
    result = pulled(edit(sent(NOTED)), base=NOTED)
    assert result.outline == expected
    assert not result.conflicts and not result.unplaced
    assert result.edits


@pytest.mark.parametrize("name", CASES)
def test_pulling_the_same_file_again_changes_nothing(name: str) -> None:
    edit, expected = CASES[name]
    again = pulled(edit(sent(NOTED)), base=NOTED, today=expected)
    assert again.outline == expected
    assert not again.conflicts and not again.unplaced
    assert not again.edits


OF_GENERATED = put_after(
    OUTLINE.replace(
        "key-judgements: [kj-drones]\n",
        "figures:\n  men: {label: Men, unit: soldiers, remark: all kinds, "
        "readings: [{passage: troops, value: 12000}]}\n\nkey-judgements: [kj-drones]\n",
    )
    .replace(QUOTED, "")
    .replace(TABLE, "")
    .replace(
        LAST,
        LAST
        + "      - estimates: [men]\n      - figure: {chart: men, caption: How many}\n"
        + "      - timeline: [{date: 2024-12, text: 'They went. [@troops]'}]\n        caption: When\n",
    ),
    ("      - quote: drones\n", "On the telephone."),
    ("            - [Shells, 5 to 8 million]\n", "By rail only."),
    ("      - estimates: [men]\n", "As counted."),
    ("caption: How many}\n", "As drawn."),
    ("        caption: When\n", "As dated."),
)


def test_marks_stand_at_what_briefgen_makes() -> None:
    lines = [line for line in shown(OF_GENERATED) if "^[" in line]
    assert lines == [
        "Thing | Number\nTroops | 12,000[@troops]\nShells | 5 to 8 million^[By rail only.]",
        "“They learn to fight with drones”[@drones]^[On the telephone.]",
        "Men: all kinds^[As counted.]",
        "How many[@troops]^[As drawn.]",
        "When[@troops]^[As dated.]",
    ]


GENERATED: dict[str, tuple[Edit, str]] = {
    "nothing": (lambda e: e, OF_GENERATED),
    **{
        f"the words of the note “{words}”": (
            lambda e, words=words: e.retype_note(words, "As told."),  # type: ignore[misc]
            noted((words, "As told."), outline=OF_GENERATED),
        )
        for words in ("On the telephone.", "By rail only.", "As counted.", "As drawn.", "As dated.")
    },
    **{
        f"the mark behind “{words}” deleted": (
            lambda e, words=words: without_last_mark(e, words),  # type: ignore[misc]
            noted((f"      - note: {note}\n", ""), outline=OF_GENERATED),
        )
        for words, note in (
            ("They learn", "On the telephone."),
            ("5 to 8", "By rail only."),
            ("Men: all", "As counted."),
            ("How many", "As drawn."),
        )
    },
    "a cell with a mark": (
        lambda e: e.retype("5 to 8", "5 to 9"),
        noted(("[Shells, 5 to 8", "[Shells, 5 to 9"), outline=OF_GENERATED),
    ),
    "a row behind the mark": (
        lambda e: e.duplicate_row("5 to 8 million", "Ships", "none"),
        noted(("5 to 8 million]\n", "5 to 8 million]\n            - [Ships, none]\n"), outline=OF_GENERATED),
    ),
    "a column behind the mark": (
        lambda e: e.add_column("Shells", "Source", "a blog", "a paper"),
        noted(
            ("[Thing, Number]", "[Thing, Number, Source]"),
            ('"12,000 [@troops]"]', '"12,000 [@troops]", a blog]'),
            ("5 to 8 million]", "5 to 8 million, a paper]"),
            outline=OF_GENERATED,
        ),
    ),
    "the row with the mark deleted": (
        lambda e: e.delete("5 to 8 million"),
        noted(
            ("            - [Shells, 5 to 8 million]\n      - note: By rail only.\n", ""),
            outline=OF_GENERATED,
        ),
    ),
    "a further note to quoted words": (
        lambda e: e.add_note("They learn to fight with drones", "So he said."),
        noted(
            (
                "      - note: On the telephone.\n",
                "      - note: So he said.\n      - note: On the telephone.\n",
            ),
            outline=OF_GENERATED,
        ),
    ),
}


def without_last_mark(editor: Editor, words: str) -> Editor:
    mark = list(editor.paragraph(words).iter(f"{W}footnoteReference"))[-1].getparent()
    assert mark is not None
    editor.paragraph(words).remove(mark)
    return editor


@pytest.mark.parametrize("name", GENERATED)
def test_notes_of_what_briefgen_makes_come_back_and_its_words_are_left_alone(name: str) -> None:
    edit, expected = GENERATED[name]
    editor = edit(sent(OF_GENERATED))
    result = pulled(editor, base=OF_GENERATED)
    assert result.outline == expected
    assert not result.conflicts and not result.unplaced
    assert bool(result.edits) is (name != "nothing")
    again = pulled(editor, base=OF_GENERATED, today=expected)
    assert again.outline == expected
    assert not again.conflicts and not again.unplaced and not again.edits


def test_words_that_briefgen_makes_are_listed_beside_a_note_and_the_note_stays() -> None:
    result = pulled(
        sent(OF_GENERATED).retype("learn to fight", "learn to run", within="They learn"), base=OF_GENERATED
    )
    assert result.outline == OF_GENERATED
    assert any("learn to run" in each.text for each in result.unplaced)


TEMPLATE = {"lessons.md.j2": "They went. {{ cite('troops') }}\n\nThey learn.\n"}
WRITTEN = OUTLINE.replace(
    "    title: Lessons\n    body:\n",
    "    title: Lessons\n    template: lessons.md.j2\n    body:\n      - note: So it is told.\n",
)
AS_TEXT = "    body:\n      - They went. [@troops]\n"
TEMPLATED: dict[str, tuple[Edit, str]] = {
    "nothing": (lambda e: e, WRITTEN),
    "the note's words": (
        lambda e: e.retype_note("So it is", "So was it"),
        noted(("So it is", "So was it"), outline=WRITTEN),
    ),
    "the mark deleted": (
        lambda e: e.remove_note("They learn."),
        noted(("      - note: So it is told.\n", ""), outline=WRITTEN),
    ),
    "a further note at the end": (
        lambda e: e.add_note("They learn.", "And seen."),
        noted(("      - note: So", "      - note: And seen.\n      - note: So"), outline=WRITTEN),
    ),
    "words of the template": (
        lambda e: e.retype("They learn.", "They learn fast."),
        noted(
            ("    template: lessons.md.j2\n    body:\n", AS_TEXT + "      - They learn fast.\n"),
            outline=WRITTEN,
        ),
    ),
    "a note within": (
        lambda e: e.add_note("They went.", "By rail."),
        noted(
            (
                "    template: lessons.md.j2\n    body:\n",
                AS_TEXT + "      - note: By rail.\n      - They learn.\n",
            ),
            outline=WRITTEN,
        ),
    ),
}


@pytest.mark.parametrize("name", TEMPLATED)
def test_a_note_behind_what_a_template_wrote(name: str) -> None:
    edit, expected = TEMPLATED[name]
    editor = edit(sent(WRITTEN, TEMPLATE))
    result = pulled(editor, base=WRITTEN, extra=TEMPLATE)
    assert result.outline == expected
    assert not result.conflicts and not result.unplaced
    again = pulled(editor, base=WRITTEN, today=expected, extra=TEMPLATE)
    assert again.outline == expected and not again.edits


def test_the_outline_s_own_changes_of_notes_stand() -> None:
    edited = sent(NOTED).retype("large and old", "vast").retype("it is early", "it is late")
    today = noted(
        ("Heard on the quay, and *often*.", "Heard at sea."),
        ("      - note: Earlier than it was.\n", ""),
        (GAP, GAP + "      - note: None of them.\n"),
    )
    result = pulled(edited, base=NOTED, today=today)
    assert result.outline == noted(("large and old", "vast"), ("it is early", "it is late"), outline=today)
    assert not result.conflicts and not result.unplaced


def test_a_note_that_both_sides_reworded_is_listed_and_stays_as_the_outline_has_it() -> None:
    today = noted(("Earlier than it was.", "Later than it was."))
    result = pulled(sent(NOTED).retype_note("Earlier than", "Sooner than"), base=NOTED, today=today)
    assert result.outline == today
    assert [each.text for each in result.unplaced] == ["note: Sooner than it was."]
    assert "the outline has other words in this note since" in result.unplaced[0].because


def test_a_paragraph_that_the_draft_deleted_and_the_outline_gave_a_note_is_a_conflict() -> None:
    today = OUTLINE.replace(LAST, LAST + "      - note: Earlier than it was.\n")
    assert pulled(sent().delete("it is early"), today=today).conflicts


def test_the_second_of_two_equal_notes() -> None:
    twice = put_after(OUTLINE, (FIRST, "So it is."), (LAST, "So it is."))
    assert pulled(sent(twice), base=twice).outline == twice
    editor = sent(twice)
    second = [each for each in editor.notes if "So it is." in text_of(each)][-1]
    next(each for each in second.iter(f"{W}t") if each.text == "So it is.").text = "So it was."
    result = pulled(editor, base=twice)
    assert result.outline == put_after(OUTLINE, (FIRST, "So it is."), (LAST, "So it was."))


def test_a_file_without_its_bookmarks_is_matched_by_its_words_notes_too() -> None:
    editor = sent(NOTED).retype_note("Heard on the quay", "Heard in the quay")
    for start in list(editor.root.iter("{*}bookmarkStart")):
        parent = start.getparent()
        assert parent is not None
        parent.remove(start)
    result = pulled(editor, base=NOTED)
    assert result.outline == noted(("Heard on the quay", "Heard in the quay"))


@pytest.mark.parametrize(("old", "new"), [(OUTLINE, NOTED), (NOTED, OUTLINE), (NOTED, NOTED)])
def test_a_redline_holds_the_notes_of_both_editions(old: str, new: str) -> None:
    data = redline(assembled(old).document, assembled(new).document)
    assert texts(data, new) == shown(new)
    assert texts(data, old, original=True) == shown(old)
    assert not lint(data)


def test_a_delivered_draft_keeps_a_note_by_hand_where_it_stands_and_brings_those_of_today() -> None:
    edited = sent().add_note("It is large", "How large?")
    draft, _ = read(edited.saved())
    assert draft is not None
    today = noted(("large and old", "large and cold"))
    data = merge_draft(draft, assembled().document, assembled(today).document)
    lines = texts(data, today)
    assert any(
        line.endswith("It is large^[How large?] and cold.^[Heard on the quay, and often.]") for line in lines
    )
    assert texts(data, OUTLINE, original=True) == texts(edited.saved(), OUTLINE)
    assert not lint(data)


def test_a_paragraph_struck_with_its_note_is_shown_again_and_comes_back_with_it() -> None:
    struck = pulled(sent(NOTED).track_paragraph("it is early", "del"), base=NOTED)
    without = noted((LAST + "      - note: Earlier than it was.\n", ""))
    assert struck.outline == without
    again = in_word(struck.margin.remarks, without)
    assert pulled(again, base=without, kept=struck.margin.remarks).outline == without
    rejected = pulled(again.reject_all(), base=without, kept=struck.margin.remarks)
    assert rejected.outline == NOTED


def test_a_judgement_with_a_note_is_one_with_its_twin_among_the_key_judgements() -> None:
    edited = sent(NOTED).retype("drones at home", "drones at sea").retype("drones at home", "drones abroad")
    (conflict,) = pulled(edited, base=NOTED).conflicts
    assert (conflict.block_id, conflict.ours) == ("kj-drones", "at sea")
    assert (conflict.other, conflict.elsewhere) == ("key-kj-drones", "abroad")
    for block, words in (("kj-drones", "at sea"), ("key-kj-drones", "abroad")):
        result = pulled(edited, base=NOTED, choices={block: "ours"})
        assert result.outline == noted(("drones at home", f"drones {words}"))
        assert not result.unplaced


def test_different_words_of_a_judgement_with_a_note_changed_in_its_two_places_are_merged() -> None:
    edited = sent(NOTED).retype("drones at home", "drones at sea")
    edited.retype("The army would", "The force would", within="drones at home")
    result = pulled(edited, base=NOTED)
    assert result.outline == noted(("The army would use drones at home", "The force would use drones at sea"))
    again = pulled(edited, base=NOTED, today=result.outline)
    assert again.outline == result.outline and not again.conflicts
