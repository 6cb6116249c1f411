"""Times that a statement compares with: "three times what it was in 2019" says what happened since."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.text.quantities import Approximation, Quantity
from briefgen.text.quantities.patterns import GAP

_WINDOW = 40
_COMPARED = re.compile(
    rf"(?<!\w)(?:what{GAP}+(?:it|they){GAP}+(?:was|were){GAP}+in|than{GAP}+in|(?:as|that|those){GAP}+in"
    rf"|compared{GAP}+(?:with|to)|(?:on|from){GAP}+the{GAP}+level{GAP}+of){GAP}+\Z",
    re.IGNORECASE,
)


def with_baselines(text: str, figures: Sequence[Quantity]) -> Iterator[Quantity]:
    """The figures of a statement, its dates that are compared with as those since which something changed."""
    for figure in figures:
        dated = figure.kind in ("date", "year") and not figure.approximation and not figure.spanned
        compared = dated and _COMPARED.search(text, max(0, figure.start - _WINDOW), figure.start)
        yield replace(figure, approximation=Approximation.AT_LEAST) if compared else figure
