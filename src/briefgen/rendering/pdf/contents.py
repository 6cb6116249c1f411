"""The table of contents: an entry for each heading, a leader, and the page where the heading stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.model.document import Document, Heading, Text, blocks_of, plain
from briefgen.rendering.pdf.boxes import Block, Entry, Unit, Words
from briefgen.rendering.pdf.lines import Compositor, Measure
from briefgen.rendering.pdf.structure import Element, StructureTree
from briefgen.rendering.pdf.typecase import Target, clean
from briefgen.rendering.theme import Theme
from briefgen.text.wording import furniture_of

DEEPEST = 3
_INDENT = 14.0
_ROOM_FOR_NUMBER = 34.0


def headings_of(document: Document) -> list[Heading]:
    """The headings that contents list, in order."""
    return [block for block in blocks_of(document) if isinstance(block, Heading) and block.level <= DEEPEST]


def set_contents(
    document: Document,
    theme: Theme,
    compositor: Compositor,
    tree: StructureTree,
    parent: Element,
    width: float,
) -> Iterator[Block]:
    """The blocks of the contents, where the document has headings enough to want them."""
    headings = headings_of(document)
    has_levels = any(heading.level > 1 for heading in headings)
    if len(headings) < theme.contents_from:
        return
    styles = theme.styles
    title = tree.element("P", parent)
    style = replace(styles.heading2, align="left")
    words = furniture_of(document.language).contents
    segments = compositor.composer.segments((Text(text=words),), style)
    lines = compositor.lines(segments, style, Measure(width=width, align="left"))
    yield Block(
        units=[Words(line=line, element=title, height=line.height, notes=()) for line in lines],
        element=title,
        x=0.0,
        width=width,
        before=style.before,
        after=style.after,
        whole=True,
        heads_on=True,
    )
    element = tree.element("TOC", parent)
    units = [
        unit
        for heading in headings
        for unit in _entry(
            heading, has_levels and heading.level == 1, theme, compositor, tree, element, width
        )
    ]
    yield Block(
        units=units,
        element=element,
        x=0.0,
        width=width,
        before=0.0,
        after=styles.body.after * 2,
        waits=True,
    )


def _entry(
    heading: Heading,
    bold: bool,
    theme: Theme,
    compositor: Compositor,
    tree: StructureTree,
    parent: Element,
    width: float,
) -> Iterator[Unit]:
    style = theme.styles.contents
    words = clean(plain(heading.inlines))
    indent = style.indent + _INDENT * (heading.level - 1)
    look = compositor.composer.typecase.look(
        style,
        bold=style.bold or bold,
        target=Target(role="contents", place=heading.id, words=words),
    )
    measure = Measure(width=width - _ROOM_FOR_NUMBER, align="left", indent=indent + _INDENT, first=-_INDENT)
    lines = compositor.lines([compositor.composer.words(look, words)], style, measure)
    reference = tree.element("Reference", tree.element("TOCI", parent))
    for number, line in enumerate(lines, 1):
        yield Entry(
            line=line,
            element=reference,
            height=line.height,
            place=heading.id if number == len(lines) else "",
            look=compositor.composer.typecase.look(style, target=look.target),
        )
