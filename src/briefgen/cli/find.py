"""`briefgen find`: passages of the sources, ready to paste into the outline."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli import options
from briefgen.cli.choosing import one_outline
from briefgen.cli.reporting import FINDINGS, exit_code, report, worth_showing
from briefgen.world import RealWorld


@click.command("find")
@click.argument("words", nargs=-1, required=True)
@options.outline
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=8,
    show_default=True,
    help="How many passages are shown at most.",
)
@options.workspace
def command(words: tuple[str, ...], outline: Path | None, most: int, workspace: Path | None) -> None:
    """Search the register's sources for WORDS and print passages ready to paste into the outline.

    Words are found in all their forms; figures and "words in quotation marks" as they are written.
    """
    from briefgen.anchoring.searching import passage_stub, search
    from briefgen.anchoring.tracing import where_in
    from briefgen.editions.gathering import gather_written, read_sources
    from briefgen.editions.workspace import workspace_of

    query = " ".join(f'"{word}"' if " " in word and '"' not in word else word for word in words)
    gathered = gather_written(workspace_of(one_outline(outline), RealWorld(), workspace))
    entries = gathered.register.entries if gathered.register else {}
    texts = read_sources(gathered, entries).texts
    report(worth_showing(gathered.found), gathered.texts)
    if not texts:
        sys.exit(exit_code(gathered.found))
    hits = search(query, texts, most)
    if not hits:
        click.echo(f"nothing found in {len(texts)} source{'s' * (len(texts) != 1)}", err=True)
        sys.exit(FINDINGS)
    for number, hit in enumerate(hits, 1):
        click.echo(f"# {hit.source}, {where_in(texts[hit.source], hit.extent)}")
        click.echo(passage_stub(hit, f"passage-{number}"))
