"""A source changes under a brief: what that does to each passage."""

from __future__ import annotations

import re
from dataclasses import replace

from briefgen.anchoring.reanchoring import Effect, Reanchored, reanchor, report
from briefgen.anchoring.resolving import resolve
from briefgen.diagnostics import Severity
from briefgen.model.evidence import Anchor, Passage, RangeSelector, SourceText
from tests.anchoring.sources import SPAN, passage, source_text

FIRST = "The ministry says that 12,000 soldiers were sent to Kursk in October."
SECOND = "Around 3,800 of them were killed or wounded, roughly 30% of the force."
THIRD = "The government in Pyongyang has not confirmed any of this."
BEFORE = source_text(FIRST, SECOND, THIRD)
PASSAGES = {
    "sent": passage("12,000 soldiers were sent to Kursk", "sent"),
    "losses": passage("Around 3,800 of them were killed or wounded", "losses"),
    "silence": passage("has not confirmed any of this", "silence"),
}


def remembered() -> dict[str, Anchor]:
    anchors = {}
    for name, each in PASSAGES.items():
        anchor, _ = resolve(each, BEFORE, SPAN)
        assert anchor is not None
        anchors[name] = anchor
    return anchors


def changes(text: SourceText) -> list[Reanchored]:
    return reanchor(PASSAGES, remembered(), text, SPAN)


def effects(text: SourceText) -> list[str]:
    return [change.effect.value for change in changes(text)]


def test_nothing_changed() -> None:
    assert effects(BEFORE) == ["intact", "intact", "intact"]


def test_a_paragraph_added_before_moves_what_follows() -> None:
    text = source_text(
        FIRST, "A correction was printed on Monday of last week, at the foot of a page.", SECOND, THIRD
    )
    assert effects(text) == ["intact", "moved", "moved"]


def test_a_word_added_elsewhere_in_the_paragraph_shifts() -> None:
    text = source_text(f"On Tuesday, as usual: {FIRST}", SECOND, THIRD)
    assert effects(text) == ["shifted", "shifted", "shifted"]


def test_paragraphs_in_another_order_have_moved() -> None:
    text = source_text(THIRD, FIRST, SECOND)
    assert effects(text) == ["moved", "moved", "moved"]


def test_a_changed_figure_contradicts_the_passage() -> None:
    (sent, losses, silence) = changes(source_text(FIRST, SECOND.replace("3,800", "4,000"), THIRD))
    assert (sent.effect, losses.effect, silence.effect) == (Effect.INTACT, Effect.CONTRADICTED, Effect.INTACT)
    assert losses.after is None
    assert "“3,800” stands for “4,000” (a figure)" in losses.message


def test_other_wording_is_a_variant_and_a_removed_denial_a_contradiction() -> None:
    text = source_text(
        FIRST, SECOND.replace("Around 3,800 of them", "Around 3,800 of those"), THIRD.replace("not ", "")
    )
    assert effects(text) == ["intact", "variant", "contradicted"]


def test_a_removed_paragraph_leaves_its_passage_missing() -> None:
    assert (
        effects(source_text(FIRST, "Something else altogether is told here instead.", THIRD))[1] == "missing"
    )


def test_words_repeated_elsewhere_become_ambiguous() -> None:
    assert effects(source_text(FIRST, SECOND, THIRD, f"As we said: {FIRST}"))[0] == "ambiguous"


def test_what_was_excluded_since_cannot_be_cited() -> None:
    assert effects(source_text(FIRST, SECOND, THIRD, excluded=THIRD))[2] == "uncitable"


def test_the_report_counts_and_names_what_needs_a_look() -> None:
    found = report("report", changes(source_text(FIRST, SECOND.replace("3,800", "4,000"), THIRD)), SPAN)
    assert (found.code, found.severity) == ("AN310", Severity.WARNING)
    assert (
        found.message == "“report” has changed since the last edition; its passages: 2 intact, 1 contradicted"
    )
    assert found.hint == "look at losses (contradicted)"


def test_a_harmless_change_is_only_told() -> None:
    found = report("report", changes(BEFORE), SPAN)
    assert (found.severity, found.hint) == (Severity.INFO, "")


LONG = Passage(
    id="all", source="report", selector=RangeSelector(start="The ministry says", end="of the force")
)


def after(*paragraphs: str) -> tuple[Anchor | None, list[str]]:
    """A long passage of the former text, looked up in another: its anchor and what is said of it."""
    before, _ = resolve(LONG, BEFORE, SPAN)
    anchor, found = resolve(LONG, source_text(*paragraphs), SPAN, before)
    return anchor, [f"{one.code} {one.message}" for one in found]


def test_a_long_passage_whose_middle_changes_is_told_of() -> None:
    anchor, found = after(FIRST.replace("12,000", "15,000"), SECOND, THIRD)
    assert anchor is not None
    assert found == [
        "AN312 between the ends of the passage “all”, “report” says something else than at the last edition: "
        "“15,000” stands for “12,000” (a figure)"
    ]


def test_a_denial_that_goes_from_a_long_passage_is_told_of() -> None:
    passages = {"all": replace(LONG, selector=RangeSelector(start="Around 3,800", end="any of this"))}
    before, _ = resolve(passages["all"], BEFORE, SPAN)
    assert before is not None
    text = source_text(FIRST, SECOND, THIRD.replace("has not confirmed", "has confirmed"))
    (change,) = reanchor(passages, {"all": before}, text, SPAN)
    assert change.effect is Effect.ALTERED
    assert not change.effect.harmless
    _, found = resolve(passages["all"], text, SPAN, before)
    assert [one.code for one in found] == ["AN312"]
    assert "“not” is left out (a negation)" in found[0].message


def test_a_long_passage_that_only_moves_or_is_set_otherwise_has_not_changed() -> None:
    assert after(FIRST, SECOND, THIRD)[1] == []
    assert after(THIRD, FIRST, SECOND)[1][0].startswith("AN306")
    assert after(FIRST.replace(" ", "  ", 3), SECOND, THIRD)[1] == []


def test_an_outline_that_takes_more_of_the_same_source_is_no_change_of_the_source() -> None:
    before, _ = resolve(LONG, BEFORE, SPAN)
    longer = replace(LONG, selector=RangeSelector(start="The ministry says", end="any of this"))
    _, found = resolve(longer, BEFORE, SPAN, before)
    assert found == []


def test_many_differences_are_counted() -> None:
    first = FIRST.replace("12,000", "9,000").replace("soldiers", "men").replace("Kursk", "Donbas")
    second = SECOND.replace("3,800", "4,100").replace("killed", "hurt").replace("30%", "20%")
    _, (found,) = after(first, second, THIRD)
    assert re.search(r", and \d+ more$", found)
