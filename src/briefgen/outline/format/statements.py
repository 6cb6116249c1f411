"""The kinds of statements that a section's body may hold: each is a mapping with one key of that name."""

from __future__ import annotations

from briefgen.outline.format.shape import Key, KeyType, Shape, key

PORTION = key("marking", "text", "The handling mark of this portion; the brief must bear the highest.")
_ID = key("id", "name", "A name by which other parts refer to it and by which it is known between editions.")

_JUDGED = (
    key("likelihood", "text", "A term of the brief's scale; printed with its range."),
    key("confidence", "text", "How well founded it is.", choices=("high", "moderate", "low")),
    key("because", "text", "The reason for the confidence."),
    key("basis", "list", "The passages that it rests on.", of="name"),
)


def _statement(
    kind: str,
    article: str,
    means: str,
    value: KeyType,
    value_means: str,
    *keys: Key,
    of: str = "",
    named: bool = True,
) -> Shape:
    own = key(kind, value, value_means, required=True, of=of)
    name = (_ID,) if named else ()
    return Shape(name=kind, article=article, means=means, keys=(own, *keys, *name, PORTION))


STATEMENTS: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        _statement("text", "a text", "Facts, with an id or a mark of their own.", "prose", "Markdown."),
        _statement(
            "judgement",
            "a judgement",
            "What the author concludes.",
            "prose",
            "The judgement, as a sentence without the likelihood.",
            *_JUDGED,
        ),
        _statement("assumption", "an assumption", "What is taken for granted.", "prose", "The assumption."),
        _statement(
            "alternative",
            "an alternative",
            "Another reading of the evidence.",
            "prose",
            "The alternative.",
            *_JUDGED,
        ),
        _statement("gap", "a gap", "What is not known.", "prose", "The gap."),
        _statement(
            "quote",
            "a quotation",
            "A passage as a block quotation, verbatim.",
            "name",
            "The passage.",
            key("attribution", "prose", "Who said it."),
        ),
        _statement(
            "estimates",
            "an estimate table",
            "A table of who says what, and where they part, with a chart of each conflict.",
            "list",
            "The figures to show.",
            key("caption", "prose", "The table's caption."),
            key(
                "chart",
                "yes-no",
                "Whether figures on which sources part are drawn; they are where it is left out.",
            ),
            of="name",
        ),
        _statement(
            "table",
            "a table",
            "A table of the author's own.",
            "mapping",
            "Header and rows.",
            key("caption", "prose", "The table's caption."),
            of="table",
        ),
        _statement(
            "figure",
            "a chart or picture",
            "A chart made from figures, or a picture from a file.",
            "mapping",
            "What is drawn.",
            of="drawing",
        ),
        _statement(
            "list",
            "a list",
            "Statements behind bullets.",
            "list",
            "The items, Markdown each.",
            key("ordered", "yes-no", "Whether the items are numbered."),
            of="prose",
        ),
        _statement(
            "timeline",
            "a timeline",
            "Dated passages in order of time.",
            "list",
            "The events.",
            key("caption", "prose", "The caption."),
            of="event",
        ),
        _statement(
            "note",
            "an unsourced note",
            "A footnote in the author's own words, which no source bears out yet. Its mark stands at the end "
            "of the block before it: the last paragraph or item, the caption of a table or picture.",
            "prose",
            "The note's words, without citations.",
            named=False,
        ),
    )
}
