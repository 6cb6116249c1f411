"""What describes a mapping of the outline's format."""

from __future__ import annotations

from typing import Literal

from briefgen.values import dataclass

KeyType = Literal[
    "text",
    "prose",
    "name",
    "path",
    "date",
    "language",
    "number",
    "yes-no",
    "list",
    "mapping",
    "by-name",
    "any",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a mapping. `of` names the shape, or the type, of what it holds.

    A `mapping` is one of that shape; `by-name` holds any number of them, each under a name of its own.
    """

    name: str
    type: KeyType
    means: str
    required: bool = False
    of: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A mapping with known keys; `article` names it in messages ("a passage")."""

    name: str
    article: str
    means: str
    keys: tuple[Key, ...]


def key(
    name: str,
    type: KeyType,
    means: str,
    *,
    required: bool = False,
    of: str = "",
    choices: tuple[str, ...] = (),
) -> Key:
    """One key, briefly written."""
    return Key(name=name, type=type, means=means, required=required, of=of, choices=choices)
