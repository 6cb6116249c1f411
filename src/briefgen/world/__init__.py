"""The one door to disk, network, clock and environment.

Everything above takes a `World`, so that a test can freeze it (`world.frozen`), and a reader can see at a
glance what a function may touch.
"""

from briefgen.world.contract import UNFINISHED, Busy, ReadableWorld, World, WorldError
from briefgen.world.real import LARGEST_FILE, RealWorld

__all__ = [
    "LARGEST_FILE",
    "UNFINISHED",
    "Busy",
    "ReadableWorld",
    "RealWorld",
    "World",
    "WorldError",
]
