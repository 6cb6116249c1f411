"""The text of a YAML file taken apart along its nodes and put together again, all else left as typed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from briefgen.outline.yaml_file import Mapping, Node, Scalar, YamlFile
from briefgen.outline.yaml_file import Sequence as YamlSequence


@dataclass(frozen=True, slots=True)
class Lines:
    """Whole lines of an item that comes from elsewhere, its dash included."""

    text: str


Item: TypeAlias = int | str | Lines
"""An item of a sequence: one that was there, by its index, or a new one as typed after its dash."""


@dataclass(slots=True)
class Splices:
    """Changes of one file, each of a stretch of its text."""

    file: YamlFile
    _new: dict[tuple[int, int], str] = field(default_factory=dict)

    def put(self, start: int, end: int, text: str) -> None:
        """Let `text` stand in place of the characters from `start` up to `end`."""
        self._new[start, end] = text

    def replaced(self, start: int, end: int) -> bool:
        """Whether anything within a stretch has changed."""
        return any(start <= first and last <= end for first, last in self._new)

    def text(self, start: int = 0, end: int | None = None) -> str:
        """A stretch of the file with all changes in it; a change within a changed stretch counts no more."""
        end = len(self.file.text) if end is None else end
        out, at = [], start
        for (first, last), new in sorted(self._new.items(), key=lambda item: (item[0][0], -item[0][1])):
            if first < at or first < start or last > end:
                continue
            out.append(self.file.text[at:first])
            out.append(new)
            at = last
        out.append(self.file.text[at:end])
        return "".join(out)

    def resequence(self, sequence: YamlSequence, items: Sequence[Item]) -> None:
        """Let a sequence hold these items, in this order.

        Changes within items that stay must have been put before. Comments above an item move with it.
        """
        if is_in_brackets(self.file.text, sequence):
            inner = ", ".join(
                self.text(sequence.items[item].start, sequence.items[item].end)
                if isinstance(item, int)
                else item.text.strip().removeprefix("- ")
                if isinstance(item, Lines)
                else item
                for item in items
            )
            self.put(sequence.start, sequence.end, f"[{inner}]")
            return
        bounds = list(item_bounds(self.file.text, sequence))
        dash = " " * dash_column(self.file.text, sequence)
        slices = []
        for item in items:
            if isinstance(item, str):
                slices.append(f"{dash}- {item}\n")
            elif isinstance(item, Lines):
                slices.append(item.text)
            else:
                kept = self.text(*bounds[item])
                slices.append(kept if kept.endswith("\n") else kept + "\n")
        text = "".join(slices)
        last = bounds[-1][1]
        if not self.file.text[:last].endswith("\n"):
            text = text.removesuffix("\n")
        self.put(bounds[0][0], last, text)


def is_in_brackets(text: str, node: Node) -> bool:
    """Whether a sequence or mapping is written in brackets or braces."""
    return not isinstance(node, Scalar) and text[node.start : node.start + 1] in ("[", "{")


def stands_in_brackets(text: str, root: Node | None, scalar: Scalar) -> bool:
    """Whether a scalar below `root` stands in a sequence or mapping that is written in brackets or braces."""
    node = root
    while node is not None and not isinstance(node, Scalar):
        if is_in_brackets(text, node):
            return True
        children = node.items if isinstance(node, YamlSequence) else [entry.value for entry in node.entries]
        node = next((child for child in children if child.start <= scalar.start < child.end), None)
    return False


def dash_column(text: str, sequence: YamlSequence) -> int:
    """The column, from 0, in which the dashes of a sequence stand."""
    dash = _dash(text, sequence.items[0])
    return dash - (text.rfind("\n", 0, dash) + 1)


def item_bounds(text: str, sequence: YamlSequence) -> Iterator[tuple[int, int]]:
    """The lines of each item of a sequence in block style, with the comments and blank lines above."""
    starts = []
    for at, item in enumerate(sequence.items):
        start = text.rfind("\n", 0, _dash(text, item)) + 1
        floor = content_end(text, sequence.items[at - 1]) if at else start
        while start > floor:
            above = text.rfind("\n", 0, start - 1) + 1
            line = text[above : start - 1].strip()
            if above < floor or (line and not line.startswith("#")):
                break
            start = above
        starts.append(start)
    ends = [*starts[1:], content_end(text, sequence.items[-1])]
    yield from zip(starts, ends, strict=True)


def content_end(text: str, node: Node) -> int:
    """The end of the line on which the last words of a node stand."""
    end = last_scalar_end(text, node)
    line_end = text.find("\n", end)
    return len(text) if line_end < 0 else line_end + 1


def last_scalar_end(text: str, node: Node) -> int:
    """The end of a node's last word, where YAML sees the end of a block only where the next begins."""
    end = node.end
    if not isinstance(node, Scalar) and not is_in_brackets(text, node):
        inner = node.items[-1] if isinstance(node, YamlSequence) else _last_value(node)
        return last_scalar_end(text, inner)
    if isinstance(node, Scalar) and not node.plain and text[node.start] in "|>":
        return _block_end(text, node)
    while end > node.start and text[end - 1] in " \t\n":
        end -= 1
    return end


def _last_value(node: Mapping) -> Node:
    entry = node.entries[-1]
    empty = isinstance(entry.value, Scalar) and entry.value.start == entry.value.end
    return entry.key if empty else entry.value


def _block_end(text: str, scalar: Scalar) -> int:
    """The end of the last line of a block scalar; comments that follow it are not its own."""
    lines = text[scalar.start : scalar.end].split("\n")
    indent = next((len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()), 0)
    at = end = scalar.start + len(lines[0])
    for line in lines[1:]:
        at += 1 + len(line)
        if line.strip() and len(line) - len(line.lstrip()) >= indent > 0:
            end = at
    return end


def _dash(text: str, item: Node) -> int:
    return text.rindex("-", 0, item.start)
