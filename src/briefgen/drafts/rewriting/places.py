"""Where in the outline each block of today's document was typed."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence

from briefgen.assembling.assembly import Origin
from briefgen.diagnostics import Position
from briefgen.outline.statement_shapes import STATEMENTS
from briefgen.outline.yaml_file import Mapping as YamlMapping
from briefgen.outline.yaml_file import Node, Scalar, YamlFile, scalars_of, value_under
from briefgen.outline.yaml_file import Sequence as YamlSequence
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementNode:
    """An item of a section's body; `kind` is "text" for plain prose."""

    section: int
    index: int
    node: Node
    kind: str

    def under(self, key: str) -> Node | None:
        """The node under one of the statement's keys."""
        return value_under(self.node, key)

    @property
    def prose(self) -> Scalar | None:
        """The scalar that holds the statement's own words, for those that have such."""
        node = self.node if isinstance(self.node, Scalar) else self.under(self.kind)
        return node if isinstance(node, Scalar) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionNode:
    """A section's mapping in the outline, and its statements."""

    index: int
    id: str
    node: YamlMapping
    body: YamlSequence | None
    statements: tuple[StatementNode, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """An outline's sections and statements, and the way from blocks to them."""

    file: YamlFile
    root: YamlMapping
    list: YamlSequence
    sections: Sequence[SectionNode]
    origins: Mapping[str, Origin]
    line_starts: Sequence[int]
    scalars: Sequence[Scalar]

    def statement_of(self, block: str) -> tuple[StatementNode, int] | None:
        """The statement that a block comes from, and which part of its prose it is."""
        origin = self.origins.get(block)
        if origin is None or origin.provenance == "template":
            return None
        statement = self.statement_at(origin.span.start)
        return (statement, origin.part) if statement is not None else None

    def statement_at(self, position: Position) -> StatementNode | None:
        """The statement that stands at a position."""
        at = self.offset(position)
        for section in self.sections:
            for statement in section.statements:
                if statement.node.start <= at < statement.node.end:
                    return statement
        return None

    def from_template(self, block: str) -> bool:
        """Whether a block was written by a template."""
        origin = self.origins.get(block)
        return origin is not None and origin.provenance == "template"

    def scalar_at(self, block: str) -> Scalar | None:
        """The scalar that a block's words were typed as, for a block that has one of its own."""
        origin = self.origins.get(block)
        if origin is None or origin.provenance != "literal":
            return None
        at = self.offset(origin.span.start)
        before = bisect_right(self.scalars, at, key=lambda scalar: scalar.start)
        found = self.scalars[before - 1] if before else None
        return found if found is not None and at < max(found.end, found.start + 1) else None

    def section(self, id: str) -> SectionNode | None:
        """A section by its id; None for one that briefgen makes."""
        return next((section for section in self.sections if section.id == id), None)

    def offset(self, position: Position) -> int:
        """A position as an offset in the file's text."""
        return self.line_starts[position.line - 1] + position.column - 1


def places_of(file: YamlFile, origins: Mapping[str, Origin]) -> Places | None:
    """The places of an outline; None for a file that is no outline."""
    root = file.root
    listed = value_under(root, "sections") if root else None
    if not isinstance(root, YamlMapping) or not isinstance(listed, YamlSequence) or not listed.items:
        return None
    sections = []
    for index, node in enumerate(listed.items):
        if not isinstance(node, YamlMapping):
            return None
        body = value_under(node, "body")
        body = body if isinstance(body, YamlSequence) and body.items else None
        id_node = value_under(node, "id")
        sections.append(
            SectionNode(
                index=index,
                id=id_node.value if isinstance(id_node, Scalar) else "",
                node=node,
                body=body,
                statements=tuple(
                    StatementNode(section=index, index=at, node=item, kind=kind_of(item))
                    for at, item in enumerate(body.items if body else ())
                ),
            )
        )
    starts = [0, *(found.end() for found in re.finditer("\n", file.text))]
    scalars = sorted(scalars_of(root), key=lambda scalar: scalar.start)
    return Places(file, root, listed, tuple(sections), origins, starts, scalars)


def kind_of(node: Node) -> str:
    """The kind of a statement."""
    if not isinstance(node, YamlMapping):
        return "text"
    return next((entry.key.value for entry in node.entries if entry.key.value in STATEMENTS), "text")
