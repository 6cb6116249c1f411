"""Dates as they are typed."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.text.iso_dates import first_day


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2024-03-31", date(2024, 3, 31)),
        ("2024-03", date(2024, 3, 1)),
        ("2024", date(2024, 1, 1)),
    ],
)
def test_what_a_date_leaves_out_begins_at_its_first(typed: str, day: date) -> None:
    assert first_day(typed) == day
