"""Grades and their reasons, as NATO's system has them: A to F for a source, 1 to 6 for an item of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import cast, get_args

from briefgen.model.citation import (
    Credibility,
    ItemGrade,
    Reliability,
    SourceGrade,
)
from briefgen.outline.decoder import Fields
from briefgen.outline.format import brief


def reliability(fields: Fields) -> SourceGrade | None:
    """How far a source can be relied on, as given under `reliability`."""
    called = "a source's reliability is a grade from A to F"
    hint = "A is completely reliable, E unreliable, F cannot be judged"
    given = _given(fields, "reliability", get_args(Reliability), called, hint)
    return SourceGrade(grade=cast(Reliability, given[0]), because=given[1]) if given else None


def credibility(fields: Fields) -> ItemGrade | None:
    """How far an item can be believed, as given under `credibility`."""
    called = "an item's credibility is a grade from 1 to 6"
    hint = "1 is confirmed, 5 improbable, 6 cannot be judged"
    given = _given(fields, "credibility", [str(grade) for grade in get_args(Credibility)], called, hint)
    return ItemGrade(grade=cast(Credibility, int(given[0])), because=given[1]) if given else None


def _given(
    fields: Fields, name: str, grades: Collection[str], called: str, hint: str
) -> tuple[str, str] | None:
    node = fields.node_of(name)
    if node is None:
        return None
    written = fields.decoder.fields(node, brief.GRADE)
    grade, because = written.text("grade"), written.text("because")
    if grade is None or because is None:
        return None
    if grade.value not in grades:
        fields.decoder.report("OL108", f"{called}, not “{grade.value}”", grade.scalar, hint)
        return None
    return grade.value, because.value
