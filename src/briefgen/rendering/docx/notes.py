"""The notes at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.document import Note
from briefgen.rendering.docx.inlines import Words
from briefgen.rendering.docx.markup import HEAD, NAMESPACES
from briefgen.rendering.docx.roles import StyleIds

_LINE = '<w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:{0}/></w:r></w:p>'


def notes_part(notes: Iterable[Note], words: Words, styles: StyleIds) -> str:
    """The footnotes part: the two separators that Word asks for, then the notes, with ids from 1."""
    opening = (
        f'<w:p><w:pPr><w:pStyle w:val="{styles.note}"/></w:pPr><w:r><w:rPr>'
        f'<w:rStyle w:val="{styles.note_mark}"/></w:rPr><w:footnoteRef/></w:r>'
        '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    )
    written = (
        f'<w:footnote w:id="{number}">{opening}{words.runs(note.inlines)}</w:p></w:footnote>'
        for number, note in enumerate(notes, 1)
    )
    return (
        f"{HEAD}<w:footnotes {NAMESPACES}>"
        f'<w:footnote w:type="separator" w:id="-1">{_LINE.format("separator")}</w:footnote>'
        f'<w:footnote w:type="continuationSeparator" w:id="0">{_LINE.format("continuationSeparator")}'
        f"</w:footnote>{''.join(written)}</w:footnotes>"
    )
