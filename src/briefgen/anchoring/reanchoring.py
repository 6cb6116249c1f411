"""What a change of a source does to the passages that were taken from it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from enum import StrEnum

from briefgen.anchoring.changed_within import changed_within
from briefgen.anchoring.resolving import resolve
from briefgen.diagnostics import Diagnostic, Severity, Span
from briefgen.model.evidence import Anchor, Passage, SourceText, Verdict
from briefgen.values import dataclass


class Effect(StrEnum):
    """What became of a passage, from best to worst."""

    INTACT = "intact"
    SHIFTED = "shifted"
    MOVED = "moved"
    ALTERED = "altered within"
    VARIANT = "variant"
    CONTRADICTED = "contradicted"
    AMBIGUOUS = "ambiguous"
    UNCITABLE = "uncitable"
    MISSING = "missing"

    @property
    def harmless(self) -> bool:
        """Whether the words still stand in the paragraph in which they stood."""
        return self in (Effect.INTACT, Effect.SHIFTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reanchored:
    """What became of one passage: where it stands now if it does, and in words what is the matter with it."""

    passage: str
    effect: Effect
    before: Anchor
    after: Anchor | None
    message: str = ""


_EFFECTS = {
    "AN302": Effect.AMBIGUOUS,
    "AN303": Effect.UNCITABLE,
    "AN304": Effect.VARIANT,
    "AN305": Effect.CONTRADICTED,
    "AN309": Effect.AMBIGUOUS,
}


def reanchor(
    passages: Mapping[str, Passage],
    remembered: Mapping[str, Anchor],
    text: SourceText,
    span: Span,
) -> list[Reanchored]:
    """What became, in a changed source, of each passage remembered from it, in the order of `remembered`.

    Words count as moved where they stand in a paragraph or on a page of another number. Passages no longer in
    `passages` are passed over.
    """
    return [
        _reanchored(passages[name], anchor, text, span)
        for name, anchor in remembered.items()
        if name in passages and anchor.source == text.source
    ]


def _reanchored(passage: Passage, before: Anchor, text: SourceText, span: Span) -> Reanchored:
    after, found = resolve(passage, text, span)
    message = " ".join(one.message for one in found)
    if after is None:
        effect = next((_EFFECTS[one.code] for one in found if one.code in _EFFECTS), Effect.MISSING)
    elif changed_within(before, after, passage, text):
        effect = Effect.ALTERED
    elif after.verdict is Verdict.MOVED or not _stayed(before, after):
        effect = Effect.MOVED
    else:
        effect = Effect.INTACT if after.raw == before.raw else Effect.SHIFTED
    return Reanchored(passage=passage.id, effect=effect, before=before, after=after, message=message)


def _stayed(before: Anchor, after: Anchor) -> bool:
    return before.place == after.place


def report(source: str, changes: Sequence[Reanchored], span: Span | None) -> Diagnostic:
    """One finding for a changed source: how many passages fared how, and which need a look."""
    counts = Counter(change.effect for change in changes)
    summary = ", ".join(f"{counts[effect]} {effect}" for effect in Effect if counts[effect])
    harmed = [f"{change.passage} ({change.effect})" for change in changes if not change.effect.harmless]
    message = f"“{source}” has changed since the last edition; its passages: {summary or 'none remembered'}"
    return Diagnostic(
        severity=Severity.WARNING if harmed else Severity.INFO,
        code="AN310",
        message=message,
        span=span,
        hint=f"look at {', '.join(harmed)}" if harmed else "",
    )
