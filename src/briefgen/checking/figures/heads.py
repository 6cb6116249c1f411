"""Units that stand only at the head of a table's column: 31.5 below “Cargo (million tonnes)”."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.checking.figures.values import CitedPassage
from briefgen.text.quantities import Quantity, quantities

_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]+)[)\]]")
_IN = re.compile(r"(?:in|en|im|в)\s+", re.IGNORECASE)


def headed(figures: Sequence[Quantity], passage: CitedPassage) -> Iterator[Quantity]:
    """The bare figures of a passage's cells once more, each with the unit of its column or of the table."""
    for figure in figures if passage.columns else ():
        above = [head for one in passage.columns if one.start <= figure.start < one.end for head in one.heads]
        bare = figure.kind == "number" and not (figure.unit or figure.in_words)
        units = [unit for head in above for unit in _units(head, passage.language)] if bare else []
        if units:
            one, *_ = units
            low, high = figure.low * one.low, figure.high * one.low
            yield replace(figure, low=low, high=high, kind=one.kind, unit=one.unit, per=one.per)


def _units(head: str, language: str) -> Iterator[Quantity]:
    """One of each unit that a head names: in brackets, behind a comma or “in”, or alone."""
    for words in (*_IN_BRACKETS.findall(head), *re.split(r",| in ", head)[-1:]):
        one = f"1 {_IN.sub('', words.strip(), count=1)}"
        read = quantities(one, language)
        if len(read) == 1 and read[0].shown == one and (read[0].kind != "number" or read[0].low > 1):
            yield read[0]
