"""Rules on statements and what they rest on (EV)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.assembling.assembly import Claim
from briefgen.checking.brief import Brief
from briefgen.diagnostics import Diagnostic, info, warning
from briefgen.model.document import Callout, Paragraph, Quotation, blocks_of
from briefgen.outline.written import Prose
from briefgen.outline.yaml_file import Mapping, Node, Scalar, Sequence
from briefgen.text.shortening import shortened


def uncited_facts(brief: Brief) -> Iterator[Diagnostic]:
    """EV101: a paragraph of facts that cites nothing; a remark on figures stands under their sources."""
    paragraphs = {
        block.id
        for block in blocks_of(brief.assembly.document)
        if isinstance(block, Paragraph) and block.role != "remark"
    }
    for claim in brief.assembly.claims:
        if claim.kind == "fact" and not claim.cited and claim.block in paragraphs and claim.text.strip():
            yield warning(
                "EV101",
                f"no source is cited for “{_start(claim.text)}”",
                claim.origin.span,
                hint="cite a passage as [@name], or call it what it is: judgement, assumption or gap",
            )


def judgements_without_basis(brief: Brief) -> Iterator[Diagnostic]:
    """EV102: a judgement or alternative that rests on nothing named."""
    for claim in brief.assembly.claims:
        if claim.kind == "judgement" and not claim.cited:
            yield warning(
                "EV102",
                f"nothing is named that this judgement rests on: “{_start(claim.text)}”",
                claim.origin.span,
                hint="name passages under basis",
            )


def one_source_only(brief: Brief) -> Iterator[Diagnostic]:
    """EV103: a judgement whose passages are all of one source."""
    for claim in brief.assembly.claims:
        sources = {brief.evidence.passages[name].source for name in claim.cited}
        if claim.kind == "judgement" and len(sources) == 1 and len(claim.cited) > 1:
            yield info(
                "EV103",
                f"this judgement rests on one source only, “{next(iter(sources))}”",
                claim.origin.span,
                hint="say so in because, or find a second voice",
            )


def opinions_as_facts(brief: Brief) -> Iterator[Diagnostic]:
    """EV104: a fact that cites only what its source gives as opinion; a block quotation says whose it is."""
    quoted = {block.id for block in blocks_of(brief.assembly.document) if isinstance(block, Quotation)}
    for claim in brief.assembly.claims:
        if claim.block in quoted:
            continue
        passages = [brief.evidence.passages[name] for name in claim.cited]
        if claim.kind == "fact" and passages and all(passage.kind == "opinion" for passage in passages):
            yield warning(
                "EV104",
                f"only opinion is cited for {_what(claim)}",
                claim.origin.span,
                hint="write it as a judgement, or cite a passage that reports the fact",
            )


def unused_passages(brief: Brief) -> Iterator[Diagnostic]:
    """EV105: a passage that no statement, figure or quotation uses, not even one that fails otherwise."""
    claims = brief.assembly.claims
    written = {claim.section for claim in claims if claim.origin.provenance == "template"}
    if any(section.template and section.id.value not in written for section in brief.outline.sections):
        return
    used = {name for claim in claims for name in claim.cited} | _mentioned(brief.outline.file.root)
    for name, passage in brief.outline.passages.items():
        if name not in used:
            yield info(
                "EV105", f"the passage “{name}” is not used", passage.id.span, hint="cite it, or remove it"
            )


def _mentioned(node: Node | None, name: str = "") -> set[str]:
    """What the strings of an outline name, by itself or behind an @, but for where passages are defined."""
    match node:
        case Scalar():
            return {node.value, *_MARK.findall(node.value)}
        case Sequence():
            return {one for item in node.items for one in _mentioned(item)}
        case Mapping():
            passed_over = ("id",) if name else ("id", "passages")
            inner = (entry for entry in node.entries if entry.key.value not in passed_over)
            return {one for entry in inner for one in _mentioned(entry.value, entry.key.value)}
        case _:
            return set()


_MARK = re.compile(r"@([\w-]+)")
_LONGEST = 70
"""Characters of a statement that a finding shows."""


def one_origin(brief: Brief) -> Iterator[Diagnostic]:
    """EV106: a judgement of several passages that all go back to one origin."""
    for claim in brief.assembly.claims:
        origins = {brief.evidence.passages[name].origin for name in claim.cited}
        if claim.kind == "judgement" and len(claim.cited) > 1 and len(origins) == 1 and "" not in origins:
            origin = next(iter(origins))
            perhaps = ", perhaps" * any(brief.evidence.passages[n].origin_perhaps for n in claim.cited)
            yield warning(
                "EV106",
                f"this judgement rests on one origin told more than once{perhaps}: {origin}",
                claim.origin.span,
                hint="one origin told twice is not two sources: say so in because",
            )


def unsourced_notes(brief: Brief) -> Iterator[Diagnostic]:
    """EV107: a note in somebody's own words, which no source bears out."""
    for section in brief.outline.sections:
        for statement in section.body:
            if isinstance(statement, Prose) and statement.kind == "note":
                yield warning(
                    "EV107",
                    f"a note without a source: “{_start(statement.text.value)}”",
                    statement.text.span,
                    hint="turn it into a passage of a registered source, and cite that",
                )


def undated_evidence(brief: Brief) -> Iterator[Diagnostic]:
    """EV108: a passage that is older than a year at the date of information."""
    today = brief.assembly.document.as_of
    for name, passage in brief.outline.passages.items():
        if passage.as_of and _years_before(passage.as_of, today) >= 1:
            yield info(
                "EV108",
                f"the passage “{name}” was true in {passage.as_of}, a year or more before {today}",
                passage.id.span,
                hint="look for something newer, or say how old it is",
            )


def weightless_judgements(brief: Brief) -> Iterator[Diagnostic]:
    """EV109: a judgement that says neither how likely it is nor how well founded."""
    for block in blocks_of(brief.assembly.document):
        if isinstance(block, Callout) and block.kind == "judgement" and not block.id.startswith("key-"):
            missing = [
                name
                for name, value in (("likelihood", block.likelihood), ("confidence", block.confidence))
                if value is None
            ]
            if missing and brief.outline.scale:
                yield info(
                    "EV109",
                    f"this judgement states no {' and no '.join(missing)}",
                    brief.assembly.origins[block.id].span,
                    hint="add likelihood, and confidence with because",
                )


def _years_before(earlier: str, later: str) -> int:
    return (
        int(later[:4]) * 12 + int(later[5:7] or 1) - int(earlier[:4]) * 12 - int(earlier[5:7] or 12)
    ) // 12


def _what(claim: Claim) -> str:
    """A statement by its first words; a chart without a caption has none."""
    return f"“{_start(claim.text)}”" if claim.text.strip() else "what is drawn here"


def _start(text: str) -> str:
    return shortened(text, _LONGEST)


RULES = (
    uncited_facts,
    judgements_without_basis,
    one_source_only,
    opinions_as_facts,
    unused_passages,
    one_origin,
    unsourced_notes,
    undated_evidence,
    weightless_judgements,
)
