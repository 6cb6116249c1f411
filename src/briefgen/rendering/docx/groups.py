"""Charts as a group of Word's own shapes: crisp at any size, and open to an editor."""

from __future__ import annotations

from typing import assert_never

from briefgen.rendering.charts import Dot, Drawing, Label, Line, Polyline, Rect, Shape
from briefgen.rendering.charts.lettering import text_width
from briefgen.rendering.docx.markup import emu, escaped, half_points, hex_colour, inline_markup, twips
from briefgen.rendering.theme import Theme

_WORDPROCESSING = "http://schemas.microsoft.com/office/word/2010/wordprocessing"
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_LINE = 1.25
"""The height of a label's line in font sizes; editors set its baseline at four fifths of an exact line."""


def group_markup(drawing: Drawing, theme: Theme, *, number: int, alternative: str) -> str:
    """A run that holds the drawing; its shapes are numbered from `number` on.

    Word before 2010 shows the alternative words.
    """
    extent = f'cx="{emu(drawing.width)}" cy="{emu(drawing.height)}"'
    place = f'<a:off x="0" y="0"/><a:ext {extent}/><a:chOff x="0" y="0"/><a:chExt {extent}/>'
    shapes = "".join(_shape(shape, theme, number + at) for at, shape in enumerate(drawing.shapes, 1))
    drawn = inline_markup(
        f'<a:graphicData uri="{_WORDPROCESSING}Group"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm>{place}'
        f"</a:xfrm></wpg:grpSpPr>{shapes}</wpg:wgp></a:graphicData>",
        extent,
        number=number,
        alternative=alternative,
    )
    return (
        f'<w:r><mc:AlternateContent xmlns:mc="{_COMPATIBILITY}"><mc:Choice xmlns:wpg="{_WORDPROCESSING}Group"'
        f' xmlns:wps="{_WORDPROCESSING}Shape" Requires="wpg">{drawn}</mc:Choice>'
        f'<mc:Fallback><w:t xml:space="preserve">{alternative}</w:t></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def _shape(shape: Shape, theme: Theme, number: int) -> str:
    match shape:
        case Rect():
            place = _place(shape.x, shape.y, shape.width, shape.height)
            return _drawn(number, place, _preset("rect"), _fill(shape.fill) + _NO_LINE)
        case Dot():
            place = _place(shape.x - shape.radius, shape.y - shape.radius, 2 * shape.radius, 2 * shape.radius)
            return _drawn(number, place, _preset("ellipse"), _fill(shape.fill) + _NO_LINE)
        case Line():
            return _drawn(number, *_path(((shape.x1, shape.y1), (shape.x2, shape.y2))), _stroke(shape))
        case Polyline():
            return _drawn(number, *_path(shape.points), _stroke(shape))
        case Label():
            return _label(shape, theme, number)
        case _:
            assert_never(shape)


_NO_LINE = "<a:ln><a:noFill/></a:ln>"


def _drawn(number: int, place: str, geometry: str, paint: str) -> str:
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Shape {number}"/><wps:cNvSpPr/>'
        f"<wps:spPr>{place}{geometry}{paint}</wps:spPr><wps:bodyPr/></wps:wsp>"
    )


def _place(x: float, y: float, width: float, height: float) -> str:
    return (
        f'<a:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/>'
        f'<a:ext cx="{max(0, emu(width))}" cy="{max(0, emu(height))}"/></a:xfrm>'
    )


def _preset(name: str) -> str:
    return f'<a:prstGeom prst="{name}"><a:avLst/></a:prstGeom>'


def _fill(colour: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{hex_colour(colour)}"/></a:solidFill>'


def _path(points: tuple[tuple[float, float], ...]) -> tuple[str, str]:
    """The place and the geometry of strokes from point to point."""
    left, top = (min(point[axis] for point in points) for axis in (0, 1))
    width, height = (max(point[axis] for point in points) - low for axis, low in ((0, left), (1, top)))
    steps = "".join(
        f'<a:{"lnTo" if at else "moveTo"}><a:pt x="{emu(x - left)}" y="{emu(y - top)}"/>'
        f"</a:{'lnTo' if at else 'moveTo'}>"
        for at, (x, y) in enumerate(points)
    )
    return _place(left, top, width, height), (
        "<a:custGeom><a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/>"
        '<a:rect l="0" t="0" r="r" b="b"/><a:pathLst>'
        f'<a:path w="{emu(width)}" h="{emu(height)}" fill="none">{steps}</a:path></a:pathLst></a:custGeom>'
    )


def _stroke(line: Line | Polyline) -> str:
    """A stroke; dashes are thousandths of per cent of its width."""
    lengths = [max(1, round(length / line.width * 100_000)) for length in line.dash]
    pairs = zip(lengths[::2], lengths[1::2], strict=False)
    dashes = "".join(f'<a:ds d="{dash}" sp="{gap}"/>' for dash, gap in pairs)
    return (
        f'<a:noFill/><a:ln w="{emu(line.width)}" cap="flat">{_fill(line.colour)}'
        + (f"<a:custDash>{dashes}</a:custDash>" if dashes else "")
        + "<a:round/></a:ln>"
    )


def _label(label: Label, theme: Theme, number: int) -> str:
    height = label.size * _LINE
    width = text_width(label.text, label.size, bold=label.bold) * 1.1 + 2
    left = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
    side = {"start": "left", "middle": "center", "end": "right"}[label.anchor]
    font = escaped(theme.heading.name)
    size = half_points(label.size)
    return (
        f'<wps:wsp><wps:cNvPr id="{number}" name="Label {number}"/><wps:cNvSpPr txBox="1"/><wps:spPr>'
        f"{_place(left, label.y - 0.8 * height, width, height)}{_preset('rect')}<a:noFill/>{_NO_LINE}"
        "</wps:spPr>"
        '<wps:txbx><w:txbxContent><w:p><w:pPr><w:spacing w:before="0" w:after="0"'
        f' w:line="{twips(height)}" w:lineRule="exact"/><w:jc w:val="{side}"/></w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>'
        + ("<w:b/><w:bCs/>" if label.bold else "")
        + f'<w:color w:val="{hex_colour(label.colour)}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        "</w:rPr>"
        f'<w:t xml:space="preserve">{escaped(label.text)}</w:t></w:r></w:p></w:txbxContent></wps:txbx>'
        '<wps:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:noAutofit/></wps:bodyPr>'
        "</wps:wsp>"
    )
