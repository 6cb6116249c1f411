"""What an edition was made from, by digests: enough to tell whether another would differ."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

import briefgen
from briefgen.values import dataclass
from briefgen.world import RealWorld


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """All that the bytes of an edition follow from, but for the edition before it.

    `outline` is its path from the workspace's root; `files` are SHA-256 by path from there, `resources` those
    of what comes with briefgen, by path in its templates folder; an empty digest stands for a file that was
    looked for and absent. `code` is the digest of the program itself. `today` says that the outline leaves
    the as-of date to the clock.
    """

    outline: str
    as_of: str
    today: bool
    dated: str
    briefgen: str
    code: str
    formats: tuple[str, ...]
    allowed: tuple[str, ...]
    files: Mapping[str, str]
    resources: Mapping[str, str]

    def root_of(self, outline: Path) -> Path | None:
        """The workspace's root as it was, for a call from another folder may take it for another.

        None where the outline lies at another place in its workspace.
        """
        parts = Path(self.outline).parts
        same = outline.parts[-len(parts) :] == parts
        return Path(*outline.parts[: -len(parts)]) if same else None

    def to_data(self) -> dict[str, Any]:
        """As plain data for JSON."""
        return asdict(self)

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> Inputs:
        """What `to_data` gave. Raises KeyError or TypeError for anything else."""
        tuples = {name: tuple(data[name]) for name in ("formats", "allowed")}
        return cls(**{**data, **tuples})


@cache
def code_digest() -> str:
    """The SHA-256 of the program: of the paths and bytes of its modules.

    Computed once in a process, for what runs is what was loaded. Raises WorldError.
    """
    world, package = RealWorld(), Path(briefgen.__file__).parent
    digest = sha256()
    for path in _modules(package, world):
        digest.update(f"{path.relative_to(package).as_posix()}\0".encode())
        digest.update(sha256(world.read(path)).digest())
    return digest.hexdigest()


def _modules(folder: Path, world: RealWorld) -> list[Path]:
    found: list[Path] = []
    for name in world.names(folder):
        if name.endswith(".py"):
            found.append(folder / name)
        elif "." not in name and name not in ("__pycache__", "templates"):
            found += _modules(folder / name, world)
    return found
