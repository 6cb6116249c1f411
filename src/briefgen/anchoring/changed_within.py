"""Long passages given by their first and last words: what changes between these, no outline can tell."""

from __future__ import annotations

from briefgen.anchoring.tracing import running
from briefgen.model.evidence import Anchor, Passage, RangeSelector, SourceText
from briefgen.text.normalise import normalise_words

MOST_DIFFERENCES = 4
"""So many differences are told; a passage with more has been written anew."""


def changed_within(before: Anchor, now: Anchor, passage: Passage, text: SourceText) -> str:
    """What a source says otherwise between the ends of a passage than it did `before`; nothing, as a rule.

    Where the former words still stand in the source, it is the outline that has changed.
    """
    was, told = normalise_words(before.exact), normalise_words(now.exact)
    if not isinstance(passage.selector, RangeSelector) or was == told or was in running(text.canonical):
        return ""
    from briefgen.anchoring.differences import compare

    differences = [str(one) for one in compare(told, was).differences]
    listed = ", ".join(differences[:MOST_DIFFERENCES]) or "only spaces and signs differ"
    more = len(differences) - MOST_DIFFERENCES
    return f"{listed}, and {more} more" if more > 0 else listed
