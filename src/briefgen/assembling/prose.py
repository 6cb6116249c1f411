"""Markdown as written to blocks as resolved: names looked up, marks after the full stop, ids given."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from urllib.parse import unquote

from briefgen.assembling.notes import NoteBook
from briefgen.citing.chicago import Reference, join_texts
from briefgen.diagnostics import Diagnostic, Span, error, warning
from briefgen.model.document import (
    Block,
    Cell,
    Column,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    LineBreak,
    Link,
    List,
    ListItem,
    NoteMark,
    Paragraph,
    Quotation,
    Strong,
    Table,
    Text,
    plain,
)
from briefgen.model.evidence import Anchor, Evidence
from briefgen.outline import markup
from briefgen.outline.markup import Citation, MarkupBlock, MarkupInlines
from briefgen.text.did_you_mean import did_you_mean

SpanOf = Callable[[str], Span]
"""Where some words, as typed, stand in the file that they come from."""


class BlockIds:
    """Names for blocks that stay while their words stay: a section's id and a digest of the words."""

    def __init__(self) -> None:
        self._taken: dict[str, int] = {}

    def given(self, name: str) -> str:
        """The name that an author gave, or one made from it where it is taken."""
        count = self._taken[name] = self._taken.get(name, 0) + 1
        return name if count == 1 else self.given(f"{name}-{count}")

    def made(self, section: str, words: str) -> str:
        """A name made from words."""
        return self.given(f"{section}-{sha256(words.encode()).hexdigest()[:8]}")


class ProseReader:
    """Reads Markdown into blocks, citing as it goes, and gathers in `found` what is wrong with it.

    `unresolved` counts citations that lead nowhere, as their passage is unknown or was not found.
    """

    def __init__(self, evidence: Evidence, known: Sequence[str], notes: NoteBook, ids: BlockIds) -> None:
        self.evidence = evidence
        self.notes = notes
        self.ids = ids
        self.found: list[Diagnostic] = []
        self.unresolved = 0
        self._known = known

    def blocks(self, text: str, section: str, span_of: SpanOf) -> list[Block]:
        """The blocks of a Markdown text."""
        return list(self._blocks(markup.parse(text), section, span_of))

    def inlines(self, text: str, span_of: SpanOf) -> Inlines:
        """The inlines of a text on one line."""
        return self._inlines(markup.parse_inlines(text), span_of)

    def mark(self, passages: Sequence[str]) -> Inlines:
        """One mark for several known passages; nothing where none of them was found."""
        anchors = [self.evidence.anchors[name] for name in passages if name in self.evidence.anchors]
        self.unresolved += len(passages) - len(anchors)
        references = [
            Reference(source=self.evidence.sources[anchor.source], anchor=anchor) for anchor in anchors
        ]
        return (self.notes.cite(references),) if references else ()

    def shown_mark(self, anchor: Anchor) -> NoteMark:
        """The mark of a note for words that stand in the text, as a block quotation."""
        source = self.evidence.sources[anchor.source]
        return self.notes.cite([Reference(source=source, anchor=anchor, shown_above=True)])

    def _blocks(self, blocks: Sequence[MarkupBlock], section: str, span_of: SpanOf) -> Iterator[Block]:
        for block in blocks:
            self.notes.start_block()
            match block:
                case markup.MarkupParagraph():
                    inlines = self._inlines(block.inlines, span_of)
                    yield Paragraph(id=self.ids.made(section, plain(inlines)), inlines=inlines)
                case markup.MarkupHeading():
                    inlines = self._inlines(block.inlines, span_of)
                    level = min(max(block.level, 2), 4)
                    yield Heading(id=self.ids.made(section, plain(inlines)), level=level, inlines=inlines)
                case markup.MarkupList():
                    yield self._list(block, section, span_of)
                case markup.MarkupQuote():
                    yield self._quotation(block, section, span_of)
                case markup.MarkupTable():
                    yield self._table(block, section, span_of)
                case markup.Unread():
                    hint = "write it as plain text, or as a statement of its own kind"
                    message = f"{block.what} has no place in a brief"
                    first = block.typed.strip().splitlines()[:1]
                    self.found.append(error("OL120", message, span_of(first[0] if first else ""), hint=hint))

    def _list(self, block: markup.MarkupList, section: str, span_of: SpanOf) -> List:
        items = []
        for item in block.items:
            blocks = tuple(self._blocks(item, section, span_of))
            items.append(ListItem(id=self.ids.made(section, f"item {_words_of(blocks)}"), blocks=blocks))
        name = self.ids.made(section, "list " + " ".join(item.id for item in items))
        return List(id=name, ordered=block.ordered, start=block.start, items=tuple(items))

    def _quotation(self, block: markup.MarkupQuote, section: str, span_of: SpanOf) -> Quotation:
        paragraphs = []
        for inner in block.blocks:
            if isinstance(inner, markup.MarkupParagraph):
                paragraphs.append(self._inlines(inner.inlines, span_of))
            else:
                self.found.append(error("OL120", "a block quotation holds paragraphs only", span_of(">")))
        words = " ".join(map(plain, paragraphs))
        return Quotation(id=self.ids.made(section, words), paragraphs=tuple(paragraphs))

    def _table(self, block: markup.MarkupTable, section: str, span_of: SpanOf) -> Table:
        header = tuple(Cell(inlines=self._inlines(cell, span_of)) for cell in block.header)
        rows = tuple(tuple(Cell(inlines=self._inlines(cell, span_of)) for cell in row) for row in block.rows)
        words = " ".join(plain(cell.inlines) for row in (header, *rows) for cell in row)
        columns = tuple(Column(align=align) for align in block.align)
        return Table(id=self.ids.made(section, words), columns=columns, header=header, rows=rows)

    def _inlines(self, inlines: MarkupInlines, span_of: SpanOf) -> Inlines:
        return marks_after_punctuation(join_texts(list(self._each(inlines, span_of))))

    def _each(self, inlines: MarkupInlines, span_of: SpanOf) -> Iterator[Inline]:
        for inline in inlines:
            match inline:
                case markup.Words():
                    self._look_for_citations(inline.text, span_of)
                    yield Text(text=inline.text)
                case markup.Break():
                    yield LineBreak()
                case markup.Styled(style="em"):
                    yield Emphasis(inlines=self._inlines(inline.inlines, span_of))
                case markup.Styled(style="strong"):
                    yield Strong(inlines=self._inlines(inline.inlines, span_of))
                case markup.Styled():
                    inner = self._inlines(inline.inlines, span_of)
                    if re.match(r"(https?:|mailto:|#)", inline.target):
                        yield Link(target=inline.target, inlines=inner)
                    else:
                        typed = unquote(inline.target)
                        message = f"a link cannot lead to “{typed}”"
                        hint = "begin it with https://, http://, mailto: or #"
                        self.found.append(error("OL121", message, span_of(typed), hint=hint))
                        yield from inner
                case Citation():
                    yield from self._cite(inline, span_of)
                case markup.Picture():
                    hint = f"give it a statement of its own: figure: {{image: {inline.target}, alt: …}}"
                    message = "a picture has no place in a line of text"
                    self.found.append(error("OL120", message, span_of(inline.target), hint=hint))

    def _look_for_citations(self, words: str, span_of: SpanOf) -> None:
        """Note what was meant as a citation, but lacks a bracket and would be printed as it was typed."""
        for found in _UNBRACKETED.finditer(words):
            if found[1] or found[2] in self._known:
                hint = f"write [@{found[2]}]"
                message = f"“{found[0]}” is printed as it stands; it cites nothing"
                self.found.append(warning("OL122", message, span_of(found[0]), hint=hint))

    def _cite(self, citation: Citation, span_of: SpanOf) -> Iterator[NoteMark]:
        found = [(cited, self._anchor(cited.passage, span_of)) for cited in citation.cited]
        references = [
            Reference(
                source=self.evidence.sources[anchor.source],
                anchor=anchor,
                prefix=cited.prefix,
                suffix=cited.suffix,
            )
            for cited, anchor in found
            if anchor is not None
        ]
        if references:
            yield self.notes.cite(references)

    def _anchor(self, name: str, span_of: SpanOf) -> Anchor | None:
        anchor = self.evidence.anchors.get(name)
        if anchor is None:
            self.unresolved += 1
            if name not in self._known:
                message, hint = f"no passage is called “{name}”", did_you_mean(name, self._known)
                self.found.append(error("OL130", message, span_of(name), hint=hint))
        return anchor


_UNBRACKETED = re.compile(r"(\[)?(?<![\w@])@(\w[\w-]*)")
_PUNCTUATION = re.compile(r"\A(?:[.,;:!?…][”’\"')\]]*)+")


def marks_after_punctuation(inlines: Inlines) -> Inlines:
    """The same inlines with each mark right after the word it belongs to, or its punctuation."""
    placed: list[Inline] = []
    at = 0
    while at < len(inlines):
        inline = inlines[at]
        if not isinstance(inline, NoteMark):
            placed.append(inline)
            at += 1
            continue
        marks: list[Inline] = []
        while at < len(inlines) and _is_mark_or_gap(inlines, at):
            if isinstance(inlines[at], NoteMark):
                marks.append(inlines[at])
            at += 1
        if placed and isinstance(placed[-1], Text):
            last = placed[-1]
            placed[-1] = Text(text=last.text.rstrip(), language=last.language)
        following = inlines[at] if at < len(inlines) else None
        if isinstance(following, Text) and (matched := _PUNCTUATION.match(following.text)):
            placed.append(Text(text=matched[0], language=following.language))
            rest = following.text[matched.end() :]
            inlines = (*inlines[:at], Text(text=rest, language=following.language), *inlines[at + 1 :])
        placed.extend(marks)
    return join_texts(placed)


def _is_mark_or_gap(inlines: Inlines, at: int) -> bool:
    inline = inlines[at]
    if isinstance(inline, NoteMark):
        return True
    following = inlines[at + 1] if at + 1 < len(inlines) else None
    return isinstance(inline, Text) and not inline.text.strip() and isinstance(following, NoteMark)


def _words_of(blocks: Sequence[Block]) -> str:
    return " ".join(block.id for block in blocks)
