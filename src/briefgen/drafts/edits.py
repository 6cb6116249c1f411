"""The edits of a draft that its merge brings into the outline, as they are told to a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set

from briefgen.assembling.assembly import Assembly
from briefgen.diagnostics import Span
from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import handwritten, shown_line
from briefgen.drafts.merging.outcomes import Outcome, block_of
from briefgen.drafts.merging.plan import same_line
from briefgen.drafts.merging.units import Unit
from briefgen.drafts.merging.versions import Version
from briefgen.drafts.result import NOTE, Edit, EditKind
from briefgen.drafts.rewriting.markdown import EXPRESSIBLE
from briefgen.text.tokens import Token


def edits_of(
    outcomes: Sequence[Outcome],
    versions: tuple[Version, Version],
    assembly: Assembly,
    stayed: Set[str],
    given_up: Set[str],
) -> tuple[Edit, ...]:
    """What changes in today's brief, the second of the versions; the first is what the draft was made from.

    Left out is what has no place in the outline: `given_up` are its words, `stayed` blocks that only briefgen
    orders.
    """
    found = _edits(outcomes, *versions, assembly, stayed)
    return tuple(edit for edit in found if _placed(edit, given_up))


def span_of(outcome: Outcome, today: Version, assembly: Assembly) -> Span | None:
    """Where in the outline the lines of an outcome were typed."""
    for k in outcome.strand.theirs:
        unit = today.units[k]
        for block in (unit.block, unit.top) if unit is not None else ():
            if block in assembly.origins:
                return assembly.origins[block].span
    return None


def _edits(
    outcomes: Sequence[Outcome], base: Version, today: Version, assembly: Assembly, stayed: Set[str]
) -> Iterator[Edit]:
    follows = ""
    for outcome in outcomes:
        was = [today.lines[k] for k in outcome.strand.theirs]
        units = [today.units[k] for k in outcome.strand.theirs]
        kind = None if None in units else _kind(outcome, was)
        parts = {unit.part for unit in units if unit is not None}
        led = kind == "moved" and parts <= {"label", "details"}
        if kind is not None and not led and not (kind == "moved" and _tops(units) & stayed):
            yield Edit(
                kind=kind,
                block=block_of(outcome.strand, base, today),
                before="\n".join(map(shown_line, was)),
                after="\n".join(map(shown_line, outcome.lines)),
                span=span_of(outcome, today, assembly),
                followed=_before(outcome.strand.theirs[0], today) if outcome.strand.moved else None,
                follows=follows if outcome.strand.moved or kind == "new" else None,
            )
        if outcome.lines and "label" not in parts:
            follows = shown_line(outcome.lines[-1])


def _tops(units: Sequence[Unit | None]) -> set[str]:
    return {unit.top for unit in units if unit is not None}


def _before(at: int, today: Version) -> str:
    """The line before one of today's, labels passed over; empty for the first."""
    for line, unit in reversed([*zip(today.lines[:at], today.units[:at], strict=True)]):
        if unit is None or unit.part != "label":
            return shown_line(line)
    return ""


def _placed(edit: Edit, given_up: Set[str]) -> bool:
    """Whether an edit is in the outline now, and not among what has no place."""
    before, after = edit.before, edit.after
    for words in given_up:
        if words.startswith(NOTE):
            after = after.replace(handwritten(words.removeprefix(NOTE)), "")
        elif words.startswith("(deleted) [@"):
            before = before.replace(words.removeprefix("(deleted) "), "")
    nothing_else = (before, after) != (edit.before, edit.after) and after == before
    listed = edit.after.strip() in given_up or {*edit.after.split("\n")} <= given_up
    stayed = {f"(deleted) {edit.before}", f"(moved) {edit.after}"}
    return not nothing_else and not listed and given_up.isdisjoint(stayed)


def _kind(outcome: Outcome, was: Sequence[Line]) -> EditKind | None:
    lines = outcome.lines
    if not was:
        return "new" if lines else None
    if not lines:
        return "deleted"
    if len(lines) != len(was):
        return "split" if len(lines) > len(was) else "joined"
    if not all(map(same_line, lines, was)):
        if [*map(shown_line, lines)] != [*map(shown_line, was)]:
            return "changed"
        if [*map(_as_typed, lines)] != [*map(_as_typed, was)]:
            return "restyled"
    return "moved" if outcome.strand.moved else None


def _as_typed(line: Line) -> object:
    """How a line's words are set, as far as an outline has signs for it."""
    cells = [cell for row in line.rows for cell in row]
    return line.kind, line.level, [[_signs(token) for token in run] for run in (line.tokens, *cells)]


def _signs(token: Token) -> frozenset[tuple[str, str]]:
    if token.kind == "space":
        return frozenset()
    return frozenset(pair for pair in token.attributes if pair[0] in EXPRESSIBLE)
