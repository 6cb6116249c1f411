"""The three-way merge of a brief: what went out, what came back, and what it would be today."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeAlias

from briefgen.assembling.callouts import CLOSING
from briefgen.drafts.draft import FileView, Line
from briefgen.drafts.inlines import as_seen, visible
from briefgen.drafts.merging.handwritten import recognised
from briefgen.drafts.merging.matching import Strand, segments_of, strands
from briefgen.drafts.merging.outcomes import Choice, Choices, Outcome, block_of, decided
from briefgen.drafts.merging.own_marks import (
    PARAGRAPH_END,
    adds_marks,
    bare,
    bare_line,
    in_one_run,
    remarked,
    remarked_table,
    runs_in,
)
from briefgen.drafts.merging.table_rows import merged_rows
from briefgen.drafts.merging.versions import (
    EditedVersion,
    Version,
    edited_version,
    relabelled,
    with_citations,
    without_marks,
)
from briefgen.model.document import Callout, Quotation, blocks_of
from briefgen.text.diff3 import Agreed, Chunk, Clash, merge
from briefgen.text.tokens import Token, Tokens, ends_sentence, mark, text_of
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The three versions of a brief and the outcome of their merge.

    `lines` are the draft's, the notes in them known by what they cite.
    """

    base: Version
    ours: EditedVersion
    lines: tuple[Line, ...]
    today: Version
    outcomes: tuple[Outcome, ...]


def merge_of(
    view: FileView, sent: Version, now: Version, passages: Mapping[str, str], choices: Choices
) -> Merge:
    """The merge of what a draft shows, what was sent, and what the brief is now.

    `passages` are the quoted words of the outline's passages by name, by which notes that a person typed are
    recognised.
    """
    ours = edited_version(view, sent)
    cited = recognised(ours.written, now.notes, passages)
    known = {name for name in ours.written if name in now.notes and name not in sent.notes}
    lines = without_marks(with_citations(ours.lines, cited), known)
    outcomes = merged(sent, lines, now, choices)
    return Merge(base=sent, ours=ours, lines=lines, today=now, outcomes=outcomes)


STOP = Token(text=".", kind="punctuation")

_NEVER_HEADINGS = frozenset(("title", "subtitle", "caption", "attribution"))
"""The parts of a brief that no style makes a heading or an item of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Case:
    """One strand to be merged: its lines in the three versions, and whose reading a person chose, if any."""

    strand: Strand
    was: tuple[Line, ...]
    mine: tuple[Line, ...]
    other: tuple[Line, ...]
    choice: Choice | None

    @property
    def deleted_by_one(self) -> bool:
        """Whether one side deleted it, or both did."""
        return bool(self.was) and not (self.mine and self.other)

    def outcome(self, lines: Iterable[Line], clashes: Iterable[Clash] = ()) -> Outcome:
        """An outcome of this strand."""
        return Outcome(strand=self.strand, lines=tuple(lines), clashes=tuple(clashes))


def merged(base: Version, ours: Sequence[Line], theirs: Version, choices: Choices) -> tuple[Outcome, ...]:
    """An outcome for every strand, in the order of the merge."""
    names = [unit.name for unit in base.units if unit is not None]
    their_names = [unit.name for unit in theirs.units if unit is not None]
    found = strands(
        segments_of([*map(bare_line, base.lines)], names),
        segments_of([*map(bare_line, ours)], names),
        segments_of([*map(bare_line, theirs.lines)], [*their_names, *names]),
    )
    callouts = _ids_of(Callout, base, theirs)
    never_headings = callouts | _ids_of(Quotation, base, theirs)
    outcomes = []
    for strand in found:
        choice = choices.get(block_of(strand, base, theirs))
        case = _Case(
            strand=strand,
            was=tuple(base.lines[i] for i in strand.base),
            mine=_closed(strand, [ours[j] for j in strand.ours], base, callouts),
            other=tuple(theirs.lines[k] for k in strand.theirs),
            choice=choice,
        )
        outcome = _outcome(case)
        units = [unit for k in strand.theirs if (unit := theirs.units[k]) is not None]
        if any(unit.block in callouts for unit in units) and len(outcome.lines) > 1:
            outcome = _in_sentences(outcome)
        if any(unit.block in never_headings or unit.part in _NEVER_HEADINGS for unit in units[:1]):
            outcome = _as_text(outcome)
        outcomes.append(outcome)
    return tuple(outcomes)


def _ids_of(kind: type[Callout] | type[Quotation], *versions: Version) -> frozenset[str]:
    """The blocks of one kind in either version, whose ids may follow from their words."""
    blocks = (block for version in versions for block in blocks_of(version.document))
    return frozenset(block.id for block in blocks if isinstance(block, kind))


def _closed(
    strand: Strand, mine: Sequence[Line], base: Version, callouts: Container[str]
) -> tuple[Line, ...]:
    """Our lines; the sentence of a judgement has the full stop that briefgen gives it, typed or not."""
    units = [unit for i in strand.base if (unit := base.units[i]) is not None]
    if len(mine) != 1 or not units or units[-1].part != "words" or units[-1].block not in callouts:
        return tuple(mine)
    tokens = list(mine[0].tokens)
    at = len(tokens)
    while at and tokens[at - 1].kind in ("mark", "space"):
        at -= 1
    if not at or (text_of(tokens[:at])[-1] in CLOSING and tokens[at - 1].text != "."):
        return tuple(mine)
    stop = next((token for token in reversed(base.lines[strand.base[-1]].tokens) if token.text == "."), STOP)
    words = tokens[: at - 1] if tokens[at - 1].text == "." else tokens[:at]
    marks = (token for token in tokens[at:] if token.kind != "space")
    return (replace(mine[0], tokens=(*words, stop, *marks)),)


def _as_text(outcome: Outcome) -> Outcome:
    """An outcome whose first line is text, whatever style it was given: what it is, its statement says."""
    lines = [replace(line, kind="text", level=0, ordered=False) for line in outcome.lines[:1]]
    return replace(outcome, lines=(*lines, *outcome.lines[1:]))


def _in_sentences(outcome: Outcome) -> Outcome:
    """An outcome whose paragraphs each end a sentence: a judgement is one, however its line was broken."""
    lines = [outcome.lines[0]]
    for line in outcome.lines[1:]:
        if _ends_sentence(lines[-1]):
            lines.append(line)
        else:
            gap = Token(text=" ", kind="space")
            lines[-1] = replace(lines[-1], tokens=(*lines[-1].tokens, gap, *line.tokens))
    return replace(outcome, lines=tuple(lines))


def _ends_sentence(line: Line) -> bool:
    """Whether a line's last words end a sentence, closing quotation marks and note marks passed over."""
    signs = [token for token in line.tokens if token.kind not in ("mark", "space")]
    while signs and signs[-1].text in '”’»")':
        signs.pop()
    return bool(signs) and ends_sentence(signs[-1])


def _outcome(case: _Case) -> Outcome:
    was, mine, other = case.was, case.mine, case.other
    if any(line.kind == "table" for line in (*was, *mine, *other)):
        return _table_outcome(case)
    if case.deleted_by_one:
        return _gone(case)
    if not (mine and other):
        return case.outcome(mine or other)
    if len(was) == len(mine) and all(map(_same, was, mine)):
        return case.outcome(other)
    before, after = bare(_run(was)), bare(_run(other))
    masked, labels = _masked(before, relabelled(bare(_run(mine)), before), after)
    tokens, clashes = decided(_unmasked(merge(*masked), labels), case.choice)
    paragraphs = _paragraphs(remarked(tokens, _run(was), _run(mine), _run(other)))
    lines = (replace(_look(case, at), tokens=tokens) for at, tokens in enumerate(paragraphs))
    return case.outcome(lines, clashes)


def _same(was: Line, now: Line) -> bool:
    """Whether a line of a file still reads as it did, set the same way."""
    return (
        (was.kind, was.level, was.ordered) == (now.kind, now.level, now.ordered)
        and len(was.tokens) == len(now.tokens)
        and all(
            old == new or (old.text == new.text and visible(old) == visible(new))
            for old, new in zip(was.tokens, now.tokens, strict=True)
        )
    )


_Three: TypeAlias = tuple[Tokens, Tokens, Tokens]


def _masked(base: Tokens, ours: Tokens, theirs: Tokens) -> tuple[_Three, list[Tokens]]:
    """Three versions with briefgen's own words, which follow from others, as signs for today's; and these.

    Where a person changed such words, or there are more or fewer of them today, they stay as they are.
    """
    runs = [_labels(base), _labels(ours), _labels(theirs)]
    if [*map(text_of, runs[0])] != [*map(text_of, runs[1])] or len(runs[0]) != len(runs[2]):
        return (base, ours, theirs), []
    return (_with_signs(base), _with_signs(ours), _with_signs(theirs)), runs[2]


def _is_label(token: Token) -> bool:
    return any(name == "label" for name, _ in token.attributes)


def _labels(tokens: Tokens) -> list[Tokens]:
    return [tuple(run) for is_label, run in groupby(tokens, _is_label) if is_label]


def _with_signs(tokens: Tokens) -> Tokens:
    found: list[Token] = []
    count = 0
    for is_label, run in groupby(tokens, _is_label):
        if is_label:
            found.append(mark(f"label {count}", frozenset({("label", "")})))
            count += 1
        else:
            found.extend(run)
    return tuple(found)


def _unmasked(chunks: tuple[Chunk, ...], labels: list[Tokens]) -> tuple[Chunk, ...]:
    if not labels:
        return chunks
    signs = {f"label {count}": label for count, label in enumerate(labels)}

    def shown(tokens: Tokens) -> Tokens:
        return tuple(
            t for token in tokens for t in (signs.get(token.text, (token,)) if _is_label(token) else (token,))
        )

    return tuple(
        Agreed(tokens=shown(chunk.tokens))
        if isinstance(chunk, Agreed)
        else Clash(base=shown(chunk.base), ours=shown(chunk.ours), theirs=shown(chunk.theirs))
        for chunk in chunks
    )


def _gone(case: _Case) -> Outcome:
    """One side deleted what the other kept: gone where it was not touched, else disputed."""
    remaining = case.mine or case.other
    untouched = _said(remaining) == _said(case.was) and not adds_marks(runs_in(remaining), runs_in(case.was))
    if not remaining or untouched:
        return case.outcome(())
    if case.choice is not None:
        return case.outcome(case.mine if case.choice == "ours" else case.other)
    clash = Clash(base=_run(case.was), ours=_run(case.mine), theirs=_run(case.other))
    return case.outcome(remaining, [clash])


def _look(case: _Case, at: int) -> Line:
    """What kind of line a paragraph of the merge is: ours where we changed it, else theirs."""
    was, mine, other = case.was, case.mine, case.other
    own, today = mine[min(at, len(mine) - 1)], other[min(at, len(other) - 1)]
    if not was:
        return own
    before = was[min(at, len(was) - 1)]
    changed = (own.kind, own.level, own.ordered) != (before.kind, before.level, before.ordered)
    if lost_heading(before, own):
        return today
    return own if changed or len(mine) != len(was) else today


def lost_heading(before: Line, now: Line) -> bool:
    """Whether a section's heading became plain text, as editors do to the line after a deletion, or one of
    a lower level, below which no section could stand.
    """
    lowered = now.kind == "heading" and now.level > 1
    return before.kind == "heading" and before.level == 1 and (now.kind == "text" or lowered)


def _run(lines: Iterable[Line]) -> Tokens:
    return in_one_run(line.tokens for line in lines)


def _paragraphs(tokens: Iterable[Token]) -> list[Tokens]:
    found: list[list[Token]] = [[]]
    for token in tokens:
        if token == PARAGRAPH_END:
            found.append([])
        else:
            found[-1].append(token)
    return [tuple(paragraph) for paragraph in found if paragraph]


def _said(lines: Iterable[Line]) -> list[object]:
    return [
        (line.kind, [as_seen(line.tokens)], [[as_seen(cell) for cell in row] for row in line.rows])
        for line in map(bare_line, lines)
    ]


def _table_outcome(case: _Case) -> Outcome:
    was, mine, other = case.was, case.mine, case.other
    if case.deleted_by_one:
        return _gone(case)
    if not (mine and other):
        return case.outcome(mine or other)
    if {len(was[:1]), len(mine), len(other)} != {1} or any(
        line.kind != "table" for line in (*was, *mine, *other)
    ):
        return _one_or_other(case)
    widths = {len(row) for line in (*was, *mine, *other) for row in line.rows}
    if not was or len(widths) != 1:
        return _one_or_other(case)
    rows, clashes = merged_rows(was[0].rows, mine[0].rows, other[0].rows, case.choice)
    line = replace(other[0], rows=tuple(row.cells for row in rows))
    return replace(case.outcome([line] if rows else [], clashes), rows=rows)


def _one_or_other(case: _Case) -> Outcome:
    """A table whose columns changed, or that became text: taken whole from one side."""
    was, mine, other = case.was, case.mine, case.other

    def taken(lines: Sequence[Line]) -> Outcome:
        return case.outcome(
            remarked_table(each, was, mine, other) if each.kind == "table" else each for each in lines
        )

    if _said(mine) in (_said(other), _said(was)) or case.choice == "theirs":
        return taken(other)
    if _said(other) == _said(was) or case.choice == "ours":
        return taken(mine)
    clash = Clash(base=_table_run(was), ours=_table_run(mine), theirs=_table_run(other))
    return case.outcome(mine, [clash])


def _table_run(lines: Iterable[Line]) -> Tokens:
    cells = [cell for line in lines for row in line.rows for cell in row]
    loose = [line.tokens for line in lines if line.kind != "table"]
    return in_one_run((*cells, *loose))
