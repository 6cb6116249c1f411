"""The first brief, made once for all tests that look at it."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from briefgen.editions.gathering import gather
from briefgen.editions.making import Made, make
from briefgen.editions.workspace import workspace_of
from briefgen.model.document import Document
from briefgen.world import RealWorld

ROOT = Path(__file__).parents[1]
OUTLINE = ROOT / "templates" / "dprk-russia" / "outline.yaml"
SEEDS = ROOT / "seeds"
THEME = ROOT / "templates" / "theme.yaml"


@cache
def first_brief() -> Made:
    """The first brief, gathered, assembled and checked."""
    made, found = make(gather(workspace_of(OUTLINE, RealWorld(), ROOT)))
    assert made is not None, found
    return made


def first_document() -> Document:
    return first_brief().assembly.document
