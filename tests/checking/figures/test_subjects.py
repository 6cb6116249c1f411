"""What a figure is told of: the year, the name or the place in its clause, and what becomes of a swap."""

from __future__ import annotations

import pytest

from briefgen.checking.figures import CheckedText, CitedPassage, check_figures
from briefgen.checking.figures.subjects import told
from briefgen.text.quantities import quantities

SHARE = "The canal carried 12% of trade in 2023 and 7% in 2024"
TOLLS = "Tolls fell from $9.4 billion in 2023 to $3.6 billion in 2024"
SHIPS = "Maersk ordered 24 ships, Evergreen 18; Cosco, which had planned 30, ordered 12"
GAS = "Germany cut its use by 14%; in Italy it fell by 10% and in Spain by 4%"
TRIAL = "Fever occurred in 212 patients on the drug and in 97 on placebo"
OUTAGES = "Outages lasted 38 minutes per customer, against 51 minutes in 2023"
DEBT = "The debt stood at £12.4 billion on 31 March 2024, up from £11.9 billion a year earlier"
LINES = "Maersk paid $4.1 billion in 2023, against $2.9 billion for Evergreen"
POWER = "Wind supplied 131 TWh, and solar 29 TWh"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SHARE, [("12%", {2023}, set()), ("7%", {2024}, set())]),
        (TOLLS, [("$9.4 billion", {2023}, {"tolls"}), ("$3.6 billion", {2024}, set())]),
        ("In 2024, the share was 7%, against 12% before.", [("7%", {2024}, set()), ("12%", set(), set())]),
        ("The 2024 report counts 312 cases in Arden.", [("312", set(), {"arden"})]),
        ("Since 2019 it has paid £3 million.", [("£3 million", set(), set())]),
        (POWER, [("131 TWh", set(), {"wind"}), ("29 TWh", set(), {"solar"})]),
        (TRIAL, [("212", set(), {"fever", "drug"}), ("97", set(), {"placebo"})]),
        ("Maersk and Cosco paid $4 million.", [("$4 million", set(), set())]),
        ("Nothing was counted.", []),
    ],
)
def test_what_figures_are_told_of(text: str, expected: list[tuple[str, set[int], set[str]]]) -> None:
    found = [
        (one.figure.shown, set(one.subject.years), {word for _, word in one.subject.names})
        for one in told(text, quantities(text), "en")
    ]
    assert found == expected


def swaps(statement: str, passage: str) -> list[str]:
    report = check_figures(
        CheckedText(text=statement, span_of=lambda start, end: None), [CitedPassage(id="p", exact=passage)]
    )
    return [found.message for found in report.diagnostics if found.code == "FG216"]


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("The canal carried 7% in 2023 and 12% in 2024.", SHARE),
        ("In 2024, it carried 12%.", SHARE),
        ("Tolls were $3.6 billion in 2023.", TOLLS),
        ("Evergreen ordered 24 ships and Maersk 18.", SHIPS),
        ("Use fell by 4% in Italy.", GAS),
        ("Fever occurred in 97 patients on the drug.", TRIAL),
        ("Solar supplied 131 TWh.", POWER),
        ("Outages lasted 51 minutes, against 38 minutes in 2023.", OUTAGES),
        ("The debt stood at £11.9 billion on 31 March 2024.", DEBT),
    ],
)
def test_a_figure_of_another_year_or_name_is_told(statement: str, passage: str) -> None:
    assert swaps(statement, passage)


@pytest.mark.parametrize(
    ("statement", "passage"),
    [
        ("It carried 7% in 2024, against 12% in 2023.", SHARE),
        ("Compared with 2023, when it was 12%, the share was only 7%.", SHARE),
        ("By 2024 the share had come to 7%, from 12% a year before.", SHARE),
        ("Between 2023 and 2024, tolls fell from $9.4 billion to $3.6 billion.", TOLLS),
        ("In 2024, tolls were $3.6 billion, down from $9.4 billion in 2023.", TOLLS),
        ("Twelve ships went to Cosco, 18 to Evergreen, and 24 to Maersk.", SHIPS),
        ("Maersk and Evergreen ordered 24 and 18 ships respectively.", SHIPS),
        ("Maersk ordered 24 ships, more than Evergreen with 18 and Cosco with 12.", SHIPS),
        ("Spain cut its use by 4%, Italy by 10%.", GAS),
        ("Of those on placebo, 97 had fever, and of those on the drug 212.", TRIAL),
        ("Solar came to 29 TWh, wind to 131 TWh.", POWER),
        ("Outages lasted 38 minutes in 2024 and 51 minutes in 2023.", OUTAGES),
        ("On 31 March 2024 the debt was £12.4 billion, against £11.9 billion before.", DEBT),
        ("Evergreen paid $2.9 billion in 2023.", LINES),
    ],
)
def test_what_is_told_as_the_passage_tells_it_passes(statement: str, passage: str) -> None:
    assert swaps(statement, passage) == []


def test_both_are_named() -> None:
    assert swaps("In 2024, it carried 12%.", SHARE) == [
        "“12%” is told of 2024 here, but of 2023 in the passage p"
    ]
    assert swaps("Solar supplied 131 TWh.", POWER) == [
        "“131 TWh” is told of “Solar” here, but of “Wind” in the passage p"
    ]


def test_another_passage_that_tells_it_so_bears_it_out() -> None:
    passages = [CitedPassage(id="p", exact=SHARE), CitedPassage(id="q", exact="7% in 2023")]
    statement = CheckedText(text="It carried 7% in 2023.", span_of=lambda start, end: None)
    assert check_figures(statement, passages).diagnostics == ()
