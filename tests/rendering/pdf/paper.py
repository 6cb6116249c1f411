"""What stands where on finished pages: every word with its box and its element, read from the file alone.

Nothing of the renderer is asked: positions come from the operators that a viewer obeys and the widths in the
embedded fonts, elements from the structure tree, and words from the glyphs that are shown, not from what is
said to stand for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple

import pikepdf

from tests.rendering.pdf.reading import opened, unicode_of

CAPITALS = 0.62
"""The height of a word's box above its baseline, in ems: about that of capitals."""


class Box(NamedTuple):
    """Points from the lower left corner of a page, which is counted from 0."""

    page: int
    left: float
    bottom: float
    right: float
    top: float

    def overlaps(self, other: Box, slack: float = 0.3) -> bool:
        """Whether the two share more than `slack` points in both directions."""
        across = min(self.right, other.right) - max(self.left, other.left)
        upright = min(self.top, other.top) - max(self.bottom, other.bottom)
        return self.page == other.page and across > slack and upright > slack

    def holds(self, other: Box, slack: float = 1.0) -> bool:
        """Whether the other lies within it."""
        return (
            self.page == other.page
            and self.left - slack <= other.left
            and other.right <= self.right + slack
            and self.bottom - slack <= other.bottom
            and other.top <= self.top + slack
        )


@dataclass(eq=False)
class Shown:
    """A word on paper, and the element that owns it, if any: what has none is an artifact.

    A picture is a word without characters. `line` is the baseline of its line, that a mark is raised above.
    """

    text: str
    box: Box
    line: float
    owner: Node | None = None


@dataclass(eq=False)
class Node:
    """An element of the structure tree with its parts in reading order."""

    tag: str
    above: Node | None
    key: Any
    parts: list[Node | Shown] = field(default_factory=list)
    links: list[Any] = field(default_factory=list)

    def words(self) -> list[Shown]:
        """Its words and those of the elements below it, in reading order."""
        found: list[Shown] = []
        for part in self.parts:
            found += [part] if isinstance(part, Shown) else part.words()
        return found

    @property
    def text(self) -> str:
        """Its words without blanks between them."""
        return "".join(word.text for word in self.words())

    def walk(self) -> Iterator[Node]:
        """It and all elements below it, in reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Node):
                yield from part.walk()

    def over(self, tag: str) -> Node | None:
        """The nearest element of a kind that it is, or is in."""
        return self if self.tag == tag else self.above.over(tag) if self.above is not None else None

    def within(self, *tags: str) -> bool:
        """Whether it, or an element above it, is one of these."""
        return self.tag in tags or (self.above is not None and self.above.within(*tags))


class Link(NamedTuple):
    """A clickable field: where it is, its element, and where it leads: the name of a point on a page.

    One that leads out of the document has no name.
    """

    box: Box
    node: Node
    name: str = ""
    page: int = -1
    y: float = 0.0


class Paper:
    """A finished file, taken apart."""

    def __init__(self, data: bytes) -> None:
        self._pdf = opened(data)
        self.sizes = [(float(page.MediaBox[2]), float(page.MediaBox[3])) for page in self._pdf.pages]
        self._numbers: dict[Any, int] = {page.objgen: index for index, page in enumerate(self._pdf.pages)}
        self._marked: list[dict[int, list[Shown]]] = []
        self.artifacts: list[Shown] = []
        for index, page in enumerate(self._pdf.pages):
            reader = _Reader(page, index)
            self._marked.append(reader.marked)
            self.artifacts += reader.artifacts
        self.root = self._node(self._pdf.Root.StructTreeRoot.K, None)

    @cached_property
    def words(self) -> list[Shown]:
        """All words of the document itself, in reading order."""
        return self.root.words()

    def all(self, *tags: str) -> list[Node]:
        """The elements of these kinds, in reading order."""
        return [node for node in self.root.walk() if node.tag in tags]

    @cached_property
    def links(self) -> list[Link]:
        """Every clickable field, page by page."""
        return list(self._links())

    def _links(self) -> Iterator[Link]:
        places = {
            bytes(names[at]): names[at + 1]
            for names in (list(kid.Names) for kid in self._pdf.Root.Names.Dests.Kids)
            for at in range(0, len(names), 2)
        }
        owners = {link.objgen: node for node in self.root.walk() for link in node.links}
        for number, page in enumerate(self._pdf.pages):
            for annotation in page.get("/Annots", []):
                left, bottom, right, top = map(float, annotation.Rect)
                link = Link(Box(number, left, bottom, right, top), owners[annotation.objgen])
                if "/Dest" in annotation:
                    name = bytes(annotation.Dest)
                    place = places[name]
                    link = link._replace(
                        name=name.decode(), page=self._numbers[place[0].objgen], y=float(place[3])
                    )
                yield link

    def _node(self, element: Any, above: Node | None) -> Node:
        node = Node(str(element.S)[1:], above, element.objgen)
        own = self._numbers[element.Pg.objgen] if "/Pg" in element else -1
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
            if not isinstance(kid, pikepdf.Dictionary):
                self._take(node, own, int(kid))
            elif kid.get("/Type") == "/MCR":
                self._take(node, self._numbers[kid.Pg.objgen], int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                node.links.append(kid.Obj)
            else:
                node.parts.append(self._node(kid, node))
        return node

    def _take(self, node: Node, page: int, mark: int) -> None:
        for word in self._marked[page].get(mark, []):
            word.owner = node
            node.parts.append(word)


Matrix = tuple[float, float, float, float]
"""Scale in x and y, and shift: nothing that briefgen prints is turned or slanted."""

PLAIN: Matrix = (1.0, 1.0, 0.0, 0.0)


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, d, e, f = inner
    return a * outer[0], d * outer[1], e * outer[0] + outer[2], f * outer[1] + outer[3]


class _Font(NamedTuple):
    widths: dict[int, float]
    usual: float
    chars: dict[int, str]


class _Reader:
    """Obeys the operators of a page."""

    def __init__(self, page: pikepdf.Page, number: int) -> None:
        self.marked: dict[int, list[Shown]] = {}
        self.artifacts: list[Shown] = []
        self._page = number
        self._fonts = {str(name): _font(font) for name, font in page.Resources.Font.items()}
        self._font, self._size, self._rise, self._apart = next(iter(self._fonts.values())), 0.0, 0.0, 0.0
        self._matrix, self._line = PLAIN, PLAIN
        self._saved: list[tuple[Any, ...]] = []
        self._open: list[int | None] = []
        for instruction in pikepdf.parse_content_stream(page):
            self._obey(str(instruction.operator), list(instruction.operands))

    def _obey(self, operator: str, operands: list[Any]) -> None:
        match operator:
            case "q":
                state = (self._matrix, self._font, self._size, self._rise, self._apart)
                self._saved.append(state)
            case "Q":
                self._matrix, self._font, self._size, self._rise, self._apart = self._saved.pop()
            case "cm":
                self._matrix = _times(_matrix(operands), self._matrix)
            case "BT":
                self._line = PLAIN
            case "Tm":
                self._line = _matrix(operands)
            case "Tf":
                self._font, self._size = self._fonts[str(operands[0])], float(operands[1])
            case "Ts":
                self._rise = float(operands[0])
            case "Tc":
                self._apart = float(operands[0])
            case "BDC":
                named = operands[1]
                self._open.append(int(named["/MCID"]) if "/MCID" in named else None)
            case "EMC":
                self._open.pop()
            case "Do":
                self._picture()
            case "TJ":
                self._show(operands[0])
            case "Tj":
                self._show(operands)

    def _show(self, pieces: Any) -> None:
        x, word = 0.0, None
        for piece in pieces:
            if not isinstance(piece, pikepdf.String):
                x -= float(piece) / 1000 * self._size
                continue
            raw = bytes(piece)
            for at in range(0, len(raw), 2):
                code = int.from_bytes(raw[at : at + 2])
                width = self._font.widths.get(code, self._font.usual) / 1000 * self._size
                char = self._font.chars[code]
                word = None if char.isspace() else self._grow(word, char, x, x + width)
                x += width + self._apart
        a, d, e, f = self._line
        self._line = a, d, e + x * a, f

    def _picture(self) -> None:
        a, d, e, f = self._matrix
        if self._open and self._open[-1] is not None:
            self.marked.setdefault(self._open[-1], []).append(
                Shown("", Box(self._page, e, f, e + a, f + d), f)
            )

    def _grow(self, word: Shown | None, char: str, left: float, right: float) -> Shown:
        a, d, e, f = _times(self._line, self._matrix)
        if word is not None:
            word.text += char
            word.box = word.box._replace(right=max(word.box.right, e + right * a))
            return word
        bottom = f + self._rise * d
        top = bottom + CAPITALS * self._size * d
        made = Shown(char, Box(self._page, e + left * a, bottom, e + right * a, top), f)
        mark = self._open[-1] if self._open else None
        if mark is None:
            self.artifacts.append(made)
        else:
            self.marked.setdefault(mark, []).append(made)
        return made


def _matrix(operands: list[Any]) -> Matrix:
    a, b, c, d, e, f = map(float, operands)
    assert b == c == 0.0, "nothing is turned or slanted"
    return a, d, e, f


def _font(font: Any) -> _Font:
    inner = font.DescendantFonts[0]
    widths: dict[int, float] = {}
    entries = list(inner.W)
    while entries:
        first, second = int(entries.pop(0)), entries.pop(0)
        if isinstance(second, pikepdf.Array):
            widths.update((first + at, float(width)) for at, width in enumerate(second))
        else:
            width = float(entries.pop(0))
            widths.update(dict.fromkeys(range(first, int(second) + 1), width))
    return _Font(widths, float(inner.get("/DW", 1000)), unicode_of(font))
