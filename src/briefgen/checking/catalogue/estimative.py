"""Rules on estimative language, after ICD 203 (2015) and the PHIA yardstick (2025)."""

from __future__ import annotations

from briefgen.checking.catalogue.rule_text import fixed, settable
from briefgen.diagnostics import Severity

_WARNING = Severity.WARNING

RULES = (
    fixed(
        "EL601",
        "A likelihood without a scale",
        "A term means a range only on a named scale.",
        "likelihood: likely, without scale",
        "Set scale: icd-203 or phia, or write out your own.",
    ),
    fixed(
        "EL602",
        "Not a term of the scale",
        "Readers understand the terms of one scale alike; others they do not.",
        "likelihood: quite likely",
        "Use the term offered.",
    ),
    settable(
        "EL603",
        _WARNING,
        "A likelihood in free text",
        "In the text it has no range beside it, and no check.",
        "judgement: Kim will likely send more",
        "Move it to likelihood, and let the sentence state the event.",
    ),
    settable(
        "EL604",
        _WARNING,
        "Both rows of the scale",
        "The two rows of ICD 203 are not to be mixed in one product.",
        "“likely” here and “probable” there",
        "Keep to one row.",
    ),
    settable(
        "EL605",
        _WARNING,
        "A term of the other scale",
        "The same word may stand for another range there.",
        "“realistic possibility” in a brief on icd-203",
        "Use the terms of the brief's scale.",
    ),
    settable(
        "EL606",
        _WARNING,
        "Likelihood and confidence in one sentence",
        "ICD 203 keeps them apart: how likely is not how well founded.",
        "“We have high confidence that an attack is likely”",
        "Two sentences, or the two fields.",
    ),
    settable(
        "EL607",
        _WARNING,
        "An absolute word in a judgement",
        "A judgement is uncertain by nature; “will” and “certainly” claim knowledge.",
        "judgement: Kim will attack",
        "Write “would”, and state the likelihood in its field.",
    ),
    settable(
        "EL608",
        _WARNING,
        "Confidence without a reason",
        "A level alone tells the reader nothing about its basis.",
        "confidence: low, without because",
        "Say why under because.",
    ),
)
