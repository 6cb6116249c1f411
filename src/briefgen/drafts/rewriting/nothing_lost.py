"""The last look before an outline is written: whether all words of the merge are in it, or listed."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import shown_line, words_of_handwritten
from briefgen.drafts.merging.outcomes import Outcome
from briefgen.drafts.merging.own_marks import own_marks, runs_in
from briefgen.drafts.merging.plan import AUTHORED, same_line, same_words
from briefgen.drafts.merging.versions import Version, leading_label
from briefgen.drafts.result import Unplaced
from briefgen.outline.markup import CITATION
from briefgen.outline.yaml_file import Node, scalars_of
from briefgen.text.tokens import Token, text_of

_TARGET = re.compile(r"(?<!\\)(\[(?:\\.|[^\[\]\\])*\])\((?:<[^<>]*>|[^()\s]*)\)|&amp;")
"""A link, but none of which a backslash makes words, and what stands for a sign."""

_TELLING = 8
"""Letters from which on words that were not touched are told by."""

_BECAUSE = "no place for it was found in the outline"
_MARKED = "the mark of a portion is what the outline says under marking; change it there"
_CITED = re.compile(rf"(?<!\\){CITATION.pattern}")
"""A citation that no backslash makes words of."""


def words_without_a_place(
    outcomes: Iterable[Outcome],
    today: Version,
    former: Node,
    outline: Node,
    unplaced: Iterable[Unplaced],
    levels: Mapping[str, str],
    retyped: Collection[str] = (),
) -> Iterator[Unplaced]:
    """The lines of a merge whose words are neither in the outline's new values nor listed.

    `retyped` are marks of notes that have other words now.
    What nobody touched is looked for where an author wrote it, in words enough to be told by, unless the same
    line, which a brief may show twice, was changed in its other place: that change stands. `levels` are what
    the brief prints for levels of confidence, by their names in the outline.
    """
    before, after = _letters_of(former, levels), _letters_of(outline, levels)
    listed = "|".join(_letters(text) for each in unplaced for text in (each.text, _CITED.sub("", each.text)))
    merged = [(outcome, [today.lines[k] for k in outcome.strand.theirs]) for outcome in outcomes]
    changed = {
        _letters(shown_line(line))
        for outcome, was in merged
        for line in was
        if not any(same_line(line, other) for other in outcome.lines)
    }
    authored = {section.id for section in today.document.sections if section.role in AUTHORED}
    for outcome, was in merged:
        units = [today.units[k] for k in outcome.strand.theirs]
        typed = all(unit is not None and unit.section in authored for unit in units)
        if typed and len(was) == len(outcome.lines):
            yield from filter(None, map(_marked_otherwise, was, outcome.lines))
        for line in outcome.lines:
            untouched = any(same_line(line, other) for other in was)
            if untouched and (not typed or _letters(shown_line(line)) in changed):
                continue
            for words in _pieces(line, was, retyped):
                passed_over = untouched and (len(words) < _TELLING or words not in before)
                if words and not passed_over and words not in after and words not in listed:
                    yield Unplaced(text=shown_line(line), because=_BECAUSE)
                    break


def _marked_otherwise(was: Line, line: Line) -> Unplaced | None:
    """That the mark before a portion was retyped or deleted, if it was."""
    before, after = leading_label(was.tokens), leading_label(line.tokens)
    mark = text_of(after).strip()
    if mark == text_of(before).strip():
        return None
    alone = text_of(was.tokens[len(before) :]) == text_of(line.tokens[len(after) :])
    return Unplaced(
        text=shown_line(line) if alone else mark or f"(deleted) {text_of(before).strip()}", because=_MARKED
    )


def _pieces(line: Line, was: Sequence[Line], retyped: Collection[str]) -> Iterator[str]:
    """What stands together in one value of the outline: the text, each cell, and each note by hand.

    Of a line that only notes were put to, or taken from, that is the notes.
    """
    if any(same_words(line, other) and not same_line(line, other) for other in was):
        line = replace(line, tokens=tuple(own_marks(runs_in([line]))), rows=())
    for tokens in runs_in([line]):
        run: list[Token] = []
        for token in tokens:
            if any(name == "label" for name, _ in token.attributes):
                yield _letters(text_of(run))
                run = []
            elif token.kind == "mark":
                yield _letters(words_of_handwritten(token.text) or "") if token.text not in retyped else ""
            else:
                run.append(token)
        yield _letters(text_of(run))


def _letters_of(root: Node, levels: Mapping[str, str]) -> str:
    """What the values of an outline say; where they hold links, with and without the addresses."""
    values = [_CITED.sub("", scalar.value) for scalar in scalars_of(root)]
    values += [levels[value] for value in {*values} & {*levels}]
    values += [_TARGET.sub(r"\1", value) for value in values if _TARGET.search(value)]
    return "|".join(map(_letters, values))


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))
