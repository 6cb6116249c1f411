"""Everything that a brief is made from: outline, register, sources, evidence, each with its digest."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import field, replace
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.anchoring.resolving import resolve
from briefgen.diagnostics import Diagnostic, error
from briefgen.editions.workspace import Workspace
from briefgen.model.citation import Source
from briefgen.model.evidence import Anchor, Capture, Evidence, Passage, SourceText
from briefgen.outline.decode import decode
from briefgen.outline.decoder import Located
from briefgen.outline.written import Outline, WrittenPassage
from briefgen.sources.reading import capture, read
from briefgen.sources.register import Register, decode_register
from briefgen.text.did_you_mean import did_you_mean
from briefgen.text.language_tags import primary
from briefgen.values import dataclass
from briefgen.world import WorldError

if TYPE_CHECKING:
    from briefgen.drafts.margin.remarks import Remark

NO_EVIDENCE = Evidence(sources={}, captures={}, texts={}, passages={}, anchors={})


@dataclass(slots=True, kw_only=True)
class Gathered:
    """An outline with its evidence. `digests` are the SHA-256 of each file read, by path from the root.

    `texts` holds every file read as text, by the name that findings carry, so that excerpts can be shown.
    `margin` is what readers of drafts wrote and what is kept of it beside the outline.
    """

    workspace: Workspace
    found: list[Diagnostic] = field(default_factory=list)
    outline: Outline | None = None
    register: Register | None = None
    evidence: Evidence = NO_EVIDENCE
    margin: tuple[Remark, ...] = ()
    digests: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def register_path(self) -> Path:
        """Where the register lies; what it names is relative to that."""
        workspace = self.workspace
        name = self.outline.register.value if self.outline else ""
        return workspace.world.real(workspace.outline.parent / name)

    @property
    def margin_path(self) -> Path:
        """Where the comments of readers are kept."""
        return self.workspace.outline.with_suffix(".comments.yaml")

    def read(self, base: Path, name: Located) -> bytes | None:
        """The bytes of a file that the outline or register names, digested; None with the reason noted."""
        data, found = self.workspace.read(base, name)
        self.found += found
        if data is not None:
            path = self.workspace.world.real(base.parent / name.value)
            self.digests[self.workspace.relative(path)] = sha256(data).hexdigest()
        return data


def gather(workspace: Workspace, remembered: Mapping[str, Anchor] | None = None) -> Gathered:
    """All inputs of an outline, as far as they can be read, and all that is wrong with them.

    `remembered` are the anchors of the last accepted edition by passage.
    """
    gathered = gather_written(workspace)
    if gathered.outline is not None:
        cited = {passage.source.value for passage in gathered.outline.passages.values()}
        _evidence(gathered, gathered.outline, read_sources(gathered, cited), remembered or {})
    return gathered


def gather_written(workspace: Workspace) -> Gathered:
    """What people wrote, the outline and its register, without any source."""
    gathered = Gathered(workspace=workspace)
    shown = workspace.shown(workspace.outline)
    try:
        data = workspace.world.read(workspace.outline)
    except WorldError as failure:
        gathered.found.append(error("WS103", str(failure), None))
        return gathered
    gathered.digests[workspace.relative(workspace.outline)] = sha256(data).hexdigest()
    gathered.outline, found = decode(shown, data)
    gathered.found += found
    gathered.texts[shown] = data.decode("utf-8-sig", "replace")
    if gathered.outline is None:
        return gathered
    register_data = gathered.read(workspace.outline, gathered.outline.register)
    if register_data is not None:
        name = workspace.shown(gathered.register_path)
        gathered.texts[name] = register_data.decode("utf-8-sig", "replace")
        gathered.register, found = decode_register(name, register_data)
        gathered.found += found
    _margin(gathered)
    return gathered


def _margin(gathered: Gathered) -> None:
    """What readers wrote in the margins of drafts, where any of it is kept."""
    workspace, path = gathered.workspace, gathered.margin_path
    try:
        data = workspace.world.read(path)
    except WorldError as failure:
        if workspace.world.exists(path):
            gathered.found.append(error("WS103", str(failure), None))
        return
    from briefgen.drafts.margin.file import read_margin

    name = workspace.shown(path)
    gathered.digests[workspace.relative(path)] = sha256(data).hexdigest()
    gathered.texts[name] = data.decode("utf-8-sig", "replace")
    gathered.margin, found = read_margin(name, data)
    gathered.found += found


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSources:
    """Sources as captured and as read, by id; those that could not be read are missing."""

    captures: Mapping[str, Capture]
    texts: Mapping[str, SourceText]


def read_sources(gathered: Gathered, names: Collection[str]) -> ReadSources:
    """The sources of those ids that the register has; why one cannot be read is noted."""
    captures: dict[str, Capture] = {}
    texts: dict[str, SourceText] = {}
    entries = gathered.register.entries if gathered.register else {}
    for name, entry in entries.items():
        data = gathered.read(gathered.register_path, entry.file) if name in names else None
        if data is None:
            continue
        captures[name] = capture(name, entry.file.value, data)
        place = gathered.workspace.world.real(gathered.register_path.parent / entry.file.value)
        named = replace(entry.source, file=gathered.workspace.shown(place))
        text, found = read(named, data, entry.exclusions)
        gathered.found += [replace(one, span=entry.file.span) if one.span is None else one for one in found]
        if text is not None:
            texts[name] = text
    return ReadSources(captures=captures, texts=texts)


def _evidence(
    gathered: Gathered, outline: Outline, sources: ReadSources, remembered: Mapping[str, Anchor]
) -> None:
    entries = gathered.register.entries if gathered.register else {}
    passages, anchors = {}, {}
    for name, written in outline.passages.items():
        passages[name] = _passage(written)
        if gathered.register is not None and written.source.value not in entries:
            hint = did_you_mean(written.source.value, entries)
            message = f"the register has no source “{written.source.value}”"
            gathered.found.append(error("OL133", message, written.source.span, hint=hint))
        text = sources.texts.get(written.source.value)
        if text is None:
            continue
        anchor, found = resolve(passages[name], text, written.words.span, remembered.get(name))
        gathered.found += found
        if anchor is not None and anchor.verdict.accepted:
            anchors[name] = anchor
    gathered.evidence = Evidence(
        sources={name: _own_language(entry.source, outline) for name, entry in entries.items()},
        captures=sources.captures,
        texts=sources.texts,
        passages=passages,
        anchors=anchors,
    )


def _passage(written: WrittenPassage) -> Passage:
    return Passage(
        id=written.id.value,
        source=written.source.value,
        selector=written.selector,
        kind=written.kind,
        credibility=written.credibility,
        origin=written.origin,
        origin_perhaps=written.origin_perhaps,
        as_of=written.as_of,
        remark=written.remark,
    )


def _own_language(source: Source, outline: Outline) -> Source:
    """The source, its language left out where it is the brief's own."""
    same = primary(source.language) == primary(outline.language)
    return replace(source, language="") if same else source
