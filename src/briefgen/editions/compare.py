"""Two editions side by side: what a reader of the former one must be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from briefgen.editions.changes import (
    Changes,
    FigureChange,
    JudgementChange,
    PassageChange,
    SourceChange,
    StatementChange,
)
from briefgen.editions.manifest import FigureState, Manifest, SourceState
from briefgen.model.document import (
    Block,
    Callout,
    Confidence,
    Document,
    Figure,
    Heading,
    Likelihood,
    List,
    Paragraph,
    Quotation,
    Section,
    Table,
    plain,
)
from briefgen.model.evidence import Anchor
from briefgen.text.align import RELATED, Match, Segment, align, similarity
from briefgen.text.tokens import words_and_signs
from briefgen.text.wording import Wording, wording_of
from briefgen.values import dataclass

WRITTEN = ("body", "annex")
"""The roles of sections that hold statements; the others repeat or sum up what stands in these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One of two editions to compare: its document, figures and sources, and where its passages stand."""

    edition: str
    as_of: str
    document: Document
    figures: tuple[FigureState, ...]
    sources: tuple[SourceState, ...]
    anchors: Mapping[str, Anchor]
    passages: frozenset[str]


def side_of(manifest: Manifest, document: Document) -> Side:
    """A published edition as one side."""
    anchors = {anchor.passage: anchor for anchor in manifest.anchors}
    return Side(
        edition=manifest.edition,
        as_of=manifest.made_from.as_of,
        document=document,
        figures=manifest.figures,
        sources=manifest.sources,
        anchors=anchors,
        passages=frozenset(anchors),
    )


def compare(old: Side, new: Side) -> Changes:
    """What became different from the old edition to the new one, in the language of the new one."""
    wording = wording_of(new.document.language)
    figures = tuple(_figures(old, new, wording))
    labels = tuple(change.label for change in figures)
    return Changes(
        since=old.edition,
        since_as_of=old.as_of,
        judgements=tuple(_judgements(old.document, new.document, wording)),
        figures=figures,
        statements=tuple(_statements(old.document, new.document, labels)),
        sources=tuple(_sources(old, new)),
        passages=tuple(_passages(old, new, wording)),
    )


def _judgements(old: Document, new: Document, wording: Wording) -> Iterator[JudgementChange]:
    before, after = list(_held(old)), list(_held(new))
    matches = _matches([_words_of(was) for was in before], [_words_of(now) for now in after])
    pairs = {match.new[0]: before[match.old[0]] for match in matches}
    kept = {place for match in matches for place in match.old}
    for index, now in enumerate(after):
        words = plain(now.inlines)
        was = pairs.get(index)
        if was is None:
            yield JudgementChange(block=now.id, words=words, kind="new", after=_held_how(now, wording))
            continue
        before_words = plain(was.inlines)
        if before_words != words:
            yield JudgementChange(
                block=now.id, words=words, kind="reworded", before=before_words, after=words
            )
        held = likelihood_words(was.likelihood, wording), likelihood_words(now.likelihood, wording)
        if held[0] != held[1]:
            yield JudgementChange(block=now.id, words=words, kind="likelihood", before=held[0], after=held[1])
        sure = _level(was.confidence, wording), _level(now.confidence, wording)
        if sure[0] != sure[1]:
            yield JudgementChange(block=now.id, words=words, kind="confidence", before=sure[0], after=sure[1])
    for was in [was for index, was in enumerate(before) if index not in kept]:
        yield JudgementChange(
            block="", words=plain(was.inlines), kind="dropped", before=_held_how(was, wording)
        )


def _held(document: Document) -> Iterator[Callout]:
    for section in document.sections:
        if section.role in WRITTEN:
            for block in section.blocks:
                if isinstance(block, Callout) and block.kind == "judgement":
                    yield block


def _words_of(judgement: Callout) -> Segment:
    return Segment(words=words_and_signs(plain(judgement.inlines)), hint=judgement.id)


def _held_how(judgement: Callout, wording: Wording) -> str:
    level = _level(judgement.confidence, wording)
    confidence = wording.changes.confident.format(level=level) if level else ""
    parts = (likelihood_words(judgement.likelihood, wording), confidence)
    return ", ".join(part for part in parts if part)


def likelihood_words(likelihood: Likelihood | None, wording: Wording) -> str:
    """A likelihood as a reader knows it: “likely (55–80%)”."""
    if likelihood is None:
        return ""
    return f"{likelihood.term} ({wording.range(likelihood.low, likelihood.high)})"


def _level(confidence: Confidence | None, wording: Wording) -> str:
    return wording.statements.levels[confidence.level] if confidence else ""


def _figures(old: Side, new: Side, wording: Wording) -> Iterator[FigureChange]:
    titles = {source.id: source.title for side in (old, new) for source in side.sources}
    before = {figure.id: figure for figure in old.figures}
    after = {figure.id: figure for figure in new.figures}
    for name in dict.fromkeys((*after, *before)):
        was, now = before.get(name), after.get(name)
        label = now.label if now else before[name].label
        known, told = _voices(was), _voices(now)
        for voice in dict.fromkeys((*told, *known)):
            if known.get(voice, ("",))[0] != told.get(voice, ("",))[0]:
                by = titles.get(voice[0], voice[0]) if voice[0] else wording.changes.computed
                yield FigureChange(
                    figure=name,
                    label=label,
                    by=by,
                    before=known.get(voice, ("", ""))[1],
                    after=told.get(voice, ("", ""))[1],
                )


def _voices(figure: FigureState | None) -> dict[tuple[str, int], tuple[str, str]]:
    """What each source said of a figure, as an exact value and as shown; the computed value has no source."""
    if figure is None:
        return {}
    found: dict[tuple[str, int], tuple[str, str]] = {}
    for reading in figure.readings:
        number = sum(1 for voice in found if voice[0] == reading.source)
        found[reading.source, number] = (f"{reading.low}–{reading.high}", reading.shown)
    if figure.computed:
        found["", 0] = (figure.computed, figure.computed)
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Statement:
    block: str
    section: str
    what: str
    text: str


def _statements(old: Document, new: Document, figures: Sequence[str]) -> Iterator[StatementChange]:
    before, after = list(_written(old)), list(_written(new))
    matches = _matches([_segment(item) for item in before], [_segment(item) for item in after])
    by_place = {match.new[0]: match for match in matches}
    matched = {place for match in matches for place in match.new}
    kept = {place for match in matches for place in match.old}
    changes: list[StatementChange] = []
    for place, now in enumerate(after):
        if place in by_place:
            match = by_place[place]
            was, now = _joined(before, match.old), _joined(after, match.new)
            if was.text != now.text:
                changes.append(_change(was, now))
        elif place not in matched:
            changes.append(_change(None, now))
    changes += [_change(was, None) for place, was in enumerate(before) if place not in kept]
    yield from (change for change in changes if not _tells_figure(change, figures))


def _matches(old: Sequence[Segment], new: Sequence[Segment]) -> list[Match]:
    """Which segments became which; one that only took another's place did not become it."""
    return [match for match in align(old, new).matches if _alike(old, new, match)]


def _alike(old: Sequence[Segment], new: Sequence[Segment], match: Match) -> bool:
    before = [word for place in match.old for word in old[place].words]
    after = [word for place in match.new for word in new[place].words]
    return similarity(before, after) >= RELATED


def _change(was: _Statement | None, now: _Statement | None) -> StatementChange:
    place = now or was
    assert place is not None
    return StatementChange(
        kind="reworded" if was and now else "added" if now else "removed",
        what=place.what,
        section=place.section,
        block=now.block if now else "",
        before=was.text if was else "",
        after=now.text if now else "",
    )


def _tells_figure(change: StatementChange, labels: Sequence[str]) -> bool:
    """Whether a row of a table repeats a figure whose move is told by itself."""
    return change.what == "row" and any(
        label in text for label in labels for text in (change.before, change.after)
    )


def _segment(statement: _Statement) -> Segment:
    return Segment(words=words_and_signs(statement.text), kind=statement.what, hint=statement.block)


def _joined(statements: Sequence[_Statement], places: Sequence[int]) -> _Statement:
    first = statements[places[0]]
    text = " ".join(statements[place].text for place in places)
    return _Statement(block=first.block, section=first.section, what=first.what, text=text)


def _written(document: Document) -> Iterator[_Statement]:
    for section in document.sections:
        if section.role in WRITTEN:
            title = plain(section.heading.inlines)
            for block in (section.heading, *section.blocks):
                for block_id, what, text in _texts(block):
                    words = " ".join(text.split())
                    if words:
                        yield _Statement(block=block_id, section=title, what=what, text=words)


def _texts(block: Block) -> Iterator[tuple[str, str, str]]:
    match block:
        case Heading():
            yield block.id, "heading", plain(block.inlines)
        case Paragraph():
            yield block.id, "statement", plain(block.inlines)
        case Callout():
            if block.kind != "judgement":
                yield block.id, block.kind, plain(block.inlines)
        case Quotation():
            yield block.id, "quotation", " ".join(map(plain, block.paragraphs))
        case List():
            for item in block.items:
                for held in item.blocks:
                    yield from _texts(held)
        case Table():
            for row in block.rows:
                yield block.id, "row", " · ".join(plain(cell.inlines) for cell in row)
        case Figure():
            yield block.id, "caption", plain(block.caption)


def _sources(old: Side, new: Side) -> Iterator[SourceChange]:
    before = {source.id: source for source in old.sources}
    after = {source.id: source for source in new.sources}
    for name, now in after.items():
        standing = sum(1 for anchor in new.anchors.values() if anchor.source == name)
        if name not in before:
            yield SourceChange(kind="new", source=name, title=now.title, standing=standing)
        elif before[name].sha256 != now.sha256:
            yield SourceChange(kind="altered", source=name, title=now.title, standing=standing)
    for name, was in before.items():
        if name not in after:
            yield SourceChange(kind="withdrawn", source=name, title=was.title)


def _passages(old: Side, new: Side, wording: Wording) -> Iterator[PassageChange]:
    titles = {source.id: source.title for side in (old, new) for source in side.sources}
    for name, was in old.anchors.items():
        now = new.anchors.get(name)
        title = titles.get(was.source, was.source)
        if now is None:
            if name in new.passages:
                yield PassageChange(
                    kind="broken", passage=name, quoted=was.exact, title=title, before=_place(was, wording)
                )
        elif now.source == was.source and was.place != now.place:
            yield PassageChange(
                kind="moved",
                passage=name,
                quoted=now.exact,
                title=title,
                before=_place(was, wording),
                after=_place(now, wording),
            )


def _place(anchor: Anchor, wording: Wording) -> str:
    words = wording.changes
    place = (
        words.row.format(row=anchor.row) if anchor.row else words.paragraph.format(paragraph=anchor.paragraph)
    )
    return wording.changes.page.format(place=place, page=anchor.page) if anchor.page else place


def without_frame(document: Document) -> Document:
    """A document without what tells its edition: its id, and what changed since the one before."""
    kept: tuple[Section, ...] = tuple(section for section in document.sections if section.role != "changes")
    return replace(document, edition="", sections=kept)
