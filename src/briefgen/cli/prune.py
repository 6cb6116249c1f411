"""`briefgen prune`: fewer editions in the archive."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli.archives import archive_meant, which_brief
from briefgen.cli.reporting import WORLD_FAILED, fail
from briefgen.editions.build import PATIENCE
from briefgen.world import RealWorld, WorldError


@click.command("prune")
@click.option("--keep", type=click.IntRange(min=1), required=True, help="How many of the newest stay.")
@which_brief
def command(keep: int, outline: Path | None, output: Path | None, workspace: Path | None) -> None:
    """Remove old editions of a brief, all but the newest N."""
    try:
        archive, _ = archive_meant(outline, output, workspace)
        with RealWorld().lock(archive.lock_file, PATIENCE):
            gone = archive.prune(keep)
    except WorldError as failure:
        fail(str(failure), WORLD_FAILED)
    click.echo(f"removed {', '.join(gone)}" if gone else "nothing to remove")
