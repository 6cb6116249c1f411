"""Rules on handling marks (MK): a document bears the highest mark of its portions."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.checking.brief import Brief
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.marking import TLP_LEVELS
from briefgen.outline.decoder import Located
from briefgen.text.did_you_mean import did_you_mean


def portions_above_document(brief: Brief) -> Iterator[Diagnostic]:
    """MK502, MK503: a portion marked above the document, or with a mark that cannot be compared."""
    marking = brief.outline.marking
    levels = marking.levels if marking and marking.levels else TLP_LEVELS
    for portion in _portions(brief):
        if marking is None:
            hint = f"set marking: {portion.value} at the top, or higher"
            yield error("MK502", "a portion is marked, but the document is not", portion.span, hint=hint)
        elif portion.value not in levels or marking.text.value not in levels:
            unknown = portion if portion.value not in levels else marking.text
            hint = did_you_mean(unknown.value, levels, "list the house's marks under marking: levels")
            yield error("MK503", f"“{unknown.value}” is not among the marks", unknown.span, hint=hint)
        elif levels.index(portion.value) > levels.index(marking.text.value):
            message = f"a portion is marked {portion.value}, above the document's {marking.text.value}"
            hint = "the document bears the highest mark of its portions"
            yield error("MK502", message, portion.span, hint=hint)


def _portions(brief: Brief) -> Iterator[Located]:
    for section in brief.outline.sections:
        if section.marking is not None:
            yield section.marking
        for statement in section.body:
            if statement.marking is not None:
                yield statement.marking


RULES = (portions_above_document,)
