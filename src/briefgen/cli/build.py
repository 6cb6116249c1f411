"""`briefgen build`: outlines to briefs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.choosing import outlines
from briefgen.cli.reporting import FINDINGS, WORLD_FAILED, exit_code, fail, report, summary
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.world import RealWorld, WorldError

_FORMATS = ("pdf", "docx", "html", "md", "json")


def _formats(ctx: click.Context, param: click.Parameter, value: str) -> tuple[str, ...]:
    chosen = tuple(dict.fromkeys(part.strip() for part in value.split(",") if part.strip()))
    unknown = [name for name in chosen if name not in _FORMATS]
    if unknown or not chosen:
        raise click.BadParameter(f"formats are {', '.join(_FORMATS)}, with commas between")
    return chosen


@click.command("build")
@click.argument("outline", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where briefs go; outputs/ beside the inputs where left out.",
)
@click.option(
    "--format",
    "formats",
    default="pdf,docx",
    show_default=True,
    callback=_formats,
    help="What to make: pdf, docx, html, md, json.",
)
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that all inputs lie in.",
)
@click.option("--allow", multiple=True, metavar="CODE", help="Build in spite of errors of this code.")
def command(
    outline: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    workspace: Path | None,
    allow: tuple[str, ...],
) -> None:
    """Make the briefs of OUTLINEs; a folder means every outline in it.

    Every passage is looked up in its source. A quote that does not stand there fails the build, and what was
    built before stays as it is.
    """
    codes = [_build(path, output, formats, workspace, allow) for path in outlines(outline)]
    sys.exit(max(codes))


def _build(
    path: Path, output: Path | None, formats: tuple[str, ...], workspace: Path | None, allow: tuple[str, ...]
) -> int:
    from briefgen.editions.build import build

    world = RealWorld()
    try:
        built = build(path, formats=formats, output=output, workspace=workspace, allow=allow, world=world)
    except WorldError as failure:
        fail(str(failure), WORLD_FAILED)
    report(_worth_showing(built.found), built.texts)
    if not built.files:
        click.echo(f"{path}: not built: {summary(built.found)}", err=True)
        return exit_code(built.found) or FINDINGS
    for file in built.files:
        click.echo(f"wrote {file}")
    return 0


def _worth_showing(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [one for one in found if one.severity is not Severity.INFO]
