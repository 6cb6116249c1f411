"""The line under a judgement as a person left it: what it says of likelihood and confidence, and what of it
cannot be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from briefgen.assembling.callouts import details_of
from briefgen.drafts.draft import Line
from briefgen.drafts.inlines import shown, tokens_of, visible
from briefgen.drafts.merging.outcomes import Choice, Choices, Outcome
from briefgen.drafts.merging.own_marks import is_own
from briefgen.drafts.merging.versions import Version
from briefgen.drafts.result import Unplaced
from briefgen.model.document import Callout, Confidence, ConfidenceLevel, Likelihood, blocks_of
from briefgen.model.scales import Scale
from briefgen.text.diff3 import Agreed, Chunk, Clash, merge
from briefgen.text.tokens import Token, Tokens, text_of, tokenise
from briefgen.text.wording import Wording
from briefgen.values import dataclass

DETAILS: Mapping[str, tuple[str, ...]] = {
    "likelihood": ("judgement", "assumption", "alternative"),
    "confidence": ("likelihood", "judgement", "assumption", "alternative"),
    "because": ("confidence",),
}
"""The keys of what the line says, and the keys that each is written after, the nearest first."""

_STYLES = frozenset(("strong", "emphasis", "link"))
_RANGE_FOLLOWS = "the range follows from the term of the scale"
_STAYS = "to leave it out of the brief, take it out of the outline"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What such a line is worded in: the brief's scale, and the brief's language."""

    scale: Scale | None
    wording: Wording

    def likelihood(self, word: str) -> Likelihood | None:
        """What a term stands for."""
        term = self.scale.term(" ".join(word.split())) if self.scale is not None else None
        return Likelihood(term=term.word, low=term.low, high=term.high) if term is not None else None

    def shown(self, key: str, value: str) -> str:
        """What the outline has under a key, as the line prints it."""
        likelihood = self.likelihood(value) if key == "likelihood" else None
        if likelihood is not None:
            return f"{likelihood.term} ({self.printed_range(likelihood)})"
        return self.wording.statements.levels.get(value, value) if key == "confidence" else value

    def printed_range(self, likelihood: Likelihood) -> str:
        """A range as the line prints it."""
        return self.wording.range(likelihood.low, likelihood.high)


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What a line says. `unread` is what cannot be read of it; the outline's own stands in for that."""

    likelihood: Likelihood | None
    confidence: Confidence | None
    unread: tuple[Unplaced, ...] = ()

    @classmethod
    def of(cls, callout: Callout) -> Details:
        """What the brief says of a judgement."""
        return cls(likelihood=callout.likelihood, confidence=callout.confidence)

    def value(self, key: str) -> str:
        """What the outline has under one of a judgement's keys, empty for nothing."""
        match key:
            case "likelihood":
                return self.likelihood.term if self.likelihood is not None else ""
            case "confidence":
                return self.confidence.level if self.confidence is not None else ""
            case _:
                return self.confidence.because if self.confidence is not None else ""


def details_in(line: Tokens, callout: Callout, terms: Terms) -> Details:
    """What a line says that the brief printed under `callout` and that a person may have changed."""
    text = text_of(line)
    label = re.search(label_pattern(terms.wording.statements.confidence), text, re.IGNORECASE)
    unread: list[Unplaced] = []
    head = text[: label.start()] if label else text
    likelihood = _likelihood(head.strip(), callout.likelihood, terms, unread)
    confidence = _confidence(text[label.end() :] if label else None, callout.confidence, terms, unread)
    return Details(likelihood=likelihood, confidence=confidence, unread=tuple(unread))


def _likelihood(head: str, was: Likelihood | None, terms: Terms, unread: list[Unplaced]) -> Likelihood | None:
    label = terms.wording.statements.likelihood
    if not head:
        if was is not None:
            unread.append(Unplaced(text=f"(deleted) {label}{was.term}", because=_STAYS))
        return was
    found = re.fullmatch(rf"{label_pattern(label)}\s*(.*?)\s*(?:\(([^()]*)\))?[\s.]*", head, re.IGNORECASE)
    likelihood = _meant(found[1], was, terms) if found else None
    if found is None or likelihood is None:
        unread.append(Unplaced(text=head, because=_no_term(terms.scale)))
        return was
    stood = was is not None and was.term == likelihood.term
    printed, typed = terms.printed_range(likelihood), found[2]
    if typed is None:
        if stood:
            unread.append(Unplaced(text=f"(deleted) ({printed})", because=_RANGE_FOLLOWS))
        return likelihood
    if _plain(typed) in {_plain(terms.printed_range(each)) for each in (likelihood, was) if each is not None}:
        return likelihood
    text = f"({typed})" if stood else head
    unread.append(Unplaced(text=text, because=f"{_RANGE_FOLLOWS}: “{likelihood.term}” is {printed}"))
    return was


def _meant(word: str, was: Likelihood | None, terms: Terms) -> Likelihood | None:
    """What a term stands for. One left as it was is known, though today's scale may not have it."""
    if was is not None and word.split() == was.term.split():
        return was
    return terms.likelihood(word)


def _confidence(
    tail: str | None, was: Confidence | None, terms: Terms, unread: list[Unplaced]
) -> Confidence | None:
    words = terms.wording.statements
    if tail is None:
        if was is not None:
            stood = f"(deleted) {words.confidence}{words.levels[was.level]}. {was.because}"
            unread.append(Unplaced(text=stood.strip(), because=_STAYS))
        return was
    typed, _, reason = (part.strip() for part in tail.partition("."))
    level = _level(typed, terms)
    if level is None:
        levels = ", ".join(words.levels.values())
        because = f"no level of confidence; the levels are: {levels}"
        text = typed if was is not None else tail.strip()
        unread.append(Unplaced(text=f"{words.confidence}{text}", because=because))
        return replace(was, because=reason or was.because) if was is not None else None
    if was is not None and reason.split() == was.because.split():
        reason = was.because
    return Confidence(level=level, because=reason)


def _level(typed: str, terms: Terms) -> ConfidenceLevel | None:
    for level in _levels():
        if terms.wording.statements.levels[level].casefold() == typed.casefold():
            return level
    return None


def _levels() -> tuple[ConfidenceLevel, ...]:
    return ("high", "moderate", "low")


def _no_term(scale: Scale | None) -> str:
    if scale is None:
        return "the outline names no scale of likelihood"
    return f"no term of {scale.name}, whose terms are: {', '.join(term.word for term in scale.terms)}"


def label_pattern(label: str) -> str:
    """What matches a label, with whatever spaces."""
    return r"\s*".join(map(re.escape, label.split()))


def _plain(range_: str) -> str:
    """A range without what people type in several ways: spaces, the kind of dash, the per cent sign."""
    return re.sub(r"[\s%]", "", re.sub("[‐-―−]", "-", range_)).casefold()


def merged_details(
    outcomes: Sequence[Outcome],
    lines: Sequence[Line],
    base: Version,
    today: Version,
    terms: Terms,
    choices: Choices,
) -> tuple[tuple[Outcome, ...], tuple[Unplaced, ...]]:
    """Outcomes whose lines under judgements are merged by what they say, not by their words, and are as the
    brief will print them; and what of the draft's `lines` cannot be read.

    A judgement stands in a brief twice; what is not read in either place is told once.
    """
    sent, now = _callouts(base), _callouts(today)
    unread: dict[tuple[str, Unplaced], None] = {}
    found: list[Outcome] = []
    for outcome in outcomes:
        strand = outcome.strand
        was, other = (_callout_of(at, held) for at, held in ((strand.base, sent), (strand.theirs, now)))
        line = _on_one_line([lines[j].tokens for j in strand.ours])
        if other is not None and line is not None and outcome.lines:
            mine = details_in(line, was or other, terms)
            words = text_of(today.lines[strand.theirs[0]].tokens)
            unread.update(dict.fromkeys((words, each) for each in mine.unread))
            details, clashes = _merged(was or other, mine, other, terms, choices.get((was or other).id))
            styled = [*_styled(line, today.lines[strand.theirs[0]].tokens), *_cited(line)]
            unread.update(dict.fromkeys((words, each) for each in styled))
            plain = len(outcome.lines) == 1 and not (clashes or mine.unread or styled)
            if not (plain and _says(mine, was or other) and _says(details, other)):
                tokens = (*_printed(details, terms.wording), *_marks(line))
                outcome = replace(
                    outcome, lines=(replace(outcome.lines[0], tokens=tokens),), clashes=tuple(clashes)
                )
        found.append(outcome)
    return tuple(found), tuple(each for _, each in unread)


def _on_one_line(runs: Sequence[Tokens]) -> Tokens | None:
    """What the brief printed on one line, which a person may have broken."""
    gap = Token(text=" ", kind="space")
    return tuple(token for run in runs for token in (gap, *run))[1:] if runs else None


def _callouts(version: Version) -> dict[int, Callout]:
    """The callouts of a version by the numbers of the lines under them."""
    callouts = {block.id: block for block in blocks_of(version.document) if isinstance(block, Callout)}
    return {
        at: callouts[unit.block]
        for at, unit in enumerate(version.units)
        if unit is not None and unit.part == "details" and unit.block in callouts
    }


def _callout_of(at: Sequence[int], callouts: Mapping[int, Callout]) -> Callout | None:
    return callouts.get(at[0]) if len(at) == 1 else None


def _merged(
    was: Callout, mine: Details, other: Callout, terms: Terms, choice: Choice | None
) -> tuple[Details, list[Clash]]:
    """What was, what the draft says and what today's brief says of one judgement, merged value by value."""
    clashes: list[Clash] = []
    versions = (Details.of(was), mine, Details.of(other))
    values: dict[str, str] = {}
    for key in DETAILS:
        before, ours, theirs = (version.value(key) for version in versions)
        if before == ours or choice == "theirs":
            values[key] = theirs
        elif theirs in (before, ours) or choice == "ours":
            values[key] = ours
        else:
            old, mine_shown, theirs_shown = (
                tokenise(terms.shown(key, each)) for each in (before, ours, theirs)
            )
            chunks: tuple[Chunk, ...] = (Clash(base=old, ours=mine_shown, theirs=theirs_shown),)
            values[key] = ours
            if key == "because":
                chunks = merge(old, mine_shown, theirs_shown)
                values[key] = "".join(map(_our_reading, chunks))
            clashes += [chunk for chunk in chunks if isinstance(chunk, Clash)]
    level = next((level for level in _levels() if level == values["confidence"]), None)
    confidence = Confidence(level=level, because=values["because"]) if level is not None else None
    return Details(likelihood=terms.likelihood(values["likelihood"]), confidence=confidence), clashes


def _our_reading(chunk: Chunk) -> str:
    return text_of(chunk.tokens if isinstance(chunk, Agreed) else chunk.ours)


def _says(details: Details, callout: Callout) -> bool:
    return (details.likelihood, details.confidence) == (callout.likelihood, callout.confidence)


def _printed(details: Details, wording: Wording) -> Tokens:
    tokens = tokens_of(details_of(details.likelihood, details.confidence, wording), {})
    return tokens[:-1] if tokens and tokens[-1].kind == "space" else tokens


def _styled(tokens: Tokens, today: Tokens) -> Iterator[Unplaced]:
    """Words that a person set in bold, or otherwise, which no key of a judgement can say."""
    known = {pair for token in today for pair in visible(token)}
    for odd, run in groupby(tokens, lambda token: any(name in _STYLES for name, _ in visible(token) - known)):
        text = text_of(run).strip()
        if odd and text:
            yield Unplaced(text=text, because="the line under a judgement is set by briefgen")


def _cited(tokens: Tokens) -> Iterator[Unplaced]:
    """Citations that a person put into the line, which no key of a judgement can hold."""
    because = "the line under a judgement has no citations; put the note behind the judgement itself"
    yield from (Unplaced(text=shown([token]), because=because) for token in tokens if _is_citation(token))


def _is_citation(token: Token) -> bool:
    return token.kind == "mark" and not is_own(token)


def _marks(tokens: Tokens) -> Iterator[Token]:
    yield from (token for token in tokens if is_own(token))
