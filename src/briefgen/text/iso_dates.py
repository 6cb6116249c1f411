"""Dates as they are typed: ISO 8601, to the year, month or day."""

from __future__ import annotations

from datetime import date


def first_day(iso: str) -> date:
    """The first day of a date that may leave out its day or month."""
    year, month, day = ([int(part) for part in iso.split("-")] + [1, 1])[:3]
    return date(year, month, day)
