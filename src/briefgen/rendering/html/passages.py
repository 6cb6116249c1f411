"""What the page says of each passage: where it stands, how it is graded, which statements cite it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefgen.model.citation import Source, SourceGrade
from briefgen.model.document import Note
from briefgen.model.evidence import (
    Anchor,
    Evidence,
    Passage,
    RangeSelector,
    Selector,
    TextQuoteSelector,
    Verdict,
)
from briefgen.model.review import Review
from briefgen.text.cells import on_one_line
from briefgen.text.wording.english import ENGLISH
from briefgen.values import dataclass

VERDICT_WORDS: dict[Verdict, str] = {
    Verdict.VERBATIM: "word for word in the source",
    Verdict.NORMALISED: "word for word in the source, but for quotation marks and spaces",
    Verdict.MOVED: "word for word in the source, but no longer where it stood",
    Verdict.VARIANT: "the source has other words there",
    Verdict.CONTRADICTED: "the source says otherwise there",
    Verdict.AMBIGUOUS: "the words stand more than once in the source",
    Verdict.MISSING: "not found in the source",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """One passage for the reader; grades and circumstances are phrases, `cited_by` ids of statements.

    Passages of equal `voice` count as one.
    """

    id: str
    source: str
    source_name: str
    place: str
    words: str
    anchored: bool
    verdict: str
    kind: str
    grades: tuple[str, ...]
    voice: str
    circumstances: tuple[str, ...]
    recheck: bool
    cited_by: tuple[str, ...]

    @property
    def name(self) -> str:
        """What a link to the passage says."""
        return f"{self.source_name}, {self.place}" if self.place else self.source_name


def passage_views(
    evidence: Evidence, notes: Iterable[Note], citing: Mapping[str, tuple[str, ...]], review: Review
) -> dict[str, PassageView]:
    """Every passage of the evidence, and every one that a note or the review names though there is none."""
    noted = (name for note in notes for name in note.passages)
    disputed = (voice.passage for dispute in review.disputes for voice in dispute.voices)
    held = (name for figure in review.figures for name in figure.passages)
    names = dict.fromkeys((*evidence.passages, *noted, *disputed, *held))
    return {name: _view(name, evidence, citing.get(name, ()), name in review.recheck) for name in names}


def source_name(source: Source | None, identifier: str) -> str:
    """A short name for a source: its short title, its container or its title, else its id."""
    if source is None:
        return identifier
    return source.short_title or source.container_title or source.title or identifier


def _view(name: str, evidence: Evidence, cited_by: tuple[str, ...], recheck: bool) -> PassageView:
    passage = evidence.passages.get(name)
    anchor = evidence.anchors.get(name)
    if passage is None:
        return PassageView(
            id=name,
            source="",
            source_name=name,
            place="",
            words="",
            anchored=False,
            verdict="no such passage in the evidence",
            kind="",
            grades=(),
            voice=name,
            circumstances=(),
            recheck=True,
            cited_by=cited_by,
        )
    source = evidence.sources.get(passage.source)
    verdict = anchor.verdict if anchor else Verdict.MISSING
    return PassageView(
        id=name,
        source=passage.source,
        source_name=source_name(source, passage.source),
        place=_place(anchor) if anchor else "",
        words=on_one_line(anchor.exact) if anchor else _asked_for(passage.selector),
        anchored=anchor is not None,
        verdict=VERDICT_WORDS[verdict],
        kind="opinion" if passage.kind == "opinion" else "reported as fact",
        grades=tuple(_grades(source, passage)),
        voice=passage.origin or f"source {passage.source}",
        circumstances=tuple(_circumstances(passage)),
        recheck=recheck or verdict not in (Verdict.VERBATIM, Verdict.NORMALISED),
        cited_by=cited_by,
    )


def _place(anchor: Anchor) -> str:
    if anchor.row:
        return f"row {anchor.row}, column “{anchor.column}”" if anchor.column else f"row {anchor.row}"
    return f"para. {anchor.paragraph}, p. {anchor.page}" if anchor.page else f"para. {anchor.paragraph}"


def _asked_for(selector: Selector) -> str:
    match selector:
        case TextQuoteSelector():
            return selector.exact
        case RangeSelector():
            return f"{selector.start} … {selector.end}"


def reliability_phrase(source: Source) -> str:
    """A source's grade in words with its letter and reason, or that it has none."""
    grade = source.reliability
    return _reasoned(_reliability(grade), grade.because) if grade else "not graded"


def _grades(source: Source | None, passage: Passage) -> Iterable[str]:
    reliability = source.reliability if source else None
    if reliability is None:
        yield "Source not graded"
    else:
        yield f"Source {_reliability(reliability)}"
    if passage.credibility is None:
        yield "Item not graded"
    else:
        grade = passage.credibility
        yield _reasoned(f"Item {ENGLISH.sources.credibilities[grade.grade]} ({grade.grade})", grade.because)


def _circumstances(passage: Passage) -> Iterable[str]:
    if passage.origin:
        yield f"origin: {passage.origin}" + (", perhaps" if passage.origin_perhaps else "")
    if passage.as_of:
        yield f"as of {ENGLISH.date(passage.as_of)}"
    if passage.remark:
        yield passage.remark


def _reliability(grade: SourceGrade) -> str:
    return f"{ENGLISH.sources.reliabilities[grade.grade]} ({grade.grade})"


def _reasoned(phrase: str, because: str) -> str:
    return f"{phrase}: {because}" if because else phrase
