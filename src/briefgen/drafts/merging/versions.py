"""Three versions of one brief in the same terms: as it went out, as it came back, as it would be made today.

All three are lines of a Word file. That of a document are read from the file that it is rendered as, so that
what the renderer adds (labels, the line of facts) is in each version and makes no difference between them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import field, replace
from itertools import takewhile
from types import MappingProxyType

from briefgen.drafts.draft import DraftNote, FileView, Line
from briefgen.drafts.inlines import (
    citation_of,
    citation_typed,
    handwritten,
    tokens_of,
    words_of_handwritten,
)
from briefgen.drafts.merging.units import Unit, units_of
from briefgen.drafts.word.paragraphs import NUMBERED
from briefgen.drafts.word.reading import view_of
from briefgen.model.document import Document, blocks_of
from briefgen.rendering.docx import render
from briefgen.rendering.docx.identity import bookmark_name, note_bookmark
from briefgen.rendering.theme import Theme
from briefgen.text.align import similarity
from briefgen.text.diff3 import changes_between, kept
from briefgen.text.tokens import Attributes, Token, Tokens, mark, text_of
from briefgen.values import dataclass

SAME_NOTE = 0.8
"""Share of words in common from which a note without its bookmark counts as one that briefgen wrote."""

_GENERATED = frozenset(("label", "language"))


@dataclass(frozen=True, slots=True, kw_only=True)
class WordLook:
    """How a document looks as a Word file: a theme, and a file that lends its styles, if there is one.

    Such a file may have words of its own, before the brief or after it, which are no edits of the brief.
    `roles` are the names of its styles by role of text.
    """

    theme: Theme = Theme()
    reference: bytes | None = None
    roles: Mapping[str, str] = field(default_factory=dict)


HOUSE_LOOK = WordLook()
"""The house's own theme."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """A document's lines, the unit that each shows (None for what briefgen adds), and its file.

    `notes` are the words of its notes by citation: a source cited again is cited in fewer words. `citations`
    are what marks stand for, by the names that the file gives them.
    """

    document: Document
    lines: tuple[Line, ...]
    units: tuple[Unit | None, ...]
    notes: Mapping[str, tuple[Tokens, ...]]
    citations: Mapping[str, str]
    view: FileView
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedNote:
    """A note whose words a person changed, by the citation that it stands for.

    `number` counts, from 0, the notes of the base that stand for the same.
    """

    citation: str
    base: Tokens
    ours: Tokens
    number: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class EditedVersion:
    """A draft's lines in the terms of the version that it was made from.

    `notes` are those whose words were changed, `written` the marks of those that a person wrote by hand;
    `citations` are what marks stand for, by the names that the file gives them.
    """

    lines: tuple[Line, ...]
    notes: tuple[EditedNote, ...]
    written: tuple[str, ...]
    citations: Mapping[str, str]
    view: FileView


def version_of(document: Document, look: WordLook = HOUSE_LOOK) -> Version:
    """The document as its Word file shows it."""
    return version_in(render(document, look.theme, look.reference, look.roles).data, document)


def version_in(data: bytes, document: Document) -> Version:
    """The document as a file shows it that it was just rendered as."""
    view = view_of(data)
    citations = {note_bookmark(note.id): citation_of(note) for note in document.notes}
    shown = units_of(document)
    anchors = _anchors(document, shown)
    lines = [_renamed(line, citations, anchors) for line in view.lines]
    units = _paired(lines, shown)
    marked = tuple(
        _labelled(line, unit) if unit is not None else line for line, unit in zip(lines, units, strict=True)
    )
    notes: defaultdict[str, tuple[Tokens, ...]] = defaultdict(tuple)
    for key, note in view.notes.items():
        if key in citations:
            notes[citations[key]] += (note.tokens,)
    return Version(
        document=document,
        lines=marked,
        units=tuple(units),
        notes=notes,
        citations=citations,
        view=view,
        data=data,
    )


def edited_version(view: FileView, base: Version) -> EditedVersion:
    """One view of an edited file; its notes are those of the base by bookmark, else by their words."""
    own = {note_bookmark(note.id): citation_of(note) for note in base.document.notes}
    sent = {note_bookmark(note.id): tokens_of(note.inlines, {}) for note in base.document.notes}
    numbered = {f"{NUMBERED}{note.number}": citation_of(note) for note in base.document.notes}
    citations: dict[str, str] = own | numbered
    notes: list[EditedNote] = []
    written: list[str] = []
    names = list(own)
    for key, note in view.notes.items():
        found = own.get(note.name) or _by_words(note, base.notes)
        if found is None:
            citations[key] = handwritten(text_of(note.tokens))
            written.append(citations[key])
            continue
        citations[key] = found
        alike = [name for name in names if own[name] == found]
        known = note.name in own
        is_own = words_of_handwritten(found) is not None
        was = sent[note.name] if known else sent[alike[0]] if is_own else note.tokens
        if _words(note.tokens) != _words(was):
            number = alike.index(note.name) if known else 0
            notes.append(EditedNote(citation=found, base=was, ours=note.tokens, number=number))
    anchors = _anchors(base.document, base.units)
    lines = tuple(_renamed(line, citations, anchors) for line in view.lines)
    return EditedVersion(
        lines=lines, notes=tuple(notes), written=tuple(written), citations=citations, view=view
    )


def without_marks(lines: Sequence[Line], names: Set[str]) -> tuple[Line, ...]:
    """Lines without the marks of these names."""

    def remaining(tokens: Tokens) -> Tokens:
        return tuple(token for token in tokens if token.kind != "mark" or token.text not in names)

    return tuple(
        replace(
            line,
            tokens=remaining(line.tokens),
            rows=tuple(tuple(remaining(cell) for cell in row) for row in line.rows),
        )
        for line in lines
    )


def with_citations(lines: Sequence[Line], cited: Mapping[str, str]) -> tuple[Line, ...]:
    """Lines in which some marks are those of citations, which remember how they were typed."""

    def citing(tokens: Tokens) -> Tokens:
        return tuple(
            mark(citation_typed(cited[token.text]), frozenset({("typed", cited[token.text])}))
            if token.kind == "mark" and token.text in cited
            else token
            for token in tokens
        )

    return tuple(
        replace(line, tokens=citing(line.tokens), rows=tuple(tuple(map(citing, row)) for row in line.rows))
        for line in lines
    )


def relabelled(tokens: Sequence[Token], base: Sequence[Token]) -> Tokens:
    """Tokens with the attributes that no file shows, taken from the words of the base that were kept."""
    if not any(name in _GENERATED for token in base for name, _ in token.attributes):
        return tuple(tokens)
    found = list(tokens)
    led = leading_label(base)
    within_lead: list[int] = []
    for i, j in kept(changes_between(base, tokens), len(base)):
        hidden = frozenset(pair for pair in base[i].attributes if pair[0] in _GENERATED)
        if hidden:
            found[j] = replace(found[j], attributes=found[j].attributes | hidden)
        if i < len(led):
            within_lead.append(j)
    for j in range(min(within_lead, default=0), max(within_lead, default=0)):
        # What was retyped within the mark of a portion is still such a mark, and none of the author's words.
        found[j] = replace(found[j], attributes=found[j].attributes | {("label", "")})
    return tuple(found)


def leading_label(tokens: Sequence[Token]) -> Tokens:
    """The words of briefgen's own that a line begins with, such as the mark of a portion."""
    return tuple(takewhile(lambda token: any(name == "label" for name, _ in token.attributes), tokens))


def _by_words(note: DraftNote, known: Mapping[str, tuple[Tokens, ...]]) -> str | None:
    words = _words(note.tokens)
    best, best_citation = SAME_NOTE, None
    for citation, readings in known.items():
        shared = max(similarity(words, _words(tokens), best) for tokens in readings)
        if shared >= best and words:
            best, best_citation = shared, citation
    return best_citation


def _words(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.text for token in tokens if token.kind not in ("space", "mark"))


def _anchors(document: Document, units: Sequence[Unit | None]) -> dict[str, str]:
    blocks = {block.id for block in blocks_of(document)} | {unit.block for unit in units if unit is not None}
    return {"#" + bookmark_name(block): "#" + block for block in blocks if block}


def _renamed(line: Line, citations: Mapping[str, str], anchors: Mapping[str, str]) -> Line:
    return replace(
        line,
        tokens=renamed_tokens(line.tokens, citations, anchors),
        rows=tuple(tuple(renamed_tokens(cell, citations, anchors) for cell in row) for row in line.rows),
    )


def renamed_tokens(
    tokens: Tokens, citations: Mapping[str, str], anchors: Mapping[str, str] = MappingProxyType({})
) -> Tokens:
    """Tokens whose marks and links go by the names of the document, not by those of the file."""
    found = []
    for token in tokens:
        if token.kind == "mark":
            name = citations.get(token.text, token.text)
            lost = name.startswith(NUMBERED)
            token = (
                Token(text=name.removeprefix(NUMBERED), kind="figure") if lost else replace(token, text=name)
            )
        elif token.attributes:
            token = replace(token, attributes=_relinked(token.attributes, anchors))
        found.append(token)
    return tuple(found)


def _relinked(attributes: Attributes, anchors: Mapping[str, str]) -> Attributes:
    return frozenset(
        (name, anchors.get(value, value) if name == "link" else value) for name, value in attributes
    )


def _paired(lines: Sequence[Line], units: Sequence[Unit]) -> list[Unit | None]:
    """Each line with its unit; both stand in reading order, and lines of briefgen's own have none."""
    found: list[Unit | None] = [None] * len(lines)
    at = 0
    for unit in units:
        place = next(
            (index for index in range(at, len(lines)) if _shows(lines[index], unit)),
            None,
        )
        if place is not None:
            found[place] = unit
            at = place + 1
    return found


def _shows(line: Line, unit: Unit) -> bool:
    if (line.kind == "table") != (unit.kind == "table"):
        return False
    if line.kind == "table":
        return [[_words(cell) for cell in row] for row in line.rows] == [
            [_words(cell) for cell in row] for row in unit.rows
        ]
    return _words(line.tokens) == _words(unit.tokens)


def _labelled(line: Line, unit: Unit) -> Line:
    rows = tuple(
        tuple(relabelled(cell, known) for cell, known in zip(row, known_row, strict=True))
        for row, known_row in zip(line.rows, unit.rows, strict=True)
    )
    return replace(line, tokens=relabelled(line.tokens, unit.tokens), rows=rows)
