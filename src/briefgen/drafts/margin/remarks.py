"""What readers wrote in the margins of Word drafts, as values."""

from __future__ import annotations

import re
from typing import Literal

from briefgen.values import dataclass

Scope = Literal["words", "paragraph", "row", "break", "note"]
"""What a tracked change is of: words, a whole paragraph or row of a table, a paragraph's end, or a note."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer to a comment."""

    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """A comment, or else a change that was tracked and neither accepted nor rejected.

    `about` are the words that a comment is about. `deleted` and `inserted` are Markdown; `follows` are the
    words just before a change, for a deleted paragraph the whole one before it. `within` is the paragraph as
    it reads with all changes accepted, `style` the name of a whole paragraph's style. All of them serve to
    find the place again.
    """

    author: str
    date: str
    comment: str = ""
    about: str = ""
    deleted: str = ""
    inserted: str = ""
    scope: Scope = "words"
    follows: str = ""
    within: str = ""
    style: str = ""
    replies: tuple[Reply, ...] = ()
    settled: bool = False

    @property
    def is_change(self) -> bool:
        """Whether it is a tracked change."""
        return not self.comment


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """The remarks of a brief after a draft came back, and which of them that draft settled."""

    remarks: tuple[Remark, ...] = ()
    settled: tuple[Remark, ...] = ()


_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)")


def moment_of(date: str) -> str:
    """A date as every editor gives it back: to the second, without zone; empty where it is none."""
    found = _MOMENT.match(date)
    return f"{found[1]}T{found[2]}" if found else ""
