"""What stands in the margins of every page: the marking, the title, the date of information, page x of y."""

from __future__ import annotations

from briefgen.model.document import Document
from briefgen.rendering.pdf.file import colour, number
from briefgen.rendering.pdf.pages import Page
from briefgen.rendering.pdf.typecase import Look, Typecase, clean
from briefgen.rendering.theme import Theme
from briefgen.text.wording import furniture_of

_EDGE = 34.0
"""Points from the paper's edge to the middle of header and footer."""

TOTAL = "Total"
"""The name, in every page's resources, of the form that shows how many pages there are."""


class Furniture:
    """Header and footer of one document's pages."""

    def __init__(self, document: Document, theme: Theme, typecase: Typecase) -> None:
        self._typecase = typecase
        words = furniture_of(document.language)
        self._title = clean(document.title)
        self._look = typecase.look(theme.styles.running)
        self._marking = document.marking
        marking = document.marking
        style = theme.styles.marking
        self._mark_look = typecase.look(style, colour=(marking.colour if marking else "") or style.colour)
        self._background = marking.background if marking else ""
        as_of = words.information(document.as_of)
        before, between, self._after = words.around_page
        self._before = f"{as_of}   ·   {before}" if as_of else before
        self._between = between.replace(" ", "\u00a0")

    def operators(self, page: Page) -> str:
        """Operators that paint both, in the coordinates of the page."""
        shape, look = page.shape, self._look
        left, right = shape.left, shape.width - shape.right
        shift = look.face.cap_height * look.size / 2
        head, foot = shape.height - _EDGE, _EDGE
        out = []
        room = right - left - 20.0
        if self._marking:
            marked = clean(self._marking.text)
            room -= self._typecase.width(self._mark_look, marked) + 12.0
            out += [self._mark(marked, right, middle) for middle in (head, foot)]
        if page.number > 1:
            out.append(self._text(look, self._fitting(self._title, room), left, head - shift))
        counted = f"{self._before}{page.number}"
        out.append(self._text(look, counted, left, foot - shift))
        x = left + self._typecase.width(look, counted)
        out.append(f"q 1 0 0 1 {number(x)} {number(foot - shift)} cm /{TOTAL} Do Q")
        return "\n".join(out)

    def total(self, pages: int) -> str:
        """Operators of the form that says how many pages there are, from the point where it begins."""
        return self._text(self._look, f"{self._between}{pages}{self._after}", 0.0, 0.0)

    def _mark(self, words: str, right: float, middle: float) -> str:
        look = self._mark_look
        width = self._typecase.width(look, words)
        inset = 5.0 if self._background else 0.0
        box = ""
        if self._background:
            left, height = right - width - 2 * inset, look.size + 5.0
            box = (
                f"{colour(self._background)} rg {number(left)} {number(middle - height / 2)}"
                f" {number(width + 2 * inset)} {number(height)} re f "
            )
        baseline = middle - look.face.cap_height * look.size / 2
        return box + self._text(look, words, right - width - inset, baseline)

    def _fitting(self, words: str, room: float) -> str:
        if self._typecase.width(self._look, words) <= room:
            return words
        while words and self._typecase.width(self._look, words + "…") > room:
            words = words.rpartition(" ")[0]
        return words + "…"

    def _text(self, look: Look, words: str, x: float, y: float) -> str:
        place = f"1 0 0 1 {number(x)} {number(y)} Tm"
        return f"{colour(look.colour)} rg BT {place} {self._typecase.show(look, words)} ET"
