"""Canonical text: what stays of a text when typography is set aside, with the way back to every character.

Two texts that differ only in the shape of quotation marks, dashes and spaces, in line wraps, ligatures or
invisible characters have one canonical form. Letters, case, digits, signs and their order are kept. The
composed form of letters is Unicode's NFC (Unicode Standard Annex 15).
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections.abc import Iterable, Iterator, Sequence

from briefgen.values import dataclass

LINE_BREAKS = "\n\r\v\f\x85\u2028\u2029"
"""Characters that end a line."""

INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffc\ufffe\uffff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f"
)
"""Characters, as a regular expression's class, that a reader cannot see: soft hyphens, joiners, marks of
direction, byte order marks, variation selectors and control characters."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Traced:
    """A text made from another: `origins[i]` is the offset there of character `i` here.

    Origins never fall, and one entry more than there are characters gives the end.
    """

    text: str
    origins: Sequence[int]


Edit = tuple[int, int, str]
"""From an offset up to, not including, another: the words that stand there instead."""


def untouched(text: str) -> Traced:
    """The text itself, every character its own origin."""
    return Traced(text=text, origins=range(len(text) + 1))


def rewrite(source: Traced, edits: Iterable[Edit]) -> Traced:
    """The text with the edits made, given in order and without overlaps, and its origins kept exact."""
    pieces: list[str] = []
    origins = array("I")
    done = 0
    for start, end, instead in edits:
        pieces += (source.text[done:start], instead)
        origins.extend(source.origins[done:start])
        origins.extend([source.origins[start]] * len(instead))
        done = end
    if not done and not pieces:
        return source
    pieces.append(source.text[done:])
    origins.extend(source.origins[done:])
    return Traced(text="".join(pieces), origins=origins)


def compose(inner: Traced, outer: Traced) -> Traced:
    """`outer`, which was made from the text of `inner`, with its origins in what `inner` was made from."""
    if isinstance(inner.origins, range):
        return outer
    return Traced(text=outer.text, origins=array("I", map(inner.origins.__getitem__, outer.origins)))


def normalise(source: Traced) -> Traced:
    """The canonical form of a text in which every line break ends a paragraph.

    Paragraphs are parted by one line feed each; none is empty. Within them, white space of any kind is one
    space. A dash that parts clauses (an em dash, two hyphens, a dash or hyphen between spaces) is a hyphen
    between spaces; any other dash or minus is a hyphen. No space parts a figure from its "%" or "°".
    """
    visible = rewrite(source, _spelt_out(source.text))
    plain = Traced(text=_SHAPED.sub(_shape, visible.text), origins=visible.origins)
    composed = rewrite(plain, _composed(plain.text))
    laid_out = rewrite(composed, _laid_out(composed.text))
    return rewrite(laid_out, ((found.start(), found.end(), "") for found in _LOOSE.finditer(laid_out.text)))


def normalise_words(words: str) -> str:
    """The canonical form of a quotation: as `normalise`, and line breaks are mere spaces."""
    return normalise(untouched(words)).text.replace("\n", " ")


_WIDE = {chr(wide): chr(wide - 0xFEE0) for wide in range(0xFF01, 0xFF5F)}
_SPACES = "\t\x1c\x1d\x1e\x1f\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
_SHAPES = (
    _WIDE
    | dict.fromkeys("‘’‚‛ʼʹ′‵`´‹›＇｀\u1fef\u1ffd\u1fbd", "'")
    | dict.fromkeys("“”„‟″‶«»＂〝〞〟", '"')
    | dict.fromkeys("‐‑‒–−⁃﹣－\u05be\u058a", "-")
    | dict.fromkeys("—―⸺⸻﹘─", "—")
    | dict.fromkeys(_SPACES, " ")
    | dict.fromkeys(LINE_BREAKS, "\n")
    | {"µ": "μ", "〜": "~", "￥": "¥", "￦": "₩", "￡": "£", "￠": "¢"}
)
_SHAPED = re.compile(f"[{''.join(map(re.escape, _SHAPES))}]")


def _shape(found: re.Match[str]) -> str:
    return _SHAPES[found[0]]


_EXPANSIONS = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "…": "...", "‥": "..",
}  # fmt: skip
_FIRM_SPACES = "\u00a0\u202f\u2009"
# One class comes first and what stood there is asked afterwards: such a pattern is found four times faster.
_SPELLING = re.compile(
    f"[{INVISIBLE}{''.join(_EXPANSIONS)}«−{_FIRM_SPACES}]"
    f"(?:(?<=[{INVISIBLE}{''.join(_EXPANSIONS)}])|(?<=−)[ {_FIRM_SPACES}]+(?=\\d)"
    f"|(?<=«)[{_FIRM_SPACES}]+|(?<=[{_FIRM_SPACES}])[{_FIRM_SPACES}]*»)"
)


def _spelt_out(text: str) -> Iterator[Edit]:
    for found in _SPELLING.finditer(text):
        run = found[0]
        if "«" in run or "»" in run:
            yield found.start(), found.end(), '"'
        elif run.startswith("−"):
            yield found.start(), found.end(), "-"
        else:
            yield found.start(), found.end(), _EXPANSIONS.get(run, "")


def _composed(text: str) -> Iterator[Edit]:
    if unicodedata.is_normalized("NFC", text):
        return
    letters = set(text)
    joined = "".join(map(re.escape, filter(_joins_the_letter_before, letters)))
    changed = "".join(re.escape(c) for c in letters if not unicodedata.is_normalized("NFC", c))
    clusters = [f"[^{joined}]?[{joined}]+"] if joined else []
    clusters += [f"[{changed}]"] if changed else []
    for found in re.finditer("|".join(clusters), text, re.DOTALL):
        composed = unicodedata.normalize("NFC", found[0])
        if composed != found[0]:
            yield found.start(), found.end(), composed


def _joins_the_letter_before(character: str) -> bool:
    """Whether a character may become one with the letter before it: marks, Hangul vowels and finals."""
    return (
        unicodedata.category(character).startswith("M")
        or "\u1161" <= character <= "\u1175"
        or "\u11a8" <= character <= "\u11c2"
        or "\U00016d63" <= character <= "\U00016d6a"
    )


_GAPS = re.compile(r"[ \n—-]{2,}|[\n—]")
_LOOSE = re.compile(r" (?<=\d )(?=[%‰°])")
_LAYOUT = re.compile(
    r"(?P<paragraph> *\n[ \n]*)|(?P<dash> *(?:—|--)[-— ]*| +-[-—]* +(?:(?:—|--)[-— ]*)?)|  +"
)


def _laid_out(text: str) -> Iterator[Edit]:
    first = len(text) - len(text.lstrip(" \n"))
    last = max(first, len(text.rstrip(" \n")))
    if first:
        yield 0, first, ""
    opened = first
    for gap in _GAPS.finditer(text, first, last):
        for found in _LAYOUT.finditer(text, *gap.span()):
            start, end = found.span()
            if found["paragraph"]:
                instead, opened = "\n", end
            elif found["dash"]:
                before = "" if start == opened else " "
                after = "" if end == last or text[end] == "\n" else " "
                instead = f"{before}-{after}"
            else:
                instead = " "
            if instead != found[0]:
                yield start, end, instead
    if last < len(text):
        yield last, len(text), ""
