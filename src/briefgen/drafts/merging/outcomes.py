"""What became of the lines of a brief in the merge, and whose reading a person chose where sides clash."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Literal, TypeAlias

from briefgen.drafts.draft import Line, Row
from briefgen.drafts.merging.matching import Strand
from briefgen.drafts.merging.versions import Version
from briefgen.text.diff3 import Agreed, Chunk, Clash
from briefgen.text.tokens import Token, Tokens
from briefgen.values import dataclass

Choice = Literal["ours", "theirs"]
"""Whose reading a person chose: that of the draft in hand, or that of the outline as it is today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRow:
    """A row of the merge, and where it stands in our table and in theirs."""

    cells: Row
    ours: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one strand: its lines in the merge, none where it is gone, and what is disputed.

    Where a clash is not settled, `lines` hold our reading of it.
    """

    strand: Strand
    lines: tuple[Line, ...]
    rows: tuple[MergedRow, ...] = ()
    clashes: tuple[Clash, ...] = ()


Choices: TypeAlias = Mapping[str, Choice]
"""A person's choices by the id of the block that a conflict names."""

NO_CHOICES: Choices = MappingProxyType({})
"""Every conflict left to be decided."""


def block_of(strand: Strand, base: Version, theirs: Version) -> str:
    """The id of the block that a strand belongs to: that of the base, else today's, empty for a new one."""
    units = [*(base.units[i] for i in strand.base), *(theirs.units[k] for k in strand.theirs)]
    return next((unit.block or unit.part for unit in units if unit is not None), "")


def decided(chunks: Iterable[Chunk], choice: Choice | None) -> tuple[Tokens, list[Clash]]:
    """The tokens of a merge, and the clashes that nobody chose a reading for: there the tokens are ours."""
    tokens: list[Token] = []
    clashes: list[Clash] = []
    for chunk in chunks:
        match chunk:
            case Agreed():
                tokens.extend(chunk.tokens)
            case Clash():
                tokens.extend(chunk.theirs if choice == "theirs" else chunk.ours)
                clashes.extend([chunk] if choice is None else [])
    return tuple(tokens), clashes
