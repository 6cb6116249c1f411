"""The options and arguments that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from briefgen.editions.build import FORMATS, USUAL_FORMATS, Format

Command = TypeVar("Command", bound=Callable[..., object])


def _formats_asked(ctx: click.Context, param: click.Parameter, value: str) -> tuple[Format, ...]:
    """The formats that a list with commas names."""
    named = {part.strip().lower() for part in value.split(",") if part.strip()}
    if not named or not named <= set(FORMATS):
        raise click.BadParameter(f"formats are {', '.join(FORMATS)}, with commas between")
    return tuple(name for name in FORMATS if name in named)


one_outline = click.argument("outline", required=False, type=click.Path(path_type=Path))

any_outlines = click.argument("outline", nargs=-1, type=click.Path(path_type=Path))

outline = click.option(
    "--outline",
    type=click.Path(path_type=Path),
    help="The brief's outline; the one there is where left out.",
)

output = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where briefs go; the nearest outputs/ where left out.",
)

workspace = click.option(
    "--workspace",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="The folder that all inputs lie in.",
)

formats = click.option(
    "--format",
    "formats",
    default=",".join(USUAL_FORMATS),
    show_default=True,
    callback=_formats_asked,
    help=f"What to make: {', '.join(FORMATS)}. What the last edition had is made too.",
)


def which_brief(command: Command) -> Command:
    """The options by which a command is told whose editions it is about."""
    return outline(output(workspace(command)))


def which_briefs(command: Command) -> Command:
    """The argument and options by which a command is told what it is about: one brief or many."""
    return any_outlines(output(workspace(command)))
