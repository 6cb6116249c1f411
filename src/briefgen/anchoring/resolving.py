"""From a passage to its anchor, or to a finding that says what is in the way and what to write instead."""

from __future__ import annotations

from typing import assert_never

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
from briefgen.anchoring.tracing import exact_words, page_at, paragraph_at, raw_extent
from briefgen.diagnostics import Diagnostic, Span, error
from briefgen.model.evidence import Anchor, Extent, Passage, SourceText, TextQuoteSelector

SHOWN_PLACES = 5
"""Of words that stand at many places, so many are shown."""


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
            return None, [_several(location.extents, passage, text, span)]
        case InExcluded():
            where, because = _where(text, location.extent), location.excluded.because
            message = f"{_named(passage)} stands only in {where}, which may not be cited: {because}"
            hint = "quote the source's own words, or correct `exclude` in the register"
            return None, [error("AN303", message, span, hint=hint)]
        case Cut():
            message = (
                f"{_named(passage)} stands in {_where(text, location.extent)} only as part of longer words: "
                f"it would {location.edge} inside “{location.piece}”"
            )
            return None, [
                error("AN308", message, span, hint=f"quote “{location.piece}” whole, or not at all")
            ]
        case OutOfContext():
            return None, [_out_of_context(location.extents, passage, text, span)]
        case EndAbsent():
            where = _where(text, location.start)
            message = f"{_named(passage)} begins in {where}, but “{location.words}” does not stand after that"
            return None, [error("AN307", message, span, hint="copy the last words of the passage into `to`")]
        case Absent():
            message = f"{_named(passage)} is not found in “{text.source}”"
            return None, [error("AN301", message, span)]
        case _:
            assert_never(location)


def _found(
    location: Found, passage: Passage, text: SourceText, span: Span, remembered: Anchor | None
) -> tuple[Anchor, list[Diagnostic]]:
    anchor = Anchor(
        passage=passage.id,
        source=text.source,
        verdict=location.verdict,
        exact=exact_words(text, location.extent),
        extent=location.extent,
        raw=raw_extent(text, location.extent),
        paragraph=paragraph_at(text, location.extent.start),
        page=page_at(text, location.extent.start),
    )
    return anchor, []


def _several(extents: tuple[Extent, ...], passage: Passage, text: SourceText, span: Span) -> Diagnostic:
    places = [f"{_where(text, extent)}{_apart(extent, text)}" for extent in extents[:SHOWN_PLACES]]
    if len(extents) > SHOWN_PLACES:
        places.append(f"and {len(extents) - SHOWN_PLACES} more")
    return error(
        "AN302",
        f"{_named(passage)} stands {len(extents)} times in “{text.source}”: {'; '.join(places)}",
        span,
        hint="say which one with `prefix` or `suffix`, or quote more words",
    )


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
    places = "; ".join(f"{_where(text, extent)}{_apart(extent, text)}" for extent in extents[:SHOWN_PLACES])
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


def _where(text: SourceText, extent: Extent) -> str:
    page = page_at(text, extent.start)
    paragraph = f"paragraph {paragraph_at(text, extent.start)}"
    return f"{paragraph} (page {page})" if page else paragraph
