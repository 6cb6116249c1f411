"""What stands after the argument: the scale of likelihood, the source summary, the list of sources.

The summary and its descriptors follow Intelligence Community Directive 206 (2015).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefgen.citing.chicago import bibliography_entry, day, inner_quotes, join_texts, short_title
from briefgen.model.citation import CREDIBILITY_WORDS, RELIABILITY_WORDS, Source
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
from briefgen.model.scales import SCALES


def scale_section(scale: str, sections: Iterable[Section]) -> tuple[Section, ...]:
    """The scale's terms with their ranges, where a statement of the brief uses one."""
    used = any(
        isinstance(block, Callout) and block.likelihood is not None
        for section in sections
        for block in section.blocks
    )
    if not used or scale not in SCALES:
        return ()
    chosen = SCALES[scale]
    by_range: dict[str, list[str]] = {}
    for term in chosen.terms:
        by_range.setdefault(term.range_shown, []).append(term.word)
    table = Table(
        id="scale-terms",
        columns=tuple(Column(align="center") for _ in by_range),
        header=tuple(_cell(", ".join(words)) for words in by_range.values()),
        rows=(tuple(_cell(shown) for shown in by_range),),
    )
    intro = (
        f"Terms of likelihood are those of the {chosen.name}, and stand for these ranges. "
        "Confidence is a judgement apart: it says how well founded a statement is, not how likely."
    )
    return (_section("scale", "Terms of likelihood", "scale", [_paragraph("scale-use", intro), table]),)


def source_summary(evidence: Evidence) -> tuple[Section, ...]:
    """What kind of sources the brief rests on, and how far each can be relied on."""
    cited = cited_sources(evidence)
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
    passages = len(evidence.anchors)
    words = [
        f"This brief rests on {passages} {_plural(passages, 'passage')} "
        f"of {len(cited)} {_plural(len(cited), 'source')}."
    ]
    for origin, names in origins.items():
        if len(names) > 1:
            listed = " and ".join(_quoted(evidence.anchors[name].exact) for name in names)
            share = "perhaps share" if origin in perhaps else "share"
            words.append(f"The passages {listed} {share} one origin and are counted as one voice.")
    blocks: list[Block] = [_paragraph("source-summary-count", " ".join(words))]
    rows = tuple(_summary_row(source) for source in cited)
    columns = (Column(weight=3), Column(weight=4), Column(weight=5))
    header = tuple(_cell(title) for title in ("Source", "What it is", "Reliability"))
    blocks.append(
        Table(id="source-summary-table", columns=columns, header=header, rows=rows, row_headers=True)
    )
    blocks += _item_grades(evidence)
    return (_section("source-summary", "Source summary", "source-summary", blocks),)


def _summary_row(source: Source) -> tuple[Cell, ...]:
    grade = source.reliability
    judged = f"{grade.grade}, {RELIABILITY_WORDS[grade.grade]}. {grade.because}" if grade else "not graded"
    return (_cell(short_title(source)), _cell(source.descriptor or "not described"), _cell(judged))


def _item_grades(evidence: Evidence) -> list[Block]:
    rows = []
    for name, anchor in evidence.anchors.items():
        grade = evidence.passages[name].credibility
        if grade is not None:
            words = f"{grade.grade}, {CREDIBILITY_WORDS[grade.grade]}. {grade.because}"
            source = evidence.sources[anchor.source]
            rows.append((_cell(f"{_quoted(anchor.exact)} ({short_title(source)})"), _cell(words)))
    if not rows:
        return []
    columns = (Column(weight=6), Column(weight=6))
    header = (_cell("Item"), _cell("Credibility"))
    table = Table(id="item-grades", columns=columns, header=header, rows=tuple(rows), row_headers=True)
    return [table]


def source_list(evidence: Evidence) -> tuple[Section, ...]:
    """Every cited source in full, with the digest of what was captured and when."""
    entries: list[Block] = []
    for source in cited_sources(evidence):
        entries.append(
            Paragraph(
                id=f"source-{source.id}",
                role="entry",
                inlines=_entry(source, evidence.captures[source.id]),
            )
        )
    return (_section("sources", "Sources", "sources", entries),) if entries else ()


def _entry(source: Source, capture: Capture) -> Inlines:
    captured = f"Captured {day(source.accessed)}." if source.accessed else "Day of capture not recorded."
    parts: list[Inlines] = [bibliography_entry(source), (Text(text=f" {captured}"),)]
    if source.remark:
        parts.append((Text(text=f" {_sentence(source.remark)}"),))
    for correction in source.corrections:
        parts.append((Text(text=f" It says “{correction.says}”: {_sentence(correction.remark)}"),))
    parts.append(
        (LineBreak(), Text(text=f"{capture.file}, {capture.size:,} bytes, SHA-256 {capture.sha256}"))
    )
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


def _plural(count: int, noun: str) -> str:
    return noun if count == 1 else f"{noun}s"


def _sentence(words: str) -> str:
    return words if words.endswith((".", "!", "?")) else f"{words}."


def _quoted(exact: str) -> str:
    return f"“{_cut(inner_quotes(' '.join(exact.split())))}”"


def _cut(words: str) -> str:
    return words if len(words) <= 90 else f"{words[:88].rsplit(' ', 1)[0]} …"
