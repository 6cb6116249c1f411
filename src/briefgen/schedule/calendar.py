"""When a brief is due: cron on the wall clock of a time zone, each slot an instant of its own.

A wall time that a clock change skips is due at the instant the clock goes on; one that it repeats is due at
its first occurrence only. Several skipped slots come to one instant, and are one slot.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from briefgen.values import dataclass

if TYPE_CHECKING:
    from croniter import croniter

_SECOND = timedelta(seconds=1)


class NotACalendar(ValueError):
    """The cron fields mean nothing, or never come true; the message says why."""


class NoSuchZone(NotACalendar):
    """The time zone is not one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """Cron fields (minute, hour, day, month, weekday) in a time zone. Made by `calendar`."""

    cron: str
    zone: ZoneInfo

    def latest(self, now: datetime) -> datetime | None:
        """The last slot at or before `now`, in UTC; None where there never was one."""
        wall = _wall(now, self.zone)
        repeated = _repetition(wall, self.zone)
        for slot in self._walls(wall + repeated + _SECOND, _backwards):
            instant = instant_of(slot, self.zone)
            if instant <= now:
                return instant
        return None

    def following(self, now: datetime) -> datetime | None:
        """The first slot after `now`, in UTC; None where there never will be one."""
        for slot in self._walls(_wall(now, self.zone), _forwards):
            instant = instant_of(slot, self.zone)
            if instant > now:
                return instant
        return None

    def between(self, start: datetime, end: datetime, most: int) -> int:
        """How many slots lie after `start` and before `end`, counted up to `most`."""
        count, slot = 0, self.following(start)
        while slot is not None and slot < end and count < most:
            count, slot = count + 1, self.following(slot)
        return count

    def _walls(self, start: datetime, step: Callable[[croniter], datetime]) -> Iterator[datetime]:
        from croniter import CroniterBadDateError, croniter

        steps = croniter(self.cron, start, ret_type=datetime)
        while True:
            try:
                yield step(steps)
            except (CroniterBadDateError, OverflowError):
                return


def calendar(cron: str, timezone: str) -> Calendar:
    """The calendar of five cron fields, or of a name such as `@daily`, in an IANA time zone.

    Raises:
        NotACalendar: where the fields are none, or no day ever comes, as on 30 February.
        NoSuchZone: where the time zone is none.
    """
    from croniter import CroniterError, croniter

    try:
        zone = ZoneInfo(timezone)
    except (KeyError, ValueError, OSError) as failure:
        raise NoSuchZone(f"“{timezone}” is no IANA time zone, such as Europe/Helsinki") from failure
    fields = cron.split()
    if any(field.upper().startswith(("R", "H")) for field in fields):
        raise NotACalendar(f"“{cron}” leaves a field to chance; write the minute and hour that you mean")
    if len(fields) != 5 and not cron.startswith("@"):
        counted = f"{len(fields)} field{'' if len(fields) == 1 else 's'}"
        raise NotACalendar(f"“{cron}” has {counted}; cron has five: minute hour day month weekday")
    try:
        croniter(cron, datetime(2000, 1, 1), ret_type=datetime).get_next()
    except (CroniterError, ValueError, KeyError, TypeError) as failure:
        raise NotACalendar(f"“{cron}” is no cron expression that ever comes true: {failure}") from failure
    return Calendar(cron=cron, zone=zone)


def instant_of(wall: datetime, zone: ZoneInfo) -> datetime:
    """The instant, in UTC, of a wall time: its first occurrence, or the end of the gap that it falls in."""
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if _wall(first, zone) == wall:
        return first
    later = wall.replace(tzinfo=zone, fold=1).astimezone(UTC)
    low, high = sorted((first, later))
    offset = low.astimezone(zone).utcoffset()
    while high - low > _SECOND:
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == offset:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)


def _repetition(wall: datetime, zone: ZoneInfo) -> timedelta:
    """How much longer the wall times run that occurred before this one and come again after it."""
    first, second = (wall.replace(tzinfo=zone, fold=fold).utcoffset() for fold in (0, 1))
    assert first is not None and second is not None
    return max(first - second, timedelta())


def _wall(instant: datetime, zone: ZoneInfo) -> datetime:
    return instant.astimezone(zone).replace(tzinfo=None, fold=0)


def _backwards(steps: croniter) -> datetime:
    found: datetime = steps.get_prev()
    return found


def _forwards(steps: croniter) -> datetime:
    found: datetime = steps.get_next()
    return found
