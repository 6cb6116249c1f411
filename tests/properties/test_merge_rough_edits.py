"""Rough edits of a whole Word draft, after which paragraphs are no more what they were."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.drafts.briefs import OUTLINE, assembled, pulled, sent
from tests.drafts.editor import Editor

PLACES = (
    "large and old",
    "by rail and",
    "Two things",
    "are the largest",
    "navy is small",
    "is less sure",
    "gives the number",
    "drones at home",
    "One official",
    "What was sent",
    "come second",
    "come last",
    "in Seoul",
    "it is early",
)
"""Words of paragraphs of every kind."""

STYLES = ("Heading1", "Heading2", "BodyText", "Quote", "Callout", "Caption")
ROUGH = ("restyle", "insert", "move", "split", "join", "empty", "note")


@st.composite
def edits(draw: st.DrawFn) -> tuple[Editor, list[str]]:
    """An edited draft, and the words that were typed."""
    editor, typed = sent(), list[str]()
    for number, place in enumerate(
        draw(st.lists(st.sampled_from(PLACES), min_size=1, max_size=3, unique=True))
    ):
        word = f"rough{'abc'[number]}word"
        match draw(st.sampled_from(ROUGH)):
            case "restyle":
                editor.restyle(place, draw(st.sampled_from(STYLES)))
                continue
            case "insert":
                editor.insert_after(place, f"A {word} of its own.", draw(st.sampled_from(("", *STYLES))))
            case "move":
                others = [other for other in PLACES if other != place]
                editor.move(place, draw(st.sampled_from(others)))
                continue
            case "split":
                editor.split(place)
                continue
            case "join":
                before = editor.paragraph(place).getprevious()
                if before is not None and before.tag.endswith("}p"):
                    editor.join(place)
                continue
            case "empty":
                editor.retype(place, "")
                continue
            case _:
                editor.add_note(place, f"see @shells, {word}")
        typed.append(word)
    return editor, typed


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(edits())
def test_after_rough_edits_the_outline_makes_a_brief_and_every_word_typed_is_in_it_or_listed(
    edited: tuple[Editor, list[str]],
) -> None:
    editor, typed = edited
    result = pulled(editor)
    if result.conflicts:
        result = pulled(editor, choices={each.block_id: "ours" for each in result.conflicts})
    assert result.outline is not None
    held = result.outline + " ".join(each.text for each in result.unplaced)
    assert all(word in held for word in typed)
    assembled(result.outline)


def test_the_places_are_places_of_the_brief() -> None:
    flat = " ".join(OUTLINE.split())
    assert all(place in flat for place in PLACES)
