"""Inlines in which a number and the sign behind it are tied, whatever emphasis stands between them."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from briefgen.model.document import Emphasis, Inline, Inlines, Label, Link, Strong, Text
from briefgen.text.ties import ties


def tied(inlines: Inlines, tie: str) -> Inlines:
    """The inlines with `tie`, a character, for each space between a number and its sign."""
    places = set(ties("".join(_shown(inlines))))
    return _with(inlines, tie, places, 0)[0] if places else inlines


def _shown(inlines: Inlines) -> Iterator[str]:
    """The words, with a character for each mark and break that no number reaches across."""
    for inline in inlines:
        match inline:
            case Text() | Label():
                yield inline.text
            case Emphasis() | Strong() | Link():
                yield from _shown(inline.inlines)
            case _:
                yield "\0"


def _with(inlines: Inlines, tie: str, places: Set[int], at: int) -> tuple[Inlines, int]:
    """The inlines, which begin at `at`, and where they end."""
    found: list[Inline] = []
    for inline in inlines:
        match inline:
            case Text() | Label():
                text = inline.text
                for place in places:
                    if at <= place < at + len(text):
                        text = text[: place - at] + tie + text[place - at + 1 :]
                found.append(inline if text == inline.text else replace(inline, text=text))
                at += len(text)
            case Emphasis() | Strong() | Link():
                inner, at = _with(inline.inlines, tie, places, at)
                found.append(replace(inline, inlines=inner))
            case _:
                found.append(inline)
                at += 1
    return tuple(found), at
