"""Conflicts that a person has settled, kept beside a brief's editions so that none is asked about twice.

A conflict is the same while its readings are: once the outline says something else, it is open again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from briefgen.drafts.result import Conflict
from briefgen.editions.archive import Archive, as_json
from briefgen.world import WorldError

Readings: TypeAlias = dict[str, str]
"""A conflict's block, and what it was, what the draft says, in either place, and what the outline says."""


def readings_of(conflict: Conflict) -> Readings:
    """What a conflict is known by."""
    readings = {
        "block": conflict.block_id,
        "was": conflict.base,
        "draft": conflict.ours,
        "elsewhere": conflict.elsewhere,
        "outline": conflict.theirs,
    }
    return {key: value for key, value in readings.items() if value or key == "block"}


def settled_before(archive: Archive) -> list[Readings]:
    """The conflicts settled so far; none where the file of them is gone or broken."""
    try:
        data = json.loads(archive.world.read(_file(archive)))
        return [{str(key): str(value) for key, value in each.items()} for each in data["settled"]]
    except (WorldError, ValueError, KeyError, TypeError, AttributeError):
        return []


def with_settled(archive: Archive, before: list[Readings], now: Iterable[Conflict]) -> dict[Path, bytes]:
    """The file to keep them in with further ones; none where all are in it."""
    further = [known for known in map(readings_of, now) if known not in before]
    return {_file(archive): as_json({"settled": [*before, *further]})} if further else {}


def _file(archive: Archive) -> Path:
    return archive.folder / "pulled" / "settled.json"
