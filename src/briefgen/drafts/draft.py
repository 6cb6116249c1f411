"""What an edited Word file says, as values: its lines, notes, comments and tracked changes."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias

from briefgen.model.document import Document
from briefgen.text.tokens import Tokens
from briefgen.values import dataclass

LineKind = Literal["text", "heading", "item", "table"]

View = Literal["accepted", "original"]
"""A file with every tracked change accepted, or with every one rejected."""

Row: TypeAlias = tuple[Tokens, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or a whole table, as a reader of the file sees it.

    `level` is that of a heading (1 to 4), or the depth of a list item (from 0). `names` are the bookmarks
    that begin in it. A table has `rows` in place of `tokens`. `elements` number the paragraphs and tables of
    the body that it consists of, so that it can be found in the file again: one, or those that a tracked
    change joined.
    """

    kind: LineKind
    tokens: Tokens = ()
    rows: tuple[Row, ...] = ()
    level: int = 0
    ordered: bool = False
    names: tuple[str, ...] = ()
    style: str = ""
    elements: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftNote:
    """A footnote: its words, and the bookmark that stands around its first mark, or none."""

    tokens: Tokens
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """What a reader wrote in the margin, and the words that it is about."""

    author: str
    date: str
    text: str
    anchor: str


ChangeKind = Literal["inserted", "deleted", "moved from", "moved to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedChange:
    """A pending change that the file's editor recorded."""

    kind: ChangeKind
    author: str
    date: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """The lines of one view and its notes, by the keys that the marks in its tokens carry.

    `asides` are the texts outside the flow: in text boxes, headers and footers.
    """

    lines: tuple[Line, ...]
    asides: tuple[str, ...] = ()
    notes: dict[str, DraftNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedDraft:
    """A Word file that briefgen made and a person edited.

    `base` is the document as it was rendered, where the file still carries it; `document` and `edition` are
    the names that the file gives, empty where an editor dropped them.
    """

    accepted: FileView
    original: FileView
    comments: tuple[Comment, ...]
    changes: tuple[TrackedChange, ...]
    base: Document | None
    document: str
    edition: str
    data: bytes = field(repr=False)
