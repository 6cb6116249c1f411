import pytest

from briefgen.text.diff3 import Agreed, Clash, changes_between, merge, restyled
from briefgen.text.tokens import Attributes, Token, mark, text_of, tokenise

BOLD: Attributes = frozenset({("strong", "")})
ITALIC: Attributes = frozenset({("emphasis", "")})


def merged(base: str, ours: str, theirs: str) -> str:
    """The merge as text, a clash as {base|ours|theirs}."""
    shown = []
    for chunk in merge(tokenise(base), tokenise(ours), tokenise(theirs)):
        match chunk:
            case Agreed():
                shown.append(text_of(chunk.tokens))
            case Clash():
                readings = (chunk.base, chunk.ours, chunk.theirs)
                shown.append("{" + "|".join(text_of(reading) for reading in readings) + "}")
    return "".join(shown)


def test_changes_of_different_words_are_merged() -> None:
    assert (
        merged("The army is large and old.", "The KPA is large and old.", "The army is large and weak.")
        == "The KPA is large and weak."
    )


def test_the_same_change_on_both_sides_is_made_once() -> None:
    assert merged("The army is big.", "The army is large.", "The army is large.") == "The army is large."


def test_different_changes_of_one_word_are_kept_both() -> None:
    assert merged("A big army.", "A large army.", "A huge army.") == "A {big|large|huge} army."


def test_different_insertions_at_one_place_are_kept_both() -> None:
    assert merged("An army.", "An old army.", "An idle army.") == "An {|old |idle }army."


def test_a_word_changed_here_and_deleted_there_is_a_clash() -> None:
    assert merged("A very big army.", "A most big army.", "A big army.") == "A {very |most |}big army."


@pytest.mark.parametrize(
    ("base", "ours", "theirs"),
    [
        (
            "It grew by 4.1 % in the north.",
            "It grew by 3.9 per cent in the north.",
            "It grew by 4.1 % in the south.",
        ),
        ("They did advance far.", "They did not advance far.", "They did advance little."),
        ("Some twelve ships sailed east.", "Some ten ships sailed east.", "Some twelve ships sailed west."),
        ("It will never work there.", "It will work there.", "It will never work here."),
    ],
)
def test_a_sentence_whose_figure_or_negation_changed_takes_no_other_change(
    base: str, ours: str, theirs: str
) -> None:
    chunks = merge(tokenise(base), tokenise(ours), tokenise(theirs))
    assert any(isinstance(chunk, Clash) for chunk in chunks)


def test_a_changed_figure_leaves_the_next_sentence_alone() -> None:
    assert (
        merged(
            "It grew by 4.1 %. The north lags.",
            "It grew by 3.9 %. The north lags.",
            "It grew by 4.1 %. The south lags.",
        )
        == "It grew by 3.9 %. The south lags."
    )


def test_words_and_setting_are_merged_apart() -> None:
    base = tokenise("A large army stands ready.")
    ours = tuple(Token(text=t.text, kind=t.kind, attributes=BOLD) if t.text == "large" else t for t in base)
    theirs = tokenise("A large army stands idle.")
    (chunk,) = merge(base, ours, theirs)
    assert isinstance(chunk, Agreed)
    assert text_of(chunk.tokens) == "A large army stands idle."
    assert [token.text for token in chunk.tokens if token.attributes] == ["large"]


def test_bold_from_one_side_and_italics_from_the_other_are_both_set() -> None:
    (chunk,) = merge(tokenise("large"), tokenise("large", BOLD), tokenise("large", ITALIC))
    assert isinstance(chunk, Agreed)
    assert chunk.tokens[0].attributes == BOLD | ITALIC


def test_two_targets_for_one_link_are_a_clash() -> None:
    base, ours, theirs = (
        tokenise("report", frozenset({("link", f"https://example.org/{name}")})) for name in "abc"
    )
    assert [type(chunk) for chunk in merge(base, ours, theirs)] == [Clash]


def test_words_set_in_bold_by_one_side_and_replaced_by_the_other_are_a_clash() -> None:
    chunks = merge(
        tokenise("a large army"),
        (*tokenise("a "), *tokenise("large", BOLD), *tokenise(" army")),
        tokenise("a vast army"),
    )
    assert any(isinstance(chunk, Clash) for chunk in chunks)


def test_marks_are_merged_like_words() -> None:
    base = (*tokenise("Seen."), mark("n1"))
    ours = (*tokenise("Seen."), mark("n1"), mark("n2"))
    theirs = (*tokenise("Heard."), mark("n1"))
    (chunk,) = merge(base, ours, theirs)
    assert isinstance(chunk, Agreed)
    assert [token.text for token in chunk.tokens] == ["Heard", ".", "n1", "n2"]


def test_changes_separated_by_a_space_only_are_one() -> None:
    (change,) = changes_between(tokenise("a big old army"), tokenise("a vast young army"))
    assert (change.start, change.end) == (2, 5)


def test_restyled_words_are_found_by_position() -> None:
    old, new = (
        tokenise("a big army"),
        (*tokenise("one "), *tokenise("a "), *tokenise("big", BOLD), *tokenise(" army")),
    )
    assert restyled(old, new) == ((2, 4),)
