"""The marks of notes in somebody's own words, which belong to a line and to no place among its words.

An outline has them at the ends of blocks; a person puts them anywhere. They are merged apart from the words:
a line has one that either side gave it, and no more one that either side took away.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from briefgen.drafts.draft import Line, Row
from briefgen.drafts.inlines import words_of_handwritten
from briefgen.text.diff3 import changes_between, kept
from briefgen.text.tokens import Token, Tokens

PARAGRAPH_END = Token(text="¶", kind="break")
"""Stands between paragraphs that one side split or joined."""


def in_one_run(runs: Iterable[Tokens]) -> Tokens:
    """Runs of tokens as one, with `PARAGRAPH_END` between them."""
    found: list[Token] = []
    for at, run in enumerate(runs):
        found.extend((PARAGRAPH_END, *run) if at else run)
    return tuple(found)


def is_own(token: Token) -> bool:
    """Whether a token is such a mark."""
    return token.kind == "mark" and words_of_handwritten(token.text) is not None


def bare(tokens: Tokens) -> Tokens:
    """Tokens without such marks; all of them where no words are among them."""
    if not any(map(is_own, tokens)):
        return tokens
    words = tuple(token for token in tokens if not is_own(token))
    return words if any(token.kind not in ("space", "break") for token in words) else tokens


def bare_row(row: Row) -> Row:
    """The cells of a row without such marks."""
    return tuple(map(bare, row))


def bare_line(line: Line) -> Line:
    """A line without such marks."""
    return replace(line, tokens=bare(line.tokens), rows=tuple(map(bare_row, line.rows)))


def runs_in(lines: Iterable[Line]) -> Iterator[Tokens]:
    """The runs of tokens of lines: their texts, and the cells of their tables."""
    for line in lines:
        yield line.tokens
        for row in line.rows:
            yield from row


def own_marks(runs: Iterable[Tokens]) -> list[Token]:
    """The marks that stand beside words, in order."""
    return [token for run in runs if bare(run) is not run for token in run if is_own(token)]


def adds_marks(now: Iterable[Tokens], was: Iterable[Tokens]) -> bool:
    """Whether runs have marks that they did not have."""
    return bool(Counter(own_marks(now)) - Counter(own_marks(was)))


def remarked(words: Tokens, was: Tokens, ours: Tokens, theirs: Tokens) -> Tokens:
    """The merged words of three runs, with the merge of their marks where these stood among the words."""
    marks = _merged(*(own_marks([run]) for run in (was, ours, theirs)))
    waiting = Counter(marks)
    places: list[tuple[int, int, Token]] = []
    for side in (ours, theirs):
        for mark, at in _places(side, words) if +waiting else ():
            if waiting[mark] > 0:
                waiting[mark] -= 1
                places.append((at, marks.index(mark), mark))
    found = list(words)
    for at, _, mark in sorted(places, key=lambda place: place[:2], reverse=True):
        found.insert(at, mark)
    return tuple(found)


def remarked_table(line: Line, was: Sequence[Line], ours: Sequence[Line], theirs: Sequence[Line]) -> Line:
    """A table taken whole from one side, with the merge of all marks; those that it lacks go to its end."""
    waiting = _merged(*(own_marks(runs_in(lines)) for lines in (was, ours, theirs)))
    rows = [[_with_some(cell, waiting) for cell in row] for row in line.rows]
    end = next(((row, at) for row in rows[::-1] for at in range(len(row))[::-1] if row[at]), None)
    if end is not None:
        end[0][end[1]] += tuple(waiting)
    return replace(line, rows=tuple(map(tuple, rows)))


def _with_some(cell: Tokens, waiting: list[Token]) -> Tokens:
    """A cell with those of its marks that are waited for, which then wait no more."""
    held = []
    for mark in own_marks([cell]):
        if mark in waiting:
            waiting.remove(mark)
            held.append(mark)
    return (*bare(cell), *held)


def _merged(was: list[Token], ours: list[Token], theirs: list[Token]) -> list[Token]:
    """The marks of the merge: in our order where we have all of them, else ours behind theirs."""
    before, mine, other = Counter(was), Counter(ours), Counter(theirs)
    wanted = Counter({mark: _count(before[mark], mine[mark], other[mark]) for mark in (*ours, *theirs)})
    found = []
    for mark in ours if wanted <= mine else (*theirs, *ours):
        if wanted[mark] > 0:
            wanted[mark] -= 1
            found.append(mark)
    return found


def _count(was: int, ours: int, theirs: int) -> int:
    if ours == was:
        return theirs
    return ours if theirs == was else max(ours, theirs)


def _places(side: Tokens, words: Tokens) -> Iterator[tuple[Token, int]]:
    """The marks of one side, and the places in the merged words that theirs became."""
    own = bare(side)
    if own is side:
        return
    became = dict(kept(changes_between(own, words), len(own)))
    ends = [at for at, token in enumerate((*words, PARAGRAPH_END)) if token == PARAGRAPH_END]
    before = paragraph = 0
    for at, token in enumerate(side):
        if not is_own(token):
            before += 1
            paragraph += token == PARAGRAPH_END
            continue
        place = max((new for old, new in became.items() if old < before), default=-1) + 1
        if _at_end(side, at):
            same = own.count(PARAGRAPH_END) == len(ends) - 1
            place = ends[paragraph] if same else next(end for end in ends if end >= place)
        yield token, place


def _at_end(side: Tokens, at: int) -> bool:
    """Whether no word of the same paragraph follows."""
    following = next((token for token in side[at:] if token.kind not in ("mark", "space")), PARAGRAPH_END)
    return following == PARAGRAPH_END
