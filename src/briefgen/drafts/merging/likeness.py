"""How much of a document a file still shows, whatever it tells of itself."""

from __future__ import annotations

from briefgen.drafts.draft import FileView, Line
from briefgen.drafts.merging.matching import segments_of
from briefgen.drafts.merging.units import units_of
from briefgen.model.document import Document
from briefgen.text.align import align


def shared(view: FileView, document: Document) -> float:
    """The share, from 0 to 1, of a document's words that stand in paragraphs which the file has too."""
    lines = [
        Line(kind=unit.kind, tokens=unit.tokens, rows=unit.rows, level=unit.level)
        for unit in units_of(document)
    ]
    old = segments_of(lines, ())
    found = {i for match in align(old, segments_of(view.lines, ())).matches for i in match.old}
    words = [len(segment.words) for segment in old]
    return sum(words[i] for i in found) / max(sum(words), 1)
