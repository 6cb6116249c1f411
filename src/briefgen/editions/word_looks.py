"""How a brief looks as a Word file: today, and when an edition was made."""

from __future__ import annotations

from dataclasses import replace

from briefgen.drafts.merging.versions import WordLook
from briefgen.editions.archive import Archive
from briefgen.editions.as_archived import as_archived
from briefgen.editions.gathering import Gathered, gather_written
from briefgen.editions.looks import look_of, word_template
from briefgen.editions.workspace import Workspace


def word_look_of(gathered: Gathered) -> WordLook:
    """What the outline asks for."""
    reference, roles = word_template(gathered)
    return WordLook(theme=look_of(gathered).theme, reference=reference, roles=roles)


def word_look_of_edition(archive: Archive, edition: str, space: Workspace | None) -> WordLook | None:
    """What an edition was made in, by its archived outline; None where that cannot be told."""
    manifest = archive.manifest(edition) if edition in archive.names() else None
    if manifest is None or space is None:
        return None
    root = manifest.made_from.root_of(space.outline) or space.root
    gathered = gather_written(as_archived(replace(space, root=root), archive.folder / edition, manifest))
    return word_look_of(gathered) if gathered.outline is not None else None
