"""The options and arguments that several commands share, each written once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from briefgen.editions.request import FORMATS, USUAL_FORMATS, Format

Command = TypeVar("Command", bound=Callable[..., object])


class Place(click.Path):
    """A file or folder. An empty name, as of a variable that is not set, is none; it is not this folder."""

    def __init__(self, *, exists: bool = False, file_okay: bool = True, dir_okay: bool = True) -> None:
        super().__init__(exists=exists, file_okay=file_okay, dir_okay=dir_okay, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path of that name."""
        if not str(value):
            self.fail("the name is empty", param, ctx)
        return super().convert(value, param, ctx)


def _formats_asked(ctx: click.Context, param: click.Parameter, value: str) -> tuple[Format, ...]:
    """The formats that a list with commas names."""
    named = {part.strip().lower() for part in value.split(",") if part.strip()}
    if not named or not named <= set(FORMATS):
        raise click.BadParameter(f"formats are {', '.join(FORMATS)}, with commas between")
    return tuple(name for name in FORMATS if name in named)


one_outline = click.argument("outline", required=False, type=Place())

any_outlines = click.argument("outline", nargs=-1, type=Place())

outline = click.option(
    "--outline",
    type=Place(),
    help="The brief's outline; the one there is where left out.",
)

output = click.option(
    "-o",
    "--output",
    type=Place(file_okay=False),
    help="Where briefs go; the nearest outputs/ where left out.",
)

workspace = click.option(
    "--workspace",
    type=Place(exists=True, file_okay=False),
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
