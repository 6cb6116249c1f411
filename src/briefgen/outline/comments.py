"""Texts that a # cuts short: YAML begins a comment there, where the author went on writing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.diagnostics import Diagnostic, warning
from briefgen.outline.yaml_file import Mapping, Node, Scalar, Sequence, YamlFile

_MEANT_AS_TEXT = re.compile(r"[ \t]+(#\w.*)|[ \t]*\n([ \t]+)(#\w.*)")
"""A # before a letter or digit, behind a text or on the line below it; “# a comment” has a space."""


def cut_short(file: YamlFile) -> Iterator[Diagnostic]:
    """What follows the unquoted texts of a file as a comment, though it may be part of them."""
    found = {one.start(): one for one in _MEANT_AS_TEXT.finditer(file.text)}
    if not found:
        return
    for scalar, indent in _plain_texts(file, file.root, 0):
        comment = found.get(scalar.end)
        if comment is None:
            continue
        group = 1 if comment[1] else 3
        if group == 3 and not (scalar.value and len(comment[2]) > indent):
            continue
        message = f"the rest of this line is a comment and no part of the text: “{_start(comment[group])}”"
        hint = "put the text in quotation marks, or a space behind the # of a comment"
        yield warning("OL123", message, file.span(*comment.span(group)), hint=hint)


def _plain_texts(file: YamlFile, node: Node | None, indent: int) -> Iterator[tuple[Scalar, int]]:
    """The unquoted texts under a node, and how far the lines are indented that they go on beyond."""
    match node:
        case Scalar(plain=True):
            yield node, indent
        case Sequence():
            for item in node.items:
                yield from _plain_texts(file, item, _column(file, item.start) - 1)
        case Mapping():
            for entry in node.entries:
                yield from _plain_texts(file, entry.value, _column(file, entry.key.start))


def _column(file: YamlFile, offset: int) -> int:
    return offset - file.text.rfind("\n", 0, offset) - 1


def _start(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:58].rsplit(' ', 1)[0]} …"
