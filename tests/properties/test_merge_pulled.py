"""Random edits of a whole Word draft: what was written is in the outline or listed, and nothing else goes."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.drafts.result import PullResult
from tests.drafts.briefs import NOTED, OUTLINE, pulled, sent
from tests.drafts.editor import Editor

PLACES = {
    "large and old": "The army has around",
    "by rail and": "Some 12,000 troops",
    "are known": "Two things",
    "are the largest": "Ground forces",
    "is small": "The navy",
    "is less sure": "What follows",
    "gives the number": "No source",
    "come second": "Rockets",
    "come last": "Guns",
    "it is early": "The last word",
}
"""Words that stand once in the brief, and others of the same paragraph."""

NUMBER = st.integers(1000, 9999)


@st.composite
def edits(draw: st.DrawFn) -> tuple[Editor, set[str], set[str]]:
    """An edited draft, the words that were written, and the paragraphs that were deleted."""
    editor, written, deleted = sent(), set[str](), set[str]()
    places = draw(st.lists(st.sampled_from(sorted(PLACES)), min_size=1, max_size=4, unique=True))
    for place in places:
        word = f"word{draw(NUMBER)}"
        match draw(st.sampled_from(["retype", "tracked", "insert", "delete", "move", "split", "bold"])):
            case "retype":
                editor.retype(place, word)
                written.add(word)
            case "tracked":
                editor.retype_tracked(place, word)
                written.add(word)
            case "insert":
                editor.insert_after(place, f"A {word} of its own kind.")
                written.add(word)
            case "delete":
                editor.delete(place)
                deleted.add(PLACES[place])
            case "move":
                others = [other for other in PLACES.values() if other not in {PLACES[p] for p in places}]
                editor.move(place, draw(st.sampled_from(sorted(others))))
            case "split":
                editor.split(place)
            case _:
                editor.embolden(place)
    return editor, written, deleted


def held(result: PullResult) -> str:
    return (result.outline or "") + " ".join(each.text for each in result.unplaced)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(edits())
def test_nothing_that_was_written_is_lost_and_nothing_goes_that_was_not_deleted(
    edited: tuple[Editor, set[str], set[str]],
) -> None:
    editor, written, deleted = edited
    result = pulled(editor)
    assert result.outline is not None and not result.conflicts
    assert all(word in held(result) for word in written)
    flat = re.sub(r"[\s*]+", " ", result.outline)
    assert all(start in flat for start in PLACES.values() if start not in deleted)
    again = pulled(editor, today=result.outline)
    assert again.outline == result.outline


NOTES = {
    "large and old": "Heard on the quay",
    "by rail and": "Said twice.",
    "is less sure": "Third-hand.",
    "gives the number": "Nobody counts them.",
    "come last": "In no order.",
    "it is early": "Earlier than it was.",
}
"""The notes whose marks stand in paragraphs."""


@st.composite
def edits_of_notes(draw: st.DrawFn) -> tuple[Editor, set[str], set[str]]:
    """An edited draft with notes, the words that were written, and the notes deleted or reworded."""
    editor, written, gone = sent(NOTED), set[str](), set[str]()
    for place in draw(st.lists(st.sampled_from(sorted(NOTES)), min_size=1, max_size=4, unique=True)):
        word = f"word{draw(NUMBER)}"
        match draw(st.sampled_from(["retype", "insert", "move", "split", "note", "words", "delete"])):
            case "retype":
                editor.retype(place, word)
            case "insert":
                editor.insert_after(place, f"A {word} of its own kind.")
            case "note":
                editor.add_note(place, f"A {word} by hand.")
            case "words":
                editor.retype_note(NOTES[place], f"A {word} instead")
                gone.add(NOTES[place])
            case "move":
                editor.move(place, draw(st.sampled_from(["The navy", "Rockets", "Two things"])))
                continue
            case "split":
                editor.split(place)
                continue
            case _:
                editor.delete(place)
                gone.add(NOTES[place])
                continue
        written.add(word)
    return editor, written, gone


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(edits_of_notes())
def test_notes_are_kept_until_somebody_deletes_them_and_follow_their_paragraphs(
    edited: tuple[Editor, set[str], set[str]],
) -> None:
    editor, written, gone = edited
    result = pulled(editor, base=NOTED)
    assert result.outline is not None and not result.conflicts
    assert all(word in held(result) for word in written)
    assert {words for words in NOTES.values() if words not in result.outline} == gone
    again = pulled(editor, base=NOTED, today=result.outline)
    assert again.outline == result.outline


def test_the_places_stand_once_in_the_brief() -> None:
    assert all(re.sub(r"\s+", " ", OUTLINE).count(place) == 1 for place in PLACES)
