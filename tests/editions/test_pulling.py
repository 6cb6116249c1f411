"""Drafts that come back, from the file of an edition to the next edition."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from pypdfium2 import PdfDocument

from briefgen.drafts.draft import EditedDraft
from briefgen.drafts.word.reading import read
from briefgen.editions.pulling import Pulled, bring_back, take_in_hand
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld
from tests.drafts.editor import Editor
from tests.editions.harbour import Harbour


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    return Harbour(tmp_path / "harbour")


def draft_of(harbour: Harbour) -> Editor:
    """The Word file of the newest edition in an editor's hands."""
    assert harbour.build("docx", "pdf", "html").outcome != "failed"
    return Editor((harbour.editions / "harbour.docx").read_bytes())


def pull(harbour: Harbour, edited: Editor, edition: str | None = None) -> Pulled:
    archive = harbour.archive()
    space = workspace_of(harbour.outline, RealWorld(), harbour.root)
    hand, found, _ = take_in_hand(edited.saved(), space, archive, edition)
    assert hand is not None, found
    return bring_back(hand, archive, {}, "edited.docx")


def listed(harbour: Harbour, edited: Editor, edition: str | None = None) -> list[str]:
    """What is found where a draft is taken in hand."""
    space = workspace_of(harbour.outline, RealWorld(), harbour.root)
    _, found, _ = take_in_hand(edited.saved(), space, harbour.archive(), edition)
    return [f"{one.code}: {one.message}" for one in found]


def in_word(harbour: Harbour) -> EditedDraft:
    draft, _ = read((harbour.editions / "harbour.docx").read_bytes())
    assert draft is not None
    return draft


def test_a_comment_is_kept_beside_the_outline_and_stands_in_the_next_word_file_alone(
    harbour: Harbour,
) -> None:
    edited = draft_of(harbour).comment("six tugs", "Who wrote it?")
    outline = harbour.outline.read_bytes()
    pulled = pull(harbour, edited)
    kept = harbour.root / "outline.comments.yaml"
    assert pulled.written == (kept,)
    assert harbour.outline.read_bytes() == outline
    assert "comment: Who wrote it?\n    about: six tugs\n" in kept.read_text("utf-8")
    built = harbour.build("docx", "pdf", "html")
    assert built.outcome == "published"
    (remark,) = built.remarks
    assert remark.startswith("1 remark of a reader is open and stands in the Word file: ")
    assert remark.endswith("outline.comments.yaml")
    assert [(each.author, each.text, each.anchor) for each in in_word(harbour).comments] == [
        ("Ann", "Who wrote it?", "six tugs")
    ]
    with PdfDocument(harbour.editions / "harbour.pdf") as pdf:
        shown = "".join(page.get_textpage().get_text_range() for page in pdf)
    assert "six tugs" in shown and "Who wrote" not in shown
    assert b"Who wrote it" not in (harbour.editions / "harbour.html").read_bytes()
    assert "inputs/outline.comments.yaml" in str(harbour.archive().manifest(built.edition))
    assert harbour.build("docx", "pdf", "html").outcome == "unchanged"


def test_pulling_the_same_draft_twice_writes_nothing_more(harbour: Harbour) -> None:
    edited = draft_of(harbour).comment("six tugs", "Who wrote it?").retype_tracked("is known", "is told")
    assert len(pull(harbour, edited).written) == 2
    before = {path: path.read_bytes() for path in harbour.root.glob("*.yaml")}
    assert pull(harbour, edited).written == ()
    assert {path: path.read_bytes() for path in harbour.root.glob("*.yaml")} == before


def test_a_comment_deleted_in_the_next_draft_is_settled_and_shown_no_more(harbour: Harbour) -> None:
    pull(harbour, draft_of(harbour).comment("six tugs", "Who wrote it?"))
    pull(harbour, draft_of(harbour).without_comments())
    assert "settled: yes" in (harbour.root / "outline.comments.yaml").read_text("utf-8")
    assert harbour.build("docx").outcome != "failed"
    assert in_word(harbour).comments == ()


def test_a_comment_taken_out_of_the_file_is_shown_no_more(harbour: Harbour) -> None:
    pull(harbour, draft_of(harbour).comment("six tugs", "Who wrote it?"))
    (harbour.root / "outline.comments.yaml").unlink()
    assert harbour.build("docx").outcome != "failed"
    assert in_word(harbour).comments == ()


def test_a_file_of_comments_that_is_broken_stops_the_build_and_says_where(harbour: Harbour) -> None:
    (harbour.root / "outline.comments.yaml").write_text("remarks:\n  - author: Ann\n", "utf-8")
    built = harbour.build("docx")
    assert built.outcome == "failed"
    assert [one.code for one in built.found if one.severity.value == "error"] == ["DR130"]


def letterhead(words: str) -> bytes:
    """A house's own Word file, with words before and after the place of the brief, and a header."""
    document = docx.Document()
    document.add_paragraph(words)
    document.add_paragraph("{{brief}}")
    document.add_paragraph(f"{words}: for your eyes.")
    document.sections[0].header.paragraphs[0].text = f"{words}, header"
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def test_the_words_of_a_house_s_own_word_file_are_no_edits(harbour: Harbour) -> None:
    (harbour.root / "house.docx").write_bytes(letterhead("Ministry of Tides"))
    harbour.change("outline.yaml", "passages:\n", "word: {reference: house.docx}\npassages:\n")
    edited = draft_of(harbour)
    outline = harbour.outline.read_bytes()
    untouched = pull(harbour, edited)
    assert not untouched.written and not untouched.result.edits and not untouched.result.unplaced
    assert harbour.outline.read_bytes() == outline
    (harbour.root / "house.docx").write_bytes(letterhead("Department of the Sea"))
    pulled = pull(harbour, edited.retype("A letter counts", "One letter counts"))
    assert [edit.kind for edit in pulled.result.edits] == ["changed"]
    assert not pulled.result.unplaced and not pulled.result.conflicts
    assert harbour.outline.read_bytes() == outline.replace(b"A letter counts", b"One letter counts")


def test_words_changed_in_a_house_s_own_letterhead_are_listed(harbour: Harbour) -> None:
    (harbour.root / "house.docx").write_bytes(letterhead("Ministry of Tides"))
    harbour.change("outline.yaml", "passages:\n", "word: {reference: house.docx}\npassages:\n")
    pulled = pull(harbour, draft_of(harbour).retype("for your eyes", "for all eyes"))
    assert [each.text for each in pulled.result.unplaced] == ["Ministry of Tides: for all eyes."]


def test_what_has_no_place_in_one_draft_is_not_written_over_by_another_of_the_same_name(
    harbour: Harbour,
) -> None:
    for words in ("Beside the point.", "Beside it, too."):
        pull(harbour, draft_of(harbour).insert_after("As of", words))
    kept = sorted(path.name for path in harbour.root.glob("*.md"))
    assert kept == ["edited.unplaced-2.md", "edited.unplaced.md"]
    assert "Beside the point." in (harbour.root / "edited.unplaced.md").read_text("utf-8")
    assert not pull(harbour, draft_of(harbour).insert_after("As of", "Beside it, too.")).written


def test_a_draft_that_tells_nothing_of_itself_is_read_as_one_of_the_latest_edition(harbour: Harbour) -> None:
    edited = draft_of(harbour).retype("six tugs", "six old tugs", within="A letter counts").saved_online()
    assert listed(harbour, edited)[1:] == [
        "DR111: the draft does not tell its edition: it is read as one of the latest, 2025-01-12"
    ]
    outline = harbour.outline.read_text("utf-8")
    harbour.change("outline.yaml", "One year is known", "One winter is known")
    pulled = pull(harbour, edited)
    assert not pulled.result.unplaced and not pulled.result.conflicts
    assert harbour.outline.read_text("utf-8") == outline.replace("six tugs.", "six old tugs.").replace(
        "One year is known", "One winter is known"
    )


def test_or_as_one_of_the_edition_that_is_named(harbour: Harbour) -> None:
    edited = draft_of(harbour).retype("six tugs", "six old tugs", within="A letter counts").saved_online()
    harbour.change("outline.yaml", "Nobody says how deep", "Nobody has told how deep")
    assert harbour.build("docx").edition == "2025-01-12.2"
    assert len(pull(harbour, edited, "2025-01-12").result.edits) == 1
    assert "Nobody has told" in harbour.outline.read_text("utf-8")
    assert listed(harbour, edited, "2025-01-12")[1:] == []


def test_an_edition_that_is_named_goes_before_the_one_that_the_draft_tells_of(harbour: Harbour) -> None:
    edited = draft_of(harbour)
    harbour.change("outline.yaml", "six tugs. ", "six good tugs. ")
    assert harbour.build("docx").edition == "2025-01-12.2"
    assert listed(harbour, edited) == []
    assert listed(harbour, edited, "2025-01-12.2") == [
        "DR111: the draft tells of the edition 2025-01-12; it is read as one of 2025-01-12.2"
    ]
    assert [edit.kind for edit in pull(harbour, edited, "2025-01-12.2").result.edits] == ["changed"]


def test_a_draft_of_an_edition_that_is_not_there_is_refused(harbour: Harbour) -> None:
    edited = draft_of(harbour)
    assert listed(harbour, edited, "2024") == ["DR114: there is no edition 2024 that can be read"]
    del edited.parts["customXml/item1.xml"]
    edited.parts["docProps/custom.xml"] = edited.parts["docProps/custom.xml"].replace(b"2025-01-12", b"2024")
    assert listed(harbour, edited) == [
        "DR114: the draft was made from the edition 2024, which cannot be read here"
    ]


def test_a_strange_file_is_not_taken_for_a_draft_of_the_latest_edition(harbour: Harbour) -> None:
    draft_of(harbour)
    strange = docx.Document()
    for words in ("Minutes of a meeting", "Those present spoke of the weather.", "Nothing was decided."):
        strange.add_paragraph(words)
    target = BytesIO()
    strange.save(target)
    space = workspace_of(harbour.outline, RealWorld(), harbour.root)
    hand, found, _ = take_in_hand(target.getvalue(), space, harbour.archive())
    assert hand is None and [one.code for one in found] == ["DR110", "DR114"]


def test_a_draft_without_its_base_and_without_any_edition_is_refused(harbour: Harbour) -> None:
    edited = draft_of(harbour).saved_online()
    harbour.editions.rename(harbour.editions.with_name("elsewhere"))
    assert listed(harbour, edited)[1:] == [
        "DR114: neither the draft nor the archive holds what it was made from"
    ]
