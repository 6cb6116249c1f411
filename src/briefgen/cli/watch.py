"""`briefgen watch`: a brief made anew at every save."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefgen.cli import options
from briefgen.cli.build import tell
from briefgen.cli.choosing import one_outline
from briefgen.editions.archive import archive_of
from briefgen.editions.request import Format, Request
from briefgen.editions.watching import watch
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld, WorldError

if TYPE_CHECKING:
    from briefgen.cli.serving import ReviewServer


@click.command("watch")
@options.one_outline
@options.output
@options.formats
@options.workspace
@click.option("--serve", is_flag=True, help="Serve the review page on this machine, shown anew after a save.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=0,
    help="The port to serve on; any that is free where left out.",
)
def command(
    outline: Path | None,
    output: Path | None,
    formats: tuple[Format, ...],
    workspace: Path | None,
    serve: bool,
    port: int,
) -> None:
    """Make the brief of OUTLINE anew whenever its outline, a source or a template is saved.

    What is wrong meanwhile is said, and the watch goes on. Of the editions made on the way, the last one
    stays. Ctrl+C ends it.
    """
    path, world = one_outline(outline), RealWorld()
    asked = (*formats, "html") if serve and "html" not in formats else formats
    request = Request(outline=path, formats=asked, output=output, workspace=workspace)
    server = None
    try:
        for built in watch(request, world, lambda: True):
            if isinstance(built, WorldError):
                click.echo(f"error: {built}", err=True)
                continue
            tell(path, built)
            if serve and built.edition:
                server = server or _server(request, world, port)
                server.changed()
    except KeyboardInterrupt:
        click.echo("no longer watching")


def _server(request: Request, world: RealWorld, port: int) -> ReviewServer:
    from briefgen.cli.serving import ReviewServer

    folder = archive_of(workspace_of(request.outline, world, request.workspace), request.output, world).folder
    try:
        server = ReviewServer(lambda: world.read(folder / f"{folder.name}.html"), port)
    except OSError as failure:
        raise WorldError(f"cannot serve on port {port}: {failure.strerror}") from failure
    click.echo(f"serving {server.address}")
    return server
