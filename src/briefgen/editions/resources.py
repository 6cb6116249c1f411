"""What comes with briefgen: fonts, themes, page templates. In a checkout they are the folder templates/."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import briefgen
from briefgen.world import ReadableWorld

_PACKAGE = Path(briefgen.__file__).resolve().parent


def templates_folder(world: ReadableWorld) -> Path:
    """The folder of fonts, themes and page templates: the package's own, or the checkout's."""
    packaged = _PACKAGE / "templates"
    return packaged if world.exists(packaged) else _PACKAGE.parents[1] / "templates"


def read_font(world: ReadableWorld, name: str) -> bytes:
    """A font file's bytes by its name. Raises WorldError."""
    return world.read(font_place(world, name))


def font_place(world: ReadableWorld, name: str) -> Path:
    """Where a font of that name would lie among briefgen's own."""
    return templates_folder(world) / "fonts" / name


def read_template(world: ReadableWorld, name: str) -> str:
    """A page template's text by its path in the folder. Raises WorldError."""
    return world.read(templates_folder(world) / name).decode("utf-8")


def templates(world: ReadableWorld) -> partial[str]:
    """A function from a page template's path to its text."""
    return partial(read_template, world)
