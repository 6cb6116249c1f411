"""The line under a judgement, edited in Word: its term, its level and its reason, each for itself."""

import pytest

from briefgen.drafts.result import PullResult
from tests.drafts.briefs import OUTLINE, changed, pulled, sent

PRINTED = "Likelihood: likely (55–80%). Confidence: low. One official, one remark."


def typed(line: str, outline: str = OUTLINE, printed: str = PRINTED) -> PullResult:
    """What a pull gives where a person typed this line, in both of its places, in place of what it was."""
    editor = sent(outline)
    for old, new in ((printed, "@"), (printed, "@"), ("@", line), ("@", line)):
        editor.retype(old, new)
    return pulled(editor, base=outline)


TERM = ("likelihood: likely", "likelihood: very likely")
LEVEL = ("confidence: low", "confidence: moderate")
REASON = ("One official, one remark.", "One recent remark.")


@pytest.mark.parametrize(
    ("line", "changes"),
    [
        (
            "Likelihood: very likely (80–95%). Confidence: moderate. One recent remark.",
            (TERM, LEVEL, REASON),
        ),
        ("Likelihood: very likely (55–80%). Confidence: moderate. One official, one remark.", (TERM, LEVEL)),
        ("likelihood: Very likely (80-95%). confidence: Moderate. One official, one remark.", (TERM, LEVEL)),
        ("Likelihood: very likely. Confidence: low. One official, one remark.", (TERM,)),
        ("Likelihood: likely (55–80%). Confidence: low. One recent remark.", (REASON,)),
        (
            "Likelihood: likely (55–80%). Confidence: low.",
            (("        because: One official, one remark.\n", ""),),
        ),
    ],
    ids=["all", "the range left", "typed with other signs", "no range", "the reason", "no reason"],
)
def test_what_a_line_says_comes_back_into_its_keys(line: str, changes: tuple[tuple[str, str], ...]) -> None:
    result = typed(line)
    assert result.outline == changed(*changes)
    assert not result.unplaced
    again = pulled(sent().retype(PRINTED, line), today=result.outline)
    assert again.outline == result.outline and not again.edits


@pytest.mark.parametrize(
    ("line", "changes", "unread"),
    [
        (
            "Likelihood: rather likely (55–80%). Confidence: moderate. One recent remark.",
            (LEVEL, REASON),
            ["Likelihood: rather likely (55–80%)."],
        ),
        (
            "Likelihood: very likely (60–90%). Confidence: moderate. One official, one remark.",
            (LEVEL,),
            ["Likelihood: very likely (60–90%)."],
        ),
        (
            "Likelihood: likely (60–90%). Confidence: moderate. One official, one remark.",
            (LEVEL,),
            ["(60–90%)"],
        ),
        (
            "Likelihood: very likely (80–95%). Confidence: fair. One recent remark.",
            (TERM, REASON),
            ["Confidence: fair"],
        ),
        (
            "Likelihood: very likely (80–95%).",
            (TERM,),
            ["(deleted) Confidence: low. One official, one remark."],
        ),
        ("Confidence: moderate. One official, one remark.", (LEVEL,), ["(deleted) Likelihood: likely"]),
    ],
    ids=["no term", "another range", "the range alone", "no level", "no confidence", "no likelihood"],
)
def test_only_what_cannot_be_read_is_listed_and_once(
    line: str, changes: tuple[tuple[str, str], ...], unread: list[str]
) -> None:
    result = typed(line)
    assert result.outline == changed(*changes)
    assert [each.text for each in result.unplaced] == unread
    assert all(unread[0] not in edit.after for edit in result.edits)


def test_a_reason_where_there_was_none_is_written_below_the_confidence() -> None:
    bare = changed(("        because: One official, one remark.\n", ""))
    printed = "Likelihood: likely (55–80%). Confidence: low."
    assert typed(f"{printed} One official, one remark.", bare, printed).outline == OUTLINE


def test_a_reason_is_put_into_and_taken_out_of_a_judgement_in_braces() -> None:
    keys = "likelihood: likely\n        confidence: low\n        because: One official, one remark.\n"
    before, after = OUTLINE.split(
        f"      - id: kj-drones\n        judgement: The army would use drones at home\n        {keys}"
    )
    words = (
        "      - {id: kj-drones, judgement: The army would use drones at home, "
        "likelihood: likely, confidence: low"
    )
    bare = before + words + ", basis: [drones]}\n" + after.removeprefix("        basis: [drones]\n")
    printed = "Likelihood: likely (55–80%). Confidence: low."
    given = typed(f"{printed} One remark, no more.", bare, printed)
    assert given.outline == bare.replace(
        "confidence: low", 'confidence: low, because: "One remark, no more."'
    )
    taken = typed(printed, given.outline, f"{printed} One remark, no more.")
    assert taken.outline == bare.replace("confidence: low", 'confidence: low, because: ""')


def test_the_terms_of_a_house_s_own_scale_and_the_words_of_the_brief_s_language_are_read() -> None:
    own = (
        "scale:\n  name: Skala des Hauses\n  terms:\n"
        "    - {word: eher ja, low: 50, high: 80}\n    - {word: fast sicher, low: 80, high: 100}\n"
    )
    outline = changed(
        ("scale: icd-203\n", own),
        ("language: en-GB", "language: de"),
        ("likelihood: likely", "likelihood: eher ja"),
    )
    printed = "Wahrscheinlichkeit: eher ja (50–80 %). Konfidenz: gering. One official, one remark."
    result = typed(
        "Wahrscheinlichkeit: fast sicher (80 % oder mehr). Konfidenz: mittel. Eine Bemerkung.",
        outline,
        printed,
    )
    assert result.outline == changed(
        ("likelihood: eher ja", "likelihood: fast sicher"),
        LEVEL,
        ("One official, one remark.", "Eine Bemerkung."),
        outline=outline,
    )
    assert not result.unplaced


def test_a_likelihood_that_the_outline_changed_too_is_a_conflict() -> None:
    today = changed(("likelihood: likely", "likelihood: unlikely"))
    line = PRINTED.replace("likely (55–80%)", "very likely (80–95%)")
    result = pulled(sent().retype(PRINTED, line), today=today)
    assert result.outline is None
    (conflict,) = result.conflicts
    assert (conflict.block_id, conflict.ours, conflict.theirs) == (
        "kj-drones",
        "very likely (80–95%)",
        "unlikely (20–45%)",
    )


def test_a_likelihood_here_and_a_confidence_there_are_merged_though_they_stand_in_one_line() -> None:
    today = changed(LEVEL)
    line = PRINTED.replace("likely (55–80%)", "very likely (80–95%)")
    assert pulled(sent().retype(PRINTED, line), today=today).outline == changed(LEVEL, TERM)


def test_a_line_left_as_it_was_is_no_edit_though_the_brief_has_come_to_another_scale() -> None:
    before = changed(("likelihood: likely", "likelihood: very likely"))
    today = changed(("scale: icd-203", "scale: phia"), ("likelihood: likely", "likelihood: highly likely"))
    result = pulled(sent(before), base=before, today=today)
    assert result.outline == today
    assert not result.edits and not result.unplaced


def test_bold_words_in_a_reason_are_listed_for_no_key_can_hold_them() -> None:
    result = pulled(sent().embolden("One official"))
    assert result.outline == OUTLINE and not result.edits
    assert [each.text for each in result.unplaced] == ["One official"]


def test_a_note_put_to_the_line_is_a_note_of_its_own() -> None:
    edited = sent().add_note("one remark.", "By hand.").retype("low", "moderate", within="Confidence: low")
    note = ("basis: [drones]\n", "basis: [drones]\n      - note: By hand.\n")
    assert pulled(edited).outline == changed(LEVEL, note)


def test_a_line_broken_before_its_confidence_is_one_still() -> None:
    broken = sent().split("Confidence: low")
    assert pulled(broken).outline == OUTLINE and not pulled(broken).edits
    assert pulled(broken.retype("low", "moderate", within="Confidence: low")).outline == changed(LEVEL)
