"""Native lists: one definition of bullets, one of numbers, and a count of its own for each numbered list."""

from __future__ import annotations

from briefgen.model.document import List
from briefgen.rendering.docx.markup import twips
from briefgen.rendering.docx.roles import StyleIds
from briefgen.rendering.theme import Theme

BULLETS, NUMBERS = 1, 2
"""The lists that the list styles themselves belong to, in files of briefgen's own making."""

_LEVELS = 9
"""Levels that Word knows; deeper lists stay on the last."""

_BULLETS = "•–▪"


class Numbering:
    """Gives each list its number in the numbering part.

    `first_abstract` and `first` are the lowest ids that are free, where other lists are already defined.
    """

    def __init__(self, theme: Theme, first_abstract: int = 0, first: int = BULLETS) -> None:
        self._theme = theme
        self._bullets, self._numbers = first_abstract, first_abstract + 1
        self._first = first
        self._instances = [_instance(first, self._bullets), _instance(first + 1, self._numbers)]

    def properties(self, block: List, level: int) -> str:
        """`w:numPr` for the items of a list; ask once a list. `level` counts from 0."""
        level = min(level, _LEVELS - 1)
        number = self._first
        if block.ordered:
            number = self._first + len(self._instances)
            start = f'<w:startOverride w:val="{max(0, block.start)}"/>'
            override = f'<w:lvlOverride w:ilvl="{level}">{start}</w:lvlOverride>'
            self._instances.append(_instance(number, self._numbers, override))
        return item_of(number, level)

    def definitions(self, styles: StyleIds) -> str:
        """The two definitions, which precede all instances."""
        return _definition(self._theme, self._bullets, "bullet", styles.bullet) + _definition(
            self._theme, self._numbers, "decimal", styles.number
        )

    def instances(self) -> str:
        """All lists so far."""
        return "".join(self._instances)


def item_of(number: int, level: int) -> str:
    """The property that makes a paragraph an item of a list; `level` counts from 0."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def list_indent(theme: Theme, level: int) -> float:
    """Points from the margin to the words of a list; `level` counts from 0."""
    look = theme.styles.list
    return look.indent + level * max(look.indent, -look.first)


def _instance(number: int, definition: int, override: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/>{override}</w:num>'


def _definition(theme: Theme, number: int, form: str, styles: tuple[str, ...]) -> str:
    hanging = twips(max(-theme.styles.list.first, 0))
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        + (f'<w:pStyle w:val="{styles[level]}"/>' if level < len(styles) else "")
        + f'<w:lvlText w:val="{_BULLETS[level % 3] if form == "bullet" else f"%{level + 1}."}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{twips(list_indent(theme, level))}"'
        f' w:hanging="{hanging}"/></w:pPr></w:lvl>'
        for level in range(_LEVELS)
    )
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="multilevel"/>{levels}'
        "</w:abstractNum>"
    )
