"""`briefgen build`: outlines to briefs."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefgen.cli.choosing import outlines
from briefgen.cli.reporting import FINDINGS, WORLD_FAILED, exit_code, fail, report, summary
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.editions.build import Built, Request, build
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
    help="Where briefs go; the nearest outputs/ where left out.",
)
@click.option(
    "--format",
    "formats",
    default="pdf,docx",
    show_default=True,
    callback=_formats,
    help="What to make: pdf, docx, html, md, json. What the last edition had is made too.",
)
@click.option(
    "--workspace",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that all inputs lie in.",
)
@click.option("--allow", multiple=True, metavar="CODE", help="Build in spite of errors of this code.")
@click.option("--force", is_flag=True, help="Make an edition even where nothing has changed.")
def command(
    outline: tuple[Path, ...],
    output: Path | None,
    formats: tuple[str, ...],
    workspace: Path | None,
    allow: tuple[str, ...],
    force: bool,
) -> None:
    """Make the briefs of OUTLINEs; a folder means every outline in it.

    Every passage is looked up in its source. A quote that does not stand there fails the build, and what was
    built before stays as it is. Where nothing has changed since the last edition, nothing is made.
    """
    requests = [
        Request(outline=path, formats=formats, output=output, workspace=workspace, allow=allow, force=force)
        for path in outlines(outline)
    ]
    sys.exit(max(_build(request) for request in requests))


def _build(request: Request) -> int:
    try:
        built = build(request, RealWorld())
    except WorldError as failure:
        fail(str(failure), WORLD_FAILED)
    return tell(request.outline, built)


def tell(outline: Path, built: Built) -> int:
    """Print what came of a build, and give the exit code for it."""
    report(_worth_showing(built.found), built.texts)
    for remark in built.remarks:
        click.echo(remark)
    match built.outcome:
        case "unchanged":
            click.echo(f"{outline}: unchanged since the edition {built.edition}")
        case "same":
            reasons = "; ".join(built.reasons)
            click.echo(f"{outline}: {reasons}; that alters nothing in the edition {built.edition}")
        case "published":
            click.echo(f"{outline}: edition {built.edition}: {'; '.join(built.reasons) or 'asked for anew'}")
            for file in built.files:
                click.echo(f"wrote {file}")
        case "failed":
            stands = f"; the edition {built.edition} stands" if built.edition else ""
            click.echo(f"{outline}: not built: {summary(built.found)}{stands}", err=True)
            return exit_code(built.found) or FINDINGS
    return 0


def _worth_showing(found: tuple[Diagnostic, ...]) -> list[Diagnostic]:
    return [one for one in found if one.severity is not Severity.INFO]
