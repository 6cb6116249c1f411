import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.text.tokens import PLAIN, Token, is_guarded, mark, retokenise, text_of, tokenise

BOLD = frozenset({("strong", "")})


def figures(text: str) -> list[str]:
    return [token.text for token in tokenise(text) if token.kind == "figure"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("grew by 4.1 % last year", ["4.1 %"]),
        ("grew by 4.1 per cent", ["4.1 per cent"]),
        ("some 9 million shells", ["9 million"]),
        ("5–8 million shells", ["5–8 million"]),
        ("an estimated 12,000 troops", ["12,000"]),
        ("12\u00a0000 troops", ["12\u00a0000"]),
        ("paid US$2,000 a month", ["US$2,000"]),
        ("$2 billion in 2024, €3.5 trillion later.", ["$2 billion", "2024", "€3.5 trillion"]),
        ("on the 3rd at 12:30", ["3rd", "12:30"]),
        ("on 2025-01-20.", ["2025-01-20"]),
        ("T-72 tanks", ["T-72"]),
        ("no figure here", []),
    ],
)
def test_a_figure_is_one_token_with_its_marks_scale_and_unit(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize(
    "word", ["not", "No", "never", "without", "doesn’t", "can't", "twelve", "3.9", "twenty-two"]
)
def test_figures_negations_and_numerals_are_guarded(word: str) -> None:
    assert is_guarded(tokenise(word)[0])


@pytest.mark.parametrize("word", ["nothingness", "troops", ",", " ", "notable", "people’s"])
def test_other_words_are_not_guarded(word: str) -> None:
    assert not is_guarded(tokenise(word)[0])


@settings(max_examples=300)
@given(st.text(max_size=80))
def test_tokens_joined_are_the_text(text: str) -> None:
    assert "".join(token.text for token in tokenise(text)) == text


def test_runs_cut_in_the_middle_of_words_are_healed() -> None:
    pieces = [Token(text=part, kind="word") for part in ("The ar", "my has 4", ".1 ", "% more")]
    assert retokenise(pieces) == tokenise("The army has 4.1 % more")


def test_half_a_word_in_bold_stays_half_in_bold_and_marks_stay_in_place() -> None:
    pieces = [*tokenise("un"), *tokenise("clear", BOLD), mark("n1"), *tokenise(" still")]
    assert [(token.text, token.attributes) for token in retokenise(pieces)] == [
        ("un", PLAIN),
        ("clear", BOLD),
        ("n1", PLAIN),
        (" ", PLAIN),
        ("still", PLAIN),
    ]


def test_the_words_of_tokens_leave_marks_out() -> None:
    assert text_of([*tokenise("Seen."), mark("n1"), *tokenise(" Heard.")]) == "Seen. Heard."
