"""One brief from its outline to an edition on disk, if there is anything to make."""

from __future__ import annotations

from briefgen.editions.archive import PATIENCE, Archive, archive_of
from briefgen.editions.plan import Plan, plan
from briefgen.editions.request import Built, Request
from briefgen.editions.workspace import workspace_of
from briefgen.world import World


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
        from briefgen.editions.new_edition import make_edition

        return make_edition(request, space, archive, planned, world)


def _wanted(planned: Plan, request: Request) -> bool:
    if request.force or not planned.former:
        return True
    return planned.stale and (request.date_alone or not planned.only_the_date)


def _unchanged(archive: Archive, planned: Plan) -> Built:
    known = archive.inputs(planned.former)
    files = {planned.root / name: digest for name, digest in known.files.items()} if known else {}
    return Built(outcome="unchanged", edition=planned.former, inputs=files)
