"""A source's whole text in pieces: what the brief cites, what may not be cited, and all the rest."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from briefgen.model.citation import Name, Source
from briefgen.model.evidence import Anchor, Capture, Evidence, Extent, SourceText
from briefgen.rendering.html.passages import PassageView, reliability_phrase, source_name
from briefgen.values import dataclass

NOT_CAPTURED = "not captured"

LONGEST_TABLE = 1_000
"""Rows. Of a longer table only those near its head and near passages are shown, that pages open at once."""

NEAR = 25
"""Rows before and after one that is shown for its passage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Words that share their passages; `begins` and `ends` name those that start or stop with them."""

    text: str
    passages: tuple[str, ...] = ()
    begins: tuple[str, ...] = ()
    ends: tuple[str, ...] = ()
    excluded: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ParagraphView:
    """A paragraph or row by its number in citations; 0 for words that stand between paragraphs.

    `left_out` counts the rows before it that are not shown; behind the last one shown these have no pieces.
    """

    number: int
    pieces: tuple[Piece, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What the brief uses of a source: stretches as shares of its length, and how much in per cent."""

    used: tuple[tuple[float, float], ...]
    excluded: tuple[tuple[float, float], ...]
    used_percent: int
    excluded_percent: int
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """One source for the reader; `facts` are pairs of a name and its value, in the order to be shown."""

    id: str
    name: str
    title: str
    language: str
    url: str
    facts: tuple[tuple[str, str], ...]
    paragraphs: tuple[ParagraphView, ...]
    is_table: bool
    coverage: Coverage


def source_views(evidence: Evidence, passages: Mapping[str, PassageView]) -> tuple[SourceView, ...]:
    """Every source of the register, in its order."""
    by_source: dict[str, list[Anchor]] = {}
    for anchor in evidence.anchors.values():
        by_source.setdefault(anchor.source, []).append(anchor)
    return tuple(
        _view(source, evidence, by_source.get(source.id, []), passages)
        for source in evidence.sources.values()
    )


def _view(
    source: Source, evidence: Evidence, anchors: list[Anchor], passages: Mapping[str, PassageView]
) -> SourceView:
    text = evidence.texts.get(source.id)
    used = [anchor for anchor in anchors if passages[anchor.passage].cited_by]
    return SourceView(
        id=source.id,
        name=source_name(source, source.id),
        title=source.title or source.id,
        language=source.language,
        url=source.url,
        facts=tuple(_facts(source, evidence.captures.get(source.id))),
        paragraphs=tuple(_shown(text, anchors)) if text else (),
        is_table=bool(text and text.rows),
        coverage=coverage_of(text, used),
    )


def _shown(text: SourceText, anchors: Iterable[Anchor]) -> list[ParagraphView]:
    views = paragraphs_of(text, anchors)
    return near_passages(views) if len(text.rows) > LONGEST_TABLE else views


def near_passages(rows: Sequence[ParagraphView]) -> list[ParagraphView]:
    """The first rows, and those near one that has a passage."""
    cited = [at for at, row in enumerate(rows) if any(piece.passages for piece in row.pieces)]
    kept = sorted(
        {near for at in (0, *cited) for near in range(max(0, at - NEAR), min(len(rows), at + NEAR + 1))}
    )
    shown = [replace(rows[at], left_out=at - before - 1) for before, at in pairwise((-1, *kept))]
    behind = len(rows) - 1 - kept[-1]
    return [*shown, ParagraphView(number=0, pieces=(), left_out=behind)] if behind else shown


def paragraphs_of(text: SourceText, anchors: Iterable[Anchor]) -> list[ParagraphView]:
    """The whole text as people read it, cut where paragraphs, passages and excluded regions begin and end."""
    spans = sorted(anchors, key=lambda anchor: (anchor.extent.start, anchor.extent.end))
    edges = {0, len(text.canonical)}
    for extent in (
        *text.paragraphs,
        *(region.extent for region in text.excluded),
        *(anchor.extent for anchor in spans),
    ):
        edges.update((extent.start, extent.end))
    numbers = text.rows or range(1, len(text.paragraphs) + 1)
    starts_of = {
        extent.start: (number, extent.end) for number, extent in zip(numbers, text.paragraphs, strict=True)
    }
    views: list[ParagraphView] = []
    pieces: list[Piece] = []
    number, paragraph_end, upcoming = 0, 0, 0
    open_spans: list[Anchor] = []
    for start, end in pairwise(sorted(edges)):
        if (start >= paragraph_end and number) or start in starts_of:
            _close(views, number, pieces)
            number, paragraph_end = starts_of.get(start, (0, start))
        while upcoming < len(spans) and spans[upcoming].extent.start <= start:
            open_spans.append(spans[upcoming])
            upcoming += 1
        open_spans = [anchor for anchor in open_spans if anchor.extent.end > start]
        region = next((one for one in text.excluded if one.extent.start <= start < one.extent.end), None)
        pieces.append(
            Piece(
                text=text.words[_place(text, start) : _place(text, end)],
                passages=tuple(anchor.passage for anchor in open_spans),
                begins=tuple(anchor.passage for anchor in open_spans if anchor.extent.start == start),
                ends=tuple(anchor.passage for anchor in open_spans if anchor.extent.end == end),
                excluded=(region.because or "not to be cited") if region else "",
            )
        )
    _close(views, number, pieces)
    return views


def _place(text: SourceText, edge: int) -> int:
    """Where an edge between canonical characters lies in the words; after a character that became several."""
    while 0 < edge < len(text.canonical) and text.word_origins[edge] == text.word_origins[edge - 1]:
        edge += 1
    return text.word_origins[edge]


def _close(views: list[ParagraphView], number: int, pieces: list[Piece]) -> None:
    if any(piece.text.strip() for piece in pieces):
        views.append(ParagraphView(number=number, pieces=tuple(pieces)))
    pieces.clear()


def coverage_of(text: SourceText | None, anchors: Iterable[Anchor]) -> Coverage:
    """How much of the text that may be cited the anchors use, each character counted once."""
    if text is None or not text.canonical:
        return Coverage(used=(), excluded=(), used_percent=0, excluded_percent=0, passages=0)
    extents = [anchor.extent for anchor in anchors]
    used, excluded = _union(extents), _union([region.extent for region in text.excluded])
    length = len(text.canonical)
    left_out = sum(end - start for start, end in excluded)
    citable = max(1, length - left_out)
    return Coverage(
        used=tuple((start / length, end / length) for start, end in used),
        excluded=tuple((start / length, end / length) for start, end in excluded),
        used_percent=min(100, round(100 * sum(end - start for start, end in used) / citable)),
        excluded_percent=round(100 * left_out / length),
        passages=len(extents),
    )


def _union(extents: list[Extent]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((extent.start, extent.end) for extent in extents):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _facts(source: Source, capture: Capture | None) -> Iterable[tuple[str, str]]:
    yield "Author", "; ".join(map(_person, source.authors)) or NOT_CAPTURED
    yield "Published", source.issued or NOT_CAPTURED
    yield "Published by", source.publisher or source.container_title or NOT_CAPTURED
    yield "Accessed", source.accessed or NOT_CAPTURED
    yield "Kind", source.type.replace("-", " ")
    yield "Reliability", reliability_phrase(source)
    if source.descriptor:
        yield "About the source", source.descriptor
    if source.remark:
        yield "Remark", source.remark
    if capture is None:
        yield "Capture", NOT_CAPTURED
    else:
        yield "File", f"{capture.file}, {capture.size:,} bytes"
        yield "SHA-256", capture.sha256


def _person(name: Name) -> str:
    return name.literal or " ".join(filter(None, (name.given, name.family)))
