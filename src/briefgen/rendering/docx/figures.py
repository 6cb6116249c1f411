"""Pictures and charts within the line, with the words that stand for them."""

from __future__ import annotations

from briefgen.model.chart import Chart
from briefgen.model.document import Figure, Image, plain
from briefgen.rendering.docx.markup import PICTURE, emu, escaped, inline_markup
from briefgen.rendering.docx.pictures import natural_size
from briefgen.rendering.docx.relations import Relations
from briefgen.rendering.theme import Theme

_ENDINGS = {"image/png": "png", "image/jpeg": "jpeg"}
_TALLEST = 0.7
"""The share of a page's height that a picture may take."""


class Figures:
    """Writes figures as runs; `media` collects the pictures by their name in the package."""

    def __init__(self, theme: Theme, relations: Relations) -> None:
        self._theme = theme
        self._relations = relations
        self._count = 0
        self.media: dict[str, bytes] = {}
        self.unreadable: list[str] = []

    def runs(self, figure: Figure, room: float, paper: float) -> str:
        """The figure, at most `room` points wide, on paper `paper` points high.

        Where its picture cannot be read, its alternative words.
        """
        self._count += 1
        if not isinstance(figure.content, Image):
            return self._chart(figure.content, room, figure.alt)
        alternative = escaped(figure.alt or plain(figure.caption))
        size = natural_size(figure.content)
        if size is None:
            self.unreadable.append(figure.id)
            return f'<w:r><w:t xml:space="preserve">{alternative}</w:t></w:r>'
        scale = min(1.0, room / size[0], paper * _TALLEST / size[1])
        return self._picture(figure.content, size[0] * scale, size[1] * scale, alternative)

    def _chart(self, chart: Chart, room: float, words: str) -> str:
        from briefgen.rendering.charts import alternative_text, draw
        from briefgen.rendering.docx.groups import group_markup

        drawing = draw(chart, self._theme, room)
        number, alternative = self._count, escaped(words or alternative_text(chart))
        self._count += len(drawing.shapes)
        return group_markup(drawing, self._theme, number=number, alternative=alternative)

    def _picture(self, image: Image, width: float, height: float, alternative: str) -> str:
        name = f"media/image{len(self.media) + 1}.{_ENDINGS[image.media_type]}"
        name = next((held for held, data in self.media.items() if data == image.data), name)
        self.media[name] = image.data
        relation = self._relations.to("image", name)
        extent = f'cx="{emu(width)}" cy="{emu(height)}"'
        drawing = inline_markup(
            f'<a:graphicData uri="{PICTURE}"><pic:pic xmlns:pic="{PICTURE}"><pic:nvPicPr>'
            f'<pic:cNvPr id="{self._count}" name="Picture {self._count}" descr="{alternative}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/><a:stretch>'
            "<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
            f'<a:off x="0" y="0"/><a:ext {extent}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
            "</pic:spPr></pic:pic></a:graphicData>",
            extent,
            number=self._count,
            alternative=alternative,
        )
        return f"<w:r>{drawing}</w:r>"
