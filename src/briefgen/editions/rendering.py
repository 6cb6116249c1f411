"""A made brief as files, one for each format asked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefgen.diagnostics import Diagnostic
from briefgen.editions.build import Format
from briefgen.editions.making import Made
from briefgen.editions.resources import templates
from briefgen.editions.theming import word_template
from briefgen.rendering.result import Rendered
from briefgen.world import ReadableWorld


def render_all(
    made: Made, formats: Sequence[Format], world: ReadableWorld
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """The bytes of each format by file name, and what the renderers could not set as asked."""
    files: dict[str, bytes] = {}
    found: list[Diagnostic] = []
    for format in formats:
        rendered = _render(made, format, world)
        files[f"{made.assembly.document.name}.{format}"] = rendered.data
        found += rendered.diagnostics
    return files, found


def _render(made: Made, format: Format, world: ReadableWorld) -> Rendered:
    document, theme = made.assembly.document, made.look.theme
    match format:
        case "pdf":
            from briefgen.rendering import pdf

            return pdf.render(document, theme, made.look.fonts(world))
        case "docx":
            from briefgen.rendering import docx

            rendered = docx.render(document, theme, *word_template(made.gathered))
            return _with_margin(_about_the_template(rendered, made), made)
        case "html":
            from briefgen.editions.reviewing import review_of
            from briefgen.rendering import html

            review = review_of(made.brief, made.checked, made.found)
            evidence = made.gathered.evidence
            return html.render(document, evidence, theme, review, templates=templates(world))
        case "md":
            from briefgen.rendering import markdown

            return markdown.render(document)
        case "json":
            from briefgen.rendering import json

            return json.render(document)


def _about_the_template(rendered: Rendered, made: Made) -> Rendered:
    """What is wrong with the Word file that lends its styles, told where the outline names that file."""
    outline = made.gathered.outline
    if outline is None or outline.word is None:
        return rendered
    span = outline.word.reference.span
    found = (replace(one, span=span) if one.code.startswith("WD2") else one for one in rendered.diagnostics)
    return replace(rendered, diagnostics=tuple(found))


def _with_margin(rendered: Rendered, made: Made) -> Rendered:
    """A Word file with what readers wrote in the margin and is still open."""
    if all(remark.settled for remark in made.gathered.margin):
        return rendered
    from briefgen.drafts.shown_again import with_remarks

    data = with_remarks(rendered.data, made.assembly.document, made.gathered.margin)
    return replace(rendered, data=data)
