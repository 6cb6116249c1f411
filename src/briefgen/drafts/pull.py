"""Bringing an edited draft back into the outline."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.assembling.assembly import Assembly
from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.drafts.draft import EditedDraft, FileView, Line
from briefgen.drafts.edits import NOTE, edits_of, span_of
from briefgen.drafts.inlines import citation_typed, handwritten, shown, shown_line, words_of_handwritten
from briefgen.drafts.margin.remarks import Remark
from briefgen.drafts.margin.settling import brought_up_to_date
from briefgen.drafts.merging.details import Terms, merged_details
from briefgen.drafts.merging.handwritten import quotes_of, recognised
from briefgen.drafts.merging.key_judgements import agreed, for_both, told_once, twins_of
from briefgen.drafts.merging.merge import Choices, Outcome, block_of, lost_heading, merged, visible
from briefgen.drafts.merging.plan import planned
from briefgen.drafts.merging.versions import (
    HOUSE,
    Dress,
    EditedVersion,
    Version,
    edited_version,
    version_of,
    with_marks,
    without_marks,
)
from briefgen.drafts.result import Conflict, Edit, PullResult, Unplaced
from briefgen.drafts.rewriting.apply import apply
from briefgen.drafts.rewriting.markdown import EXPRESSIBLE
from briefgen.drafts.rewriting.nothing_lost import words_without_a_place
from briefgen.drafts.rewriting.own_notes import OwnNotes, own_notes_of
from briefgen.drafts.rewriting.places import Places, places_of, value_under
from briefgen.drafts.rewriting.prose import retyped_note
from briefgen.drafts.rewriting.splices import Splices
from briefgen.drafts.rewriting.writing import Today, Writing
from briefgen.drafts.word.drawings import drawing_changes
from briefgen.model.document import Callout, Document, blocks_of
from briefgen.model.scales import Scale
from briefgen.outline import yaml_file
from briefgen.outline.yaml_file import Scalar, YamlFile
from briefgen.text.tokens import Token, Tokens, text_of
from briefgen.text.wording import wording_of
from briefgen.values import dataclass

_NOTE_IS_MADE = (
    "the words of a citation are made from the register and the passage: change these, or write the words "
    "beside the passage in the citation"
)

_NOTE_IS_ANOTHER = "the outline has other words in this note since, or has the note no more"


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """The three versions of a brief and the outcome of their merge.

    `lines` are the draft's, the notes in them known by what they cite; `typed` are the citations that a
    person typed into notes.
    """

    base: Version
    ours: EditedVersion
    lines: tuple[Line, ...]
    today: Version
    outcomes: tuple[Outcome, ...]
    typed: tuple[str, ...]


def pull(
    draft: EditedDraft,
    base: Document,
    today: Assembly,
    outline_text: str,
    choices: Choices | None = None,
    kept: Sequence[Remark] = (),
    dresses: tuple[Dress, Dress] = (HOUSE, HOUSE),
    *,
    scale: Scale | None,
) -> PullResult:
    """The outline with a draft's edits in it, and what became of each of them.

    `base` is the document that the draft was made from, `today` that of `outline_text`. `choices` settle
    conflicts by the ids of their blocks. `kept` are comments and tracked changes of drafts pulled before;
    `dresses` are what the base wears as a Word file, and what today's brief would; `scale` is the outline's
    scale of likelihood. The outline's text comes
    back only whole: None where conflicts are left, or where the draft is one of another brief or edition.
    """
    stranger = _stranger(draft, base)
    if stranger is not None:
        return PullResult(outline=None, diagnostics=(stranger,))
    places, found = _places(outline_text, today)
    if places is None:
        return PullResult(outline=None, diagnostics=found)
    sent = version_of(base, dresses[0])
    same = today.document == base and dresses[0] == dresses[1]
    now = sent if same else version_of(today.document, dresses[1])
    twins = twins_of(today.document, places)
    chosen = for_both(choices or {}, twins)
    merge = merge_of(draft.accepted, sent, now, places, chosen)
    terms = Terms(scale=scale, wording=wording_of(today.document.language))
    outcomes, unread = merged_details(merge.outcomes, merge.lines, sent, now, terms, chosen)
    outcomes, in_two_ways = agreed(outcomes, now, today, twins, choices or {})
    merge = replace(merge, outcomes=outcomes)
    conflicts = told_once([*_conflicts(merge, today), *in_two_ways], twins)
    writing = Writing(
        places=places,
        splices=Splices(places.file),
        today=Today.of(merge.today),
        terms=terms,
        typed=merge.typed,
        notes=_own_notes(merge, today, places),
    )
    notes = list(_notes(merge, writing))
    frozen = apply(planned(merge.outcomes, merge.today), writing)
    unplaced = [
        *unread,
        *writing.unplaced,
        *_contested(merge),
        *_lost_headings(merge, places),
        *_inexpressible(merge),
        *_other_styles(merge),
        *drawing_changes(merge.base.view.drawings, draft.accepted.drawings),
        *_asides(draft, merge.base),
    ]
    outline = writing.splices.text()
    file, broken = _reread(places, outline)
    if file is not None and file.root is not None and not conflicts:
        old, new = places.root, file.root
        levels, retyped = terms.wording.statements.levels, [note.citation for note in merge.ours.notes]
        unplaced.extend(
            words_without_a_place(merge.outcomes, merge.today, old, new, unplaced, levels, retyped)
        )
    given_up = {each.text for each in unplaced}
    frozen_found = (_frozen(section, places) for section in frozen)
    diagnostics = [*found, *frozen_found, *_split_judgements(merge, today), *broken]
    return PullResult(
        outline=None if conflicts or broken else outline,
        edits=(*edits_of(merge.outcomes, (sent, now), today, writing.stayed, given_up), *notes),
        conflicts=conflicts,
        unplaced=tuple(unplaced),
        comments=draft.comments,
        pending=draft.changes,
        margin=brought_up_to_date(kept, draft, merge.ours.citations),
        diagnostics=tuple(diagnostics),
    )


def merge_of(view: FileView, sent: Version, now: Version, places: Places | None, choices: Choices) -> Merge:
    """The merge of what a draft shows, what was sent, and what the brief is now."""
    ours = edited_version(view, sent)
    passages = quotes_of(places.root) if places is not None else {}
    cited = recognised(ours.written, now.notes, passages)
    known = {name for name in ours.written if name in now.notes and name not in sent.notes}
    named = {name: citation_typed(typed) for name, typed in cited.items()}
    lines = without_marks(with_marks(ours.lines, named), known)
    outcomes = merged(sent, lines, now, choices)
    return Merge(base=sent, ours=ours, lines=lines, today=now, outcomes=outcomes, typed=tuple(cited.values()))


def _stranger(draft: EditedDraft, base: Document) -> Diagnostic | None:
    if draft.document and draft.document != base.name:
        message = f"the draft belongs to the brief “{draft.document}”, not to “{base.name}”"
        return error("DR108", message, None, hint="pull it beside the outline that it was made from")
    if draft.edition and base.edition and draft.edition != base.edition:
        message = f"the draft was made from the edition {draft.edition}, not from {base.edition}"
        return error("DR109", message, None, hint="name the edition that it was made from with --edition")
    return None


def _places(outline_text: str, today: Assembly) -> tuple[Places | None, tuple[Diagnostic, ...]]:
    name = next((origin.span.file for origin in today.origins.values()), "outline.yaml")
    file, found = yaml_file.read(name, outline_text.encode())
    places = places_of(file, today.origins) if not found else None
    if places is None and not found:
        found = [error("DR112", "the outline has no sections to write into", None)]
    return places, tuple(found)


def _reread(places: Places, outline: str) -> tuple[YamlFile | None, list[Diagnostic]]:
    """The new outline, if it is still YAML, and a brief at all; if not, none of it is to be written."""
    file, found = yaml_file.read(places.file.name, outline.encode())
    if found:
        message = f"the outline with the draft's edits would not be YAML any more: {found[0].message}"
        return None, [error("DR113", message, None, hint="nothing was written; please report this draft")]
    if places_of(file, {}) is None:
        message = "the draft holds none of the brief's sections any more"
        return None, [
            error("DR115", message, None, hint="nothing was written; see that it is the file meant")
        ]
    return file, []


def _frozen(section: str, places: Places) -> Diagnostic:
    written = places.section(section)
    template = value_under(written.node, "template") if written is not None else None
    named = template.value if isinstance(template, Scalar) else "a template"
    message = f"the section “{section}” was written by {named}; edited, it is now text of the outline"
    return Diagnostic(
        severity=Severity.WARNING,
        code="DR120",
        message=message,
        span=places.file.span_of(template) if template is not None else None,
        hint="its figures no longer follow the figures of the outline; the template itself was left as it is",
    )


def _split_judgements(merge: Merge, today: Assembly) -> Iterator[Diagnostic]:
    """Of a judgement that was split, only the first sentence is one still."""
    blocks = {block.id: block for block in blocks_of(merge.today.document)}
    for outcome in merge.outcomes:
        units = [merge.today.units[k] for k in outcome.strand.theirs]
        block = blocks.get(units[0].top) if units and units[0] is not None else None
        if isinstance(block, Callout) and len(outcome.lines) > len(units):
            rest = shown_line(outcome.lines[1])
            message = f"the {block.kind} was split: “{rest}” is a text of its own now"
            hint = "if it is a judgement too, say so, and how likely it is"
            span = span_of(outcome, merge.today, today)
            yield Diagnostic(severity=Severity.WARNING, code="DR121", message=message, span=span, hint=hint)


def _conflicts(merge: Merge, today: Assembly) -> Iterator[Conflict]:
    for outcome in merge.outcomes:
        block = block_of(outcome.strand, merge.base, merge.today)
        for clash in outcome.clashes:
            yield Conflict(
                block_id=block,
                base=shown(clash.base),
                ours=shown(clash.ours),
                theirs=shown(clash.theirs),
                span=span_of(outcome, merge.today, today),
            )


def _own_notes(merge: Merge, today: Assembly, places: Places) -> OwnNotes:
    versions = (merge.base.lines, merge.lines, merge.today.lines)
    return own_notes_of(today, places, versions, (line for each in merge.outcomes for line in each.lines))


def _notes(merge: Merge, writing: Writing) -> Iterator[Edit]:
    """Notes whose words were edited: one in somebody's own is changed, those of a citation are listed."""
    for note in merge.ours.notes:
        if any(_same_words(today, note.ours) for today in merge.today.notes.get(note.citation, ())):
            continue
        shown, is_own = f"{NOTE}{text_of(note.ours)}", words_of_handwritten(note.citation) is not None
        known = writing.notes.note(note.citation, note.number) if is_own else None
        if known is not None:
            typed = writing.value_of(known.words)
            writing.retype(known.words, retyped_note(note.base, note.ours, typed))
            yield Edit(
                kind="changed",
                block=known.block,
                before=f"{NOTE}{text_of(note.base)}",
                after=shown,
                span=writing.places.file.span_of(known.words),
            )
        elif not is_own or writing.notes.note(handwritten(text_of(note.ours))) is None:
            writing.give_up(shown, _NOTE_IS_ANOTHER if is_own else _NOTE_IS_MADE)


def _same_words(left: Tokens, right: Tokens) -> bool:
    return text_of(left).split() == text_of(right).split()


def _contested(merge: Merge) -> Iterator[Unplaced]:
    for outcome in merge.outcomes:
        if outcome.strand.contested:
            words = "\n".join(map(shown_line, outcome.lines))
            yield Unplaced(text=words, because="both sides moved it; it stays where the outline has it")


def _lost_headings(merge: Merge, places: Places) -> Iterator[Unplaced]:
    for outcome in merge.outcomes:
        if len(outcome.strand.base) == len(outcome.strand.ours) == 1:
            unit = merge.base.units[outcome.strand.base[0]]
            was, now = merge.base.lines[outcome.strand.base[0]], merge.lines[outcome.strand.ours[0]]
            if unit is not None and places.section(unit.section) and lost_heading(was, now):
                yield Unplaced(text=shown(now.tokens), because="a section keeps its heading as a heading")


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
            if was.kind == now.kind == "text" and was.style != now.style and now.style in known:
                because = f"it was given the style “{now.style}”, for which an outline has no sign"
                yield Unplaced(text=shown_line(now), because=because)


def _odd(lines: Sequence[Line] | Iterator[Line]) -> Iterator[tuple[str, str]]:
    for line in lines:
        cells = [cell for row in line.rows for cell in row]
        for tokens in (line.tokens, *cells):
            names = {name for token in tokens for name, _ in visible(token)} - EXPRESSIBLE
            for name in sorted(names):
                yield name, text_of(_with(tokens, name)).strip()


def _with(tokens: Tokens, name: str) -> list[Token]:
    return [token for token in tokens if any(held == name for held, _ in token.attributes)]


def _asides(draft: EditedDraft, base: Version) -> Iterator[Unplaced]:
    """Words in headers and footers, which are no part of the brief's text."""
    known = {_without_figures(text) for text in base.view.asides}
    for text in draft.accepted.asides:
        if text.strip() and _without_figures(text) not in known:
            because = "it stands in a header or footer"
            yield Unplaced(text=text, because=because)


def _without_figures(text: str) -> str:
    return "".join(sign for sign in text if not sign.isdigit() and not sign.isspace())
