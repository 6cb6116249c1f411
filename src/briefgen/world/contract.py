"""What may be asked of the world, and how it says that it failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Protocol, TypeVar

T = TypeVar("T")

UNFINISHED = ".unfinished-"
"""How the names of files and folders begin that are still being written, or that a kill left behind."""


class WorldError(Exception):
    """Disk, network or clock failed; the message says what was tried, on what, and why it failed."""


class Busy(WorldError):
    """Another process holds the lock."""


class ReadableWorld(Protocol):
    """What a stage may ask of the world that changes nothing in it."""

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises WorldError."""
        ...

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder at `path`."""
        ...

    def real(self, path: Path) -> Path:
        """The path with `..` and links followed, whether or not something is there."""
        ...

    def here(self) -> Path:
        """The current folder."""
        ...

    def now(self) -> datetime:
        """The present moment in UTC, or the one that SOURCE_DATE_EPOCH names."""
        ...

    def environment(self, name: str) -> str:
        """An environment variable, empty where it is not set."""
        ...


class World(ReadableWorld, Protocol):
    """All that may be asked of the world."""

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write all files, each whole or not at all, the former ones left as they are on failure.

        Raises WorldError.
        """
        ...

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted; none where there is no such folder."""
        ...

    def write_folder(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """Write a new folder of files, by their paths in it, read-only; it appears whole or not at all.

        Raises WorldError, also where there is such a folder.
        """
        ...

    def link(self, path: Path, target: str) -> bool:
        """Make `path` a link to `target`, relative to it, at once; False where no links can be made.

        Raises WorldError.
        """
        ...

    def linked(self, path: Path) -> str:
        """Where the link at `path` leads, as it was made; empty where there is no link."""
        ...

    def remove(self, path: Path) -> None:
        """Remove a file, a link or a folder, at once for all who look; fine where there is none.

        Raises WorldError.
        """
        ...

    def lock(self, path: Path, patience: float) -> AbstractContextManager[None]:
        """Hold the lock file at `path`, waiting up to `patience` seconds for others to let go of it.

        Raises WorldError, and Busy where others did not.
        """
        ...

    def stamp(self, path: Path) -> tuple[int, int] | None:
        """What changes when a file does: its time in nanoseconds and its size; None where there is none."""
        ...

    def clock(self) -> datetime:
        """The present moment in UTC, whatever SOURCE_DATE_EPOCH says."""
        ...

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        ...

    def meanwhile(self, work: Callable[[], T]) -> AbstractContextManager[Callable[[], T]]:
        """Begin work that changes nothing beside what follows, where this machine has a processor to spare.

        What is entered gives the result, once, and waits for it; elsewhere it does the work then. Work whose
        result nobody asks for is given up. A WorldError of the work is raised where its result is asked for.
        """
        ...

    def post(self, address: str, body: bytes) -> None:
        """Send a JSON body to a web address. Raises WorldError where it is not taken."""
        ...

    def run(self, command: Sequence[str], body: bytes, folder: Path) -> None:
        """Run a program in a folder, without a shell, with a body on its standard input.

        Raises WorldError where it cannot be run, fails, or takes longer than a minute.
        """
        ...
