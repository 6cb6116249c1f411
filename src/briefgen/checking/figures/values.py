"""What the figure check takes, and what it gives."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

from briefgen.assembling.assembly import CitedStretch
from briefgen.diagnostics import Diagnostic, Span
from briefgen.model.review import FigureStatus
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckedText:
    """A statement's words, and the place of any piece of them; `span_of` takes offsets into `text`.

    `foresees_from` is the day of a judgement, which may look ahead from there without a passage for how far.
    `stretches` say which passages are cited for which words; without any, all are cited for all.
    """

    text: str
    span_of: Callable[[int, int], Span | None]
    language: str = "en"
    foresees_from: date | None = None
    stretches: tuple[CitedStretch, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A cell of a table by offsets into a passage's words, with the head of its column and the caption."""

    start: int
    end: int
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedPassage:
    """A passage that the statement cites: `exact` are the source's own words.

    `before` and `after` are what stands around them in their paragraph: "around 3,800" remains an estimate
    where only "3,800" is quoted. `dates` belong to it without standing in its words, such as the date of
    publication or `as-of`: ISO 8601, to the year, month or day. `columns` are the cells of a table in it.
    """

    id: str
    exact: str
    language: str = "en"
    before: str = ""
    after: str = ""
    dates: tuple[str, ...] = ()
    columns: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedFigure:
    """A figure that a formula gives; `working` is how, as a reader follows it: “12,000 × $2,000 × 12”.

    `language` is the brief's, which the unit may be written in.
    """

    name: str
    low: Fraction
    high: Fraction
    unit: str
    working: str
    language: str = "en"


@dataclass(frozen=True, slots=True, kw_only=True)
class FigurePlace:
    """A figure in a passage, by offsets into its exact words."""

    passage: str
    start: int
    end: int
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFinding:
    """What became of one figure of a statement; offsets are into the statement's text.

    `place` is where a passage holds it, or where the nearest figure stands; `remark` says the rest in words.
    """

    start: int
    end: int
    shown: str
    status: FigureStatus
    place: FigurePlace | None = None
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureReport:
    """All findings on one statement, in order of place, and the diagnostics that follow from them."""

    findings: tuple[FigureFinding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
