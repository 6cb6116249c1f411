"""Small briefs for the tests of drafts, assembled as a build would."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefgen.assembling.assembly import Assembly
from briefgen.drafts.margin.remarks import Remark
from briefgen.drafts.pull import pull
from briefgen.drafts.result import PullResult
from briefgen.drafts.word.reading import read
from briefgen.editions.gathering import gather
from briefgen.editions.making import make
from briefgen.editions.workspace import workspace_of
from briefgen.model.document import Document
from briefgen.model.scales import Scale
from briefgen.rendering.docx import render
from briefgen.rendering.theme import Theme
from briefgen.world import FrozenWorld
from tests.drafts.editor import Editor

SOURCE = """An estimated 12,000 troops went east in December.

The army has around 1.2 million people under arms.

Between 5 and 8 million shells were sent by rail.

"They learn to fight with drones," an official said in Seoul.
"""

REGISTER = """sources:
  blog:
    file: blog.txt
    type: post-weblog
    title: A Dangerous Army
"""

OUTLINE = """# A brief for tests.
title: An Army Abroad
subtitle: What it learns
as-of: 2025-01-20
language: en-GB
scale: icd-203
register: sources.yaml

passages:
  troops: {source: blog, quote: "An estimated 12,000 troops went east"}
  strength: {source: blog, quote: "around 1.2 million people under arms"}
  shells: {source: blog, quote: "Between 5 and 8 million shells were sent"}
  drones: {source: blog, quote: "They learn to fight with drones"}

key-judgements: [kj-drones]

sections:
  - id: army
    title: The army
    body:
      # What it is.
      - The army has around 1.2 million people under arms. [@strength] It is large and old.
      - >-
        Some 12,000 troops went east in December, by rail
        and by ship. [see @troops, on the railways]
        Nobody has said *when* they return.
      - |
        Two things are known.

        ## Branches

        - Ground forces are the largest.
        - The navy is small. [@strength]

        What follows is less sure.
      - gap: No source gives the number of ships.

  # Who learns what.
  - id: lessons
    title: Lessons
    body:
      - id: kj-drones
        judgement: The army would use drones at home
        likelihood: likely
        confidence: low
        because: One official, one remark.
        basis: [drones]
      - table:
          header: [Thing, Number]
          rows:
            - [Troops, "12,000 [@troops]"]
            - [Shells, 5 to 8 million]
        caption: What was sent
      - list:
          - Drones come first. [@drones]
          - Rockets come second.
          - Guns come last.
      - quote: drones
        attribution: An official in Seoul
      - "The last word: it is early."
"""


def put_after(outline: str, *notes: tuple[str, str]) -> str:
    """The outline with notes behind the statements that end in some words."""
    for words, note in notes:
        assert outline.count(words) == 1, words
        outline = outline.replace(words, f"{words}      - note: {note}\n")
    return outline


FIRST = "      - The army has around 1.2 million people under arms. [@strength] It is large and old.\n"
SECOND = "        Nobody has said *when* they return.\n"
THIRD = "        What follows is less sure.\n"
GAP = "      - gap: No source gives the number of ships.\n"
JUDGED = "        basis: [drones]\n"
TABLE = "        caption: What was sent\n"
LIST = "          - Guns come last.\n"
QUOTED = "        attribution: An official in Seoul\n"
LAST = '      - "The last word: it is early."\n'

NOTED = put_after(
    OUTLINE,
    (FIRST, "Heard on the quay, and *often*."),
    (SECOND, "Said twice."),
    (THIRD, "Third-hand."),
    (GAP, "Nobody counts them."),
    (JUDGED, "Not all agree."),
    (TABLE, "By rail only."),
    (LIST, "In no order."),
    (QUOTED, "On the telephone."),
    (LAST, "Earlier than it was."),
)


def assembled(outline: str = OUTLINE, extra: dict[str, str] | None = None) -> Assembly:
    """The brief of an outline, whatever its checks say of it."""
    return _assembled(outline, tuple((extra or {}).items()))[0]


@cache
def _assembled(outline: str, extra: tuple[tuple[str, str], ...]) -> tuple[Assembly, Scale | None]:
    files = {"outline.yaml": outline, "sources.yaml": REGISTER, "blog.txt": SOURCE, **dict(extra)}
    world = FrozenWorld(files={Path("/briefs/army") / name: text.encode() for name, text in files.items()})
    gathered = gather(workspace_of(Path("/briefs/army/outline.yaml"), world))
    made, found = make(gathered)
    assert made is not None and not [each for each in found if each.code.startswith("OL")], found
    assert gathered.outline is not None
    return made.assembly, gathered.outline.scale


def sent(outline: str = OUTLINE, extra: dict[str, str] | None = None) -> Editor:
    """The brief's Word file in an editor's hands."""
    return Editor(_rendered(assembled(outline, extra).document))


@cache
def _rendered(document: Document) -> bytes:
    return render(document, Theme()).data


def pulled(
    edited: Editor | bytes,
    *,
    base: str = OUTLINE,
    today: str | None = None,
    extra: dict[str, str] | None = None,
    choices: dict[str, str] | None = None,
    kept: tuple[Remark, ...] = (),
) -> PullResult:
    """What pulling the edited file into today's outline gives."""
    draft, found = read(edited if isinstance(edited, bytes) else edited.saved())
    assert draft is not None, found
    now = today if today is not None else base
    return pull(
        draft,
        assembled(base, extra).document,
        assembled(now, extra),
        now,
        choices,  # type: ignore[arg-type]
        kept,
        scale=_assembled(now, tuple((extra or {}).items()))[1],
    )
