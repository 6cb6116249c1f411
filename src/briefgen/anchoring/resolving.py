"""From a passage to its anchor, or to a finding that says what is in the way and what to write instead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from briefgen.anchoring.changed_within import changed_within
from briefgen.anchoring.describing import NotQuotable, describe
from briefgen.anchoring.locating import (
    Absent,
    Cut,
    EndAbsent,
    Found,
    InExcluded,
    OutOfContext,
    Several,
    locate,
)
from briefgen.anchoring.tracing import (
    canonical_words,
    column_of,
    exact_words,
    page_at,
    paragraph_at,
    place_told,
    raw_extent,
    row_at,
    running,
    where_in,
)
from briefgen.diagnostics import Diagnostic, Span, error, info, warning
from briefgen.model.evidence import (
    Anchor,
    Extent,
    Passage,
    RangeSelector,
    SourceText,
    TextQuoteSelector,
    Verdict,
)
from briefgen.text.normalise import normalise_words
from briefgen.text.tokens import NEGATIONS

TOO_COMMON = 50
"""Places. Words that stand at more need more words, not a context."""

MOST_LISTED = 5
"""Of many places, or of many differences, so many are shown."""


def resolve(
    passage: Passage, text: SourceText, span: Span, remembered: Anchor | None = None
) -> tuple[Anchor | None, list[Diagnostic]]:
    """The anchor of a passage, with a finding where a person should know more of it, or why there is none.

    `span` is where the outline states the passage; `remembered` is its anchor in the last accepted edition,
    which tells whether the same words have moved since.
    """
    location = locate(passage.selector, text)
    match location:
        case Found():
            return _found(location, passage, text, span, remembered)
        case Several():
            return None, [_several(location, passage, text, span)]
        case InExcluded():
            return None, [_in_excluded(location, passage, text, span)]
        case Cut():
            message = (
                f"{_named(passage)} stands in {where_in(text, location.extent)} only as part of longer "
                f"words: it would {location.edge} inside “{location.piece}”"
            )
            return None, [
                error("AN308", message, span, hint=f"quote “{location.piece}” whole, or not at all")
            ]
        case OutOfContext():
            return None, [_out_of_context(location.extents, passage, text, span)]
        case EndAbsent():
            where = where_in(text, location.start)
            message = f"{_named(passage)} begins in {where}, but “{location.words}” does not stand after that"
            return None, [error("AN307", message, span, hint="copy the last words of the passage into `to`")]
        case Absent():
            return None, [_absent(location.words, text, span)]
        case _:
            assert_never(location)


def _found(
    location: Found, passage: Passage, text: SourceText, span: Span, remembered: Anchor | None
) -> tuple[Anchor, list[Diagnostic]]:
    anchor = anchor_at(location.extent, location.verdict, passage, text)
    if location.verdict is Verdict.MOVED:
        where = where_in(text, location.extent)
        message = f"{_named(passage)} stands only in {where}, in another context than stated"
        hint = "see that it still means the same, and correct `prefix` and `suffix`"
        return anchor, [warning("AN306", message, span, hint=hint)]
    if remembered and _same_words(anchor, remembered) and anchor.place != remembered.place:
        now, before = where_in(text, location.extent), place_told(*remembered.place)
        message = f"{_named(passage)} has moved: it stands in {now} now, before it was {before}"
        moved = replace(anchor, verdict=Verdict.MOVED)
        return moved, [info("AN306", message, span)]
    changed = changed_within(remembered, anchor, passage, text) if remembered else ""
    if changed:
        message = (
            f"between the ends of the passage “{passage.id}”, “{text.source}” says something else than at "
            f"the last edition: {changed}"
        )
        hint = "see what rests on it, then build once with --allow AN312"
        return anchor, [error("AN312", message, span, hint=hint)]
    denial = _denial_beside(location.extent, text)
    if denial:
        where = where_in(text, location.extent)
        message = f"{_named(passage)} leaves out “{denial}”, which stands beside it in {where}"
        return anchor, [warning("AN311", message, span, hint=f"quote “{denial}” with it, or other words")]
    return anchor, []


def _denial_beside(extent: Extent, text: SourceText) -> str:
    """The word just before an extent, or in Korean just behind it, that turns its statement round."""
    line = running(text.canonical)
    before = _WORD_BEFORE.search(line, max(0, extent.start - _LONGEST_DENIAL), extent.start)
    if before and (before[1].lower() in _DENIALS or before[1].lower().endswith("n't")):
        return before[1]
    after = _KOREAN_DENIAL.match(line, extent.end)
    return after[1] if after else ""


_LONGEST_DENIAL = 16
_WORD_BEFORE = re.compile(r"(?<![\w'-])([\w'-]+) \Z")
_DENIALS = NEGATIONS | {"не", "ни", "нет", "без"}
_KOREAN_DENIAL = re.compile(r" ?((?:않|못하|못했|없|아니)[\uac00-\ud7a3]*)")


def anchor_at(extent: Extent, verdict: Verdict, passage: Passage, text: SourceText) -> Anchor:
    """The anchor of a passage whose words stand at an extent."""
    return Anchor(
        passage=passage.id,
        source=text.source,
        verdict=verdict,
        exact=exact_words(text, extent),
        extent=extent,
        raw=raw_extent(text, extent),
        paragraph=paragraph_at(text, extent.start),
        page=page_at(text, extent.start),
        row=row_at(text, extent.start),
        column=column_of(text, extent),
    )


def _same_words(anchor: Anchor, remembered: Anchor) -> bool:
    return normalise_words(anchor.exact) == normalise_words(remembered.exact)


def _absent(words: str, text: SourceText, span: Span) -> Diagnostic:
    from briefgen.anchoring.differences import compare
    from briefgen.anchoring.nearest import LIKE, nearest

    missing = f"“{_shortened(words)}” is not found in “{text.source}”"
    near = nearest(words, text) if words else None
    if near is None:
        return error("AN301", missing, span, hint=_advice(words) or "is it quoted from another source?")
    extent, likeness = near
    where, exact = where_in(text, extent), " ".join(exact_words(text, extent).split())
    if likeness < LIKE:
        return error("AN301", f"{missing}; nearest to it, in {where}: “{exact}”", span, hint=_advice(words))
    comparison = compare(words, canonical_words(text, extent))
    listed = _listed([str(one) for one in comparison.differences], ", ") or "only spaces differ"
    says = f"{where} has “{comparison.marked}”: {listed}"
    hint = _advice(words) or f"for the source's own words write “{exact}”"
    if comparison.verdict is Verdict.CONTRADICTED:
        return error(
            "AN305", f"“{_shortened(words)}” is not what “{text.source}” says; {says}", span, hint=hint
        )
    return error(
        "AN304", f"“{_shortened(words)}” is not word for word in “{text.source}”; {says}", span, hint=hint
    )


def _advice(words: str) -> str:
    """What to do about words that no source can hold as they were typed."""
    if len(words) > 2 and words.startswith('"') and words.endswith('"'):
        return 'only straight quotation marks are YAML\'s own: write quote: "…", or leave “ and ” out'
    if "..." in words.strip(". "):
        return (
            "a quotation is one unbroken stretch: "
            "give the first words of a long one in `from`, its last in `to`"
        )
    return ""


def _in_excluded(location: InExcluded, passage: Passage, text: SourceText, span: Span) -> Diagnostic:
    region = location.excluded.extent
    stands = "runs into" if location.extent.start < region.start else "stands only in"
    where = where_in(text, Extent(start=max(location.extent.start, region.start), end=region.end))
    return error(
        "AN303",
        f"{_named(passage)} {stands} {where}, which may not be cited: {location.excluded.because}",
        span,
        hint="quote the source's own words, or correct `exclude` in the register",
    )


def _several(location: Several, passage: Passage, text: SourceText, span: Span) -> Diagnostic:
    selector, extents = passage.selector, location.extents
    if isinstance(selector, RangeSelector):
        words, places = selector.start, [where_in(text, extent) for extent in extents]
        hint = "give more words in `from`"
    else:
        words, places = selector.exact, _places_apart(extents, text)
        hint = "say which one with `prefix` or `suffix`, or quote more words"
    listed = _listed(places, "; ")
    times = f"{len(extents):,} times or more" if location.uncounted else f"{len(extents)} times"
    message = f"“{_shortened(words)}” stands {times} in “{text.source}”: {listed}"
    return error("AN302", message, span, hint=hint)


def _places_apart(extents: tuple[Extent, ...], text: SourceText) -> list[str]:
    """Each place; the first ones with what to write to mean them, where that is of any use."""
    helped = MOST_LISTED if len(extents) <= TOO_COMMON else 0
    return [
        f"{where_in(text, extent)}{_apart(extent, text) if index < helped else ''}"
        for index, extent in enumerate(extents)
    ]


def _listed(items: Sequence[str], between: str) -> str:
    more = len(items) - MOST_LISTED
    return between.join([*items[:MOST_LISTED], *([f"and {more} more"] if more > 0 else [])])


def _apart(extent: Extent, text: SourceText) -> str:
    """What to write to mean this place and no other."""
    try:
        selector = describe(extent, text)
    except NotQuotable:
        return ""
    parts = [
        f"{key}: “{words}”"
        for key, words in (("prefix", selector.prefix), ("suffix", selector.suffix))
        if words
    ]
    return f" ({', '.join(parts)})" if parts else ""


def _out_of_context(
    extents: tuple[Extent, ...], passage: Passage, text: SourceText, span: Span
) -> Diagnostic:
    assert isinstance(passage.selector, TextQuoteSelector)
    asked = [f"after “{passage.selector.prefix}”"] if passage.selector.prefix else []
    asked += [f"before “{passage.selector.suffix}”"] if passage.selector.suffix else []
    places = _listed(_places_apart(extents, text), "; ")
    return error(
        "AN309",
        f"{_named(passage)} does not stand {' and '.join(asked)}; it stands in {places}",
        span,
        hint="copy `prefix` and `suffix` from just before and after the quoted words",
    )


def _named(passage: Passage) -> str:
    selector = passage.selector
    quoted = (
        selector.exact if isinstance(selector, TextQuoteSelector) else f"{selector.start} … {selector.end}"
    )
    return f"“{_shortened(quoted)}”"


def _shortened(quoted: str) -> str:
    words = " ".join(quoted.split())
    return words if len(words) <= 100 else f"{words[:60].rsplit(' ', 1)[0]} … {words[-35:].split(' ', 1)[-1]}"
