"""The figure check: each figure of a statement stands in a passage cited there, or is computed.

| code  | level   | what                                                                                |
|-------|---------|-------------------------------------------------------------------------------------|
| FG201 | error   | the figure differs from the nearest one in the passages cited                       |
| FG202 | error   | no passage cited holds a figure of its kind                                         |
| FG203 | error   | a passage has the number, but of another unit, currency or rate                     |
| FG204 | warning | a passage has the number, but counts something else; an info where that is not sure |
| FG205 | warning | the statement is firmer than the passage: "about" or "over" was dropped             |
| FG206 | info    | the figure is a rounding, a conversion or a bound, and says so                      |
| FG207 | warning | the figure is a rounding that does not say so                                       |
| FG208 | info    | a small count in words, or an ordinal in digits, stands in no passage cited         |
| FG209 | warning | the statement gives a year that the passage does not                                |
| FG210 | info    | the ends of a range stand in two places                                             |
| FG211 | error   | a reading under `figures:` is not in its passage                                    |
| FG212 | error   | a designation (M-1991) is another one in the passages cited (M-1989)                |
| FG213 | warning | what rises here falls in the passage, or begins where the change there ends         |
| FG214 | error   | a reading is shown to the reader as another figure than its value                   |
| FG215 | warning | the figure stands only in a passage cited for other words; an info where recalled   |
| FG216 | warning | the passage tells the figure of another year or name in its clause                   |

A small count is a number in words up to ten. Prose counts its own matter with such words ("two sources",
"three reasons"), so one that no passage holds is told as an info, never as an error; it is a warning where a
passage counts the same noun with another number ("four branches" against "five branches"). "One" and ordinals
in words are not looked for, nor is a count that points back ("the two leaders").

"Found in the passage" says that the figure is there, and no more: presence is not support.
"""

from __future__ import annotations

from briefgen.checking.figures.check import check_event, check_figures, check_reading, shows
from briefgen.checking.figures.values import (
    CheckedText,
    CitedPassage,
    Column,
    ComputedFigure,
    FigureFinding,
    FigureReport,
)

__all__ = [
    "CheckedText",
    "CitedPassage",
    "Column",
    "ComputedFigure",
    "FigureFinding",
    "FigureReport",
    "check_event",
    "check_figures",
    "check_reading",
    "shows",
]
