"""The table of contents, written out, so that it is there before any editor computes it.

Page numbers are an estimate until an editor updates the field: a Word file has no pages of its own.
"""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.model.document import Document, Heading, blocks_of, plain
from briefgen.rendering.docx.body import Body
from briefgen.rendering.docx.identity import bookmark_name
from briefgen.rendering.docx.inlines import field_markup
from briefgen.rendering.docx.markup import escaped
from briefgen.rendering.docx.roles import StyleIds

DEEPEST = 3
"""The lowest level of heading that contents list."""


def headings_of(document: Document) -> list[Heading]:
    """The headings that contents list, in order."""
    return [block for block in blocks_of(document) if isinstance(block, Heading) and block.level <= DEEPEST]


def write_contents(
    body: Body, title: str, headings: list[Heading], pages: Mapping[str, int], styles: StyleIds
) -> None:
    """Write the contents' own heading, and an entry for each heading, with its page by `pages`."""
    body.paragraph(styles.contents_heading, f"<w:r><w:t>{escaped(title)}</w:t></w:r>")
    for at, heading in enumerate(headings):
        runs = _entry(heading, pages)
        if at == 0:
            runs = _BEGIN + runs
        if at == len(headings) - 1:
            runs += _END
        level = min(heading.level, len(styles.contents)) - 1
        body.paragraph(styles.contents[level], runs)


_BEGIN = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
    f'<w:r><w:instrText xml:space="preserve"> TOC \\o "1-{DEEPEST}" \\h \\z \\u </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
)
_END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


def _entry(heading: Heading, pages: Mapping[str, int]) -> str:
    bookmark = bookmark_name(heading.id)
    words = escaped(plain(heading.inlines))
    page = field_markup(f" PAGEREF {bookmark} \\h ", f"<w:r><w:t>{pages[heading.id]}</w:t></w:r>")
    return (
        f'<w:hyperlink w:anchor="{bookmark}" w:history="1"><w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
        f"<w:r><w:tab/></w:r>{page}</w:hyperlink>"
    )
