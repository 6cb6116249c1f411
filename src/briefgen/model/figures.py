"""Quantities of a brief: what each source says of them, what follows by computation, where voices part."""

from __future__ import annotations

from enum import StrEnum
from fractions import Fraction

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceReading:
    """What one passage says of a figure, exactly; `low` equals `high` for a point. `shown` is for readers."""

    passage: str
    low: Fraction
    high: Fraction
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Computed:
    """A figure's value by its formula; `working` shows the computation: “12,000 × $2,000 × 12”."""

    low: Fraction
    high: Fraction
    shown: str
    working: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A quantity with its readings, in the order of the outline, and its computed value, if it has one."""

    id: str
    label: str
    unit: str
    readings: tuple[SourceReading, ...] = ()
    computed: Computed | None = None
    remark: str = ""


class Agreement(StrEnum):
    """How the voices on one figure stand to each other; passages of one origin are one voice."""

    SINGLE = "one voice"
    SAME = "agree"
    OVERLAP = "overlap"
    CONFLICT = "conflict"
