"""The whole way from an outline and its evidence to a document."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefgen.assembling.assembly import Assembly
from briefgen.assembling.back_matter import scale_section, source_list, source_summary
from briefgen.assembling.figures import resolve_figures
from briefgen.assembling.files import Files
from briefgen.assembling.notes import NoteBook
from briefgen.assembling.own_notes import in_reading_order
from briefgen.assembling.prose import BlockIds, ProseReader
from briefgen.assembling.statements import StatementBuilder
from briefgen.assembling.template_values import template_values
from briefgen.assembling.templates import run, trace
from briefgen.assembling.word_places import places_in_template
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.document import Block, Document, Heading, Marking, Section, Text
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Figure
from briefgen.model.marking import TLP_LEVELS, tlp
from briefgen.outline.decoder import Located
from briefgen.outline.written import Outline, Prose, WrittenSection
from briefgen.text.did_you_mean import did_you_mean
from briefgen.text.wording import wording_of
from briefgen.values import dataclass


def assemble(
    outline: Outline,
    evidence: Evidence,
    *,
    name: str,
    as_of: str,
    dated: str,
    edition: str = "",
    files: Files,
) -> tuple[Assembly, list[Diagnostic]]:
    """The document of an outline, as far as it goes, and all that is wrong with it.

    `as_of` is the date of information, `dated` the moment that the files' own metadata carry.
    """
    figures, found = resolve_figures(outline)
    wording = wording_of(outline.language)
    notes, ids = NoteBook(wording), BlockIds()
    reader = ProseReader(evidence, tuple(outline.passages), notes, ids)
    builder = StatementBuilder(outline, evidence, figures, reader, files)
    sections = _key_judgements(outline, builder, wording.statements.key_judgements)
    written = _Sections(outline=outline, figures=figures, files=files, builder=builder, found=found)
    sections += map(written.section, outline.sections)
    sections += [
        *scale_section(outline.scale, sections, wording),
        *source_summary(evidence, wording),
        *source_list(evidence, wording),
    ]
    found = list(dict.fromkeys([*found, *reader.found, *builder.found]))
    document = Document(
        name=name,
        title=outline.title.value,
        subtitle=outline.subtitle.value if outline.subtitle else "",
        authors=tuple(author.value for author in outline.authors),
        language=outline.language,
        as_of=as_of,
        dated=dated,
        edition=edition,
        marking=_marking(outline, found),
        sections=tuple(sections),
        notes=in_reading_order(notes.notes, sections),
    )
    assembly = Assembly(
        document=document,
        origins=builder.record.origins,
        own_notes=builder.record.own_notes,
        claims=tuple(builder.record.claims),
        events=tuple(builder.record.events),
        figures=figures,
    )
    return assembly, found


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sections:
    """Builds the sections that an author wrote; `found` gathers what is wrong with their templates."""

    outline: Outline
    figures: Mapping[str, Figure]
    files: Files
    builder: StatementBuilder
    found: list[Diagnostic]

    def section(self, written: WrittenSection) -> Section:
        """A section: what its template writes, and then its statements."""
        blocks: list[Block] = []
        heading = self.builder.heading(written)
        if written.template is not None:
            blocks += self._from_template(written, written.template)
        last = 0
        for statement in written.body:
            if isinstance(statement, Prose) and statement.kind == "note":
                blocks[last:] = self.builder.noted(statement, blocks[last:])
                continue
            last = len(blocks)
            blocks += self.builder.blocks(statement, written.id.value)
        return Section(
            id=written.id.value, heading=heading, blocks=tuple(blocks), landscape=written.landscape
        )

    def _from_template(self, written: WrittenSection, template: Located) -> Sequence[Block]:
        source = self.files.template(template)
        if source is None:
            return ()
        name, text = source
        values = template_values(self.outline, self.builder.evidence, self.figures)
        prose, problems = run(name, text, values, self.files.include, template.span)
        self.found.extend(problems)
        if prose is None:
            return ()
        traced = trace(name, text, values, self.files.include, prose)
        span_of = places_in_template(name, text, template.span, prose, traced)
        return self.builder.template_blocks(prose, written.id.value, template, span_of, traced)


def _key_judgements(outline: Outline, builder: StatementBuilder, title: str) -> list[Section]:
    judgements = {
        statement.id.value: (section.id.value, statement)
        for section in outline.sections
        for statement in section.body
        if isinstance(statement, Prose) and statement.kind == "judgement" and statement.id is not None
    }
    blocks: list[Block] = []
    for name in outline.key_judgements:
        if name.value in judgements:
            section, statement = judgements[name.value]
            blocks += builder.key_judgement(statement, section)
        else:
            hint = did_you_mean(name.value, judgements, "give the judgement that id in its section")
            message = f"no judgement has the id “{name.value}”"
            builder.found.append(error("OL131", message, name.span, hint=hint))
    if not blocks:
        return []
    heading = Heading(id="key-judgements", level=1, inlines=(Text(text=title),))
    return [Section(id="key-judgements", heading=heading, blocks=tuple(blocks), role="key-judgements")]


def _marking(outline: Outline, found: list[Diagnostic]) -> Marking | None:
    written = outline.marking
    if written is None:
        return None
    label = tlp(written.text.value)
    if label is not None:
        return label
    if written.text.value.upper().replace(" ", "").startswith("TLP"):
        hint = f"the labels are {', '.join(TLP_LEVELS)}: capitals, no spaces"
        message = f"“{written.text.value}” is not a TLP label"
        found.append(error("MK501", message, written.text.span, hint=hint))
    return Marking(text=written.text.value, colour=written.colour, background=written.background)
