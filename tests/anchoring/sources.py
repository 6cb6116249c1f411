"""Sources and passages made for the tests of anchoring."""

from __future__ import annotations

from briefgen.diagnostics import Position, Span
from briefgen.model.citation import Source
from briefgen.model.evidence import Passage, Selector, SourceText, TextQuoteSelector
from briefgen.sources.exclusion import Exclusion
from briefgen.sources.reading import read

SPAN = Span(file="outline.yaml", start=Position(line=7, column=12), end=Position(line=7, column=40))


def source_text(*paragraphs: str, excluded: str = "", source: str = "report") -> SourceText:
    exclusions = [Exclusion(start=excluded, end="", because="an advert", span=SPAN)] if excluded else []
    described = Source(id=source, type="report", title="A report", file="report.txt")
    text, diagnostics = read(described, "\n\n".join(paragraphs).encode(), exclusions)
    assert text is not None
    assert diagnostics == []
    return text


def passage(selector: Selector | str, name: str = "p") -> Passage:
    chosen = TextQuoteSelector(exact=selector) if isinstance(selector, str) else selector
    return Passage(id=name, source="report", selector=chosen)


TEXT = source_text(
    "Losses at the front",
    "North Korea’s losses are estimated at around 3,800 killed and wounded—roughly 30% of the force.",
    "In spring, losses are estimated at around 500 men. The force had been sent in autumn, to gain real "
    "combat experience, and was not withdrawn.",
    "Buy now: real combat boots",
    "The minister said that the losses would “likely” rise. He did not say when, or by how much they might.",
    excluded="Buy now: real combat boots",
)
