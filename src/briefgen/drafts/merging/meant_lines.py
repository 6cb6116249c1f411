"""The lines of a draft as a person meant them, whatever an editor left of the paragraphs of its callouts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.drafts.draft import FileView, Line
from briefgen.drafts.merging.details import Terms, label_pattern
from briefgen.drafts.merging.matching import words_of
from briefgen.drafts.merging.versions import Version
from briefgen.drafts.word.paragraphs import NOTE_PREFIX, trimmed
from briefgen.text.align import similarity
from briefgen.text.tokens import text_of
from briefgen.values import dataclass

_SAME_DETAILS = 0.5
"""Share of words in common from which words behind a label are a line that stood under a judgement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """What a brief printed around the words of its callouts: labels by bookmark, and the lines under them.

    `begins` matches how such a line begins.
    """

    labels: dict[str, tuple[str, ...]]
    details: Sequence[tuple[str, ...]]
    begins: re.Pattern[str]


def as_meant(view: FileView, base: Version, terms: Terms) -> FileView:
    """A view in which the lines of callouts stand apart, which an outline has under different keys.

    A line of which nothing is left but marks that briefgen made was deleted.
    """
    words = terms.wording.statements
    shown = [(unit, line) for unit, line in zip(base.units, base.lines, strict=True) if unit is not None]
    printed = _Printed(
        labels={unit.name: words_of(line.tokens) for unit, line in shown if unit.part == "label"},
        details=[words_of(line.tokens) for unit, line in shown if unit.part == "details"],
        begins=re.compile("|".join(map(label_pattern, (words.likelihood, words.confidence)))),
    )
    parts = (part for line in view.lines if not _emptied(line) for part in _without_label(line, printed))
    return replace(view, lines=tuple(each for part in parts for each in _without_details(part, printed)))


def _emptied(line: Line) -> bool:
    marks = [token for token in line.tokens if token.kind == "mark"]
    return len(words_of(line.tokens)) == len(marks) > 0 and all(
        token.text.startswith(NOTE_PREFIX) for token in marks
    )


def _without_label(line: Line, printed: _Printed) -> Iterator[Line]:
    """A line, and the label that was joined to its beginning or end."""
    for name in line.names:
        label = printed.labels.get(name, ())
        words = words_of(line.tokens)
        if not label or len(words_of(token for token in line.tokens if token.kind != "mark")) <= len(label):
            continue
        others = replace(line, names=tuple(other for other in line.names if other != name))
        own = replace(line, kind="text", level=0, names=(name,), style="")
        if words[: len(label)] == label:
            at = _length(line, len(label))
            yield replace(own, tokens=line.tokens[:at])
            yield replace(others, tokens=trimmed(line.tokens[at:]), style="")
            return
        if words[-len(label) :] == label:
            at = _length(line, len(words) - len(label))
            yield replace(others, tokens=line.tokens[:at])
            yield replace(own, tokens=trimmed(line.tokens[at:]))
            return
    yield line


def _length(line: Line, words: int) -> int:
    """How many tokens of a line make its first words."""
    return next(at for at in range(len(line.tokens)) if len(words_of(line.tokens[:at])) == words)


def _without_details(line: Line, printed: _Printed) -> Iterator[Line]:
    """A line, and the line under a judgement that was joined to its end."""
    at = _details_in(line, printed)
    if at is None:
        yield line
        return
    yield replace(line, tokens=trimmed(line.tokens[:at]))
    yield replace(line, kind="text", level=0, tokens=line.tokens[at:], names=(), style="")


def _details_in(line: Line, printed: _Printed) -> int | None:
    if printed.begins.match(text_of(line.tokens)):
        return None
    for at in range(2, len(line.tokens)):
        if line.tokens[at - 1].kind == "space" and printed.begins.match(text_of(line.tokens[at:])):
            words = words_of(line.tokens[at:])
            return at if any(similarity(words, known) >= _SAME_DETAILS for known in printed.details) else None
    return None
