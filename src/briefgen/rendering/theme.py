"""One look for all renderers. Lengths are points, colours are `#rrggbb`."""

from __future__ import annotations

from dataclasses import field
from typing import Literal

from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageShape:
    """A page's size and the margins around its text; header and footer stand inside the margins."""

    width: float = 595.276
    height: float = 841.89
    top: float = 76.0
    bottom: float = 72.0
    left: float = 78.0
    right: float = 78.0

    @property
    def text_width(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right

    @property
    def text_height(self) -> float:
        """The height between the margins."""
        return self.height - self.top - self.bottom


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFamily:
    """A family by its name in Word and by the font files, in the fonts folder, that the PDF embeds."""

    name: str
    regular: str
    bold: str
    italic: str
    bold_italic: str


FontRole = Literal["body", "heading"]
Alignment = Literal["left", "right", "center", "justify"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TextStyle:
    """How a kind of text is set. `first` is the indent of the first line, negative to hang."""

    font: FontRole = "body"
    size: float = 10.5
    leading: float = 14.5
    before: float = 0.0
    after: float = 6.0
    bold: bool = False
    italic: bool = False
    colour: str = "#1a1a1a"
    align: Alignment = "left"
    indent: float = 0.0
    first: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """The style of each kind of text that a brief holds."""

    title: TextStyle = TextStyle(font="heading", size=25, leading=29, after=4, bold=True, colour="#14304f")
    subtitle: TextStyle = TextStyle(font="heading", size=13, leading=17, after=10, colour="#51606e")
    facts: TextStyle = TextStyle(font="heading", size=9, leading=12.5, after=14, colour="#51606e")
    heading1: TextStyle = TextStyle(
        font="heading", size=15, leading=19, before=20, after=6, bold=True, colour="#14304f"
    )
    heading2: TextStyle = TextStyle(
        font="heading", size=12, leading=16, before=14, after=4, bold=True, colour="#14304f"
    )
    heading3: TextStyle = TextStyle(
        font="heading", size=10.5, leading=14.5, before=10, after=3, bold=True, colour="#2f4052"
    )
    body: TextStyle = TextStyle(align="justify")
    list: TextStyle = TextStyle(align="left", after=3, indent=16, first=-12)
    quotation: TextStyle = TextStyle(italic=True, indent=20, before=4, after=4, leading=14.5)
    attribution: TextStyle = TextStyle(
        font="heading", size=9, leading=12, indent=20, after=9, colour="#51606e"
    )
    callout: TextStyle = TextStyle(size=10.5, leading=14.5, after=2)
    callout_label: TextStyle = TextStyle(
        font="heading", size=8, leading=11, after=2, bold=True, colour="#14304f"
    )
    callout_details: TextStyle = TextStyle(font="heading", size=9, leading=12.5, after=0, colour="#2f4052")
    caption: TextStyle = TextStyle(font="heading", size=9, leading=12, before=8, after=4, bold=True)
    table_header: TextStyle = TextStyle(font="heading", size=8.5, leading=11.5, after=0, bold=True)
    table_cell: TextStyle = TextStyle(font="heading", size=8.5, leading=11.5, after=0)
    note: TextStyle = TextStyle(size=8.5, leading=11, after=2)
    entry: TextStyle = TextStyle(size=9, leading=12.5, after=5, indent=14, first=-14)
    remark: TextStyle = TextStyle(font="heading", size=8.5, leading=11.5, before=2, after=8, colour="#51606e")
    contents: TextStyle = TextStyle(font="heading", size=9.5, leading=14, after=0)
    running: TextStyle = TextStyle(font="heading", size=8, leading=10, after=0, colour="#51606e")
    marking: TextStyle = TextStyle(font="heading", size=12, leading=14, after=0, bold=True, align="right")


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """Colours that are not a text's own. `series` are those of charts, apart also in grey."""

    accent: str = "#14304f"
    rule: str = "#b9c2cb"
    table_header: str = "#e8edf2"
    callout: str = "#f3f6f9"
    link: str = "#1f4e79"
    series: tuple[str, ...] = ("#14304f", "#c05a1c", "#5b8db8", "#8a8f3c", "#7a4f8c")


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """A look. A brief of `contents_from` headings or more gets a table of contents.

    With `embed_in_word` a Word file carries the fonts of `body` and `heading`, as a PDF always does.
    """

    name: str = "house"
    page: PageShape = PageShape()
    body: FontFamily = FontFamily(
        name="Source Serif 4",
        regular="SourceSerif4-Regular.ttf",
        bold="SourceSerif4-Bold.ttf",
        italic="SourceSerif4-Italic.ttf",
        bold_italic="SourceSerif4-BoldItalic.ttf",
    )
    heading: FontFamily = FontFamily(
        name="Source Sans 3",
        regular="SourceSans3-Regular.ttf",
        bold="SourceSans3-Bold.ttf",
        italic="SourceSans3-Italic.ttf",
        bold_italic="SourceSans3-BoldItalic.ttf",
    )
    fallback: tuple[str, ...] = ("NotoSansKR-Regular.ttf",)
    east_asian: str = "Malgun Gothic"
    embed_in_word: bool = True
    styles: Styles = Styles()
    colours: Colours = field(default_factory=Colours)
    contents_from: int = 12
