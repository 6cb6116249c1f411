"""`briefgen build`: outlines to briefs."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import options
from briefgen.cli.choosing import outlines
from briefgen.cli.prune import prune
from briefgen.cli.reporting import (
    FINDINGS,
    WORLD_FAILED,
    WRONG_INPUT,
    exit_code,
    fail,
    report,
    summary,
    worth_showing,
)
from briefgen.editions.archive import archive_of
from briefgen.editions.build import build
from briefgen.editions.request import Built, Format, Request
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld, WorldError

if TYPE_CHECKING:
    from briefgen.editions.many import Done


def _codes_asked(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """The codes that an option, given once or more, names with commas between."""
    codes = tuple(part.strip().upper() for given in value for part in given.split(",") if part.strip())
    if codes:
        from briefgen.checking.catalogue import CATALOGUE, GUARDED

        for code in codes:
            if code not in CATALOGUE:
                raise click.BadParameter(f"no rule is called {code}; “briefgen explain” lists all rules")
            if code in GUARDED:
                raise click.BadParameter(f"no brief is built on a quotation that does not hold ({code})")
    return codes


@click.command("build")
@options.any_outlines
@options.output
@options.formats
@options.workspace
@click.option(
    "--allow",
    multiple=True,
    metavar="CODE",
    callback=_codes_asked,
    help="Build in spite of errors of this code; several with commas between.",
)
@click.option("--force", is_flag=True, help="Make an edition even where nothing has changed.")
@click.option("--keep", type=click.IntRange(min=1), help="Remove all but the newest N editions afterwards.")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(min=1),
    help="How many briefs to make at a time; one for each processor where left out.",
)
@click.option(
    "--executor",
    default="local",
    show_default=True,
    help="Where to make many briefs: local, or dask:ADDRESS for a Dask cluster.",
)
def command(
    outline: tuple[Path, ...],
    output: Path | None,
    formats: tuple[Format, ...],
    workspace: Path | None,
    allow: tuple[str, ...],
    force: bool,
    keep: int | None,
    jobs: int | None,
    executor: str,
) -> None:
    """Make the briefs of OUTLINEs; a folder means every outline.yaml in it.

    Every passage is looked up in its source. A quote that does not stand there fails the build, and what was
    built before stays as it is. Where nothing has changed since the last edition, nothing is made.
    """
    requests = [
        Request(outline=path, formats=formats, output=output, workspace=workspace, allow=allow, force=force)
        for path in outlines(outline)
    ]
    if len(requests) == 1 and executor == "local":
        code = _build_one(requests[0])
    else:
        code = _build_many(requests, executor, jobs or os.cpu_count() or 1)
    if keep is not None:
        _prune(requests, keep)
    sys.exit(code)


def _build_one(request: Request) -> int:
    return tell(request.outline, build(request, RealWorld()))


def tell(outline: Path, built: Built) -> int:
    """Print what came of a build, and give the exit code for it."""
    if built.found:
        report(worth_showing(built.found), built.texts)
    for remark in built.remarks:
        click.echo(remark)
    if built.outcome == "failed":
        stands = f"; the edition {built.edition} stands" if built.edition else ""
        click.echo(f"{outline}: not built: {summary(built.found)}{stands}", err=True)
        return exit_code(built.found) or FINDINGS
    click.echo(f"{outline}: {_told(built)}")
    for file in built.files:
        click.echo(f"wrote {file}")
    return 0


def _told(built: Built) -> str:
    reasons = "; ".join(built.reasons)
    match built.outcome:
        case "unchanged":
            return f"unchanged since the edition {built.edition}"
        case "same":
            return f"{reasons}; that alters nothing in the edition {built.edition}"
        case _:
            return f"edition {built.edition}: {reasons or 'asked for anew'}"


def _build_many(requests: Sequence[Request], executor: str, jobs: int) -> int:
    from briefgen.editions.many import NoSuchExecutor, build_all, executor_of

    code, counts = 0, Counter[str]()
    try:
        with executor_of(executor, min(jobs, len(requests))) as pool:
            for done in _with_progress(build_all(requests, pool), len(requests)):
                counts[done.built.outcome if done.built else "failed"] += 1
                code = max(code, _tell_shortly(done))
    except NoSuchExecutor as failure:
        fail(str(failure), WRONG_INPUT)
    except WorldError as failure:
        fail(str(failure), WORLD_FAILED)
    words = {
        "published": "built",
        "unchanged": "unchanged",
        "same": "with changes that alter nothing",
        "failed": "not built",
    }
    click.echo(", ".join(f"{counts[outcome]} {said}" for outcome, said in words.items() if counts[outcome]))
    return code


def _tell_shortly(done: Done) -> int:
    """Print one line for a brief of many; its findings only where it failed."""
    if done.built is None:
        click.echo(f"{done.outline}: not built: {done.failure}", err=True)
        return WORLD_FAILED
    if done.built.outcome == "failed":
        return tell(done.outline, done.built)
    click.echo(f"{done.outline}: {_told(done.built)}")
    return 0


def _with_progress(dones: Iterable[Done], total: int) -> Iterator[Done]:
    """The same, with a progress bar where somebody watches; it makes way for what is printed of each."""
    if not sys.stderr.isatty():
        yield from dones
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("briefs", total=total)
        for done in dones:
            progress.advance(task)
            progress.stop()
            yield done
            progress.start()


def _prune(requests: Iterable[Request], keep: int) -> None:
    world = RealWorld()
    for request in requests:
        space = workspace_of(request.outline, world, request.workspace)
        gone = prune(archive_of(space, request.output, world), keep)
        if gone:
            click.echo(f"{request.outline}: removed {', '.join(gone)}")
