"""What a reviewer is told beside the brief: findings, figures found, and where sources part."""

from __future__ import annotations

from typing import Literal

from briefgen.diagnostics import Severity
from briefgen.values import dataclass

FigureStatus = Literal["found in the passage", "rounded", "computed", "differs", "not found"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a check says of one block of the document; an empty `block` is about the whole brief."""

    block: str
    severity: Severity
    code: str
    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureFound:
    """A figure as a block writes it, what became of it, and the passages that hold it or come nearest.

    `remark` says the rest in words: how it was computed, what was rounded, what the passage says instead.
    """

    block: str
    shown: str
    status: FigureStatus
    passages: tuple[str, ...] = ()
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What one passage says of a disputed matter, in words: "5–8 million"."""

    passage: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispute:
    """A matter on which passages part, and the block of the brief that lays it out, if one does."""

    matter: str
    voices: tuple[Voice, ...]
    block: str = ""
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """All that the checks say of one document. `recheck` holds passages that a person should look at anew."""

    findings: tuple[Finding, ...] = ()
    figures: tuple[FigureFound, ...] = ()
    disputes: tuple[Dispute, ...] = ()
    recheck: frozenset[str] = frozenset()
