"""What the checks found, told block by block, for the review page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.assembling.assembly import Assembly
from briefgen.checking.brief import Brief
from briefgen.checking.check import Checked
from briefgen.checking.conflicts import conflicting_figures
from briefgen.diagnostics import Diagnostic, Span
from briefgen.model.evidence import Verdict
from briefgen.model.review import Dispute, Finding, Review, Voice


def review_of(brief: Brief, checked: Checked, found: Iterable[Diagnostic]) -> Review:
    """Findings by block, figures looked for, matters on which voices part, passages to look at again."""
    return Review(
        findings=tuple(_findings(brief.assembly, found)),
        figures=checked.figures,
        disputes=tuple(_disputes(brief)),
        recheck=frozenset(
            name for name, anchor in brief.evidence.anchors.items() if anchor.verdict is Verdict.MOVED
        ),
    )


def _findings(assembly: Assembly, found: Iterable[Diagnostic]) -> Iterator[Finding]:
    by_file: dict[str, list[tuple[Span, str]]] = {}
    notes = ((note.block, note.origin) for note in assembly.own_notes.values())
    for block, origin in (*assembly.origins.items(), *notes):
        by_file.setdefault(origin.span.file, []).append((origin.span, block))
    for one in found:
        span = one.span
        blocks = [
            block
            for place, block in (by_file.get(span.file, []) if span is not None else [])
            if span is not None and place.start <= span.start <= place.end
        ]
        for block in blocks or [""]:
            yield Finding(
                block=block, severity=one.severity, code=one.code, message=one.message, hint=one.hint
            )


def _disputes(brief: Brief) -> Iterator[Dispute]:
    for figure in conflicting_figures(brief):
        passages = {reading.passage for reading in figure.readings}
        laid_out = (claim.block for claim in brief.assembly.claims if len(passages & set(claim.cited)) > 1)
        voices = tuple(Voice(passage=reading.passage, shown=reading.shown) for reading in figure.readings)
        yield Dispute(matter=figure.label, voices=voices, block=next(laid_out, ""), remark=figure.remark)
