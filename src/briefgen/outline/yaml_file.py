"""A YAML file whose every value knows its place.

Scalars stay the strings that were typed, so that `NO` is Norway and `12:30` a time of day; what a value
means is decided where it is decoded. Duplicate keys, tabs and aliases are errors, never silent.
"""

from __future__ import annotations

import gc
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from briefgen.diagnostics import Diagnostic, Position, Related, Span, error


@dataclass(frozen=True, slots=True, kw_only=True)
class Scalar:
    """A string as YAML gives it, and the characters of the file that it was typed as."""

    value: str
    start: int
    end: int
    plain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One `key: value` of a mapping."""

    key: Scalar
    value: Node


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """Entries in the order of the file, keys unique."""

    entries: tuple[Entry, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Sequence:
    """Items in the order of the file."""

    items: tuple[Node, ...]
    start: int
    end: int


Node = Scalar | Mapping | Sequence


@dataclass(frozen=True, slots=True)
class YamlFile:
    """A file's name, as the user would type it, its text, and the root of its nodes."""

    name: str
    text: str
    root: Node | None = None
    _line_starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def span(self, start: int, end: int) -> Span:
        """The place of the characters from offset `start` up to `end`."""
        return Span(file=self.name, start=self._position(start), end=self._position(end))

    def span_of(self, node: Node) -> Span:
        """The place of a node; that of a mapping or sequence is its first line."""
        if isinstance(node, Scalar):
            return self.span(node.start, node.end)
        line_end = self.text.find("\n", node.start)
        return self.span(node.start, min(node.end, line_end if line_end >= 0 else node.end))

    def span_within(self, scalar: Scalar, start: int, end: int) -> Span:
        """The place of characters `start` to `end` of a scalar's value, through folds and escapes."""
        offsets = typed_offsets(scalar, self.text)
        return self.span(offsets[start], offsets[end] if end > start else offsets[start])

    def _position(self, offset: int) -> Position:
        if not self._line_starts:
            self._line_starts.append(0)
            at = self.text.find("\n")
            while at >= 0:
                self._line_starts.append(at + 1)
                at = self.text.find("\n", at + 1)
        line = bisect_right(self._line_starts, offset)
        return Position(line=line, column=offset - self._line_starts[line - 1] + 1)


_ESCAPES = {"0": 1, "x": 3, "u": 5, "U": 9}


def typed_offsets(scalar: Scalar, text: str) -> list[int]:
    """For each character of a scalar's value, and its end, the offset in the file where it was typed."""
    at, end = scalar.start, scalar.end
    quote = text[at] if at < len(text) and text[at] in "\"'|>" and not scalar.plain else ""
    if quote in ("|", ">"):
        at = text.find("\n", at) + 1
    elif quote:
        at, end = at + 1, end - 1
    offsets: list[int] = []
    for character in scalar.value:
        if character.isspace():
            offsets.append(at)
            if text[at : at + 1] == character and character != "\n":
                at += 1
                if at < end and text[at] not in "\r\n":
                    continue
            while at < end and text[at].isspace():
                at += 1
            continue
        while at < end and text[at].isspace() and text[at] != character:
            at += 1
        offsets.append(at)
        if quote == '"' and text[at : at + 1] == "\\":
            at += 1 + _ESCAPES.get(text[at + 1 : at + 2], 1)
        elif quote == "'" and character == "'":
            at += 2
        else:
            at += 1
    offsets.append(min(at, end))
    return offsets


def read(name: str, data: bytes) -> tuple[YamlFile, list[Diagnostic]]:
    """The nodes of a YAML file, or why it has none; `root` is None where the file is empty or broken."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        before = data[: failure.start].decode("utf-8", "replace")
        file = YamlFile(name, before + "\N{REPLACEMENT CHARACTER}")
        message = f"not UTF-8: byte {data[failure.start]:#04x} at offset {failure.start} begins no character"
        return file, [
            error(
                "OL101",
                message,
                file.span(len(before), len(before) + 1),
                hint="save the file as UTF-8",
            )
        ]
    file = YamlFile(name, text)
    collecting = gc.isenabled()
    gc.disable()
    try:
        composed = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.reader.ReaderError as failure:
        message = f"not YAML: the character U+{ord(str(failure.character)):04X} may not stand in a file"
        if isinstance(failure.character, int):
            message = f"not YAML: the character U+{failure.character:04X} may not stand in a file"
        return file, [error("OL101", message, file.span(failure.position, failure.position + 1))]
    except yaml.MarkedYAMLError as failure:
        return file, [_syntax_error(file, failure)]
    except RecursionError:
        return file, [error("OL101", "nested too deeply to be an outline", file.span(0, 1))]
    finally:
        if collecting:
            gc.enable()
    if composed is None:
        return file, []
    translation = _Translation(file)
    root = translation.node(composed)
    return YamlFile(name, text, root, file._line_starts), translation.found


def _syntax_error(file: YamlFile, failure: yaml.MarkedYAMLError) -> Diagnostic:
    mark = failure.problem_mark or failure.context_mark
    offset = 0
    if mark is not None:
        lines = file.text.splitlines(keepends=True)
        offset = sum(map(len, lines[: mark.line])) + mark.column
    span = file.span(offset, offset + 1)
    line = file.text[file.text.rfind("\n", 0, offset) + 1 : offset + 1]
    message = f"not YAML: {failure.problem}"
    hint = ""
    if "\t" in line:
        message, hint = "not YAML: a tab stands where YAML wants spaces", "indent with spaces"
    elif failure.problem == "mapping values are not allowed in this context":
        hint = "put quotation marks around a text that holds a colon followed by a space"
    elif "expected a single document" in str(failure.context):
        message, hint = "a second document begins here", "an outline is one YAML document: remove the ---"
    elif isinstance(failure, yaml.composer.ComposerError):
        message, hint = f"not YAML: {failure.problem}", "quote a text that begins with * or &"
    return error("OL101", message, span, hint=hint)


class _Translation:
    """PyYAML's nodes to ours, noting duplicate keys and aliases on the way."""

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self._seen: set[int] = set()

    def node(self, node: yaml.Node) -> Node:
        start, end = node.start_mark.index, node.end_mark.index
        if id(node) in self._seen:
            span = self.file.span(start, start + 1)
            self.found.append(
                error("OL104", "YAML aliases are not read: they hide where a value stands", span)
            )
            return Scalar(value="", start=start, end=start, plain=True)
        if isinstance(node, yaml.ScalarNode):
            return Scalar(value=node.value, start=start, end=end, plain=not node.style)
        self._seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            return Sequence(items=tuple(map(self.node, node.value)), start=start, end=end)
        assert isinstance(node, yaml.MappingNode)
        return Mapping(entries=tuple(self._entries(node)), start=start, end=end)

    def _entries(self, node: yaml.MappingNode) -> Iterator[Entry]:
        first: dict[str, Span] = {}
        for key, value in node.value:
            span = self.file.span(key.start_mark.index, key.end_mark.index)
            if not isinstance(key, yaml.ScalarNode):
                self.found.append(error("OL105", "a key must be a plain word", span))
                continue
            if key.value in first:
                related = (Related(message="first given here", span=first[key.value]),)
                message = f"the key “{key.value}” is given twice"
                self.found.append(error("OL102", message, span, hint="keep one of the two", related=related))
                continue
            first[key.value] = span
            scalar = self.node(key)
            assert isinstance(scalar, Scalar)
            yield Entry(key=scalar, value=self.node(value))
