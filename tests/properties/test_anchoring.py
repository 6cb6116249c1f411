"""What holds of anchors in any text: a described place is found again, and only there."""

from __future__ import annotations

import re

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefgen.anchoring.describing import NotQuotable, describe
from briefgen.anchoring.locating import Found, locate
from briefgen.anchoring.resolving import resolve
from briefgen.anchoring.tracing import raw_extent, running
from briefgen.diagnostics import Position, Severity, Span, has_errors
from briefgen.model.citation import Source
from briefgen.model.evidence import (
    Extent,
    Passage,
    RangeSelector,
    SourceText,
    TextQuoteSelector,
    Verdict,
)
from briefgen.sources.reading import read
from briefgen.text.boundaries import cut_at
from briefgen.text.normalise import normalise_words

VOCABULARY = (
    "the the a not 12,000 3,800 5 and 8 million troops “troops” Kim’s self-propelled—meat war. war, "
    "60–70 km $2,000 30% café cafe\u0301 снаряды 9 млн 조선인민군은 中国政府 … so\u00adcalled ﬁre (x) x"
)
WORDS = st.sampled_from(VOCABULARY.split())
GAPS = st.sampled_from([" ", " ", " ", "\n", "\n\n", "\u00a0", " — ", "—", ". "])
REPETITIVE = st.lists(st.tuples(WORDS, GAPS), min_size=1, max_size=25).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
TEXTS = REPETITIVE | st.text(min_size=1, max_size=60)


def read_text(raw: str) -> SourceText | None:
    text, _ = read(Source(id="s", type="webpage", title="T", file="a.txt"), raw.encode(), [])
    return text


def words_of(text: SourceText, first: int, count: int) -> Extent | None:
    """Some words of the text that cut nothing; None where there are none so."""
    words = [found.span() for found in re.finditer("[^ \n]+", text.canonical)]
    start, end = words[first % len(words)][0], words[min(first % len(words) + count, len(words)) - 1][1]
    line = running(text.canonical)
    return None if cut_at(line, start) or cut_at(line, end) else Extent(start=start, end=end)


@settings(max_examples=500)
@given(TEXTS, st.integers(0, 30), st.integers(1, 6))
def test_a_described_passage_is_found_where_it_was(raw: str, first: int, count: int) -> None:
    text = read_text(raw)
    assume(text is not None)
    assert text is not None
    extent = words_of(text, first, count)
    assume(extent is not None)
    assert extent is not None
    location = locate(describe(extent, text), text)
    assert isinstance(location, Found)
    assert location.extent == extent
    assert location.verdict in (Verdict.VERBATIM, Verdict.NORMALISED)


@settings(max_examples=300)
@given(REPETITIVE, st.integers(0, 30), st.integers(1, 6))
def test_what_is_found_says_the_same_words(raw: str, first: int, count: int) -> None:
    """The raw text at an anchor has the canonical form of the quotation."""
    text = read_text(raw)
    assume(text is not None)
    assert text is not None
    extent = words_of(text, first, count)
    assume(extent is not None)
    assert extent is not None
    there = raw_extent(text, extent)
    assert (
        normalise_words(text.raw[there.start : there.end])
        == running(text.canonical)[extent.start : extent.end]
    )


@settings(max_examples=300)
@given(REPETITIVE, st.integers(0, 30), st.integers(1, 6), WORDS)
def test_words_that_are_not_in_the_text_are_never_found(
    raw: str, first: int, count: int, strange: str
) -> None:
    text = read_text(raw)
    assume(text is not None)
    assert text is not None
    extent = words_of(text, first, count)
    assume(extent is not None)
    assert extent is not None
    quoted = f"{text.canonical[extent.start : extent.end]} {strange}"
    if normalise_words(quoted) not in running(text.canonical):
        assert not isinstance(locate(TextQuoteSelector(exact=quoted), text), Found)


@settings(max_examples=200)
@given(REPETITIVE, st.integers(0, 100), st.integers(0, 100))
def test_only_whole_words_can_be_described(raw: str, start: int, length: int) -> None:
    text = read_text(raw)
    assume(text is not None)
    assert text is not None
    extent = Extent(start=start, end=start + length)
    assume(extent.end <= len(text.canonical))
    try:
        selector = describe(extent, text)
    except NotQuotable:
        return
    line = running(text.canonical)
    assert selector.exact
    assert not cut_at(line, extent.start)
    assert not cut_at(line, extent.end)


SPAN = Span(file="outline.yaml", start=Position(line=1, column=1), end=Position(line=1, column=2))
QUOTED = st.lists(WORDS | st.text(max_size=8), max_size=8).map(" ".join)


@settings(max_examples=300, deadline=2000)
@given(TEXTS, QUOTED, QUOTED, st.booleans())
def test_every_passage_comes_to_an_anchor_or_to_one_error(
    raw: str, first: str, second: str, ranged: bool
) -> None:
    text = read_text(raw)
    assume(text is not None)
    assert text is not None
    selector = (
        RangeSelector(start=first, end=second) if ranged else TextQuoteSelector(exact=first, prefix=second)
    )
    asked = Passage(id="p", source="s", selector=selector)
    anchor, diagnostics = resolve(asked, text, SPAN)
    if anchor is None:
        assert [found.severity for found in diagnostics] == [Severity.ERROR]
        assert diagnostics[0].code.startswith("AN3")
        assert diagnostics[0].message
    else:
        assert anchor.verdict.accepted
        assert not has_errors(diagnostics)
        assert normalise_words(first) in normalise_words(anchor.exact)
