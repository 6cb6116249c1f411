"""The theme as Word styles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefgen.rendering.docx.languages import is_east_asian
from briefgen.rendering.docx.markup import HEAD, NAMESPACES, escaped, half_points, hex_colour, twips
from briefgen.rendering.docx.numbering import BULLETS, NUMBERS, item_of, list_indent
from briefgen.rendering.docx.roles import LEVELS_OF_LISTS, STYLE_NAMES, WORDS_OWN, StyleIds
from briefgen.rendering.theme import FontFamily, TextStyle, Theme

OWN = StyleIds()
"""The ids of the styles that the theme makes."""

PAD = 7.0
"""Points between the edge of a callout and its words."""

_BAR = 3.0
CALLOUT_INDENT = PAD + _BAR
"""Points from the margin to the words of a callout."""

_ROOMY = 1.37
"""The height of a line, in font sizes, that common fonts ask for by themselves."""

_ORDER = (
    *("keepNext", "keepLines", "numPr", "pBdr", "shd", "tabs", "suppressAutoHyphens"),
    *("spacing", "ind", "contextualSpacing", "jc", "outlineLvl"),
)
"""The properties that styles use, in the order of the schema (CT_PPrBase)."""

Style = tuple[str, str]
"""A style's id and its definition."""


def styles_part(theme: Theme, language: str) -> str:
    """The whole styles part: defaults, and a style for each role."""
    return (
        f"{HEAD}<w:styles {NAMESPACES}>"
        + _defaults(theme, language)
        + '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
        ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
        + "".join(definition for _, definition in (*_foundations(theme), *style_definitions(theme)))
        + "</w:styles>"
    )


def style_definitions(theme: Theme) -> Iterator[Style]:
    """The style of each role; all rest on Word's four default styles alone."""
    yield from _front_styles(theme)
    yield from _text_styles(theme)
    yield from _list_styles(theme)
    yield from _callout_styles(theme)
    yield from _table_styles(theme)
    yield from _contents_styles(theme)
    yield from _running_styles(theme)
    yield from _character_styles(theme)


def text_width(theme: Theme) -> float:
    """Points between the margins of an upright page."""
    return theme.page.width - theme.page.left - theme.page.right


def _defaults(theme: Theme, language: str) -> str:
    tag = escaped(language) or "en-GB"
    eastern = tag if is_east_asian(language) else "ko-KR"
    size = half_points(theme.styles.body.size)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(theme.body, theme)}"
        f'<w:kern w:val="2"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{tag}" w:eastAsia="{eastern}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        "<w:pPrDefault><w:pPr><w:widowControl/></w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _foundations(theme: Theme) -> Iterator[Style]:
    normal = replace(theme.styles.body, after=0, align="left")
    yield (
        "Normal",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{_layout(normal)}</w:pPr><w:rPr>{_letters(normal, theme)}</w:rPr></w:style>",
    )
    yield (
        "DefaultParagraphFont",
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>',
    )
    yield (
        "TableNormal",
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/>'
        '<w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>',
    )
    yield (
        "NoList",
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>',
    )


def _front_styles(theme: Theme) -> Iterator[Style]:
    styles = theme.styles
    keep, steady = "<w:keepNext/>", "<w:suppressAutoHyphens/>"
    yield _paragraph(OWN.title, styles.title, theme, OWN.subtitle, keepNext=keep, suppressAutoHyphens=steady)
    yield _paragraph(
        OWN.subtitle, styles.subtitle, theme, OWN.facts, keepNext=keep, suppressAutoHyphens=steady
    )
    yield _paragraph(OWN.facts, styles.facts, theme, OWN.body)


def _text_styles(theme: Theme) -> Iterator[Style]:
    styles = theme.styles
    headings = (styles.heading1, styles.heading2, styles.heading3, styles.heading3)
    for level, (style, look) in enumerate(zip(OWN.heading, headings, strict=True)):
        yield _paragraph(
            style,
            look,
            theme,
            OWN.body,
            keepNext="<w:keepNext/>",
            keepLines="<w:keepLines/>",
            suppressAutoHyphens="<w:suppressAutoHyphens/>",
            outlineLvl=f'<w:outlineLvl w:val="{level}"/>',
        )
    yield _paragraph(OWN.body, styles.body, theme)
    yield _paragraph(OWN.quotation, styles.quotation, theme)
    yield _paragraph(OWN.attribution, styles.attribution, theme, OWN.body)
    yield _paragraph(OWN.caption, styles.caption, theme, OWN.body)
    yield _paragraph(
        OWN.figure,
        replace(styles.body, align="left"),
        theme,
        OWN.caption,
        keepNext="<w:keepNext/>",
        spacing='<w:spacing w:before="280" w:after="240" w:line="240" w:lineRule="auto"/>',
    )
    yield _paragraph(OWN.note, styles.note, theme)
    # A hyphen put in would become part of an address or digest.
    yield _paragraph(OWN.entry, styles.entry, theme, suppressAutoHyphens="<w:suppressAutoHyphens/>")
    yield _paragraph(OWN.remark, styles.remark, theme, OWN.body)


def _list_styles(theme: Theme) -> Iterator[Style]:
    for level in range(LEVELS_OF_LISTS):
        look = replace(theme.styles.list, indent=list_indent(theme, level))
        for style, listed in ((OWN.bullet[level], BULLETS), (OWN.number[level], NUMBERS)):
            yield _paragraph(style, look, theme, numPr=item_of(listed, level))
        yield _paragraph(OWN.further[level], replace(look, first=0), theme)


def _callout_styles(theme: Theme) -> Iterator[Style]:
    """Three paragraphs that read as one box.

    The padding is made of borders in the colour of the ground, for Word shades those but not the space
    between paragraphs.
    """
    fill, styles = theme.colours.callout, theme.styles
    left = _border("left", _BAR, PAD, theme.colours.accent)
    right = _border("right", 0.5, PAD, fill)
    head = f"<w:pBdr>{_border('top', 0.5, PAD - 1, fill)}{left}{right}</w:pBdr>"
    rest = f"<w:pBdr>{left}{_border('bottom', 0.5, PAD - 3, fill)}{right}</w:pBdr>"
    shade = _shade(fill)
    frame = f'<w:ind w:left="{twips(CALLOUT_INDENT)}" w:right="{twips(PAD)}"/>'
    label = replace(styles.callout_label, before=0, after=0)
    yield _paragraph(
        OWN.callout_label, label, theme, OWN.callout,
        keepNext="<w:keepNext/>", pBdr=head, shd=shade, ind=frame,
    )  # fmt: skip
    text = replace(styles.callout, before=0, after=0)
    yield _paragraph(
        OWN.callout, text, theme, OWN.callout_details,
        keepLines="<w:keepLines/>", pBdr=rest, shd=shade, ind=frame,
    )  # fmt: skip
    details = replace(styles.callout_details, before=0, after=0)
    yield _paragraph(
        OWN.callout_details, details, theme, OWN.body,
        keepLines="<w:keepLines/>", pBdr=rest, shd=shade, ind=frame,
    )  # fmt: skip


def _table_styles(theme: Theme) -> Iterator[Style]:
    styles = theme.styles
    yield _paragraph(
        OWN.table_header, styles.table_header, theme,
        keepNext="<w:keepNext/>", suppressAutoHyphens="<w:suppressAutoHyphens/>",
    )  # fmt: skip
    yield _paragraph(OWN.table_cell, styles.table_cell, theme)
    yield _paragraph(OWN.box_end, TextStyle(size=2, leading=2, after=6), theme, OWN.body)
    rule, accent = theme.colours.rule, theme.colours.accent
    yield (
        OWN.table,
        f'<w:style w:type="table"{_named(OWN.table)}'
        '<w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders>'
        + _border("top", 1, 0, accent)
        + _border("bottom", 1, 0, accent)
        + _border("insideH", 0.5, 0, rule)
        + '</w:tblBorders><w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="90" w:type="dxa"/>'
        '<w:bottom w:w="60" w:type="dxa"/><w:right w:w="90" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders>'
        + _border("bottom", 1, 0, accent)
        + f"</w:tcBorders>{_shade(theme.colours.table_header)}"
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        "</w:style>",
    )


def _contents_styles(theme: Theme) -> Iterator[Style]:
    heading = theme.styles.heading2
    yield _paragraph(OWN.contents_heading, heading, theme, OWN.body, keepNext="<w:keepNext/>")
    edge = twips(text_width(theme))
    for level, style in enumerate(OWN.contents):
        yield _paragraph(
            style,
            replace(theme.styles.contents, indent=12.0 * level, bold=level == 0),
            theme,
            tabs=f'<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="{edge}"/></w:tabs>',
            suppressAutoHyphens="<w:suppressAutoHyphens/>",
        )


def _running_styles(theme: Theme) -> Iterator[Style]:
    edge = f'<w:tabs><w:tab w:val="right" w:pos="{twips(text_width(theme))}"/></w:tabs>'
    yield _paragraph(OWN.header, theme.styles.running, theme, tabs=edge)
    yield _paragraph(OWN.footer, theme.styles.running, theme, tabs=edge)


def _character_styles(theme: Theme) -> Iterator[Style]:
    styles = theme.styles
    yield _character(OWN.emphasis, "<w:i/><w:iCs/>")
    yield _character(OWN.strong, "<w:b/><w:bCs/>")
    yield _character(OWN.strong_emphasis, "<w:b/><w:bCs/><w:i/><w:iCs/>")
    yield _character(OWN.label, "")
    link = hex_colour(theme.colours.link)
    yield _character(OWN.link, f'<w:color w:val="{link}"/><w:u w:val="single" w:color="{link}"/>')
    yield _character(OWN.note_mark, '<w:vertAlign w:val="superscript"/>')
    yield _character(OWN.marking, _letters(styles.marking, theme))


def _paragraph(style: str, look: TextStyle, theme: Theme, following: str = "", **properties: str) -> Style:
    return style, (
        f'<w:style w:type="paragraph"{_named(style)}'
        '<w:basedOn w:val="Normal"/>'
        + (f'<w:next w:val="{following}"/>' if following else "")
        + f'<w:uiPriority w:val="9"/><w:qFormat/><w:pPr>{_layout(look, **properties)}</w:pPr>'
        f"<w:rPr>{_letters(look, theme)}</w:rPr></w:style>"
    )


def _character(style: str, properties: str) -> Style:
    return style, (
        f'<w:style w:type="character"{_named(style)}'
        '<w:basedOn w:val="DefaultParagraphFont"/><w:uiPriority w:val="20"/><w:qFormat/>'
        f"<w:rPr>{properties}</w:rPr></w:style>"
    )


def _named(style: str) -> str:
    custom = "" if style in WORDS_OWN else ' w:customStyle="1"'
    return f'{custom} w:styleId="{style}"><w:name w:val="{STYLE_NAMES[style]}"/>'


_JUSTIFICATION = {"left": "left", "right": "right", "center": "center", "justify": "both"}


def _layout(look: TextStyle, **properties: str) -> str:
    found = {"spacing": _spacing(look), "ind": _indent(look)} | properties
    found["jc"] = f'<w:jc w:val="{_JUSTIFICATION[look.align]}"/>'
    return "".join(found.get(name, "") for name in _ORDER)


def _spacing(look: TextStyle) -> str:
    rule = "atLeast" if look.leading >= _ROOMY * look.size else "exact"
    return (
        f'<w:spacing w:before="{twips(look.before)}" w:after="{twips(look.after)}"'
        f' w:line="{twips(look.leading)}" w:lineRule="{rule}"/>'
    )


def _indent(look: TextStyle) -> str:
    first = f'w:hanging="{twips(-look.first)}"' if look.first < 0 else f'w:firstLine="{twips(look.first)}"'
    return f'<w:ind w:left="{twips(look.indent)}" w:right="0" {first}/>'


def _letters(look: TextStyle, theme: Theme) -> str:
    family = theme.body if look.font == "body" else theme.heading
    size = half_points(look.size)
    return (
        _fonts(family, theme)
        + ("<w:b/><w:bCs/>" if look.bold else "")
        + ("<w:i/><w:iCs/>" if look.italic else "")
        + f'<w:color w:val="{hex_colour(look.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
    )


def _fonts(family: FontFamily, theme: Theme) -> str:
    name = escaped(family.name)
    eastern = escaped(theme.east_asian)
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}" w:eastAsia="{eastern}" w:cs="{name}"/>'


def _shade(colour: str) -> str:
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{hex_colour(colour)}"/>'


def _border(side: str, width: float, space: float, colour: str) -> str:
    return (
        f'<w:{side} w:val="single" w:sz="{round(width * 8)}" w:space="{round(space)}"'
        f' w:color="{hex_colour(colour)}"/>'
    )
