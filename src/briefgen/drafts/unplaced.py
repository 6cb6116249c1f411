"""What a person did in a draft that no outline can say, such as underlining, or words in a header."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator

from briefgen.drafts.draft import FileView, Line
from briefgen.drafts.inlines import shown, shown_line, visible
from briefgen.drafts.merging.merge import Merge, lost_heading
from briefgen.drafts.merging.versions import Version
from briefgen.drafts.result import Unplaced
from briefgen.drafts.rewriting.markdown import EXPRESSIBLE
from briefgen.drafts.word.drawings import drawing_changes
from briefgen.text.tokens import Token, Tokens, text_of

_KEEPS = "a section keeps its heading, and that on the first level; to join two sections, delete the heading"


def without_a_place(merge: Merge, view: FileView, own_sections: Container[str]) -> Iterator[Unplaced]:
    """All that a merge of a draft's view cannot bring into the outline, whatever stands there.

    `own_sections` are the ids of the sections that the outline has; briefgen makes others.
    """
    yield from _contested(merge)
    yield from _lost_headings(merge, own_sections)
    yield from _inexpressible(merge)
    yield from _other_styles(merge)
    yield from drawing_changes(merge.base.view.drawings, view.drawings)
    yield from _asides(view, merge.base)


def _contested(merge: Merge) -> Iterator[Unplaced]:
    for outcome in merge.outcomes:
        if outcome.strand.contested:
            words = "\n".join(map(shown_line, outcome.lines))
            yield Unplaced(text=words, because="both sides moved it; it stays where the outline has it")


def _lost_headings(merge: Merge, own_sections: Container[str]) -> Iterator[Unplaced]:
    for outcome in merge.outcomes:
        if len(outcome.strand.base) == len(outcome.strand.ours) == 1:
            unit = merge.base.units[outcome.strand.base[0]]
            was, now = merge.base.lines[outcome.strand.base[0]], merge.lines[outcome.strand.ours[0]]
            if unit is not None and unit.section in own_sections and lost_heading(was, now):
                yield Unplaced(text=shown(now.tokens), because=_KEEPS)


def _inexpressible(merge: Merge) -> Iterator[Unplaced]:
    """Words that were underlined, struck out, highlighted or raised in the draft."""
    for outcome in merge.outcomes:
        held = Counter(_odd(merge.today.lines[k] for k in outcome.strand.theirs))
        for (name, text), count in (Counter(_odd(outcome.lines)) - held).items():
            because = f"it was {name} in the draft, for which an outline has no sign"
            for _ in range(count):
                yield Unplaced(text=text, because=because)


def _other_styles(merge: Merge) -> Iterator[Unplaced]:
    """Paragraphs that were given another of the brief's styles, and are no other kind of line for it."""
    known = {line.style for line in merge.base.lines if line.style}
    for outcome in merge.outcomes:
        if len(outcome.strand.base) == len(outcome.strand.ours) == 1:
            was, now = merge.base.lines[outcome.strand.base[0]], merge.lines[outcome.strand.ours[0]]
            kept = any(line.kind == "text" for line in outcome.lines[:1])
            if was.kind == "text" and kept and was.style != now.style and now.style in known:
                because = f"it was given the style “{now.style}”, for which an outline has no sign"
                yield Unplaced(text=shown_line(now), because=because)


def _odd(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = [cell for row in line.rows for cell in row]
        for tokens in (line.tokens, *cells):
            names = {name for token in tokens for name, _ in visible(token)} - EXPRESSIBLE
            for name in sorted(names):
                yield name, text_of(_with(tokens, name)).strip()


def _with(tokens: Tokens, name: str) -> list[Token]:
    return [token for token in tokens if any(held == name for held, _ in token.attributes)]


def _asides(view: FileView, base: Version) -> Iterator[Unplaced]:
    """Words in headers and footers, which are no part of the brief's text."""
    known = {_without_figures(text) for text in base.view.asides}
    for text in view.asides:
        if text.strip() and _without_figures(text) not in known:
            because = "it stands in a header or footer"
            yield Unplaced(text=text, because=because)


def _without_figures(text: str) -> str:
    return "".join(sign for sign in text if not sign.isdigit() and not sign.isspace())
