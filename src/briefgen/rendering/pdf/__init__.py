"""The PDF of a brief: footnotes on the page of their marks, tagged for everybody, fit for archives."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.model.document import Document
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme


def render(document: Document, theme: Theme, fonts: Callable[[str], bytes]) -> Rendered:
    """The document as one PDF 1.7 file that follows PDF/UA-1 and PDF/A-2a.

    `fonts` gives the bytes of a font file by the name that the theme gives it; only the faces that the
    document needs are asked for. Equal arguments give equal bytes.

    Raises:
        UnusableFont: where a font file is no TrueType font.
    """
    from briefgen.rendering.pdf.printing import Printing

    return Printing(document, theme, fonts).run()
