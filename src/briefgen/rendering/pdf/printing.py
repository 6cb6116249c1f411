"""A document from its first block to its last byte."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import field, replace

from briefgen.diagnostics import Diagnostic
from briefgen.model.document import Block, Document, List
from briefgen.rendering.pdf.archive import write_info, write_metadata, write_output_intent
from briefgen.rendering.pdf.figures import Artist
from briefgen.rendering.pdf.file import PdfFile, byte_string, number
from briefgen.rendering.pdf.flow import Flow
from briefgen.rendering.pdf.furniture import TOTAL, Furniture
from briefgen.rendering.pdf.lines import Compositor
from briefgen.rendering.pdf.notebook import NoteBook
from briefgen.rendering.pdf.pages import Notes, Page, PageBuilder
from briefgen.rendering.pdf.painting import Painter
from briefgen.rendering.pdf.places import Places
from briefgen.rendering.pdf.structure import StructureTree
from briefgen.rendering.pdf.typecase import Typecase
from briefgen.rendering.pdf.words import Composer
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import PageShape, Theme
from briefgen.text.wording import wording_of
from briefgen.values import dataclass

_PAGES_A_NODE = 64


class Printing:
    """One run of the press: a document, a theme and fonts in, one file out."""

    def __init__(self, document: Document, theme: Theme, fonts: Callable[[str], bytes]) -> None:
        self._document = document
        self._theme = theme
        self._file = PdfFile()
        self._tree = StructureTree(self._file)
        self._places = Places()
        self._page_numbers: dict[str, int] = {}
        self._waiting: list[tuple[Page, int, int]] = []
        self._goes_on = False
        self._typecase = Typecase(theme, fonts)
        self._composer = Composer(
            typecase=self._typecase,
            note_numbers={note.id: note.number for note in document.notes},
            places=_ids(document),
            link_colour=theme.colours.link,
            mark=wording_of(document.language).notes.mark,
        )
        self._artist = Artist(self._file, theme, self._typecase)
        self._shape = theme.page
        compositor = Compositor(self._composer, document.language)
        self._notes = NoteBook(document, theme.styles.note, compositor, self._tree, self._shape.text_width)
        self._flow = Flow(document, theme, compositor, self._tree, self._artist, self._notes)
        self._furniture = Furniture(document, theme, self._typecase)
        self._painter = Painter(
            file=self._file,
            tree=self._tree,
            places=self._places,
            theme=theme,
            typecase=self._typecase,
            furniture=self._furniture,
            notes=self._notes,
            page_numbers=self._page_numbers,
        )
        self._resources = self._file.take()
        self._nodes: list[_PageNode] = []

    def run(self) -> Rendered:
        """The finished file."""
        tree = self._tree
        style = self._notes.style
        notes = Notes(self._notes.lines, self._notes.number, style.leading, style.after)
        builder = PageBuilder(self._shape, notes, self._receive)
        sections = [tree.apart("Sect", tree.document)]
        for block in self._flow.opening(sections[0], self._shape):
            builder.add(block)
        for section in self._document.sections:
            shape = _turned(self._theme.page) if section.landscape else self._theme.page
            if shape != self._shape:
                builder.turn(shape)
                self._shape, self._notes.width = shape, shape.text_width
            sections.append(tree.apart("Sect", tree.document))
            for block in self._flow.section(section, sections[-1], shape):
                builder.add(block)
        builder.finish()
        for page, page_object, node in self._waiting:
            self._paint(page, page_object, node)
        for element in sections:
            tree.close(element)
        return Rendered(data=self._finish(), diagnostics=self._findings())

    def _receive(self, page: Page) -> None:
        """Paint a page, or keep it where it shows the numbers of pages that are still to come.

        Pages behind one that is kept are kept too for as long as something goes on from one to the other.
        """
        if not self._nodes or len(self._nodes[-1].pages) == _PAGES_A_NODE:
            self._nodes.append(_PageNode(number=self._file.take()))
        node, page_object = self._nodes[-1], self._file.take()
        node.pages.append(page_object)
        for piece in page.slices:
            if piece.first == 0:
                self._page_numbers.update(dict.fromkeys(piece.block.places, page.number))
        if any(piece.block.waits for piece in page.slices) or self._goes_on:
            self._waiting.append((page, page_object, node.number))
            self._goes_on = self._is_cut_off(page)
        else:
            self._paint(page, page_object, node.number)

    def _is_cut_off(self, page: Page) -> bool:
        """Whether a block of the document, or a note, goes on behind the page."""
        if any(note.end < len(self._notes.lines(note.note)) for note in page.notes):
            return True
        if not page.slices:
            return self._goes_on
        last = page.slices[-1]
        return last.end < len(last.block.units) or not last.block.closes

    def _paint(self, page: Page, page_object: int, node: int) -> None:
        file, shape = self._file, page.shape
        content, contents, annotations = self._painter.page(page, page_object)
        self._tree.close_page(contents)
        links = f"/Annots[{' '.join(f'{each} 0 R' for each in annotations)}]" if annotations else ""
        box = f"{number(shape.width)} {number(shape.height)}"
        file.write(
            page_object,
            f"<</Type/Page/Parent {node} 0 R/MediaBox[0 0 {box}]/Resources {self._resources} 0 R"
            f"/Contents {file.add_stream(content)} 0 R"
            f"/StructParents {contents.key}/Tabs/S{links}>>",
        )

    def _finish(self) -> bytes:
        file, document = self._file, self._document
        pages, count = file.take(), sum(len(node.pages) for node in self._nodes)
        for node in self._nodes:
            kids = " ".join(f"{page} 0 R" for page in node.pages)
            file.write(
                node.number, f"<</Type/Pages/Parent {pages} 0 R/Count {len(node.pages)}/Kids[{kids}]>>"
            )
        nodes = " ".join(f"{node.number} 0 R" for node in self._nodes)
        file.write(pages, f"<</Type/Pages/Count {count}/Kids[{nodes}]>>")
        total = file.add_stream(
            self._furniture.total(count).encode("latin-1"),
            f"/Type/XObject/Subtype/Form/BBox[0 -10 200 20]/Resources {self._resources} 0 R",
        )
        fonts = self._typecase.embed(file)
        file.write(
            self._resources, f"<</Font<<{fonts}>>/XObject<</{TOTAL} {total} 0 R{self._artist.resources}>>>>"
        )
        outline = self._places.write_outline(file)
        shown = f"/Outlines {outline} 0 R/PageMode/UseOutlines" if outline else ""
        catalog = file.add(
            f"<</Type/Catalog/Pages {pages} 0 R/StructTreeRoot {self._tree.finish()} 0 R"
            f"/MarkInfo<</Marked true>>/Lang{byte_string(document.language)}"
            f"/ViewerPreferences<</DisplayDocTitle true>>/Names {self._places.write_names(file)} 0 R"
            f"/Metadata {write_metadata(file, document)} 0 R"
            f"/OutputIntents[{write_output_intent(file)} 0 R]{shown}>>"
        )
        return file.finish(catalog, write_info(file, document))

    def _findings(self) -> tuple[Diagnostic, ...]:
        return (
            *self._composer.diagnostics,
            *self._artist.diagnostics,
            *self._notes.unmarked(),
            *self._typecase.missing(),
        )


@dataclass(slots=True, kw_only=True, eq=False)
class _PageNode:
    """A leaf of the tree of pages."""

    number: int
    pages: list[int] = field(default_factory=list)


def _turned(shape: PageShape) -> PageShape:
    return replace(shape, width=max(shape.width, shape.height), height=min(shape.width, shape.height))


def _ids(document: Document) -> frozenset[str]:
    """The names of all places that a link may lead to."""
    found: set[str] = set()
    for section in document.sections:
        found.update((section.id, section.heading.id))
        for block in section.blocks:
            found.update(_ids_of(block))
    return frozenset(found)


def _ids_of(block: Block) -> Iterator[str]:
    yield block.id
    if isinstance(block, List):
        for item in block.items:
            yield item.id
            for inner in item.blocks:
                yield from _ids_of(inner)
