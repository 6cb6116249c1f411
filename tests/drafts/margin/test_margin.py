"""Comments and tracked changes of readers: kept beside the outline, shown again until they are settled."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from lxml import etree

from briefgen.drafts.draft import EditedDraft
from briefgen.drafts.margin.file import margin_file, read_margin
from briefgen.drafts.margin.remarks import Remark, Reply
from briefgen.drafts.margin.shown_again import with_remarks
from briefgen.drafts.word.reading import read
from briefgen.rendering.docx import render
from briefgen.rendering.theme import Theme
from tests.drafts.briefs import OUTLINE, assembled, in_word, pulled, sent, words_of_outline
from tests.drafts.editor import DATE, Editor, W, text_of
from tests.drafts.linter import lint

Edit = Callable[[Editor], Editor]

TRACKED: dict[str, tuple[Edit, list[tuple[str, str]]]] = {
    "words": (
        lambda e: e.retype_tracked("is small", "is tiny"),
        [("deleted", "is small"), ("inserted", "is tiny")],
    ),
    "words put in": (lambda e: e.insert_tracked("The navy", " of today"), [("inserted", " of today")]),
    "words taken out": (lambda e: e.retype_tracked("large and ", ""), [("deleted", "large and ")]),
    "words of a cell": (
        lambda e: e.retype_tracked("5 to 8 million", "5 to 9 million"),
        [("deleted", "5 to 8 million"), ("inserted", "5 to 9 million")],
    ),
    "a paragraph written": (
        lambda e: e.insert_after("large and old", "A thought by Ann.").track_paragraph("A thought by", "ins"),
        [("inserted", "A thought by Ann.")],
    ),
    "a paragraph struck": (
        lambda e: e.track_paragraph("The last word", "del"),
        [("deleted", "The last word: it is early.")],
    ),
    "two paragraphs struck, one with a note": (
        lambda e: e.track_paragraph("The army has", "del").track_paragraph("Some 12,000", "del"),
        [
            ("deleted", "The army has around 1.2 million people under arms. It is large and old."),
            (
                "deleted",
                "Some 12,000 troops went east in December, by rail and by ship. "
                "Nobody has said when they return.",
            ),
        ],
    ),
    "an item written": (
        lambda e: e.insert_after("The navy", "The air force is old.").track_paragraph("air force", "ins"),
        [("inserted", "The air force is old.")],
    ),
}


def held(editor: Editor) -> EditedDraft:
    draft, found = read(editor.saved())
    assert draft is not None and not found
    return draft


def test_without_remarks_the_word_file_is_the_same_byte_for_byte() -> None:
    document = assembled().document
    data = render(document, Theme()).data
    assert with_remarks(data, document, ()) == data
    assert with_remarks(data, document, (Remark(author="Ann", date="", comment="Hm.", settled=True),)) == data


def test_a_comment_is_kept_with_its_words_and_shown_again_beside_them() -> None:
    result = pulled(sent().comment("large and old", "Is it?"))
    (remark,) = result.margin.remarks
    assert remark == Remark(
        author="Ann",
        date=DATE,
        comment="Is it?",
        about="large and old",
        within="The army has around 1.2 million people under arms. It is large and old.",
    )
    again = in_word([remark])
    (comment,) = held(again).comments
    assert (comment.author, comment.date, comment.text) == ("Ann", DATE, "Is it?")
    assert comment.anchor == "large and old"
    assert not lint(again.saved())


def test_the_answers_to_a_comment_stay_with_it() -> None:
    asked = Remark(
        author="Ann Lee",
        date=DATE,
        comment="Is it?\nReally?",
        about="large and old",
        replies=(Reply(author="Ben", date=DATE, text="Yes."), Reply(author="Ann", date=DATE, text="Ah.")),
    )
    again = in_word([asked])
    assert [(each.text, each.replies) for each in held(again).comments] == [
        ("Is it?\nReally?", asked.replies)
    ]
    assert b"w15:paraIdParent" in again.parts["word/commentsExtended.xml"]
    assert pulled(again, kept=(asked,)).margin.remarks[0].replies == asked.replies


def test_answers_that_an_editor_made_comments_of_their_own_are_answers_still() -> None:
    reply = Reply(author="Ben", date=DATE, text="Yes.")
    asked = Remark(author="Ann", date=DATE, comment="Is it?", about="large and old", replies=(reply,))
    flat = in_word([replace(asked, replies=()), Remark(author="Ben", date=DATE, comment="Yes.")])
    (remark,) = pulled(flat, kept=(asked,)).margin.remarks
    assert remark.replies == (reply,)


@pytest.mark.parametrize("name", TRACKED)
def test_a_tracked_change_is_in_the_outline_and_still_tracked_in_the_next_draft(name: str) -> None:
    edit, expected = TRACKED[name]
    result = pulled(edit(sent()))
    assert result.outline is not None and result.outline != OUTLINE
    again = in_word(result.margin.remarks, result.outline)
    assert [(change.kind, change.text) for change in held(again).changes] == expected
    assert {(change.author, change.date) for change in held(again).changes} == {("Ann", DATE)}
    assert not lint(again.saved())


@pytest.mark.parametrize("name", TRACKED)
def test_a_draft_that_shows_changes_again_and_comes_back_untouched_changes_nothing(name: str) -> None:
    edit, _ = TRACKED[name]
    first = pulled(edit(sent()))
    assert first.outline is not None
    second = pulled(
        in_word(first.margin.remarks, first.outline), base=first.outline, kept=first.margin.remarks
    )
    assert second.outline == first.outline
    assert second.margin.remarks == first.margin.remarks
    assert not second.margin.settled and not second.edits


@pytest.mark.parametrize("name", TRACKED)
def test_a_change_that_is_rejected_in_the_next_draft_is_undone_and_settled(name: str) -> None:
    edit, _ = TRACKED[name]
    first = pulled(edit(sent()))
    assert first.outline is not None
    rejected = in_word(first.margin.remarks, first.outline).reject_all()
    second = pulled(rejected, base=first.outline, kept=first.margin.remarks)
    assert second.outline is not None
    assert words_of_outline(second.outline) == words_of_outline(OUTLINE)
    assert len(second.margin.settled) == len(first.margin.remarks)
    assert all(remark.settled for remark in second.margin.remarks)


def test_a_change_that_is_accepted_in_the_next_draft_is_settled() -> None:
    first = pulled(sent().retype_tracked("is small", "is tiny"))
    assert first.outline is not None
    accepted = in_word(first.margin.remarks, first.outline).accept_all()
    second = pulled(accepted, base=first.outline, kept=first.margin.remarks)
    assert second.outline == first.outline
    assert [remark.deleted for remark in second.margin.settled] == ["is small"]


def test_a_comment_that_is_deleted_or_resolved_in_the_next_draft_is_settled() -> None:
    first = pulled(sent().comment("large and old", "Is it?"))
    deleted = pulled(in_word(first.margin.remarks).without_comments(), kept=first.margin.remarks)
    resolved = pulled(in_word(first.margin.remarks).resolve_comments(), kept=first.margin.remarks)
    for result in (deleted, resolved):
        assert [remark.comment for remark in result.margin.settled] == ["Is it?"]
        assert result.margin.remarks == (replace(first.margin.remarks[0], settled=True),)


def test_a_draft_that_never_held_a_comment_does_not_settle_it() -> None:
    kept = Remark(author="Ben", date=DATE, comment="From another draft.")
    result = pulled(sent(), kept=(kept,))
    assert result.margin.remarks == (kept,)


def test_what_a_person_settled_does_not_come_back_with_the_same_draft() -> None:
    draft = sent().comment("large and old", "Is it?").retype_tracked("is small", "is tiny")
    first = pulled(draft)
    assert first.outline is not None
    settled = tuple(replace(remark, settled=True) for remark in first.margin.remarks)
    again = pulled(draft, today=first.outline, kept=settled)
    assert again.margin.remarks == settled


def test_a_comment_follows_its_words_when_their_paragraph_is_rewritten() -> None:
    asked = pulled(sent().comment("large and old", "Is it?")).margin.remarks
    today = OUTLINE.replace("The army has around", "In all the army has around")
    (comment,) = held(in_word(asked, today)).comments
    assert comment.anchor == "large and old"


def test_a_comment_whose_words_are_gone_quotes_them_and_keeps_its_place() -> None:
    asked = pulled(sent().comment("large and old", "Is it?")).margin.remarks
    again = in_word(asked, OUTLINE.replace("It is large and old.", "It is vast."))
    (comment,) = held(again).comments
    assert comment.text == "Is it?\nOnce about: “large and old”"
    assert comment.within.startswith("The army has")
    result = pulled(again, base=OUTLINE.replace("It is large and old.", "It is vast."), kept=asked)
    assert result.margin.remarks == asked


def test_a_change_whose_words_have_moved_on_is_told_in_a_comment_and_stays_what_it_was() -> None:
    first = pulled(sent().retype_tracked("is small", "is tiny"))
    assert first.outline is not None
    today = first.outline.replace("The navy is tiny.", "The navy keeps to its harbours.")
    again = in_word(first.margin.remarks, today)
    (comment,) = held(again).comments
    assert comment.author == "Ann"
    assert comment.text == "Still open: deleted “is small”, inserted “is tiny”"
    result = pulled(again, base=today, kept=first.margin.remarks)
    assert result.margin.remarks == first.margin.remarks
    gone = pulled(
        in_word(first.margin.remarks, today).without_comments(), base=today, kept=first.margin.remarks
    )
    assert len(gone.margin.settled) == 1


def test_words_struck_that_only_briefgen_can_take_out_are_told_and_not_doubled() -> None:
    first = pulled(sent().retype_tracked("55–80%", ""))
    assert first.outline == OUTLINE
    again = held(in_word(first.margin.remarks))
    assert not again.changes
    assert [comment.text for comment in again.comments] == ["Still open: deleted “55–80%”"]


def test_what_briefgen_itself_remarked_is_not_kept() -> None:
    editor = sent()
    editor.author = "briefgen"
    assert pulled(editor.comment("large and old", "Both sides changed this.")).margin.remarks == ()


REMARKS = (
    Remark(author="Ann", date=DATE, comment="Is it?\nReally: yes?", about="large and old", within="It is …"),
    Remark(author="Ben: the other", date="", deleted=" small", inserted="", follows="navy is", within="x"),
    Remark(
        author="Ann",
        date=DATE,
        comment="- no\n  list",
        replies=(Reply(author="Ben", date="", text="Well: " + "long " * 40),),
        settled=True,
    ),
    Remark(author="Ann", date=DATE, scope="paragraph", deleted="**Bold** [@x]", style="Body Text"),
)


def test_the_file_of_a_margin_reads_as_it_was_written() -> None:
    text = margin_file(REMARKS)
    remarks, found = read_margin("outline.comments.yaml", text.encode())
    assert not found
    assert remarks == REMARKS
    assert margin_file(remarks) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("remarks:\n  - author: Ann\n", "DR130"),
        ("remarks:\n  - auther: Ann\n    comment: x\n", "OL103"),
        ("remarks:\n  - author: Ann\n    comment: x\n    settled: perhaps\n", "OL108"),
        ("remarks: [\n", "OL101"),
    ],
)
def test_a_file_of_comments_that_cannot_be_read_is_told(text: str, code: str) -> None:
    _, found = read_margin("outline.comments.yaml", text.encode())
    assert code in [each.code for each in found]


def test_comments_of_two_people_on_the_same_words_and_across_paragraphs_stand_in_a_sound_file() -> None:
    remarks = [
        Remark(author="Ann", date=DATE, comment="One.", about="Two things are known.\nBranches"),
        Remark(author="Ben", date=DATE, comment="Two.", about="things are", within="Two things are known."),
        Remark(author="Cy", date="someday", comment="Three.", about="nowhere at all"),
    ]
    again = in_word(remarks)
    found = {comment.text.split("\n")[0]: comment for comment in held(again).comments}
    assert found["One."].anchor == "Two things are known.\nBranches"
    assert found["Two."].anchor == "things are"
    assert found["Three."].anchor == "An Army Abroad" and found["Three."].date == ""
    assert not lint(again.saved())


def test_equal_remarks_give_equal_bytes() -> None:
    document = assembled().document
    data = render(document, Theme()).data
    assert with_remarks(data, document, REMARKS) == with_remarks(data, document, REMARKS)
    with zipfile.ZipFile(BytesIO(with_remarks(data, document, REMARKS))) as archive:
        etree.fromstring(archive.read("word/comments.xml"))


def test_changes_within_notes_are_kept_and_told() -> None:
    editor = sent()
    note = next(each for each in editor.notes if "under arms" in text_of(each))
    run = [each for each in note.iter(f"{W}r") if each.find(f"{W}t") is not None][-1]
    editor.wrap(run, "del")
    result = pulled(editor)
    (remark,) = result.margin.remarks
    assert remark.scope == "note" and remark.deleted
    (comment,) = held(in_word([remark])).comments
    assert comment.text.startswith("Still open: deleted in a note “")
