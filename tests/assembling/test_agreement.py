"""How voices on one figure stand to each other."""

from __future__ import annotations

from fractions import Fraction

import pytest

from briefgen.assembling.figures import agreement
from briefgen.model.evidence import Passage, TextQuoteSelector
from briefgen.model.figures import Agreement, SourceReading


def voice(place: int, said: str, origin: str = "") -> tuple[Passage, SourceReading]:
    """A passage of a source of its own; `said` is "low..high: words", the words where they differ."""
    span, _, shown = said.partition(": ")
    low, _, high = span.partition("..")
    name = f"p{place}"
    passage = Passage(id=name, source=f"s{place}", selector=TextQuoteSelector(exact=shown), origin=origin)
    reading = SourceReading(
        passage=name, low=Fraction(low), high=Fraction(high or low), shown=shown or span.replace("..", "–")
    )
    return passage, reading


def standing(*said: str, origins: tuple[str, ...] = ()) -> Agreement:
    voices = [
        voice(place, words, origins[place] if place < len(origins) else "")
        for place, words in enumerate(said)
    ]
    return agreement([reading for _, reading in voices], {passage.id: passage for passage, _ in voices})


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (["12000"], Agreement.SINGLE),
        (["12000", "12000"], Agreement.SAME),
        (["12000", "12000: about 12,000"], Agreement.SAME),
        (["5..8", "9"], Agreement.CONFLICT),
        (["5..8", "7"], Agreement.OVERLAP),
        (["5..8", "8..9"], Agreement.OVERLAP),
        (["200: over 200", "288"], Agreement.OVERLAP),
        (["200: over 200", "180"], Agreement.CONFLICT),
        (["200: up to 200", "180"], Agreement.OVERLAP),
        (["12000: about 12,000", "11800"], Agreement.OVERLAP),
        (["12000: about 12,000", "11000"], Agreement.CONFLICT),
        (["12000", "11800"], Agreement.CONFLICT),
        (["300: over 300", "200: up to 200"], Agreement.CONFLICT),
        (["300: nearly 300", "290"], Agreement.OVERLAP),
        (["5..8", "7..9", "8..10"], Agreement.OVERLAP),
        (["5..6", "6..8", "8..10"], Agreement.CONFLICT),
    ],
)
def test_voices_agree_overlap_or_part(said: list[str], expected: Agreement) -> None:
    assert standing(*said) is expected
    assert standing(*reversed(said)) is expected


def test_one_origin_told_twice_is_one_voice() -> None:
    assert standing("12000", "12000", origins=("report", "report")) is Agreement.SINGLE
    assert standing("9", "9", "5..8", origins=("report", "report", "")) is Agreement.CONFLICT
