"""What an edition's manifest keeps of a brief as it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256

from briefgen import __version__
from briefgen.citing.chicago import short_title
from briefgen.diagnostics import Severity
from briefgen.editions.archive import ARCHIVED
from briefgen.editions.gathering import Gathered
from briefgen.editions.inputs import Inputs, code_digest
from briefgen.editions.making import Assembled, Made
from briefgen.editions.manifest import FigureState, FindingState, ReadingState, SourceState
from briefgen.editions.resources import templates_folder
from briefgen.editions.snapshot import Snapshot
from briefgen.world import World


def digests(files: Mapping[str, bytes]) -> dict[str, str]:
    """The SHA-256 of files by name."""
    return {name: sha256(data).hexdigest() for name, data in files.items()}


def inputs_of(
    made: Made, formats: Sequence[str], allow: Sequence[str], snapshot: Snapshot, world: World
) -> Inputs:
    """What a brief was made from: all that was read on the way to its files."""
    gathered, document = made.gathered, made.assembly.document
    space, templates = gathered.workspace, templates_folder(world)
    files: dict[str, str] = {}
    resources: dict[str, str] = {}
    for path, digest in sorted(snapshot.digests.items()):
        name = space.relative(path)
        if path.is_relative_to(templates) and name not in gathered.digests:
            resources[path.relative_to(templates).as_posix()] = digest
        else:
            files[name] = digest
    errors = {one.code for one in made.found if one.severity is Severity.ERROR}
    assert gathered.outline is not None
    return Inputs(
        outline=space.relative(space.outline),
        as_of=document.as_of,
        today=gathered.outline.as_of.value == "today",
        dated=document.dated,
        briefgen=__version__,
        code=code_digest(),
        formats=tuple(formats),
        allowed=tuple(sorted(errors & {*allow})),
        files=files,
        resources=resources,
    )


def archived_of(gathered: Gathered, snapshot: Snapshot) -> dict[str, bytes]:
    """Copies of outline, register and templates, by path in the edition's folder.

    Sources stay where they are: the manifest knows each by its digest.
    """
    space = gathered.workspace
    sources = {state.file for state in sources_of(gathered)}
    return {
        f"{ARCHIVED}/{name}": snapshot.read(space.root / name)
        for name, digest in gathered.digests.items()
        if name not in sources and digest
    }


def sources_of(gathered: Gathered) -> tuple[SourceState, ...]:
    """The sources that the brief quotes."""
    space, outline, evidence = gathered.workspace, gathered.outline, gathered.evidence
    assert outline is not None
    register = space.world.real(space.outline.parent / outline.register.value)
    return tuple(
        SourceState(
            id=name,
            title=short_title(evidence.sources[name]),
            file=space.relative(register.parent / capture.file),
            sha256=capture.sha256,
        )
        for name, capture in evidence.captures.items()
    )


def figures_of(assembled: Assembled) -> tuple[FigureState, ...]:
    """The brief's figures with what each passage says of them."""
    passages = assembled.gathered.evidence.passages
    return tuple(
        FigureState(
            id=figure.id,
            label=figure.label,
            readings=tuple(
                ReadingState(
                    passage=reading.passage,
                    source=passages[reading.passage].source,
                    low=str(reading.low),
                    high=str(reading.high),
                    shown=reading.shown,
                )
                for reading in figure.readings
            ),
            computed=figure.computed.shown if figure.computed else "",
        )
        for figure in assembled.assembly.figures.values()
    )


def findings_of(made: Made) -> tuple[FindingState, ...]:
    """What the build found, its places told from the workspace's root."""
    space = made.gathered.workspace
    return tuple(
        FindingState(
            severity=one.severity.value,
            code=one.code,
            message=one.message,
            place=str(one.span).replace(one.span.file, space.relative(space.world.here() / one.span.file), 1)
            if one.span
            else "",
        )
        for one in made.found
    )
