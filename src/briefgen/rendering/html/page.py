"""One self-contained page from a document and its evidence; nothing is fetched, by the page or here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping

from markupsafe import Markup

from briefgen.diagnostics import Diagnostic, warning
from briefgen.model.document import Block, Document, Figure, Image, List, marks_of
from briefgen.model.evidence import Evidence
from briefgen.model.review import Review
from briefgen.rendering.charts import Drawing, Label, Line, Polyline, draw
from briefgen.rendering.html.environment import Templates, digest, environment_of
from briefgen.rendering.html.passages import passage_views
from briefgen.rendering.html.source_views import source_views
from briefgen.rendering.html.statements import (
    FLAG_WORDS,
    Cited,
    StatementView,
    cited_blocks,
    citing_statements,
    statement_views,
)
from briefgen.rendering.result import Rendered
from briefgen.rendering.theme import Theme
from briefgen.text.wording import wording_of
from briefgen.values import dataclass

_WIDE, _NARROW = 480.0, 310.0
"""Points. Every chart is drawn for a column of text and for a phone, so that its words stay legible."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """A chart's two drawings; the page shows the one that fits."""

    wide: Drawing
    narrow: Drawing


def render(
    document: Document,
    evidence: Evidence,
    theme: Theme,
    review: Review | None = None,
    *,
    templates: Templates,
) -> Rendered:
    """The review page of a brief as UTF-8 HTML, the same bytes for the same inputs.

    Raises:
        ValueError: where a colour of the theme or the marking is not `#rrggbb`.
    """
    review = review or Review()
    cited = cited_blocks(document)
    passages = passage_views(evidence, document.notes, citing_statements(cited), review)
    statements = statement_views(cited, passages, review, wording_of(document.language))
    pictures, undrawn = _pictures(document, theme)
    environment = environment_of(templates)
    style = environment.get_template("html/page.css.j2").render(
        theme=theme,
        marking=document.marking,
        chart_colours=sorted(_chart_colours(pictures)),
    )
    script = templates("html/page.js")
    html = environment.get_template("html/page.html.j2").render(
        document=document,
        statements=statements,
        passages=passages,
        notes={note.id: note for note in document.notes},
        statements_of=_statements_by_note(cited),
        sources=source_views(evidence, passages),
        review=review,
        flag_words=FLAG_WORDS,
        flag_counts=_flag_counts(statements),
        pictures=pictures,
        style=Markup(style),
        style_digest=digest(style),
        script=Markup(script),
        script_digest=digest(script),
    )
    return Rendered(data=html.encode("utf-8"), diagnostics=tuple(undrawn))


def _pictures(document: Document, theme: Theme) -> tuple[dict[str, Pictures], list[Diagnostic]]:
    """Every chart by the id of its figure, and those that cannot be drawn."""
    pictures: dict[str, Pictures] = {}
    undrawn: list[Diagnostic] = []
    for section in document.sections:
        for figure in (figure for block in section.blocks for figure in _figures(block)):
            if isinstance(figure.content, Image):
                continue
            try:
                pictures[figure.id] = Pictures(
                    wide=draw(figure.content, theme, _WIDE), narrow=draw(figure.content, theme, _NARROW)
                )
            except ValueError as failure:
                undrawn.append(
                    warning("HT101", f"the figure {figure.id!r} shows as words only: {failure}", None)
                )
    return pictures, undrawn


def _figures(block: Block) -> Iterator[Figure]:
    if isinstance(block, Figure):
        yield block
    elif isinstance(block, List):
        for item in block.items:
            for inner in item.blocks:
                yield from _figures(inner)


def _chart_colours(pictures: Mapping[str, Pictures]) -> set[str]:
    shapes = [shape for both in pictures.values() for shape in (*both.wide.shapes, *both.narrow.shapes)]
    return {shape.colour if isinstance(shape, Line | Polyline | Label) else shape.fill for shape in shapes}


def _statements_by_note(cited: list[Cited]) -> dict[str, list[Cited]]:
    """For each note, the statements that bear its mark, in reading order."""
    found: dict[str, list[Cited]] = defaultdict(list)
    for statement in cited:
        notes = dict.fromkeys(mark.note for mark in marks_of(statement.block))
        for note in notes:
            found[note].append(statement)
    return found


def _flag_counts(statements: Mapping[str, StatementView]) -> Counter[str]:
    return Counter(flag for statement in statements.values() for flag in statement.flags)
