"""Which brief's editions a command means, and which edition of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefgen.cli.choosing import one_outline
from briefgen.cli.reporting import WRONG_INPUT, fail
from briefgen.editions.archive import MANIFEST, Archive, archive_of
from briefgen.editions.workspace import Workspace, workspace_of
from briefgen.values import dataclass
from briefgen.world import RealWorld


@dataclass(frozen=True, slots=True, kw_only=True)
class Meant:
    """A brief's archive, one of its editions, and the workspace, where it is found."""

    archive: Archive
    edition: str
    space: Workspace | None


def archive_meant(
    outline: Path | None, output: Path | None, workspace: Path | None
) -> tuple[Archive, Workspace]:
    """The archive of a brief. Ends the program where no outline is found."""
    world = RealWorld()
    space = workspace_of(one_outline(outline), world, workspace)
    return archive_of(space, output, world), space


def edition_meant(
    named: str | None, outline: Path | None, output: Path | None, workspace: Path | None
) -> Meant:
    """The edition of that id or folder; without a name the newest. Ends the program where there is none."""
    if named and (Path(named) / MANIFEST).exists():
        folder = Path(named).resolve()
        archive = Archive(folder=folder.parent, world=RealWorld())
        return Meant(archive=archive, edition=folder.name, space=_space_of(archive, folder.name, workspace))
    archive, space = archive_meant(outline, output, workspace)
    edition = named or archive.latest()
    if not edition:
        fail(f"there is no edition of {space.shown(space.outline)} yet", WRONG_INPUT)
    if edition not in archive.names():
        there = ", ".join(archive.editions()[-8:]) or "none"
        fail(f"there is no edition {edition}; there are: {there}", WRONG_INPUT)
    return Meant(archive=archive, edition=edition, space=space)


def _space_of(archive: Archive, edition: str, workspace: Path | None) -> Workspace | None:
    inputs = archive.inputs(edition)
    if inputs is None:
        return None
    world = RealWorld()
    roots = [workspace.resolve()] if workspace else list(archive.folder.parents)
    for root in roots:
        if (root / inputs.outline).exists():
            return replace(workspace_of(root / inputs.outline, world, root), root=root)
    return None
