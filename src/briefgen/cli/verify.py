"""`briefgen verify`: whether editions are what they were."""

from __future__ import annotations

import sys

import click

from briefgen.cli import options
from briefgen.cli.archives import edition_meant
from briefgen.cli.reporting import FINDINGS
from briefgen.world import RealWorld


@click.command("verify")
@click.argument("edition", required=False)
@options.which_brief
def command(edition: str | None, which: options.WhichBrief) -> None:
    """See whether EDITION (an id or a folder; else the newest) is what it was when it was published.

    The digest of each of its files is computed anew, and each passage is looked up in its source as it is
    today. Ends with 1 where something no longer holds.
    """
    from briefgen.editions.verify import verify

    meant = edition_meant(edition, which)
    verified = verify(meant.archive, meant.edition, meant.space, RealWorld())
    for remark in verified.remarks:
        click.echo(remark)
    for broken in verified.broken:
        click.echo(f"{click.style('broken', fg='red', bold=True)}: {broken}", err=True)
    if verified.broken:
        sys.exit(FINDINGS)
    click.echo(
        f"edition {meant.edition}: {verified.files} files are what they were, "
        f"{verified.passages} passages stand in their sources"
    )
