"""What stands in and under a callout: its label, its sentence, and likelihood and confidence in words."""

from __future__ import annotations

from typing import cast

from briefgen.diagnostics import Diagnostic, error
from briefgen.model.document import (
    Confidence,
    ConfidenceLevel,
    Inlines,
    Label,
    Likelihood,
    Text,
    plain,
)
from briefgen.model.scales import Scale
from briefgen.outline.written import Prose
from briefgen.text.did_you_mean import did_you_mean
from briefgen.text.wording import Wording

CLOSING = ".!?…”’"
"""Signs at the end of a sentence that no full stop follows."""


def likelihood_of(statement: Prose, scale: Scale | None, found: list[Diagnostic]) -> Likelihood | None:
    """The likelihood that a statement gives, on the outline's scale; what is wrong with it is noted."""
    written = statement.likelihood
    if written is None:
        return None
    if scale is None:
        hint = "set scale: icd-203 or phia at the top of the outline, or write out your own"
        found.append(error("EL601", "a likelihood needs a scale", written.span, hint=hint))
        return None
    term = scale.term(written.value)
    if term is None:
        words = [term.word for term in scale.terms]
        held = [word for word in words if f" {word.lower()} " in f" {written.value.lower()} "]
        meant = max(held, key=len, default=written.value)
        hint = did_you_mean(meant, words, f"the terms are: {', '.join(words)}")
        message = f"“{written.value}” is not a term of {scale.name}"
        found.append(error("EL602", message, written.span, hint=hint))
        return None
    return Likelihood(term=term.word, low=term.low, high=term.high)


def confidence_of(statement: Prose) -> Confidence | None:
    """The confidence that a statement gives, and why."""
    if statement.confidence is None:
        return None
    level = cast(ConfidenceLevel, statement.confidence.value)
    return Confidence(level=level, because=statement.because.value if statement.because else "")


def details_of(likelihood: Likelihood | None, confidence: Confidence | None, wording: Wording) -> Inlines:
    """The line under a statement: likelihood with its range, then confidence, in two sentences."""
    words = wording.statements
    inlines: list[Text | Label] = []
    if likelihood is not None:
        inlines += [
            Label(text=words.likelihood),
            Text(text=likelihood.term),
            Label(text=f" ({wording.range(likelihood.low, likelihood.high)}). "),
        ]
    if confidence is not None:
        inlines += [
            Label(text=words.confidence),
            Text(text=words.levels[confidence.level]),
            Label(text=". "),
        ]
        if confidence.because:
            inlines.append(Text(text=confidence.because))
    return tuple(inlines)


def as_sentence(words: Inlines) -> Inlines:
    """The words with a full stop, where they end without one."""
    text = plain(words).rstrip()
    return words if not text or text[-1] in CLOSING else (*words, Text(text="."))
