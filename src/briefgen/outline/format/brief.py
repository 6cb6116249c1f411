"""The mappings of an outline, but for the statements in its sections."""

from __future__ import annotations

from briefgen.outline.format.shape import Shape, key
from briefgen.outline.format.statements import PORTION
from briefgen.text.wording import LANGUAGES

BRIEF = Shape(
    name="brief",
    article="an outline",
    means="One brief.",
    keys=(
        key("title", "text", "The title, as it stands on the first page.", required=True),
        key("subtitle", "text", "A second line under the title."),
        key("authors", "list", "Who answers for the brief.", of="text"),
        key("as-of", "date", "The date of information, YYYY-MM-DD, or “today”.", required=True),
        key(
            "language",
            "language",
            "The language as a BCP 47 tag, such as en-GB. en-GB where it is left out. All that briefgen "
            f"itself says in a brief follows it ({', '.join(LANGUAGES)}): labels, notes, dates, tables of "
            "estimates, what stands after the last section; not the terms of likelihood, which are the "
            "scale's own.",
        ),
        key("marking", "any", "The handling mark in header and footer of every page.", of="marking"),
        key(
            "scale",
            "any",
            "The scale of likelihood terms, or the house's own, such as one in the brief's language.",
            of="scale",
            choices=("icd-203", "phia"),
        ),
        key("register", "path", "The source register, relative to this file.", required=True),
        key("theme", "path", "The theme, relative to this file."),
        key("word", "any", "A Word file that lends its styles to the draft.", of="word"),
        key("passages", "by-name", "Evidence: a name for exact words in a source.", of="passage"),
        key("figures", "by-name", "Quantities, with what each source says of them.", of="figure"),
        key("sections", "list", "The brief's sections, in order.", required=True, of="section"),
        key("key-judgements", "list", "Ids of the judgements that stand first.", of="name"),
        key("checks", "by-name", "Rules whose severity this brief changes, with the reason.", of="check"),
        key("schedule", "mapping", "When the brief is made anew.", of="schedule"),
    ),
)

MARKING = Shape(
    name="marking",
    article="a marking",
    means="A handling mark of the house's own; TLP labels are known by name.",
    keys=(
        key("text", "text", "The words of the mark.", required=True),
        key("colour", "text", "The colour of the words, #rrggbb."),
        key("background", "text", "The colour behind them, #rrggbb."),
        key(
            "levels",
            "list",
            "The house's marks from lowest to highest, so that portions can be compared.",
            of="text",
        ),
    ),
)

SCALE = Shape(
    name="scale",
    article="a scale",
    means="A house's own scale of likelihood: terms that always stand for the same ranges.",
    keys=(
        key("name", "text", "What the scale is called, as readers are told it.", required=True),
        key("terms", "list", "Its terms, from least to most likely.", required=True, of="term"),
    ),
)

TERM = Shape(
    name="term",
    article="a term",
    means="A term of likelihood and what it stands for, in per cent.",
    keys=(
        key("word", "text", "The term.", required=True),
        key("low", "number", "The lower end of its range; 0 is told as “up to”.", required=True),
        key("high", "number", "The upper end; 100 is told as “or more”.", required=True),
    ),
)

WORD = Shape(
    name="word",
    article="a Word template",
    means="A Word file that lends styles, margins, header and footer to the draft.",
    keys=(
        key("reference", "path", "The .docx or .dotx, relative to this file.", required=True),
        key("styles", "by-name", "Style names of that file by role.", of="text"),
    ),
)

PASSAGE = Shape(
    name="passage",
    article="a passage",
    means="Exact words in a source. They must stand there, or the build fails.",
    keys=(
        key("source", "name", "The source's id in the register.", required=True),
        key(
            "quote",
            "text",
            "The words. Straight quotes and plain spaces match curly ones and no-break spaces.",
        ),
        key("prefix", "text", "Words just before; only where the quote stands more than once."),
        key("suffix", "text", "Words just after; only where the quote stands more than once."),
        key("from", "text", "The first words of a long passage."),
        key("to", "text", "The last words of a long passage."),
        key(
            "kind",
            "text",
            "Whether the source reports a fact or gives an opinion.",
            choices=("fact", "opinion"),
        ),
        key("credibility", "mapping", "The item's grade, 1 to 6, and why.", of="grade"),
        key("origin", "name", "A name for the common origin: passages of one origin are one voice."),
        key("origin-perhaps", "name", "A common origin that is suspected, not known."),
        key("as-of", "date", "When the passage was true: YYYY, YYYY-MM or YYYY-MM-DD."),
        key("remark", "text", "What a reader of the passage should bear in mind."),
    ),
)

GRADE = Shape(
    name="grade",
    article="a grade",
    means="A grade with its reason.",
    keys=(
        key(
            "grade",
            "text",
            "A to F for a source's reliability, 1 to 6 for an item's credibility.",
            required=True,
        ),
        key("because", "text", "The reason.", required=True),
    ),
)

FIGURE = Shape(
    name="figure",
    article="a figure",
    means="A quantity: what sources say of it, or how it is computed from others.",
    keys=(
        key("label", "text", "What is counted, as a table names it.", required=True),
        key("unit", "text", "The unit: soldiers, shells, USD, per cent, USD a month.", required=True),
        key("readings", "list", "What each source says.", of="reading"),
        key("formula", "text", "How it is computed from other figures: “troops * pay-month * 12”."),
        key("remark", "text", "What a reader of the figure should bear in mind."),
    ),
)

READING = Shape(
    name="reading",
    article="a reading",
    means="What one passage says of a figure: a value, or a range from low to high.",
    keys=(
        key("passage", "name", "The passage.", required=True),
        key("value", "number", "The value, such as 12000, 9 million or 31.7."),
        key("low", "number", "The lower end of a range."),
        key("high", "number", "The upper end of a range."),
        key(
            "shown", "text", "The reading in words, where the plain form would mislead: “over $200 million”."
        ),
    ),
)

SECTION = Shape(
    name="section",
    article="a section",
    means="A part of the brief under a heading of its own.",
    keys=(
        key("id", "name", "The section's name.", required=True),
        key("title", "prose", "The heading.", required=True),
        key("body", "list", "Statements, in order: Markdown, or a mapping of one kind.", of="statement"),
        key(
            "template",
            "path",
            "A Jinja2 template of Markdown that writes the section, relative to this file.",
        ),
        key("landscape", "yes-no", "Whether its pages lie on their side."),
        PORTION,
    ),
)

TABLE = Shape(
    name="table",
    article="a table",
    means="Header, rows and how columns are set.",
    keys=(
        key("header", "list", "The header's cells, Markdown each.", of="prose"),
        key("rows", "list", "Rows, each a list of cells, Markdown each.", required=True, of="row"),
        key("align", "list", "left, right or center for each column.", of="text"),
    ),
)

DRAWING = Shape(
    name="drawing",
    article="a chart or picture",
    means="A chart of figures, or a picture from a file.",
    keys=(
        key("chart", "any", "The figure that is drawn, or a list of them."),
        key(
            "kind",
            "text",
            "How it is drawn; a range chart where it is left out. A bar or a point shows the first reading of"
            " a figure; the line of one figure alone goes through all its readings, day by day.",
            choices=("range", "bar", "line"),
        ),
        key("image", "path", "A PNG or JPEG, relative to this file."),
        key("caption", "prose", "The caption."),
        key("alt", "text", "Words that stand for a picture; those for a chart are made from its data."),
    ),
)

EVENT = Shape(
    name="event",
    article="an event",
    means="Something dated that a passage tells.",
    keys=(
        key("date", "date", "When: YYYY, YYYY-MM or YYYY-MM-DD.", required=True),
        key("until", "date", "The end, where it lasted."),
        key("text", "prose", "What happened, with its citation.", required=True),
    ),
)

CHECK = Shape(
    name="check",
    article="a changed rule",
    means="Another severity for one rule in this brief.",
    keys=(
        key(
            "severity",
            "text",
            "The severity here.",
            required=True,
            choices=("error", "warning", "info", "off"),
        ),
        key("because", "text", "The reason.", required=True),
    ),
)

SCHEDULE = Shape(
    name="schedule",
    article="a schedule",
    means="When the brief is made anew, and what happens when nothing changed or something broke.",
    keys=(
        key("cron", "text", "Five cron fields: minute, hour, day, month, weekday.", required=True),
        key("timezone", "text", "An IANA time zone, such as Europe/Helsinki. UTC where it is left out."),
        key(
            "if-unchanged",
            "text",
            "Whether an unchanged brief is passed over or published again.",
            choices=("skip", "publish"),
        ),
        key(
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
        key("command", "text", "A command that gets the report as JSON on its standard input."),
        key("webhook", "text", "An https address that gets the report as a JSON body."),
    ),
)
