"""Every rule of the field: a brief that it finds fault with, where, and one like it that it passes over."""

import re
from pathlib import Path

import pytest

import briefgen
from briefgen.checking.catalogue import CATALOGUE, as_markdown
from briefgen.diagnostics import Severity
from tests.briefs import HEAD, NEWS, REGISTER, brief_of

PACKAGE = Path(briefgen.__file__).parent
DOCS = Path(__file__).parents[2] / "docs"

PASSAGES = (
    HEAD
    + """\
  hope: {source: blog, quote: "it is a game-changer", kind: opinion}
  told: {source: news, quote: "30,000 more may follow", origin: minister}
  told-too: {source: news, quote: "around 3,800 killed", origin: minister}
  maybe: {source: blog, quote: "reportedly earn about $2,000 a month", origin-perhaps: minister}
"""
)

SHELLS = """\
figures:
  shells:
    label: Shells
    unit: shells
    readings:
      - {passage: shells-blog, low: 5 million, high: 8 million}
      - {passage: shells-news, value: 9 million}
"""

JUDGED = "{judgement: Kim would send more., basis: [troops, shells-news]"


@pytest.mark.parametrize(
    ("code", "body", "marked", "passed"),
    [
        ("EV101", "- Kim has an army.", "Kim has an army.", "- Kim has an army. [@troops]"),
        ("EV102", "- judgement: Kim would send more.", "Kim would send more.", f"- {JUDGED}}}"),
        (
            "EV103",
            "- {judgement: Kim would send more., basis: [troops, shells-blog]}",
            "Kim would send more.",
            f"- {JUDGED}}}",
        ),
        (
            "EV104",
            "- It changes the game. [@hope]",
            "It changes the game. [@hope]",
            "- It changes the game. [@hope; @troops]",
        ),
        (
            "EV104",
            "- It changes the game. [@hope]",
            "It changes the game. [@hope]",
            "- quote: hope",
        ),
        (
            "EV106",
            "- {judgement: Kim would send more., basis: [told, told-too]}",
            "Kim would send more.",
            "- {judgement: Kim would send more., basis: [told, troops]}",
        ),
        ("EV107", "- note: Heard at the embassy.", "Heard at the embassy.", "- gap: Heard nothing."),
        (
            "EV109",
            f"- {JUDGED}}}",
            "Kim would send more.",
            f"- {JUDGED}, likelihood: likely, confidence: low, because: One voice.}}",
        ),
        (
            "EL602",
            f"- {JUDGED}, likelihood: quite likely}}",
            "quite likely",
            f"- {JUDGED}, likelihood: very likely}}",
        ),
        ("EL603", "- judgement: Kim will probably send more.", "probably", f"- {JUDGED}}}"),
        (
            "EL605",
            "- judgement: There is a realistic possibility of more.",
            "realistic possibility",
            "- judgement: More would be sent.",
        ),
        (
            "EL606",
            "- judgement: We have high confidence that it is likely.",
            "We have high confidence that it is likely.",
            "- judgement: We have high confidence. It is likely.",
        ),
        ("EL607", "- judgement: Kim will send more.", "will", "- judgement: Kim would send more."),
        (
            "EL608",
            f"- {JUDGED}, confidence: low}}",
            "low",
            f"- {JUDGED}, confidence: low, because: One voice.}}",
        ),
        (
            "MK502",
            "- {text: Kim. [@troops], marking: TLP:RED}".replace("[@troops]", ""),
            "TLP:RED",
            "- {text: Kim., marking: TLP:CLEAR}",
        ),
        ("MK503", "- {text: Kim., marking: SECRET}", "SECRET", "- {text: Kim., marking: TLP:GREEN}"),
    ],
)
def test_rule_on_statements(code: str, body: str, marked: str, passed: str) -> None:
    at_fault = brief_of(body, head=PASSAGES)
    assert at_fault.marked(code) == [marked]
    assert code not in brief_of(passed, head=PASSAGES).codes()


def test_an_event_is_held_against_its_own_passages() -> None:
    body = """
        - timeline:
            - {date: 2024-12, text: 'About 12,000 North Korean soldiers joined. [@joined]'}
            - {date: 2024-11, until: 2024-12, text: 'Some 13,000 soldiers joined. [@joined]'}
            - {date: 2024-12, text: 'Losses rose to around 3,800 killed and wounded. [@losses]'}
    """
    joined = "  joined: {source: blog, quote: 'about 12,000 North Korean soldiers', as-of: 2024-12}\n"
    checked = brief_of(body, head=HEAD + joined)
    assert checked.marked("FG201") == ["Some 13,000"]
    assert checked.marked("FG202") == ["2024-11", "2024-12"]


def test_both_rows_of_the_scale() -> None:
    first = f"- {JUDGED}, likelihood: likely}}"
    mixed = brief_of(f"{first}\n- {{judgement: More., basis: [troops], likelihood: probable}}", head=HEAD)
    assert mixed.marked("EL604") == ["probable"]
    kept = brief_of(f"{first}\n- {{judgement: More., basis: [troops], likelihood: very likely}}", head=HEAD)
    assert "EL604" not in kept.codes()


def test_a_likelihood_needs_a_scale() -> None:
    body = f"- {JUDGED}, likelihood: likely}}"
    without = brief_of(body, head=HEAD.replace("scale: icd-203\n", ""))
    assert without.marked("EL601") == ["likely"]
    assert "EL601" not in brief_of(body).codes()


def test_an_unused_passage() -> None:
    body = "- Sent. [@troops; @shells-blog; @shells-news]"
    assert brief_of(body).marked("EV105") == ["losses"]
    assert "EV105" not in brief_of(body.replace("]", "; @losses]")).codes()


@pytest.mark.parametrize(
    "failing",
    [
        "- Lost. [@losses; @nowhere]",
        "- {judgment: Lost., basis: [losses]}",
        "- {judgement: Lost., gap: Lost., basis: [losses]}",
        "- {judgement: Lost., basis: [losses, nowhere], likelihood: likely}",
        "- {list: ['Lost. [@losses] [@nowhere]']}",
        "- {template: nowhere.j2, quote: losses}",
    ],
)
def test_a_passage_is_used_by_a_statement_that_fails(failing: str) -> None:
    found = brief_of(f"- Sent. [@troops; @shells-blog; @shells-news]\n{failing}")
    assert any(one.severity is Severity.ERROR for one in found.found)
    assert "EV105" not in found.codes()


def test_a_passage_is_not_used_because_a_statement_fails() -> None:
    assert brief_of("- Sent. [@troops; @shells-blog; @nowhere]").marked("EV105") == ["shells-news", "losses"]


def test_a_common_origin_that_is_only_suspected_is_said_to_be_so() -> None:
    found = brief_of("- {judgement: More., basis: [told, maybe]}", head=PASSAGES).found
    messages = [one.message for one in found if one.code == "EV106"]
    assert messages == ["this judgement rests on one origin told more than once, perhaps: minister"]


def test_old_evidence() -> None:
    old = HEAD.replace('soldiers"}', 'soldiers", as-of: 2023-12}')
    recent = HEAD.replace('soldiers"}', 'soldiers", as-of: 2024-12}')
    assert brief_of("- Sent. [@troops]", head=old).marked("EV108") == ["troops"]
    assert "EV108" not in brief_of("- Sent. [@troops]", head=recent).codes()


def test_sources_without_grade_or_descriptor() -> None:
    bare = REGISTER.replace("    reliability: {grade: D, because: unnamed author}\n", "")
    bare = bare.replace("    descriptor: a personal web log\n", "")
    cited = brief_of("- Sent. [@troops]", register=bare).codes()
    assert "SR401" in cited and "SR402" in cited
    well_kept = brief_of("- Sent. [@troops]").codes()
    assert "SR401" not in well_kept and "SR402" not in well_kept


def test_grades_that_only_repeat_their_sources() -> None:
    graded = HEAD
    for words, grade in (
        ("soldiers", 4),
        ("8 million artillery shells", 4),
        ("9 million artillery shells", 3),
    ):
        graded = graded.replace(f'{words}"}}', f'{words}", credibility: {{grade: {grade}, because: so}}}}')
    assert "SR403" in brief_of("- Sent. [@troops]", head=graded).codes()
    apart = graded.replace("grade: 3, because", "grade: 2, because")
    assert "SR403" not in brief_of("- Sent. [@troops]", head=apart).codes()


def test_a_conflict_that_the_brief_hides() -> None:
    head = HEAD + SHELLS
    one_side = brief_of("- Russia got 9 million shells. [@shells-news]", head=head)
    assert one_side.marked("CF701") == ["shells"]
    hint = next(one.message for one in one_side.found if one.code == "CF701")
    assert "5–8 million against 9 million" in hint
    for open_about_it in (
        "- Five to 8 million, or 9 million. [@shells-blog; @shells-news]",
        "- Russia got 9 million shells. [@shells-news]\n- estimates: [shells]",
    ):
        assert "CF701" not in brief_of(open_about_it, head=head).codes()


def test_a_tlp_label_misspelt() -> None:
    assert brief_of("- Sent. [@troops]", head=HEAD.replace("TLP:GREEN", "TLP: green")).codes() != []
    misspelt = brief_of("- Sent. [@troops]", head=HEAD.replace("TLP:GREEN", "TLP:ORANGE"))
    assert misspelt.marked("MK501") == ["TLP:ORANGE"]
    assert "MK501" not in brief_of("- Sent. [@troops]").codes()


def test_house_marks_are_compared_by_the_levels_listed() -> None:
    house = HEAD.replace("TLP:GREEN", "{text: INTERNAL, levels: [OPEN, INTERNAL, CLOSED]}")
    assert brief_of("- {text: Kim., marking: CLOSED}", head=house).marked("MK502") == ["CLOSED"]
    assert "MK502" not in brief_of("- {text: Kim., marking: OPEN}", head=house).codes()


def test_a_figure_of_a_table_is_marked_in_its_cell() -> None:
    wrong = brief_of("- table: {rows: [[Killed and wounded, 'around 3,900 [@losses]']]}")
    assert wrong.marked("FG201") == ["around 3,900"]


def test_a_remark_under_a_table_of_estimates_needs_no_citation() -> None:
    men = "{label: Men, unit: men, remark: All ranks., readings: [{passage: troops, value: 12000}]}"
    head = f"{HEAD}figures: {{men: {men}}}"
    assert "EV101" not in brief_of("- estimates: [men]", head=head).codes()


def test_a_figure_ends_with_its_cell() -> None:
    apart = brief_of("- table: {rows: [['Shells [@shells-news]', 9 million, Miles away]]}")
    assert not [code for code in apart.codes() if code.startswith("FG")]


def test_a_figure_of_a_statement_is_found_in_the_passage_cited() -> None:
    wrong = brief_of("- Losses are around 3,900 killed and wounded. [@losses]")
    assert wrong.marked("FG201") == ["around 3,900"]
    message = next(one.message for one in wrong.found if one.code == "FG201")
    assert "(losses)" in message and "around 3,800”" in message
    assert "FG201" not in brief_of("- Losses are around 3,800 killed and wounded. [@losses]").codes()


@pytest.mark.parametrize(
    ("body", "marked"),
    [
        ("- Losses are 12,000. [@losses] About 12,000 soldiers are there. [@troops]", ["12,000"]),
        ("- About 12,000 soldiers are there. [@troops] Losses are about 12,000. [@losses]", ["about 12,000"]),
        ("- Losses are high. [@losses] About 12,000 soldiers are there, and no more. [@troops]", []),
        ("- About 12,000 are there. Losses are around 3,800. [@troops; @losses]", []),
        ("- Losses are high, [@losses] and about 12,000 soldiers are there. [@troops]", []),
        (
            "- About 12,000 soldiers are there. Losses are high. [@losses] Many came. [@troops]",
            ["About 12,000"],
        ),
        ("- About 12,000 are there. [@troops] Losses of those 12,000 are high. [@losses]", ["12,000"]),
        ("- {list: ['Losses: around 3,800 [@losses]', 'Soldiers: about 12,000 [@troops]']}", []),
        (
            "- table: {rows: [['About 12,000', 'Losses [@losses]'], ['Men', 'Here [@troops]']]}",
            ["About 12,000"],
        ),
        ("- table: {caption: 'Men [@troops]', rows: [['About 12,000', 'Losses [@losses]']]}", []),
        ("- {judgement: 'Losses rise. [@losses] Of about 12,000 few stay.', basis: [troops]}", []),
    ],
)
def test_a_figure_stands_in_a_passage_that_is_cited_for_its_words(body: str, marked: list[str]) -> None:
    assert brief_of(body).marked("FG215") == marked


def test_a_figure_cited_elsewhere_is_told_with_the_passage_that_has_it() -> None:
    body = "- Shells come. [@shells-news] Some 12,000 men are there. [@losses] More follow. [@troops]"
    (found,) = (one for one in brief_of(body).found if one.code == "FG215")
    assert found.message == (
        "“Some 12,000” is not in what is cited here (losses), but it is in the passage troops, which is cited"
        " for other words"
    )
    assert found.severity == Severity.WARNING
    bare = brief_of("- More follow. [@troops] About 12,000 men are there.").found
    assert "has no note here" in next(one.message for one in bare if one.code == "FG215")


def test_a_figure_that_recalls_another_is_only_remarked_on() -> None:
    body = "- About 12,000 are there. [@troops] Losses of those 12,000 are high. [@losses]"
    assert [one.severity for one in brief_of(body).found if one.code == "FG215"] == [Severity.INFO]


@pytest.mark.parametrize(
    ("shown", "wrong"),
    [
        ("9 million", False),
        ("around nine million shells", False),
        ("a great many", False),
        ("twenty", True),
        ("90 million", True),
        ("5 to 9 million", True),
    ],
)
def test_a_reading_is_shown_as_what_it_is(shown: str, wrong: bool) -> None:
    head = HEAD + SHELLS.replace("value: 9 million", f'value: 9 million, shown: "{shown}"')
    found = brief_of("- estimates: [shells]", head=head)
    assert found.marked("FG214") == ([f'"{shown}"'] if wrong else [])


def test_a_reading_is_found_in_its_passage() -> None:
    wrong = brief_of(
        "- estimates: [shells]", head=HEAD + SHELLS.replace("value: 9 million", "value: 7 million")
    )
    assert wrong.marked("FG211") == ["7 million"]
    assert "FG211" not in brief_of("- estimates: [shells]", head=HEAD + SHELLS).codes()


@pytest.mark.parametrize(
    ("because", "code", "marked"),
    [
        ("Only 9,000 soldiers are known of.", "FG201", ["9,000"]),
        ("Nothing like it was seen since 1850.", "FG202", ["since 1850"]),
        ("About 12,000 soldiers are known of.", "FG201", []),
        ("Both sources say so, and two of three officers.", "FG202", []),
        ("It would show within 12 months.", "FG202", []),
    ],
)
def test_a_figure_in_the_reason_for_a_judgement_is_looked_for(
    because: str, code: str, marked: list[str]
) -> None:
    judged = f"{{judgement: Kim would send more., basis: [troops], confidence: low, because: '{because}'}}"
    assert brief_of(f"- {judged}").marked(code) == marked


def test_a_reason_may_count_what_its_author_has_looked_at() -> None:
    judged = "{judgement: Kim would send more., basis: [troops], confidence: low, because: One year is told.}"
    found = brief_of(f"- {judged}")
    assert [one.severity for one in found.found if one.code == "FG202"] == [Severity.WARNING]


def test_a_severity_is_set_with_a_reason() -> None:
    body = "- Kim has an army."
    off = HEAD + "checks: {EV101: {severity: off, because: a style of the house}}\n"
    assert "EV101" not in brief_of(body, head=off).codes()
    raised = brief_of(body, head=off.replace("off,", "error,")).found
    assert [one.severity for one in raised if one.code == "EV101"] == ["error"]


def test_a_missing_quote_cannot_be_softened() -> None:
    head = HEAD.replace("12,000", "13,000") + "checks: {AN305: {severity: off, because: I know better}}\n"
    found = brief_of("- Sent. [@troops]", head=head)
    assert "AN305" in found.codes()
    assert found.marked("OL134") == ["AN305"]


def test_what_was_looked_at_is_told_and_nothing_is_never_called_fine() -> None:
    made = brief_of("- gap: Nothing is known.", head=HEAD.split("passages:")[0]).made
    assert made is not None
    assert str(made.checked.looked) == (
        "looked at 1 statement; not evaluated, for there are none: notes, figures, passages"
    )


def test_every_rule_is_explained() -> None:
    for code, rule in CATALOGUE.items():
        assert rule.why and rule.example and rule.remedy, code


def test_every_code_that_can_be_reported_is_explained() -> None:
    source = "\n".join(path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    reported = set(re.findall(r'"([A-Z]{2}\d{3})"', source))
    assert reported - CATALOGUE.keys() == set()


def test_the_reference_page_is_what_the_catalogue_says() -> None:
    assert (DOCS / "rules.md").read_text(encoding="utf-8") == as_markdown(), "run: make docs"


@pytest.mark.parametrize(("said", "told"), [("210", False), ("5,210", True)])
def test_the_cells_of_a_row_are_figures_of_their_own(said: str, told: bool) -> None:
    head = HEAD.replace("passages:", "passages:\n  week: {source: news, quote: 6 5 210}")
    table = "<table><tr><td>6</td><td>5</td><td>210</td></tr></table>"
    found = brief_of(
        f"- There were {said} tests. [@week]",
        head=head,
        register=REGISTER.replace("news.txt", "news.html"),
        files={"news.html": NEWS + table},
    )
    assert ("FG201" in found.codes()) is told
