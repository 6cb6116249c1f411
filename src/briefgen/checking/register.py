"""Rules on sources and their grades (SR)."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.brief import Brief
from briefgen.diagnostics import Diagnostic, info, warning
from briefgen.sources.register import RegisterEntry


def ungraded_sources(brief: Brief) -> Iterator[Diagnostic]:
    """SR401: a cited source without a grade."""
    for entry in _cited(brief):
        if entry.source.reliability is None:
            yield warning(
                "SR401",
                f"the source “{entry.source.id}” is cited but not graded",
                entry.id.span,
                hint="add reliability: {grade: A to F, because: …}",
            )


def undescribed_sources(brief: Brief) -> Iterator[Diagnostic]:
    """SR402: a cited source without a descriptor for the reader."""
    for entry in _cited(brief):
        if not entry.source.descriptor:
            yield warning(
                "SR402",
                f"the reader is not told what kind of source “{entry.source.id}” is",
                entry.id.span,
                hint="add a descriptor, such as “state news agency” or “court record”",
            )


def diagonal_grades(brief: Brief) -> Iterator[Diagnostic]:
    """SR403: credibility that only repeats reliability: A with 1, B with 2 and so on, throughout."""
    pairs = []
    for name, anchor in brief.evidence.anchors.items():
        item, source = brief.evidence.passages[name].credibility, brief.evidence.sources[anchor.source]
        if item is not None and source.reliability is not None:
            pairs.append((source.reliability.grade, item.grade))
    if len(pairs) >= 3 and all("ABCDEF".index(grade) + 1 == number for grade, number in pairs):
        yield info(
            "SR403",
            f"all {len(pairs)} items are graded as their sources are",
            brief.outline.register.span,
            hint="judge each item by what supports it, apart from who says it",
        )


def _cited(brief: Brief) -> Iterator[RegisterEntry]:
    cited = {anchor.source for anchor in brief.evidence.anchors.values()}
    for name, entry in brief.register.entries.items():
        if name in cited:
            yield entry


RULES = (ungraded_sources, undescribed_sources, diagonal_grades)
