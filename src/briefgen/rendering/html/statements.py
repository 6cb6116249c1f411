"""The statements of a brief as a reviewer takes them up: one by one, each with what it rests on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal, TypeVar

from briefgen.diagnostics import Severity
from briefgen.model.document import (
    Block,
    Callout,
    Document,
    Figure,
    Heading,
    List,
    NoteMark,
    Paragraph,
    Quotation,
    Table,
    marks_of,
    plain,
    runs_of,
)
from briefgen.model.review import Dispute, FigureFound, Finding, Review
from briefgen.rendering.html.passages import PassageView
from briefgen.text.wording import Wording
from briefgen.values import dataclass

Flag = Literal["unsourced", "one-origin", "dispute", "recheck", "finding"]

FLAG_WORDS: dict[Flag, str] = {
    "unsourced": "Unsourced",
    "one-origin": "One origin",
    "dispute": "Conflict",
    "recheck": "Recheck",
    "finding": "Finding",
}

_OfBlock = TypeVar("_OfBlock", Finding, FigureFound)

_KINDS: dict[type, str] = {Quotation: "Quotation", Table: "Table", Figure: "Figure", Heading: "Heading"}
_ARGUING_ROLES = ("key-judgements", "body", "annex")
_EXCERPT = 90


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A block that makes a statement, numbered from 1 down the brief, and the passages its notes name."""

    block: Block
    number: int
    passages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """One statement for the reader, with all that the checks say of it."""

    id: str
    number: int
    kind: str
    excerpt: str
    likelihood: str
    confidence: str
    passages: tuple[PassageView, ...]
    figures: tuple[FigureFound, ...]
    findings: tuple[Finding, ...]
    disputes: tuple[Dispute, ...]
    flags: tuple[Flag, ...]


def cited_blocks(document: Document) -> list[Cited]:
    """The statements of a document: what argues, whether marked or not, and whatever else bears a mark."""
    passages_of = {note.id: note.passages for note in document.notes}
    found: list[Cited] = []
    for section in document.sections:
        for block in (section.heading, *section.blocks):
            for leaf in _leaves(block):
                marks = list(marks_of(leaf))
                if marks or (section.role in _ARGUING_ROLES and _argues(leaf)):
                    passages = _in_order(marks, passages_of)
                    found.append(Cited(block=leaf, number=len(found) + 1, passages=passages))
    return found


def _in_order(marks: list[NoteMark], passages_of: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for mark in marks for name in passages_of.get(mark.note, ())))


def _leaves(block: Block) -> Iterator[Block]:
    if isinstance(block, List):
        for item in block.items:
            for inner in item.blocks:
                yield from _leaves(inner)
    else:
        yield block


def _argues(block: Block) -> bool:
    match block:
        case Paragraph():
            return block.role == "body"
        case Quotation() | Table() | Callout():
            return True
        case _:
            return False


def citing_statements(cited: list[Cited]) -> dict[str, tuple[str, ...]]:
    """For each passage, the ids of the statements that cite it, in reading order."""
    citing: dict[str, list[str]] = defaultdict(list)
    for statement in cited:
        for name in statement.passages:
            citing[name].append(statement.block.id)
    return {name: tuple(blocks) for name, blocks in citing.items()}


def statement_views(
    cited: list[Cited], passages: Mapping[str, PassageView], review: Review, wording: Wording
) -> dict[str, StatementView]:
    """Every statement by the id of its block."""
    findings, figures = _by_block(review.findings), _by_block(review.figures)
    return {
        one.block.id: _view(
            one,
            passages,
            findings[one.block.id],
            figures[one.block.id],
            _disputes_of(one, review.disputes),
            wording,
        )
        for one in cited
    }


def _by_block(values: Iterable[_OfBlock]) -> defaultdict[str, list[_OfBlock]]:
    found: defaultdict[str, list[_OfBlock]] = defaultdict(list)
    for value in values:
        found[value.block].append(value)
    return found


def _disputes_of(one: Cited, disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    return tuple(
        dispute
        for dispute in disputes
        if dispute.block == one.block.id or any(voice.passage in one.passages for voice in dispute.voices)
    )


def _view(
    one: Cited,
    all_passages: Mapping[str, PassageView],
    findings: list[Finding],
    figures: list[FigureFound],
    disputes: tuple[Dispute, ...],
    wording: Wording,
) -> StatementView:
    passages = tuple(all_passages[name] for name in one.passages)
    words = " ".join(plain(next(runs_of(one.block), ())).split())
    flags: dict[Flag, bool] = {
        "unsourced": not passages and _needs_source(one.block),
        "one-origin": len(passages) > 1 and len({passage.voice for passage in passages}) == 1,
        "dispute": bool(disputes),
        "recheck": any(passage.recheck for passage in passages),
        "finding": any(finding.severity is not Severity.INFO for finding in findings),
    }
    callout = one.block if isinstance(one.block, Callout) else None
    likelihood, confidence = (callout.likelihood, callout.confidence) if callout else (None, None)
    return StatementView(
        id=one.block.id,
        number=one.number,
        kind=callout.label if callout else _KINDS.get(type(one.block), "Statement"),
        excerpt=words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …",
        likelihood=f"{likelihood.term} ({wording.range(likelihood.low, likelihood.high)})"
        if likelihood
        else "",
        confidence=f"{confidence.level}: {confidence.because}" if confidence else "",
        passages=passages,
        figures=tuple(figures),
        findings=tuple(findings),
        disputes=disputes,
        flags=tuple(flag for flag, holds in flags.items() if holds),
    )


def _needs_source(block: Block) -> bool:
    if isinstance(block, Callout):
        return block.kind == "judgement"
    return _argues(block)
