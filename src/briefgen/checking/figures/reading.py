"""A cited passage as it is read: its figures, and the changes that it tells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from briefgen.checking.figures.elision import elided
from briefgen.checking.figures.heads import dated, headed
from briefgen.checking.figures.movements import Movement, movements
from briefgen.checking.figures.subjects import Told, told
from briefgen.checking.figures.values import CitedPassage
from briefgen.text.quantities import Quantity, quantities
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPassage:
    """A passage with its figures, as the words around it bend them, by offsets into its own words.

    `elided` are those that leave out their unit, once more with the unit that they leave out, and `headed`
    those with the unit that only the head of their column gives.
    """

    passage: CitedPassage
    figures: tuple[Quantity, ...]
    elided: tuple[Quantity, ...]
    headed: tuple[Quantity, ...]
    movements: tuple[Movement, ...]
    told: tuple[Told, ...]


@lru_cache(maxsize=512)
def read_passage(passage: CitedPassage) -> ReadPassage:
    """The figures of a passage, which many statements may cite."""
    text = f"{passage.before}{passage.exact}{passage.after}"
    read = quantities(text, passage.language)
    figures = tuple(dated(_quoted(read, passage), passage))
    return ReadPassage(
        passage=passage,
        figures=figures,
        elided=tuple(_quoted(elided(text, read), passage)),
        headed=tuple(headed(figures, passage)),
        movements=tuple(movements(figures)),
        told=tuple(_told(text, read, passage)),
    )


def _told(text: str, read: Sequence[Quantity], passage: CitedPassage) -> Iterator[Told]:
    """The subjects of a passage's figures, which the words around it tell too."""
    for one in told(text, read, passage.language):
        for figure in _quoted((one.figure,), passage):
            yield replace(one, figure=figure)


def _quoted(figures: Iterable[Quantity], passage: CitedPassage) -> Iterator[Quantity]:
    """The figures that stand in a passage's own words."""
    start, end = len(passage.before), len(passage.before) + len(passage.exact)
    for figure in figures:
        if start < figure.end and figure.start < end:
            yield replace(figure, start=max(start, figure.start) - start, end=min(end, figure.end) - start)
