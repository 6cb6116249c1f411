"""The three-way merge of a brief: what went out, what came back, and what it would be today."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Literal, TypeAlias

from briefgen.drafts.draft import Line, Row
from briefgen.drafts.merging.matching import Strand, passages_of, row_passages, strands
from briefgen.drafts.merging.own_marks import (
    PARAGRAPH_END,
    adds_marks,
    bare,
    bare_line,
    bare_row,
    remarked,
    remarked_table,
    runs_in,
)
from briefgen.drafts.merging.versions import Version, relabelled
from briefgen.model.document import Callout, blocks_of
from briefgen.text.diff3 import Agreed, Chunk, Clash, merge
from briefgen.text.tokens import Token, Tokens, ends_sentence, mark, text_of
from briefgen.values import dataclass

Choice = Literal["ours", "theirs"]
"""Whose reading a person chose: that of the draft in hand, or that of the outline as it is today."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedRow:
    """A row of the merge, and where it stands in our table and in theirs."""

    cells: Row
    ours: int | None
    theirs: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one strand: its lines in the merge, none where it is gone, and what is disputed.

    Where a clash is not settled, `lines` hold our reading of it.
    """

    strand: Strand
    lines: tuple[Line, ...]
    rows: tuple[MergedRow, ...] = ()
    clashes: tuple[Clash, ...] = ()


Choices: TypeAlias = Mapping[str, Choice]
"""A person's choices by the id of the block that a conflict names."""


def merged(base: Version, ours: Sequence[Line], theirs: Version, choices: Choices) -> tuple[Outcome, ...]:
    """An outcome for every strand, in the order of the merge."""
    names = [unit.name for unit in base.units if unit is not None]
    their_names = [unit.name for unit in theirs.units if unit is not None]
    found = strands(
        passages_of([*map(bare_line, base.lines)], names),
        passages_of([*map(bare_line, ours)], names),
        passages_of([*map(bare_line, theirs.lines)], [*their_names, *names]),
    )
    callouts = {block.id for block in blocks_of(theirs.document) if isinstance(block, Callout)}
    outcomes = []
    for strand in found:
        choice = choices.get(block_of(strand, base, theirs))
        outcome = _outcome(strand, base.lines, ours, theirs.lines, choice)
        units = [theirs.units[k] for k in strand.theirs]
        whole = any(unit is not None and unit.block in callouts for unit in units)
        outcomes.append(_in_sentences(outcome) if whole and len(outcome.lines) > 1 else outcome)
    return tuple(outcomes)


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


def block_of(strand: Strand, base: Version, theirs: Version) -> str:
    """The id of the block that a strand belongs to: that of the base, else today's, empty for a new one."""
    units = [*(base.units[i] for i in strand.base), *(theirs.units[k] for k in strand.theirs)]
    return next((unit.block or unit.part for unit in units if unit is not None), "")


def _outcome(
    strand: Strand,
    base: Sequence[Line],
    ours: Sequence[Line],
    theirs: Sequence[Line],
    choice: Choice | None,
) -> Outcome:
    was, mine, other = (
        [lines[i] for i in at]
        for lines, at in ((base, strand.base), (ours, strand.ours), (theirs, strand.theirs))
    )
    if any(line.kind == "table" for line in (*was, *mine, *other)):
        return _table_outcome(strand, was, mine, other, choice)
    if was and not (mine and other):
        return _gone(strand, was, mine, other, choice)
    if not was and not (mine and other):
        return Outcome(strand=strand, lines=tuple(mine or other))
    if len(was) == len(mine) and all(map(_same, was, mine)):
        return Outcome(strand=strand, lines=tuple(other))
    before, after = bare(_run(was)), bare(_run(other))
    masked, labels = _masked(before, relabelled(bare(_run(mine)), before), after)
    return _settled(strand, _unmasked(merge(*masked), labels), was, mine, other, choice)


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


def _gone(
    strand: Strand, was: list[Line], mine: list[Line], other: list[Line], choice: Choice | None
) -> Outcome:
    """One side deleted what the other kept: gone where it was not touched, else disputed."""
    remaining = mine or other
    untouched = _said(remaining) == _said(was) and not adds_marks(runs_in(remaining), runs_in(was))
    if not remaining or untouched:
        return Outcome(strand=strand, lines=())
    if choice is not None:
        return Outcome(strand=strand, lines=tuple(mine if choice == "ours" else other))
    clash = Clash(base=_run(was), ours=_run(mine), theirs=_run(other))
    return Outcome(strand=strand, lines=tuple(mine or other), clashes=(clash,))


def _settled(
    strand: Strand,
    chunks: tuple[Chunk, ...],
    was: list[Line],
    mine: list[Line],
    other: list[Line],
    choice: Choice | None,
) -> Outcome:
    tokens: list[Token] = []
    clashes = []
    for chunk in chunks:
        match chunk:
            case Agreed():
                tokens.extend(chunk.tokens)
            case Clash() if choice is not None:
                tokens.extend(chunk.ours if choice == "ours" else chunk.theirs)
            case Clash():
                tokens.extend(chunk.ours)
                clashes.append(chunk)
    paragraphs = _paragraphs(remarked(tuple(tokens), _run(was), _run(mine), _run(other)))
    looks = [_look(was, mine, other, at) for at in range(len(paragraphs))]
    lines = tuple(replace(look, tokens=paragraph) for look, paragraph in zip(looks, paragraphs, strict=True))
    return Outcome(strand=strand, lines=lines, clashes=tuple(clashes))


def _look(was: list[Line], mine: list[Line], other: list[Line], at: int) -> Line:
    """What kind of line a paragraph of the merge is: ours where we changed it, else theirs."""
    own, today = mine[min(at, len(mine) - 1)], other[min(at, len(other) - 1)]
    if not was:
        return own
    before = was[min(at, len(was) - 1)]
    changed = (own.kind, own.level, own.ordered) != (before.kind, before.level, before.ordered)
    if lost_heading(before, own):
        return today
    return own if changed or len(mine) != len(was) else today


def lost_heading(before: Line, now: Line) -> bool:
    """Whether a section's heading became plain text, as editors do to the line after a deletion."""
    return before.kind == "heading" and before.level == 1 and now.kind == "text"


def _run(lines: Iterable[Line]) -> Tokens:
    found: list[Token] = []
    for at, line in enumerate(lines):
        found.extend((PARAGRAPH_END, *line.tokens) if at else line.tokens)
    return tuple(found)


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
        (line.kind, [_plainly(line.tokens)], [[_plainly(cell) for cell in row] for row in line.rows])
        for line in map(bare_line, lines)
    ]


def _plainly(tokens: Tokens) -> list[object]:
    return [(token.key, visible(token)) for token in tokens if token.kind != "space"]


def visible(token: Token) -> frozenset[tuple[str, str]]:
    """A token's attributes but for those that no file shows."""
    return frozenset(pair for pair in token.attributes if pair[0] not in ("label", "language"))


def _table_outcome(
    strand: Strand, was: list[Line], mine: list[Line], other: list[Line], choice: Choice | None
) -> Outcome:
    if was and not (mine and other):
        return _gone(strand, was, mine, other, choice)
    if not (mine and other):
        return Outcome(strand=strand, lines=tuple(mine or other))
    if {len(was[:1]), len(mine), len(other)} != {1} or any(
        line.kind != "table" for line in (*was, *mine, *other)
    ):
        return _one_or_other(strand, was, mine, other, choice)
    widths = {len(row) for line in (*was, *mine, *other) for row in line.rows}
    if not was or len(widths) != 1:
        return _one_or_other(strand, was, mine, other, choice)
    rows, clashes = merged_rows(was[0].rows, mine[0].rows, other[0].rows, choice)
    line = replace(other[0], rows=tuple(row.cells for row in rows))
    return Outcome(strand=strand, lines=(line,) if rows else (), rows=rows, clashes=clashes)


def _one_or_other(
    strand: Strand, was: list[Line], mine: list[Line], other: list[Line], choice: Choice | None
) -> Outcome:
    """A table whose columns changed, or that became text: taken whole from one side."""

    def taken(lines: list[Line]) -> Outcome:
        found = (remarked_table(each, was, mine, other) if each.kind == "table" else each for each in lines)
        return Outcome(strand=strand, lines=tuple(found))

    if _said(mine) in (_said(other), _said(was)) or choice == "theirs":
        return taken(other)
    if _said(other) == _said(was) or choice == "ours":
        return taken(mine)
    clash = Clash(base=_table_run(was), ours=_table_run(mine), theirs=_table_run(other))
    return Outcome(strand=strand, lines=tuple(mine), clashes=(clash,))


def _table_run(lines: Iterable[Line]) -> Tokens:
    cells = [cell for line in lines for row in line.rows for cell in row]
    loose = [line.tokens for line in lines if line.kind != "table"]
    return _run([Line(kind="text", tokens=tokens) for tokens in (*cells, *loose)])


def merged_rows(
    base: Sequence[Row], ours: Sequence[Row], theirs: Sequence[Row], choice: Choice | None
) -> tuple[tuple[MergedRow, ...], tuple[Clash, ...]]:
    """The rows of a table of which every version has the same number of columns."""
    rows: list[MergedRow] = []
    clashes: list[Clash] = []
    versions = ([*map(bare_row, table)] for table in (base, ours, theirs))
    for strand in strands(*map(row_passages, versions)):
        was, mine, other = (
            [table[i] for i in at]
            for table, at in ((base, strand.base), (ours, strand.ours), (theirs, strand.theirs))
        )
        row, found = _merged_row(was, mine, other, choice)
        clashes.extend(found)
        if row is not None:
            own = strand.ours[0] if strand.ours else None
            rows.append(MergedRow(cells=row, ours=own, theirs=strand.theirs[0] if strand.theirs else None))
        rows.extend(MergedRow(cells=ours[j], ours=j, theirs=None) for j in strand.ours[1:])
    return tuple(rows), tuple(clashes)


def _merged_row(
    was: list[Row], mine: list[Row], other: list[Row], choice: Choice | None
) -> tuple[Row | None, list[Clash]]:
    if was and not (mine and other):
        remaining = (mine or other)[:1]
        if not remaining or _row_stands(remaining[0], was[0]):
            return None, []
        if choice is not None:
            return next(iter(mine if choice == "ours" else other), None), []
        clash = Clash(base=_cells_run(was), ours=_cells_run(mine), theirs=_cells_run(other))
        return remaining[0], [clash]
    if not (mine and other):
        return (mine or other)[0], []
    cells, clashes = [], []
    for at in range(len(mine[0])):
        runs = (was[0][at] if was else (), mine[0][at], other[0][at])
        before, own, today = map(bare, runs)
        cell: list[Token] = []
        for chunk in merge(before, relabelled(own, before), today):
            match chunk:
                case Agreed():
                    cell.extend(chunk.tokens)
                case Clash() if choice is not None:
                    cell.extend(chunk.ours if choice == "ours" else chunk.theirs)
                case Clash():
                    cell.extend(chunk.ours)
                    clashes.append(chunk)
        cells.append(remarked(tuple(cell), *runs))
    return tuple(cells), clashes


def _row_stands(now: Row, was: Row) -> bool:
    """Whether a row says what it did, and no note was put to it."""
    said, before = ([*map(_plainly, bare_row(row))] for row in (now, was))
    return said == before and not adds_marks(now, was)


def _cells_run(rows: Iterable[Row]) -> Tokens:
    return _run([Line(kind="text", tokens=cell) for row in rows for cell in row])
