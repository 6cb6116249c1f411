"""What a Word file's styles and numbering say of a paragraph or run: heading, list item, bold, italic."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.drafts.word.elements import local_name, number_of, switched, value_of, w
from briefgen.drafts.word.package import Package
from briefgen.text.tokens import PLAIN, Attributes

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)
_DEEPEST_CHAIN = 20

_SWITCHES = {"b": "strong", "i": "emphasis", "strike": "struck", "dstrike": "struck", "vanish": "hidden"}
_VALUES = {"u": "underlined", "highlight": "highlighted", "vertAlign": "raised"}
_NOTE_MARKS = frozenset(("footnote reference", "footnote anchor", "endnote reference", "endnote anchor"))
_UNSET = frozenset(("", "none", "baseline", "auto"))


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """Styles by id, and the formats of numbering levels by number and level."""

    styles: dict[str, _Element]
    formats: dict[tuple[str, int], str]
    standard: str

    @classmethod
    def of(cls, package: Package) -> StyleSheet:
        """The style sheet of a package."""
        root = package.xml(package.related("styles"))
        found = {} if root is None else {value_of(style, "styleId"): style for style in root.iter(w("style"))}
        standard = next(
            (
                name
                for name, style in found.items()
                if value_of(style, "type") == "paragraph" and value_of(style, "default") in ("1", "true")
            ),
            "",
        )
        return cls(styles=found, formats=dict(_formats(package)), standard=standard)

    def name(self, style: str) -> str:
        """The name under which editors show a style; Word's own have English names in files."""
        found = self.styles.get(style)
        return style if found is None else value_of(found.find(w("name"))) or style

    def style_of(self, paragraph: _Element) -> str:
        """The id of a paragraph's style."""
        properties = paragraph.find(w("pPr"))
        given = "" if properties is None else value_of(properties.find(w("pStyle")))
        return given or self.standard

    def heading_level(self, paragraph: _Element) -> int:
        """1 to 4 for headings, 0 for other paragraphs."""
        for properties in self._paragraph_chain(paragraph):
            level = number_of(properties.find(w("outlineLvl")))
            if level is not None:
                return min(level + 1, 4) if level < 9 else 0
        named = _HEADING.fullmatch(self.name(self.style_of(paragraph)))
        return min(int(named[1]), 4) if named else 0

    def list_level(self, paragraph: _Element) -> tuple[int, bool] | None:
        """The depth of a list item, from 0, and whether it is numbered; None for other paragraphs."""
        number, level = "", None
        for properties in self._paragraph_chain(paragraph):
            found = properties.find(w("numPr"))
            if found is None:
                continue
            number = number or value_of(found.find(w("numId")))
            level = number_of(found.find(w("ilvl"))) if level is None else level
        if number in ("", "0"):
            return None
        form = self.formats.get((number, level or 0), "")
        return None if form == "none" else (level or 0, form not in ("bullet", ""))

    def attributes(self, run: _Element) -> Attributes:
        """How a run is set, by itself or by its character style."""
        own = run.find(w("rPr"))
        if own is None:
            return PLAIN
        chain = list(self._run_chain(run))
        found = {
            (name, "")
            for switch, name in _SWITCHES.items()
            if _first(chain, switch) and not self._is_the_paragraphs(run, chain, switch)
        }
        for switch, name in _VALUES.items():
            value = value_of(own.find(w(switch)))
            if value not in _UNSET:
                found.add((name, value))
        return frozenset(found)

    def _is_the_paragraphs(self, run: _Element, chain: list[_Element], switch: str) -> bool:
        """Whether a run repeats what its paragraph's style says, as LibreOffice has it behind contents."""
        if not switched(chain[0], switch) or _first(chain[1:], switch):
            return False
        paragraph = next(run.iterancestors(w("p")), None)
        return paragraph is not None and _first(list(self._chain(self.style_of(paragraph), "rPr")), switch)

    def is_note_mark(self, run: _Element) -> bool:
        """Whether a run is set like the mark of a note."""
        properties = run.find(w("rPr"))
        style = "" if properties is None else value_of(properties.find(w("rStyle")))
        return bool(style) and self.name(style).lower() in _NOTE_MARKS

    def _paragraph_chain(self, paragraph: _Element) -> Iterator[_Element]:
        properties = paragraph.find(w("pPr"))
        if properties is not None:
            yield properties
        yield from self._chain(self.style_of(paragraph), "pPr")

    def _run_chain(self, run: _Element) -> Iterator[_Element]:
        properties = run.find(w("rPr"))
        if properties is not None:
            yield properties
            yield from self._chain(value_of(properties.find(w("rStyle"))), "rPr")

    def _chain(self, style: str, wanted: str) -> Iterator[_Element]:
        for _ in range(_DEEPEST_CHAIN):
            found = self.styles.get(style)
            if found is None:
                return
            properties = found.find(w(wanted))
            if properties is not None:
                yield properties
            style = value_of(found.find(w("basedOn")))


def _first(chain: list[_Element], switch: str) -> bool:
    return next((value for held in chain if (value := switched(held, switch)) is not None), False)


def _formats(package: Package) -> Iterator[tuple[tuple[str, int], str]]:
    root = package.xml(package.related("numbering"))
    if root is None:
        return
    abstract = {value_of(found, "abstractNumId"): found for found in root.iter(w("abstractNum"))}
    for number in root.iter(w("num")):
        levels = abstract.get(value_of(number.find(w("abstractNumId"))))
        for holder in (levels, *number.iter(w("lvlOverride"))):
            for level in () if holder is None else holder.iter(w("lvl")):
                if local_name(level) == "lvl":
                    form = value_of(level.find(w("numFmt")))
                    yield (value_of(number, "numId"), number_of(level, "ilvl") or 0), form
