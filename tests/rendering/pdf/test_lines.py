"""Words set in lines, in a font of squares: every position is a count of ems."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.document import Emphasis, Inlines, LineBreak, Link, NoteMark, Strong, Text
from briefgen.rendering.pdf.breaking import LETTERS, SHRINK, STRETCH
from briefgen.rendering.pdf.lines import Compositor, Line, Measure
from briefgen.rendering.pdf.typecase import Typecase
from briefgen.rendering.pdf.words import Composer
from briefgen.rendering.theme import Alignment, TextStyle, Theme
from tests.rendering.pdf.squares import square_font, square_theme

STYLE = TextStyle(size=10.0, leading=20.0)


def compositor() -> Compositor:
    typecase = Typecase(square_theme(body=STYLE), lambda _: square_font())
    composer = Composer(
        typecase=typecase,
        note_numbers={"a": 1, "b": 12},
        places=frozenset({"here"}),
        link_colour="#0000ff",
        mark="Note {number}",
    )
    return Compositor(composer, "en-GB")


def set_lines(
    text: str | Inlines, ems: float, align: Alignment = "left", indent: float = 0.0, first: float = 0.0
) -> list[Line]:
    """The lines of a text in squares of 10 points, `ems` of them wide."""
    setter = compositor()
    inlines = (Text(text=text),) if isinstance(text, str) else text
    measure = Measure(width=ems * 10, align=align, indent=indent, first=first)
    return setter.lines(setter.composer.segments(inlines, STYLE), STYLE, measure)


def shown(line: Line) -> str:
    """The characters of a line as they are painted, a soft hyphen as `-`."""
    text = ""
    for span in line.spans:
        inside = True
        codes = []
        at = 0
        while at < len(span.shown):
            if span.shown[at] == ")":
                inside = False
            elif span.shown[at] == "(":
                inside = True
            elif inside:
                codes.append((ord(span.shown[at]) << 8) + ord(span.shown[at + 1]))
                at += 1
            at += 1
        names = {code: char for char, code in span.face._codes.items()}
        text += "".join(names[code] for code in codes)
    return text.replace("\u00ad", "-")


def widths(lines: list[Line]) -> list[float]:
    return [round(sum(span.width for span in line.spans), 3) for line in lines]


def test_a_word_is_as_wide_as_its_squares_and_stands_in_the_middle_of_its_line() -> None:
    (line,) = set_lines("four", 20)
    assert widths([line]) == [40.0]
    assert (line.height, line.baseline) == (20.0, 15.0)


def test_ragged_lines_take_all_they_can_hold() -> None:
    lines = set_lines("aaaa bbbb cccc dddd", 20)
    assert [shown(line) for line in lines] == ["aaaa bbbb cccc dddd"]
    assert [shown(line) for line in set_lines("aaaa bbbb cccc dddd", 18)] == ["aaaa bbbb cccc", "dddd"]


def test_right_and_centred_lines_stand_by_their_slack() -> None:
    assert [line.x for line in set_lines("aaaa", 20, "right")] == [160.0]
    assert [line.x for line in set_lines("aaaa", 20, "center")] == [80.0]


def test_justified_lines_fill_the_measure_but_the_last() -> None:
    lines = set_lines("aaaaaa bbbbb cccccc dddd eeeee ffff", 20, "justify")
    assert widths(lines) == [200.0, 150.0]


def test_letters_give_a_little_before_spaces_grow_loose() -> None:
    lines = set_lines(f"{'a' * 9} {'b' * 8} {'c' * 9} {'d' * 9}", 20, "justify")
    assert [shown(line) for line in lines] == ["a" * 9 + " " + "b" * 8, "c" * 9 + " " + "d" * 9]
    assert widths(lines) == [200.0, 190.0]
    assert lines[0].letters == 1 + LETTERS
    assert lines[1].letters == 1.0, "the last line is as it is drawn"


def test_ragged_lines_are_set_as_drawn() -> None:
    assert {line.letters for line in set_lines("aaaa bbbb cccc dddd " * 9, 30)} == {1.0}


def test_hanging_lines_have_a_wider_first_line() -> None:
    lines = set_lines("aaaa bbbb cccc dddd eeee", 20, indent=50.0, first=-50.0)
    assert [line.x for line in lines] == [0.0, 50.0]
    assert [shown(line) for line in lines] == ["aaaa bbbb cccc dddd", "eeee"]


def test_an_authors_break_begins_a_line_and_leaves_the_one_before_it_ragged() -> None:
    lines = set_lines((Text(text="aa bb"), LineBreak(), Text(text="cc")), 20, "justify")
    assert [shown(line) for line in lines] == ["aa bb", "cc"]
    assert widths(lines) == [50.0, 20.0]


def test_words_are_hyphenated_by_their_language() -> None:
    lines = set_lines("an internationalisation of it all", 17, "justify")
    assert shown(lines[0]).endswith("-")
    german = (Text(text="ein Schifffahrtsunternehmen in Not", language="de"),)
    assert shown(set_lines(german, 20, "justify")[0]).endswith("-")


def test_words_of_a_language_without_patterns_stay_whole() -> None:
    unknown = (Text(text="an internationalisation of internationalisation", language="xx"),)
    assert all(not shown(line).endswith("-") for line in set_lines(unknown, 24, "justify"))


def test_a_soft_hyphen_shows_only_where_a_line_ends_at_it() -> None:
    assert [shown(line) for line in set_lines("xx co\u00adop", 20)] == ["xx coop"]
    assert [shown(line) for line in set_lines(f"{'x' * 11} co\u00adop", 15)] == ["x" * 11 + " co-", "op"]


def test_a_word_with_hyphens_of_its_own_ends_a_line_at_one_and_gets_no_other() -> None:
    lines = set_lines(f"{'x' * 14} short-range", 21)
    assert [shown(line) for line in lines] == ["x" * 14 + " short-", "range"]


def test_a_word_with_a_dash_may_be_hyphenated_on_either_side_of_it() -> None:
    dash = f"{'x' * 9} internationalisation—organisation"
    assert shown(set_lines(dash, 22, "justify")[0]).endswith("-")
    assert {shown(line)[-1] for line in set_lines(dash, 31, "justify")[:-1]} == {"—"}


def test_an_authors_soft_hyphens_are_the_only_ones_of_their_word() -> None:
    lines = set_lines(f"{'x' * 12} in\u00adternationalisation", 26, "justify")
    assert shown(lines[0]) == "x" * 12 + " in-"


def test_a_word_longer_than_the_line_is_cut_anywhere_and_loses_nothing() -> None:
    lines = set_lines("x" * 45, 20)
    assert "".join(shown(line) for line in lines) == "x" * 45
    assert max(widths(lines)) <= 200.0


def test_no_break_spaces_and_hyphens_hold_words_together() -> None:
    for space in ("\u00a0", "\u202f", "\u2011"):
        lines = set_lines(f"{'x' * 12} five{space}million", 20)
        assert [len(shown(line)) for line in lines] == [12, 12]


def test_a_number_and_the_sign_behind_it_stay_on_one_line_with_the_space_that_was_typed() -> None:
    for pair in ("1234 %", "1234 $", "1234 kg"):
        lines = set_lines(f"{'x' * 12} {pair} yy", 18)
        assert [shown(line) for line in lines] == ["x" * 12, f"{pair} yy"]
    bold = (Text(text="x" * 12 + " "), Strong(inlines=(Text(text="1234"),)), Text(text=" % yy"))
    assert [shown(line) for line in set_lines(bold, 18)] == ["x" * 12, "1234 % yy"]


def test_a_number_and_its_sign_that_no_line_can_hold_part_at_their_space() -> None:
    assert [shown(line).rstrip() for line in set_lines(f"{'1' * 17} kWh yy", 19)] == ["1" * 17, "kWh yy"]


def test_a_mark_stays_with_its_word_and_is_small_and_raised() -> None:
    inlines = (Text(text=f"{'x' * 15} word"), NoteMark(note="a"), Text(text=" on"))
    lines = set_lines(inlines, 20)
    assert [line.notes for line in lines] == [(), ("a",)]
    mark = next(span for span in lines[1].spans if span.look.target)
    assert (mark.look.size, mark.look.rise) == (6.4, 3.4)


def test_a_mark_never_begins_a_line_even_behind_a_space() -> None:
    lines = set_lines((Text(text=f"{'x' * 19} "), NoteMark(note="a")), 20)
    assert len(lines) == 1 or shown(lines[1])[0] == "x"


def test_several_marks_of_a_line_are_apart_and_in_order() -> None:
    (line,) = set_lines((Text(text="word"), NoteMark(note="a"), NoteMark(note="b")), 30)
    assert line.notes == ("a", "b")
    assert shown(line) == "word1,12"


def test_a_space_between_a_link_and_words_belongs_to_neither_end_of_the_link() -> None:
    inlines = (
        Text(text="see "),
        Link(target="#here", inlines=(Strong(inlines=(Text(text="this"),)), Text(text=" table"))),
        Text(text=" below"),
    )
    (line,) = set_lines(inlines, 40)
    assert shown(line) == "see this table below"
    linked = [span for span in line.spans if span.look.target]
    assert sum(span.width for span in linked) == 100.0


def test_emphasis_within_italics_stands_upright() -> None:
    setter = compositor()
    italic = replace(STYLE, italic=True)
    inlines = (Text(text="a "), Emphasis(inlines=(Text(text="b"),)))
    (line,) = setter.lines(setter.composer.segments(inlines, italic), italic, Measure(width=99, align="left"))
    assert [span.look.italic for span in line.spans] == [True, False]


WORDS = st.text(alphabet="abcdefghijklmnop-/.,", min_size=1, max_size=24)


@given(st.lists(WORDS, max_size=60), st.integers(16, 60), st.sampled_from(("left", "justify", "right")))
@settings(max_examples=150)
def test_no_word_is_lost_or_moved_and_no_line_leaves_its_measure(
    words: list[str], ems: int, align: Alignment
) -> None:
    lines = set_lines(" ".join(words), ems, align)
    joined = "".join(shown(line) for line in lines).replace("-", "")
    assert joined.replace(" ", "") == "".join(words).replace("-", "")
    for line in lines:
        end = line.x + sum(span.width for span in line.spans)
        assert end <= ems * 10 + 0.01
        assert line.x >= -0.01


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=9), min_size=40, max_size=120))
@settings(max_examples=60)
def test_spaces_of_justified_lines_never_shrink_until_words_touch(words: list[str]) -> None:
    lines = set_lines(" ".join(words), 50, "justify")
    for line in lines[:-1]:
        assert 1 - LETTERS - 1e-9 <= line.letters <= 1 + LETTERS + 1e-9
        assert _gap(line, 500) >= 10 * (1 - SHRINK - LETTERS) - 0.01


def _gap(line: Line, width: float) -> float:
    """The width of the spaces of a line on paper."""
    letters = sum(char != " " for char in shown(line))
    return (width - letters * 10 * line.letters) / shown(line).count(" ")


def test_english_prose_has_few_loose_lines_and_few_hyphens() -> None:
    pytest.importorskip("pyphen")
    from tests.rendering.pdf.documents import Writer

    writer, loose, hyphens, count = Writer(11), 0, 0, 0
    for _ in range(60):
        text = writer.words(90)
        for line in set_lines(text, 80, "justify")[:-1]:
            count += 1
            hyphens += shown(line).endswith("-")
            loose += _gap(line, 800) > 10 * (1 + STRETCH + LETTERS)
    assert count > 300
    assert loose / count < 0.02
    assert hyphens / count < 0.12


KERNED = st.text("AVTWYL7ΩЖ①", min_size=60, max_size=400)
"""Capitals, which are not hyphenated, and a character of another font."""


@settings(max_examples=100)
@given(word=KERNED)
def test_a_word_too_long_for_any_line_fills_each_as_far_as_its_kerned_letters_go(word: str) -> None:
    style = TextStyle(size=10.0, leading=14.0)
    typecase = Typecase(Theme(), lambda name: (Path("templates/fonts") / name).read_bytes())
    composer = replace(compositor().composer, typecase=typecase)
    setter = Compositor(composer, "en-GB")
    lines = setter.lines(
        composer.segments((Text(text=word),), style), style, Measure(width=90.0, align="left")
    )
    texts = [shown(line) for line in lines]
    assert "".join(texts) == word
    look = typecase.look(style)
    for text, following in zip(texts, [*texts[1:], ""], strict=True):
        assert typecase.width(look, text) <= 90.0 + 1e-6
        if following:
            assert typecase.width(look, text + following[0]) > 90.0 - 1e-6


def test_a_word_as_long_as_a_book_is_cut_and_not_hyphenated() -> None:
    lines = set_lines("understanding" * 400, 20)
    assert {len(shown(line)) for line in lines} == {20}
    assert "-" not in "".join(map(shown, lines))
