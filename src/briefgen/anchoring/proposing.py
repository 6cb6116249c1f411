"""Words of a source for a passage that is not found there, for a person to accept in place of those typed."""

from __future__ import annotations

from collections.abc import Mapping

from briefgen.anchoring.locating import Absent, EndAbsent, Found, locate
from briefgen.anchoring.resolving import anchor_at
from briefgen.anchoring.tracing import canonical_words
from briefgen.model.evidence import Anchor, Passage, RangeSelector, SourceText, TextQuoteSelector


def propose(passage: Passage, text: SourceText) -> Mapping[str, Anchor]:
    """Where the words nearest to a passage's stand, for a person to accept in their place; empty if none do.

    By the key of the outline that gives them: `quote`, or `from` and `to`. Their verdict is variant or
    contradicted: no brief may rest on them as they are.
    """
    selector = passage.selector
    if isinstance(selector, TextQuoteSelector):
        located = locate(selector, text)
        return (
            _nearest_anchors({"quote": located.words}, passage, text) if isinstance(located, Absent) else {}
        )
    first = locate(TextQuoteSelector(exact=selector.start), text)
    opening = _nearest_anchors({"from": first.words}, passage, text) if isinstance(first, Absent) else {}
    if not opening and not isinstance(first, Found):
        return {}
    start = opening["from"].exact if opening else selector.start
    located = locate(RangeSelector(start=start, end=selector.end), text)
    if not isinstance(located, EndAbsent):
        return opening
    return {**opening, **_nearest_anchors({"to": located.words}, passage, text, located.start.end)}


def _nearest_anchors(
    wanted: Mapping[str, str], passage: Passage, text: SourceText, after: int = 0
) -> dict[str, Anchor]:
    from briefgen.anchoring.differences import compare
    from briefgen.anchoring.nearest import LIKE, nearest

    anchors = {}
    for key, words in wanted.items():
        near = nearest(words, text, after)
        if near is not None and near[1] >= LIKE:
            verdict = compare(words, canonical_words(text, near[0])).verdict
            anchors[key] = anchor_at(near[0], verdict, passage, text)
    return anchors
