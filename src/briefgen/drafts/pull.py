"""Bringing an edited draft back into the outline."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefgen.assembling.assembly import Assembly
from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.drafts.draft import EditedDraft, FileView
from briefgen.drafts.edits import edits_of, span_of
from briefgen.drafts.inlines import shown, shown_line
from briefgen.drafts.margin.remarks import Remark
from briefgen.drafts.margin.settling import brought_up_to_date
from briefgen.drafts.merging.details import Terms, merged_details
from briefgen.drafts.merging.handwritten import quotes_of
from briefgen.drafts.merging.key_judgements import agreed, for_both, told_once
from briefgen.drafts.merging.meant_lines import as_meant
from briefgen.drafts.merging.merge import Merge, merge_of
from briefgen.drafts.merging.outcomes import Choices, block_of
from briefgen.drafts.merging.plan import planned
from briefgen.drafts.merging.versions import HOUSE_LOOK, Version, WordLook, version_of
from briefgen.drafts.result import Conflict, PullResult, Unplaced
from briefgen.drafts.rewriting.apply import apply
from briefgen.drafts.rewriting.note_words import retype_notes
from briefgen.drafts.rewriting.nothing_lost import words_without_a_place
from briefgen.drafts.rewriting.own_notes import own_notes_of
from briefgen.drafts.rewriting.places import Places, places_of
from briefgen.drafts.rewriting.splices import Splices
from briefgen.drafts.rewriting.writing import Today, Writing
from briefgen.drafts.unplaced import without_a_place
from briefgen.model.document import Callout, Document, blocks_of
from briefgen.model.scales import Scale
from briefgen.outline import yaml_file
from briefgen.outline.yaml_file import Scalar, YamlFile, value_under
from briefgen.text.wording import wording_of


def pull(
    draft: EditedDraft,
    base: Document,
    today: Assembly,
    outline_text: str,
    choices: Choices | None = None,
    kept: Sequence[Remark] = (),
    looks: tuple[WordLook, WordLook] = (HOUSE_LOOK, HOUSE_LOOK),
    *,
    scale: Scale | None,
) -> PullResult:
    """The outline with a draft's edits in it, and what became of each of them.

    `base` is the document that the draft was made from, `today` that of `outline_text`. `choices` settle
    conflicts by the ids of their blocks. `kept` are comments and tracked changes of drafts pulled before;
    `looks` are the look of the base as a Word file, and that of today's brief; `scale` is the outline's
    scale of likelihood. The outline's text comes back only whole: None where conflicts are left, or where the
    draft is one of another brief or edition.
    """
    stranger = _stranger(draft, base)
    if stranger is not None:
        return PullResult(outline=None, diagnostics=(stranger,))
    places, found = _places(outline_text, today)
    if places is None:
        return PullResult(outline=None, diagnostics=found)
    sent = version_of(base, looks[0])
    same = today.document == base and looks[0] == looks[1]
    now = sent if same else version_of(today.document, looks[1])
    terms = Terms(scale=scale, wording=wording_of(today.document.language))
    merge, unread, conflicts = _merged(draft.accepted, sent, now, today, places, terms, choices or {})
    writing = Writing(
        places=places,
        splices=Splices(places.file),
        today=Today.of(merge.today),
        terms=terms,
        notes=own_notes_of(merge, today, places),
    )
    notes = list(retype_notes(merge, writing))
    frozen = apply(planned(merge.outcomes, merge.today), writing)
    own_sections = {section.id for section in places.sections}
    unplaced = [*unread, *writing.unplaced, *without_a_place(merge, draft.accepted, own_sections)]
    outline = writing.splices.text()
    file, broken = _reread(places, outline)
    if file is not None and file.root is not None and not conflicts:
        levels, retyped = terms.wording.statements.levels, [note.citation for note in merge.ours.notes]
        unplaced.extend(
            words_without_a_place(
                merge.outcomes, merge.today, places.root, file.root, unplaced, levels, retyped
            )
        )
    given_up = {each.text for each in unplaced}
    frozen_found = (_frozen(section, places) for section in frozen)
    return PullResult(
        outline=None if conflicts or broken else outline,
        edits=(*edits_of(merge.outcomes, (sent, now), today, writing.stayed, given_up), *notes),
        conflicts=conflicts,
        unplaced=tuple(unplaced),
        comments=draft.comments,
        pending=draft.changes,
        margin=brought_up_to_date(kept, draft, merge.ours.citations),
        diagnostics=(*found, *frozen_found, *_split_judgements(merge, today), *broken),
    )


def _merged(
    view: FileView,
    sent: Version,
    now: Version,
    today: Assembly,
    places: Places,
    terms: Terms,
    choices: Choices,
) -> tuple[Merge, tuple[Unplaced, ...], tuple[Conflict, ...]]:
    """The merge with every judgement worded in one way, what of it cannot be read, and what is disputed."""
    twins = places.twins(today.document)
    chosen = for_both(choices, twins)
    view = as_meant(view, sent, terms)
    merge = merge_of(view, sent, now, quotes_of(places.root), chosen)
    outcomes, unread = merged_details(merge.outcomes, merge.lines, sent, now, terms, chosen)
    outcomes, in_two_ways = agreed(outcomes, now, today, twins, choices)
    merge = replace(merge, outcomes=outcomes)
    return merge, unread, told_once([*_conflicts(merge, today), *in_two_ways], twins)


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
