"""A brief's name and dates: what can be told of it without reading it."""

from __future__ import annotations

from pathlib import Path

from briefgen.text.iso_dates import first_day
from briefgen.world import ReadableWorld


def brief_name(outline: Path) -> str:
    """A brief's name: its folder's for an `outline.yaml`, else its file's."""
    return outline.parent.name if outline.stem == "outline" and outline.parent.name else outline.stem


def date_of_information(written: str, world: ReadableWorld) -> str:
    """The outline's as-of date; `today` is the world's."""
    return world.now().date().isoformat() if written == "today" else written


def moment(as_of: str, world: ReadableWorld) -> str:
    """The moment for the files' own metadata: SOURCE_DATE_EPOCH where it is set, else the as-of date."""
    if world.environment("SOURCE_DATE_EPOCH"):
        return world.now().strftime("%Y-%m-%dT%H:%M:%SZ")
    return f"{first_day(as_of).isoformat()}T00:00:00Z"
