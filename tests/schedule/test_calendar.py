"""When briefs are due, above all on the days when clocks change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.schedule.calendar import Calendar, NotACalendar, calendar, instant_of


def utc(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=UTC)


def shown(slots: list[datetime], of: Calendar) -> list[str]:
    return [f"{slot.astimezone(of.zone):%d %H:%M %Z}" for slot in slots]


def following(of: Calendar, start: datetime, count: int) -> list[datetime]:
    found: list[datetime] = []
    for _ in range(count):
        slot = of.following(found[-1] if found else start)
        assert slot is not None
        found.append(slot)
    return found


CHANGES = [
    pytest.param(
        "30 3 * * *",
        "Europe/Helsinki",
        "2025-03-29 00:00",
        ["29 03:30 EET", "30 04:00 EEST", "31 03:30 EEST"],
        id="Helsinki skips 03:30",
    ),
    pytest.param(
        "30 3 * * *",
        "Europe/Helsinki",
        "2025-10-25 00:00",
        ["25 03:30 EEST", "26 03:30 EEST", "27 03:30 EET"],
        id="Helsinki repeats 03:30",
    ),
    pytest.param(
        "30 2 * * *",
        "America/New_York",
        "2025-03-08 00:00",
        ["08 02:30 EST", "09 03:00 EDT", "10 02:30 EDT"],
        id="New York skips 02:30",
    ),
    pytest.param(
        "30 1 * * *",
        "America/New_York",
        "2025-11-01 00:00",
        ["01 01:30 EDT", "02 01:30 EDT", "03 01:30 EST"],
        id="New York repeats 01:30",
    ),
    pytest.param(
        "*/30 * * * *",
        "Europe/Helsinki",
        "2025-03-30 00:00",
        ["30 02:30 EET", "30 04:00 EEST", "30 04:30 EEST"],
        id="a skipped hour of half hours is one slot",
    ),
    pytest.param(
        "*/30 * * * *",
        "Europe/Helsinki",
        "2025-10-26 00:00",
        ["26 03:30 EEST", "26 04:00 EET", "26 04:30 EET"],
        id="a repeated hour of half hours runs once",
    ),
    pytest.param(
        "0 12 * * *",
        "Pacific/Apia",
        "2011-12-28 23:00",
        ["29 12:00 -10", "31 00:00 +14", "31 12:00 +14"],
        id="a whole day skipped",
    ),
]


@pytest.mark.parametrize(("cron", "zone", "start", "expected"), CHANGES)
def test_clock_changes(cron: str, zone: str, start: str, expected: list[str]) -> None:
    of = calendar(cron, zone)
    slots = following(of, utc(start), len(expected))
    assert shown(slots, of) == expected
    for slot in slots:
        assert of.latest(slot) == slot


def test_during_the_repeated_hour_the_last_slot_is_the_one_before() -> None:
    of = calendar("*/30 * * * *", "Europe/Helsinki")
    second_pass = utc("2025-10-26 01:45")
    assert shown([second_pass], of) == ["26 03:45 EET"]
    latest = of.latest(second_pass)
    assert latest is not None
    assert shown([latest], of) == ["26 03:30 EEST"]


def test_the_29th_of_february_comes_in_leap_years() -> None:
    of = calendar("0 6 29 2 *", "UTC")
    assert [slot.year for slot in following(of, utc("2025-01-01 00:00"), 3)] == [2028, 2032, 2036]
    latest = of.latest(utc("2025-01-01 00:00"))
    assert latest == utc("2024-02-29 06:00")


def test_slots_between_two_are_counted() -> None:
    of = calendar("0 6 * * *", "Europe/Helsinki")
    start, end = utc("2025-01-10 04:00"), utc("2025-01-13 04:00")
    assert of.between(start, end, 100) == 2
    assert of.between(start, utc("2026-01-13 04:00"), 100) == 100


@pytest.mark.parametrize(
    ("cron", "zone", "said"),
    [
        ("0 6 * *", "UTC", "has 4 fields; cron has five: minute hour day month weekday"),
        ("61 6 * * *", "UTC", "no cron expression"),
        ("0 0 30 2 *", "UTC", "no cron expression that ever comes true"),
        ("R 6 * * *", "UTC", "leaves a field to chance"),
        ("H 6 * * *", "UTC", "leaves a field to chance"),
        ("0 6 * * *", "Mars/Phobos", "“Mars/Phobos” is no IANA time zone, such as Europe/Helsinki"),
        ("0 6 * * *", "../../etc/passwd", "is no IANA time zone"),
        ("0 6 * * *", "", "is no IANA time zone"),
    ],
)
def test_what_means_nothing_is_refused_in_words(cron: str, zone: str, said: str) -> None:
    with pytest.raises(NotACalendar, match=said.replace("(", r"\(")):
        calendar(cron, zone)


CRONS = st.sampled_from(
    ["*/15 * * * *", "30 3 * * *", "0 0 * * *", "17 2,3 * * 0", "0 */3 1 * *", "59 23 * * 1-5", "@hourly"]
)
ZONES = st.sampled_from(
    ["Europe/Helsinki", "America/New_York", "Australia/Lord_Howe", "Asia/Seoul", "UTC", "Africa/Casablanca"]
)
MOMENTS = st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1)).map(
    lambda moment: moment.replace(tzinfo=UTC, microsecond=0)
)


@settings(max_examples=300)
@given(cron=CRONS, zone=ZONES, now=MOMENTS)
def test_the_last_slot_and_the_next_one_enclose_the_moment(cron: str, zone: str, now: datetime) -> None:
    of = calendar(cron, zone)
    latest, after = of.latest(now), of.following(now)
    assert latest is not None and after is not None
    assert latest <= now < after
    assert of.following(latest) == after
    assert of.latest(after) == after
    assert of.latest(after - timedelta(seconds=1)) == latest


@settings(max_examples=200)
@given(zone=ZONES, wall=st.datetimes(datetime(2015, 1, 1), datetime(2030, 1, 1)))
def test_every_wall_time_has_one_instant_and_time_never_runs_back(zone: str, wall: datetime) -> None:
    wall = wall.replace(second=0, microsecond=0)
    there = ZoneInfo(zone)
    instant = instant_of(wall, there)
    local = instant.astimezone(there).replace(tzinfo=None, fold=0)
    assert local >= wall
    assert local - wall <= timedelta(hours=2)
    assert instant_of(wall + timedelta(days=1), there) > instant
