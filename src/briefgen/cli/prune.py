"""`briefgen prune`: fewer editions in the archive."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options
from briefgen.cli.archives import archive_meant
from briefgen.editions.archive import PATIENCE, Archive
from briefgen.world import RealWorld


@click.command("prune")
@click.option("--keep", type=click.IntRange(min=1), required=True, help="How many of the newest stay.")
@options.which_brief
def command(keep: int, outline: Path | None, output: Path | None, workspace: Path | None) -> None:
    """Remove old editions of a brief, all but the newest N."""
    archive, _ = archive_meant(outline, output, workspace)
    gone = prune(archive, keep)
    click.echo(f"removed {', '.join(gone)}" if gone else "nothing to remove")


def prune(archive: Archive, keep: int) -> list[str]:
    """Remove all but the newest editions, while no build is at work; the names of those removed."""
    with RealWorld().lock(archive.lock_file, PATIENCE):
        return archive.prune(keep)
