"""The one door to disk, clock and environment.

Everything above takes a `World`, so that a test can freeze it and a reader can see at a glance what a
function may touch.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Protocol

LARGEST_FILE = 200_000_000
"""Bytes. Larger inputs are refused rather than read: no outline, source or template is this large."""


class WorldError(Exception):
    """Disk or clock failed; the message says what was tried, on what, and why it failed."""


class World(Protocol):
    """What a stage may ask of the world."""

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

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write all files, each whole or not at all, the former ones left as they are on failure.

        Raises WorldError.
        """
        ...

    def now(self) -> datetime:
        """The present moment in UTC, or the one that SOURCE_DATE_EPOCH names."""
        ...

    def environment(self, name: str) -> str:
        """An environment variable, empty where it is not set."""
        ...


class RealWorld:
    """The machine that briefgen runs on."""

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises WorldError."""
        try:
            with path.open("rb") as file:
                data = file.read(LARGEST_FILE + 1)
        except OSError as failure:
            raise WorldError(f"cannot read {path}: {_reason(failure)}") from failure
        if len(data) > LARGEST_FILE:
            raise WorldError(f"cannot read {path}: larger than {LARGEST_FILE // 1_000_000} MB")
        return data

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder at `path`."""
        return path.exists()

    def real(self, path: Path) -> Path:
        """The path with `..` and links followed, whether or not something is there."""
        return path.resolve()

    def here(self) -> Path:
        """The current folder."""
        return Path.cwd()

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Write all files: first each under a temporary name beside its place, then all renamed."""
        pending: list[tuple[Path, Path]] = []
        try:
            for path, data in files.items():
                path.parent.mkdir(parents=True, exist_ok=True)
                handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
                pending.append((Path(name), path))
                with os.fdopen(handle, "wb") as file:
                    file.write(data)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).chmod(0o644)
            for temporary, path in pending:
                temporary.replace(path)
        except OSError as failure:
            for temporary, _ in pending:
                temporary.unlink(missing_ok=True)
            where = failure.filename or next(iter(files), "")
            raise WorldError(f"cannot write {where}: {_reason(failure)}") from failure

    def now(self) -> datetime:
        """The present moment in UTC, or the one that SOURCE_DATE_EPOCH names."""
        epoch = self.environment("SOURCE_DATE_EPOCH")
        if epoch:
            try:
                return datetime.fromtimestamp(int(epoch), UTC)
            except (ValueError, OverflowError, OSError) as failure:
                raise WorldError(f"SOURCE_DATE_EPOCH is not a number of seconds: {epoch!r}") from failure
        return datetime.now(UTC)

    def environment(self, name: str) -> str:
        """An environment variable, empty where it is not set."""
        return os.environ.get(name, "")


@dataclass
class FrozenWorld:
    """A world in memory, for tests: files by path, a clock that stands still, a log of what was written."""

    files: dict[Path, bytes] = field(default_factory=dict)
    moment: datetime = datetime(2025, 1, 20, 6, 0, tzinfo=UTC)
    variables: dict[str, str] = field(default_factory=dict)

    def read(self, path: Path) -> bytes:
        """The bytes of a file. Raises WorldError."""
        if path not in self.files:
            raise WorldError(f"cannot read {path}: no such file")
        return self.files[path]

    def exists(self, path: Path) -> bool:
        """Whether there is a file at `path`, or one below it."""
        return any(path == held or path in held.parents for held in self.files)

    def real(self, path: Path) -> Path:
        """The path with `..` followed; this world has no links."""
        return Path(os.path.normpath(path))

    def here(self) -> Path:
        """The root of this world."""
        return Path("/")

    def write(self, files: Mapping[Path, bytes]) -> None:
        """Keep all files in memory."""
        self.files.update(files)

    def now(self) -> datetime:
        """The moment that stands still."""
        return self.moment

    def environment(self, name: str) -> str:
        """A variable, empty where it is not set."""
        return self.variables.get(name, "")


def _reason(failure: OSError) -> str:
    return (failure.strerror or str(failure)).lower()
