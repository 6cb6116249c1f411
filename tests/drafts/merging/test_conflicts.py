"""The outline moved on while the draft was in somebody's hands, or the draft says two things of one."""

import pytest

from tests.drafts.briefs import OUTLINE, pulled, sent
from tests.drafts.editor import Editor


def test_changes_of_both_sides_in_one_paragraph_are_merged() -> None:
    today = OUTLINE.replace("It is large and old", "It is large and weak")
    result = pulled(sent().retype("The army has", "The force has"), today=today)
    assert result.outline == today.replace("The army has around", "The force has around")


def test_two_readings_of_the_same_words_are_a_conflict_with_both() -> None:
    today = OUTLINE.replace("large and old", "huge and old")
    result = pulled(sent().retype("large and old", "small and old"), today=today)
    assert result.outline is None
    (conflict,) = result.conflicts
    assert (conflict.base, conflict.ours, conflict.theirs) == ("large", "small", "huge")
    assert str(conflict.span) == "briefs/army/outline.yaml:22:9"


def test_a_conflict_is_settled_by_choosing_a_side() -> None:
    today = OUTLINE.replace("large and old", "huge and old")
    edited = sent().retype("large and old", "small and old").delete("Some 12,000")
    (conflict,) = pulled(edited, today=today).conflicts
    ours = pulled(edited, today=today, choices={conflict.block_id: "ours"})
    theirs = pulled(edited, today=today, choices={conflict.block_id: "theirs"})
    assert ours.outline is not None and "small and old" in ours.outline and "Some 12,000" not in ours.outline
    assert theirs.outline is not None and "huge and old" in theirs.outline


def test_a_figure_that_one_side_changed_is_not_merged_with_other_words_of_its_sentence() -> None:
    today = OUTLINE.replace("Some 12,000 troops", "Some 11,000 troops")
    result = pulled(sent().retype("in December", "in winter"), today=today)
    assert result.outline is None
    assert any("11,000" in conflict.theirs and "winter" in conflict.ours for conflict in result.conflicts)


def test_a_paragraph_deleted_here_and_changed_there_is_a_conflict() -> None:
    today = OUTLINE.replace("Nobody has said", "No one has said")
    result = pulled(sent().delete("Some 12,000"), today=today)
    (conflict,) = result.conflicts
    assert conflict.ours == "" and "No one has said" in conflict.theirs


def test_a_paragraph_changed_here_and_deleted_there_is_a_conflict() -> None:
    today = OUTLINE.replace('      - "The last word: it is early."\n', "")
    result = pulled(sent().retype("it is early", "it is late"), today=today)
    (conflict,) = result.conflicts
    assert "it is late" in conflict.ours and conflict.theirs == ""


def test_a_paragraph_kept_here_and_deleted_there_is_gone() -> None:
    today = OUTLINE.replace('      - "The last word: it is early."\n', "")
    result = pulled(sent(), today=today)
    assert result.outline == today


def test_new_paragraphs_of_both_sides_stand_in_their_sections() -> None:
    today = OUTLINE.replace(
        '      - "The last word: it is early."\n', '      - "The last word: it is early."\n      - Theirs.\n'
    )
    result = pulled(sent().insert_after("large and old", "Ours."), today=today)
    assert result.outline == today.replace("It is large and old.\n", "It is large and old.\n      - Ours.\n")


def test_a_row_from_each_side_finds_its_place() -> None:
    row = "            - [Shells, 5 to 8 million]\n"
    today = OUTLINE.replace(row, row + "            - [Ships, none]\n")
    result = pulled(sent().retype("5 to 8 million", "5 to 9 million"), today=today)
    assert result.outline == today.replace("5 to 8 million]", "5 to 9 million]")


def test_an_outline_rearranged_since_keeps_its_order_and_takes_the_words() -> None:
    last = '      - "The last word: it is early."\n'
    today = OUTLINE.replace(last, "").replace("      # What it is.\n", last + "      # What it is.\n")
    result = pulled(sent().retype("it is early", "it is late"), today=today)
    assert result.outline == today.replace("it is early", "it is late")


def test_the_same_change_on_both_sides_is_no_conflict() -> None:
    today = OUTLINE.replace("large and old", "vast and old")
    result = pulled(sent().retype("large and old", "vast and old"), today=today)
    assert result.outline == today
    assert not result.edits


def in_two_ways() -> Editor:
    """A judgement that says “abroad” among the key judgements, and “at sea” in its section."""
    return sent().retype("drones at home", "drones at sea").retype("drones at home", "drones abroad")


def test_a_judgement_worded_in_two_ways_in_its_two_places_is_a_conflict_with_both() -> None:
    result = pulled(in_two_ways())
    assert result.outline is None
    (conflict,) = result.conflicts
    assert (conflict.block_id, conflict.ours) == ("kj-drones", "at sea")
    assert (conflict.other, conflict.elsewhere) == ("key-kj-drones", "abroad")
    assert conflict.base == conflict.theirs == "at home"
    assert not result.unplaced


@pytest.mark.parametrize(
    ("choices", "words"),
    [
        ({"kj-drones": "ours"}, "at sea"),
        ({"key-kj-drones": "ours"}, "abroad"),
        ({"kj-drones": "theirs"}, "at home"),
        ({"key-kj-drones": "theirs", "kj-drones": "ours"}, "at sea"),
    ],
)
def test_it_is_settled_by_choosing_one_place_or_the_outline(choices: dict[str, str], words: str) -> None:
    result = pulled(in_two_ways(), choices=choices)
    assert result.outline == OUTLINE.replace("drones at home", f"drones {words}")
    assert not result.unplaced


def test_different_words_changed_in_the_two_places_are_merged() -> None:
    edited = sent().retype("drones at home", "drones at sea")
    result = pulled(edited.retype("The army would", "The force would", within="drones at home"))
    assert result.outline == OUTLINE.replace(
        "The army would use drones at home", "The force would use drones at sea"
    )


def test_a_conflict_that_stands_in_both_places_is_told_once_and_settled_once() -> None:
    today = OUTLINE.replace("drones at home", "drones in town")
    edited = sent().retype("drones at home", "drones at sea").retype("drones at home", "drones at sea")
    (conflict,) = pulled(edited, today=today).conflicts
    assert (conflict.block_id, conflict.other) == ("kj-drones", "key-kj-drones")
    for block in (conflict.block_id, conflict.other):
        settled = pulled(edited, today=today, choices={block: "ours"})
        assert settled.outline == OUTLINE.replace("drones at home", "drones at sea")


def test_what_only_one_place_says_stays_whichever_is_chosen() -> None:
    printed = "Likelihood: likely (55–80%). Confidence: low."
    edited = sent().retype(printed, "Likelihood: unlikely (20–45%). Confidence: low.")
    edited.retype(printed, "Likelihood: very likely (80–95%). Confidence: high.")
    (conflict,) = pulled(edited).conflicts
    assert "unlikely" in conflict.ours and "very likely" in conflict.elsewhere
    assert pulled(edited, choices={"kj-drones": "ours"}).outline == OUTLINE.replace(
        "likelihood: likely", "likelihood: unlikely"
    ).replace("confidence: low", "confidence: high")
