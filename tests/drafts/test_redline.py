"""The delivered draft: accept every change for the merge, reject every change for the draft as it came."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from briefgen.drafts.inlines import shown_line
from briefgen.drafts.margin.settling import AUTHOR
from briefgen.drafts.merging.versions import edited_version, version_of
from briefgen.drafts.redline import merge_draft, redline
from briefgen.drafts.word.elements import RELATION_ID
from briefgen.drafts.word.reading import read
from briefgen.model.document import Document
from briefgen.text.tokens import text_of
from tests.drafts.briefs import OUTLINE, assembled, sent
from tests.drafts.editor import Editor, W

ROW = "            - [Shells, 5 to 8 million]\n"
LAST = '      - "The last word: it is early."\n'
TABLE = OUTLINE[OUTLINE.index("      - table:") : OUTLINE.index("      - list:")]

CHANGES: dict[str, str] = {
    "nothing": OUTLINE,
    "words": OUTLINE.replace("large and old", "vast and cold"),
    "words beside a note": OUTLINE.replace("under arms. [@strength]", "in uniform. [@strength; @troops]"),
    "formatting": OUTLINE.replace("Guns come last", "Guns come **last**, *perhaps*"),
    "a new paragraph with a note": OUTLINE.replace(
        "      - gap: No", "      - A new paragraph. [@shells]\n      - gap: No"
    ),
    "a paragraph gone": OUTLINE.replace(LAST, ""),
    "the first paragraph of a section gone": OUTLINE.replace(
        "      - The army has around 1.2 million people under arms. [@strength] It is large and old.\n", ""
    ),
    "a paragraph moved": OUTLINE.replace(LAST, "").replace("      # What it is.\n", LAST),
    "rows": OUTLINE.replace(ROW, ROW.replace("8", "9") + "            - [Ships, none at all]\n").replace(
        '            - [Troops, "12,000 [@troops]"]\n', ""
    ),
    "items": OUTLINE.replace(
        "        - The navy is small. [@strength]\n",
        "        - The navy is tiny. [@strength]\n        - The air force is new.\n",
    ),
    "titles": OUTLINE.replace("An Army Abroad", "The Army at Home").replace("title: Lessons", "title: More"),
    "a new table": OUTLINE.replace(
        "      - quote: drones",
        "      - table:\n          header: [a, b]\n          rows: [[c, d], [e, f]]\n      - quote: drones",
    ),
    "a table gone": OUTLINE.replace(TABLE, ""),
    "a link": OUTLINE.replace("- Rockets come second.", '- "[Rockets](https://example.org/r) come second."'),
}


def texts(data: bytes, outline: str, *, original: bool = False) -> list[str]:
    draft, found = read(data)
    assert draft is not None and not found
    view = draft.original if original else draft.accepted
    return [shown_line(line) for line in edited_version(view, version_of(assembled(outline).document)).lines]


def lines_of(document: Document) -> list[str]:
    return [shown_line(line) for line in version_of(document).lines]


@pytest.mark.parametrize("name", CHANGES)
def test_a_redline_holds_both_editions(name: str) -> None:
    old, new = assembled(), assembled(CHANGES[name])
    data = redline(old.document, new.document)
    assert texts(data, CHANGES[name]) == lines_of(new.document)
    assert texts(data, OUTLINE, original=True) == lines_of(old.document)
    assert not lint(data)


@pytest.mark.parametrize("name", ["words", "a new paragraph with a note", "items"])
def test_a_third_reader_sees_the_same(name: str, tmp_path: Path) -> None:
    if shutil.which("pandoc") is None:
        pytest.skip("pandoc is not installed")
    old, new = assembled(), assembled(CHANGES[name])
    (tmp_path / "redline.docx").write_bytes(redline(old.document, new.document))
    for document, mode in ((new.document, "accept"), (old.document, "reject")):
        (tmp_path / "clean.docx").write_bytes(version_of(document).data)
        assert by_pandoc(tmp_path / "redline.docx", mode) == by_pandoc(tmp_path / "clean.docx", "accept")


def by_pandoc(path: Path, mode: str) -> list[str]:
    done = subprocess.run(
        ["pandoc", str(path), "--track-changes", mode, "-t", "plain", "--wrap", "none"],
        capture_output=True,
        text=True,
        check=True,
    )
    return [" ".join(line.split()) for line in done.stdout.splitlines() if line.strip(" -")]


def test_unchanged_editions_give_a_file_without_changes() -> None:
    document = assembled().document
    draft, _ = read(redline(document, document))
    assert draft is not None
    assert not draft.changes and not draft.comments


def test_the_changes_bear_author_and_date_of_the_edition() -> None:
    new = assembled(CHANGES["words"]).document
    draft, _ = read(redline(assembled().document, new))
    assert draft is not None
    assert {(change.author, change.date) for change in draft.changes} == {(AUTHOR, new.dated)}
    assert [change.text for change in draft.changes] == ["large", "vast", "old", "cold"]


def test_equal_inputs_give_equal_bytes() -> None:
    old, new = assembled().document, assembled(CHANGES["rows"]).document
    assert redline(old, new) == redline(old, new)


def test_a_note_whose_words_changed_is_shown_as_changed() -> None:
    new = assembled(OUTLINE.replace("[see @troops, on the railways]", "[see @troops, on the ships]"))
    draft, _ = read(redline(assembled().document, new.document))
    assert draft is not None
    notes = [text_of(note.tokens) for note in draft.accepted.notes.values()]
    assert any("on the ships" in note for note in notes)


def delivered(edit: Callable[[Editor], Editor], today: str) -> tuple[bytes, bytes]:
    edited = edit(sent()).saved()
    draft, _ = read(edited)
    assert draft is not None
    return edited, merge_draft(draft, assembled().document, assembled(today).document)


def test_a_delivered_draft_keeps_the_edits_and_shows_the_rest_as_changes() -> None:
    edited, data = delivered(lambda e: e.retype("The army has", "The force has"), CHANGES["words"])
    assert texts(data, OUTLINE, original=True) == texts(edited, OUTLINE)
    (line,) = [line for line in texts(data, CHANGES["words"]) if "The force" in line]
    assert line == "The force has around 1.2 million people under arms.[@strength] It is vast and cold."


def test_a_conflict_is_a_comment_with_both_readings() -> None:
    edited, data = delivered(lambda e: e.retype("large and old", "small and old"), CHANGES["words"])
    draft, _ = read(data)
    assert draft is not None
    (comment,) = draft.comments
    assert comment.author == AUTHOR
    assert "The draft reads: “small”" in comment.text and "Today’s brief reads: “vast”" in comment.text
    assert comment.anchor.startswith("The army has")
    assert texts(data, OUTLINE, original=True) == texts(edited, OUTLINE)
    assert not lint(data)


def test_pending_changes_and_comments_of_a_person_stay_theirs() -> None:
    today = OUTLINE.replace("It is large and old", "It is large and cold")
    _, data = delivered(lambda e: e.comment("The army", "Which?").retype_tracked("people", "men"), today)
    draft, _ = read(data)
    assert draft is not None
    assert [(change.author, change.text) for change in draft.changes] == [
        ("Ann", "people"),
        ("Ann", "men"),
        (AUTHOR, "old"),
        (AUTHOR, "cold"),
    ]
    assert [comment.text for comment in draft.comments] == ["Which?"]


def test_a_change_that_falls_into_a_pending_one_is_told_in_a_comment_not_nested() -> None:
    today = OUTLINE.replace("large and old", "large and cold")
    _, data = delivered(lambda e: e.retype_tracked("It is large and old.", "So large and old it is."), today)
    draft, _ = read(data)
    assert draft is not None and len(draft.comments) == 1
    assert not lint(data)


def test_a_paragraph_deleted_in_the_draft_and_changed_since_comes_back_with_a_comment() -> None:
    today = OUTLINE.replace("Nobody has said", "No one has said")
    edited, data = delivered(lambda e: e.delete("Some 12,000"), today)
    draft, _ = read(data)
    assert draft is not None and len(draft.comments) == 1
    assert any("No one has said" in line for line in texts(data, today))
    assert texts(data, OUTLINE, original=True) == texts(edited, OUTLINE)


def test_the_delivered_draft_remembers_today_so_that_a_rejected_change_stays_rejected() -> None:
    _, data = delivered(lambda e: e, CHANGES["words"])
    draft, _ = read(data)
    assert draft is not None
    assert draft.base == assembled(CHANGES["words"]).document


def lint(data: bytes) -> list[str]:
    """What validators of Word files do not see."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    found = []
    names = Counter(each.get(f"{W}name") for each in root.iter(f"{W}bookmarkStart"))
    found += [f"bookmark {name} twice" for name, count in names.items() if count > 1]
    starts = Counter(each.get(f"{W}id") for each in root.iter(f"{W}bookmarkStart"))
    ends = Counter(each.get(f"{W}id") for each in root.iter(f"{W}bookmarkEnd"))
    found += [f"bookmark {number} unbalanced" for number in starts.keys() ^ ends.keys()]
    sheet = etree.fromstring(parts["word/styles.xml"])
    styles = {each.get(f"{W}styleId") for each in sheet.iter(f"{W}style")}
    wearing = (each for tag in ("pStyle", "rStyle", "tblStyle") for each in root.iter(f"{W}{tag}"))
    found += [f"unknown style {style}" for style in {each.get(f"{W}val") for each in wearing} - styles]
    for change in root.iter(f"{W}ins", f"{W}del"):
        if any(parent.tag in (f"{W}ins", f"{W}del") for parent in change.iterancestors()):
            found.append("nested changes")
        if change.tag == f"{W}del" and next(change.iter(f"{W}t"), None) is not None:
            found.append("words in a deletion that are not marked as deleted")
    fields = [each.get(f"{W}fldCharType") for each in root.iter(f"{W}fldChar")]
    found += ["unbalanced field"] if fields.count("begin") != fields.count("end") else []
    found += ["empty cell" for cell in root.iter(f"{W}tc") if cell.find(f"{W}p") is None]
    notes = {each.get(f"{W}id") for each in etree.fromstring(parts["word/footnotes.xml"])}
    marks = [each.get(f"{W}id") for each in root.iter(f"{W}footnoteReference")]
    order = [int(mark or 0) for mark in marks]
    found += [] if order == sorted(order) else ["notes out of order"]
    found += [f"mark of no note {mark}" for mark in marks if mark not in notes]
    found += [f"note {mark} marked twice" for mark, count in Counter(marks).items() if count > 1]
    relations = {each.get("Id") for each in etree.fromstring(parts["word/_rels/document.xml.rels"])}
    links = [each.get(RELATION_ID) for each in root.iter(f"{W}hyperlink") if each.get(RELATION_ID)]
    found += [f"link to nowhere {name}" for name in map(str, links) if name not in relations]
    return found
