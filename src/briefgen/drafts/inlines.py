"""Inlines, of a document or of an outline's Markdown, as tokens.

A mark's token names the citation that it stands for, as it would be typed: `[@passage; @other]`. A note of
the author's own words is `^[words]`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import assert_never

from briefgen.drafts.draft import Line
from briefgen.model.document import (
    Emphasis,
    Inlines,
    Label,
    LineBreak,
    Link,
    Note,
    NoteMark,
    Strong,
    Text,
    plain,
)
from briefgen.outline.markup import Break, Citation, MarkupInlines, Styled, Words, parse_citation
from briefgen.text.ties import untied
from briefgen.text.tokens import PLAIN, Attributes, Token, Tokens, mark, retokenise, tokenise

_UNSEEN = frozenset(("label", "language", "typed"))
_STYLES = {"em": "emphasis", "strong": "strong", "link": "link"}


def citation_of(note: Note) -> str:
    """What is typed for the mark of a note, whatever its number is today."""
    if note.passages:
        return "[" + "; ".join(f"@{passage}" for passage in note.passages) + "]"
    return handwritten(plain(note.inlines))


def citation_typed(typed: str) -> str:
    """What names the mark of a citation: its passages, without the words around them."""
    citation = parse_citation(typed)
    return _citation(citation) if citation is not None else typed


def as_typed(token: Token) -> str:
    """The citation of a mark as a person typed it, with the words around its passages; empty for others."""
    return next((value for name, value in token.attributes if name == "typed"), "")


def _citation(citation: Citation) -> str:
    return "[" + "; ".join(f"@{cited.passage}" for cited in citation.cited) + "]"


def handwritten(words: str) -> str:
    """What stands for the mark of a note that cites no passage."""
    return f"^[{' '.join(words.split())}]"


def words_of_handwritten(name: str) -> str | None:
    """The words of a note that cites no passage, or None for a citation."""
    return name[2:-1] if name.startswith("^[") else None


def tokens_of(inlines: Inlines, citations: Mapping[str, str]) -> Tokens:
    """A document's inlines as tokens; `citations` gives the names of notes by their ids."""
    return untied(retokenise(_tokens(inlines, citations, PLAIN)))


def _tokens(inlines: Inlines, citations: Mapping[str, str], around: Attributes) -> Iterator[Token]:
    for inline in inlines:
        match inline:
            case Text():
                held = around | ({("language", inline.language)} if inline.language else PLAIN)
                yield from tokenise(" ".join(inline.text.split("\n")), held)
            case Label():
                yield from tokenise(inline.text, around | {("label", "")})
            case Emphasis():
                yield from _tokens(inline.inlines, citations, around | {("emphasis", "")})
            case Strong():
                yield from _tokens(inline.inlines, citations, around | {("strong", "")})
            case Link():
                yield from _tokens(inline.inlines, citations, around | {("link", inline.target)})
            case LineBreak():
                yield Token(text="\n", kind="break")
            case NoteMark():
                if inline.note in citations:
                    yield mark(citations[inline.note])
            case _:
                assert_never(inline)


def tokens_of_markup(inlines: MarkupInlines) -> Tokens:
    """The inlines of a Markdown text as tokens; marks are named as typed but for words around passages."""
    return untied(retokenise(_tokens_of_markup(inlines, PLAIN)))


def _tokens_of_markup(inlines: Iterable[object], around: Attributes) -> Iterator[Token]:
    for inline in inlines:
        match inline:
            case Words():
                yield from tokenise(inline.text, around)
            case Styled():
                target = inline.target if inline.style == "link" else ""
                held = around | {(_STYLES[inline.style], target)}
                yield from _tokens_of_markup(inline.inlines, held)
            case Break():
                yield Token(text="\n", kind="break")
            case Citation():
                yield mark(_citation(inline))


def shown_line(line: Line) -> str:
    """A line as a person reads it, its citations in brackets."""
    if line.kind == "table":
        return "\n".join(" | ".join(shown(cell) for cell in row) for row in line.rows)
    return shown(line.tokens)


def shown(tokens: Iterable[Token]) -> str:
    """Words with their citations, and the notes that a person wrote by hand."""
    return "".join(as_typed(token) or token.text for token in tokens)


def visible(token: Token) -> frozenset[tuple[str, str]]:
    """A token's attributes but for those that no file shows."""
    return frozenset(pair for pair in token.attributes if pair[0] not in _UNSEEN)


def as_seen(tokens: Iterable[Token]) -> list[object]:
    """What two texts must share to look the same: their words and how these are set, spaces aside."""
    return [(token.key, visible(token)) for token in tokens if token.kind != "space"]
