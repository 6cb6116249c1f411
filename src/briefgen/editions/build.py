"""The whole flow of one brief, from an outline's path to files on disk."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.editions.gathering import gather
from briefgen.editions.making import make
from briefgen.editions.rendering import Format, render_all
from briefgen.editions.workspace import Workspace, workspace_of
from briefgen.rendering.theme import Theme
from briefgen.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build wrote, as the user would type it; nothing where it failed. `texts` serve excerpts."""

    files: tuple[str, ...]
    found: tuple[Diagnostic, ...]
    texts: Mapping[str, str]


def build(
    outline: Path,
    *,
    formats: Sequence[str],
    world: World,
    output: Path | None = None,
    workspace: Path | None = None,
    allow: Collection[str] = (),
) -> Built:
    """Make one brief. Where an error is found whose code is not in `allow`, nothing is written.

    Raises:
        WorldError: where the disk fails; files are then as they were.
    """
    space = workspace_of(outline, world, workspace)
    gathered = gather(space)
    made, found = make(gathered)
    if made is None or _fails(found, allow):
        return Built(files=(), found=tuple(found), texts=gathered.texts)
    files, problems = render_all(made, Theme(), cast("Sequence[Format]", formats), world)
    found = [*found, *problems]
    if _fails(found, allow):
        return Built(files=(), found=tuple(found), texts=gathered.texts)
    folder = _folder(space, output, made.assembly.document.name)
    paths = {folder / name: data for name, data in files.items()}
    world.write(paths)
    return Built(files=tuple(space.shown(path) for path in paths), found=tuple(found), texts=gathered.texts)


def _folder(space: Workspace, output: Path | None, name: str) -> Path:
    base = space.world.real(output) if output is not None else space.root / "outputs"
    return base / name


def _fails(found: Sequence[Diagnostic], allow: Collection[str]) -> bool:
    return any(one.severity is Severity.ERROR and one.code not in allow for one in found)
