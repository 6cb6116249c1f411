"""Which passages are cited for which words of a block.

A mark is for the sentence that it stands in or behind. A sentence without any is covered by the marks of the
next one that has some, as Chicago has it: a note at the end of several sentences is for all of them. The
cells of a table's row share their marks, and those of its caption and head; a row for which nothing is cited
there rests on what the table cites anywhere.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate

from briefgen.assembling.assembly import CitedStretch
from briefgen.model.document import Emphasis, Inlines, Label, Link, NoteMark, Strong, Table, plain
from briefgen.text.sentences import sentences
from briefgen.values import dataclass

BETWEEN = "\n\n"
"""What parts the runs of a claim, so that no figure goes from one into the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """The author's words in a run of inlines, and its marks: where each stands, and what it cites."""

    text: str
    marks: tuple[tuple[int, tuple[str, ...]], ...]


def read_run(inlines: Inlines, passages_of: Callable[[NoteMark], tuple[str, ...]]) -> Run:
    """The words of a run without what briefgen sets among them, and its marks."""
    text, marks = "", []
    for piece in _pieces(inlines):
        if isinstance(piece, NoteMark):
            marks.append((len(text), passages_of(piece)))
        else:
            text += piece
    return Run(text=text, marks=tuple(marks))


def _pieces(inlines: Inlines) -> Iterator[str | NoteMark]:
    for inline in inlines:
        match inline:
            case NoteMark():
                yield inline
            case Emphasis() | Strong() | Link():
                yield from _pieces(inline.inlines)
            case Label():
                continue
            case _:
                yield plain((inline,))


def cited_in(runs: Iterable[Run]) -> tuple[str, ...]:
    """The passages that some runs cite, in order, each once."""
    return tuple(dict.fromkeys(name for run in runs for _, names in run.marks for name in names))


def sentence_stretches(runs: Sequence[Run], everywhere: Sequence[str] = ()) -> Iterator[CitedStretch]:
    """The sentences of running text; what is cited `everywhere` is cited for each of them."""
    found = [*sentences(BETWEEN.join(run.text for run in runs))]
    starts = [start for start, _ in found]
    own: list[tuple[str, ...]] = [()] * len(found)
    for begin, run in zip(_starts(runs), runs, strict=True):
        for at, names in run.marks if found else ():
            own[max(0, bisect_right(starts, begin + at) - 1)] += names
    for place, (start, end) in enumerate(found):
        cited = next(filter(None, own[place:]), ())
        yield CitedStretch(start=start, end=end, cited=tuple(dict.fromkeys((*cited, *everywhere))))


def table_stretches(table: Table, runs: Sequence[Run]) -> Iterator[CitedStretch]:
    """The rows of a table, whose runs are its caption, its head and its cells."""
    starts, first = [*_starts(runs)], 1 + len(table.header)
    common = cited_in(runs[:first])
    for row in filter(None, table.rows):
        last = first + len(row)
        cited = dict.fromkeys((*cited_in(runs[first:last]), *common))
        end = starts[last - 1] + len(runs[last - 1].text)
        yield CitedStretch(start=starts[first], end=end, cited=tuple(cited) or cited_in(runs))
        first = last


def _starts(runs: Sequence[Run]) -> Iterator[int]:
    """Where each run begins in their words as joined."""
    lengths = (len(run.text) + len(BETWEEN) for run in runs[:-1])
    return accumulate(lengths, initial=0) if runs else iter(())
