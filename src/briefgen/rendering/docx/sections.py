"""Section properties: the page's shape, and which header and footer it wears."""

from __future__ import annotations

from briefgen.rendering.docx.markup import twips
from briefgen.rendering.theme import PageShape

_RUNNING = 0.45
"""Where header and footer stand, as a share of the margin."""


def section_properties(
    page: PageShape, header: str, footer: str, *, landscape: bool, first_header: str = ""
) -> str:
    """`w:sectPr` for upright pages, or the same on their side.

    `header` and `footer` are relations; `first_header` is that of the first page
    alone, where it has one.
    """
    width, height = (page.height, page.width) if landscape else (page.width, page.height)
    turned = ' w:orient="landscape"' if landscape else ""
    first = (
        f'<w:headerReference w:type="first" r:id="{first_header}"/>'
        f'<w:footerReference w:type="first" r:id="{footer}"/>'
    )
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        f'<w:footerReference w:type="default" r:id="{footer}"/>{first if first_header else ""}'
        f'<w:type w:val="nextPage"/><w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"{turned}/>'
        f'<w:pgMar w:top="{twips(page.top)}" w:right="{twips(page.right)}" w:bottom="{twips(page.bottom)}"'
        f' w:left="{twips(page.left)}" w:header="{twips(page.top * _RUNNING)}"'
        f' w:footer="{twips(page.bottom * _RUNNING)}" w:gutter="0"/><w:cols w:space="720"/>'
        f"{'<w:titlePg/>' if first_header else ''}</w:sectPr>"
    )


def room_between_margins(page: PageShape, *, landscape: bool) -> float:
    """Points between the left margin and the right one."""
    return (page.height if landscape else page.width) - page.left - page.right
