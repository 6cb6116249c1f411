"""A world seen through another's eyes."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from briefgen.world.contract import ReadableWorld


class DelegatingWorld:
    """A readable world that hands every question on; a subclass answers itself what it sees otherwise."""

    def __init__(self, world: ReadableWorld) -> None:
        self.world = world

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises WorldError."""
        return self.world.read(path)

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder at `path`."""
        return self.world.exists(path)

    def real(self, path: Path) -> Path:
        """The path with `..` and links followed, whether or not something is there."""
        return self.world.real(path)

    def here(self) -> Path:
        """The current folder."""
        return self.world.here()

    def now(self) -> datetime:
        """The present moment in UTC, or the one that SOURCE_DATE_EPOCH names."""
        return self.world.now()

    def environment(self, name: str) -> str:
        """An environment variable, empty where it is not set."""
        return self.world.environment(name)
