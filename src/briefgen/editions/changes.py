"""What became different between two editions, as values."""

from __future__ import annotations

from typing import Literal

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementChange:
    """A judgement that is new, was dropped or reworded, or is held with another likelihood or confidence.

    `before` and `after` are in words: “likely (55–80%)”, “low”; for a new or dropped judgement they are its
    likelihood and confidence together, on one side only; for a reworded one they are its words.
    """

    block: str
    words: str
    kind: Literal["new", "dropped", "reworded", "likelihood", "confidence"]
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureChange:
    """A figure that moved, by one voice: `by` is the source's short title, or “computed”.

    `before` is empty for a new figure or voice, `after` for one that fell away.
    """

    figure: str
    label: str
    by: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChange:
    """A statement added, removed or reworded; `block` is its place today, `section` the title above it."""

    kind: Literal["added", "removed", "reworded"]
    what: str
    section: str
    block: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChange:
    """A source that came, went, or whose bytes changed while `standing` of the passages quoted stood."""

    kind: Literal["new", "altered", "withdrawn"]
    source: str
    title: str
    standing: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageChange:
    """A passage that stands elsewhere in its source, or is no longer found; places in words."""

    kind: Literal["moved", "broken"]
    passage: str
    quoted: str
    title: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All that became different since the edition `since`, whose date of information was `since_as_of`."""

    since: str
    since_as_of: str
    judgements: tuple[JudgementChange, ...] = ()
    figures: tuple[FigureChange, ...] = ()
    statements: tuple[StatementChange, ...] = ()
    sources: tuple[SourceChange, ...] = ()
    passages: tuple[PassageChange, ...] = ()

    @property
    def count(self) -> int:
        """How many changes there are."""
        kinds = (self.judgements, self.figures, self.statements, self.sources, self.passages)
        return sum(map(len, kinds))
