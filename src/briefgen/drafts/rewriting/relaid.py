"""Rewriting a text that a person laid out: what changed is changed, all else stays as it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.outline.markup import CITATION
from briefgen.text.diff3 import Agreed, merge
from briefgen.text.tokens import Token, Tokens, tokenise

_PIECES = re.compile(rf"(?P<whole>{CITATION.pattern}|\\\n)|(?P<gap>\s+)")


def relaid(old: str, new: str, typed: str) -> str | None:
    """`typed` with the changes that lead from `old` to `new`.

    `old` means what `typed` means but may be laid out another way: other line ends, other escapes. None where
    a change falls on words that are typed unlike `old`.
    """
    if old == typed:
        return new
    found: list[str] = []
    for chunk in merge(_tokens(old), _tokens(new), _tokens(typed)):
        if not isinstance(chunk, Agreed):
            return None
        found.extend(token.text for token in chunk.tokens)
    return "".join(found)


def _tokens(text: str) -> Tokens:
    return tuple(_each(text))


def _each(text: str) -> Iterator[Token]:
    at = 0
    for piece in _PIECES.finditer(text):
        yield from tokenise(text[at : piece.start()])
        if piece["whole"] is None:
            yield Token(text=piece[0], kind="space")
        else:
            yield Token(text=piece[0], kind="mark")
        at = piece.end()
    yield from tokenise(text[at:])


def filled(text: str, width: int, indent: str) -> str:
    """One paragraph in which what is too long for its line of `width` characters goes on to the next."""
    lines: list[str] = []
    waiting = text.split("\n")
    while waiting:
        line = waiting.pop(0)
        place = line.rfind(" ", len(indent) + 1, width + 1) if len(line) > width else -1
        if place < 0:
            place = line.find(" ", width)
        if place < 0:
            lines.append(line)
            continue
        lines.append(line[:place].rstrip())
        following = waiting.pop(0).strip() if waiting else ""
        waiting.insert(0, f"{indent}{line[place:].strip()} {following}".rstrip())
    return "\n".join(lines)
