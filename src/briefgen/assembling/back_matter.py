"""What stands after the argument: the scale of likelihood, the source summary, the list of sources.

The summary and its descriptors follow Intelligence Community Directive 206 (2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from briefgen.citing.chicago import bibliography_entry, join_texts, short_title
from briefgen.model.citation import Source
from briefgen.model.document import (
    Block,
    Callout,
    Cell,
    Column,
    Heading,
    Inlines,
    LineBreak,
    Paragraph,
    Section,
    SectionRole,
    Table,
    Text,
)
from briefgen.model.evidence import Capture, Evidence
from briefgen.model.scales import Scale
from briefgen.text.cells import on_one_line
from briefgen.text.quantities.shown import show_number
from briefgen.text.shortening import shortened
from briefgen.text.wording import Wording
from briefgen.text.wording.words import SourceWords

_LONGEST = 90
"""Characters of a passage that the summary quotes."""


def scale_section(scale: Scale | None, sections: Iterable[Section], wording: Wording) -> tuple[Section, ...]:
    """The scale's terms with their ranges, where a statement of the brief uses one."""
    used = any(
        isinstance(block, Callout) and block.likelihood is not None
        for section in sections
        for block in section.blocks
    )
    if not used or scale is None:
        return ()
    words = wording.sources
    by_range: dict[str, list[str]] = {}
    for term in scale.terms:
        by_range.setdefault(wording.range(term.low, term.high), []).append(term.word)
    table = Table(
        id="scale-terms",
        columns=tuple(Column(align="center") for _ in by_range),
        header=tuple(_cell(", ".join(words)) for words in by_range.values()),
        rows=(tuple(_cell(shown) for shown in by_range),),
    )
    intro = _paragraph("scale-use", words.scale_use.format(scale=scale.name))
    return (_section("scale", words.scale, "scale", [intro, table]),)


def source_summary(evidence: Evidence, wording: Wording) -> tuple[Section, ...]:
    """What kind of sources the brief rests on, and how far each can be relied on."""
    cited, words = cited_sources(evidence), wording.sources
    if not cited:
        return ()
    origins: dict[str, list[str]] = {}
    perhaps: set[str] = set()
    for name in evidence.anchors:
        passage = evidence.passages[name]
        if passage.origin:
            origins.setdefault(passage.origin, []).append(name)
            if passage.origin_perhaps:
                perhaps.add(passage.origin)
    counted = {
        "passages": wording.counted(len(evidence.anchors), words.passages),
        "sources": wording.counted(len(cited), words.sources),
    }
    sentences = [words.rests.format(**counted)]
    for origin, names in origins.items():
        if len(names) > 1:
            listed = wording.notes.and_.join(_quoted(evidence.anchors[name].exact, wording) for name in names)
            voice = words.perhaps_one_voice if origin in perhaps else words.one_voice
            sentences.append(voice.format(passages=listed))
    blocks: list[Block] = [_paragraph("source-summary-count", " ".join(sentences))]
    rows = tuple(_summary_row(source, words) for source in cited)
    columns = (Column(weight=3), Column(weight=4), Column(weight=5))
    header = tuple(_cell(title) for title in (words.source, words.what, words.reliability))
    blocks.append(
        Table(id="source-summary-table", columns=columns, header=header, rows=rows, row_headers=True)
    )
    blocks += _item_grades(evidence, wording)
    return (_section("source-summary", words.summary, "source-summary", blocks),)


def _summary_row(source: Source, words: SourceWords) -> tuple[Cell, ...]:
    grade = source.reliability
    judged = words.not_graded
    if grade:
        judged = f"{grade.grade}, {words.reliabilities[grade.grade]}. {grade.because}"
    return (_cell(short_title(source)), _cell(source.descriptor or words.not_described), _cell(judged))


def _item_grades(evidence: Evidence, wording: Wording) -> list[Block]:
    words, rows = wording.sources, []
    for name, anchor in evidence.anchors.items():
        grade = evidence.passages[name].credibility
        if grade is not None:
            judged = f"{grade.grade}, {words.credibilities[grade.grade]}. {grade.because}"
            source = evidence.sources[anchor.source]
            rows.append((_cell(f"{_quoted(anchor.exact, wording)} ({short_title(source)})"), _cell(judged)))
    if not rows:
        return []
    columns = (Column(weight=6), Column(weight=6))
    header = (_cell(words.item), _cell(words.credibility))
    table = Table(id="item-grades", columns=columns, header=header, rows=tuple(rows), row_headers=True)
    return [table]


def source_list(evidence: Evidence, wording: Wording) -> tuple[Section, ...]:
    """Every cited source in full, with the digest of what was captured and when."""
    entries: list[Block] = []
    for source in cited_sources(evidence):
        entries.append(
            Paragraph(
                id=f"source-{source.id}",
                role="entry",
                inlines=_entry(source, evidence.captures[source.id], wording),
            )
        )
    return (_section("sources", wording.sources.list, "sources", entries),) if entries else ()


def _entry(source: Source, capture: Capture, wording: Wording) -> Inlines:
    words = wording.sources
    accessed = wording.date(source.accessed)
    captured = words.captured.format(date=accessed) if accessed else words.capture_unknown
    parts: list[Inlines] = [bibliography_entry(source, wording), (Text(text=f" {captured}"),)]
    if source.remark:
        parts.append((Text(text=f" {_sentence(source.remark)}"),))
    for correction in source.corrections:
        says = words.says.format(
            words=wording.quotes.around(correction.says), remark=_sentence(correction.remark)
        )
        parts.append((Text(text=f" {says}"),))
    size = show_number(Fraction(capture.size), language=wording.language)
    told = words.file.format(file=capture.file, size=size, digest=capture.sha256)
    parts.append((LineBreak(), Text(text=told)))
    return join_texts([inline for part in parts for inline in part])


def cited_sources(evidence: Evidence) -> list[Source]:
    """The sources of which a passage was found, in the register's order."""
    cited = {anchor.source for anchor in evidence.anchors.values()}
    return [source for source in evidence.sources.values() if source.id in cited]


def _section(name: str, title: str, role: SectionRole, blocks: Sequence[Block]) -> Section:
    heading = Heading(id=f"{name}-heading", level=1, inlines=(Text(text=title),))
    return Section(id=name, heading=heading, blocks=tuple(blocks), role=role)


def _paragraph(name: str, text: str) -> Paragraph:
    return Paragraph(id=name, inlines=(Text(text=text),))


def _cell(text: str) -> Cell:
    return Cell(inlines=(Text(text=text),))


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _quoted(exact: str, wording: Wording) -> str:
    return wording.quotes.around(shortened(on_one_line(exact), _LONGEST))
