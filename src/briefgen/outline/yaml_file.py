"""A YAML file whose every value knows its place.

Scalars stay the strings that were typed, so that `NO` is Norway and `12:30` a time of day; what a value
means is decided where it is decoded. Duplicate keys, tabs, anchors, aliases and tags are never silent.
"""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from collections.abc import Sequence as Items
from dataclasses import field

import yaml

from briefgen.diagnostics import Diagnostic, Position, Related, Span, error
from briefgen.outline.offsets import offsets_of
from briefgen.outline.syntax import breach
from briefgen.values import dataclass


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
        """The place of a node: a text's words, without a `>-` before them; another's first line."""
        if isinstance(node, Scalar):
            if node.value.strip() and self.text[node.start] in "|>" and not node.plain:
                first = len(node.value) - len(node.value.lstrip())
                return self.span_within(node, first, len(node.value.rstrip()))
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


def entry_under(node: Node | None, key: str) -> Entry | None:
    """The entry of a mapping under a key."""
    if not isinstance(node, Mapping):
        return None
    return next((entry for entry in node.entries if entry.key.value == key), None)


def value_under(node: Node | None, key: str) -> Node | None:
    """The value of a mapping under a key."""
    entry = entry_under(node, key)
    return entry.value if entry else None


def scalars_of(node: Node) -> Iterator[Scalar]:
    """Every scalar at or below a node, keys included, in the order of the file."""
    match node:
        case Scalar():
            yield node
        case Sequence():
            for item in node.items:
                yield from scalars_of(item)
        case Mapping():
            for entry in node.entries:
                yield entry.key
                yield from scalars_of(entry.value)


def typed_offsets(scalar: Scalar, text: str) -> list[int]:
    """For each character of a scalar's value, and its end, the offset in the file where it was typed."""
    return offsets_of(scalar.value, text, scalar.start, scalar.end, scalar.plain)


DEEPEST = 64
"""Levels of nesting. No outline has as many; input made to exhaust a parser has more."""

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What may not stand in YAML 1.1, section 5.1: control characters, as a rule."""


def read(name: str, data: bytes) -> tuple[YamlFile, list[Diagnostic]]:
    """The nodes of a YAML file, or why it has none; `root` is None where the file is empty or broken."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as failure:
        return _not_utf8(name, data, failure)
    file = YamlFile(name, text)
    forbidden = _FORBIDDEN.search(text)
    if forbidden:
        message = f"not YAML: the control character U+{ord(forbidden[0]):04X} may not stand in a file"
        return file, [error("OL101", message, file.span(*forbidden.span()), hint="remove it")]
    composition = _Composition(file)
    collecting = gc.isenabled()
    gc.disable()
    try:
        root = composition.root(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as failure:
        return file, [_syntax_error(file, failure)]
    except _Refused as refusal:
        return file, [refusal.diagnostic]
    finally:
        if collecting:
            gc.enable()
    if composition.refused:
        return file, composition.found
    return YamlFile(name, text, root, file._line_starts), composition.found


def _not_utf8(name: str, data: bytes, failure: UnicodeDecodeError) -> tuple[YamlFile, list[Diagnostic]]:
    before = data[: failure.start].decode("utf-8-sig")
    file = YamlFile(name, before + "\N{REPLACEMENT CHARACTER}")
    message = f"not UTF-8: byte {data[failure.start]:#04x} at offset {failure.start} begins no character"
    span = file.span(len(before), len(before) + 1)
    hint = "save the file as UTF-8"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "the file begins like UTF-16; save it as UTF-8"
    return file, [error("OL101", message, span, hint=hint)]


def _too_deep(span: Span) -> Diagnostic:
    return error("OL101", f"nested more than {DEEPEST} levels deep", span)


def _syntax_error(file: YamlFile, failure: yaml.MarkedYAMLError) -> Diagnostic:
    found = breach(file.text, failure)
    related: tuple[Related, ...] = ()
    if found.until is not None:
        shows = file.span(found.until, found.until + 1)
        related = (Related(message="it should stand before this", span=shows),)
    span = file.span(found.at, found.at + 1)
    if failure.problem == "exceeded maximum nesting depth":  # of the library: it reads ahead of what it tells
        return _too_deep(span)
    return error("OL101", f"not YAML: {found.message}", span, hint=found.hint, related=related)


class _Refused(Exception):
    """The file is YAML, but not of a kind that is read on from here."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        self.diagnostic = diagnostic


@dataclass(slots=True)
class _Open:
    """A mapping or sequence whose end is still to come; a mapping's children are keys and values in turn."""

    mapping: bool
    start: int
    children: list[Node]


def _extent(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None
    assert event.end_mark is not None
    return event.start_mark.index, event.end_mark.index


class _Composition:
    """PyYAML's events to nodes, noting duplicate keys, anchors, aliases and tags on the way.

    Events come one after the other however deep the file nests, where PyYAML's own nodes exhaust the stack.
    """

    def __init__(self, file: YamlFile) -> None:
        self.file = file
        self.found: list[Diagnostic] = []
        self.refused: set[str] = set()

    def root(self, events: Iterable[yaml.Event]) -> Node | None:
        """The outermost node, or None where there is none."""
        top: list[Node] = []
        opened = [_Open(False, 0, top)]
        for event in events:
            start, end = _extent(event)
            match event:
                case yaml.ScalarEvent():
                    self._refuse_properties(event, start)
                    node = Scalar(value=event.value, start=start, end=end, plain=not event.style)
                    self._refuse_control(node)
                    opened[-1].children.append(node)
                case yaml.CollectionStartEvent():
                    self._refuse_properties(event, start)
                    if len(opened) > DEEPEST:
                        raise _Refused(_too_deep(self.file.span(start, start + 1)))
                    opened.append(_Open(isinstance(event, yaml.MappingStartEvent), start, []))
                case yaml.CollectionEndEvent():
                    closed = opened.pop()
                    opened[-1].children.append(self._closed(closed, end))
                case yaml.AliasEvent():
                    self._refuse("aliases", start, end)
                    opened[-1].children.append(Scalar(value="", start=start, end=start, plain=True))
                case yaml.DocumentStartEvent() if top:
                    span = self.file.span(start, end)
                    hint = "an outline is one YAML document: remove the ---"
                    raise _Refused(error("OL101", "a second document begins here", span, hint=hint))
        return top[0] if top else None

    def _closed(self, opened: _Open, end: int) -> Node:
        if opened.mapping:
            entries = tuple(self._entries(opened.children))
            return Mapping(entries=entries, start=opened.start, end=end)
        return Sequence(items=tuple(opened.children), start=opened.start, end=end)

    def _entries(self, children: Items[Node]) -> Iterator[Entry]:
        first: dict[str, Scalar] = {}
        for key, value in zip(children[::2], children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self.found.append(error("OL105", "a key must be a plain word", self.file.span_of(key)))
            elif key.value in first:
                related = (Related(message="first given here", span=self.file.span_of(first[key.value])),)
                message, span = f"the key “{key.value}” is given twice", self.file.span_of(key)
                self.found.append(error("OL102", message, span, hint="keep one of the two", related=related))
            else:
                first[key.value] = key
                yield Entry(key=key, value=value)

    def _refuse_control(self, scalar: Scalar) -> None:
        forbidden = None if scalar.plain else _FORBIDDEN.search(scalar.value)
        if forbidden:
            message = f"the control character U+{ord(forbidden[0]):04X} may not stand in a text"
            span = self.file.span_within(scalar, *forbidden.span())
            self.found.append(error("OL101", message, span, hint="remove it"))

    def _refuse_properties(self, event: yaml.NodeEvent, start: int) -> None:
        if self.file.text[start : start + 1] in ("&", "!"):
            typed = re.match(r"\S+", self.file.text[start : start + 80])
            kind = "anchors" if event.anchor is not None else "tags"
            self._refuse(kind, start, start + (typed.end() if typed else 1))

    def _refuse(self, kind: str, start: int, end: int) -> None:
        typed = self.file.text[start:end]
        if typed not in self.refused:
            self.refused.add(typed)
            span, hint = self.file.span(start, end), _INSTEAD[kind]
            self.found.append(error("OL104", f"YAML {kind} are not read", span, hint=hint))


_INSTEAD = {
    "anchors": "write the value out wherever it is wanted; quote a text that begins with &",
    "aliases": "write the value out; quote a text that begins with *",
    "tags": "write the value alone; quote a text that begins with !",
}
