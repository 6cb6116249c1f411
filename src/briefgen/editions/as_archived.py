"""A workspace as it was when an edition was made: all but the sources from the edition's folder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from briefgen.editions.archive import ARCHIVED
from briefgen.editions.manifest import Manifest
from briefgen.editions.workspace import Workspace
from briefgen.world import ReadableWorld
from briefgen.world.delegating import DelegatingWorld


def as_archived(space: Workspace, folder: Path, manifest: Manifest) -> Workspace:
    """The workspace `space` with all but its sources as the edition in `folder` archived it."""
    archived = {
        space.root / name.partition("/")[2]: folder / name
        for name in manifest.archived
        if name.startswith(f"{ARCHIVED}/")
    }
    then = _AsArchived(space.world, archived)
    return replace(space, outline=space.root / manifest.made_from.outline, world=then)


class _AsArchived(DelegatingWorld):
    """A world in which all but the sources is as an edition archived it."""

    def __init__(self, world: ReadableWorld, archived: Mapping[Path, Path]) -> None:
        super().__init__(world)
        self._archived = archived

    def read(self, path: Path) -> bytes:
        """The bytes of a file, or of its archived copy. Raises WorldError."""
        return super().read(self._archived.get(path, path))

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder at `path`, or was."""
        return path in self._archived or super().exists(path)
