"""One statement of the outline to the blocks that a reader gets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

from briefgen.assembling.assembly import ClaimKind, Origin, OwnNote, Provenance
from briefgen.assembling.callouts import as_sentence, confidence_of, details_of, likelihood_of
from briefgen.assembling.drawings import Drawings, with_sources
from briefgen.assembling.estimates import estimate_blocks
from briefgen.assembling.files import Files
from briefgen.assembling.own_notes import bearing
from briefgen.assembling.pictures import picture_in
from briefgen.assembling.prose import ProseReader, SpanOf
from briefgen.assembling.record import Record
from briefgen.assembling.tracing import Trace, TracedText, traced_blocks
from briefgen.assembling.word_places import places_in
from briefgen.citing.chicago import join_texts, without_outer_quotes
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.chart import Event, Timeline
from briefgen.model.document import (
    Block,
    Callout,
    CalloutKind,
    Cell,
    Column,
    Heading,
    Inline,
    Inlines,
    Label,
    List,
    ListItem,
    Paragraph,
    Quotation,
    Table,
    Text,
    marks_in,
    plain,
)
from briefgen.model.document import Figure as FigureBlock
from briefgen.model.evidence import Evidence
from briefgen.model.figures import Figure
from briefgen.outline.decoder import Located
from briefgen.outline.written import (
    EstimatesStatement,
    FigureStatement,
    ListStatement,
    Outline,
    Prose,
    QuoteStatement,
    Statement,
    TableStatement,
    TimelineStatement,
    WrittenSection,
)
from briefgen.text.cells import on_one_line
from briefgen.text.did_you_mean import did_you_mean


class StatementBuilder:
    """Builds blocks in reading order; `record` keeps what they are made of, `found` what is wrong."""

    def __init__(
        self,
        outline: Outline,
        evidence: Evidence,
        figures: Mapping[str, Figure],
        reader: ProseReader,
        files: Files,
    ) -> None:
        self.evidence = evidence
        self.record = Record(reader)
        self.found: list[Diagnostic] = []
        self._outline = outline
        self._figures = figures
        self._reader = reader
        self._files = files
        self._drawings = Drawings(
            outline=outline, evidence=evidence, figures=figures, reader=reader, found=self.found
        )

    def heading(self, written: WrittenSection) -> Heading:
        """A section's heading."""
        self._reader.notes.start_block()
        inlines = self._portion(written.marking) + self._reader.inlines(
            written.title.value, places_in(written.title)
        )
        name = self._reader.ids.given(f"{written.id.value}-heading")
        heading = Heading(id=name, level=1, inlines=inlines)
        self.record.origin(heading, _origin("literal", written.title))
        return heading

    def blocks(self, statement: Statement, section: str) -> Sequence[Block]:
        """The blocks of one statement."""
        self._reader.notes.start_block()
        self.record.begin_statement()
        match statement:
            case Prose(kind="text"):
                return self._text(statement, section)
            case Prose():
                return (self._callout(statement, section, ""),)
            case QuoteStatement():
                return self._quotation(statement, section)
            case EstimatesStatement():
                return self._estimates(statement, section)
            case FigureStatement():
                return self._figure(statement, section)
            case TableStatement():
                return (self._table(statement, section),)
            case ListStatement():
                return (self._list(statement, section),)
            case TimelineStatement():
                return (self._timeline(statement, section),)

    def noted(self, statement: Prose, before: Sequence[Block]) -> Sequence[Block]:
        """The blocks of the statement before a note in the author's own words, with the note's mark."""
        words = self._reader.inlines(statement.text.value, places_in(statement.text))
        if any(marks_in(words)):
            hint = "cite the passage in the statement before the note"
            message = "a note in your own words has no notes of its own: a citation has no place in it"
            self.found.append(error("OL120", message, statement.text.span, hint=hint))
        mark = self._reader.notes.write(words)
        borne = bearing(before, mark)
        if borne is None:
            hint = (
                "put it behind the statement that it belongs to; a chart or picture bears it in its caption"
            )
            message = "nothing stands right before this note that could bear its mark"
            self.found.append(error("OL143", message, statement.text.span, hint=hint))
            return before
        blocks, bearer = borne
        self.record.own_notes[mark.note] = OwnNote(block=bearer, origin=_origin("literal", statement.text))
        return blocks

    def key_judgement(self, statement: Prose, section: str) -> Sequence[Block]:
        """A judgement as it stands among the key judgements, before its section repeats it."""
        self._reader.notes.start_block()
        return (self._callout(statement, section, "key-"),)

    def template_blocks(
        self, text: str, section: str, template: Located, span_of: SpanOf, trace: Trace
    ) -> Sequence[Block]:
        """The blocks of a text that a template wrote."""
        self.record.begin_statement()
        blocks = self._reader.blocks(text, section, span_of)
        parts = traced_blocks(text, trace)
        whole = (TracedText(value="", start=0, trace=Trace()),) * len(blocks)
        for block, part in zip(blocks, parts if len(parts) == len(blocks) else whole, strict=True):
            origin = Origin(provenance="template", span=part.extent or template.span)
            self.record.claim(block, section, "fact", origin, pieces=(part,))
        return blocks

    def _text(self, statement: Prose, section: str) -> Sequence[Block]:
        blocks = self._reader.blocks(statement.text.value, section, places_in(statement.text))
        portion = self._portion(statement.marking)
        if portion and blocks and isinstance(blocks[0], Paragraph):
            blocks[0] = Paragraph(id=blocks[0].id, inlines=(*portion, *blocks[0].inlines))
        if statement.id is not None and len(blocks) == 1 and isinstance(blocks[0], Paragraph):
            name = self._reader.ids.given(statement.id.value)
            blocks = [Paragraph(id=name, inlines=blocks[0].inlines)]
        for part, block in enumerate(blocks):
            origin = _origin("literal", statement.text, part)
            self.record.claim(block, section, "fact", origin, statement)
        return blocks

    def _callout(self, statement: Prose, section: str, prefix: str) -> Block:
        span_of = places_in(statement.text)
        words = self._reader.inlines(" ".join(statement.text.value.split("\n")), span_of)
        basis = [name.value for name in statement.basis if self._is_passage(name)]
        words = join_texts((*as_sentence(words), *self._reader.mark(basis)))
        likelihood, confidence = (
            likelihood_of(statement, self._outline.scale, self.found),
            confidence_of(statement),
        )
        given = statement.id.value if statement.id else ""
        name = (
            self._reader.ids.given(prefix + given) if given else self._reader.ids.made(section, plain(words))
        )
        callout = Callout(
            id=name,
            kind=cast(CalloutKind, statement.kind),
            label=self._reader.notes.wording.statements.label(statement.kind),
            inlines=(*self._portion(statement.marking), *words),
            details=details_of(likelihood, confidence, self._reader.notes.wording),
            likelihood=likelihood,
            confidence=confidence,
        )
        if prefix:
            self.record.origin(callout, _origin("literal", statement.text))
        else:
            kind = cast(ClaimKind, statement.kind)
            self.record.claim(callout, section, kind, _origin("literal", statement.text), statement)
        return callout

    def _quotation(self, statement: QuoteStatement, section: str) -> Sequence[Block]:
        if not self._is_passage(statement.passage):
            return ()
        anchor = self.evidence.anchors.get(statement.passage.value)
        if anchor is None:
            return ()
        source = self.evidence.sources[anchor.source]
        mark = self._reader.shown_mark(anchor)
        words = on_one_line(anchor.exact)
        text = self._reader.notes.wording.quotes.around(without_outer_quotes(words))
        attribution: Inlines = ()
        if statement.attribution is not None:
            attribution = self._reader.inlines(statement.attribution.value, places_in(statement.attribution))
        name = self._name(statement.id, section, words)
        inlines = (*self._portion(statement.marking), Text(text=text, language=source.language), mark)
        quotation = Quotation(id=name, paragraphs=(inlines,), attribution=attribution)
        origin = _origin("generated", statement.passage)
        self.record.claim(quotation, section, "fact", origin)
        return (quotation,)

    def _estimates(self, statement: EstimatesStatement, section: str) -> Sequence[Block]:
        figures = [self._figures[name.value] for name in statement.figures if self._is_figure(name)]
        if not figures:
            return ()
        caption = self._caption(statement.caption)
        name = self._name(statement.id, section, "estimates " + " ".join(f.id for f in figures))
        blocks = estimate_blocks(
            figures,
            self.evidence,
            self._reader,
            name,
            self._portion(statement.marking) + caption,
            statement.chart,
        )
        for block in blocks:
            self.record.claim(block, section, "fact", Origin(provenance="generated", span=statement.span))
        return blocks

    def _figure(self, statement: FigureStatement, section: str) -> Sequence[Block]:
        caption = self._portion(statement.marking) + self._caption(statement.caption)
        if statement.image is not None:
            return self._picture(statement, statement.image, section, caption)
        figures = [self._figures[name.value] for name in statement.figures if self._is_figure(name)]
        name = self._name(statement.id, section, "chart " + " ".join(f.id for f in figures))
        blocks: list[Block] = []
        for chart, words in self._drawings.of(statement, figures, caption):
            own = f"{name}-{len(blocks) + 1}" if blocks else name
            block = FigureBlock(id=own, content=chart, alt=statement.alt, caption=words)
            self.record.claim(block, section, "fact", Origin(provenance="generated", span=statement.span))
            blocks.append(block)
        return blocks

    def _picture(
        self, statement: FigureStatement, file: Located, section: str, caption: Inlines
    ) -> Sequence[Block]:
        if not statement.alt:
            message = "a picture needs words that stand for it, under alt"
            self.found.append(error("OL106", message, file.span))
        content = picture_in(file, self._files, self.found)
        if content is None:
            return ()
        name = self._name(statement.id, section, file.value)
        picture = FigureBlock(id=name, content=content, alt=statement.alt, caption=caption)
        self.record.claim(picture, section, "fact", Origin(provenance="generated", span=statement.span))
        return (picture,)

    def _table(self, statement: TableStatement, section: str) -> Block:
        caption = self._portion(statement.marking) + self._caption(statement.caption)
        header = tuple(self._cell(cell) for cell in statement.header)
        rows = tuple(tuple(self._cell(cell) for cell in row) for row in statement.rows)
        width = max([len(header), *map(len, rows)], default=0)
        align = [value.value for value in statement.align]
        columns = tuple(
            Column(align="right" if side == "right" else "center" if side == "center" else "left")
            for side in (align[at] if at < len(align) else "left" for at in range(width))
        )
        empty = Cell(inlines=())
        table = Table(
            id=self._name(statement.id, section, "table " + " ".join(plain(c.inlines) for c in header)),
            columns=columns,
            header=header and (*header, *[empty] * (width - len(header))),
            rows=tuple((*row, *[empty] * (width - len(row))) for row in rows),
            caption=caption,
        )
        caption_typed = (statement.caption,) if statement.caption else ()
        cells = (cell for row in (statement.header, *statement.rows) for cell in row)
        origin = Origin(provenance="literal", span=statement.span)
        self.record.claim(table, section, "fact", origin, pieces=(*caption_typed, *cells))
        return table

    def _cell(self, cell: Located) -> Cell:
        return Cell(inlines=self._reader.inlines(cell.value, places_in(cell)))

    def _list(self, statement: ListStatement, section: str) -> Block:
        items = []
        for written in statement.items:
            self._reader.notes.start_block()
            blocks = self._reader.blocks(written.value, section, places_in(written))
            name = self._reader.ids.made(section, "item " + " ".join(block.id for block in blocks))
            for part, block in enumerate(blocks):
                self.record.claim(block, section, "fact", _origin("literal", written, part))
            items.append(ListItem(id=name, blocks=tuple(blocks)))
        name = self._name(statement.id, section, "list " + " ".join(item.id for item in items))
        found = List(id=name, ordered=statement.ordered, items=tuple(items))
        self.record.origin(found, Origin(provenance="literal", span=statement.span))
        return found

    def _timeline(self, statement: TimelineStatement, section: str) -> Block:
        caption = self._portion(statement.marking) + self._caption(statement.caption)
        name = self._name(statement.id, section, "timeline " + plain(caption))
        events, marks = [], list[Inline]()
        for event in sorted(statement.events, key=lambda event: event.date.value):
            words = self._reader.inlines(event.text.value, places_in(event.text))
            self.record.event(name, section, event, words)
            marks += [mark for mark in marks_in(words) if mark not in marks]
            until = event.until.value if event.until else event.date.value
            events.append(Event(start=event.date.value, end=until, label=plain(words)))
        alt = "; ".join(f"{event.start}: {event.label}" for event in events)
        content = Timeline(title="", events=tuple(events), language=self._reader.notes.wording.language)
        caption = with_sources(caption, marks, self._reader.notes.wording)
        figure = FigureBlock(id=name, content=content, alt=alt, caption=caption)
        self.record.claim(figure, section, "fact", Origin(provenance="generated", span=statement.span))
        return figure

    def _caption(self, caption: Located | None) -> Inlines:
        return self._reader.inlines(caption.value, places_in(caption)) if caption else ()

    def _portion(self, marking: Located | None) -> Inlines:
        return (Label(text=f"({marking.value}) "),) if marking else ()

    def _name(self, given: Located | None, section: str, words: str) -> str:
        ids = self._reader.ids
        return ids.given(given.value) if given else ids.made(section, words)

    def _is_passage(self, name: Located) -> bool:
        known = name.value in self._outline.passages
        if not known:
            self._reader.unresolved += 1
            hint = did_you_mean(name.value, self._outline.passages)
            message = f"no passage is called “{name.value}”"
            self.found.append(error("OL130", message, name.span, hint=hint))
        return known

    def _is_figure(self, name: Located) -> bool:
        known = name.value in self._outline.figures
        if not known:
            hint = did_you_mean(name.value, self._outline.figures)
            message = f"no figure is called “{name.value}”"
            self.found.append(error("OL132", message, name.span, hint=hint))
        return name.value in self._figures


def _origin(provenance: Provenance, located: Located, part: int = 0) -> Origin:
    return Origin(provenance=provenance, span=located.span, located=located, part=part)
