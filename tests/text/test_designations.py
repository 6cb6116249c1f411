"""Names with digits in them."""

from __future__ import annotations

import pytest

from briefgen.text.designations import designations
from briefgen.text.quantities import quantities


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("50 M-1989 guns and 20 M1991s", ["M1989", "M1991"]),
        ("Hwasong-17, Hwasong 18 and KN-23", ["HWASONG17", "HWASONG18", "KN23"]),
        ("F-16s, T-72B3, Su-35s and B52H", ["F16", "T72B3", "SU35", "B52H"]),
        ("a 9M133 and a 2S7", ["9M133", "2S7"]),
        ("Resolution 2270, Room 39 and Article 5", ["RESOLUTION2270", "ROOM39", "ARTICLE5"]),
        ("COVID-19 and the G7 in UNITED24", ["COVID19", "G7", "UNITED24"]),
        ("170mm, 5m, 10GW, mid-2023, Q1 2024, the 1990s, 20-25%, USD200", []),
        ("see https://example.org/M1991 or analyst99@example.org", []),
        ("12,000 men on 1 December 2024 at 14:30", []),
    ],
)
def test_designations_are_told_from_figures(text: str, keys: list[str]) -> None:
    found = designations(text, quantities(text))
    assert [name.key for name in found] == keys
    assert [text[name.start : name.end] for name in found] == [name.shown for name in found]


def test_names_of_one_family_share_a_pattern() -> None:
    one, other, stranger = designations("M-1989, M-1991, KN-23", figures=[])
    assert one.pattern == other.pattern != stranger.pattern
