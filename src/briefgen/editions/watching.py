"""A brief made anew whenever something that it is made from changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from briefgen.editions.build import build
from briefgen.editions.request import Built, Request
from briefgen.editions.snapshot import ABSENT
from briefgen.world import World, WorldError

LOOK = 0.15
"""Seconds between two looks at the files."""


def watch(request: Request, world: World, going_on: Callable[[], bool]) -> Iterator[Built | WorldError]:
    """Build at once, then after each change, while `going_on` says so; gives what came of each build.

    Only the last edition of a watch stays: those before it were steps on the way to it.
    """
    made, inputs = "", {world.real(request.outline): ABSENT}
    while going_on():
        try:
            built = build(replace(request, replacing=made), world)
        except WorldError as failure:
            inputs = _digests(inputs, world)
            yield failure
        else:
            inputs = dict(built.inputs) or inputs
            made = built.edition if built.outcome == "published" else made
            yield built
        _until_changed(inputs, world, going_on)


def _until_changed(inputs: Mapping[Path, str], world: World, going_on: Callable[[], bool]) -> None:
    """Wait until an input holds other bytes, and until nobody is still writing."""
    stamps = None
    while going_on():
        now = {path: world.stamp(path) for path in inputs}
        if now == stamps:
            world.wait(LOOK)
            continue
        settled, stamps = stamps is None, now
        while not settled and going_on():
            world.wait(LOOK)
            now = {path: world.stamp(path) for path in inputs}
            settled, stamps = now == stamps, now
        if _digests(inputs, world) != inputs:
            return


def _digests(paths: Mapping[Path, str], world: World) -> dict[Path, str]:
    return {path: _digest(path, world) for path in paths}


def _digest(path: Path, world: World) -> str:
    try:
        return sha256(world.read(path)).hexdigest()
    except WorldError:
        return ABSENT
