"""Statements that stand in two places of a brief: among the key judgements, and in their sections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal, TypeAlias

from briefgen.assembling.assembly import Assembly
from briefgen.diagnostics import Span
from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import shown
from briefgen.drafts.merging.outcomes import Choice, Choices, Outcome
from briefgen.drafts.merging.own_marks import bare_line, own_marks
from briefgen.drafts.merging.plan import same_line, same_words
from briefgen.drafts.merging.versions import Version
from briefgen.drafts.result import Conflict
from briefgen.drafts.rewriting.places import Places
from briefgen.model.document import Callout, Document
from briefgen.text.diff3 import Agreed, Chunk, Clash, merge
from briefgen.text.tokens import Tokens
from briefgen.values import dataclass

Twins: TypeAlias = Mapping[str, str]
"""The blocks of statements in their sections, by those that repeat them among the key judgements."""

_Side: TypeAlias = Literal["above", "below", "outline"]


def twins_of(document: Document, places: Places) -> Twins:
    """The key judgements of a document."""
    below: dict[tuple[int, int], str] = {}
    above: dict[str, tuple[int, int]] = {}
    for section in document.sections:
        written = places.section(section.id) is not None
        for block in section.blocks:
            place = places.statement_of(block.id) if isinstance(block, Callout) else None
            if place is None:
                continue
            key = (place[0].section, place[0].index)
            if written:
                below[key] = block.id
            else:
                above[block.id] = key
    return {block: below[key] for block, key in above.items() if key in below}


def for_both(choices: Choices, twins: Twins) -> Choices:
    """Choices that hold for both places of a statement where a person chose for one of them."""
    found = dict(choices)
    for above, below in twins.items():
        for one, other in ((above, below), (below, above)):
            if one in choices:
                found.setdefault(other, choices[one])
    return found


def agreed(
    outcomes: Sequence[Outcome], today: Version, assembly: Assembly, twins: Twins, choices: Choices
) -> tuple[tuple[Outcome, ...], tuple[Conflict, ...]]:
    """Outcomes in which no statement is worded in two ways; where nobody has chosen one, it is left as it is
    today, and is a conflict.
    """
    found = list(outcomes)
    conflicts: list[Conflict] = []
    for pair in _pairs(outcomes, today, twins):
        now = pair.today
        above, below = (bare_line(outcomes[at].lines[0]) for at in (pair.at_above, pair.at_below))
        if any(same_line(*two) for two in ((above, below), (above, now), (below, now))):
            continue
        chunks = merge(now.tokens, above.tokens, below.tokens)
        clashes = [chunk for chunk in chunks if isinstance(chunk, Clash)]
        if not clashes:
            continue
        side = _chosen(pair, choices)
        if side is None:
            origin = assembly.origins.get(pair.below)
            span = origin.span if origin is not None else None
            conflicts += [_conflict(clash, pair, span) for clash in clashes]
        tokens = tuple(token for chunk in chunks for token in _reading(chunk, side)) if side else now.tokens
        for at in (pair.at_above, pair.at_below):
            marks = own_marks([outcomes[at].lines[0].tokens])
            found[at] = replace(found[at], lines=(replace(now, tokens=(*tokens, *marks)),))
    return tuple(found), tuple(conflicts)


def told_once(conflicts: Sequence[Conflict], twins: Twins) -> tuple[Conflict, ...]:
    """Conflicts without those that only repeat, among the key judgements, what one in a section says."""
    told = {(each.block_id, each.base, each.ours, each.theirs) for each in conflicts}
    above_of = {below: above for above, below in twins.items()}
    found = []
    for conflict in conflicts:
        readings = (conflict.base, conflict.ours, conflict.theirs)
        below, above = twins.get(conflict.block_id, ""), above_of.get(conflict.block_id, "")
        if (below, *readings) in told:
            continue
        repeated = not conflict.other and (above, *readings) in told
        found.append(replace(conflict, other=above) if repeated else conflict)
    return tuple(found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pair:
    """The two places of one line of a statement: their blocks, their outcomes, and what it is today.

    The marks of an author's own notes stand in one of them only, and are no part of the line.
    """

    above: str
    below: str
    at_above: int
    at_below: int
    today: Line


def _pairs(outcomes: Sequence[Outcome], today: Version, twins: Twins) -> list[_Pair]:
    places: dict[tuple[str, str], int] = {}
    for at, outcome in enumerate(outcomes):
        units = [today.units[k] for k in outcome.strand.theirs]
        if len(units) == len(outcome.lines) == 1 and units[0] is not None and not outcome.clashes:
            places[units[0].block, units[0].part] = at
    found = []
    for (block, part), at in places.items():
        below = twins.get(block)
        at_below = places.get((below, part)) if below is not None else None
        if below is None or at_below is None:
            continue
        lines = [today.lines[outcomes[each].strand.theirs[0]] for each in (at, at_below)]
        if same_words(*lines):
            now = bare_line(lines[1])
            found.append(_Pair(above=block, below=below, at_above=at, at_below=at_below, today=now))
    return found


def _chosen(pair: _Pair, choices: Choices) -> _Side | None:
    """Whose words a person chose: those of either place, or the outline's."""
    chosen: tuple[Choice | None, Choice | None] = (choices.get(pair.above), choices.get(pair.below))
    match chosen:
        case ("ours", "theirs" | None):
            return "above"
        case ("theirs" | None, "ours"):
            return "below"
        case ("theirs", _) | (_, "theirs"):
            return "outline"
        case _:
            return None


def _reading(chunk: Chunk, side: _Side) -> Tokens:
    if isinstance(chunk, Agreed):
        return chunk.tokens
    return {"above": chunk.ours, "below": chunk.theirs, "outline": chunk.base}[side]


def _conflict(clash: Clash, pair: _Pair, span: Span | None) -> Conflict:
    return Conflict(
        block_id=pair.below,
        base=shown(clash.base),
        ours=shown(clash.theirs),
        theirs=shown(clash.base),
        other=pair.above,
        elsewhere=shown(clash.ours),
        span=span,
    )
