"""What pages are filled with: blocks of lines, table rows, pictures and space, each of a known height."""

from __future__ import annotations

from dataclasses import field
from typing import TypeAlias

from briefgen.rendering.pdf.lines import Line
from briefgen.rendering.pdf.structure import Element
from briefgen.rendering.pdf.typecase import Look
from briefgen.values import dataclass


@dataclass(slots=True, kw_only=True, eq=False)
class Words:
    """A line with the elements that it and its label, if any, belong to."""

    line: Line
    element: Element
    height: float
    notes: tuple[str, ...]
    lead_element: Element | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class CellBox:
    """A cell of a row: where it stands in the row, its lines, and what it is."""

    x: float
    lines: list[Line]
    element: Element


@dataclass(slots=True, kw_only=True, eq=False)
class Row:
    """A table row, or one slice of it where it is too tall for a page.

    Its words begin `pad` below its top. `ruled` says that a rule closes it, `below` points above its end.
    """

    cells: list[CellBox]
    height: float
    notes: tuple[str, ...]
    pad: float
    header: bool
    ruled: bool = True
    below: float = 0.0


@dataclass(slots=True, kw_only=True, eq=False)
class Space:
    """Height without words, such as the padding of a tinted box."""

    height: float
    notes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class Picture:
    """A figure: the operators that paint it, in points, y upwards, from its lower left corner."""

    height: float
    width: float
    operators: str
    element: Element
    notes: tuple[str, ...] = ()


@dataclass(slots=True, kw_only=True, eq=False)
class Entry:
    """A line of the contents; the last of an entry names the place whose page number it shows."""

    line: Line
    element: Element
    height: float
    place: str
    look: Look
    notes: tuple[str, ...] = ()


Unit: TypeAlias = Words | Row | Space | Picture | Entry


@dataclass(slots=True, kw_only=True, eq=False)
class Block:
    """Units that belong together.

    `orphans` and `widows` are the fewest units on either side of a page break, `whole` asks for none, and
    `heads_on` for no break between this block and the next. Of `least` units none is parted from the others
    even where no page has room for more: fewer would show nothing. `header` is repeated on top of each later
    page. `places` are the names under which links find the block; `bookmark` is its level and words in the
    outline. `waits` asks to be painted last, when every page number is known. `closes` are the elements that
    are complete once the block has been painted.
    """

    units: list[Unit]
    element: Element
    x: float
    width: float
    before: float
    after: float
    orphans: int = 2
    widows: int = 2
    least: int = 1
    whole: bool = False
    heads_on: bool = False
    header: Row | None = None
    tint: str = ""
    bar: str = ""
    places: tuple[str, ...] = ()
    bookmark: tuple[int, str] | None = None
    waits: bool = False
    closes: list[Element] = field(default_factory=list)
