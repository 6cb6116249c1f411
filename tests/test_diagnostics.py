"""Findings as a person reads them at a terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import (
    Diagnostic,
    Position,
    Related,
    Severity,
    Span,
    error,
    has_errors,
    in_reading_order,
    info,
    render,
    visible,
    warning,
    width,
)


def span(line: int, start: int, end: int, *, file: str = "a.yaml", last: int = 0) -> Span:
    return Span(
        file=file, start=Position(line=line, column=start), end=Position(line=last or line, column=end)
    )


def shown(found: Diagnostic, *lines: str) -> list[str]:
    return render(found, lambda name: lines if name == "a.yaml" else None).split("\n")


def test_a_finding_stands_over_its_line() -> None:
    found = error("OL103", "an outline has no key “titel”", span(2, 1, 6), hint="did you mean “title”?")
    assert shown(found, "# A brief", "titel: The ferry") == [
        "a.yaml:2:1: error OL103: an outline has no key “titel”",
        "    2 | titel: The ferry",
        "      | ^^^^^",
        "    hint: did you mean “title”?",
    ]


def test_a_related_place_has_its_line_too() -> None:
    related = (Related(message="first given here", span=span(1, 1, 2)),)
    found = error("OL102", "the key “a” is given twice", span(2, 1, 2), related=related)
    assert shown(found, "a: 1", "a: 2") == [
        "a.yaml:2:1: error OL102: the key “a” is given twice",
        "    2 | a: 2",
        "      | ^",
        "a.yaml:1:1: note: first given here",
        "    1 | a: 1",
        "      | ^",
    ]


def test_without_a_place_or_a_text_there_is_no_line() -> None:
    assert shown(error("WS103", "cannot read", None)) == ["error WS103: cannot read"]
    elsewhere = error("SR422", "not UTF-8", span(3, 1, 2, file="b.txt"))
    assert shown(elsewhere, "a") == ["b.txt:3:1: error SR422: not UTF-8"]
    assert shown(error("OL101", "ends too soon", span(9, 1, 2)), "a") == [
        "a.yaml:9:1: error OL101: ends too soon"
    ]


def test_a_place_over_several_lines_is_marked_to_the_end_of_its_first() -> None:
    assert shown(error("X", "x", span(1, 4, 3, last=2)), "a: bcd", "  e")[1:] == [
        "    1 | a: bcd",
        "      |    ^^^",
    ]


def test_carets_never_run_past_the_line() -> None:
    assert shown(error("X", "x", span(1, 1, 200)), "abc")[2] == "      | ^^^"
    assert shown(error("X", "x", span(1, 4, 4)), "abc")[2] == "      |    ^"


def test_a_long_line_is_cut_around_its_place() -> None:
    line = "x" * 300 + "HERE" + "y" * 300
    _, excerpt, carets = shown(error("X", "x", span(1, 301, 305)), line)
    assert len(excerpt) <= 8 + 120 + 1
    assert excerpt.startswith("    1 | …")
    assert excerpt.endswith("…")
    at = carets.index("^")
    assert excerpt[at : at + 4] == "HERE"
    assert carets.count("^") == 4


def test_carets_stand_under_wide_characters() -> None:
    _, excerpt, carets = shown(error("X", "x", span(1, 7, 9)), "조선인민군 ab")
    assert width(carets[: carets.index("^")]) == width(excerpt[: excerpt.index("ab")])


def test_control_characters_are_shown_not_obeyed() -> None:
    found = error("X", "“\x1b[31mred\x07”", span(1, 3, 4), hint="a\nb")
    text = render(found, lambda name: ["a\tb\x1b[2Jc\u202ed"])
    assert text.split("\n") == [
        "a.yaml:1:3: error X: “␛[31mred␇”",
        "    1 | a b␛[2Jc\ufffdd",
        "      |   ^",
        "    hint: a␊b",
    ]


@settings(max_examples=500)
@given(st.text(max_size=40), st.integers(1, 45), st.integers(1, 45))
def test_no_line_brings_a_terminal_out_of_order(line: str, start: int, end: int) -> None:
    line = line.replace("\n", "")
    _, *rest = shown(error("X", "x", span(1, start, end)), line)
    for part in rest:
        assert not [character for character in part if unicodedata.category(character) == "Cc"]
    if line.strip() and rest:
        excerpt, carets = rest
        assert width(carets) <= width(visible(excerpt)) + 1
        assert set(carets[8:].strip()) == {"^"}


def test_reading_order() -> None:
    found = [
        error("B", "", span(2, 1, 2)),
        error("A", "", span(2, 1, 2)),
        warning("C", "", span(1, 9, 10)),
        info("D", "", None),
        error("E", "", span(1, 1, 2, file="Z.yaml")),
    ]
    assert [one.code for one in in_reading_order(found)] == ["D", "E", "C", "A", "B"]


def test_only_errors_are_errors() -> None:
    assert has_errors([warning("A", "", None), error("B", "", None)])
    assert not has_errors([warning("A", "", None), info("B", "", None)])
    assert [str(severity) for severity in Severity] == ["error", "warning", "info"]
