"""Rules on figures in prose: each is found in a passage cited there, or computed."""

from __future__ import annotations

from briefgen.checking.catalogue.rule_text import fixed, settable
from briefgen.diagnostics import Severity

_ERROR, _WARNING, _INFO = Severity.ERROR, Severity.WARNING, Severity.INFO

RULES = (
    fixed(
        "FG101",
        "A formula that cannot be computed",
        "Formulas hold figures, numbers, + - * / and brackets, and nothing else.",
        "formula: troops * pay",
        "Correct the place named; a minus has spaces around it, since names may hold hyphens.",
    ),
    fixed(
        "FG102",
        "A chart of different units",
        "On one axis 187 cases and $640 would be bars to compare, though nothing in them can be compared.",
        "figure: {chart: [cases, costs], kind: bar}",
        "Draw one chart for each unit; write one unit in one way everywhere.",
    ),
    settable(
        "FG201",
        _ERROR,
        "The figure differs from its source",
        "The number in the statement is not the number in the passage that it cites.",
        "“3,900 killed and wounded” citing “around 3,800 killed and wounded”",
        "Correct the figure, or cite the passage that has it.",
    ),
    settable(
        "FG202",
        _ERROR,
        "The figure is in no passage cited",
        "A reader who follows the note would look for it in vain.",
        "“50 howitzers” citing a passage on shells",
        "Cite the passage that has it, or compute it under figures: with a formula.",
    ),
    settable(
        "FG203",
        _ERROR,
        "The same number in another unit",
        "12 km and 12 miles, $5 and €5, a month and a year are different figures.",
        "“$2,000 a year” citing “$2,000 a month”",
        "Correct the unit.",
    ),
    settable(
        "FG204",
        _WARNING,
        "The same number of something else",
        "Casualties are not deaths, and tonnes are not shells.",
        "“3,800 killed” citing “3,800 killed and wounded”",
        "Count what the passage counts, or say why it is the same.",
    ),
    settable(
        "FG205",
        _WARNING,
        "Firmer than the source",
        "“About”, “over” and “up to” are part of what a source says.",
        "“$200 million” citing “over $200 million”",
        "Keep the source's reserve.",
    ),
    settable(
        "FG206",
        _INFO,
        "A rounded or converted figure",
        "It follows from the passage and says so.",
        "“about 30%” citing “31.7%”",
        "Nothing to do; it is told so that nobody need wonder.",
    ),
    settable(
        "FG207",
        _WARNING,
        "A rounded figure that does not say so",
        "A reader takes a bare figure for exact.",
        "“30%” where the figures give 31.7%",
        "Write “about 30%”, or the figure itself.",
    ),
    settable(
        "FG208",
        _INFO,
        "A small count that is in no passage",
        "Prose counts its own matter in words up to ten; a person sees whether a source bears it out.",
        "“five branches” citing “four main branches”",
        "Correct it where it counts what the source counts.",
    ),
    settable(
        "FG209",
        _WARNING,
        "A year that the source does not give",
        "A date with a year says more than the source does.",
        "“June 2024” citing “in June”",
        "Cite a passage that gives the year.",
    ),
    settable(
        "FG210",
        _INFO,
        "A range pieced together",
        "The two ends stand at different places, and may not belong together.",
        "“5–9 million” citing “5 to 8 million” and “9 million”",
        "Say that the range spans several sources.",
    ),
    settable(
        "FG211",
        _ERROR,
        "A reading that is not in its passage",
        "What figures: says of a passage must stand in it.",
        "value: 8 million for “9 million units”",
        "Correct the reading.",
    ),
    fixed(
        "FG214",
        "A reading shown as another figure",
        "What the table shows beside a note must be what was looked for in the passage.",
        "{value: 2, shown: twenty}",
        "Show the figure that stands in the passage, or leave shown out.",
    ),
    settable(
        "FG212",
        _ERROR,
        "Another designation than the source's",
        "A designation names one thing: the M-1989 is another gun than the M-1991.",
        "“M-1992” citing “20 M-1991 systems”",
        "Correct the name, or cite the passage that has it.",
    ),
    settable(
        "FG213",
        _WARNING,
        "A rise where the source has a fall",
        "The number is right and the news is wrong.",
        "“Output fell by 2.1%” citing “output rose by 2.1%”",
        "Say which way things went, as the passage does.",
    ),
    settable(
        "FG215",
        _WARNING,
        "A figure whose own note does not bear it out",
        "A note is for its sentence, and for those without a note before it; who follows it should find the"
        " figure there, not behind the note of another sentence.",
        "“Helvax had 46 cases. [@firms] Corvo had 46 cases. [@cases]”, where only cases tells of 46",
        "Cite the passage in the sentence that holds the figure, or correct the figure.",
    ),
    settable(
        "FG216",
        _WARNING,
        "A figure told of another year or name",
        "Figures and years may all stand in the passage, and yet be paired otherwise there.",
        "“40 in 2023 and 60 in 2024” citing “60 in 2023 and 40 in 2024”",
        "Give each year and each name the figure that the passage gives it.",
    ),
)
