"""Markdown: the words without their markup, every character with its place in the file.

Read by rules for lines and signs rather than by a parser, since parsers do not say where words stand.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.text.normalise import Edit, Traced, rewrite, untouched

_FRONT_MATTER = re.compile(r"\A\ufeff?---\n.*?\n---\n", re.DOTALL)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_LINE_MARKUP = re.compile(
    r"^[ \t]*(?:>[ \t]?)+"  # quotation
    r"|^[ \t]*#{1,6}[ \t]+|[ \t]+#+[ \t]*$"  # heading
    r"|^[ \t]*(?:```|~~~).*$"  # fence of a block of code
    r"|^[ \t]*(?:=+|-{2,}|\*{3,}|_{3,})[ \t]*$"  # underline of a heading, or a rule
    r"|^[ \t]*\|?[ \t:|-]*-[ \t:|-]*\|[ \t:|-]*$"  # the line between a table's head and body
    r"|^[ \t]*\[(?!\^)[^\]\n]+\]:[ \t]+\S.*$",  # where a link by reference leads
    re.MULTILINE,
)
_INLINE_MARKUP = re.compile(
    r"(?P<escape>\\)[!-/:-@\[-`{-~]"
    r"|!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])"  # picture
    r"|\[\^[^\]\n]+\]:?"  # mark of a note
    r"|\[(?=[^\]\n]+\](?:\([^)\n]*\)|\[[^\]\n]*\]))"
    r"|(?<=[^\s\]])\](?:\([^)\n]*\)|\[[^\]\n]*\])"  # end of a link
    r"|<(?=https?://[^>\s]+>)|(?<=[^\s<])>(?=\s|$|[.,;])"  # bare address
    r"|</?[a-zA-Z][^>\n]*>"  # HTML
    r"|\*+(?=[^\s*])|(?<=[^\s*])\*+"  # emphasis
    r"|(?<!\w)_+(?=[^\s_])|(?<=[^\s_])_+(?!\w)"
    r"|~~|`+"
    r"|[ \t]*\|[ \t]*"  # between the cells of a table
)
_BREAK = re.compile(r"(?P<firm> {2}|\\)?\n(?P<next>[ \t]*(?:[-*+#>|]|\d+[.)]|\s*\n|[=~`]{3}|\Z))?")


def visible(raw: str) -> Traced:
    """The words of a Markdown text, a line break wherever a paragraph, heading or list item ends.

    Between the cells of a table stands a tab.
    """
    joined = rewrite(untouched(raw), _joints(raw))
    unmarked = rewrite(joined, _removals(joined.text, _FRONT_MATTER, _COMMENT))
    lines = rewrite(unmarked, _removals(unmarked.text, _LINE_MARKUP))
    return rewrite(lines, _inline(lines.text))


def _joints(raw: str) -> Iterator[Edit]:
    """Line breaks within a paragraph, which are mere spaces."""
    for found in _BREAK.finditer(raw):
        before = raw[raw.rfind("\n", 0, found.start()) + 1 : found.start()].strip()
        ended = not before or before[0] in "#|" or before[:3] in _FENCES or _DEFINITION.match(before)
        if not ended and not found["firm"] and found["next"] is None:
            yield found.start(), found.end(), " "


_DEFINITION = re.compile(r"\[[^\]]+\]:")
_FENCES = ("```", "~~~", "---", "===", "***")


def _removals(text: str, *patterns: re.Pattern[str]) -> list[Edit]:
    return sorted(
        (found.start(), found.end(), "") for pattern in patterns for found in pattern.finditer(text)
    )


def _inline(text: str) -> Iterator[Edit]:
    for found in _INLINE_MARKUP.finditer(text):
        if found["escape"]:
            yield found.start(), found.start() + 1, ""
        else:
            yield found.start(), found.end(), "\t" if found[0].strip() == "|" else ""
