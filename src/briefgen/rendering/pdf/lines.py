"""From words to lines: the breaks chosen, spaces stretched, and each line cut into spans of one look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from typing import NamedTuple

from briefgen.rendering.pdf import hyphenation
from briefgen.rendering.pdf.breaking import (
    EMERGENCY_PENALTY,
    HYPHEN_PENALTY,
    LETTERS,
    NATURAL_PENALTY,
    Break,
    Galley,
    best_fit,
    first_fit,
    strain,
)
from briefgen.rendering.pdf.faces import Face
from briefgen.rendering.pdf.typecase import Look
from briefgen.rendering.pdf.words import SOFT_HYPHEN, Composer, Cut, Part, Word
from briefgen.rendering.theme import Alignment, TextStyle
from briefgen.values import dataclass

_NARROW = 16.0
"""Measures of fewer ems than this are set ragged: justified, they would be full of holes."""

_LONGEST_FOR_BEST_FIT = 6000
_TOLERANCES = ((1.0, HYPHEN_PENALTY), (12.0, HYPHEN_PENALTY), (12.0, EMERGENCY_PENALTY))
"""How far spaces may stretch, and what breaks are taken, if need be in turn."""


class Span(NamedTuple):
    """A stretch of a line in one look and face: the inside of its TJ array, and its width in points.

    `spoken` is what it is read and copied as, where that is not what it shows.
    """

    look: Look
    face: Face
    shown: str
    width: float
    spoken: str | None = None


@dataclass(slots=True, kw_only=True, eq=False)
class Line:
    """One line of type. `x` is from the left edge of its block, `baseline` down from the line's top.

    `letters` is how much wider than drawn its letters are; the widths of its spans are those on paper.
    """

    height: float
    baseline: float
    x: float
    spans: list[Span]
    letters: float = 1.0
    notes: tuple[str, ...] = ()
    lead: list[Span] = field(default_factory=list)
    lead_x: float = 0.0

    def label(self, word: Word, x: float) -> None:
        """Set a label, such as a bullet, before the line; `x` is from the left edge of its block."""
        self.lead = [Span(part.look, part.face, part.shown, part.width) for part in word.parts]
        self.lead_x = x


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """How wide lines are, and how they stand in that width."""

    width: float
    align: Alignment
    indent: float = 0.0
    first: float = 0.0


class Compositor:
    """Sets segments of words in lines of a style."""

    def __init__(self, composer: Composer, language: str) -> None:
        self.composer = composer
        self._language = language
        self._hyphenated: dict[tuple[Look, str], list[tuple[Cut, float, float]]] = {}

    def lines(self, segments: Sequence[Sequence[Word]], style: TextStyle, measure: Measure) -> list[Line]:
        """The lines of a run of words. There is always one, empty where there are no words."""
        lines: list[Line] = []
        for number, words in enumerate(segments):
            first = measure.first if number == 0 else 0.0
            lines.extend(self._segment(words, style, measure, first))
        return lines

    def _segment(self, words: Sequence[Word], style: TextStyle, measure: Measure, first: float) -> list[Line]:
        look = self.composer.typecase.look(style)
        space = look.space
        baseline = (style.leading + look.face.cap_height * style.size) / 2
        if not words:
            return [Line(height=style.leading, baseline=baseline, x=measure.indent, spans=[])]
        width = measure.width - measure.indent
        justified = measure.align == "justify" and width >= _NARROW * style.size
        chosen = self._choose(words, width, first, space, justified=justified)
        lines: list[Line] = []
        word_from, place_from, origin = 0, 0, -first
        for end in chosen:
            line_words = list(words[word_from : end.word + 1])
            if end.place:
                start = place_from if word_from == end.word else 0
                line_words[-1] = self.composer.slice(words[end.word], start, end.place, hyphen=end.hyphen)
            if place_from and (word_from < end.word or not end.place):
                line_words[0] = self._rest(words[word_from], place_from)
            natural = end.end - origin
            slack = width - natural
            count = end.word - word_from
            gap, letters = space, 1.0
            if justified and (slack < 0 or end is not chosen[-1]):
                share = max(-1.0, min(1.0, strain(slack, natural, count, space)))
                letters = round(1.0 + LETTERS * share, 4)
                gap += (width / letters - natural) / count if count else 0.0
            shift = slack if measure.align == "right" else slack / 2 if measure.align == "center" else 0.0
            lines.append(
                Line(
                    height=style.leading,
                    baseline=baseline,
                    x=measure.indent + (0.0 if lines else first) + shift,
                    spans=_widened(_spans(line_words, gap, look), letters),
                    letters=letters,
                    notes=tuple([note for word in line_words for note in word.notes]),
                )
            )
            word_from, place_from, origin = end.next, end.place, end.start
        return lines

    def _choose(
        self, words: Sequence[Word], width: float, first: float, space: float, *, justified: bool
    ) -> list[Break]:
        """The ends of the lines of a paragraph."""
        endless: dict[int, list[Break]] = {}

        def within(number: int, start: float) -> list[Break]:
            word = words[number]
            if word.width <= width:
                return self._within(word, number, start, hyphenate=justified)
            if number not in endless:
                endless[number] = self._anywhere(word, number, start)
            return endless[number]

        galley = Galley([word.width for word in words], space, within, -first)
        if justified and len(words) <= _LONGEST_FOR_BEST_FIT:
            for tolerance, dearest in _TOLERANCES:
                chosen = best_fit(galley, width, tolerance, dearest)
                if chosen is not None:
                    return chosen
        return first_fit(galley, width)

    def _within(self, word: Word, number: int, start: float, *, hyphenate: bool) -> list[Break]:
        """The breaks in a word that begins at `start`."""
        if word.cuts:
            places = [
                (
                    cut,
                    self.composer.slice(word, 0, cut.place, hyphen=cut.hyphen).width,
                    word.width - self._rest(word, cut.place).width,
                )
                for cut in (self._inside(word) if hyphenate else word.cuts)
            ]
        else:
            places = self._hyphens(word.parts[0]) if hyphenate else []
        return [Break(number, start + before, start + rest, *cut) for cut, before, rest in places]

    def _inside(self, word: Word) -> tuple[Cut, ...]:
        """A word's own cuts, and hyphens where its author set none."""
        if any(cut.hyphen for cut in word.cuts):
            return word.cuts
        hyphens = [cut for cut, _, _ in self._hyphens(word.parts[0])]
        return tuple(sorted((*word.cuts, *hyphens)))

    def _anywhere(self, word: Word, number: int, start: float) -> list[Break]:
        """The breaks in a word that no line can hold: before every character but those of marks.

        Each is found from the one before it, for a word may be as long as a book.
        """
        better = {cut.place: cut for cut in self._inside(word)}
        better |= {
            place: Cut(place, NATURAL_PENALTY) for place, char in enumerate(word.text, 1) if char == " "
        }
        width = self.composer.typecase.width
        breaks: list[Break] = []
        place, end = 0, start
        for part in word.parts:
            look, text = part.look, part.text
            is_mark = bool(look.target and look.target.note)
            for at, char in enumerate(text):
                if place and not is_mark:
                    cut = better.get(place) or Cut(place, EMERGENCY_PENALTY)
                    if cut.hyphen and at:
                        end += width(look, text[at - 1] + SOFT_HYPHEN) - width(look, text[at - 1])
                    breaks.append(Break(number, end, start, *cut))
                alone, following = width(look, char), text[at + 1 : at + 2]
                end = start + alone
                start += width(look, char + following) - width(look, following)
                place += 1
        return breaks

    def _rest(self, word: Word, place: int) -> Word:
        return self.composer.slice(word, place, len(word.text), hyphen=False)

    def _hyphens(self, part: Part) -> list[tuple[Cut, float, float]]:
        """Where hyphens cut a word's first part: the width before, hyphen included, and where it goes on."""
        key = (part.look, part.text)
        found = self._hyphenated.get(key)
        if found is None:
            look, text = part.look, part.text
            width = self.composer.typecase.width
            spoken = look.language or self._language
            places = hyphenation.places(text, spoken) if look.target is None else ()
            found = self._hyphenated[key] = [
                (
                    Cut(place, HYPHEN_PENALTY, hyphen=True),
                    width(look, text[:place] + SOFT_HYPHEN),
                    part.width - width(look, text[place:]),
                )
                for place in places
            ]
        return found


def _spans(words: Sequence[Word], gap: float, base: Look) -> list[Span]:
    """The words of a line as spans, `gap` points apart.

    A space goes with the words before it where they share a look with those behind it; it never belongs to
    a link or mark that ends or begins there.
    """
    spans: list[Span] = []
    count = len(words)
    index = 0
    while index < count:
        word, first = words[index], index
        look = word.look
        index += 1
        if look is None:
            for number, part in enumerate(word.parts):
                span = Span(part.look, part.face, part.shown, part.width, part.spoken)
                _join(spans, span, gap if first and not number else 0.0, base)
            continue
        while index < count and words[index].look is look:
            index += 1
        run = words[first:index]
        shown = _space(look.face, look.size, gap).join([each.shown for each in run])
        width = sum([each.width for each in run]) + gap * (len(run) - 1)
        _join(spans, Span(look, look.face, shown, width), gap if first else 0.0, base)
    return spans


def _join(spans: list[Span], span: Span, gap: float, base: Look) -> None:
    """Set a span behind those before it, `gap` points away or, where that is 0, close to them."""
    last = spans[-1] if spans else None
    alike = last is not None and last.look is span.look and last.face is span.face
    if last is not None and alike and last.spoken is span.spoken is None:
        glue = _space(span.face, span.look.size, gap) if gap else ""
        width = last.width + gap + span.width
        spans[-1] = Span(span.look, span.face, last.shown + glue + span.shown, width)
        return
    if last is not None and gap:
        within = last.look.target is None or last.look.target is span.look.target
        if within and last.face is last.look.face and last.spoken is None:
            shown = last.shown + _space(last.face, last.look.size, gap)
            spans[-1] = Span(last.look, last.face, shown, last.width + gap)
        else:
            spans.append(Span(base, base.face, _space(base.face, base.size, gap), gap))
    spans.append(span)


def _widened(spans: list[Span], letters: float) -> list[Span]:
    """The spans as wide as they are on paper."""
    if letters == 1.0:
        return spans
    return [Span(look, face, shown, width * letters, spoken) for look, face, shown, width, spoken in spans]


def _space(face: Face, size: float, gap: float) -> str:
    """A space glyph and the movement that makes it `gap` points wide, within a TJ array."""
    adjust = (face.space * size - gap) * 1000 / size
    return f"{face.space_shown}){adjust:.1f}(" if abs(adjust) >= 0.05 else face.space_shown
