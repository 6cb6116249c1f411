"""The folder that a brief and all its inputs live in. Nothing outside it is read."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.values import dataclass
from briefgen.world import ReadableWorld, WorldError

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic
    from briefgen.outline.decoder import Located

ROOT_SIGNS = (".git", "pyproject.toml", "briefgen.toml")
"""What marks a folder as the root of a workspace."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A root folder, and where in it the outline lies."""

    root: Path
    outline: Path
    world: ReadableWorld

    def shown(self, path: Path) -> str:
        """A path as the user would type it."""
        here = self.world.here()
        return str(path.relative_to(here)) if path.is_relative_to(here) else str(path)

    def relative(self, path: Path) -> str:
        """A path from the root on, the same wherever the workspace lies."""
        real = self.world.real(path)
        return real.relative_to(self.root).as_posix() if real.is_relative_to(self.root) else real.name

    def place(self, base: Path, name: Located) -> tuple[Path | None, list[Diagnostic]]:
        """The file that `name` means beside the file `base`; an error where it lies outside or is absent."""
        from briefgen.diagnostics import error

        path = self.world.real(base.parent / name.value)
        if not path.is_relative_to(self.root):
            hint = f"keep all inputs below {self.root}, or name a wider folder with --workspace"
            typed = Path(os.path.normpath(base.parent / name.value))
            where = f"leads to {path}," if typed.is_relative_to(self.root) else "lies"
            return None, [
                error("WS101", f"“{name.value}” {where} outside the workspace", name.span, hint=hint)
            ]
        if not self.world.exists(path):
            hint = f"looked for {self.shown(path)}; paths in {self.shown(base)} start from its own folder"
            if "://" in name.value:
                hint = "briefgen fetches nothing: save what is there as a file, and name that"
            return None, [error("WS102", f"there is no file “{name.value}”", name.span, hint=hint)]
        return path, []

    def read(self, base: Path, name: Located) -> tuple[bytes | None, list[Diagnostic]]:
        """The bytes of the file that `name` means beside the file `base`."""
        from briefgen.diagnostics import error

        path, found = self.place(base, name)
        if path is None:
            return None, found
        try:
            return self.world.read(path), []
        except WorldError as failure:
            return None, [error("WS103", str(failure), name.span)]


def workspace_of(outline: Path, world: ReadableWorld, given: Path | None = None) -> Workspace:
    """The workspace of an outline: the folder given, or the widest of these that hold the outline.

    The current folder, unless it is the whole disk; the nearest folder above the outline with one of
    `ROOT_SIGNS`; the outline's own.
    """
    real = world.real(outline)
    if given is not None:
        return Workspace(root=world.real(given), outline=real, world=world)
    roots = [real.parent]
    here = world.here()
    if real.is_relative_to(here) and here != Path(here.anchor):
        roots.append(here)
    signed = (
        folder
        for folder in real.parents
        if folder != Path(os.sep) and any(world.exists(folder / sign) for sign in ROOT_SIGNS)
    )
    roots += [folder for folder in (next(signed, None),) if folder is not None]
    return Workspace(root=min(roots, key=lambda folder: len(folder.parts)), outline=real, world=world)
