"""Briefs as Word files, with real footnotes, and drafts that remember where they came from."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefgen.model.document import Document
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme

__all__ = ["render"]


def render(
    document: Document,
    theme: Theme,
    reference: bytes | None = None,
    roles: Mapping[str, str] | None = None,
    fonts: Callable[[str], bytes] | None = None,
) -> Rendered:
    """The document as a .docx file, in the theme's styles or in those of a `reference` .docx or .dotx.

    `roles` maps roles of text (`body`, `quotation`, `heading1`, …) to names of the reference's styles, where
    these are not the names Word gives them. Equal inputs give equal bytes.
    """
    if reference is None:
        from briefgen.rendering.docx.plain import render_plain

        return render_plain(document, theme, fonts)
    from briefgen.rendering.docx.reference import render_into

    return render_into(reference, document, theme, roles or {})
