"""Every mapping of the format by its name."""

from __future__ import annotations

from briefgen.outline.format.brief import (
    BRIEF,
    CHECK,
    DRAWING,
    EVENT,
    FIGURE,
    GRADE,
    MARKING,
    ON_FAILURE,
    PASSAGE,
    READING,
    SCALE,
    SCHEDULE,
    SECTION,
    TABLE,
    TERM,
    WORD,
)
from briefgen.outline.format.register import CORRECTION, EXCLUSION, REGISTER, SOURCE
from briefgen.outline.format.shape import Shape

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        BRIEF,
        MARKING,
        SCALE,
        TERM,
        WORD,
        PASSAGE,
        GRADE,
        FIGURE,
        READING,
        SECTION,
        TABLE,
        DRAWING,
        EVENT,
        CHECK,
        SCHEDULE,
        ON_FAILURE,
        REGISTER,
        SOURCE,
        EXCLUSION,
        CORRECTION,
    )
}
"""All but the statements, which stand in `format.statements.STATEMENTS`."""
