"""From the characters of a YAML scalar's value back to where each was typed, by the scalar's style.

A scalar is read once more, by the rules of YAML 1.1 for folding, escapes and indentation, and the place of
every character that comes out is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

_BREAK = "(?:\r\n|[\n\r\x85\u2028\u2029])"
_FOLD = rf"(?P<fold>[ \t]*(?:{_BREAK}[ \t]*)+)"
_ESCAPED_BREAK = rf"(?P<escaped_break>\\{_BREAK}[ \t]*(?:{_BREAK}[ \t]*)*)"
_ESCAPE = r"\\(?:x.{2}|u.{4}|U.{8}|.)"
_NOT_ITSELF = {
    "": re.compile(_FOLD),
    "'": re.compile(f"{_FOLD}|''"),
    '"': re.compile(f"{_ESCAPED_BREAK}|{_FOLD}|{_ESCAPE}", re.DOTALL),
}
"""By the quotation mark: what in a scalar stands for one character though it is several, or for none."""
_ONE_BREAK = re.compile(_BREAK)
_LINE = re.compile(rf"([^\n\r\x85\u2028\u2029]*)({_BREAK}|\Z)")
_KEPT_BREAKS = "\u2028\u2029"


def offsets_of(value: str, text: str, start: int, end: int, plain: bool) -> list[int]:
    """For each character of a scalar's value, and for its end, the offset in `text`.

    The scalar was typed from `start` to `end`, with its quotation marks or the sign of a block text; `plain`
    is set where it has neither.
    """
    sign = "" if plain else text[start : start + 1]
    if sign in ("|", ">"):
        found = _block(value, text, start, end, folded=sign == ">")
        last = end
    else:
        inner = len(sign)
        last = end - inner
        found = _flow(text, start + inner, last, sign)
    offsets = list(islice(found, len(value) + 1))
    return offsets + [last] * (len(value) + 1 - len(offsets))


def _flow(text: str, at: int, end: int, quote: str) -> Iterator[int]:
    for found in _NOT_ITSELF[quote].finditer(text, at, end):
        yield from range(at, found.start())
        breaks = [one.start() for one in _ONE_BREAK.finditer(text, *found.span())]
        match found.lastgroup:
            case "fold" if len(breaks) == 1:
                yield found.start()
            case "fold" if text[breaks[0]] in _KEPT_BREAKS:
                yield from breaks
            case "fold" | "escaped_break":
                yield from breaks[1:]
            case _:
                yield found.start()
        at = found.end()
    yield from range(at, end)


def _block(value: str, text: str, start: int, end: int, *, folded: bool) -> Iterator[int]:
    header = _LINE.match(text, start, end)
    lines = list(_LINE.finditer(text, header.end() if header else end, end))
    indentation = _indentation(value, [line[1] for line in lines])
    breaks: list[int] = []
    seen, deeper_before = False, False
    for line in lines:
        leading = len(line[1]) - len(line[1].lstrip(" "))
        first = line.start() + min(leading, indentation)
        if first < line.end(1):
            deeper = text[first] in " \t"
            folds = folded and seen and not deeper and not deeper_before
            if not folds or text[breaks[0]] in _KEPT_BREAKS:
                yield from breaks
            else:
                yield from breaks[1:] or breaks
            yield from range(first, line.end(1))
            breaks, seen, deeper_before = [], True, deeper
        if line[2]:
            breaks.append(line.end(1))
    yield from breaks


def _indentation(value: str, lines: list[str]) -> int:
    """The spaces before each line that are not part of the text."""
    first = next((line for line in lines if line.strip(" ")), "")
    own = value.lstrip("\n\x85" + _KEPT_BREAKS)
    return max(0, (len(first) - len(first.lstrip(" "))) - (len(own) - len(own.lstrip(" "))))
