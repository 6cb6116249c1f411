"""A small workspace on disk, and how tests build it."""

from __future__ import annotations

from pathlib import Path

from briefgen.editions.archive import Archive, archive_of
from briefgen.editions.build import build
from briefgen.editions.request import Built, Format, Request
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld, World

OUTLINE = """\
title: The harbour
as-of: 2025-01-12
language: en-GB
scale: icd-203
register: sources.yaml
passages:
  ships: {source: note, quote: "The harbour holds 40 ships"}
  fog: {source: note, quote: "Fog closed it for two days in March"}
  tugs: {source: letter, quote: "there are six tugs"}
figures:
  ships: {label: Ships in harbour, unit: ships, readings: [{passage: ships, value: 40}]}
sections:
  - id: harbour
    title: The state of the harbour
    body:
      - The harbour holds 40 ships. [@ships] Fog closed it for two days. [@fog]
      - A letter counts six tugs. [@tugs]
      - estimates: [ships]
  - id: outlook
    title: The outlook
    body:
      - id: kj-fog
        judgement: Fog would close the harbour again
        likelihood: likely
        confidence: low
        because: One year is known.
        basis: [fog]
      - gap: Nobody says how deep the harbour is.
key-judgements: [kj-fog]
"""

REGISTER = """\
sources:
  note:
    file: sources/note.txt
    type: report
    title: Notes on a Harbour
    descriptor: A note.
    reliability: {grade: C, because: An example.}
  letter:
    file: sources/letter.txt
    type: personal_communication
    title: A Letter
    descriptor: A letter.
    reliability: {grade: C, because: An example.}
"""

NOTE = """\
Notes on a harbour

The harbour holds 40 ships. It was built in 1901.

Fog closed it for two days in March. Nobody was hurt.
"""

LETTER = """\
Dear friend, there are six tugs, and the weather is fine.
"""


class Harbour:
    """The workspace at `root`; its brief is named after the folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.outline = root / "outline.yaml"
        self.editions = root / "outputs" / root.name
        (root / "sources").mkdir(parents=True)
        (root / "outputs").mkdir()
        self.outline.write_text(OUTLINE, "utf-8")
        (root / "sources.yaml").write_text(REGISTER, "utf-8")
        (root / "sources" / "note.txt").write_text(NOTE, "utf-8")
        (root / "sources" / "letter.txt").write_text(LETTER, "utf-8")

    def change(self, name: str, old: str, new: str) -> None:
        """Put other words in the place of all that are equal to `old` in a file."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")

    def request(self, *formats: Format, force: bool = False) -> Request:
        return Request(outline=self.outline, formats=formats or ("md",), workspace=self.root, force=force)

    def build(self, *formats: Format, force: bool = False, world: World | None = None) -> Built:
        return build(self.request(*formats, force=force), world or RealWorld())

    def archive(self) -> Archive:
        world = RealWorld()
        return archive_of(workspace_of(self.outline, world, self.root), None, world)

    def brief(self) -> str:
        """The Markdown that the brief's folder shows."""
        return (self.editions / f"{self.root.name}.md").read_text("utf-8")
