"""What holds of figures in any text and for any value."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from briefgen.checking.figures import CheckedText, CitedPassage, check_figures
from briefgen.diagnostics import Severity
from briefgen.text.quantities import quantities
from briefgen.text.quantities.shown import show_number, show_range

UNITS = st.sampled_from(["", "soldiers", "USD", "EUR", "GBP", "%", "km", "t", "°C", "pp", "CHF"])
LANGUAGES = st.sampled_from(["en", "ru", "ko", "fr", "de"])
VALUES = st.one_of(
    st.integers(0, 10**12).map(Fraction),
    st.integers(0, 10**9).map(lambda value: Fraction(value, 100)),
    st.tuples(st.integers(1, 999), st.sampled_from([10**3, 10**6, 10**8, 10**9])).map(
        lambda pair: Fraction(pair[0] * pair[1])
    ),
)

WORDS = """
    between and from to about over up to at least 5 8 12,000 3.5 million bn % $ € £ – - ( ) [ ] . , : /
    one twenty hundred dozen half third first December May 2024 1990s killed soldiers km mm M-1989 a
    약 만 억 명 달러 년 월 일 тыс. млн около года ± − minus ½ am pm th per day of in the 수천 절반 сотни
"""
PIECES = st.lists(
    st.one_of(
        st.sampled_from(WORDS.split()),
        st.sampled_from(["\n", "\n\n"]),
        st.text(max_size=4),
        st.integers(0, 10**7).map(str),
    ),
    max_size=25,
).map(" ".join)


@given(PIECES, LANGUAGES)
@settings(max_examples=400)
@example("between ", "en")
@example("٣٤ % and １２", "en")
@example("²³ ½ Ⅻ ①", "en")
@example("9" * 5000, "en")
def test_figures_lie_in_order_in_any_text_and_show_what_stands_there(text: str, language: str) -> None:
    last = 0
    for figure in quantities(text, language):
        assert last <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.shown
        assert figure.low <= figure.high or figure.kind == "score"
        last = figure.end


@given(VALUES, UNITS, LANGUAGES, st.booleans())
@settings(max_examples=400)
def test_what_is_printed_is_read_back(value: Fraction, unit: str, language: str, below: bool) -> None:
    value = -value if below and value else value
    shown = show_number(value, unit, language)
    (figure,) = quantities(f"({shown} ;", language)
    assert (figure.low, figure.high) == (value, value)
    assert figure.unit == ("" if unit == "soldiers" else unit)


@given(VALUES, VALUES, UNITS, LANGUAGES)
@settings(max_examples=400)
def test_a_printed_range_is_read_back(one: Fraction, other: Fraction, unit: str, language: str) -> None:
    low, high = sorted((one, other))
    assume(low < high)
    shown = show_range(low, high, unit, language)
    (figure,) = quantities(f"({shown} ;", language)
    assert (figure.low, figure.high) == (low, high)


@given(st.integers(1, 10**9), st.data(), UNITS)
@settings(max_examples=400)
def test_a_changed_digit_is_never_found(value: int, data: st.DataObject, unit: str) -> None:
    shown = show_number(Fraction(value), unit)
    digits = [place for place, character in enumerate(shown) if character.isdecimal()]
    place = data.draw(st.sampled_from(digits))
    digit = data.draw(st.sampled_from([digit for digit in "0123456789" if digit != shown[place]]))
    changed = shown[:place] + digit + shown[place + 1 :]
    report = check_figures(
        CheckedText(text=f"It came to {changed} in all.", span_of=lambda start, end: None),
        [CitedPassage(id="p", exact=f"It came to {shown} in all.")],
    )
    (finding,) = report.findings
    assert finding.status != "found in the passage"
    assert any(found.severity is not Severity.INFO for found in report.diagnostics)


@given(st.integers(1, 10**9), UNITS)
@settings(max_examples=200)
def test_an_unchanged_figure_is_always_found(value: int, unit: str) -> None:
    text = f"It came to {show_number(Fraction(value), unit)} in all."
    report = check_figures(
        CheckedText(text=text, span_of=lambda start, end: None), [CitedPassage(id="p", exact=text)]
    )
    assert [finding.status for finding in report.findings] == ["found in the passage"]
    assert report.diagnostics == ()
