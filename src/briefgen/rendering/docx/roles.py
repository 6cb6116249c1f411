"""Which Word style each kind of text wears.

Roles have the styles that Word itself has for them, where there is one, so that the navigation pane, the
contents and the styles pane work as an author expects.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields

from briefgen.values import dataclass

LEVELS_OF_LISTS = 5
"""Word has list styles for five levels; deeper lists wear the fifth."""


def _levels(style: str) -> tuple[str, ...]:
    return (style, *(f"{style}{level}" for level in range(2, LEVELS_OF_LISTS + 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleIds:
    """The ids of a file's styles by role; where a role has levels, from the first on."""

    title: str = "Title"
    subtitle: str = "Subtitle"
    facts: str = "Facts"
    heading: tuple[str, ...] = ("Heading1", "Heading2", "Heading3", "Heading4")
    body: str = "BodyText"
    bullet: tuple[str, ...] = _levels("ListBullet")
    number: tuple[str, ...] = _levels("ListNumber")
    further: tuple[str, ...] = _levels("ListContinue")
    quotation: str = "Quote"
    attribution: str = "Attribution"
    callout_label: str = "CalloutLabel"
    callout: str = "Callout"
    callout_details: str = "CalloutDetails"
    caption: str = "Caption"
    figure: str = "Figure"
    table: str = "BriefTable"
    table_header: str = "TableHeading"
    table_cell: str = "TableText"
    box_end: str = "BoxEnd"
    note: str = "FootnoteText"
    note_mark: str = "FootnoteReference"
    entry: str = "Bibliography"
    remark: str = "Remark"
    contents_heading: str = "TOCHeading"
    contents: tuple[str, ...] = ("TOC1", "TOC2", "TOC3")
    header: str = "Header"
    footer: str = "Footer"
    marking: str = "Marking"
    emphasis: str = "Emphasis"
    strong: str = "Strong"
    strong_emphasis: str = "IntenseEmphasis"
    label: str = "Label"
    link: str = "Hyperlink"


def by_role(styles: StyleIds) -> Iterator[tuple[str, str]]:
    """Each role and the id of its style; roles with levels are numbered, as in `heading1`."""
    for field in fields(styles):
        held = getattr(styles, field.name)
        if isinstance(held, str):
            yield field.name, held
        else:
            for level, style in enumerate(held, 1):
                yield f"{field.name}{level}", style


def from_roles(found: Mapping[str, str]) -> StyleIds:
    """The style ids of a mapping that names every role, as `by_role` does."""
    values: dict[str, str | tuple[str, ...]] = {}
    for field in fields(StyleIds):
        if field.name in found:
            values[field.name] = found[field.name]
        else:
            levels = sorted(role for role in found if role.rstrip("0123456789") == field.name)
            values[field.name] = tuple(found[role] for role in levels)
    return StyleIds(**values)  # type: ignore[arg-type]


def _numbered(style: str, name: str) -> dict[str, str]:
    levels = range(2, LEVELS_OF_LISTS + 1)
    return {style: name} | {f"{style}{level}": f"{name} {level}" for level in levels}


WORDS_OWN = {
    "Title": "Title",
    "Subtitle": "Subtitle",
    **{f"Heading{level}": f"heading {level}" for level in range(1, 5)},
    "BodyText": "Body Text",
    **_numbered("ListBullet", "List Bullet"),
    **_numbered("ListNumber", "List Number"),
    **_numbered("ListContinue", "List Continue"),
    "Quote": "Quote",
    "Caption": "caption",
    "FootnoteText": "footnote text",
    "FootnoteReference": "footnote reference",
    "Bibliography": "Bibliography",
    "TOCHeading": "TOC Heading",
    **{f"TOC{level}": f"toc {level}" for level in range(1, 4)},
    "Header": "header",
    "Footer": "footer",
    "Emphasis": "Emphasis",
    "Strong": "Strong",
    "IntenseEmphasis": "Intense Emphasis",
    "Hyperlink": "Hyperlink",
}
"""The names of styles that Word has by itself, by the ids it gives them."""

_BRIEFS_OWN = {
    "Facts": "Facts",
    "Attribution": "Attribution",
    "CalloutLabel": "Callout Label",
    "Callout": "Callout",
    "CalloutDetails": "Callout Details",
    "Figure": "Figure",
    "BriefTable": "Brief Table",
    "TableHeading": "Table Heading",
    "TableText": "Table Text",
    "BoxEnd": "Box End",
    "Remark": "Remark",
    "Marking": "Marking",
    "Label": "Label",
}

STYLE_NAMES = WORDS_OWN | _BRIEFS_OWN
"""The name that an author sees of each style, by its id."""
