"""The editions of one brief on disk: `outputs/<brief>/<edition>/`, `latest`, and links to its files.

An edition is never altered. What a kill leaves behind is swept away by the next build.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from briefgen.editions.dating import brief_name
from briefgen.editions.inputs import Inputs
from briefgen.editions.workspace import Workspace
from briefgen.values import dataclass
from briefgen.world import UNFINISHED, World, WorldError

if TYPE_CHECKING:
    from briefgen.editions.manifest import Manifest
    from briefgen.model.document import Document

LATEST = "latest"
MANIFEST = "manifest.json"
DOCUMENT = "document.json"
CHANGES = "changes.md"
PATIENCE = 120.0
"""Seconds to wait for another build of the same brief."""

ARCHIVED = "inputs"
"""The folder, in an edition, of the outline, register and templates that it was made from."""

_CONFIRMED = ".confirmed.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """The folder of one brief's editions.

    A manifest is read once, for an edition never changes.
    """

    folder: Path
    world: World
    _manifests: dict[str, dict[str, Any] | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def lock_file(self) -> Path:
        """What a build holds while it writes here."""
        return self.folder / ".lock"

    def names(self) -> list[str]:
        """The names of all folders that may be editions."""
        return [
            name
            for name in self.world.names(self.folder)
            if not name.startswith(".")
            and name != LATEST
            and self.world.exists(self.folder / name / MANIFEST)
        ]

    def latest(self) -> str:
        """The id of the newest edition that can be read, empty where there is none.

        It is what `latest` points at, unless a build was killed just before it could say so.
        """
        names = self.names()
        named = self.world.linked(self.folder / LATEST)
        if named in names and self.data(named) is not None:
            history = self._history(named)
            newer = [name for name in names if name != named and name not in history]
            following = [name for name in newer if named in self._history(name)]
            return max(following, key=lambda name: len(self._history(name)), default=named)
        readable = [name for name in names if self.data(name) is not None]
        return max(readable, key=lambda name: (len(self._history(name)), name), default="")

    def editions(self) -> list[str]:
        """The ids of all editions there are, oldest first."""
        names = [name for name in self.names() if self.data(name) is not None]
        return sorted(names, key=lambda name: (len(self._history(name)), name))

    def data(self, edition: str) -> dict[str, Any] | None:
        """An edition's manifest as plain data; None where it cannot be read."""
        if edition not in self._manifests:
            self._manifests[edition] = self._json(self.folder / edition / MANIFEST)
        return self._manifests[edition]

    def inputs(self, edition: str) -> Inputs | None:
        """What an edition follows from: as recorded, or as confirmed since to give the same edition."""
        confirmed = self._json(self.folder / _CONFIRMED)
        data = self.data(edition)
        if confirmed is not None and confirmed.get("edition") == edition:
            data = confirmed
        try:
            return Inputs.from_data(data["made_from"]) if data else None
        except (KeyError, TypeError):
            return None

    def outputs(self, edition: str) -> Mapping[str, str]:
        """The SHA-256 of an edition's outputs by name; empty where its manifest cannot be read.

        A manifest that somebody meddled with cannot lead out of the brief's folder.
        """
        outputs: dict[str, str] = (self.data(edition) or {}).get("outputs", {})
        return {name: digest for name, digest in outputs.items() if name == Path(name).name}

    def manifest(self, edition: str) -> Manifest | None:
        """An edition's manifest; None where it cannot be read."""
        from briefgen.editions.manifest import manifest_from_data

        data = self.data(edition)
        try:
            return manifest_from_data(data) if data else None
        except (KeyError, TypeError, ValueError):
            return None

    def document(self, edition: str) -> Document | None:
        """An edition's document; None where it cannot be read, as one of another version of briefgen."""
        from briefgen.model.serial import NotADocument, document_from_data

        data = self._json(self.folder / edition / DOCUMENT)
        try:
            return document_from_data(data) if data else None
        except NotADocument:
            return None

    def next_id(self, as_of: str, history: Sequence[str]) -> str:
        """The id of a further edition: its as-of date, then `.2`, `.3` and so on. No id is used twice."""
        used = {*history, *self.world.names(self.folder)}
        numbers = [_number(name) for name in used if name.partition(".")[0] == as_of]
        return f"{as_of}.{max(numbers) + 1}" if numbers else as_of

    def publish(self, edition: str, files: Mapping[str, bytes]) -> None:
        """Write an edition whole, then let `latest` point at it. Raises WorldError."""
        self.world.write_folder(self.folder / edition, files)
        self.world.link(self.folder / LATEST, edition)

    def show(self, edition: str, outputs: Mapping[str, str]) -> dict[Path, Path]:
        """See that the brief's folder shows an edition's outputs (SHA-256 by name), and no others.

        Gives the files that a person had altered there, each with the place where it is kept now.
        """
        if self.world.linked(self.folder / LATEST) != edition:
            self.world.link(self.folder / LATEST, edition)
        kept: dict[Path, Path] = {}
        for name in outputs:
            aside = self._show_one(edition, name)
            if aside is not None:
                kept[self.folder / name] = aside
        for name in self.world.names(self.folder):
            if name not in outputs and self.world.linked(self.folder / name) == f"{LATEST}/{name}":
                self.world.remove(self.folder / name)
        return kept

    def shows(self, edition: str, outputs: Iterable[str]) -> bool:
        """Whether `show` has nothing left to do."""
        return self.world.linked(self.folder / LATEST) == edition and all(
            self.world.linked(self.folder / name) == f"{LATEST}/{name}" for name in outputs
        )

    def confirm(self, edition: str, inputs: Inputs) -> None:
        """Remember that other inputs too give this very edition. Raises WorldError."""
        data = {"edition": edition, "made_from": inputs.to_data()}
        self.world.write({self.folder / _CONFIRMED: as_json(data)})

    def sweep(self) -> None:
        """Remove what killed builds left unfinished. Raises WorldError."""
        for name in self.world.names(self.folder):
            if name.startswith(UNFINISHED):
                self.world.remove(self.folder / name)

    def discard(self, edition: str) -> None:
        """Remove an edition that nobody has seen. Raises WorldError."""
        self.world.remove(self.folder / edition)

    def prune(self, keep: int) -> list[str]:
        """Remove all but the newest `keep` editions (at least one), and say which. Raises WorldError."""
        going = self.editions()[: -max(keep, 1)]
        for edition in going:
            self.world.remove(self.folder / edition)
        return going

    def _show_one(self, edition: str, name: str) -> Path | None:
        path, target = self.folder / name, f"{LATEST}/{name}"
        if self.world.linked(path) == target:
            return None
        kept = self._set_aside(path, name)
        if not self.world.link(path, target):
            self.world.write({path: self.world.read(self.folder / edition / name)})
        return kept

    def _set_aside(self, path: Path, name: str) -> Path | None:
        """A copy of a file that stands in an output's place and is none of ours: a person's edited draft."""
        if self.world.linked(path) or not self.world.exists(path):
            return None
        data = self.world.read(path)
        digest = sha256(data).hexdigest()
        if any(digest == self.outputs(known).get(name) for known in self.names()):
            return None
        stem, dot, ending = name.rpartition(".")
        number, aside = 1, self.folder / f"{stem}.edited{dot}{ending}"
        while self.world.exists(aside):
            number += 1
            aside = self.folder / f"{stem}.edited-{number}{dot}{ending}"
        self.world.write({aside: data})
        return aside

    def _history(self, edition: str) -> list[str]:
        return list((self.data(edition) or {}).get("history", ()))

    def _json(self, path: Path) -> dict[str, Any] | None:
        try:
            data = json.loads(self.world.read(path))
        except (WorldError, ValueError):
            return None
        return data if isinstance(data, dict) else None


def archive_of(space: Workspace, output: Path | None, world: World) -> Archive:
    """Where the editions of a workspace's brief are kept.

    Raises:
        WorldError: where the folder holds another outline's brief of the same name.
    """
    name = brief_name(space.outline)
    archive = Archive(folder=outputs_folder(space, output, world) / name, world=world)
    latest = archive.latest()
    inputs = archive.inputs(latest) if latest else None
    if inputs is not None and inputs.root_of(space.outline) is None:
        other = space.root / inputs.outline
        if world.exists(other):
            raise WorldError(
                f"{space.shown(archive.folder)} holds the brief of {space.shown(other)}: "
                f"rename the folder of {space.shown(space.outline)}, or give another with -o"
            )
    return archive


def outputs_folder(space: Workspace, output: Path | None, world: World) -> Path:
    """The folder given, or the nearest `outputs` at or above the outline, or one in the workspace's root."""
    if output is not None:
        return world.real(output)
    for folder in space.outline.parents:
        if world.exists(folder / "outputs"):
            return folder / "outputs"
        if folder == space.root:
            break
    return space.root / "outputs"


def as_json(data: object) -> bytes:
    """Data as indented JSON in UTF-8."""
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _number(edition: str) -> int:
    number = edition.partition(".")[2]
    return int(number) if number.isdecimal() else 1
