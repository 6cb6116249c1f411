"""Rules on estimative language (EL), after Intelligence Community Directive 203 (2015), section D.6.e.(2)."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.assembling.assembly import Claim
from briefgen.checking.brief import Brief
from briefgen.checking.estimative_words import (
    Phrase,
    TermUse,
    absolute_words,
    likelihood_terms,
    likelihood_with_confidence,
    mixed_rows,
)
from briefgen.diagnostics import Diagnostic, Span, info, warning
from briefgen.model.scales import SCALES
from briefgen.outline.written import Prose


def likelihood_in_free_text(brief: Brief) -> Iterator[Diagnostic]:
    """EL603, EL605: a likelihood in a judgement's sentence, where the field belongs."""
    scale = brief.outline.scale
    for claim in _judgements(brief):
        for use in likelihood_terms(claim.text, scale):
            span = _place(claim, use)
            if scale is not None and use.terms and use.on(scale) is None:
                others = " and ".join(SCALES[name].name for name in use.terms)
                message = f"“{use.words}” is a term of {others}, not of {scale.name}"
                yield warning(
                    "EL605", message, span, hint="use a term of the brief's scale, under likelihood"
                )
            else:
                message = f"“{use.words}” states a likelihood within the sentence"
                hint = "move it to likelihood, and let the sentence state what is judged"
                yield warning("EL603", message, span, hint=hint)


def both_rows(brief: Brief) -> Iterator[Diagnostic]:
    """EL604: both rows of synonyms of the scale in one product."""
    scale = brief.outline.scale
    if scale is None:
        return
    places: dict[int, Span] = {}
    uses: list[TermUse] = []
    for claim in brief.assembly.claims:
        if claim.kind != "fact" and claim.prose is not None and claim.prose.likelihood is not None:
            written = claim.prose.likelihood
            found = likelihood_terms(written.value, scale)
            uses += found
            places.update((id(use), written.span) for use in found)
    for use in mixed_rows(uses, scale):
        message = f"“{use.words}” is of the other row of {scale.name} than this brief's other terms"
        yield warning("EL604", message, places[id(use)], hint="keep to one row")


def likelihood_and_confidence(brief: Brief) -> Iterator[Diagnostic]:
    """EL606: a sentence that states both how likely something is and how well founded."""
    for claim in brief.assembly.claims:
        for wording in likelihood_with_confidence(claim.text):
            message = f"one sentence for two things: {wording.what}"
            yield warning("EL606", message, _place(claim, wording), hint="make two sentences of it")


def absolute_judgements(brief: Brief) -> Iterator[Diagnostic]:
    """EL607: a judgement in words that leave no room for doubt."""
    for claim in _judgements(brief):
        for wording in absolute_words(claim.text):
            message = f"“{wording.words}” {wording.what} in a judgement"
            hint = "write “would”, and state the likelihood in its field"
            yield warning("EL607", message, _place(claim, wording), hint=hint)


def confidence_without_reason(brief: Brief) -> Iterator[Diagnostic]:
    """EL608: a level of confidence without its reason."""
    for section in brief.outline.sections:
        for statement in section.body:
            if isinstance(statement, Prose) and statement.confidence is not None and not statement.because:
                message = f"confidence is {statement.confidence}, but nothing says why"
                yield warning("EL608", message, statement.confidence.span, hint="say why under because")


def likelihood_in_facts(brief: Brief) -> Iterator[Diagnostic]:
    """EL603: a likelihood in a statement of fact; it may be the source's own, so it is only a remark."""
    for claim in brief.assembly.claims:
        if claim.kind == "fact" and claim.origin.provenance == "literal":
            for use in likelihood_terms(claim.text, brief.outline.scale):
                message = f"“{use.words}” states a likelihood in a statement of fact"
                hint = "quote the source for it, or make it a judgement"
                yield info("EL603", message, _place(claim, use), hint=hint)


def _judgements(brief: Brief) -> Iterator[Claim]:
    return (claim for claim in brief.assembly.claims if claim.kind == "judgement")


def _place(claim: Claim, found: TermUse | Phrase) -> Span:
    return claim.span_of(found.words, claim.text.count(found.words, 0, found.start))


RULES = (
    likelihood_in_free_text,
    both_rows,
    likelihood_and_confidence,
    absolute_judgements,
    confidence_without_reason,
    likelihood_in_facts,
)
