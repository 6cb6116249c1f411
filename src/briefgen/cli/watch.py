"""`briefgen watch`: a brief made anew at every save."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.build import formats_asked, tell
from briefgen.cli.choosing import one_outline
from briefgen.editions.build import Request
from briefgen.editions.watching import watch
from briefgen.world import RealWorld, WorldError


@click.command("watch")
@click.argument("outline", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where briefs go; the nearest outputs/ where left out.",
)
@click.option(
    "--format",
    "formats",
    default="pdf,docx",
    show_default=True,
    callback=formats_asked,
    help="What to make: pdf, docx, html, md, json. What the last edition had is made too.",
)
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that all inputs lie in.",
)
def command(
    outline: Path | None, output: Path | None, formats: tuple[str, ...], workspace: Path | None
) -> None:
    """Make the brief of OUTLINE anew whenever its outline, a source or a template is saved.

    What is wrong meanwhile is said, and the watch goes on. Of the editions made on the way, the last one
    stays. Ctrl+C ends it.
    """
    path = one_outline(outline)
    request = Request(outline=path, formats=formats, output=output, workspace=workspace)
    try:
        for built in watch(request, RealWorld(), lambda: True):
            if isinstance(built, WorldError):
                click.echo(f"error: {built}", err=True)
            else:
                tell(path, built)
    except KeyboardInterrupt:
        click.echo("no longer watching")
