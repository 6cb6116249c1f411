"""`briefgen diff`: what changed between two editions."""

from __future__ import annotations

from pathlib import Path

import click

from briefgen.cli import options
from briefgen.cli.archives import Meant, edition_meant
from briefgen.cli.reporting import WRONG_INPUT, fail
from briefgen.editions.change_statement import lines, title
from briefgen.editions.compare import Side, compare, side_of
from briefgen.editions.resources import templates
from briefgen.text.wording import wording_of
from briefgen.world import RealWorld


@click.command("diff")
@click.argument("before", required=False)
@click.argument("after", required=False)
@click.option("--docx", type=options.Place(dir_okay=False), help="Write a Word file with tracked changes.")
@click.option("--html", type=options.Place(dir_okay=False), help="Write a page with both side by side.")
@options.which_brief
def command(
    before: str | None,
    after: str | None,
    docx: Path | None,
    html: Path | None,
    outline: Path | None,
    output: Path | None,
    workspace: Path | None,
) -> None:
    """Say what changed from the edition BEFORE to AFTER: ids or folders.

    Without AFTER, it is the newest; without BEFORE, the one before it.
    """
    new = edition_meant(after, outline, output, workspace)
    if before is None:
        there = new.archive.editions()
        place = there.index(new.edition)
        if place == 0:
            fail(f"there is no edition before {new.edition}", WRONG_INPUT)
        before = there[place - 1]
    old = edition_meant(before, outline, output, workspace)
    sides = _side(old), _side(new)
    _write(sides, new, docx, html)
    changes = compare(*sides)
    newer = sides[1]
    wording = wording_of(newer.document.language)
    click.echo(f"{title(changes, newer.as_of, wording)}, in the edition {new.edition}:")
    for line in lines(changes, wording):
        click.echo(f"  {line}")
    if not changes.count:
        click.echo("  Nothing in substance.")


def _write(sides: tuple[Side, Side], newer: Meant, docx: Path | None, html: Path | None) -> None:
    """Write the files asked for, in the look of the newer edition. Raises WorldError."""
    if docx is None and html is None:
        return
    from briefgen.drafts.merging.versions import HOUSE_LOOK
    from briefgen.editions.word_looks import word_look_of_edition

    old, new = (side.document for side in sides)
    look = word_look_of_edition(newer.archive, newer.edition, newer.space) or HOUSE_LOOK
    world, files = RealWorld(), {}
    if docx is not None:
        from briefgen.drafts.redline import redline

        files[docx] = redline(old, new, look)
    if html is not None:
        from briefgen.rendering.html import compare as page

        files[html] = page(old, new, look.theme, templates=templates(world)).data
    world.write(files)
    for path in files:
        click.echo(f"wrote {path}")


def _side(meant: Meant) -> Side:
    manifest, document = meant.archive.manifest(meant.edition), meant.archive.document(meant.edition)
    if manifest is None or document is None:
        fail(f"the edition {meant.edition} cannot be read; “briefgen verify” says why", WRONG_INPUT)
    return side_of(manifest, document)
