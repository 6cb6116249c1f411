"""`briefgen schedule`: briefs made anew by the calendar."""

from __future__ import annotations

import shutil
import signal
import sys
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import FrameType

import click

from briefgen.cli import options
from briefgen.cli.build import tell
from briefgen.cli.choosing import outlines
from briefgen.cli.reporting import WORLD_FAILED, WRONG_INPUT, fail, report, worth_showing
from briefgen.diagnostics import Diagnostic
from briefgen.schedule.reading import Place, Unreadable, places
from briefgen.schedule.run import Options, Ran, Standing, run_due, standings
from briefgen.world import RealWorld, WorldError

LONGEST_SLEEP = 30.0
"""Seconds after which a scheduler that stays looks at the outlines again, due or not."""


@click.group("schedule")
def command() -> None:
    """Make briefs anew by the calendar that their outlines state.

    An outline says when: schedule: {cron: "0 6 * * 1-5", timezone: Europe/Helsinki}
    """


@command.command("run")
@options.which_briefs
@click.option("--stay", is_flag=True, help="Stay, and make each brief when it comes due.")
def run(outline: tuple[Path, ...], output: Path | None, workspace: Path | None, stay: bool) -> None:
    """Make every brief that is due, once. For systemd timers, cron and CI.

    A slot is made once, however often this runs. Of slots missed while the machine was off, the last one is
    made. A brief that fails keeps its last edition and is tried again at its next slot.
    """
    shared = Options(output=output, workspace=workspace)
    if stay:
        _stay(outline, shared)
    sys.exit(_run_once(_places(outline, shared), shared))


@command.command("due")
@options.which_briefs
def due(outline: tuple[Path, ...], output: Path | None, workspace: Path | None) -> None:
    """List the briefs that are due now. Makes nothing."""
    found, code = _standings(outline, output, workspace)
    due = [(standing, standing.due) for standing in found if standing.due]
    for standing, since in due:
        click.echo(f"{standing.scheduled.place.outline}: due since {_local(standing, since)}")
    if not due and not code:
        click.echo("nothing is due")
    sys.exit(code)


@command.command("status")
@options.which_briefs
def status(outline: tuple[Path, ...], output: Path | None, workspace: Path | None) -> None:
    """Say of each scheduled brief when it was last made, what came of it, and when it is next."""
    found, code = _standings(outline, output, workspace)
    for standing in found:
        scheduled, last = standing.scheduled, standing.last
        click.echo(f"{scheduled.place.outline}  ({scheduled.stated.cron}, {scheduled.stated.timezone})")
        if scheduled.found:
            click.echo("  this is its former schedule: the one in the outline cannot be read")
        if last is None:
            click.echo("  last  never")
        else:
            reason = f": {last.reason}" if last.reason else ""
            click.echo(f"  last  {_local(standing, last.slot)}  {last.outcome}{reason}")
            if last.edition:
                click.echo(f"        edition {last.edition}")
            if last.slot > standing.now:
                click.echo("        which is later than the clock: it was ahead then, or is behind now")
        if standing.due:
            click.echo(f"  due   since {_local(standing, standing.due)}")
        following = _local(standing, standing.following) if standing.following else "never"
        click.echo(f"  next  {following}")
    if not found and not code:
        click.echo("no outline states a schedule")
    sys.exit(code)


@command.command("install")
@options.which_briefs
@click.option("--systemd", "kind", flag_value="systemd", help="A service and a timer.")
@click.option("--crontab", "kind", flag_value="crontab", help="A line for crontab.")
@click.option("--github-actions", "kind", flag_value="github-actions", help="A workflow.")
@click.option("--write", type=options.GivenPath(file_okay=False), help="Write the files into this folder.")
def install(
    outline: tuple[Path, ...],
    output: Path | None,
    workspace: Path | None,
    kind: str | None,
    write: Path | None,
) -> None:
    """Print what the machine must be told so that it makes the briefs in time. Installs nothing itself."""
    from briefgen.schedule.units import Installed, crontab, github_actions, systemd

    if kind is None:
        raise click.UsageError("say which: --systemd, --crontab or --github-actions")
    found, code = _standings(outline, output, workspace)
    if code:
        sys.exit(code)
    if not found:
        fail("no outline states a schedule", WRONG_INPUT)
    root = found[0].scheduled.place.space.root
    paths = [standing.scheduled.place.space.outline for standing in found]
    words = [_program(), "schedule", "run", "--workspace", str(root)]
    words += ["--output", str(output.resolve())] if output else []
    installed = Installed(
        program=[*words, *map(str, paths)],
        root=root,
        calendars=[standing.scheduled.calendar for standing in found],
    )
    match kind:
        case "systemd":
            files = systemd(installed, f"briefgen-{root.name}")
        case "crontab":
            files = {"crontab": crontab(installed)}
        case _:
            relative = [path.relative_to(root).as_posix() for path in paths]
            files = {"briefs.yml": github_actions(installed, relative)}
    _deliver(files, write)


def _deliver(files: dict[str, str], folder: Path | None) -> None:
    if folder is None:
        for name, text in files.items():
            click.echo(f"# {name}\n{text}" if len(files) > 1 else text, nl=False)
            if len(files) > 1:
                click.echo()
        return
    RealWorld().write({folder / name: text.encode() for name, text in files.items()})
    for name in files:
        click.echo(f"wrote {folder / name}")


def _program() -> str:
    beside = Path(sys.argv[0])
    found = beside if beside.is_file() else Path(shutil.which("briefgen") or "briefgen")
    return str(found.absolute())


def _places(outline: Sequence[Path], shared: Options) -> list[Place]:
    return places(outlines(tuple(outline)), shared.output, shared.workspace, RealWorld())


def _standings(
    outline: Sequence[Path], output: Path | None, workspace: Path | None
) -> tuple[list[Standing], int]:
    """How each scheduled brief stands, and the exit code: what cannot be read is told of at once."""
    found, code = [], 0
    for standing in standings(_places(outline, Options(output=output, workspace=workspace)), RealWorld()):
        if isinstance(standing, Unreadable):
            code = _say_unreadable(standing.place, standing.found, standing.text)
            continue
        found.append(standing)
        scheduled = standing.scheduled
        if scheduled.found:
            code = _say_unreadable(scheduled.place, scheduled.found, scheduled.text)
    return found, code


def _run_once(found: Sequence[Place], shared: Options) -> int:
    code, ran_any = 0, False
    for ran in run_due(found, shared, RealWorld()):
        ran_any = True
        code = max(code, _say(ran))
    if not ran_any:
        click.echo("nothing is due")
    return code


def _say(ran: Ran | Unreadable) -> int:
    if isinstance(ran, Unreadable):
        return _say_unreadable(ran.place, ran.found, ran.text)
    if ran.missed:
        click.echo(f"{ran.outline}: {ran.missed} slots before {ran.slot:%Y-%m-%d %H:%M} UTC were missed")
    if ran.untold:
        click.echo(f"{ran.outline}: could not tell of the failure: {ran.untold}", err=True)
    if ran.failure:
        click.echo(f"{ran.outline}: {ran.failure}", err=True)
        return WORLD_FAILED
    return tell(ran.outline, ran.built)


def _say_unreadable(place: Place, found: Sequence[Diagnostic], text: str) -> int:
    report(worth_showing(found), {place.space.shown(place.space.outline): text})
    click.echo(f"{place.outline}: its schedule cannot be read", err=True)
    return WRONG_INPUT


def _stay(outline: Sequence[Path], shared: Options) -> None:
    """Run what is due, again and again, until told to stop; a run under way is finished first."""
    world, stopping = RealWorld(), False
    told: dict[Path, Unreadable] = {}

    def stop(number: int, frame: FrameType | None) -> None:
        nonlocal stopping
        stopping = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    while not stopping:
        try:
            found = _places(outline, shared)
            for ran in run_due(found, shared, world):
                if not isinstance(ran, Unreadable):
                    _say(ran)
                elif told.get(ran.place.outline) != ran:
                    told[ran.place.outline] = ran
                    _say(ran)
                if stopping:
                    break
            following = [
                standing.following
                for standing in standings(found, world)
                if isinstance(standing, Standing) and standing.following
            ]
        except WorldError as failure:
            click.echo(f"error: {failure}", err=True)
            following = []
        now = world.clock()
        pause = min([LONGEST_SLEEP, *((slot - now).total_seconds() for slot in following)])
        while pause > 0 and not stopping:
            world.wait(min(pause, 0.5))
            pause -= 0.5
    sys.exit(0)


def _local(standing: Standing, moment: datetime) -> str:
    return f"{moment.astimezone(standing.scheduled.calendar.zone):%Y-%m-%d %H:%M %Z}"
