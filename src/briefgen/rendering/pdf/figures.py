"""Figures: charts as vectors, pictures as they stand in their files."""

from __future__ import annotations

import io
from itertools import pairwise
from typing import assert_never

from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.document import Figure, Image
from briefgen.rendering.charts import Dot, Drawing, Label, Line, Polyline, Rect, Shape, draw
from briefgen.rendering.pdf.file import PdfFile, colour, number
from briefgen.rendering.pdf.typecase import Typecase, clean
from briefgen.rendering.theme import TextStyle, Theme
from briefgen.values import dataclass

_CIRCLE = 0.5523
"""How far a curve's handles stand from a quarter circle's ends, in radii."""

_FRAME_HEIGHT = 48.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Artwork:
    """A figure's size in points and the operators that paint it from its lower left corner."""

    width: float
    height: float
    operators: str


class Artist:
    """Draws the figures of one document."""

    def __init__(self, file: PdfFile, theme: Theme, typecase: Typecase) -> None:
        self._file = file
        self._theme = theme
        self._typecase = typecase
        self._images: list[int] = []
        self.diagnostics: list[Diagnostic] = []

    @property
    def resources(self) -> str:
        """The entries of the XObject resources that name the pictures drawn so far."""
        return "".join(f"/Im{index} {image} 0 R" for index, image in enumerate(self._images, 1))

    def draw(self, figure: Figure, width: float, tallest: float) -> Artwork:
        """The figure, no wider than `width` and no taller than `tallest`; a frame where it cannot be read."""
        try:
            if isinstance(figure.content, Image):
                return self._picture(figure.content, width, tallest)
            return self._chart(draw(figure.content, self._theme, width), width, tallest)
        except ValueError as failure:
            self.diagnostics.append(
                Diagnostic(
                    severity=Severity.WARNING,
                    code="PD106",
                    message=f"the figure {figure.id!r} cannot be drawn: {failure}",
                )
            )
            return self._frame(figure.alt, width)

    def _chart(self, drawing: Drawing, width: float, tallest: float) -> Artwork:
        scale = min(1.0, width / drawing.width, tallest / drawing.height) if drawing.height else 1.0
        matrix = f"{scale:.4f} 0 0 {-scale:.4f} 0 {number(drawing.height * scale)} cm"
        shapes = "\n".join(self._shape(shape) for shape in drawing.shapes)
        return Artwork(
            width=drawing.width * scale, height=drawing.height * scale, operators=f"{matrix}\n{shapes}"
        )

    def _shape(self, shape: Shape) -> str:
        """Operators for a shape, in coordinates with y downwards."""
        match shape:
            case Line():
                path = f"{number(shape.x1)} {number(shape.y1)} m {number(shape.x2)} {number(shape.y2)} l S"
                return _stroke(shape.colour, shape.width, shape.dash) + path
            case Rect():
                box = " ".join(map(number, (shape.x, shape.y, shape.width, shape.height)))
                return f"{colour(shape.fill)} rg {box} re f"
            case Dot():
                return f"{colour(shape.fill)} rg {_circle(shape.x, shape.y, shape.radius)} f"
            case Polyline():
                if not shape.points:
                    return ""
                path = " l ".join(f"{number(x)} {number(y)}" for x, y in shape.points)
                return _stroke(shape.colour, shape.width, shape.dash) + path.replace(" l ", " m ", 1) + " l S"
            case Label():
                return self._label(shape)
            case _:
                assert_never(shape)

    def _label(self, label: Label) -> str:
        style = TextStyle(font="heading", size=label.size, bold=label.bold, colour=label.colour)
        look, words = self._typecase.look(style), clean(label.text)
        width = self._typecase.width(look, words)
        x = label.x - {"start": 0.0, "middle": width / 2, "end": width}[label.anchor]
        return (
            f"{colour(label.colour)} rg BT 1 0 0 -1 {number(x)} {number(label.y)} Tm"
            f" {self._typecase.show(look, words)} ET"
        )

    def _frame(self, alt: str, width: float) -> Artwork:
        """An empty frame that holds the words which stand for the figure, as far as they go."""
        style = self._theme.styles.remark
        look, words = self._typecase.look(style), clean(alt)
        while words and self._typecase.width(look, words) > width - 24:
            words = words.rpartition(" ")[0]
        frame = f".25 .25 {number(width - 0.5)} {_FRAME_HEIGHT - 0.5} re S"
        return Artwork(
            width=width,
            height=_FRAME_HEIGHT,
            operators=(
                f"{colour(self._theme.colours.rule)} RG .5 w {frame}"
                f" {colour(style.colour)} rg BT 1 0 0 1 12 {number(_FRAME_HEIGHT / 2 - 3)} Tm"
                f" {self._typecase.show(look, words)} ET"
            ),
        )

    def _picture(self, image: Image, width: float, tallest: float) -> Artwork:
        pixels_wide, pixels_high, points_a_pixel = self._embed(image)
        wished = image.width or pixels_wide * points_a_pixel
        wide = min(wished, width, tallest * pixels_wide / pixels_high)
        high = wide * pixels_high / pixels_wide
        name = f"/Im{len(self._images)}"
        return Artwork(
            width=wide, height=high, operators=f"{number(wide)} 0 0 {number(high)} 0 0 cm {name} Do"
        )

    def _embed(self, image: Image) -> tuple[int, int, float]:
        """Write the picture; its width and height in pixels, and the size of a pixel. Raises ValueError."""
        from PIL import Image as Pixels
        from PIL import UnidentifiedImageError

        try:
            with Pixels.open(io.BytesIO(image.data), formats=("PNG", "JPEG")) as opened:
                density = float(opened.info.get("dpi", (96.0, 96.0))[0]) or 96.0
                size = f"/Type/XObject/Subtype/Image/Width {opened.width}/Height {opened.height}"
                depth = "/BitsPerComponent 8"
                spaces = {"RGB": "/DeviceRGB", "L": "/DeviceGray"}
                if opened.format == "JPEG" and opened.mode in spaces:
                    entries = f"{size}{depth}/ColorSpace{spaces[opened.mode]}/Filter/DCTDecode"
                    number = self._file.take()
                    self._file.write_encoded_stream(number, image.data, entries)
                else:
                    mask = ""
                    if "A" in opened.getbands() or "transparency" in opened.info:
                        alpha = opened.convert("RGBA").getchannel("A").tobytes()
                        shades = self._file.add_stream(alpha, f"{size}{depth}/ColorSpace/DeviceGray")
                        mask = f"/SMask {shades} 0 R"
                    data = opened.convert("RGBA").convert("RGB").tobytes()
                    number = self._file.add_stream(data, f"{size}{depth}/ColorSpace/DeviceRGB{mask}")
                self._images.append(number)
                return opened.width, opened.height, 72.0 / max(density, 36.0)
        except (UnidentifiedImageError, OSError, SyntaxError, Pixels.DecompressionBombError) as failure:
            raise ValueError("it is no PNG or JPEG that can be read") from failure


def _stroke(stroke: str, width: float, dash: tuple[float, ...]) -> str:
    dashes = f"[{' '.join(map(number, dash))}] 0 d "
    return f"{colour(stroke)} RG {number(width)} w {dashes}"


def _circle(x: float, y: float, radius: float) -> str:
    handle = radius * _CIRCLE
    corners = ((1, 0), (0, 1), (-1, 0), (0, -1), (1, 0))
    parts = [f"{number(x + radius)} {number(y)} m"]
    for (x1, y1), (x2, y2) in pairwise(corners):
        first = (x + x1 * radius + x2 * handle, y + y1 * radius + y2 * handle)
        second = (x + x2 * radius + x1 * handle, y + y2 * radius + y1 * handle)
        end = (x + x2 * radius, y + y2 * radius)
        parts.append(" ".join(number(value) for point in (first, second, end) for value in point) + " c")
    return " ".join(parts)
