"""`briefgen init`: a new workspace that builds at once."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options
from briefgen.cli.reporting import WRONG_INPUT, fail
from briefgen.editions.resources import read_template
from briefgen.world import RealWorld

FILES = {
    "outline.yaml": "init/outline.example.yaml",
    "sources.yaml": "init/sources.example.yaml",
    "sources/harbour-note.txt": "init/harbour-note.example.txt",
    ".gitignore": "init/gitignore.example",
}
"""What a new workspace holds, and where it is copied from."""

KEPT = "outputs/.gitkeep"
"""An empty file that keeps the folder of editions in version control, and marks where they go."""


@click.command("init")
@click.argument("folder", metavar="DIR", type=options.GivenPath(file_okay=False))
def command(folder: Path) -> None:
    """Make a new workspace in DIR: an outline, a source, a register. It builds at once.

    What is there already stays as it is.
    """
    world = RealWorld()
    if world.exists(folder / "outline.yaml"):
        fail(f"{folder} has an outline.yaml already; nothing was written", WRONG_INPUT)
    files = {folder / name: read_template(world, source).encode() for name, source in FILES.items()}
    files[folder / KEPT] = b""
    files = {path: data for path, data in files.items() if not world.exists(path)}
    world.write(files)
    for path in files:
        click.echo(f"wrote {path}")
    click.echo(f"now try: briefgen build {folder / 'outline.yaml'}")
