"""What an edited Word file says, as values: its lines, notes, comments and tracked changes."""

from __future__ import annotations

from dataclasses import field
from typing import Literal, TypeAlias

from briefgen.drafts.margin.remarks import Reply, Scope
from briefgen.model.document import Document
from briefgen.text.tokens import Tokens
from briefgen.values import dataclass

LineKind = Literal["text", "heading", "item", "table"]

View = Literal["accepted", "original", "tracked"]
"""A file with every tracked change accepted, with every one rejected, or with all that they touch."""

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
    """What a reader wrote in the margin, the words that it is about, and the paragraph that holds these."""

    author: str
    date: str
    text: str
    anchor: str
    within: str = ""
    replies: tuple[Reply, ...] = ()
    resolved: bool = False


ChangeKind = Literal["inserted", "deleted", "moved from", "moved to"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TrackedChange:
    """A pending change that the file's editor recorded.

    `tokens` are its words; `within` is its paragraph, or row of a table, with all changes accepted.
    `follows` is what stands before the change in its paragraph; before a whole paragraph, the one before.
    `style` is the name of the paragraph's style.
    """

    kind: ChangeKind
    author: str
    date: str
    text: str
    scope: Scope = "words"
    tokens: Tokens = ()
    follows: str = ""
    within: str = ""
    style: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A chart, picture or text box: the bookmark on its paragraph, its alternative text, the words in it.

    `picture` is the SHA-256 of its file, empty for what is drawn.
    """

    name: str
    alternative: str
    words: tuple[str, ...]
    picture: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FileView:
    """The lines of one view and its notes, by the keys that the marks in its tokens carry.

    `asides` are the texts outside the flow, in headers and footers.
    """

    lines: tuple[Line, ...]
    drawings: tuple[Drawing, ...] = ()
    asides: tuple[str, ...] = ()
    notes: dict[str, DraftNote] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedDraft:
    """A Word file that briefgen made and a person edited.

    `base` is the document as it was rendered, where the file still carries it; `document` and `edition` are
    the names that the file gives, empty where an editor dropped them. `shown` tells which remarks of the
    outline's margin the file held when it was made.
    """

    accepted: FileView
    original: FileView
    comments: tuple[Comment, ...]
    changes: tuple[TrackedChange, ...]
    base: Document | None
    document: str
    edition: str
    shown: frozenset[str]
    data: bytes = field(repr=False)
