"""From passage to anchor: where it stands, and the findings a person gets, word for word."""

from __future__ import annotations

import random
from time import process_time

import pytest

from briefgen.anchoring.resolving import resolve
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.evidence import Anchor, Extent, RangeSelector, Selector, TextQuoteSelector, Verdict
from tests.anchoring.sources import SPAN, TEXT, passage, source_text


def anchored(selector: Selector | str, remembered: Anchor | None = None) -> Anchor:
    anchor, diagnostics = resolve(passage(selector), TEXT, SPAN, remembered)
    assert anchor is not None
    assert diagnostics == []
    return anchor


def refused(selector: Selector | str) -> Diagnostic:
    anchor, diagnostics = resolve(passage(selector), TEXT, SPAN)
    assert anchor is None
    (found,) = diagnostics
    assert found.severity is Severity.ERROR
    assert found.span == SPAN
    return found


def test_words_as_captured_are_verbatim() -> None:
    anchor = anchored("around 3,800 killed and wounded—roughly 30%")
    assert anchor.verdict is Verdict.VERBATIM
    assert anchor.exact == "around 3,800 killed and wounded—roughly 30%"
    assert (anchor.paragraph, anchor.page) == (2, 0)


def test_words_in_other_typography_are_normalised_and_kept_as_captured() -> None:
    anchor = anchored(
        "North Korea's losses are estimated at\n around 3,800 killed and wounded - roughly 30 %"
    )
    assert anchor.verdict is Verdict.NORMALISED
    assert anchor.exact == "North Korea’s losses are estimated at around 3,800 killed and wounded—roughly 30%"


@pytest.mark.parametrize("quoted", ["6 5", "210", "5 210", "5"])
def test_a_cell_of_a_table_is_no_part_of_a_figure_with_its_neighbour(quoted: str) -> None:
    anchor, diagnostics = resolve(passage(quoted), source_text("Week, admissions, tests", "6\t5 \t210"), SPAN)
    assert anchor is not None and not diagnostics


@pytest.mark.parametrize("quoted", ["7 1", "047 9"])
def test_a_figure_within_a_cell_is_not_cut(quoted: str) -> None:
    anchor, diagnostics = resolve(passage(quoted), source_text("Week, tests, beds", "7\t1 047\t9"), SPAN)
    assert anchor is None and "1 047" in diagnostics[0].message


def test_the_anchor_leads_into_the_file() -> None:
    anchor = anchored('"likely" rise')
    assert TEXT.raw[anchor.raw.start : anchor.raw.end] == anchor.exact == "“likely” rise"
    assert TEXT.canonical[anchor.extent.start : anchor.extent.end] == '"likely" rise'


def test_a_prefix_says_which_of_several_is_meant() -> None:
    assert anchored(TextQuoteSelector(exact="losses", prefix="In spring,")).paragraph == 3
    assert anchored(TextQuoteSelector(exact="losses", suffix="would")).paragraph == 5
    assert anchored(TextQuoteSelector(exact="losses are", prefix="North Korea's")).paragraph == 2


def test_signs_may_stand_between_prefix_and_quotation() -> None:
    assert anchored(TextQuoteSelector(exact="roughly", prefix="wounded")).paragraph == 2


def test_a_range_holds_all_from_its_first_words_to_its_last() -> None:
    anchor = anchored(RangeSelector(start="North Korea's losses", end="around 500 men."))
    assert anchor.verdict is Verdict.NORMALISED
    assert anchor.exact.startswith("North Korea’s losses are")
    assert anchor.exact.endswith("around 500 men.")
    assert anchored(RangeSelector(start="In spring", end="500 men")).verdict is Verdict.VERBATIM


def test_a_range_ends_at_the_first_place_after_its_start() -> None:
    assert anchored(RangeSelector(start="In spring", end="losses")).exact == "In spring, losses"


@pytest.mark.parametrize(
    ("selector", "code", "message"),
    [
        ("the weather in Oslo", "AN301", "“the weather in Oslo” is not found in “report”"),
        (
            "losses are estimated at around",
            "AN302",
            "“losses are estimated at around” stands 2 times in “report”: paragraph 2 (prefix: "
            "“Korea's”); paragraph 3 (prefix: “spring,”)",
        ),
        (
            "combat boots",
            "AN303",
            "“combat boots” stands only in paragraph 4, which may not be cited: an advert",
        ),
        (
            "gain a real combat experience",
            "AN304",
            "“gain a real combat experience” is not word for word in “report”; paragraph 3 has “gain "
            "real combat experience”: “a” is added (wording)",
        ),
        (
            "around 3,900 killed and wounded",
            "AN305",
            "“around 3,900 killed and wounded” is not what “report” says; paragraph 2 has “around "
            "[3,800] killed and wounded”: “3,900” stands for “3,800” (a figure)",
        ),
        (
            "He did say when",
            "AN305",
            "“He did say when” is not what “report” says; paragraph 5 has “He did [not] say when”: “not” "
            "is left out (a negation)",
        ),
        (
            RangeSelector(start="In spring", end="withdrawn from there"),
            "AN307",
            "“In spring … withdrawn from there” begins in paragraph 3, but “withdrawn from there” does "
            "not stand after that",
        ),
        (
            RangeSelector(start="In spring", end="North Korea's losses"),
            "AN307",
            "“In spring … North Korea's losses” begins in paragraph 3, but “North Korea's losses” does "
            "not stand after that",
        ),
        (
            RangeSelector(start="was not withdrawn", end="The minister said"),
            "AN303",
            "“was not withdrawn … The minister said” runs into paragraph 4, which may not be cited: "
            "an advert",
        ),
        (
            "800 killed and wounded",
            "AN308",
            "“800 killed and wounded” stands in paragraph 2 only as part of longer words: it would begin "
            "inside “3,800”",
        ),
        (
            TextQuoteSelector(exact="losses", prefix="In winter,"),
            "AN309",
            "“losses” does not stand after “In winter,”; it stands in paragraph 2 (prefix: “Korea's”); "
            "paragraph 3 (prefix: “spring,”); paragraph 5 (prefix: “the”)",
        ),
    ],
)
def test_what_cannot_be_anchored_is_told_with_its_place(
    selector: Selector | str, code: str, message: str
) -> None:
    found = refused(selector)
    assert (found.code, found.message) == (code, message)


def test_the_remedy_is_the_source_s_own_words() -> None:
    hint = refused("losses are guessed at around 3,800 killed and wounded - roughly 30 % of it").hint
    assert hint == (
        "for the source's own words write “losses are estimated at around 3,800 killed and "
        "wounded—roughly 30% of the”"
    )


def test_words_left_out_with_dots_are_answered_with_from_and_to() -> None:
    assert "`from`" in refused("The force had been sent ... and was not withdrawn").hint


def test_a_distinctive_quotation_in_another_context_is_accepted_and_reported() -> None:
    selector = TextQuoteSelector(exact="to gain real combat experience", prefix="was sent in winter,")
    anchor, (found,) = resolve(passage(selector), TEXT, SPAN)
    assert anchor is not None
    assert anchor.verdict is Verdict.MOVED
    assert anchor.verdict.accepted
    assert (found.severity, found.code, found.span) == (Severity.WARNING, "AN306", SPAN)
    assert found.message == (
        "“to gain real combat experience” stands only in paragraph 3, in another context than stated"
    )


def test_a_few_words_in_another_context_are_not_trusted() -> None:
    assert refused(TextQuoteSelector(exact="500 men", prefix="lost")).code == "AN309"


def test_words_remembered_from_another_paragraph_have_moved() -> None:
    former_text = source_text(*TEXT.raw.split("\n\n")[1:])
    former, _ = resolve(passage("around 500 men"), former_text, SPAN)
    anchor, (found,) = resolve(passage("around 500 men"), TEXT, SPAN, former)
    assert anchor is not None
    assert anchor.verdict is Verdict.MOVED
    assert (found.severity, found.code) == (Severity.INFO, "AN306")
    assert (
        found.message == "“around 500 men” has moved: it stands in paragraph 3 now, before it was paragraph 2"
    )


def test_words_remembered_from_here_have_not_moved() -> None:
    assert anchored("around 500 men", anchored("around 500 men")).verdict is Verdict.VERBATIM


def test_a_rewritten_quotation_has_not_moved() -> None:
    assert anchored("In spring", anchored("around 3,800 killed")).verdict is Verdict.VERBATIM


def test_a_denial_left_out_at_the_edge_is_told() -> None:
    anchor, (found,) = resolve(passage("withdrawn."), TEXT, SPAN)
    assert anchor is not None
    assert (found.code, found.severity, found.span) == ("AN311", Severity.WARNING, SPAN)
    assert found.message == "“withdrawn.” leaves out “not”, which stands beside it in paragraph 3"
    assert anchored("not withdrawn.").exact == "not withdrawn."
    assert anchored("was not withdrawn").exact == "was not withdrawn"


@pytest.mark.parametrize(
    ("words", "quoted", "denial"),
    [
        ("Das Schiff didn't sink at sea.", "sink at sea", "didn't"),
        ("Потери не подтверждены.", "подтверждены", "не"),
        ("피해가 없다고 밝혔다.", "피해가", "없다고"),
        ("Nothing was lost; the knot held.", "held", ""),
    ],
)
def test_denials_stand_before_or_behind(words: str, quoted: str, denial: str) -> None:
    _, found = resolve(passage(quoted), source_text(words), SPAN)
    assert [one.hint for one in found] == ([f"quote “{denial}” with it, or other words"] if denial else [])


def test_an_empty_quotation_is_missing() -> None:
    assert refused("").code == "AN301"


@pytest.mark.parametrize(
    ("unit", "last", "code"),
    [
        ("a", "a", "AN308"),
        ("a", "b", "AN304"),
        ("a ", "a", "AN302"),
        ("12 ", "13", "AN305"),
        ("The same sentence stands here. ", "The same sentence stands here.", "AN302"),
        ("The same sentence stands here. ", "The sole sentence stands here.", "AN304"),
    ],
)
def test_a_source_that_repeats_itself_is_looked_at_in_bounded_time(unit: str, last: str, code: str) -> None:
    """Without bounds some of these take minutes of a processor."""
    text = source_text(unit * (600_000 // len(unit)))
    started = process_time()
    _, (found,) = resolve(passage(unit * (5_000 // len(unit)) + last), text, SPAN)
    assert found.code == code
    assert process_time() - started < 20


def test_no_more_than_a_thousand_places_are_counted() -> None:
    text = source_text(*["The same entry stands here."] * 1_200)
    _, (found,) = resolve(passage("The same entry stands here."), text, SPAN)
    assert found.message.startswith("“The same entry stands here.” stands 1,000 times or more in “report”: ")


def test_many_places_are_shown_in_part() -> None:
    text = source_text(*[f"Entry {number} of the list names a gun." for number in range(1, 10)])
    _, (found,) = resolve(passage("names a gun"), text, SPAN)
    assert found.message.startswith("“names a gun” stands 9 times in “report”: paragraph 1 (")
    assert found.message.endswith("; and 4 more")


def test_extents_are_half_open() -> None:
    anchor = anchored("Losses")
    assert anchor.extent == anchor.raw == Extent(start=0, end=6)


@pytest.mark.parametrize("between", ["", " "])
def test_the_nearest_words_are_soon_found_in_long_lines_of_any_script(between: str) -> None:
    """A script that sets no spaces makes one word of a page; a long quotation has many words."""
    signs = [random.Random(place).choice("水库市民供应计划每日减少公里年月人口") for place in range(9000)]
    page = source_text(between.join(signs))
    said = between.join([*signs[4000:4400], "错误", *signs[4404:5000]])
    started = process_time()
    anchor, (found,) = resolve(passage(said), page, SPAN)
    assert anchor is None
    assert found.code in ("AN304", "AN305")
    assert "“错误” stands for" in found.message.replace("错 误", "错误") or "错" in found.message
    assert process_time() - started < 30
