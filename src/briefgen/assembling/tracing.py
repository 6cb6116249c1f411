"""From the words that a template wrote back to where they stand in its file, or in one that it includes."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from briefgen.diagnostics import Span
from briefgen.outline.markup import block_lines
from briefgen.outline.yaml_file import YamlFile
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedStretch:
    """Text from `start` up to `end` that stands in a template at an offset."""

    start: int
    end: int
    file: YamlFile
    offset: int


class Trace:
    """The way back from what a template wrote. What values print comes from nowhere."""

    def __init__(self, stretches: Iterable[TypedStretch] = ()) -> None:
        self._stretches = tuple(stretches)

    def span(self, start: int, end: int) -> Span | None:
        """Where characters were typed; None where the first or the last was not, or each elsewhere."""
        first, last = self._holding(start), self._holding(end - 1)
        if first is None or last is None or first.file is not last.file:
            return None
        begins, ends = first.offset + start - first.start, last.offset + end - last.start
        return first.file.span(begins, ends) if begins < ends else None

    def typed(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of some characters that were typed, in order."""
        return [
            (max(start, stretch.start), min(end, stretch.end))
            for stretch in self._stretches
            if stretch.start < end and start < stretch.end
        ]

    def _holding(self, place: int) -> TypedStretch | None:
        at = bisect_right(self._stretches, place, key=lambda stretch: stretch.start) - 1
        return self._stretches[at] if at >= 0 and place < self._stretches[at].end else None


@dataclass(frozen=True, slots=True, kw_only=True)
class TracedText:
    """A part of what a template wrote, from the character `start` on, and the way back from it."""

    value: str
    start: int
    trace: Trace

    @property
    def extent(self) -> Span | None:
        """Where its words were typed, from the first to the last that were; None where none was."""
        end = self.start + len(self.value)
        typed = [
            (start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
            for start, stop in self.trace.typed(self.start, end)
            if (words := self.value[start - self.start : stop - self.start]).strip()
        ]
        if not typed:
            return None
        return self.trace.span(typed[0][0], typed[-1][1]) or self.trace.span(*typed[0])

    def span_within(self, start: int, end: int) -> Span | None:
        """Where characters of it were typed; None for those that values print."""
        return self.trace.span(self.start + start, self.start + end)


def traced_blocks(text: str, trace: Trace) -> list[TracedText]:
    """The Markdown of each block on the top level of what a template wrote."""
    starts = [0, *(found.end() for found in re.finditer("\n", text)), len(text)]
    return [
        TracedText(value=text[starts[first] : starts[end]].rstrip(), start=starts[first], trace=trace)
        for first, end in block_lines(text)
    ]
