"""The inputs of one build as they were when it read them."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from briefgen.world import ReadableWorld, WorldError
from briefgen.world.delegating import DelegatingWorld

ABSENT = ""
"""What stands for the digest of a file that a build looked for and did not find."""


class Snapshot(DelegatingWorld):
    """A world in which every file is read once.

    What a build has read stays as it was, even where the file changes midway; `digests` (SHA-256 by path)
    are therefore those of what the brief was made from, whichever stage asked for it. `sought` has the files
    too that were only looked for.
    """

    def __init__(self, world: ReadableWorld) -> None:
        super().__init__(world)
        self.digests: dict[Path, str] = {}
        self.sought: dict[Path, str] = {}
        self._read: dict[Path, bytes] = {}

    def read(self, path: Path) -> bytes:
        """The bytes of a file, the same at every call. Raises WorldError."""
        real = self.world.real(path)
        if real not in self._read:
            try:
                data = self.world.read(real)
            except WorldError:
                self.digests[real] = self.sought[real] = ABSENT
                raise
            self._read[real] = data
            self.digests[real] = self.sought[real] = sha256(data).hexdigest()
        return self._read[real]

    def learn(self, digests: Mapping[Path, str], sought: Mapping[Path, str]) -> None:
        """Take over what a copy of this snapshot has read and looked for since it was copied.

        Raises:
            WorldError: where both read a file, and it changed in between.
        """
        for path in self.digests.keys() & digests.keys():
            if self.digests[path] != digests[path]:
                raise WorldError(f"{path} changed while it was read; try again")
        self.digests |= digests
        self.sought |= sought

    def exists(self, path: Path) -> bool:
        """Whether there is a file or folder at `path`."""
        there = self.world.exists(path)
        if not there:
            self.sought[self.world.real(path)] = ABSENT
        return there
