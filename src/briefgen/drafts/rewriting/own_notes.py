"""Notes in somebody's own words: the statements of the outline that hold them, found by their marks."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefgen.assembling.assembly import Assembly
from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import citation_of
from briefgen.drafts.merging.merge import Merge
from briefgen.drafts.merging.own_marks import is_own, runs_in
from briefgen.drafts.rewriting.places import Places, StatementNode
from briefgen.outline.yaml_file import Scalar


@dataclass(frozen=True, slots=True)
class NoteNode:
    """A note of the outline: its statement, the scalar that holds its words, the block with its mark."""

    statement: StatementNode
    words: Scalar
    block: str


@dataclass(slots=True)
class OwnNotes:
    """The outline's own notes by the names of their marks, in the order of these.

    `most` says how often the merge may have each mark, `held` how often it has it, `fewer` how many of it the
    draft took away.
    """

    by_mark: Mapping[str, Sequence[NoteNode]] = field(default_factory=dict)
    most: Counter[str] = field(default_factory=Counter)
    fewer: Counter[str] = field(default_factory=Counter)
    held: Counter[str] = field(default_factory=Counter)
    _placed: Counter[str] = field(default_factory=Counter)

    def placed(self, mark: str) -> tuple[StatementNode | None, bool]:
        """The statement that the next of these marks leads to, if there is one, and whether it is new."""
        at = self._placed[mark]
        known = self.by_mark.get(mark, ())
        self._placed[mark] += 1
        return (known[at].statement, False) if at < len(known) else (None, at < self.most[mark])

    def gone(self) -> Iterator[StatementNode]:
        """The statements whose marks the draft took away."""
        for mark, known in self.by_mark.items():
            surplus = min(len(known) - self.held[mark], self.fewer[mark])
            for note in known[len(known) - surplus :] if surplus > 0 else ():
                yield note.statement

    def note(self, mark: str, number: int = 0) -> NoteNode | None:
        """One of the notes that a mark stands for."""
        known = self.by_mark.get(mark, ())
        return known[min(number, len(known) - 1)] if known else None


def own_notes_of(merge: Merge, today: Assembly, places: Places) -> OwnNotes:
    """The own notes of an outline, counted for a merge with it."""
    found: defaultdict[str, list[NoteNode]] = defaultdict(list)
    for note in today.document.notes:
        own = today.own_notes.get(note.id)
        statement = places.statement_at(own.origin.span.start) if own is not None else None
        if own is not None and statement is not None and statement.prose is not None:
            held = NoteNode(statement=statement, words=statement.prose, block=own.block)
            found[citation_of(note)].append(held)
    base, ours, theirs = map(_counted, (merge.base.lines, merge.lines, merge.today.lines))
    held_now = _counted(line for outcome in merge.outcomes for line in outcome.lines)
    return OwnNotes(by_mark=found, most=ours | theirs, fewer=base - ours, held=held_now)


def _counted(lines: Iterable[Line]) -> Counter[str]:
    return Counter(token.text for run in runs_in(lines) for token in run if is_own(token))
