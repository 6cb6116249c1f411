"""Plain text: UTF-8, one paragraph a line or wrapped lines with blank lines between paragraphs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from briefgen.diagnostics import Diagnostic, Position, Span, error
from briefgen.text.normalise import LINE_BREAKS, Edit, Traced, rewrite, untouched

NARROWEST_WRAP = 40
"""Characters. A text whose lines all are shorter is a list, a table or a poem, and wants its lines."""

WIDEST_WRAP = 120
"""Characters. A text whose lines commonly run longer than this was not wrapped by hand or by a mailer; by a
program perhaps, and then nearly every line is as full as it could be."""

FULL = 0.9
"""The share of lines that must be full in a text that is wrapped wider than `WIDEST_WRAP`."""

LEAST_FULL = 2
"""So many full lines at the least: one may be chance."""


def decode(data: bytes, file: str) -> tuple[str, list[Diagnostic]]:
    """The text of UTF-8 bytes; where they are not, a finding with the first bad byte, its line and column."""
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as failure:
        before = data[: failure.start].decode("utf-8")
        line = before.count("\n") + 1
        column = len(before) - (before.rfind("\n") + 1) + 1
        bad = f"byte 0x{data[failure.start]:02X} at offset {failure.start:,}, in line {line}"
        found = error(
            "SR422",
            f"{file} is not UTF-8: {bad}",
            Span(
                file=file,
                start=Position(line=line, column=column),
                end=Position(line=line, column=column + 1),
            ),
            hint=_encoding_hint(data),
        )
        return "", [found]


def _encoding_hint(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "the file begins like UTF-16; save it as UTF-8"
    if data.startswith(b"%PDF-"):
        return "the file begins like a PDF; give it the ending .pdf"
    if b"\x00" in data[:1000]:
        return "this is not a text file; give it the extension of its format"
    return "save the file as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 FILE"


def unwrapped(raw: str) -> Traced:
    """The text with every line break that only wraps a line turned into a space.

    Lines that all are narrower than `NARROWEST_WRAP` are paragraphs, and so are those that commonly run wider
    than `WIDEST_WRAP`, unless nearly all of them are full.
    In a wrapped text a break is a wrap where the next line's first word would not have fitted before it.
    """
    width = _wrap_width(raw)
    return rewrite(untouched(raw), _joints(raw, width)) if width else untouched(raw)


_BREAK = rf"(?:\r\n|[{LINE_BREAKS}])"
_LINE = re.compile(rf"([^{LINE_BREAKS}]*)({_BREAK}|$)")
_MARKER = re.compile(r"[-*+•·‣◦>#|]|\(?\w{1,3}[.)]\s|\s*$")


def _wrap_width(raw: str) -> int:
    widths = sorted(len(line[1].rstrip()) for line in _LINE.finditer(raw) if " " in line[1].strip())
    widest = widths[len(widths) * 95 // 100] if widths else 0
    if widest > WIDEST_WRAP:
        return widths[-1] if _is_filled(raw, widths[-1]) else 0
    return widest if widest >= NARROWEST_WRAP else 0


def _is_filled(raw: str, width: int) -> bool:
    """Whether lines that have another one behind them are full, as a program fills them."""
    lines = [line[1].rstrip() for line in _LINE.finditer(raw)]
    pairs = [(line, after) for line, after in pairwise(lines) if line and after and not _MARKER.match(after)]
    full = sum(1 for line, after in pairs if len(line) + 1 + len(after.split(maxsplit=1)[0]) > width)
    return full >= LEAST_FULL and full >= FULL * len(pairs)


def _joints(raw: str, width: int) -> Iterator[Edit]:
    lines = list(_LINE.finditer(raw))
    for line, following in pairwise(lines):
        words = line[1].rstrip()
        after = following[1].lstrip()
        if not words or _MARKER.match(after):
            continue
        if len(words) + 1 + len(after.split(maxsplit=1)[0]) > width:
            start, end = line.start() + len(words), following.end(1) - len(after)
            if not words.endswith("-"):
                yield start, end, " "
            else:
                yield start - _is_mere_hyphenation(words, after, raw), end, ""


_HEAD = re.compile(r"[^\W\d_]+(?=-$)")
_TAIL = re.compile(r"[^\W\d_]+")


def _is_mere_hyphenation(words: str, after: str, raw: str) -> bool:
    """Whether the hyphen at a line's end belongs to the wrap: the text has the word elsewhere without it."""
    head, tail = _HEAD.search(words), _TAIL.match(after)
    if not head or not tail:
        return False
    return f"{head[0]}{tail[0]}" in _vocabulary(raw) and f"{head[0]}-{tail[0]}" not in raw


@lru_cache(maxsize=1)
def _vocabulary(raw: str) -> frozenset[str]:
    return frozenset(_TAIL.findall(raw))
