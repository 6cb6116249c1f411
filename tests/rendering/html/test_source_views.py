"""How a source's text is cut for the page: nothing lost, nothing doubled, passages where they stand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.model.evidence import Anchor, Excluded, Extent, SourceText, Verdict
from briefgen.rendering.html.source_views import (
    ParagraphView,
    Piece,
    coverage_of,
    near_passages,
    paragraphs_of,
)

WORDS = "First paragraph here.\n\nSecond one … with more.\n\nThird."


def text_of(words: str, excluded: tuple[Excluded, ...] = ()) -> SourceText:
    """A source whose canonical text has single line feeds and three full stops for an ellipsis."""
    canonical, origins, at = "", [], 0
    while at < len(words):
        step, letters = (2, "\n") if words[at : at + 2] == "\n\n" else (1, words[at])
        letters = "..." if letters == "…" else letters
        canonical += letters
        origins += [at] * len(letters)
        at += step
    paragraphs, start = [], 0
    for line in canonical.split("\n"):
        if line:
            paragraphs.append(Extent(start=start, end=start + len(line)))
        start += len(line) + 1
    return SourceText(
        source="s",
        raw=words,
        words=words,
        canonical=canonical,
        origins=(*origins, len(words)),
        word_origins=(*origins, len(words)),
        paragraphs=tuple(paragraphs),
        excluded=excluded,
    )


def anchor(name: str, text: SourceText, start: int, end: int) -> Anchor:
    extent = Extent(start=start, end=end)
    return Anchor(
        passage=name, source="s", verdict=Verdict.VERBATIM, exact="", extent=extent, raw=extent, paragraph=1
    )


def found(text: SourceText, words: str, name: str) -> Anchor:
    start = text.canonical.index(words)
    return anchor(name, text, start, start + len(words))


def test_paragraphs_keep_their_numbers_and_the_sources_own_characters() -> None:
    text = text_of(WORDS)
    views = paragraphs_of(text, [])
    assert [(view.number, "".join(piece.text for piece in view.pieces)) for view in views] == [
        (1, "First paragraph here."),
        (2, "Second one … with more."),
        (3, "Third."),
    ]


def test_a_passage_over_two_paragraphs_begins_and_ends_once() -> None:
    text = text_of(WORDS)
    views = paragraphs_of(text, [anchor("p", text, 6, 29)])
    marked = [piece for view in views for piece in view.pieces if piece.passages]
    assert [piece.text for piece in marked] == ["paragraph here.", "Second "]
    assert [piece.begins for piece in marked] == [("p",), ()]
    assert [piece.ends for piece in marked] == [(), ("p",)]


def test_passages_that_overlap_share_the_words_between_them() -> None:
    text = text_of(WORDS)
    views = paragraphs_of(text, [found(text, "First paragraph", "a"), found(text, "paragraph here", "b")])
    assert [(piece.text, piece.passages) for piece in views[0].pieces] == [
        ("First ", ("a",)),
        ("paragraph", ("a", "b")),
        (" here", ("b",)),
        (".", ()),
    ]


def test_a_passage_that_ends_within_what_was_one_character_takes_it_whole() -> None:
    text = text_of(WORDS)
    views = paragraphs_of(text, [found(text, "one .", "p")])
    assert [piece.text for piece in views[1].pieces if piece.passages] == ["one …"]


def test_excluded_regions_carry_their_reason() -> None:
    text = text_of(WORDS, (Excluded(extent=Extent(start=0, end=5), because="rubric"),))
    assert [(piece.text, piece.excluded) for piece in paragraphs_of(text, [])[0].pieces] == [
        ("First", "rubric"),
        (" paragraph here.", ""),
    ]


def test_rows_of_a_table_keep_the_numbers_that_they_have_in_the_file() -> None:
    text = replace(text_of("Month\tPower\n\n2024-01\t61.3"), rows=(1, 3))
    views = paragraphs_of(text, [])
    assert [(view.number, view.pieces[0].text) for view in views] == [
        (1, "Month\tPower"),
        (3, "2024-01\t61.3"),
    ]


def test_of_a_long_table_the_head_and_the_rows_near_passages_are_shown() -> None:
    rows = [ParagraphView(number=n, pieces=(Piece(text=str(n)),)) for n in range(1, 201)]
    rows[99] = ParagraphView(number=100, pieces=(Piece(text="100", passages=("p",)),))
    shown = near_passages(rows)
    assert [row.number for row in shown] == [*range(1, 27), *range(75, 126), 0]
    assert {row.number: row.left_out for row in shown if row.left_out} == {75: 48, 0: 75}


def test_coverage_counts_each_character_once_and_not_what_is_excluded() -> None:
    text = text_of("x" * 100, (Excluded(extent=Extent(start=50, end=100), because="junk"),))
    covered = coverage_of(text, [anchor("a", text, 0, 20), anchor("b", text, 10, 25)])
    assert (covered.used_percent, covered.excluded_percent, covered.passages) == (50, 50, 2)
    assert covered.used == ((0.0, 0.25),)
    assert covered.excluded == ((0.5, 1.0),)


def test_a_source_without_text_is_covered_by_nothing() -> None:
    assert coverage_of(None, []).used_percent == 0


@settings(max_examples=200)
@given(
    st.text(alphabet="ab …\n", min_size=1, max_size=60),
    st.lists(st.tuples(st.integers(0, 60), st.integers(1, 20)), max_size=6),
)
def test_every_visible_character_shows_exactly_once(words: str, spans: list[tuple[int, int]]) -> None:
    text = text_of(words)
    length = len(text.canonical)
    anchors = [
        anchor(str(number), text, start, min(length, start + size))
        for number, (start, size) in enumerate(spans)
        if start < length
    ]
    views = paragraphs_of(text, anchors)
    shown = "".join(piece.text for view in views for piece in view.pieces)
    assert shown.split() == words.split() or "".join(shown.split()) == "".join(words.split())
