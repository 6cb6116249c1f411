"""Formulas over figures: what they give, how they are shown, and where they are wrong."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.assembling.formula import (
    DEEPEST,
    LONGEST,
    Formula,
    FormulaError,
    Operand,
    compute,
    evaluate,
    parse,
)


def point(value: int | str, unit: str = "") -> Operand:
    return Operand(low=Fraction(value), high=Fraction(value), unit=unit)


KNOWN: Mapping[str, Operand] = {
    "troops": point(12_000, "soldiers"),
    "pay-month": point(2_000, "USD a month"),
    "shells": Operand(low=Fraction(5_000_000), high=Fraction(8_000_000), unit="shells"),
    "loss-rate": point("31.7", "%"),
}


def computed(text: str, unit: str = "") -> tuple[str, str]:
    done, wrong = compute({"result": Formula(text=text, unit=unit)}, KNOWN, "en")
    assert not wrong, wrong["result"].message
    return done["result"].working, done["result"].shown


def failure(text: str) -> tuple[str, str]:
    """The message and the piece of the formula that it points to."""
    _, wrong = compute({"result": Formula(text=text)}, KNOWN, "en")
    found = wrong["result"]
    return found.message, text[found.start : found.end]


@pytest.mark.parametrize(
    ("text", "unit", "working", "shown"),
    [
        ("troops * pay-month * 12", "USD", "12,000 × $2,000 × 12", "$288 million"),
        ("troops * pay-month", "USD a month", "12,000 × $2,000", "$24 million a month"),
        ("shells / troops", "shells", "(5–8 million) ÷ 12,000", "416.7–666.7"),
        ("troops * 30%", "", "12,000 × 30%", "3,600"),
        ("(troops - 2,000) * 2", "", "(12,000 − 2,000) × 2", "20,000"),
        ("10 - (3 - 4)", "", "10 − (3 − 4)", "11"),
        ("10 - 3 - 4", "", "10 − 3 − 4", "3"),
        ("24 / 4 / 2", "", "24 ÷ 4 ÷ 2", "3"),
        ("2 + 3 * 4", "", "2 + 3 × 4", "14"),
        ("-(troops + 1) * -2", "", "−(12,000 + 1) × −2", "24,002"),
        ("3 × 4 ÷ 2", "", "3 × 4 ÷ 2", "6"),
        ("0.1 + 0.2", "", "0.1 + 0.2", "0.3"),
        ("shells - shells", "", "(5–8 million) − (5–8 million)", "−3 to 3 million"),
    ],
)
def test_a_formula_gives_its_result_and_the_working(text: str, unit: str, working: str, shown: str) -> None:
    assert computed(text, unit) == (working, shown)


@pytest.mark.parametrize(
    ("text", "message", "pointed"),
    [
        ("troop * 2", "no figure is called “troop”", "troop"),
        ("troops-shells", "write “troops - shells” with spaces", "troops-shells"),
        ("troops / (5 - 5)", "the divisor is zero", "/"),
        ("1 / (shells - 6,000,000)", "the divisor is zero or may be", "/"),
        ("troops * (2 + 1", "this bracket is never closed", "("),
        ("troops *", "the formula ends where", ""),
        ("troops 2", "expected an operator, not “2”", "2"),
        ("* 2", "expected a figure or a number, not “*”", "*"),
        ("2 ** 3", "expected a figure or a number, not “*”", "*"),
        ("troops; 2", "“;” has no place in a formula", ";"),
        ("__import__('os')", "“'” has no place in a formula", "'"),
        ("troops.real", "“.” has no place in a formula", "."),
        ("  ", "the formula is empty", "  "),
        (f"2 * {'9' * 31}", "a number of more than 30 digits", "9" * 31),
        (f"{'9' * 30} * 2", "the result has more than 30 digits", f"{'9' * 30} * 2"),
        (f"0 - {'9' * 30} * 2", "the result has more than 30 digits", f"0 - {'9' * 30} * 2"),
    ],
)
def test_what_is_wrong_is_said_at_its_place(text: str, message: str, pointed: str) -> None:
    found, piece = failure(text)
    assert message in found
    assert piece == pointed


def test_formulas_name_one_another_in_any_order() -> None:
    done, wrong = compute(
        {
            "pay-decade": Formula(text="pay-year * 10", unit="USD"),
            "pay-year": Formula(text="troops * pay-month * 12", unit="USD"),
        },
        KNOWN,
        "en",
    )
    assert not wrong
    assert list(done) == ["pay-decade", "pay-year"]
    assert done["pay-decade"].shown == "$2.88 billion"
    assert done["pay-decade"].working == "$288 million × 10"


def test_a_circle_is_named_all_the_way_round() -> None:
    _, wrong = compute(
        {name: Formula(text=text) for name, text in {"a": "b + 1", "b": "c", "c": "a"}.items()}, {}, "en"
    )
    assert "a → b → c → a" in wrong["c"].message
    assert set(wrong) == {"a", "b", "c"}


def test_a_figure_that_counts_on_a_broken_one_says_so() -> None:
    _, wrong = compute({"a": Formula(text="2 * b"), "b": Formula(text="1 / 0")}, {}, "en")
    assert wrong["a"].message == "“b” cannot be computed: the divisor is zero or may be"
    assert (wrong["a"].start, wrong["a"].end) == (4, 5)


def test_endless_formulas_are_refused() -> None:
    with pytest.raises(FormulaError, match="at most 500 characters"):
        parse("1" + "+1" * LONGEST)
    with pytest.raises(FormulaError, match="brackets within brackets"):
        parse("(" * (DEEPEST + 1) + "1" + ")" * (DEEPEST + 1))


def test_fractions_squared_one_after_another_end_before_they_cannot_be_printed() -> None:
    squares = {f"s{step}": Formula(text=f"s{step - 1} * s{step - 1}") for step in range(1, 40)}
    done, wrong = compute({"s0": Formula(text="1 / 3"), **squares}, {}, "en")
    assert list(done) == [f"s{step}" for step in range(9)]
    assert wrong["s9"].message == "this gives a fraction of more than 200 digits"
    assert (wrong["s9"].start, wrong["s9"].end) == (3, 4)


@given(
    st.integers(-1000, 1000),
    st.integers(-1000, 1000),
    st.integers(1, 1000),
    st.fractions(0, 1),
    st.fractions(0, 1),
)
@settings(max_examples=200)
def test_a_range_holds_every_value_that_its_parts_can_take(
    low: int, other: int, wide: int, share: Fraction, other_share: Fraction
) -> None:
    operands = {
        "a": Operand(low=Fraction(low), high=Fraction(low + wide)),
        "b": Operand(low=Fraction(other), high=Fraction(other + wide)),
    }
    inner = {
        "a": Operand(low=low + wide * share, high=low + wide * share),
        "b": Operand(low=other + wide * other_share, high=other + wide * other_share),
    }
    expression = parse("a * b - (a + b) * 2")
    lowest, highest = evaluate(expression, operands)
    value, same = evaluate(expression, inner)
    assert value == same
    assert lowest <= value <= highest
