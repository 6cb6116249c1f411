"""Words that state how likely or how sure something is, found in free text.

The rules behind them are those of Intelligence Community Directive 203, Analytic Standards (2015), section
D.6.e.(2): terms of one scale, its two rows not mixed, and a level of confidence never in one sentence with a
degree of likelihood. The probability yardstick of the Professional Head of Intelligence Assessment (2025)
likewise asks for its own terms.

Words within quotation marks are somebody else's and are passed over. All offsets are into the text given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import cache, lru_cache

from briefgen.model.scales import SCALES, Scale, Term
from briefgen.text.quantities.patterns import words as alternatives
from briefgen.text.sentences import sentences
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words at `text[start:end]`; `what` says what is the matter with them."""

    start: int
    end: int
    words: str
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermUse:
    """A term of likelihood at `text[start:end]`; `terms` has its meaning on each scale that knows it, by id.

    Shades that no scale has ("fairly likely") have no terms.
    """

    start: int
    end: int
    words: str
    terms: Mapping[str, Term] = field(default_factory=dict)

    def on(self, scale: Scale) -> Term | None:
        """The term on that scale, or None where the scale does not have it."""
        return self.terms.get(scale.id)


_FORMS = {
    "probably": "probable",
    "very probably": "very likely",
    "highly probably": "highly probable",
    "almost certainly": "almost certain",
    "nearly certainly": "nearly certain",
    "improbably": "improbable",
    "realistic possibilities": "realistic possibility",
}
_SHADE = r"(?:most|more|less|least|quite|fairly|rather|extremely|increasingly|somewhat|not)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Vocabulary:
    """The terms of several scales: a pattern for any of them, and what each means by the id of its scale."""

    pattern: re.Pattern[str]
    terms: Mapping[str, Mapping[str, Term]]


@cache
def _vocabulary(own: Scale | None) -> _Vocabulary:
    scales = (*SCALES.values(), *((own,) if own else ()))
    words = {term.word.lower() for scale in scales for term in scale.terms}
    terms = {
        word: {scale.id: found for scale in scales if (found := scale.term(word)) is not None}
        for word in words
    }
    pattern = re.compile(
        rf"(?<![\w-])(?:(?P<shade>{_SHADE})\s+)?(?P<term>{alternatives([*words, *_FORMS])})(?![\w-])",
        re.IGNORECASE,
    )
    return _Vocabulary(pattern=pattern, terms=terms)


_CHANCE = re.compile(
    r"\s+(?:chances?|possibilit(?:y|ies)|likelihood|probabilit(?:y|ies)|prospects?)\b", re.IGNORECASE
)
_PROBABLE_CAUSE = re.compile(r"\s+causes?\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^“”]*”|«[^«»]*»|„[^„“”]*[“”]|(?<!\w)\"[^\"\n]*\"|(?<!\w)‘[^‘’]*’(?!\w)")


def likelihood_terms(text: str, scale: Scale | None = None) -> list[TermUse]:
    """Every term of likelihood in a text, of whatever scale, the longest where one holds another.

    `scale` is that of the brief; where it is a house's own, its terms are looked for besides.
    """
    vocabulary = _vocabulary(scale if scale and scale.id not in SCALES else None)
    found = []
    for match in vocabulary.pattern.finditer(text):
        word = " ".join(match["term"].lower().split())
        if _is_quoted(text, match.start()) or _means_something_else(text, word, match.end()):
            continue
        terms = {} if match["shade"] else vocabulary.terms[_FORMS.get(word, word)]
        found.append(TermUse(start=match.start(), end=match.end(), words=match[0], terms=terms))
    return found


def _means_something_else(text: str, word: str, end: int) -> bool:
    """ "remote areas" and "probable cause" say nothing of likelihood."""
    if word == "remote":
        return _CHANCE.match(text, end) is None
    return word == "probable" and _PROBABLE_CAUSE.match(text, end) is not None


def mixed_rows(uses: Sequence[TermUse], scale: Scale) -> list[TermUse]:
    """The uses that belong to the row of synonyms used less, where both rows of the scale are used.

    `uses` may come from many texts of one product. Where both are used alike, the first row stays.
    """
    rows: dict[int, list[TermUse]] = {1: [], 2: []}
    for use in uses:
        term = use.on(scale)
        if term is not None:
            rows[term.row].append(use)
    return rows[1] if len(rows[1]) < len(rows[2]) else rows[2] if rows[1] else []


_CONFIDENCE = re.compile(
    r"(?<!\w)(?:(?:very\s+)?(?:high|moderate|medium|low|limited|strong|full|great|some|little)(?:ly)?[\s-]+confidence"
    r"|confidence\s+(?:level|is|in\s+(?:this|our|the)\s+(?:assessment|judge?ment))|(?:we|analysts)\s+are\s+(?:\w+\s+)?confident)"
    r"(?!\w)",
    re.IGNORECASE,
)


def confidence_phrases(text: str) -> Iterator[Phrase]:
    """Levels of confidence in free text, which belong in a field of their own."""
    for match in _CONFIDENCE.finditer(text):
        if not _is_quoted(text, match.start()):
            yield Phrase(start=match.start(), end=match.end(), words=match[0], what="states confidence")


def likelihood_with_confidence(text: str) -> list[Phrase]:
    """Sentences that state both a likelihood and a level of confidence."""
    levels = list(confidence_phrases(text))
    terms = likelihood_terms(text) if levels else []
    if not terms:
        return []
    found = []
    for start, end in sentences(text):
        use = next((term for term in terms if start <= term.start < end), None)
        level = next((phrase for phrase in levels if start <= phrase.start < end), None)
        if use and level:
            what = f"“{use.words}” states likelihood and “{level.words}” confidence"
            found.append(Phrase(start=start, end=end, words=text[start:end], what=what))
    return found


_ABSOLUTE = re.compile(
    r"(?<![\w-])(?:will(?:\s+not)?|won['’]t|shall|certainly|undoubtedly|definitely|inevitabl[ye]|unquestionably|"
    r"indisputably|surely|doubtless|without\s+(?:a\s+)?doubt|(?:there\s+is\s+)?no\s+doubt|beyond\s+(?:any\s+)?doubt|"
    r"is\s+certain\s+to|are\s+certain\s+to|bound\s+to|guaranteed|impossible|always|never)(?![\w-])",
    re.IGNORECASE,
)
_WILL_AS_NOUN_BEFORE = re.compile(
    r"(?<!\w)(?:the|a|free|political|good|ill|national|popular|own|strong|his|her|its|their|our|of|at|against)\s+\Z",
    re.IGNORECASE,
)
_SOFTENED_BEFORE = re.compile(
    r"(?<!\w)(?:almost|nearly|not|far\s+from|less\s+than|isn['’]t)\s+\Z", re.IGNORECASE
)
_BETWEEN = re.compile(r"\s+(?:\w+\s+)?\Z")


def absolute_words(text: str) -> list[Phrase]:
    """Words that leave no room for doubt, where they bend a judgement: "will", "certainly", "never".

    Passed over are "will" as a noun ("the will to fight", "free will") and as a name, and what a term of
    likelihood beside it softens ("will probably", "almost certainly").
    """
    terms = likelihood_terms(text)
    found = []
    for match in _ABSOLUTE.finditer(text):
        start, end = match.span()
        if _is_quoted(text, start) or _is_softened(text, start, end, terms):
            continue
        if match[0].lower() == "will" and _is_noun_or_name(text, start, end):
            continue
        found.append(Phrase(start=start, end=end, words=match[0], what="leaves no room for doubt"))
    return found


def _is_softened(text: str, start: int, end: int, terms: Sequence[TermUse]) -> bool:
    if _SOFTENED_BEFORE.search(text, max(0, start - 16), start):
        return True
    for use in terms:
        if use.start <= start < use.end:
            return True
        between = text[end : use.start] if use.start >= end else text[use.end : start]
        if len(between) <= 24 and _BETWEEN.fullmatch(between):
            return True
    return False


def _is_noun_or_name(text: str, start: int, end: int) -> bool:
    if text[start].isupper() and re.match(r"\s+[A-Z]", text[end : end + 3]):
        return True
    before = text[max(0, start - 16) : start]
    return bool(_WILL_AS_NOUN_BEFORE.search(before)) and bool(
        re.match(r"\s*(?:to\b|of\b|and\b|is\b|was\b|has\b|or\b|[.,;:)]|\Z)", text[end : end + 8])
    )


def _is_quoted(text: str, offset: int) -> bool:
    return any(start <= offset < end for start, end in _quoted(text))


@lru_cache(maxsize=1)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    """Where quotations stand; text after text is asked about, each for every word found in it."""
    return tuple(found.span() for found in _QUOTED.finditer(text))
