"""The outline's format as data: every mapping, its keys, and what each means.

Decoding reads from here which keys exist; the JSON Schema and the reference page are made from here. So the
three cannot part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

KeyType = Literal["text", "prose", "name", "path", "date", "number", "yes-no", "list", "mapping", "any"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key of a mapping. `of` names the shape, or the type, of what it holds."""

    name: str
    type: KeyType
    means: str
    required: bool = False
    of: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A mapping with known keys; `article` names it in messages ("a passage")."""

    name: str
    article: str
    means: str
    keys: tuple[Key, ...]


def _key(
    name: str,
    type: KeyType,
    means: str,
    *,
    required: bool = False,
    of: str = "",
    choices: tuple[str, ...] = (),
) -> Key:
    return Key(name=name, type=type, means=means, required=required, of=of, choices=choices)


_PORTION = _key("marking", "text", "The handling mark of this portion; the brief must bear the highest.")
_ID = _key("id", "name", "A name by which other parts refer to it and by which it is known between editions.")

BRIEF = Shape(
    name="brief",
    article="an outline",
    means="One brief.",
    keys=(
        _key("title", "text", "The title, as it stands on the first page.", required=True),
        _key("subtitle", "text", "A second line under the title."),
        _key("authors", "list", "Who answers for the brief.", of="text"),
        _key("as-of", "date", "The date of information, YYYY-MM-DD, or “today”.", required=True),
        _key("language", "text", "The language as a BCP 47 tag, such as en-GB. en-GB where it is left out."),
        _key("marking", "any", "The handling mark in header and footer of every page.", of="marking"),
        _key("scale", "text", "The scale of likelihood terms.", choices=("icd-203", "phia")),
        _key("register", "path", "The source register, relative to this file.", required=True),
        _key("theme", "path", "The theme, relative to this file."),
        _key("word", "any", "A Word file that lends its styles to the draft.", of="word"),
        _key("passages", "mapping", "Evidence: a name for exact words in a source.", of="passage"),
        _key("figures", "mapping", "Quantities, with what each source says of them.", of="figure"),
        _key("sections", "list", "The brief's sections, in order.", required=True, of="section"),
        _key("key-judgements", "list", "Ids of the judgements that stand first.", of="name"),
        _key("checks", "mapping", "Rules whose severity this brief changes, with the reason.", of="check"),
        _key("schedule", "mapping", "When the brief is made anew.", of="schedule"),
    ),
)

MARKING = Shape(
    name="marking",
    article="a marking",
    means="A handling mark of the house's own; TLP labels are known by name.",
    keys=(
        _key("text", "text", "The words of the mark.", required=True),
        _key("colour", "text", "The colour of the words, #rrggbb."),
        _key("background", "text", "The colour behind them, #rrggbb."),
        _key(
            "levels",
            "list",
            "The house's marks from lowest to highest, so that portions can be compared.",
            of="text",
        ),
    ),
)

WORD = Shape(
    name="word",
    article="a Word template",
    means="A Word file that lends styles, margins, header and footer to the draft.",
    keys=(
        _key("reference", "path", "The .docx or .dotx, relative to this file.", required=True),
        _key("styles", "mapping", "Style names of that file by role.", of="text"),
    ),
)

PASSAGE = Shape(
    name="passage",
    article="a passage",
    means="Exact words in a source. They must stand there, or the build fails.",
    keys=(
        _key("source", "name", "The source's id in the register.", required=True),
        _key(
            "quote",
            "text",
            "The words. Straight quotes and plain spaces match curly ones and no-break spaces.",
        ),
        _key("prefix", "text", "Words just before; only where the quote stands more than once."),
        _key("suffix", "text", "Words just after; only where the quote stands more than once."),
        _key("from", "text", "The first words of a long passage."),
        _key("to", "text", "The last words of a long passage."),
        _key(
            "kind",
            "text",
            "Whether the source reports a fact or gives an opinion.",
            choices=("fact", "opinion"),
        ),
        _key("credibility", "mapping", "The item's grade, 1 to 6, and why.", of="grade"),
        _key("origin", "name", "A name for the common origin: passages of one origin are one voice."),
        _key("origin-perhaps", "name", "A common origin that is suspected, not known."),
        _key("as-of", "date", "When the passage was true: YYYY, YYYY-MM or YYYY-MM-DD."),
        _key("remark", "text", "What a reader of the passage should bear in mind."),
    ),
)

GRADE = Shape(
    name="grade",
    article="a grade",
    means="A grade with its reason.",
    keys=(
        _key(
            "grade",
            "text",
            "A to F for a source's reliability, 1 to 6 for an item's credibility.",
            required=True,
        ),
        _key("because", "text", "The reason.", required=True),
    ),
)

FIGURE = Shape(
    name="figure",
    article="a figure",
    means="A quantity: what sources say of it, or how it is computed from others.",
    keys=(
        _key("label", "text", "What is counted, as a table names it.", required=True),
        _key("unit", "text", "The unit: soldiers, shells, USD, per cent.", required=True),
        _key("readings", "list", "What each source says.", of="reading"),
        _key("formula", "text", "How it is computed from other figures: “troops * pay-month * 12”."),
        _key("remark", "text", "What a reader of the figure should bear in mind."),
    ),
)

READING = Shape(
    name="reading",
    article="a reading",
    means="What one passage says of a figure: a value, or a range from low to high.",
    keys=(
        _key("passage", "name", "The passage.", required=True),
        _key("value", "number", "The value, such as 12000, 9 million or 31.7."),
        _key("low", "number", "The lower end of a range."),
        _key("high", "number", "The upper end of a range."),
        _key(
            "shown", "text", "The reading in words, where the plain form would mislead: “over $200 million”."
        ),
    ),
)

SECTION = Shape(
    name="section",
    article="a section",
    means="A part of the brief under a heading of its own.",
    keys=(
        _key("id", "name", "The section's name.", required=True),
        _key("title", "prose", "The heading.", required=True),
        _key("body", "list", "Statements, in order: Markdown, or a mapping of one kind.", of="statement"),
        _key(
            "template",
            "path",
            "A Jinja2 template of Markdown that writes the section, relative to this file.",
        ),
        _key("landscape", "yes-no", "Whether its pages lie on their side."),
        _PORTION,
    ),
)

_JUDGED = (
    _key("likelihood", "text", "A term of the brief's scale; printed with its range."),
    _key("confidence", "text", "How well founded it is.", choices=("high", "moderate", "low")),
    _key("because", "text", "The reason for the confidence."),
    _key("basis", "list", "The passages that it rests on.", of="name"),
)


def _statement(
    kind: str, article: str, means: str, value: KeyType, value_means: str, *keys: Key, of: str = ""
) -> Shape:
    own = _key(kind, value, value_means, required=True, of=of)
    return Shape(name=kind, article=article, means=means, keys=(own, *keys, _ID, _PORTION))


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
            _key("attribution", "prose", "Who said it."),
        ),
        _statement(
            "estimates",
            "an estimate table",
            "A table of who says what, and where they part, with a chart of each conflict.",
            "list",
            "The figures to show.",
            _key("caption", "prose", "The table's caption."),
            _key(
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
            _key("caption", "prose", "The table's caption."),
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
            _key("ordered", "yes-no", "Whether the items are numbered."),
            of="prose",
        ),
        _statement(
            "timeline",
            "a timeline",
            "Dated passages in order of time.",
            "list",
            "The events.",
            _key("caption", "prose", "The caption."),
            of="event",
        ),
        _statement(
            "note",
            "an unsourced note",
            "A footnote that a reader of a draft wrote by hand and that no source bears out yet.",
            "prose",
            "The note's words.",
        ),
    )
}

TABLE = Shape(
    name="table",
    article="a table",
    means="Header, rows and how columns are set.",
    keys=(
        _key("header", "list", "The header's cells, Markdown each.", of="prose"),
        _key("rows", "list", "Rows, each a list of cells, Markdown each.", required=True, of="row"),
        _key("align", "list", "left, right or center for each column.", of="text"),
    ),
)

DRAWING = Shape(
    name="drawing",
    article="a chart or picture",
    means="A chart of figures, or a picture from a file.",
    keys=(
        _key("chart", "any", "The figure that is drawn, or a list of them."),
        _key(
            "kind",
            "text",
            "How it is drawn; a range chart where it is left out.",
            choices=("range", "bar", "line"),
        ),
        _key("image", "path", "A PNG or JPEG, relative to this file."),
        _key("caption", "prose", "The caption."),
        _key("alt", "text", "Words that stand for a picture; those for a chart are made from its data."),
    ),
)

EVENT = Shape(
    name="event",
    article="an event",
    means="Something dated that a passage tells.",
    keys=(
        _key("date", "date", "When: YYYY, YYYY-MM or YYYY-MM-DD.", required=True),
        _key("until", "date", "The end, where it lasted."),
        _key("text", "prose", "What happened, with its citation.", required=True),
    ),
)

CHECK = Shape(
    name="check",
    article="a changed rule",
    means="Another severity for one rule in this brief.",
    keys=(
        _key(
            "severity",
            "text",
            "The severity here.",
            required=True,
            choices=("error", "warning", "info", "off"),
        ),
        _key("because", "text", "The reason.", required=True),
    ),
)

SCHEDULE = Shape(
    name="schedule",
    article="a schedule",
    means="When the brief is made anew, and what happens when nothing changed or something broke.",
    keys=(
        _key("cron", "text", "Five cron fields: minute, hour, day, month, weekday.", required=True),
        _key("timezone", "text", "An IANA time zone, such as Europe/Helsinki. UTC where it is left out."),
        _key(
            "if-unchanged",
            "text",
            "Whether an unchanged brief is passed over or published again.",
            choices=("skip", "publish"),
        ),
        _key(
            "on-failure",
            "any",
            "What happens when a build fails; the last good edition always stands.",
            of="on-failure",
        ),
    ),
)

ON_FAILURE = Shape(
    name="on-failure",
    article="a failure rule",
    means="Whom to tell when a scheduled build fails.",
    keys=(
        _key("command", "text", "A command that gets the report as JSON on its standard input."),
        _key("webhook", "text", "An https address that gets the report as a JSON body."),
    ),
)

REGISTER = Shape(
    name="register",
    article="a source register",
    means="The sources that briefs may cite.",
    keys=(_key("sources", "mapping", "Sources by id.", required=True, of="source"),),
)

SOURCE = Shape(
    name="source",
    article="a source",
    means="One source, in the names of CSL. What is unknown is left out and prints “not captured”.",
    keys=(
        _key("file", "path", "The file as captured, relative to the register.", required=True),
        _key(
            "type",
            "text",
            "The CSL type: webpage, post-weblog, article-newspaper, report, book, interview …",
            required=True,
        ),
        _key("title", "text", "The title.", required=True),
        _key("short-title", "text", "The title in later notes."),
        _key("authors", "list", "Authors: “Family, Given”, or the name of a body.", of="text"),
        _key("issued", "date", "When it was published."),
        _key("accessed", "date", "When it was captured."),
        _key("publisher", "text", "The publisher."),
        _key("container-title", "text", "The site, journal or book that it appeared in."),
        _key("url", "text", "Its address."),
        _key("language", "text", "Its language, as a BCP 47 tag."),
        _key("reliability", "mapping", "The source's grade, A to F, and why.", of="grade"),
        _key("descriptor", "text", "A phrase that tells the reader what kind of source this is."),
        _key("exclude", "list", "Regions that may not be cited.", of="exclusion"),
        _key("corrects", "list", "Known errors in it, and what is right.", of="correction"),
        _key("remark", "text", "What a reader should bear in mind."),
    ),
)

EXCLUSION = Shape(
    name="exclusion",
    article="an excluded region",
    means="Words of the capture that are not the source's own text: navigation, comments, adverts.",
    keys=(
        _key("from", "text", "The region's first words, or “start”.", required=True),
        _key("to", "text", "Its last words, or “end”; left out, the region is the words of `from` alone."),
        _key("because", "text", "What the region is.", required=True),
    ),
)

CORRECTION = Shape(
    name="correction",
    article="a correction",
    means="A known error in a source.",
    keys=(
        _key("says", "text", "What the source says.", required=True),
        _key("remark", "text", "What is right, or why it is doubtful.", required=True),
    ),
)

SHAPES: dict[str, Shape] = {
    shape.name: shape
    for shape in (
        BRIEF,
        MARKING,
        WORD,
        PASSAGE,
        GRADE,
        FIGURE,
        READING,
        SECTION,
        TABLE,
        DRAWING,
        EVENT,
        CHECK,
        SCHEDULE,
        ON_FAILURE,
        REGISTER,
        SOURCE,
        EXCLUSION,
        CORRECTION,
    )
}
"""Every mapping of the format by name, but for statements, which stand in `STATEMENTS`."""
