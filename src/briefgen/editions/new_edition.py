"""A new edition: made, compared with the one before, rendered, published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.anchoring.reanchoring import reanchor, report
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.editions import change_statement, recording
from briefgen.editions.archive import CHANGES, DOCUMENT, MANIFEST, Archive, as_json
from briefgen.editions.changes import Changes
from briefgen.editions.compare import Side, compare, side_of, without_frame
from briefgen.editions.gathering import Gathered, gather
from briefgen.editions.inputs import Inputs
from briefgen.editions.making import Assembled, Made, checked, put_together
from briefgen.editions.manifest import Manifest, manifest_to_data
from briefgen.editions.plan import Plan
from briefgen.editions.rendering import Outputs, begun, render_all
from briefgen.editions.request import FORMATS, Built, Format, Request
from briefgen.editions.snapshot import Snapshot
from briefgen.editions.workspace import Workspace
from briefgen.model.document import Document, Section
from briefgen.model.evidence import Anchor
from briefgen.model.serial import to_json
from briefgen.text.wording import wording_of
from briefgen.text.wording.english import ENGLISH
from briefgen.values import dataclass
from briefgen.world import World


@dataclass(frozen=True, slots=True, kw_only=True)
class _Former:
    """The edition that stands: its manifest, and its document where it can still be read."""

    manifest: Manifest
    document: Document | None


def make_edition(request: Request, space: Workspace, archive: Archive, planned: Plan, world: World) -> Built:
    """Make the brief, and an edition of it where it differs from the former one.

    Raises:
        WorldError: where the disk fails; all editions are then as they were.
    """
    former = _former(archive, planned.former)
    snapshot = Snapshot(world)
    remembered = {anchor.passage: anchor for anchor in former.manifest.anchors} if former else {}
    gathered = gather(replace(space, world=snapshot), remembered)
    assembled = put_together(gathered)
    told = tuple(_told_of_sources(planned, gathered, remembered))
    failed = Built(
        outcome="failed",
        edition=planned.former,
        reasons=tuple(map(str, planned.reasons)),
        found=(*gathered.found, *told),
        texts=gathered.texts,
        inputs=snapshot.sought,
    )
    if assembled is None:
        return failed
    work = _Work(request=request, assembled=assembled, snapshot=snapshot, archive=archive, former=former)
    lost = any(reason.kind == "lost" for reason in planned.reasons)
    standing = None if request.force or lost else work.standing()
    draft = standing or work.new()
    with begun(assembled, draft.document, work.formats, snapshot, world) as finish:
        made = checked(assembled)
        found = (*made.found, *told)
        if _failing(found, request.allow):
            return replace(failed, found=found)
        outputs = finish(made)
    remarks = (*_standing(planned, made), *_still_open(gathered, work.formats))
    same = (
        former is not None
        and standing is not None
        and recording.digests(outputs.files) == dict(former.manifest.outputs)
    )
    if standing and not same:
        draft = work.new()
        outputs = render_all(made, draft.document, work.formats, snapshot)
    found = (*found, *outputs.found)
    if _failing(found, request.allow):
        return replace(failed, found=found)
    if former is not None and same:
        archive.confirm(former.manifest.edition, work.inputs(made, world))
        archive.show(former.manifest.edition, former.manifest.outputs)
        return replace(failed, outcome="same", remarks=remarks, found=found)
    manifest, kept = work.publish(made, draft, outputs, world)
    return replace(
        failed,
        outcome="published",
        edition=manifest.edition,
        files=tuple(space.shown(archive.folder / name) for name in manifest.outputs),
        remarks=(*remarks, *kept),
        found=found,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Draft:
    """A document with the edition that it is to become, and what changed since an earlier one."""

    document: Document
    history: tuple[str, ...]
    changes: Changes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    """A brief as assembled, on its way to an edition."""

    request: Request
    assembled: Assembled
    snapshot: Snapshot
    archive: Archive
    former: _Former | None

    @property
    def document(self) -> Document:
        """The document as assembled, of no edition yet."""
        return self.assembled.assembly.document

    @property
    def formats(self) -> tuple[Format, ...]:
        """The formats asked for, and those of the former edition, so that none goes out of date unseen."""
        made = self.former.manifest.made_from.formats if self.former else ()
        return tuple(name for name in FORMATS if name in self.request.formats or name in made)

    def inputs(self, made: Made, world: World) -> Inputs:
        """What the brief was made from; complete after rendering."""
        return recording.inputs_of(made, self.formats, self.request.allow, self.snapshot, world)

    def standing(self) -> _Draft | None:
        """The edition that stands, where today's brief says the same: its files may come out again."""
        then = self.former.document if self.former else None
        if then is None or without_frame(then) != self.document:
            return None
        told = next((section for section in then.sections if section.role == "changes"), None)
        document = change_statement.with_section(self.document, told, then.edition)
        return _Draft(document=document, history=self._history())

    def new(self) -> _Draft:
        """A new edition."""
        history = self._history()
        edition = self.archive.next_id(self.document.as_of, history)
        changes = self._changes(history, edition)
        document = change_statement.with_section(self.document, self._section(changes), edition)
        return _Draft(document=document, history=history, changes=changes)

    def publish(
        self, made: Made, draft: _Draft, outputs: Outputs, world: World
    ) -> tuple[Manifest, tuple[str, ...]]:
        """Write a new edition and show it; its manifest, and what a person had altered by hand, in words."""
        manifest, files = self._edition(made, draft, outputs, world)
        self.archive.publish(manifest.edition, files)
        aside = self.archive.show(manifest.edition, manifest.outputs)
        if self.request.replacing:
            self.archive.discard(self.request.replacing)
        space = made.gathered.workspace
        kept = (
            f"{space.shown(shown)} had been altered by hand; that file is now {space.shown(place)}"
            for shown, place in aside.items()
        )
        return manifest, tuple(kept)

    def _edition(
        self, made: Made, draft: _Draft, outputs: Outputs, world: World
    ) -> tuple[Manifest, dict[str, bytes]]:
        """The manifest and all files of a new edition."""
        document, changes = draft.document, draft.changes
        archived = recording.archived_of(made.gathered, self.snapshot)
        archived[DOCUMENT] = f"{to_json(document)}\n".encode()
        if changes is not None:
            archived[CHANGES] = change_statement.markdown(
                changes, document.as_of, wording_of(document.language)
            ).encode()
        manifest = Manifest(
            name=document.name,
            edition=document.edition,
            history=draft.history,
            made_from=self.inputs(made, world),
            outputs=recording.digests(outputs.files),
            archived=recording.digests(archived),
            sources=recording.sources_of(made.gathered),
            anchors=tuple(made.gathered.evidence.anchors.values()),
            figures=recording.figures_of(made),
            findings=recording.findings_of(made),
            changes=changes,
        )
        return manifest, {**outputs.files, **archived, MANIFEST: as_json(manifest_to_data(manifest))}

    def _history(self) -> tuple[str, ...]:
        if self.former is None:
            return ()
        return (*self.former.manifest.history, self.former.manifest.edition)

    def _changes(self, history: Sequence[str], edition: str) -> Changes | None:
        """What changed since the last edition of an earlier date, else since the former one."""
        standing = [name for name in reversed(history) if name != self.request.replacing]
        as_of = self.document.as_of
        earlier = [name for name in standing if name.partition(".")[0] < as_of]
        for name in (*earlier, *standing):
            former = _former(self.archive, name)
            if former is not None and former.document is not None:
                return compare(side_of(former.manifest, former.document), self._side(edition))
        return None

    def _side(self, edition: str) -> Side:
        gathered = self.assembled.gathered
        return Side(
            edition=edition,
            as_of=self.document.as_of,
            document=self.document,
            figures=recording.figures_of(self.assembled),
            sources=recording.sources_of(gathered),
            anchors=gathered.evidence.anchors,
            passages=frozenset(gathered.evidence.passages),
        )

    def _section(self, changes: Changes | None) -> Section | None:
        """The change statement; none where an edition of the same day is only set anew."""
        as_of = self.document.as_of
        if changes is None or (not changes.count and changes.since_as_of == as_of):
            return None
        return change_statement.section(changes, self.document, as_of)


def _former(archive: Archive, edition: str) -> _Former | None:
    manifest = archive.manifest(edition) if edition else None
    return _Former(manifest=manifest, document=archive.document(edition)) if manifest else None


def _told_of_sources(
    planned: Plan, gathered: Gathered, remembered: Mapping[str, Anchor]
) -> Iterator[Diagnostic]:
    """For each source whose bytes changed since the former edition: what that does to each passage."""
    changed = {planned.root / reason.what for reason in planned.reasons if reason.kind == "changed"}
    space, evidence = gathered.workspace, gathered.evidence
    for name, entry in gathered.register.entries.items() if gathered.register else ():
        place = space.world.real(gathered.register_path.parent / entry.file.value)
        if place in changed and name in evidence.texts:
            span = entry.file.span
            changes = reanchor(evidence.passages, remembered, evidence.texts[name], span)
            yield report(name, changes, span)


def _standing(planned: Plan, made: Made) -> Iterator[str]:
    """For each source that changed: that what is quoted from it still stands."""
    changed = {planned.root / reason.what for reason in planned.reasons if reason.kind == "changed"}
    space, anchors = made.gathered.workspace, made.gathered.evidence.anchors.values()
    for source in recording.sources_of(made.gathered):
        if space.root / source.file in changed:
            count = sum(1 for anchor in anchors if anchor.source == source.id)
            yield f"{source.file} has changed; {change_statement.standing(count, ENGLISH)}"


def _still_open(gathered: Gathered, formats: Sequence[Format]) -> Iterator[str]:
    """What readers of drafts wrote and nobody has settled, where it is shown."""
    count = sum(1 for remark in gathered.margin if not remark.settled)
    if count and "docx" in formats:
        many = "1 remark of a reader is open and stands"
        many = many if count == 1 else f"{count} remarks of readers are open and stand"
        yield f"{many} in the Word file: {gathered.workspace.shown(gathered.margin_path)}"


def _failing(found: Sequence[Diagnostic], allow: Sequence[str]) -> bool:
    return any(one.severity is Severity.ERROR and one.code not in allow for one in found)
