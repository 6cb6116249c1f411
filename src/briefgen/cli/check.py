"""`briefgen check`: what is wrong or doubtful in a brief."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import options
from briefgen.cli.choosing import one_outline
from briefgen.cli.reporting import WRONG_INPUT, exit_code, fail, report, summary, worth_showing
from briefgen.world import RealWorld

if TYPE_CHECKING:
    from briefgen.editions.workspace import Workspace


@click.command("check")
@options.one_outline
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option(
    "--accept",
    metavar="PASSAGE",
    help="Write the source's own words into the outline for a passage whose quote differs from them.",
)
@options.workspace
@click.option("--all", "everything", is_flag=True, help="Show remarks too, not only errors and warnings.")
def command(
    outline: Path | None, form: str, accept: str | None, workspace: Path | None, everything: bool
) -> None:
    """Say what is wrong or doubtful in a brief, and how much was looked at, without making it."""
    from briefgen.editions.gathering import gather
    from briefgen.editions.making import make
    from briefgen.editions.workspace import workspace_of

    path, world = one_outline(outline), RealWorld()
    space = workspace_of(path, world, workspace)
    if accept is not None:
        _accept(accept, space)
    gathered = gather(space)
    made, found = make(gathered)
    if gathered.outline is not None and gathered.outline.schedule is not None:
        from briefgen.schedule.reading import doubts

        found = [*found, *doubts(gathered.outline.schedule)]
    if form == "text":
        report(found if everything else worth_showing(found), gathered.texts)
        looked = f"{path}: {made.checked.looked}; " if made else f"{path}: "
        click.echo(looked + summary(found))
    else:
        from briefgen.cli.machine_readable import as_json, as_sarif

        looked_at = made.checked.looked if made else None
        click.echo(as_json(found, looked_at) if form == "json" else as_sarif(found))
    sys.exit(exit_code(found))


def _accept(name: str, space: Workspace) -> None:
    from briefgen.editions.accepting import CannotAccept, accept_words

    try:
        accepted = accept_words(name, space, RealWorld())
    except CannotAccept as reason:
        fail(str(reason), WRONG_INPUT)
    for before, after in accepted:
        click.echo(f"{name}: was  “{before}”\n{' ' * len(name)}  now  “{after}”")
