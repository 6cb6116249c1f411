"""Finished pages as content streams, every mark on them either tagged or an artifact."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefgen.rendering.pdf.boxes import Block, Entry, Picture, Row, Unit, Words
from briefgen.rendering.pdf.file import PdfFile, byte_string, colour, number, text
from briefgen.rendering.pdf.furniture import Furniture
from briefgen.rendering.pdf.lines import Line, Span
from briefgen.rendering.pdf.notebook import NoteBook
from briefgen.rendering.pdf.pages import SEPARATION, NoteSlice, Page, Slice
from briefgen.rendering.pdf.places import Places
from briefgen.rendering.pdf.structure import Element, PageContents, StructureTree
from briefgen.rendering.pdf.typecase import Look, Target, Typecase
from briefgen.rendering.theme import Theme

_RULE_ABOVE_NOTES = 56.0
_BAR = 2.5


class Painter:
    """Paints pages into a file as they come."""

    def __init__(
        self,
        *,
        file: PdfFile,
        tree: StructureTree,
        places: Places,
        theme: Theme,
        typecase: Typecase,
        furniture: Furniture,
        notes: NoteBook,
        page_numbers: Mapping[str, int],
    ) -> None:
        self._file = file
        self._tree = tree
        self._places = places
        self._theme = theme
        self._typecase = typecase
        self._furniture = furniture
        self._notebook = notes
        self._page_numbers = page_numbers
        self._links: dict[Target, Element] = {}

    def page(self, page: Page, page_object: int) -> tuple[bytes, PageContents, list[int]]:
        """The content stream of a page, its marked contents, and the numbers of its annotations."""
        sheet = _Sheet(self._file, self._tree, self._places, page_object, self._links)
        shape = page.shape
        sheet.artifact(self._furniture.operators(page), "Pagination")
        top = shape.height - shape.top
        for each in page.slices:
            self._slice(sheet, each, shape.left, top - each.y)
        if page.notes:
            self._notes(sheet, page)
        return "\n".join(sheet.out).encode("latin-1"), sheet.contents, sheet.annotations

    def _slice(self, sheet: _Sheet, piece: Slice, left: float, top: float) -> None:
        block = piece.block
        x = left + block.x
        units: Sequence[Unit] = block.units[piece.first : piece.end]
        if piece.first == 0:
            for place in block.places:
                self._places.put(place, sheet.page, x, top + 4)
            if block.bookmark:
                self._places.bookmark(*block.bookmark, sheet.page, top + 4)
        if block.tint:
            height = sum(unit.height for unit in units)
            box = f"{number(x)} {number(top - height)} {{}} {number(height)} re f"
            sheet.artifact(
                f"{colour(block.tint)} rg {box.format(number(block.width))}"
                f" {colour(block.bar)} rg {box.format(_BAR)}"
            )
        if piece.headed and block.header:
            self._row(sheet, block.header, block, x, top, repeated=True)
            top -= block.header.height
        lines: list[Words] = []
        for unit in units:
            if isinstance(unit, Words):
                lines.append(unit)
                continue
            if lines:
                top = sheet.words(lines, x, top)
                lines = []
            if isinstance(unit, Row):
                self._row(sheet, unit, block, x, top, repeated=False)
            elif isinstance(unit, Picture):
                self._picture(sheet, unit, x, top)
            elif isinstance(unit, Entry):
                self._entry(sheet, unit, x, top, block.width)
            top -= unit.height
        if lines:
            sheet.words(lines, x, top)
        if piece.end == len(block.units):
            for element in block.closes:
                self._tree.close(element)
            if block.closes:
                self._links.clear()

    def _row(self, sheet: _Sheet, row: Row, block: Block, x: float, top: float, *, repeated: bool) -> None:
        bottom = top - row.height + row.below
        right = x + block.width
        colours = self._theme.colours
        art = ""
        if row.header:
            art = (
                f"{colour(colours.table_header)} rg"
                f" {number(x)} {number(bottom)} {number(block.width)} {number(top - bottom)} re f "
            )
        if row.header or row.ruled:
            stroke = colours.accent if row.header else colours.rule
            art += (
                f"{colour(stroke)} RG {0.8 if row.header else 0.4} w"
                f" {number(x)} {number(bottom)} m {number(right)} {number(bottom)} l S"
            )
        if art:
            sheet.artifact(art)
        for cell in row.cells:
            if repeated:
                sheet.untagged(cell.lines, x + cell.x, top - row.pad)
            else:
                units = [
                    Words(line=line, element=cell.element, height=line.height, notes=())
                    for line in cell.lines
                ]
                sheet.words(units, x + cell.x, top - row.pad)

    def _picture(self, sheet: _Sheet, picture: Picture, x: float, top: float) -> None:
        bottom = top - picture.height
        box = " ".join(number(value) for value in (x, bottom, x + picture.width, top))
        picture.element.entries += f"/A<</O/Layout/Placement/Block/BBox[{box}]>>"
        sheet.begin(picture.element)
        # The rise of a mark that stands before the picture would lift the words in it.
        sheet.out.append(f"q 0 Ts 1 0 0 1 {number(x)} {number(bottom)} cm {picture.operators} Q")
        sheet.end()

    def _entry(self, sheet: _Sheet, entry: Entry, x: float, top: float, width: float) -> None:
        line = entry.line
        words = Words(line=line, element=entry.element, height=line.height, notes=())
        if not entry.place:
            sheet.words((words,), x, top)
            return
        look, baseline = entry.look, top - line.baseline
        page = str(self._page_numbers[entry.place])
        spans = [
            Span(look, run.face, run.shown, run.width * look.size)
            for run in self._typecase.glyphs(look.face, page)
        ]
        number_x = width - sum(span.width for span in spans)
        number_line = replace(line, x=number_x, spans=spans)
        words.height = 0.0
        sheet.words((words, replace(words, line=number_line)), x, top)
        dot = self._typecase.width(look, ".")
        pitch = 2.4 * dot
        first = x + line.x + sum(span.width for span in line.spans) + pitch
        first = x + width - pitch * int((x + width - first) / pitch)
        count = int((x + number_x - pitch / 2 - first) / pitch)
        if count > 0:
            shown = self._typecase.show(look, "." * count)
            sheet.artifact(
                f"{colour(self._theme.colours.rule)} rg {number(pitch - dot)} Tc BT"
                f" 1 0 0 1 {number(first)} {number(baseline)} Tm {shown} ET"
            )

    def _notes(self, sheet: _Sheet, page: Page) -> None:
        shape = page.shape
        style = self._notebook.style
        left, top = shape.left, shape.bottom + page.notes_height - SEPARATION
        goes_on = page.notes[0].first > 0
        right = shape.width - shape.right if goes_on else left + _RULE_ABOVE_NOTES
        rule = top + 5.5
        sheet.artifact(
            f"{colour(self._theme.colours.rule)} RG .6 w {number(left)} {number(rule)} m"
            f" {number(right)} {number(rule)} l S"
        )
        for piece in page.notes:
            self._note(sheet, piece, left, top)
            top -= (piece.end - piece.first) * style.leading + style.after

    def _note(self, sheet: _Sheet, piece: NoteSlice, left: float, top: float) -> None:
        element = self._notebook.element(piece.note)
        lines = self._notebook.lines(piece.note)
        units = [
            Words(line=line, element=element, height=line.height, notes=line.notes)
            for line in lines[piece.first : piece.end]
        ]
        if piece.first == 0:
            self._places.put(f"note.{piece.note}", sheet.page, left, top + 2)
            units[0].lead_element = self._tree.element("Lbl", element)
        sheet.words(units, left, top)
        if piece.end == len(lines):
            self._notebook.close(piece.note)


class _Sheet:
    """The content stream of one page in the making."""

    def __init__(
        self,
        file: PdfFile,
        tree: StructureTree,
        places: Places,
        page: int,
        links: dict[Target, Element],
    ) -> None:
        self.out: list[str] = []
        self.page = page
        self.contents = tree.open_page(page)
        self.annotations: list[int] = []
        self._file = file
        self._tree = tree
        self._places = places
        self._links = links
        self._look: Look | None = None
        self._font: tuple[str, float] = ("", 0.0)
        self._colour = ""
        self._rise = 0.0
        self._owner: Element | None = None
        self._properties = ""

    def artifact(self, operators: str, kind: str = "Layout") -> None:
        """Operators that stand outside the structure, such as rules and running headers."""
        self.out.append(f"/Artifact<</Type/{kind}>>BDC q {operators} Q EMC")

    def begin(self, element: Element, properties: str = "") -> None:
        """Mark what follows as the element's, unless it is so already; `properties` say how to read it."""
        if self._owner is element and self._properties == properties:
            return
        self.end()
        tag = "Span" if properties else element.tag
        mark = self._tree.content(element, self.contents)
        self.out.append(f"/{tag}<</MCID {mark}{properties}>>BDC")
        self._owner, self._properties = element, properties

    def end(self) -> None:
        """Close the marked content that is open, if any."""
        if self._owner is not None:
            self.out.append("EMC")
            self._owner = None

    def words(self, units: Sequence[Words], x: float, top: float) -> float:
        """Paint lines one below the other; where the next would begin."""
        out = self.out
        out.append("BT")
        for unit in units:
            line = unit.line
            baseline = top - line.baseline
            if line.lead:
                out.append(f"1 0 0 1 {x + line.lead_x:.2f} {baseline:.2f} Tm")
                self._spans(line.lead, unit.lead_element or unit.element, x + line.lead_x, baseline)
            if line.spans:
                out.append(f"{line.letters:g} 0 0 1 {x + line.x:.2f} {baseline:.2f} Tm")
                self._spans(line.spans, unit.element, x + line.x, baseline)
            top -= unit.height
        self.end()
        out.append("ET")
        return top

    def untagged(self, lines: Sequence[Line], x: float, top: float) -> None:
        """Paint lines as an artifact, such as those of a table header that is repeated."""
        out = self.out
        out.append("/Artifact<</Type/Pagination>>BDC BT")
        for line in lines:
            out.append(f"{line.letters:g} 0 0 1 {x + line.x:.2f} {top - line.baseline:.2f} Tm")
            for span in line.spans:
                self._set(span)
                out.append(f"[({span.shown})]TJ")
            top -= line.height
        out.append("ET EMC")

    def _spans(self, spans: Sequence[Span], element: Element, x: float, baseline: float) -> None:
        """Paint the spans of a line, and a space behind it that parts it from the next for those who read."""
        last = len(spans) - 1
        for index, span in enumerate(spans):
            look = span.look
            properties = f"/Lang{byte_string(look.language)}" if look.language else ""
            if span.spoken is not None:
                self.end()
                properties += f"/ActualText{text(span.spoken)}"
            owner = element if look.target is None else self._link(look.target, element)
            self.begin(owner, properties)
            if look.target is not None:
                self._annotate(look.target, owner, x, baseline, span)
            self._set(span)
            if index == last:
                if span.spoken is None:
                    self.out.append(f"[({span.shown}{span.face.space_shown})]TJ")
                else:
                    self.out.append(f"[({span.shown})]TJ")
                    self.begin(element)
                    self.out.append(f"({span.face.space_shown})Tj")
            else:
                self.out.append(f"[({span.shown})]TJ")
            x += span.width

    def _set(self, span: Span) -> None:
        """Change font, colour and rise where they differ from those that are set."""
        look = span.look
        if look is self._look and self._font[0] == span.face.resource:
            return
        self._look = look
        if self._font != (span.face.resource, look.size):
            self._font = (span.face.resource, look.size)
            self.out.append(f"/{span.face.resource} {look.size:g} Tf")
        if self._colour != look.colour:
            self._colour = look.colour
            self.out.append(f"{colour(look.colour)} rg")
        if self._rise != look.rise:
            self._rise = look.rise
            self.out.append(f"{look.rise:g} Ts")

    def _link(self, target: Target, element: Element) -> Element:
        """The element of a link, made where its first words are painted."""
        link = self._links.get(target)
        if link is None:
            parent = self._tree.element("Reference", element) if target.note else element
            link = self._links[target] = self._tree.element("Link", parent)
        return link

    def _annotate(self, target: Target, link: Element, x: float, baseline: float, span: Span) -> None:
        """The clickable field over a span of a link."""
        size, rise = span.look.size, span.look.rise
        if target.here:
            self._places.put(target.here, self.page, x, baseline + rise + size + 4)
        annotation = self._file.take()
        self.annotations.append(annotation)
        key = self._tree.annotation(link, annotation, self.contents)
        box = (x - 0.5, baseline + rise - 0.3 * size, x + span.width + 0.5, baseline + rise + 0.9 * size)
        leads = (
            f"/A<</S/URI/URI{byte_string(target.address)}>>"
            if target.address
            else f"/Dest{byte_string(target.place)}"
        )
        self._file.write(
            annotation,
            f"<</Type/Annot/Subtype/Link/Rect[{' '.join(map(number, box))}]/Border[0 0 0]/F 4"
            f"/Contents{text(target.words)}/StructParent {key}{leads}>>",
        )
