"""An edition's manifest: what it was made from, what it holds, and where each passage stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefgen.editions.changes import Changes
from briefgen.editions.inputs import Inputs
from briefgen.model.evidence import Anchor, Extent, Verdict
from briefgen.model.serial import to_data
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceState:
    """A source as it was: its short title, its file from the workspace's root, and the file's SHA-256."""

    id: str
    title: str
    file: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingState:
    """What a passage of a source said of a figure: exact ends as fractions (“3800”, “1/3”), and as shown."""

    passage: str
    source: str
    low: str
    high: str
    shown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureState:
    """A figure as it was; `computed` is its value by its formula as shown, empty without one."""

    id: str
    label: str
    readings: tuple[ReadingState, ...] = ()
    computed: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingState:
    """A finding of the build, and its place as `file:line:column`."""

    severity: str
    code: str
    message: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """One edition. All digests are SHA-256 in hexadecimal; nothing here tells when or where it was built.

    `outputs` are the files of the brief and `archived` its document, its change statement and copies of
    inputs, by path in the edition's folder. `history` names all editions before this one, oldest first.
    """

    name: str
    edition: str
    history: tuple[str, ...]
    made_from: Inputs
    outputs: Mapping[str, str]
    archived: Mapping[str, str]
    sources: tuple[SourceState, ...]
    anchors: tuple[Anchor, ...]
    figures: tuple[FigureState, ...]
    findings: tuple[FindingState, ...]
    changes: Changes | None = None


def manifest_to_data(manifest: Manifest) -> dict[str, Any]:
    """A manifest as plain data for JSON."""
    return {
        "name": manifest.name,
        "edition": manifest.edition,
        "history": list(manifest.history),
        "made_from": manifest.made_from.to_data(),
        "outputs": dict(manifest.outputs),
        "archived": dict(manifest.archived),
        "sources": [_plain(source) for source in manifest.sources],
        "anchors": [_plain(anchor) for anchor in manifest.anchors],
        "figures": [_plain(figure) for figure in manifest.figures],
        "findings": [_plain(finding) for finding in manifest.findings],
        "changes": _plain(manifest.changes) if manifest.changes else None,
    }


def manifest_from_data(data: Mapping[str, Any]) -> Manifest:
    """What `manifest_to_data` gave, but for the changes, which are for people and programs to read.

    Raises:
        KeyError, TypeError, ValueError: for anything else.
    """
    return Manifest(
        name=data["name"],
        edition=data["edition"],
        history=tuple(data["history"]),
        made_from=Inputs.from_data(data["made_from"]),
        outputs=data["outputs"],
        archived=data["archived"],
        sources=tuple(SourceState(**source) for source in data["sources"]),
        anchors=tuple(_anchor(anchor) for anchor in data["anchors"]),
        figures=tuple(_figure(figure) for figure in data["figures"]),
        findings=tuple(FindingState(**finding) for finding in data["findings"]),
    )


def _anchor(data: Mapping[str, Any]) -> Anchor:
    places = {name: Extent(**data[name]) for name in ("extent", "raw")}
    return Anchor(**{**data, **places, "verdict": Verdict(data["verdict"])})


def _figure(data: Mapping[str, Any]) -> FigureState:
    readings = tuple(ReadingState(**reading) for reading in data.get("readings", ()))
    return FigureState(**{**data, "readings": readings})


def _plain(value: object) -> Any:
    """The data of a value without the names of its classes."""
    return _unnamed(to_data(value))


def _unnamed(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _unnamed(held) for key, held in data.items() if key != "is"}
    return [_unnamed(item) for item in data] if isinstance(data, list) else data
