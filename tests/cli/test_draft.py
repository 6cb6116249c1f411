"""`briefgen draft` as a person at a terminal meets it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.desk import briefgen, change
from tests.drafts.editor import Editor
from tests.editions.harbour import Harbour

ALL_HELD = "the outline holds all edits of this draft already"


@pytest.fixture
def harbour(tmp_path: Path) -> Harbour:
    """A brief with its Word file, built once."""
    harbour = Harbour(tmp_path / "harbour")
    assert harbour.build("docx").outcome != "failed"
    return harbour


def draft(harbour: Harbour) -> Editor:
    return Editor((harbour.editions / "harbour.docx").read_bytes())


def answer(harbour: Harbour, edited: Editor, *arguments: str) -> tuple[int, str]:
    (harbour.root / "edited.docx").write_bytes(edited.saved())
    done = briefgen("draft", *arguments, "edited.docx", cwd=harbour.root)
    return done.returncode, done.stdout + done.stderr


def both_counted(harbour: Harbour) -> Editor:
    """A draft that counts seven tugs, where the outline has come to count five."""
    edited = draft(harbour).retype("six tugs", "seven tugs", within="A letter counts")
    change(harbour.root, "counts six tugs", "counts five tugs")
    return edited


def test_an_edit_without_a_place_is_no_edit_that_the_outline_holds(harbour: Harbour) -> None:
    edited = draft(harbour).retype("(55–80%)", "(60–90%)", within="Likelihood")
    for command in ("status", "pull"):
        code, said = answer(harbour, edited, command)
        assert code == 0
        assert said.endswith("the outline stays as it is: 1 edit has no place in it\n")
    assert ALL_HELD in answer(harbour, draft(harbour), "pull")[1]


def test_a_conflict_is_left_to_a_person_and_asked_about_once(harbour: Harbour) -> None:
    edited = both_counted(harbour)
    code, said = answer(harbour, edited, "pull")
    assert code == 3 and "1 conflict: nothing written" in said
    block = said.split("conflict (")[1].split(")")[0]
    outline = harbour.outline.read_bytes()
    code, said = answer(harbour, edited, "pull", "--theirs", block)
    assert code == 0 and harbour.outline.read_bytes() == outline
    assert said.endswith(f"the outline stays as it is: conflicts were settled by choice ({block})\n")
    for command in ("pull", "status"):
        code, said = answer(harbour, edited, command)
        assert code == 0 and "conflict (" not in said
        assert f"settled before: the outline keeps its words ({block})" in said
    code, said = answer(harbour, edited, "pull", "--ours", block)
    assert "counts seven tugs" in harbour.outline.read_text("utf-8")


def test_a_conflict_settled_before_is_none_in_a_delivered_draft_either(harbour: Harbour) -> None:
    edited = both_counted(harbour)
    block = answer(harbour, edited, "status")[1].split("conflict (")[1].split(")")[0]
    answer(harbour, edited, "pull", "--theirs", block)
    outline = harbour.outline.read_bytes()
    assert answer(harbour, edited, "merge", "--to", "new.docx")[0] == 0
    delivered = Editor((harbour.root / "new.docx").read_bytes())
    assert b"Both sides changed this." not in delivered.parts.get("word/comments.xml", b"")
    code, said = answer(harbour, delivered, "pull")
    assert code == 0 and "conflict" not in said
    assert harbour.outline.read_bytes() == outline


def test_a_conflict_is_open_again_once_the_outline_says_something_else(harbour: Harbour) -> None:
    edited = both_counted(harbour)
    block = answer(harbour, edited, "status")[1].split("conflict (")[1].split(")")[0]
    answer(harbour, edited, "pull", "--theirs", block)
    change(harbour.root, "counts five tugs", "counts eight tugs")
    assert answer(harbour, edited, "pull")[0] == 3


@pytest.mark.parametrize("side", ["--ours", "--theirs"])
def test_a_name_that_is_no_conflict_is_an_error_that_lists_the_conflicts(harbour: Harbour, side: str) -> None:
    edited = both_counted(harbour)
    outline = harbour.outline.read_bytes()
    for command in ("status", "pull"):
        code, said = answer(harbour, edited, command, side, "nonsense")
        assert code == 2
        assert "no conflict of this draft goes by the name “nonsense”; there are: harbour-" in said
        assert "draft    seven" in said
    assert harbour.outline.read_bytes() == outline


@pytest.mark.parametrize(
    ("choice", "words"),
    [
        (("--ours", "kj-fog"), "in spring"),
        (("--ours", "key-kj-fog"), "in autumn"),
        (("--theirs", "kj-fog"), "again"),
    ],
)
def test_a_judgement_in_two_ways_is_settled_for_good(
    harbour: Harbour, choice: tuple[str, str], words: str
) -> None:
    edited = draft(harbour).retype("harbour again", "harbour in spring")
    edited.retype("harbour again", "harbour in autumn")
    code, said = answer(harbour, edited, "pull")
    assert code == 3
    assert "draft    in spring\n    and      in autumn   (key-kj-fog)\n" in said
    assert answer(harbour, edited, "pull", *choice)[0] == 0
    outline = harbour.outline.read_text("utf-8")
    assert f"judgement: Fog would close the harbour {words}\n" in outline
    code, said = answer(harbour, edited, "pull")
    assert code == 0 and "conflict (" not in said and "changed" not in said
    assert harbour.outline.read_text("utf-8") == outline


def test_a_merge_with_errors_in_it_ends_with_findings(harbour: Harbour) -> None:
    edited = draft(harbour).retype("40 ships", "50 ships", within="Fog closed it")
    code, said = answer(harbour, edited, "pull")
    assert code == 1 and "error FG2" in said and "rechecked: 1 error" in said


def test_a_draft_that_cannot_be_merged_is_wrong_input_for_a_status_too(harbour: Harbour) -> None:
    edited = draft(harbour)
    edited.parts["docProps/custom.xml"] = edited.parts["docProps/custom.xml"].replace(b">harbour<", b">port<")
    for command in ("status", "pull"):
        code, said = answer(harbour, edited, command)
        assert code == 2 and "DR108" in said


def test_what_was_moved_or_added_is_told_with_what_it_stands_after(harbour: Harbour) -> None:
    edited = draft(harbour).move("A letter counts", "The state of the harbour")
    edited.insert_after("The outlook", "A thought.", style="BodyText")
    said = answer(harbour, edited, "status")[1]
    assert (
        "      A letter counts six tugs.[@tugs]\n"
        "      from after “The harbour holds 40 ships.[@ships] Fog closed it for two days.[@fog]”\n"
        "      to after “The state of the harbour”\n"
    ) in said
    assert "new\n    + A thought.\n      after “The outlook”\n" in said


def test_what_was_split_is_told_in_its_parts(harbour: Harbour) -> None:
    said = answer(harbour, draft(harbour).split("Fog closed it"), "status")[1]
    assert ("    1 The harbour holds 40 ships.[@ships]\n    2 Fog closed it for two days.[@fog]\n") in said
    assert said.count("Fog closed it") == 1


def test_what_was_joined_is_told_in_its_parts(harbour: Harbour) -> None:
    said = answer(harbour, draft(harbour).join("A letter counts"), "status")[1]
    assert said.count("A letter counts") == 1 and "    2 A letter counts six tugs.[@tugs]\n" in said


def test_every_option_that_a_hint_names_is_one_of_the_commands() -> None:
    named = {
        option
        for code in ("DR108", "DR109", "DR111", "DR114")
        for option in re.findall(r"--\w+", briefgen("explain", code, cwd=Path()).stdout)
    }
    assert named == {"--outline", "--edition"}
    for name in ("pull", "status", "merge"):
        assert all(option in briefgen("draft", name, "--help", cwd=Path()).stdout for option in named)


def test_a_draft_saved_online_is_read_as_one_of_the_edition_named(harbour: Harbour) -> None:
    edited = draft(harbour).retype("six tugs", "six old tugs", within="A letter counts").saved_online()
    code, said = answer(harbour, edited, "status", "--edition", "2025-01-12")
    assert code == 0 and "+ A letter counts six old tugs.[@tugs]" in said
    code, said = answer(harbour, edited, "status", "--edition", "2024")
    assert code == 2 and "name one of these with --edition: 2025-01-12" in said
    code, said = answer(harbour, edited, "pull")
    assert code == 0 and "warning DR111" in said
    assert "counts six old tugs." in harbour.outline.read_text("utf-8")
