"""The figure check: what becomes of a statement's figures, and what a person is told.

The corpus in `tests/cases/figures/verdicts` holds the many; here stand messages, places and the rarer ways.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefgen.checking.figures import (
    CheckedText,
    CitedPassage,
    ComputedFigure,
    FigureReport,
    check_event,
    check_figures,
    check_reading,
)
from briefgen.checking.figures.nouns import Likeness, likeness
from briefgen.diagnostics import Position, Severity, Span

VERDICTS = Path(__file__).parents[2] / "cases" / "figures" / "verdicts"

PAY_YEAR = ComputedFigure(
    name="pay-year",
    low=Fraction(288_000_000),
    high=Fraction(288_000_000),
    unit="USD",
    working="12,000 × $2,000 × 12",
)


def in_line(start: int, end: int) -> Span:
    return Span(
        file="outline.yaml",
        start=Position(line=7, column=start + 1),
        end=Position(line=7, column=end + 1),
    )


def check(
    statement: str, *passages: CitedPassage | str, computed: tuple[ComputedFigure, ...] = ()
) -> FigureReport:
    cited = [
        passage if isinstance(passage, CitedPassage) else CitedPassage(id=f"p{place}", exact=passage)
        for place, passage in enumerate(passages, start=1)
    ]
    return check_figures(CheckedText(text=statement, span_of=in_line), cited, computed)


def told(report: FigureReport) -> list[str]:
    return [f"{found.severity} {found.code}: {found.message}" for found in report.diagnostics]


def event(dates: str, passage: CitedPassage | str) -> list[str]:
    """What is said of an event's dates, the first and perhaps the last, as `CODE the words pointed at`."""
    first, _, last = dates.partition(" ")
    cited = passage if isinstance(passage, CitedPassage) else CitedPassage(id="p", exact=passage)
    date = CheckedText(text=first, span_of=in_line)
    until = CheckedText(text=last, span_of=lambda start, end: in_line(start + 20, end + 20))
    report = check_event(date, until if last else None, [cited])
    pointed = {0: first, 20: last}
    assert all(one.span and one.span.end.column - one.span.start.column > 3 for one in report.diagnostics)
    return [f"{one.code} {pointed[one.span.start.column - 1]}" for one in report.diagnostics if one.span]


def corpus() -> list[Any]:
    return [
        pytest.param(case, id=f"{path.stem}-{place}")
        for path in sorted(VERDICTS.glob("*.yaml"))
        for place, case in enumerate(yaml.safe_load(path.read_text(encoding="utf-8")), start=1)
    ]


@pytest.mark.parametrize("case", corpus())
def test_the_corpus_is_judged_as_labelled(case: dict[str, Any]) -> None:
    passages = [case["passage"]] if isinstance(case["passage"], str) else case["passage"]
    cited = [
        CitedPassage(id=f"p{place}", exact=exact, language=case.get("language", "en"))
        for place, exact in enumerate(passages, start=1)
    ]
    report = check(case["statement"], *cited)
    assert [finding.status for finding in report.findings] == case["figures"]
    assert sorted(found.code for found in report.diagnostics) == sorted(case.get("codes", []))


def test_the_corpus_is_there() -> None:
    assert len(corpus()) >= 150


def test_a_changed_figure_fails_and_names_the_passage_and_the_nearest_figure() -> None:
    report = check(
        "Losses are put at around 3,900 killed and wounded.",
        CitedPassage(id="losses", exact="are estimated at around 3,800 killed and wounded, roughly 30%"),
        CitedPassage(id="troops", exact="an estimated 12,000 North Korean troops"),
    )
    assert told(report) == [
        "error FG201: “around 3,900” is in none of the passages cited here (losses, troops);"
        " the nearest figure is “estimated at around 3,800” in the passage losses"
    ]


def test_the_place_is_that_of_the_figure() -> None:
    statement = "Losses are 3,900 killed."
    (found,) = check(statement, "3,800 killed").diagnostics
    assert found.span == in_line(statement.index("3,900"), statement.index(" killed"))
    (finding,) = check(statement, "it was 3,900 killed").findings
    assert finding.place is not None
    assert "it was 3,900 killed"[finding.place.start : finding.place.end] == "3,900"


def test_a_rounded_figure_says_so() -> None:
    report = check("About 30 % were lost.", CitedPassage(id="share", exact="31.7 % of them"))
    assert told(report) == ["info FG206: “31.7 %” in the passage share, rounded to “About 30 %”"]
    (finding,) = report.findings
    assert (finding.status, finding.remark) == ("rounded", "“31.7 %”, rounded to “About 30 %”")


def test_a_figure_of_another_kind_is_no_neighbour() -> None:
    report = check("It costs $5.", "It has 7 guns and 3 km of wire.")
    assert told(report) == [
        "error FG202: “$5” is in none of the passages cited here (p1), nor is any figure of its kind"
    ]


def test_a_statement_that_cites_nothing_is_told_so() -> None:
    assert told(check("It costs $5.")) == ["error FG202: “$5” stands in a statement that cites no passage"]


def test_the_passage_without_its_over_is_firmer() -> None:
    report = check("It brings $200 million a year.", "adds up to over $200 million a year")
    assert told(report) == [
        "warning FG205: “$200 million” says more than “over $200 million” in the passage p1"
    ]
    assert report.diagnostics[0].hint == "keep to the passage: “over $200 million”"


def test_the_words_around_a_passage_bend_its_figures() -> None:
    losses = CitedPassage(id="losses", exact="3,800 killed", before="estimated at around ", after=" a month")
    report = check("Losses are 3,800 killed.", losses)
    assert told(report) == [
        "warning FG205: “3,800” says more than “estimated at around 3,800” in the passage losses"
    ]
    (finding,) = report.findings
    assert finding.place is not None
    assert losses.exact[finding.place.start : finding.place.end] == finding.place.shown == "3,800"
    assert [found.code for found in check("Some 3,800 a day are killed.", losses).diagnostics] == ["FG203"]


def test_a_bound_behind_a_passage_counts_too() -> None:
    dead = CitedPassage(id="dead", exact="3,800", after=" or more were killed")
    (found,) = check("They lost 3,800 men.", dead).diagnostics[-1:]
    assert (found.code, found.message) == (
        "FG205",
        "“3,800” says more than “3,800 or more” in the passage dead",
    )
    (finding,) = check("They lost 3,800 or more.", dead).findings
    assert finding.place is not None
    assert finding.place.shown == "3,800"


def test_what_stands_only_around_a_passage_is_not_in_it() -> None:
    passage = CitedPassage(id="p", exact="and 12 tanks", before="It has 50 guns ", after=" and 7 ships.")
    assert [finding.status for finding in check("It has 50 guns.", passage).findings] == ["differs"]
    assert [finding.status for finding in check("It has 7 ships.", passage).findings] == ["differs"]
    assert [finding.status for finding in check("It has 12 tanks.", passage).findings] == [
        "found in the passage"
    ]


def test_a_unit_left_out_is_told() -> None:
    report = check("The second holds 388,000 m³.", "The first holds 412,000 m³ and the second 388,000.")
    assert told(report) == [
        "info FG206: “388,000” in the passage p1 is read as “388,000 m³”,"
        " with the unit of the figure before it"
    ]


def test_a_fall_is_no_rise() -> None:
    assert told(check("Output fell by 2.1 %.", "output rose by 2.1 %")) == [
        "warning FG213: “2.1 %” is a fall here, but a rise in the passage p1"
    ]
    assert told(check("Output fell by 2.1 %.", "output shrank by 2.1 %")) == []


def test_a_change_told_backwards_is_told() -> None:
    statement = "The rate went from 18 % to 16 %."
    report = check(statement, "the rate changed from 16 % to 18 %")
    assert told(report) == [
        "warning FG213: in the passage p1 it goes from “16 %” to “18 %”, not the other way"
    ]
    assert report.diagnostics[0].span == in_line(statement.index("16 %"), statement.index("."))


def test_another_unit_is_named_with_both() -> None:
    report = check("They earn $2,000 a year.", "about $2,000 a month")
    assert told(report) == [
        "error FG203: “$2,000 a year” has the number of “about $2,000 a month” in the passage p1,"
        " but not its unit"
    ]


def test_a_formula_bears_out_what_no_passage_holds() -> None:
    report = check("Pay comes to $288 million a year.", "about $2,000 a month", computed=(PAY_YEAR,))
    assert report.diagnostics == ()
    (finding,) = report.findings
    assert (finding.status, finding.remark) == ("computed", "pay-year: 12,000 × $2,000 × 12")


def test_a_rounding_of_a_computed_figure_must_say_so() -> None:
    assert told(check("Pay is about $290 million.", "no figure", computed=(PAY_YEAR,))) == []
    (found,) = check("Pay is $290 million.", "no figure", computed=(PAY_YEAR,)).diagnostics
    assert (found.severity, found.code) == (Severity.WARNING, "FG207")
    (wrong,) = check("Pay is $298 million.", "no figure", computed=(PAY_YEAR,)).diagnostics
    assert wrong.severity is Severity.ERROR


def test_a_passage_that_holds_the_figure_comes_before_a_formula() -> None:
    (finding,) = check("Pay is $288 million.", "paid $288 million", computed=(PAY_YEAR,)).findings
    assert finding.status == "found in the passage"


def test_the_date_of_the_source_counts_for_a_date() -> None:
    dated = CitedPassage(id="shea", exact="She said so.", dates=("2025-01-08",))
    (finding,) = check("On 8 January 2025 she said so.", dated).findings
    assert (finding.status, finding.remark) == ("found in the passage", "the date of shea, 2025-01-08")
    assert [found.code for found in check("On 9 January 2025 she said so.", dated).diagnostics] == ["FG202"]


def test_one_in_words_is_not_looked_for() -> None:
    assert check("One origin speaks of it.", "no figure").findings == ()


def test_counts_that_point_back_are_not_looked_for() -> None:
    assert check("The two leaders met for the first time.", "Putin and Kim met").findings == ()
    assert [found.code for found in check("Two leaders met.", "Putin and Kim met").diagnostics] == ["FG208"]
    assert [found.code for found in check("The two leaders met.", "three leaders met").diagnostics] == [
        "FG208"
    ]


def test_a_designation_is_found_however_it_is_written() -> None:
    (finding,) = check("The M-1991 fires far.", "M1991s, capable of firing").findings
    assert finding.status == "found in the passage"
    assert finding.place is not None
    assert finding.place.shown == "M1991s"


def test_a_changed_designation_fails() -> None:
    report = check(
        "The M-1992 fires far.", CitedPassage(id="guns", exact="50 M-1989 guns and 20 M-1991 systems")
    )
    assert told(report) == [
        "error FG212: “M-1992” is named in none of the passages cited here (guns);"
        " the nearest name is “M-1989” in the passage guns"
    ]


def test_a_designation_that_no_passage_is_near_may_come_from_anywhere() -> None:
    assert check("UNITED24 writes of F-16s.", "the M1991 systems") == FigureReport()


def test_a_reading_must_stand_in_its_own_passage() -> None:
    passage = CitedPassage(id="shells", exact="between 5 and 8 million artillery shells")
    assert check_reading(Fraction(5_000_000), Fraction(8_000_000), "shells", passage, None) is None
    found = check_reading(Fraction(5_000_000), Fraction(9_000_000), "shells", passage, None)
    assert found is not None
    assert (found.code, found.message) == (
        "FG211",
        "the reading 5–9 million is not in the passage shells;"
        " the nearest figure there is “between 5 and 8 million”",
    )


def test_a_reading_of_money_with_its_rate() -> None:
    passage = CitedPassage(id="pay", exact="earning about $2,000 a month")
    assert check_reading(Fraction(2000), Fraction(2000), "USD a month", passage, None) is None
    assert check_reading(Fraction(2000), Fraction(2000), "USD", passage, None) is None
    assert check_reading(Fraction(2000), Fraction(2000), "USD a year", passage, None) is not None
    assert check_reading(Fraction(2000), Fraction(2000), "EUR", passage, None) is not None


@pytest.mark.parametrize(
    ("words", "value", "unit"),
    [
        ("31.4 per cent of capacity", "31.4", "per cent"),
        ("a cost of €385 million", "385000000", "euros"),
        ("holds 42.7 million m³", "42.7", "million cubic metres"),
        ("a pipeline of 62 km", "62", "kilometres"),
        ("$2,000 a month", "2000", "dollars a month"),
    ],
)
def test_the_unit_of_a_reading_may_be_written_out(words: str, value: str, unit: str) -> None:
    passage = CitedPassage(id="passage", exact=words)
    assert check_reading(Fraction(value), Fraction(value), unit, passage, None) is None
    assert check_reading(Fraction(value), Fraction(value), "tonnes", passage, None) is not None


@pytest.mark.parametrize(
    ("words", "value", "unit", "language"),
    [
        ("zu 41,5 Prozent gefüllt", "41.5", "Prozent", "de-DE"),
        ("dauert 6 Wochen", "6", "Wochen", "de-DE"),
        ("12 Milliarden Kubikmeter im Jahr", "12", "Milliarden Kubikmeter im Jahr", "de-DE"),
        ("durera 8 semaines", "8", "semaines", "fr-FR"),
        ("18 milliards de mètres cubes", "18", "milliards de mètres cubes", "fr-FR"),
        ("remplis à 41,5 %", "41.5", "pour cent", "fr-FR"),
        ("remplis à 41,5 %", "41.5", "per cent", "fr-FR"),
    ],
)
def test_the_unit_of_a_reading_may_be_in_the_language_of_the_brief(
    words: str, value: str, unit: str, language: str
) -> None:
    passage = CitedPassage(id="passage", exact=words, language=language)
    assert check_reading(Fraction(value), Fraction(value), unit, passage, None, language) is None
    found = check_reading(Fraction(value) + 1, Fraction(value) + 1, unit, passage, None, language)
    assert found is not None


def test_a_reading_is_told_in_the_digits_of_the_brief() -> None:
    passage = CitedPassage(id="passage", exact="zu 41,5 Prozent gefüllt", language="de")
    found = check_reading(Fraction("42.5"), Fraction("42.5"), "Prozent", passage, None, "de-DE")
    assert found is not None and found.message.startswith("the reading 42,5\u00a0% is not in the passage")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("soldier", "troop", Likeness.SAME),
        ("soldiers", "person", Likeness.SAME),
        ("unit", "shell", Likeness.SAME),
        ("", "shell", Likeness.SAME),
        ("casualty", "killed and wounded", Likeness.SAME),
        ("killed", "killed and wounded", Likeness.OTHER),
        ("soldier", "killed", Likeness.OTHER),
        ("unit", "killed", Likeness.OTHER),
        ("shell", "missile", Likeness.OTHER),
        ("soldier", "tank", Likeness.OTHER),
        ("widget", "gadget", Likeness.UNSURE),
        ("tank", "system", Likeness.UNSURE),
    ],
)
def test_nouns_count_the_same_or_not(one: str, other: str, expected: Likeness) -> None:
    assert likeness(one, other) is expected
    assert likeness(other, one) is expected


OUTBREAK = "The outbreak began in a primary school on 7 January 2025"


@pytest.mark.parametrize(
    ("dates", "passage"),
    [
        ("2025-01-07", OUTBREAK),
        ("2025-01", OUTBREAK),
        ("2025", OUTBREAK),
        ("2025-03-04 2025-03-09", "from 4 to 9 March 2025"),
        ("2025-03 2025-06", "from March to June 2025"),
        ("2021 2027", "from 2021 to 2027"),
        ("2024-06-01 2024-06-30", "in June 2024"),
        ("2025-03-04", "the strike lasted from 4 to 9 March 2025"),
        ("2025-03-09", "the strike lasted from 4 to 9 March 2025"),
        ("2025-03-04 2025-04-02", "it began on 4 March 2025 and ended on 2 April 2025"),
        ("2025-01-09", CitedPassage(id="p", exact="It began today", dates=("2025-01-09",))),
        ("2025-01", CitedPassage(id="p", exact="It began this month", dates=("2025-01",))),
        ("2025-01-07", CitedPassage(id="p", exact="on 7 January", dates=("2025-01-07",))),
    ],
)
def test_dates_of_an_event_that_its_passage_tells(dates: str, passage: CitedPassage | str) -> None:
    assert not event(dates, passage)


@pytest.mark.parametrize(
    ("dates", "passage", "said"),
    [
        ("2025-01-17", OUTBREAK, ["FG201 2025-01-17"]),
        ("2024-01-07", OUTBREAK, ["FG201 2024-01-07"]),
        ("2025-02", OUTBREAK, ["FG201 2025-02"]),
        ("2025-01-07", "in January 2025", ["FG201 2025-01-07"]),
        ("2025-01-01", "in early January 2025", ["FG201 2025-01-01"]),
        ("2025-01-07", "on 7 January", ["FG209 2025-01-07"]),
        ("2025-01-07", "It began in a school", ["FG202 2025-01-07"]),
        ("2025-01-07", "before 7 January 2025", ["FG205 2025-01-07"]),
        ("2025-03-04 2025-03-10", "from 4 to 9 March 2025", ["FG201 2025-03-10"]),
        ("2025-03-03 2025-03-09", "from 4 to 9 March 2025", ["FG201 2025-03-03"]),
        ("2025-01-07 2025-01-09", OUTBREAK, ["FG201 2025-01-09"]),
    ],
)
def test_dates_of_an_event_that_its_passage_does_not_tell(
    dates: str, passage: CitedPassage | str, said: list[str]
) -> None:
    assert event(dates, passage) == said
