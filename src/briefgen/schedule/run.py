"""Everything that is due, made once: taken in the ledger, built, noted, and told where it failed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import groupby
from pathlib import Path

from briefgen.diagnostics import Severity
from briefgen.editions.build import build
from briefgen.editions.request import USUAL_FORMATS, Built, Format, Request
from briefgen.schedule.ledger import Ledger, Run, RunOutcome
from briefgen.schedule.reading import Place, Scheduled, Unreadable, read_schedule
from briefgen.schedule.telling import tell
from briefgen.values import dataclass
from briefgen.world import World, WorldError

COUNTED = 10_000
"""Missed slots are counted up to so many."""

Builder = Callable[[Request, World], Built]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What came of one due brief. `failure` says how the world failed it, or how telling of it failed."""

    outline: Path
    slot: datetime
    missed: int
    built: Built
    failure: str = ""
    untold: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a scheduled brief stands `now`: its last run, whether it is due, and when it is next."""

    scheduled: Scheduled
    now: datetime
    last: Run | None
    due: datetime | None
    following: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What all scheduled builds of one call have in common."""

    formats: tuple[Format, ...] = USUAL_FORMATS
    output: Path | None = None
    workspace: Path | None = None
    patience: float = 60.0


def run_due(
    places: Iterable[Place], options: Options, world: World, builder: Builder = build
) -> Iterator[Ran | Unreadable]:
    """Build every brief whose slot has come and was not taken yet; one that fails does not stop the others.

    Slots missed before the last one are not made up for. A schedule that can no longer be read is told of
    whether its slot has come or not.

    Raises:
        WorldError: where the ledger fails; Busy where another scheduler is at work.
    """
    for group in _by_ledger(places):
        with world.lock(group[0].lock, options.patience), Ledger(group[0].ledger) as ledger:
            ledger.close_interrupted(world.clock())
            for found in _schedules(group, ledger, world):
                if isinstance(found, Unreadable):
                    yield found
                elif (ran := _run(found, ledger, options, world, builder)) is not None:
                    yield ran
                elif found.found:
                    yield Unreadable(place=found.place, found=found.found, text=found.text)


def standings(places: Iterable[Place], world: World) -> Iterator[Standing | Unreadable]:
    """How each scheduled brief stands. Raises WorldError."""
    for group in _by_ledger(places):
        with Ledger(group[0].ledger) as ledger:
            for found in _schedules(group, ledger, world):
                yield found if isinstance(found, Unreadable) else _standing(found, ledger, world.clock())


def _by_ledger(places: Iterable[Place]) -> Iterator[list[Place]]:
    ordered = sorted(places, key=lambda place: place.ledger)
    for _, group in groupby(ordered, key=lambda place: place.ledger):
        yield list(group)


def _schedules(places: Iterable[Place], ledger: Ledger, world: World) -> Iterator[Scheduled | Unreadable]:
    """The schedules of those places that have one, each read when its turn comes."""
    for place in places:
        found = read_schedule(place, ledger, world)
        if found is not None:
            yield found


def _standing(scheduled: Scheduled, ledger: Ledger, now: datetime) -> Standing:
    return Standing(
        scheduled=scheduled,
        now=now,
        last=ledger.last(scheduled.place.brief),
        due=_due(scheduled, ledger, now),
        following=_following(scheduled, ledger, now),
    )


def _following(scheduled: Scheduled, ledger: Ledger, now: datetime) -> datetime | None:
    """The first slot that will be taken: not one that a clock set back goes through again."""
    brief = scheduled.place.brief
    slot = scheduled.calendar.following(max(now, ledger.last_slot(brief, now) or now))
    while slot is not None and ledger.is_taken(brief, slot):
        slot = scheduled.calendar.following(slot)
    return slot


def _due(scheduled: Scheduled, ledger: Ledger, now: datetime) -> datetime | None:
    slot = scheduled.calendar.latest(now)
    last = ledger.last_slot(scheduled.place.brief, now)
    return slot if slot is not None and (last is None or slot > last) else None


def _run(
    scheduled: Scheduled, ledger: Ledger, options: Options, world: World, builder: Builder
) -> Ran | None:
    started = world.clock()
    slot, brief = _due(scheduled, ledger, started), scheduled.place.brief
    if slot is None:
        return None
    last, before = ledger.last_slot(brief, started), ledger.last(brief)
    missed = scheduled.calendar.between(last, slot, COUNTED) if last is not None else 0
    number = ledger.begin(brief, slot, started, missed)
    if number is None:
        return None
    built, failure = _built(scheduled, options, world, builder)
    if not built.edition and before is not None:
        built = replace(built, edition=before.edition)
    outcome: RunOutcome = built.outcome
    reason = failure or _reason(built)
    ended = world.clock()
    ledger.end(number, ended, outcome, reason, built.edition)
    untold = ""
    if outcome == "failed":
        run = Run(
            brief=brief,
            slot=slot,
            started=started,
            ended=ended,
            outcome=outcome,
            reason=reason,
            edition=built.edition,
            missed=missed,
        )
        untold = tell(scheduled.stated, scheduled.place.space.root, run, built.found, world)
    return Ran(
        outline=scheduled.place.outline,
        slot=slot,
        missed=missed,
        built=built,
        failure=failure,
        untold=untold,
    )


def _built(scheduled: Scheduled, options: Options, world: World, builder: Builder) -> tuple[Built, str]:
    """What came of building, and how the world or the program failed, if they did."""
    place = scheduled.place
    if scheduled.found:
        texts = {place.space.shown(place.space.outline): scheduled.text}
        return Built(outcome="failed", edition="", found=scheduled.found, texts=texts), ""
    request = Request(
        outline=place.outline,
        formats=options.formats,
        output=options.output,
        workspace=options.workspace,
        force=scheduled.stated.publish_unchanged,
        date_alone=scheduled.stated.publish_unchanged,
    )
    try:
        return builder(request, world), ""
    except WorldError as failure:
        return Built(outcome="failed", edition=""), str(failure)
    except Exception as failure:
        return Built(outcome="failed", edition=""), f"{type(failure).__name__}: {failure}"


def _reason(built: Built) -> str:
    if built.outcome != "failed":
        return "; ".join(built.reasons)
    errors = [one for one in built.found if one.severity is Severity.ERROR]
    shown = [f"{one.code}: {one.message}" for one in errors[:3]]
    if len(errors) > 3:
        more = len(errors) - 3
        shown.append(f"and {more} more error{'' if more == 1 else 's'}")
    return "; ".join(shown)
