"""Whether a brief must be made anew, and why, told from digests alone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Literal

from briefgen import __version__
from briefgen.editions.archive import Archive
from briefgen.editions.dating import date_of_information, moment
from briefgen.editions.inputs import Inputs, code_digest
from briefgen.editions.resources import templates_folder
from briefgen.editions.snapshot import ABSENT
from briefgen.editions.workspace import Workspace
from briefgen.values import dataclass
from briefgen.world import World, WorldError

ReasonKind = Literal["first", "changed", "new", "gone", "tool", "format", "allowed", "lost", "date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why a brief must be made: what kind of reason, the file or value, and a sentence."""

    kind: ReasonKind
    what: str
    words: str

    def __str__(self) -> str:
        return self.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What stands between the newest edition, if there is one, and the inputs of today.

    Files that reasons name are told from `root`.
    """

    root: Path
    former: str
    reasons: tuple[Reason, ...]

    @property
    def stale(self) -> bool:
        """Whether there is anything to make."""
        return bool(self.reasons)

    @property
    def only_the_date(self) -> bool:
        """Whether nothing but the day has changed, for an outline whose as-of date is `today`."""
        return self.stale and all(reason.kind == "date" for reason in self.reasons)


def plan(
    archive: Archive, space: Workspace, world: World, formats: Sequence[str], allow: Collection[str]
) -> Plan:
    """Compare what the newest edition was made from with what there is now."""
    former = archive.latest()
    inputs = archive.inputs(former) if former else None
    if inputs is None:
        first = Reason(kind="first", what="", words="there is no edition yet")
        return Plan(root=space.root, former="", reasons=(first,))
    root = inputs.root_of(space.outline)
    if root is None:
        moved = Reason(kind="new", what=inputs.outline, words=f"the outline was {inputs.outline}")
        return Plan(root=space.root, former=former, reasons=(moved,))
    reasons = _reasons(archive, former, inputs, root, world, formats, allow)
    return Plan(root=root, former=former, reasons=tuple(reasons))


def _reasons(
    archive: Archive,
    former: str,
    inputs: Inputs,
    root: Path,
    world: World,
    formats: Sequence[str],
    allow: Collection[str],
) -> Iterator[Reason]:
    for name, known in inputs.files.items():
        yield from _file(name, known, _digest(world, root / name))
    for name, known in inputs.resources.items():
        yield from _file(name, known, _digest(world, templates_folder(world) / name))
    if inputs.briefgen != __version__:
        words = f"briefgen is {__version__}, it was {inputs.briefgen}"
        yield Reason(kind="tool", what=__version__, words=words)
    elif inputs.code != code_digest():
        yield Reason(kind="tool", what=__version__, words="briefgen itself has been changed")
    for name in formats:
        if name not in inputs.formats:
            yield Reason(kind="format", what=name, words=f"there is no {name} of it yet")
    for code in inputs.allowed:
        if code not in allow:
            yield Reason(kind="allowed", what=code, words=f"errors {code} are no longer allowed")
    brief = archive.folder.name
    for name in inputs.formats:
        if not world.exists(archive.folder / former / f"{brief}.{name}"):
            words = f"the edition {former} has lost {brief}.{name}"
            yield Reason(kind="lost", what=name, words=words)
    as_of = date_of_information("today", world) if inputs.today else inputs.as_of
    if as_of != inputs.as_of:
        yield Reason(kind="date", what=as_of, words=f"today is {as_of}, it was {inputs.as_of}")
    elif moment(as_of, world) != inputs.dated:
        words = "SOURCE_DATE_EPOCH names another moment"
        yield Reason(kind="date", what=moment(as_of, world), words=words)


def _file(name: str, known: str, now: str) -> Iterator[Reason]:
    if known == now:
        return
    if now == ABSENT:
        yield Reason(kind="gone", what=name, words=f"{name} is gone")
    elif known == ABSENT:
        yield Reason(kind="new", what=name, words=f"{name} is new")
    else:
        yield Reason(kind="changed", what=name, words=f"{name} has changed")


def _digest(world: World, path: Path) -> str:
    try:
        return sha256(world.read(path)).hexdigest()
    except WorldError:
        return ABSENT
