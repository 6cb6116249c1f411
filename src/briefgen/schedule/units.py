"""What a machine must be told so that it runs the scheduler: systemd units, a crontab line, a workflow.

All of them run `briefgen schedule run` often enough; the ledger decides what is due.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from briefgen.schedule.calendar import Calendar
from briefgen.values import dataclass

_DAYS = ("Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


@dataclass(frozen=True, slots=True, kw_only=True)
class Installed:
    """What is to be run: a program with arguments, all paths absolute, in the workspace's root."""

    program: Sequence[str]
    root: Path
    calendars: Sequence[Calendar]


def systemd(installed: Installed, name: str) -> dict[str, str]:
    """A service and a timer by file name, for `/etc/systemd/system` or `~/.config/systemd/user`.

    The timer fires at every slot, and every hour besides: then a changed schedule, a slot that a clock
    change skipped or a machine that slept costs an hour at most.
    """
    moments = dict.fromkeys(line for calendar in installed.calendars for line in on_calendar(calendar))
    return {
        f"{name}.service": "\n".join(
            [
                "[Unit]",
                f"Description=Make the briefs that are due in {_unit_text(str(installed.root))}",
                "Documentation=man:systemd.timer(5)",
                "",
                "[Service]",
                "Type=oneshot",
                f"WorkingDirectory={_unit_text(str(installed.root))}",
                f"ExecStart={' '.join(map(_unit_word, installed.program))}",
                "Nice=10",
                "",
            ]
        ),
        f"{name}.timer": "\n".join(
            [
                "[Unit]",
                f"Description=When briefs are due in {_unit_text(str(installed.root))}",
                "",
                "[Timer]",
                *(f"OnCalendar={moment}" for moment in (*moments, "hourly")),
                "Persistent=true",
                "AccuracySec=1s",
                "",
                "[Install]",
                "WantedBy=timers.target",
                "",
            ]
        ),
    }


def crontab(installed: Installed) -> str:
    """A line for `crontab -e`. Cron's own clock does not matter: the ledger knows each brief's time zone.

    Cron sends a mail of whatever is printed. What went well is not worth one; warnings and failures, which
    go to standard error, are.
    """
    minutes = {minute for calendar in installed.calendars for minute in _values(calendar, 0, range(60))}
    step = next(step for step in (15, 10, 5, 1) if all(minute % step == 0 for minute in minutes))
    every = f"*/{step}" if step > 1 else "*"
    command = shlex.join(installed.program).replace("%", r"\%")
    folder = shlex.quote(str(installed.root)).replace("%", r"\%")
    return f"{every} * * * * cd {folder} && {command} >/dev/null\n"


def github_actions(installed: Installed, outlines: Sequence[str]) -> str:
    """A workflow for `.github/workflows/briefs.yml`. The cache carries editions and ledger from run to run.

    Its cron is in UTC: every slot of the year to come is among its times, whatever the season.
    """
    moments = sorted({moment for calendar in installed.calendars for moment in _in_utc(calendar)})
    crons = "\n".join(f'    - cron: "{minute} {hours} * * *"' for minute, hours in _joined(moments))
    run = shlex.join(["briefgen", "schedule", "run", *outlines])
    return f"""\
name: Briefs
on:
  schedule:
{crons}
  workflow_dispatch: {{}}
concurrency: briefs
jobs:
  briefs:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-python@v5
        with:
          python-version: "3.12"
      - run: pip install briefgen
      - uses: actions/cache@v4
        with:
          path: outputs
          key: briefs-${{{{ github.run_id }}}}
          restore-keys: briefs-
      - run: {run}
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: briefs
          path: outputs/*/latest/
"""


def on_calendar(calendar: Calendar) -> list[str]:
    """A calendar in systemd's words. Where cron gives days both of month and of week, either will do."""
    minutes, hours, days, months, weekdays = _fields(calendar)
    if minutes is None or hours is None or days is None or months is None or weekdays is None:
        return ["*:0/5"]
    month = _listed(months, range(1, 13), 2)
    time = f"{_listed(hours, range(24), 2)}:{_listed(minutes, range(60), 2)}:00"
    zone = calendar.zone.key
    some_days, some_weekdays = len(days) < 31, len(set(weekdays)) < 7
    lines = []
    if some_weekdays:
        names = ",".join(dict.fromkeys(_DAYS[day] for day in weekdays))
        lines.append(f"{names} *-{month}-* {time} {zone}")
    if some_days or not some_weekdays:
        lines.append(f"*-{month}-{_listed(days, range(1, 32), 2)} {time} {zone}")
    return lines


def _fields(calendar: Calendar) -> list[list[int] | None]:
    """The values of each cron field; None where they are not plain numbers, as “the last day”."""
    ranges = (range(60), range(24), range(1, 32), range(1, 13), range(7))
    return [_plain(calendar, index, whole) for index, whole in enumerate(ranges)]


def _plain(calendar: Calendar, index: int, whole: Iterable[int]) -> list[int] | None:
    from croniter import croniter

    if "#" in calendar.cron or "l" in calendar.cron.lower().split()[-1]:
        return None
    expanded = croniter(calendar.cron).expanded[index]
    if "*" in expanded:
        return list(whole)
    return sorted(expanded) if all(isinstance(value, int) for value in expanded) else None


def _values(calendar: Calendar, index: int, whole: range) -> list[int]:
    found = _fields(calendar)[index]
    return list(whole) if found is None else found


def _listed(values: Sequence[int], whole: Sequence[int], width: int) -> str:
    return "*" if len(values) == len(whole) else ",".join(f"{value:0{width}}" for value in values)


def _in_utc(calendar: Calendar) -> set[tuple[int, int]]:
    """Minutes and hours in UTC at which slots of a year fall."""
    found: set[tuple[int, int]] = set()
    start = datetime(2025, 1, 1, tzinfo=UTC)
    for day in range(0, 366, 7):
        slot = calendar.following(start + timedelta(days=day))
        for _ in range(60 * 24):
            if slot is None or slot > start + timedelta(days=day + 7):
                break
            found.add((slot.minute, slot.hour))
            slot = calendar.following(slot)
    return found


def _joined(moments: Sequence[tuple[int, int]]) -> list[tuple[str, str]]:
    """Moments as cron fields: minutes of the same hours together."""
    hours: dict[int, list[int]] = {}
    for minute, hour in moments:
        hours.setdefault(minute, []).append(hour)
    minutes: dict[str, list[int]] = {}
    for minute, held in hours.items():
        minutes.setdefault(_listed(held, range(24), 1), []).append(minute)
    return [(_listed(held, range(60), 1), hour) for hour, held in minutes.items()]


def _unit_text(text: str) -> str:
    return text.replace("%", "%%")


def _unit_word(word: str) -> str:
    """A word of a command line in a unit file: specifiers and variables stand for themselves."""
    plain = _unit_text(word).replace("\\", "\\\\").replace("$", "$$").replace('"', '\\"')
    return f'"{plain}"' if not plain or any(sign in plain for sign in " \t;'") else plain
