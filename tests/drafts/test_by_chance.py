"""What people do to a Word draft without meaning to, and what becomes of it in the outline."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import pytest
from lxml import etree

from tests.drafts.briefs import GAP, LAST, OUTLINE, changed, pulled, put_after, sent
from tests.drafts.editor import Editor, W, run_of, text_of

Edit: TypeAlias = Callable[[Editor], Editor]

STILL = "This section is still to be written."


def label(editor: Editor, words: str) -> etree._Element:
    """The label above the words of a callout."""
    found = editor.paragraph(words).getprevious()
    assert found is not None
    return found


def joined_to_label(editor: Editor, words: str) -> Editor:
    """Press Delete behind the paragraph above the label of these words."""
    above = label(editor, words)
    before = above.getprevious()
    assert before is not None
    before.append(run_of(" "))
    for child in [*above]:
        if child.tag != f"{W}pPr":
            before.append(child)
    above.getparent().remove(above)  # type: ignore[union-attr]
    return editor


def above_the_words(editor: Editor, moved: str, words: str) -> Editor:
    """Drop a paragraph between the label of a callout and its words."""
    label(editor, words).addnext(editor.paragraph(moved))
    return editor


def with_its_heading_below(editor: Editor, words: str) -> Editor:
    """Drop the heading of the first section behind these words of it."""
    heading = next(each for each in editor.root.iter(f"{W}p") if text_of(each) == "The army")
    editor.paragraph(words).addnext(heading)
    return editor


def in_the_cell(editor: Editor, words: str, text: str) -> Editor:
    """A second paragraph in a cell."""
    new = etree.Element(f"{W}p")
    new.append(run_of(text))
    editor.paragraph(words).addnext(new)
    return editor


def indented(editor: Editor, words: str) -> Editor:
    """Press Tab in an item."""
    level = editor.paragraph(words).find(f"{W}pPr/{W}numPr/{W}ilvl")
    assert level is not None
    level.set(f"{W}val", "1")
    return editor


SETTLED: list[tuple[str, Edit, str]] = [
    (
        "the end of a judgement deleted with its full stop, which the outline never had",
        lambda e: e.retype(" at home.", "", within="drones at home").retype(" at home.", ""),
        changed((" at home\n", "\n")),
    ),
    (
        "a footnote put before a word, not behind the one it belongs to",
        lambda e: e.add_note("Two ", "see @shells, on rails"),
        changed(("Two things", "Two [see @shells, on rails] things")),
    ),
    (
        "two footnotes on one passage, each with words of its own",
        lambda e: e.add_note("Two things", "see @shells, para. 2").add_note("is early.", "cf. @shells"),
        changed(
            ("Two things", "Two things [see @shells, para. 2]"), ("is early.", "is early. [cf. @shells]")
        ),
    ),
    (
        "a second paragraph in a cell",
        lambda e: in_the_cell(e, "5 to 8 million", "by rail"),
        changed(("5 to 8 million]", '"5 to 8 million\\\\\\nby rail"]')),
    ),
    (
        "an item dropped between the label and the words of a gap",
        lambda e: above_the_words(e, "Rockets come second", "No source gives"),
        changed(
            ("          - Rockets come second.\n", ""),
            (GAP, f'{GAP}      - "- Rockets come second."\n'),
        ),
    ),
    (
        "a heading of the first level put between the label and the words of a gap",
        lambda e: above_the_words(e.insert_after("Lessons", "More", "Heading1"), "More", "No source gives"),
        changed(
            (
                GAP,
                f"{GAP}  - id: more\n    title: More\n    body:\n      - gap: {STILL}\n",
            )
        ),
    ),
    (
        "a new section begun before all that another holds",
        lambda e: e.insert_after("Lessons", "Findings", "Heading1"),
        changed(
            (
                "    body:\n      - id: kj-drones\n",
                "    body:\n      - gap: This section is still to be written.\n"
                "  - id: findings\n    title: Findings\n    body:\n      - id: kj-drones\n",
            )
        ),
    ),
    (
        "the last item of a list made a paragraph",
        lambda e: e.restyle("Guns come last", "BodyText"),
        changed(
            ("          - Guns come last.\n", ""),
            ("      - quote: drones\n", "      - Guns come last.\n      - quote: drones\n"),
        ),
    ),
    ("the first item of a list indented", lambda e: indented(e, "Drones come first"), OUTLINE),
    (
        "another item of a list indented",
        lambda e: indented(e, "Rockets come second"),
        changed(
            (
                "          - Drones come first. [@drones]\n          - Rockets come second.\n",
                "          - |-\n            Drones come first. [@drones]\n\n"
                "            - Rockets come second.\n",
            )
        ),
    ),
    (
        "the line under a judgement joined to it",
        lambda e: e.join("One official, one remark"),
        OUTLINE,
    ),
    (
        "the line under a judgement broken behind the term",
        lambda e: e.split(" (55"),
        OUTLINE,
    ),
    (
        "the label of a gap joined to the paragraph above",
        lambda e: joined_to_label(e, "No source gives"),
        OUTLINE,
    ),
    (
        "a paragraph joined to an attribution",
        lambda e: e.join("it is early"),
        changed(
            ("An official in Seoul\n", '"An official in Seoul The last word: it is early."\n'),
            ('      - "The last word: it is early."\n', ""),
        ),
    ),
    (
        "the citation of a passage copied into a judgement that rests on it",
        lambda e: e.add_note("gives the number", "[@shells]"),
        changed(("gives the number", "gives the number [@shells]")),
    ),
]


@pytest.mark.parametrize(
    ("edit", "outline"), [case[1:] for case in SETTLED], ids=[case[0] for case in SETTLED]
)
def test_an_edit_by_chance_is_placed_and_held_when_the_file_is_pulled_again(edit: Edit, outline: str) -> None:
    editor = edit(sent())
    result = pulled(editor)
    assert result.outline == outline
    assert not result.unplaced and not result.conflicts
    again = pulled(editor, today=outline)
    assert again.outline == outline
    assert not again.conflicts and not again.edits


def test_what_is_still_to_be_written_is_told_in_the_language_of_the_brief() -> None:
    german = OUTLINE.replace("language: en-GB", "language: de")
    editor = sent(german).insert_after("Lessons", "Findings", "Heading1")
    result = pulled(editor, base=german)
    assert result.outline is not None
    assert "      - gap: Dieser Abschnitt ist noch zu schreiben.\n" in result.outline


LISTED: list[tuple[str, Edit, str]] = [
    ("a judgement made a heading", lambda e: e.restyle("drones at home", "Heading2"), "style “heading 2”"),
    ("a gap made a section", lambda e: e.restyle("No source gives", "Heading1"), "style “heading 1”"),
    (
        "a quoted passage made a section",
        lambda e: e.restyle("They learn to fight", "Heading1"),
        "style “heading 1”",
    ),
    (
        "the mark of what a judgement rests on deleted",
        lambda e: e.remove_note("drones at home"),
        "take the passage out under basis:",
    ),
    (
        "a citation put into the line under a judgement",
        lambda e: e.add_note("One official", "see @shells, on rails"),
        "the line under a judgement has no citations",
    ),
    (
        "the heading of the first section moved down in it",
        lambda e: with_its_heading_below(e, "The navy is small"),
        "without its heading, the section would be part of what briefgen makes",
    ),
    (
        "the title moved into the text",
        lambda e: e.move("An Army Abroad", "Two things"),
        "moved away from the block that it is part of",
    ),
    (
        "the header row of a table deleted",
        lambda e: e.delete("Number"),
        "its tables keep their header",
    ),
]


@pytest.mark.parametrize(("edit", "because"), [case[1:] for case in LISTED], ids=[case[0] for case in LISTED])
def test_an_edit_by_chance_that_no_outline_can_say_is_listed_and_no_edit(edit: Edit, because: str) -> None:
    result = pulled(edit(sent()))
    assert result.outline == OUTLINE
    assert len(result.unplaced) == 1 and because in result.unplaced[0].because
    assert not result.edits


def test_an_item_of_which_only_the_mark_of_a_note_is_left_is_deleted() -> None:
    noted = put_after(OUTLINE, ("          - Guns come last.\n", "In no order."))
    editor = sent(noted).retype("Guns come last.", "")
    result = pulled(editor, base=noted)
    assert result.outline == changed(("          - Guns come last.\n", ""))
    again = pulled(editor, base=noted, today=result.outline)
    assert again.outline == result.outline and not again.edits


def test_a_note_put_to_a_label_is_listed_with_its_words() -> None:
    result = pulled(sent().add_note("Gap", "see @shells, on rails"))
    assert [each.text for each in result.unplaced] == ["Gap[see @shells, on rails]"]


def test_a_note_in_a_paragraph_of_its_own_follows_what_stands_before() -> None:
    editor = sent().insert_after("The last word", "X").add_note("X", "By hand.").retype("X", "", within="X")
    result = pulled(editor)
    assert result.outline == put_after(OUTLINE, (LAST, "By hand."))


def test_a_section_begun_within_what_a_template_wrote_has_the_rest_of_it() -> None:
    outline = OUTLINE.replace("    title: Lessons\n", "    title: Lessons\n    template: lessons.md.j2\n")
    extra = {"lessons.md.j2": "Some men went.\n\nThey learn.\n"}
    editor = sent(outline, extra).insert_after("Some men went", "What they learn", "Heading1")
    result = pulled(editor, base=outline, extra=extra)
    assert result.outline is not None
    assert "    body:\n      - Some men went.\n  - id: what-they-learn\n" in result.outline
    assert (
        "    title: What they learn\n    body:\n      - They learn.\n      - id: kj-drones\n"
        in result.outline
    )
    assert not result.unplaced


def test_words_that_look_like_a_picture_are_held_beside_a_link() -> None:
    linked = changed(("large and old", "[large](<https://example.org/a(b)>) and old"))
    result = pulled(sent(linked).retype("and old", "and ![b](c)"), base=linked)
    assert result.outline is not None and r") and !\[b](c)." in " ".join(result.outline.split())
    assert not result.unplaced


def test_a_quoted_passage_joined_to_an_item_stands_where_it_is_quoted_too_which_is_told() -> None:
    result = pulled(sent().join("They learn to fight"))
    assert result.outline is not None and "Guns come last. “They learn" in " ".join(result.outline.split())
    assert [each.text for each in result.unplaced] == ["(deleted) “They learn to fight with drones”[@drones]"]
