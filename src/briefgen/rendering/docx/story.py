"""The words of a brief as WordprocessingML: main story, notes and lists, whatever package they go into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.document import Block, Document, List, Text, blocks_of
from briefgen.rendering.docx.body import Body
from briefgen.rendering.docx.bookmarks import Bookmarks
from briefgen.rendering.docx.contents import headings_of, write_contents
from briefgen.rendering.docx.figures import Figures
from briefgen.rendering.docx.identity import SUBTITLE_BOOKMARK, TITLE_BOOKMARK, bookmark_name
from briefgen.rendering.docx.inlines import Marks, Words
from briefgen.rendering.docx.notes import notes_part
from briefgen.rendering.docx.numbering import Numbering
from briefgen.rendering.docx.paging import heading_pages
from briefgen.rendering.docx.relations import Relations
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.theme import Theme
from briefgen.text.wording import furniture_of
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The pages that a story is written for, upright and turned on their side.

    Widths are points between the margins; the others are `w:sectPr` elements: `opening` is that of the
    section that opens the file, which is upright, `upright` and `turned` those of later ones.
    """

    opening: str
    upright_width: float
    upright: str
    turned_width: float
    turned: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What was written: the content of `w:body`, the footnotes part, pictures by name, and findings."""

    body: str
    notes: str
    note_relations: Relations
    media: Mapping[str, bytes]
    diagnostics: tuple[Diagnostic, ...]


def write_story(
    document: Document,
    theme: Theme,
    styles: StyleIds,
    pages: Pages,
    relations: Relations,
    numbering: Numbering,
) -> Story:
    """Write a document; `relations` take what the main story refers to, `numbering` its lists."""
    names = bookmark_names(document)
    bookmarks = Bookmarks()
    marks = Marks({note.id: note for note in document.notes}, bookmarks, styles)
    words = Words(styles, relations, names, marks)
    figures = Figures(theme, relations)
    body = Body(theme, styles, words, bookmarks, numbering, figures, names, pages.upright_width)
    _write_front(document, theme, styles, body)
    _write_sections(document, theme, pages, body)
    note_relations = Relations()
    note_words = Words(styles, note_relations, names, None)
    notes = notes_part(marks.first.values(), note_words, styles)
    return Story(
        body="".join(body.pieces),
        notes=notes,
        note_relations=note_relations,
        media=figures.media,
        diagnostics=tuple(_findings(marks, words, note_words, figures)),
    )


def bookmark_names(document: Document) -> dict[str, str]:
    """The bookmark behind each id that a link may name; a section's id leads to its heading."""
    names = {held: bookmark_name(held) for held in _ids(blocks_of(document))}
    for section in document.sections:
        names.setdefault(section.id, names[section.heading.id])
    return names


def _ids(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield block.id
        if isinstance(block, List):
            for item in block.items:
                yield item.id
                yield from _ids(item.blocks)


def _write_front(document: Document, theme: Theme, styles: StyleIds, body: Body) -> None:
    looks = theme.styles
    front = (
        (styles.title, looks.title, document.title, TITLE_BOOKMARK),
        (styles.subtitle, looks.subtitle, document.subtitle, SUBTITLE_BOOKMARK),
        (styles.facts, looks.facts, _facts(document), ""),
    )
    height = 0.0
    for style, look, text, bookmark in front:
        if text:
            body.paragraph(style, body.words.runs((Text(text=text),)), bookmark=bookmark)
            height += look.leading + look.after
    headings = headings_of(document)
    if len(headings) >= theme.contents_from:
        height += looks.heading2.leading + len(headings) * looks.contents.leading
        title = furniture_of(document.language).contents
        write_contents(body, title, headings, heading_pages(document, theme, height), styles)


def _write_sections(document: Document, theme: Theme, pages: Pages, body: Body) -> None:
    landscape, ending = False, pages.opening
    for section in document.sections:
        if section.landscape is not landscape:
            body.end_section(ending)
            landscape = section.landscape
            ending = pages.turned if landscape else pages.upright
            body.width = pages.turned_width if landscape else pages.upright_width
            body.paper = theme.page.width if landscape else theme.page.height
        body.heading(section.heading)
        body.blocks(section.blocks)
    if not document.sections:
        body.paragraph(body.styles.body, "")
    body.pieces.append(ending)


def _findings(marks: Marks, words: Words, note_words: Words, figures: Figures) -> Iterator[Diagnostic]:
    for note in dict.fromkeys(marks.unknown):
        yield _warning("WD101", f"a mark names note {note!r}, which the document does not hold", "")
    for address in dict.fromkeys((*words.refused, *note_words.refused)):
        hint = "links may lead to http, https and mailto addresses, and to blocks by #id"
        yield _warning("WD102", f"a link to {address!r} is set as plain words", hint)
    for figure in figures.unreadable:
        hint = "pictures are PNG or JPEG files"
        yield _warning("WD103", f"the picture of {figure!r} cannot be read: its words stand instead", hint)


def _warning(code: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, hint=hint)


def _facts(document: Document) -> str:
    """What a reader must know before the first word: the date of information, and who wrote."""
    as_of = furniture_of(document.language).information(document.as_of)
    return "  ·  ".join(fact for fact in (as_of, ", ".join(document.authors)) if fact)
