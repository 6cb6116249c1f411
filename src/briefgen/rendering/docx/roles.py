"""Which Word style each kind of text wears.

Roles have the names of Word's own styles where Word has one, so that the navigation pane, the contents and
the styles pane work as an author expects.
"""

from __future__ import annotations

from dataclasses import dataclass

LEVELS_OF_LISTS = 5
"""Word has list styles for five levels; deeper lists wear the fifth."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StyleIds:
    """The ids of a file's styles by role; where a role has levels, from the first on."""

    title: str = "Title"
    subtitle: str = "Subtitle"
    facts: str = "Facts"
    heading: tuple[str, ...] = ("Heading1", "Heading2", "Heading3", "Heading4")
    body: str = "BodyText"
    bullet: tuple[str, ...] = ("ListBullet", "ListBullet2", "ListBullet3", "ListBullet4", "ListBullet5")
    number: tuple[str, ...] = ("ListNumber", "ListNumber2", "ListNumber3", "ListNumber4", "ListNumber5")
    further: tuple[str, ...] = (
        "ListContinue",
        "ListContinue2",
        "ListContinue3",
        "ListContinue4",
        "ListContinue5",
    )
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
    table_end: str = "TableEnd"
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
