"""A world in memory, for tests."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from briefgen.world.contract import Busy, WorldError

T = TypeVar("T")


@dataclass
class FrozenWorld:
    """A world in memory, for tests: files by path, a clock that stands still, a log of what was written."""

    files: dict[Path, bytes] = field(default_factory=dict)
    moment: datetime = datetime(2025, 1, 20, 6, 0, tzinfo=UTC)
    variables: dict[str, str] = field(default_factory=dict)
    links: dict[Path, str] = field(default_factory=dict)
    locks: set[Path] = field(default_factory=set)
    sent: list[tuple[str, bytes]] = field(default_factory=list)
    refusals: dict[str, list[str]] = field(default_factory=dict)

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises WorldError."""
        real = self.real(path)
        if real not in self.files:
            raise WorldError(f"cannot read {path}: no such file")
        return self.files[real]

    def exists(self, path: Path) -> bool:
        """Whether there is a file at `path`, or one below it."""
        real = self.real(path)
        return any(real == held or real in held.parents for held in self.files)

    def real(self, path: Path) -> Path:
        """The path with `..` and links followed."""
        normal = Path(os.path.normpath(path))
        for link, target in self.links.items():
            if normal == link or link in normal.parents:
                return self.real(link.parent / target / normal.relative_to(link))
        return normal

    def here(self) -> Path:
        """The root of this world."""
        return Path("/")

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Keep all files in memory."""
        self.files.update(files)

    def names(self, folder: Path) -> list[str]:
        """The names in a folder, sorted."""
        held = [*self.files, *self.links]
        return sorted({path.relative_to(folder).parts[0] for path in held if folder in path.parents})

    def write_folder(self, folder: Path, files: Mapping[str, bytes]) -> None:
        """Keep all files in memory. Raises WorldError where there is such a folder."""
        if self.exists(folder):
            raise WorldError(f"cannot write {folder}: it is there already")
        self.files.update({folder / name: data for name, data in files.items()})

    def link(self, path: Path, target: str) -> bool:
        """Remember a link."""
        self.files.pop(path, None)
        self.links[path] = target
        return True

    def linked(self, path: Path) -> str:
        """Where the link at `path` leads; empty where there is no link."""
        return self.links.get(path, "")

    def remove(self, path: Path) -> None:
        """Forget a file, a link or a folder."""
        self.links.pop(path, None)
        self.files = {held: data for held, data in self.files.items() if path not in (held, *held.parents)}

    @contextmanager
    def lock(self, path: Path, patience: float) -> Iterator[None]:
        """Hold a lock. Raises Busy where it is held."""
        if path in self.locks:
            raise Busy(f"{path} is held")
        self.locks.add(path)
        try:
            yield
        finally:
            self.locks.remove(path)

    def stamp(self, path: Path) -> tuple[int, int] | None:
        """A digest of the bytes, and their number."""
        data = self.files.get(self.real(path))
        return None if data is None else (hash(data), len(data))

    def clock(self) -> datetime:
        """The moment that stands still."""
        return self.moment

    def wait(self, seconds: float) -> None:
        """Move the clock on."""
        self.moment += timedelta(seconds=seconds)

    @contextmanager
    def meanwhile(self, work: Callable[[], T]) -> Iterator[Callable[[], T]]:
        """Have work wait until its result is asked for."""
        yield work

    def post(self, address: str, body: bytes) -> None:
        """Remember what was sent; raise what stands in `refusals` for the address, if anything is left."""
        refusals = self.refusals.get(address, [])
        if refusals:
            raise WorldError(refusals.pop(0))
        self.sent.append((address, body))

    def run(self, command: Sequence[str], body: bytes, folder: Path) -> None:
        """Remember what was run."""
        self.sent.append((" ".join(command), body))

    def now(self) -> datetime:
        """The moment that stands still."""
        return self.moment

    def environment(self, name: str) -> str:
        """A variable, empty where it is not set."""
        return self.variables.get(name, "")
