"""Changes on their way into the outline's text, and today's document as they see it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.diagnostics import Span
from briefgen.drafts.draft import Line
from briefgen.drafts.merging.details import Terms
from briefgen.drafts.merging.plan import Group
from briefgen.drafts.merging.units import Unit
from briefgen.drafts.merging.versions import Version
from briefgen.drafts.result import Unplaced
from briefgen.drafts.rewriting.own_notes import OwnNotes
from briefgen.drafts.rewriting.places import Places
from briefgen.drafts.rewriting.relaid import relaid
from briefgen.drafts.rewriting.scalars import quoted, retyped, typed_anew
from briefgen.drafts.rewriting.splices import (
    Splices,
    content_end,
    is_in_brackets,
    last_scalar_end,
    stands_in_brackets,
)
from briefgen.model.document import Block
from briefgen.outline.yaml_file import Mapping as YamlMapping
from briefgen.outline.yaml_file import Node, Scalar, entry_under

GENERATED = "briefgen makes this text; change what it is made from"


@dataclass(frozen=True, slots=True)
class Today:
    """Today's document by the blocks on its sections' own level: their sections, lines and units."""

    blocks: Mapping[str, Block]
    section_of: Mapping[str, str]
    lines_of: Mapping[str, Sequence[Line]]
    units_of: Mapping[str, Sequence[Unit]]

    @classmethod
    def of(cls, version: Version) -> Today:
        """The blocks of a version."""
        lines: defaultdict[str, list[Line]] = defaultdict(list)
        units: defaultdict[str, list[Unit]] = defaultdict(list)
        for line, unit in zip(version.lines, version.units, strict=True):
            if unit is not None:
                lines[unit.top].append(line)
                units[unit.top].append(unit)
        sections = version.document.sections
        held = [(block, section) for section in sections for block in (section.heading, *section.blocks)]
        return cls(
            blocks={block.id: block for block, _ in held},
            section_of={block.id: section.id for block, section in held},
            lines_of=lines,
            units_of=units,
        )

    def intact(self, group: Group) -> bool:
        """Whether a group is a whole block of today, word for word; its notes stand apart from it."""
        units = [unit for line in group.lines for unit in line.units]
        return units == self.units_of.get(group.top, []) and not any(line.reworded for line in group.lines)


@dataclass(slots=True)
class Writing:
    """Changes on their way into the outline, and what could not be placed.

    `terms` are what the lines under judgements are worded in, `notes` the outline's own notes. `stayed` are
    blocks that were moved where only briefgen orders them.
    """

    places: Places
    splices: Splices
    today: Today
    terms: Terms
    notes: OwnNotes = field(default_factory=OwnNotes)
    unplaced: list[Unplaced] = field(default_factory=list)
    stayed: set[str] = field(default_factory=set)
    _values: dict[int, str] = field(default_factory=dict)
    _added: set[tuple[int, str]] = field(default_factory=set)

    def retype(self, scalar: Scalar, value: str) -> None:
        """Let a scalar read `value`. A second change of the same scalar is merged with the first."""
        value = value.rstrip("\n") + ("\n" if scalar.value.endswith("\n") and scalar.value.strip() else "")
        if value == scalar.value:
            return
        first = self._values.get(scalar.start)
        if first is not None and first != value:
            both = relaid(scalar.value, value, first)
            if both is None:
                because = "the same words stand in the draft twice and were changed in two ways"
                self.give_up(value, because, self.places.file.span_of(scalar))
                return
            value = both
        self._values[scalar.start] = value
        inside = stands_in_brackets(self.places.file.text, self.places.root, scalar)
        text = retyped(scalar, self.places.file.text, value, within_brackets=inside)
        self.splices.put(scalar.start, scalar.end, text)

    def remove(self, node: Node | None, key: str) -> bool:
        """Take a key and its value out of a mapping; gives whether there was such a key.

        Where its line holds more than the key, its value is emptied.
        """
        entry = entry_under(node, key)
        if entry is None or not isinstance(node, YamlMapping):
            return False
        text = self.places.file.text
        start = text.rfind("\n", 0, entry.key.start) + 1
        if text[start : entry.key.start].strip() or is_in_brackets(text, node):
            self.splices.put(entry.value.start, entry.value.end, '""')
        else:
            self.splices.put(start, content_end(text, entry.value), "")
        return True

    def add(self, node: Node | None, key: str, value: str, after: Sequence[str]) -> None:
        """Put a key that a mapping has not got behind the first of those that it has."""
        entry = next((entry for name in after if (entry := entry_under(node, name)) is not None), None)
        if entry is None or not isinstance(node, YamlMapping) or (node.start, key) in self._added:
            return
        self._added.add((node.start, key))
        text = self.places.file.text
        if is_in_brackets(text, node):
            end = last_scalar_end(text, entry.value)
            self.splices.put(end, end, f", {key}: {quoted(value)}")
            return
        column = entry.key.start - (text.rfind("\n", 0, entry.key.start) + 1)
        typed = typed_anew(value, " " * (column + 2), start=column + len(key) + 2)
        end = content_end(text, entry.value)
        gap = "" if text[:end].endswith("\n") else "\n"
        self.splices.put(end, end, f"{gap}{' ' * column}{key}: {typed}\n")

    def value_of(self, scalar: Scalar) -> str:
        """What a scalar reads, with the changes so far."""
        return self._values.get(scalar.start, scalar.value)

    def give_up(self, text: str, because: str, span: Span | None = None) -> None:
        """List words that have no place."""
        if text.strip():
            self.unplaced.append(Unplaced(text=text.strip(), because=because, span=span))
