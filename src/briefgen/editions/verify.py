"""Whether an edition is still what it was, and whether its passages still stand in their sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from briefgen.anchoring.changed_within import changed_within
from briefgen.editions.archive import MANIFEST, Archive
from briefgen.editions.as_archived import as_archived
from briefgen.editions.gathering import gather
from briefgen.editions.manifest import Manifest
from briefgen.editions.workspace import Workspace
from briefgen.values import dataclass
from briefgen.world import World, WorldError


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What was looked at, what no longer holds, and what a person should know although it holds."""

    files: int
    passages: int
    broken: tuple[str, ...]
    remarks: tuple[str, ...]


def verify(archive: Archive, edition: str, space: Workspace | None, world: World) -> Verification:
    """Compute every digest of an edition anew, and look up every passage in its source as it is today.

    Without a workspace, sources cannot be looked at, and a remark says so.
    """
    manifest = archive.manifest(edition)
    if manifest is None:
        unreadable = f"{edition}/{MANIFEST} cannot be read, so that nothing else can be told"
        return Verification(files=0, passages=0, broken=(unreadable,), remarks=())
    folder = archive.folder / edition
    broken = list(_files(folder, manifest, world))
    remarks: list[str] = []
    if space is None:
        remarks.append(f"the workspace of {manifest.made_from.outline} was not found: sources not looked at")
    else:
        root = manifest.made_from.root_of(space.outline) or space.root
        lost, told = _passages(folder, manifest, replace(space, root=root))
        broken += lost
        remarks += told
    return Verification(
        files=len(manifest.outputs) + len(manifest.archived),
        passages=len(manifest.anchors) if space is not None else 0,
        broken=tuple(broken),
        remarks=tuple(remarks),
    )


def _files(folder: Path, manifest: Manifest, world: World) -> Iterator[str]:
    known = {**manifest.outputs, **manifest.archived}
    for name, digest in known.items():
        try:
            found = sha256(world.read(folder / name)).hexdigest()
        except WorldError as failure:
            yield str(failure)
            continue
        if found != digest:
            yield f"{name} has been altered since it was published"
    expected = {MANIFEST, *(name.partition("/")[0] for name in known)}
    for name in world.names(folder):
        if name not in expected:
            yield f"{name} is no file of this edition"


def _passages(folder: Path, manifest: Manifest, space: Workspace) -> tuple[list[str], list[str]]:
    gathered = gather(as_archived(space, folder, manifest))
    anchors = gathered.evidence.anchors
    broken: list[str] = []
    remarks: list[str] = []
    for source in manifest.sources:
        quoted = [anchor for anchor in manifest.anchors if anchor.source == source.id]
        now = gathered.evidence.captures.get(source.id)
        if now is None:
            passages = "its 1 passage" if len(quoted) == 1 else f"its {len(quoted)} passages"
            broken.append(f"{source.file} cannot be read: {passages} could not be looked up")
            continue
        lost = [anchor for anchor in quoted if anchor.passage not in anchors]
        broken += [
            f"the passage {anchor.passage} no longer stands in {source.file}: “{anchor.exact}”"
            for anchor in lost
        ]
        for anchor in quoted:
            passage, text = gathered.evidence.passages.get(anchor.passage), gathered.evidence.texts[source.id]
            found = anchors.get(anchor.passage)
            if passage and found and (changed := changed_within(anchor, found, passage, text)):
                lost.append(anchor)
                broken.append(
                    f"{source.file} says something else within the passage {anchor.passage}: {changed}"
                )
        if now.sha256 != source.sha256:
            standing = len(quoted) - len(lost)
            remarks.append(f"{source.file} has changed; {standing} of {len(quoted)} passages still stand")
        else:
            broken += [
                f"the passage {anchor.passage} stands elsewhere in {source.file} than recorded"
                for anchor in quoted
                if anchor.passage in anchors and anchors[anchor.passage].extent != anchor.extent
            ]
    return broken, remarks
