"""What a three-way merge promises, for any edits."""

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.text.diff3 import Agreed, Clash, merge
from briefgen.text.tokens import Token, Tokens, is_guarded, retokenise, tokenise

WORDS = "army navy the of shells not never grew fell 4.1% 3.9% 12,000 two old, new. But; so! Who?".split()  # noqa: SIM905
STYLES = st.sampled_from(
    [frozenset(), frozenset(), frozenset({("strong", "")}), frozenset({("emphasis", "")})]
)


@st.composite
def texts(draw: st.DrawFn) -> Tokens:
    pieces: list[Token] = []
    for word in draw(st.lists(st.sampled_from(WORDS), max_size=14)):
        pieces.extend(tokenise(word + " ", draw(STYLES)))
    return retokenise(pieces)


@st.composite
def edited(draw: st.DrawFn, text: Tokens) -> Tokens:
    tokens = list(text)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(tokens)))
        removed = draw(st.integers(0, 3))
        tokens[at : at + removed] = draw(texts().map(lambda found: found[:5]))
    return retokenise(tokens)


@st.composite
def histories(draw: st.DrawFn) -> tuple[Tokens, Tokens, Tokens]:
    base = draw(texts())
    return base, draw(edited(base)), draw(edited(base))


def whole(chunks: tuple[Agreed | Clash, ...]) -> Tokens:
    assert all(isinstance(chunk, Agreed) for chunk in chunks)
    return tuple(token for chunk in chunks if isinstance(chunk, Agreed) for token in chunk.tokens)


@settings(max_examples=300)
@given(histories())
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(
    history: tuple[Tokens, Tokens, Tokens],
) -> None:
    base, edit, _ = history
    assert whole(merge(base, edit, base)) == edit
    assert whole(merge(base, base, edit)) == edit
    assert whole(merge(base, edit, edit)) == edit


@settings(max_examples=300)
@given(histories())
def test_swapping_the_sides_swaps_the_readings_and_nothing_else(
    history: tuple[Tokens, Tokens, Tokens],
) -> None:
    base, ours, theirs = history
    swapped = tuple(
        Clash(base=chunk.base, ours=chunk.theirs, theirs=chunk.ours) if isinstance(chunk, Clash) else chunk
        for chunk in merge(base, theirs, ours)
    )
    assert merge(base, ours, theirs) == swapped


@settings(max_examples=300)
@given(histories())
def test_no_word_that_a_person_wrote_is_lost(history: tuple[Tokens, Tokens, Tokens]) -> None:
    base, ours, theirs = history
    held: list[str] = []
    for chunk in merge(base, ours, theirs):
        tokens = chunk.tokens if isinstance(chunk, Agreed) else chunk.ours + chunk.theirs
        held.extend(token.text for token in tokens if token.kind != "space")
    for side in (ours, theirs):
        for token in side:
            written = sum(other.text == token.text for other in side)
            before = sum(other.text == token.text for other in base)
            if token.kind != "space" and written > before:
                assert token.text in held


@settings(max_examples=400)
@given(histories())
def test_a_sentence_without_a_clash_holds_the_guarded_words_of_one_side(
    history: tuple[Tokens, Tokens, Tokens],
) -> None:
    """Where all is agreed, the figures and negations are those that one side, or both, had put there."""
    base, ours, theirs = history
    chunks = merge(base, ours, theirs)
    if any(isinstance(chunk, Clash) for chunk in chunks):
        return
    merged = whole(chunks)
    guarded = [token.text for token in merged if is_guarded(token)]
    before = [token.text for token in base if is_guarded(token)]
    mine = [token.text for token in ours if is_guarded(token)]
    other = [token.text for token in theirs if is_guarded(token)]
    if mine == before:
        assert guarded == other
    elif other == before:
        assert guarded == mine


@settings(max_examples=300)
@given(st.sampled_from(["4.1 %", "12,000", "9 million", "not", "two"]), st.data())
def test_two_changes_of_one_sentence_are_never_merged_when_one_touches_a_guarded_word(
    word: str, data: st.DataObject
) -> None:
    filler = data.draw(
        st.lists(st.sampled_from(["army", "navy", "ships", "grew", "fell", "old"]), min_size=4, max_size=9)
    )
    at = data.draw(st.integers(0, len(filler)))
    base = [*filler[:at], word, *filler[at:]]
    ours = [*filler[:at], "7.7 %", *filler[at:]]
    theirs = list(base)
    other = data.draw(st.sampled_from([place for place in range(len(base)) if place != at]))
    theirs[other] = "changed"
    chunks = merge(*(tokenise(" ".join(text) + ".") for text in (base, ours, theirs)))
    assert any(isinstance(chunk, Clash) for chunk in chunks)
