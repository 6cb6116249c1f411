"""Sources as a register describes them, in the names of the Citation Style Language (CSL)."""

from __future__ import annotations

from typing import Literal

from briefgen.values import dataclass

Reliability = Literal["A", "B", "C", "D", "E", "F"]
Credibility = Literal[1, 2, 3, 4, 5, 6]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceGrade:
    """How far a source can be relied on, and the reason."""

    grade: Reliability
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemGrade:
    """How credible one item is, judged apart from its source, and the reason."""

    grade: Credibility
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (`family`, `given`) or a body (`literal`)."""

    family: str = ""
    given: str = ""
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A known error in a source: what it says, and what is right or why it is doubtful."""

    says: str
    remark: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One source of the register. Dates are ISO 8601, to the year, month or day; empty is "not captured"."""

    id: str
    type: str
    title: str
    file: str
    authors: tuple[Name, ...] = ()
    issued: str = ""
    accessed: str = ""
    publisher: str = ""
    container_title: str = ""
    url: str = ""
    language: str = ""
    short_title: str = ""
    descriptor: str = ""
    remark: str = ""
    reliability: SourceGrade | None = None
    corrections: tuple[Correction, ...] = ()
