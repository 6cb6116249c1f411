"""What a draft was made from, as the file or a person tells it; else it is taken to be the latest edition."""

from __future__ import annotations

from dataclasses import replace

from briefgen.diagnostics import Diagnostic, Severity, error
from briefgen.drafts.draft import EditedDraft
from briefgen.drafts.merging.likeness import shared
from briefgen.editions.archive import Archive
from briefgen.model.document import Document

_ENOUGH = 1 / 3
"""Share of an edition's words from which a file that tells nothing counts as a draft of it."""

_LOOK = "see that the edits listed are those that were made"


def with_base(
    draft: EditedDraft, archive: Archive, named: str | None
) -> tuple[EditedDraft, Document | None, list[Diagnostic]]:
    """A draft as one of the edition that it was made from, and that edition's document.

    `named` is the edition that a person named, which goes before what the file tells.
    """
    if named is not None:
        return _of_edition_named(draft, archive, named)
    base = draft.base or (archive.document(draft.edition) if draft.edition in archive.names() else None)
    if base is not None:
        return draft, base, []
    if draft.edition:
        message = f"the draft was made from the edition {draft.edition}, which cannot be read here"
        hint = f"bring its folder back, or name another edition with --edition; there are: {_there(archive)}"
        return draft, None, [error("DR114", message, None, hint=hint)]
    return _of_latest(draft, archive)


def _of_edition_named(
    draft: EditedDraft, archive: Archive, named: str
) -> tuple[EditedDraft, Document | None, list[Diagnostic]]:
    base = archive.document(named) if named in archive.names() else None
    if base is None:
        message = f"there is no edition {named} that can be read"
        hint = f"name one of these with --edition: {_there(archive)}"
        return draft, None, [error("DR114", message, None, hint=hint)]
    found = []
    if draft.edition not in ("", named):
        message = f"the draft tells of the edition {draft.edition}; it is read as one of {named}"
        found.append(_warning(message, f"leave --edition out to go by the draft; {_LOOK}"))
    return replace(draft, edition=named), base, found


def _of_latest(draft: EditedDraft, archive: Archive) -> tuple[EditedDraft, Document | None, list[Diagnostic]]:
    latest = archive.latest()
    base = archive.document(latest) if latest else None
    if base is None:
        message = "neither the draft nor the archive holds what it was made from"
        hint = "name the brief that it is a draft of with --outline; its editions must be at hand"
        return draft, None, [error("DR114", message, None, hint=hint)]
    if shared(draft.accepted, base) < _ENOUGH:
        message = f"the file does not tell what it was made from, and is too unlike the edition {latest}"
        hint = "name the brief that it is a draft of with --outline, or the edition with --edition"
        return draft, None, [error("DR114", message, None, hint=hint)]
    message = f"the draft does not tell its edition: it is read as one of the latest, {latest}"
    hint = f"if it was made from another, name that with --edition; {_LOOK}"
    return replace(draft, edition=latest), base, [_warning(message, hint)]


def _warning(message: str, hint: str) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code="DR111", message=message, span=None, hint=hint)


def _there(archive: Archive) -> str:
    return ", ".join(archive.editions()[-8:]) or "none"
