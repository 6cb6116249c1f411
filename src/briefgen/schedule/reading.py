"""The schedule of each outline, read from it, or from the ledger where the outline can no longer be read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.editions.archive import outputs_folder
from briefgen.editions.workspace import Workspace, workspace_of
from briefgen.outline.decode import decode
from briefgen.outline.written import WrittenSchedule
from briefgen.schedule.calendar import Calendar, NoSuchZone, NotACalendar, calendar
from briefgen.schedule.ledger import Ledger, StatedSchedule
from briefgen.schedule.telling import untold
from briefgen.values import dataclass
from briefgen.world import ReadableWorld, World, WorldError

STATE = ".schedule"
"""The folder, among the outputs, of the ledger and its lock."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An outline, its workspace, the folder its editions go to, and the name it has in the ledger there.

    The name is the outline's path as seen from beside the outputs, the same whoever runs the scheduler.
    """

    outline: Path
    space: Workspace
    outputs: Path
    brief: str

    @property
    def ledger(self) -> Path:
        """The ledger's file."""
        return self.outputs / STATE / "ledger.sqlite"

    @property
    def lock(self) -> Path:
        """What a scheduler holds while it works."""
        return self.outputs / STATE / "lock"


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheduled:
    """A brief that is made by the calendar.

    `found` says why its outline, of that `text`, can no longer be read, if so; the schedule is then the one
    that it had.
    """

    place: Place
    calendar: Calendar
    stated: StatedSchedule
    found: tuple[Diagnostic, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreadable:
    """An outline whose schedule cannot be read now: it never could, or its former one is not due."""

    place: Place
    found: tuple[Diagnostic, ...]
    text: str


def places(
    outlines: Iterable[Path], output: Path | None, workspace: Path | None, world: World
) -> list[Place]:
    """Where each outline's editions and ledger are."""
    found = []
    for outline in outlines:
        space = workspace_of(outline, world, workspace)
        outputs = outputs_folder(space, output, world)
        brief = Path(os.path.relpath(space.outline, outputs.parent)).as_posix()
        found.append(Place(outline=outline, space=space, outputs=outputs, brief=brief))
    return found


def read_schedule(place: Place, ledger: Ledger, world: ReadableWorld) -> Scheduled | Unreadable | None:
    """An outline's schedule; None where it has none. The ledger keeps it for the day the outline breaks.

    Raises:
        WorldError: where the ledger fails.
    """
    shown = place.space.shown(place.space.outline)
    try:
        data = world.read(place.space.outline)
    except WorldError as failure:
        return _kept(place, ledger, [error("WS103", str(failure), None)], "")
    outline, found = decode(shown, data)
    text = data.decode("utf-8", "replace")
    if outline is None:
        return _kept(place, ledger, found, text)
    if outline.schedule is None:
        if any(one.code.startswith("OL1") and one.severity is Severity.ERROR for one in found):
            return _kept(place, ledger, found, text)
        ledger.forget(place.brief)
        return None
    meaningless = misstated(outline.schedule)
    if meaningless is not None:
        return _kept(place, ledger, [*found, meaningless], text)
    scheduled = _scheduled(place, _stated(outline.schedule))
    ledger.remember(place.brief, scheduled.stated)
    return scheduled


def misstated(written: WrittenSchedule) -> Diagnostic | None:
    """What keeps a schedule from being a calendar, where it stands in the outline; None for a good one."""
    stated = _stated(written)
    try:
        calendar(stated.cron, stated.timezone)
    except NotACalendar as failure:
        wrong = written.timezone if isinstance(failure, NoSuchZone) and written.timezone else written.cron
        return error("SC701", str(failure), wrong.span)
    return None


def doubts(written: WrittenSchedule) -> list[Diagnostic]:
    """All that keeps a schedule from coming true, or its failures from being told of."""
    meaningless = misstated(written)
    return [*([meaningless] if meaningless else []), *untold(written)]


def _kept(place: Place, ledger: Ledger, found: Sequence[Diagnostic], text: str) -> Scheduled | Unreadable:
    stated = ledger.remembered(place.brief)
    if stated is None:
        return Unreadable(place=place, found=tuple(found), text=text)
    return replace(_scheduled(place, stated), found=tuple(found), text=text)


def _scheduled(place: Place, stated: StatedSchedule) -> Scheduled:
    return Scheduled(place=place, calendar=calendar(stated.cron, stated.timezone), stated=stated)


def _stated(written: WrittenSchedule) -> StatedSchedule:
    return StatedSchedule(
        cron=written.cron.value,
        timezone=written.timezone.value if written.timezone else "UTC",
        publish_unchanged=written.publish_unchanged,
        command=written.command.value if written.command else "",
        webhook=written.webhook.value if written.webhook else "",
    )
