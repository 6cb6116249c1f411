"""What a figure is told of: the year, the name or the place in its clause.

“40 in 2023 and 60 in 2024” says two things, and both figures and both years may stand in a passage that says
the reverse. Only what stands plainly beside a figure in its clause is read: a year behind a preposition, a
name before it, a word behind a preposition (“on placebo”), or the only word before it (“and solar 29 TWh”).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise, zip_longest

from briefgen.checking.figures.matching import compare
from briefgen.checking.figures.standing import Standing
from briefgen.text.quantities import Approximation, Quantity
from briefgen.text.tokens import word_set
from briefgen.values import dataclass

_DATES = ("date", "year")
_UNTOLD = ("date", "year", "day", "time", "ordinal", "score")
"""Kinds of figures that are told of nothing, but say when."""

_BREAK = re.compile(r"[.;:!?,()—–](?=\s|\Z)|\n|[^\W\d_]+")
"""What may end a clause: a sign, or a word that is one of these."""
_JOINTS = word_set(
    "and but while whereas against than versus compared und aber während gegen als et mais contre que y pero "
    "frente и а но против"
)
_AGAINST = re.compile(
    r"(?<!\w)(?:against|versus|compared|(?:up|down) from|gegen|gegenüber|contre|frente)(?!\w)", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_PREPOSITIONS = word_set("in on at from for among under near im am auf bei aus en dans à chez")
_DETERMINERS = word_set("the a an der die das den dem le la les un une el los las una")
_BEFORE_YEARS = _PREPOSITIONS | word_set("during of to by year jahr jahre année año в во")
_PLAIN = (
    _PREPOSITIONS
    | _DETERMINERS
    | _JOINTS
    | word_set(
        "of some about over nearly almost only more less most fewer both each this that these those it its "
        "they there he she we when as after before by to up down with between around roughly another all no "
        "not just still average total least first last year years month months time was were is are had has"
    )
)
"""Words that name nothing a figure could be told of."""
_BEFORE = ""
"""The role of a name that stands before its figure; the others' are their prepositions."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """What a figure is told of: years, and names as written by their role and in lower case.

    `set_against` are years that it is told against, and therefore not of.
    """

    years: frozenset[int]
    names: Mapping[tuple[str, str], str]
    set_against: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A figure and its subject."""

    figure: Quantity
    subject: Subject


def told(text: str, figures: Sequence[Quantity], language: str) -> Iterator[Told]:
    """The figures of a text that are told of something, each with what that is."""
    masked = _without(text, figures)
    found = [*_told(text, masked, figures, language)]
    for earlier, one, later in zip([None, *found], found, [*found[1:], None], strict=False):
        years = _set_against(masked, earlier, one, earlier) | _set_against(masked, one, later, later)
        yield replace(one, subject=replace(one.subject, set_against=years)) if years else one


def _set_against(masked: str, one: Told | None, other: Told | None, dated: Told | None) -> frozenset[int]:
    """The years of a figure if its neighbour is set against it: “38 minutes, against 51 minutes in 2023”."""
    if one is None or other is None or dated is None or other.subject.names:
        return frozenset()
    against = _AGAINST.search(masked, one.figure.end, other.figure.start)
    parted = any(sign in masked[one.figure.end : other.figure.start] for sign in ".;:!?\n")
    timed = bool(one.subject.years) != bool(other.subject.years)
    return dated.subject.years if against and timed and not parted else frozenset()


def _told(text: str, masked: str, figures: Sequence[Quantity], language: str) -> Iterator[Told]:
    for clause in _clauses(masked, [one for one in figures if one.kind not in _UNTOLD]):
        figure, start, end = clause.figure, clause.start, clause.end
        dates = (one for one in figures if start <= one.start < end and one.kind in _DATES)
        words = [*_WORD.finditer(masked, start, end)]
        before = [found[0] for found in words if found.end() <= figure.start]
        # German writes every noun with a capital.
        named = [word for word in before if word[0].isupper() and language != "de"]
        leading = () if clause.shared else before if len(before) == 1 else named
        roles = [*((_BEFORE, word) for word in leading), *_placed(masked, words)]
        subject = Subject(
            years=frozenset(_first(one) for one in dates if _is_plain(one, text)),
            names={(role, word.lower()): word for role, word in roles if word.lower() not in _PLAIN},
        )
        yield Told(figure=figure, subject=subject)


def _without(text: str, figures: Sequence[Quantity]) -> str:
    """A text with digits for its figures, so that no word or sign of theirs is taken for one of its own."""
    for figure in figures:
        text = text[: figure.start] + "0" * (figure.end - figure.start) + text[figure.end :]
    return text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A figure, and from where to where its clause goes; a `shared` one has more than one subject."""

    figure: Quantity
    start: int
    end: int
    shared: bool


def _clauses(masked: str, figures: Sequence[Quantity]) -> Iterator[_Clause]:
    """The clauses of figures. “In 2024,” at the start of a sentence belongs to the clause behind it."""
    breaks = [found for found in _BREAK.finditer(masked) if _parts(found)]
    ends = [0, *(found.end() for found in breaks)]
    earlier = 0
    for figure, following in zip_longest(figures, figures[1:]):
        last = bisect_right(ends, figure.start) - 1
        shared = last > 0 and earlier <= ends[last - 1] and _joins(masked, ends[last - 1], breaks[last - 1])
        while last > 0 and earlier <= ends[last - 1] and _only_leads(masked, breaks[:last][-2:]):
            last -= 1
        start = ends[last] if earlier <= ends[last] else _lead(masked, earlier, figure.start)
        stop = next((found.start() for found in breaks[last:] if found.start() >= figure.end), len(masked))
        runs_on = following is not None and following.start < stop
        end = _lead(masked, figure.end, following.start) if runs_on else stop
        yield _Clause(figure=figure, start=start, end=end, shared=shared)
        earlier = figure.end


def _parts(found: re.Match[str]) -> bool:
    return not found[0].isalpha() or found[0].lower() in _JOINTS


def _joins(masked: str, start: int, joint: re.Match[str]) -> bool:
    """Whether “and” or the like joins what stands before it without a figure to what comes."""
    return joint[0].isalpha() and _WORD.search(masked, start, joint.start()) is not None


def _only_leads(masked: str, breaks: Sequence[re.Match[str]]) -> bool:
    """Whether what stands before the last of some breaks says only when or where of what stands behind it."""
    *earlier, last = breaks
    opens = not earlier or earlier[0][0] in ".;:!?\n" or earlier[0][0].isalpha()
    first = _WORD.search(masked, earlier[0].end() if earlier else 0, last.start())
    return opens and last[0] == "," and first is not None and first[0].lower() in _PREPOSITIONS


def _lead(masked: str, start: int, end: int) -> int:
    """Where a figure's own part begins behind another's: at “to” in “from 412 TWh in 2022 to 398 TWh”."""
    dated = masked.rfind("0", start, end) + 1
    words = [*_WORD.finditer(masked, max(start, dated), end)]
    return words[-1].start() if words else end


def _placed(masked: str, words: Sequence[re.Match[str]]) -> Iterator[tuple[str, str]]:
    """The words behind prepositions, each with its preposition."""
    for word, noun in pairwise(word for word in words if word[0].lower() not in _DETERMINERS):
        if word[0].lower() in _PREPOSITIONS and "0" not in masked[word.end() : noun.start()]:
            yield word[0].lower(), noun[0]


def _is_plain(when: Quantity, text: str) -> bool:
    """Whether a date lies in one year, is not bent as “since 2019” is, and is no mere “2024 report”."""
    if when.spanned or when.approximation is not Approximation.EXACT or _first(when) != _last(when):
        return False
    before = [*_WORD.finditer(text, max(0, when.start - _NEAR), when.start)]
    placed = bool(before) and before[-1][0].lower() in _BEFORE_YEARS
    return placed or when.kind == "date" or text.startswith("년", when.end)


_NEAR = 12
"""Characters before a year in which the word that makes it one stands."""


def _first(when: Quantity) -> int:
    return int(when.low) if when.kind == "year" else date.fromordinal(int(when.low)).year


def _last(when: Quantity) -> int:
    return int(when.high) if when.kind == "year" else date.fromordinal(int(when.high)).year


def parted(mine: Told, theirs: Told, others: Sequence[Told]) -> str:
    """How a figure and that of a passage are told of different things; `others` are that passage's too.

    Years part them where each clause has one and they differ. Names do where the passage tells of this one
    beside another figure of the kind, and of another one here. Empty where nothing parts them.
    """
    here, there = mine.subject, theirs.subject
    if len(here.years) == 1 and there.years and not here.years & there.years:
        return f"of {min(here.years)} here, but of {min(there.years)}"
    if len(here.years) == 1 and here.years <= there.set_against:
        return f"of {min(here.years)} here, but set against {min(here.years)}"
    if {word for _, word in here.names} & {word for _, word in there.names}:
        return ""
    for other in others:
        for role, word in here.names.keys() & other.subject.names.keys():
            instead = [
                written
                for (its, _), written in there.names.items()
                if its == role and (role or written[0].isupper())
            ]
            if instead and compare(mine.figure, other.figure).standing is Standing.DIFFERS:
                return f"of “{here.names[role, word]}” here, but of “{instead[0]}”"
    return ""
