"""One brief from its outline to an edition on disk, if there is anything to make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from briefgen.editions.archive import Archive
from briefgen.editions.dating import brief_name
from briefgen.editions.plan import Plan, plan
from briefgen.editions.workspace import Workspace, workspace_of
from briefgen.values import dataclass
from briefgen.world import World, WorldError

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

Format = Literal["pdf", "docx", "html", "md", "json"]

FORMATS: tuple[Format, ...] = get_args(Format)
"""What a brief can be rendered to."""

USUAL_FORMATS: tuple[Format, ...] = ("pdf", "docx")
"""What it is rendered to where nobody says otherwise."""

PATIENCE = 120.0
"""Seconds to wait for another build of the same brief."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What to build, and how.

    `force` makes an edition even where nothing changed. `date_alone` says whether the day's passing alone is
    reason enough, for an outline as of today. `replacing` names an edition that nobody has seen yet and that
    the new one takes the place of.
    """

    outline: Path
    formats: tuple[Format, ...] = USUAL_FORMATS
    output: Path | None = None
    workspace: Path | None = None
    allow: tuple[str, ...] = ()
    force: bool = False
    date_alone: bool = True
    replacing: str = ""


Outcome = Literal["published", "unchanged", "same", "failed"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What came of a request.

    An edition was published; or nothing had changed; or what had changed gives the same edition; or it
    failed, and the former edition stands. `edition` is the one that stands now, empty where there is none;
    `files` are as the user would type them; `remarks` say in sentences what a person should know; `inputs`
    are the digests of what it was made from; `texts` serve excerpts of findings.
    """

    outcome: Outcome
    edition: str
    files: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    inputs: Mapping[Path, str] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)


def build(request: Request, world: World) -> Built:
    """Make one brief. Where an error is found whose code is not allowed, nothing is written.

    Raises:
        WorldError: where the disk fails; all editions are then as they were.
    """
    space = workspace_of(request.outline, world, request.workspace)
    archive = archive_of(space, request.output, world)
    planned = plan(archive, space, world, request.formats, request.allow)
    if not _wanted(planned, request) and archive.shows(planned.former, archive.outputs(planned.former)):
        return _unchanged(archive, planned)
    with world.lock(archive.lock_file, PATIENCE):
        archive = archive_of(space, request.output, world)
        archive.sweep()
        planned = plan(archive, space, world, request.formats, request.allow)
        if not _wanted(planned, request):
            archive.show(planned.former, archive.outputs(planned.former))
            return _unchanged(archive, planned)
        from briefgen.editions.making_anew import make_anew

        return make_anew(request, space, archive, planned, world)


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


def _wanted(planned: Plan, request: Request) -> bool:
    if request.force or not planned.former:
        return True
    return planned.stale and (request.date_alone or not planned.only_the_date)


def _unchanged(archive: Archive, planned: Plan) -> Built:
    known = archive.inputs(planned.former)
    files = {planned.root / name: digest for name, digest in known.files.items()} if known else {}
    return Built(outcome="unchanged", edition=planned.former, inputs=files)
