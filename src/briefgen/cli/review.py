"""`briefgen review`: the review page of a brief, in the browser."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli import options
from briefgen.cli.build import tell
from briefgen.cli.choosing import one_outline
from briefgen.editions.archive import archive_of
from briefgen.editions.build import build
from briefgen.editions.request import Request
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld


@click.command("review")
@options.one_outline
@options.output
@options.workspace
@click.option("--no-browser", is_flag=True, help="Only make the page and say where it is.")
def command(outline: Path | None, output: Path | None, workspace: Path | None, no_browser: bool) -> None:
    """Show the brief of OUTLINE with every claim beside its source.

    The page is one file that fetches nothing; it can be sent to a reviewer as it is.
    """
    path, world = one_outline(outline), RealWorld()
    request = Request(outline=path, formats=("html",), output=output, workspace=workspace)
    built = build(request, world)
    space = workspace_of(path, world, workspace)
    archive = archive_of(space, output, world)
    code = tell(path, built)
    if code:
        sys.exit(code)
    page = archive.folder / f"{archive.folder.name}.html"
    if no_browser:
        click.echo(space.shown(page))
    else:
        click.launch(page.resolve().as_uri())
