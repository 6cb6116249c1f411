"""`briefgen editions`: the archive of a brief."""

from __future__ import annotations

import json
from typing import Any

import click

from briefgen.cli import options
from briefgen.cli.archives import archive_meant
from briefgen.editions.archive import Archive


@click.command("editions")
@options.which_brief
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def command(which: options.WhichBrief, form: str) -> None:
    """List the editions of a brief, oldest first, with how much each changed."""
    archive, space = archive_meant(which)
    editions = [_edition(archive, name) for name in archive.editions()]
    if form == "json":
        click.echo(json.dumps(editions, ensure_ascii=False, indent=1))
        return
    if not editions:
        click.echo(f"there is no edition of {space.shown(space.outline)} yet")
    width = max((len(edition["edition"]) for edition in editions), default=0)
    for edition in editions:
        mark = "*" if edition["latest"] else " "
        click.echo(f"{mark} {edition['edition']:<{width}}  {', '.join(edition['files'])}  {_told(edition)}")


def _edition(archive: Archive, name: str) -> dict[str, Any]:
    data = archive.data(name) or {}
    changes = data.get("changes") or {}
    kinds = ("judgements", "figures", "statements", "sources", "passages")
    return {
        "edition": name,
        "folder": str(archive.folder / name),
        "as_of": data["made_from"]["as_of"],
        "latest": name == archive.latest(),
        "files": list(data["outputs"]),
        "since": changes.get("since", ""),
        "changes": {kind: len(changes[kind]) for kind in kinds if changes.get(kind)},
    }


def _told(edition: dict[str, Any]) -> str:
    if not edition["since"]:
        return "the first edition"
    words = [f"{count} {kind if count > 1 else kind[:-1]}" for kind, count in edition["changes"].items()]
    return f"since {edition['since']}: {', '.join(words) or 'nothing'} changed"
