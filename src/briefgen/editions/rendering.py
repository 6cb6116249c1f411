"""A brief as files, one for each format asked for; the long ones are begun before it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from briefgen.diagnostics import Diagnostic
from briefgen.editions.looks import word_template
from briefgen.editions.making import Assembled, Made
from briefgen.editions.request import Format
from briefgen.editions.resources import templates
from briefgen.editions.snapshot import Snapshot
from briefgen.model.document import Document
from briefgen.rendering.result import Rendered
from briefgen.values import dataclass
from briefgen.world import ReadableWorld, World

LONG: tuple[Format, ...] = ("pdf", "docx")
"""The formats that take as long as all checks do, and show nothing of what these find."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """The bytes of each format by file name, and what the renderers could not set as asked."""

    files: Mapping[str, bytes]
    found: tuple[Diagnostic, ...]


@contextmanager
def begun(
    assembled: Assembled, document: Document, formats: Sequence[Format], snapshot: Snapshot, world: World
) -> Iterator[Callable[[Made], Outputs]]:
    """Begin to render a document, beside what the caller does next; what is entered waits for the files.

    Raises:
        WorldError: where the files are asked for, and one that rendering needs cannot be read.
    """
    with ExitStack() as open_:
        early = {
            format: open_.enter_context(
                world.meanwhile(partial(_early, assembled, document, format, snapshot))
            )
            for format in formats
            if format in LONG
        }

        def rendered(made: Made, format: Format) -> Rendered:
            if format not in early:
                return _checked(made, document, format, snapshot)
            one, digests, sought = early[format]()
            snapshot.learn(digests, sought)
            return one

        yield lambda made: _outputs(document, {format: rendered(made, format) for format in formats})


def render_all(made: Made, document: Document, formats: Sequence[Format], world: ReadableWorld) -> Outputs:
    """A checked brief's document in all formats, rendered now."""
    return _outputs(document, {format: _checked(made, document, format, world) for format in formats})


def _outputs(document: Document, rendered: Mapping[Format, Rendered]) -> Outputs:
    return Outputs(
        files={f"{document.name}.{format}": one.data for format, one in rendered.items()},
        found=tuple(found for one in rendered.values() for found in one.diagnostics),
    )


def _early(
    assembled: Assembled, document: Document, format: Format, snapshot: Snapshot
) -> tuple[Rendered, Mapping[Path, str], Mapping[Path, str]]:
    """A format, and what was read and looked for on the way, which a copy of this process must tell."""
    return _unchecked(assembled, document, format, snapshot), snapshot.digests, snapshot.sought


def _checked(made: Made, document: Document, format: Format, world: ReadableWorld) -> Rendered:
    if format != "html":
        return _unchecked(made, document, format, world)
    from briefgen.editions.reviewing import review_of
    from briefgen.rendering import html

    review = review_of(made.brief, made.checked, made.found)
    evidence = made.gathered.evidence
    return html.render(document, evidence, made.look.theme, review, templates=templates(world))


def _unchecked(assembled: Assembled, document: Document, format: Format, world: ReadableWorld) -> Rendered:
    match format:
        case "pdf":
            from briefgen.rendering import pdf

            return pdf.render(document, assembled.look.theme, assembled.look.fonts(world))
        case "docx":
            from briefgen.rendering import docx

            look, mould = assembled.look, word_template(assembled.gathered)
            rendered = docx.render(document, look.theme, *mould, look.fonts(world))
            return _with_margin(_about_the_template(rendered, assembled), assembled, document)
        case "md":
            from briefgen.rendering import markdown

            return markdown.render(document)
        case "json":
            from briefgen.rendering import json

            return json.render(document)
        case "html":
            raise AssertionError("the review page shows what the checks find")


def _about_the_template(rendered: Rendered, assembled: Assembled) -> Rendered:
    """What is wrong with the Word file that lends its styles, told where the outline names that file."""
    outline = assembled.gathered.outline
    if outline is None or outline.word is None:
        return rendered
    span = outline.word.reference.span
    found = (replace(one, span=span) if one.code.startswith("WD2") else one for one in rendered.diagnostics)
    return replace(rendered, diagnostics=tuple(found))


def _with_margin(rendered: Rendered, assembled: Assembled, document: Document) -> Rendered:
    """A Word file with what readers wrote in the margin and is still open."""
    margin = assembled.gathered.margin
    if all(remark.settled for remark in margin):
        return rendered
    from briefgen.drafts.margin.shown_again import with_remarks

    return replace(rendered, data=with_remarks(rendered.data, document, margin))
