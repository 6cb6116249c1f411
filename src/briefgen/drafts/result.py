"""What pulling a draft found and did."""

from __future__ import annotations

from typing import Literal

from briefgen.diagnostics import Diagnostic, Span
from briefgen.drafts.draft import Comment, TrackedChange
from briefgen.drafts.margin.remarks import Margin
from briefgen.values import dataclass

EditKind = Literal["changed", "new", "deleted", "moved", "split", "joined", "restyled"]

NOTE = "note: "
"""How the words of a note begin, among edits and among what has no place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One change of the draft that the outline now holds: the words before and after, and their block.

    `followed` is what stood before words that were moved, `follows` what stands before moved or new ones:
    empty at the beginning, None for others.
    """

    kind: EditKind
    block: str
    before: str
    after: str
    span: Span | None = None
    followed: str | None = None
    follows: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Words that both sides changed: what was there, what the draft says, what the outline says today.

    Of a statement that stands in the brief twice, `other` is its other block, where that has a part in it,
    and `elsewhere` what the draft says there, where that is something else.
    """

    block_id: str
    base: str
    ours: str
    theirs: str
    span: Span | None = None
    other: str = ""
    elsewhere: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """Something a person wrote in the draft that has no place in the outline, and why."""

    text: str
    because: str
    span: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PullResult:
    """A draft brought back.

    `outline` is the outline's new text: equal to the former one where the draft holds no edits, None where
    conflicts wait for a decision or the draft could not be read as one of this brief. `margin` is what is to
    be kept beside it.
    """

    outline: str | None
    edits: tuple[Edit, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    comments: tuple[Comment, ...] = ()
    pending: tuple[TrackedChange, ...] = ()
    margin: Margin = Margin()
    diagnostics: tuple[Diagnostic, ...] = ()
