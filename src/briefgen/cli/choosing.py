"""Which outline a command means when it is not told."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from briefgen.cli.reporting import WRONG_INPUT, fail
from briefgen.editions.archive import MANIFEST

PLACES = ("outline.yaml", "templates/*/outline.yaml")
"""Where outlines are looked for, relative to the current folder."""


def outlines(given: tuple[Path, ...]) -> list[Path]:
    """The outlines given, folders searched; without any, the one there is. Ends the program if none is."""
    if given:
        return [outline for path in given for outline in _outlines_at(path)]
    found = sorted(path for place in PLACES for path in Path().glob(place))
    if not found:
        others = ", ".join(sorted(str(path) for end in ("yaml", "yml") for path in Path().glob(f"*.{end}")))
        which = f"give one (there are: {others})" if others else "give one"
        fail(f"no outline found here: {which}, or make a workspace with “briefgen init”", WRONG_INPUT)
    return [_the_only(found, "here")]


def one_outline(given: Path | None) -> Path:
    """The outline given, a folder searched, or the one there is. Ends the program if there are more."""
    return _the_only(outlines((given,) if given else ()), f"in {given}")


def _the_only(found: list[Path], where: str) -> Path:
    if len(found) > 1:
        listed = "\n".join(f"  {path}" for path in found)
        fail(f"there is more than one outline {where}; say which:\n{listed}", WRONG_INPUT)
    return found[0]


def _outlines_at(path: Path) -> list[Path]:
    if not path.is_dir():
        if not path.exists():
            fail(f"there is no file {path}", WRONG_INPUT)
        return [path]
    found = sorted(_outlines_below(path))
    if not found:
        fail(f"there is no outline.yaml in {path}; give one of another name itself", WRONG_INPUT)
    return found


def _outlines_below(folder: Path) -> Iterator[Path]:
    """Every outline at or below a folder, but for hidden folders and the copies that editions keep."""
    for place, folders, files in os.walk(folder):
        if MANIFEST in files:
            folders.clear()
            continue
        folders[:] = [name for name in folders if not name.startswith(".")]
        if "outline.yaml" in files:
            yield Path(place) / "outline.yaml"
