"""Lines of a merge to the Markdown of a statement, as close to what was typed as the changes allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TypeAlias

from briefgen.drafts.draft import Line, Row
from briefgen.drafts.inlines import as_typed, citation_typed, tokens_of_markup, words_of_handwritten
from briefgen.drafts.rewriting.markdown import markdown
from briefgen.drafts.rewriting.relaid import relaid
from briefgen.outline import markup
from briefgen.text.tokens import Token, Tokens


def parts_of(text: str) -> list[str]:
    """The Markdown of each top-level block of a statement, as typed."""
    lines = text.split("\n")
    return ["\n".join(lines[start:end]).rstrip() for start, end in markup.block_lines(text)]


def with_parts(text: str, parts: Sequence[str | None]) -> str:
    """A statement with some of its blocks typed anew; None leaves a block as it is."""
    lines = text.split("\n")
    for (start, end), part in reversed(list(zip(markup.block_lines(text), parts, strict=True))):
        if part is not None:
            blank = [line for line in lines[start:end] if not line.strip()] if end < len(lines) else []
            lines[start:end] = [*part.split("\n"), *blank[:1]]
    return "\n".join(lines).rstrip("\n") + ("\n" if text.endswith("\n") else "")


Writer: TypeAlias = Callable[[Sequence[Line]], str]


def retyped_block(
    today: Sequence[Line], final: Sequence[Line], typed: str, write: Writer, known: Sequence[str] = ()
) -> str:
    """The Markdown `typed`, which says what `today` says, changed so that it says what `final` says.

    `write` gives the Markdown of lines where `typed` is of no help. `known` are citations as they are typed
    elsewhere, for marks that come from there.
    """
    names = [*citations_in(typed), *known]
    unseen = Counter(_marks(today)) - Counter(map(citation_typed, citations_in(typed)))
    old, new = (write(_with_typed_marks(lines, names, unseen)) for lines in (today, final))
    found = relaid(old, new, typed)
    return found if found is not None and _shape(found) == _shape(new) else new


def newly_typed(final: Sequence[Line], write: Writer, known: Sequence[str] = ()) -> str:
    """The Markdown of lines that are new in their place; `known` are citations as typed elsewhere."""
    return write(_with_typed_marks(final, known, Counter()))


def retyped_note(was: Tokens, now: Tokens, typed: str) -> str:
    """The words of a note, typed as `typed`, changed from what they were to what they are."""
    lines = ([Line(kind="text", tokens=tuple(_unbroken(tokens)))] for tokens in (was, now))
    return retyped_block(next(lines), next(lines), typed, block_markdown)


def block_markdown(lines: Sequence[Line]) -> str:
    """The Markdown of one block: a heading, list or table, or paragraphs, and of what was joined to it."""
    first = lines[0]
    match first.kind:
        case "item":
            return "\n".join(_items(lines))
        case "table":
            typed = _table(first.rows)
        case "heading":
            typed = f"{'#' * max(first.level, 2)} {_on_one_line(first.tokens)}"
        case _:
            typed = markdown(_typable(first.tokens))
    return f"{typed}\n\n{block_markdown(lines[1:])}" if lines[1:] else typed


def quotation_markdown(lines: Sequence[Line]) -> str:
    """The Markdown of a block quotation."""
    return "\n>\n".join("> " + markdown(_typable(line.tokens)) for line in lines)


def handwritten_in(lines: Sequence[Line]) -> list[str]:
    """The words of the notes that a person wrote by hand, by their marks in the lines."""
    cells = [cell for line in lines for row in line.rows for cell in row]
    tokens = [token for run in (*(line.tokens for line in lines), *cells) for token in run]
    found = (words_of_handwritten(token.text) for token in tokens if token.kind == "mark")
    return [words for words in found if words is not None]


def citations_in(typed: str) -> list[str]:
    """The citations of a Markdown text, as typed."""
    return [found[0] for found in markup.CITATION.finditer(typed) if markup.parse_citation(found[0])]


def _typable(tokens: Tokens) -> Tokens:
    return tuple(
        token for token in tokens if token.kind != "mark" or words_of_handwritten(token.text) is None
    )


def _on_one_line(tokens: Tokens) -> str:
    return markdown(_typable(tuple(_unbroken(tokens))))


def _unbroken(tokens: Tokens) -> Iterator[Token]:
    for token in tokens:
        yield Token(text=" ", kind="space") if token.kind == "break" else token


def _items(lines: Sequence[Line]) -> Iterator[str]:
    numbers: dict[int, int] = {}
    indents = [""]
    for line in lines:
        text = markdown(_typable(line.tokens))
        if line.kind == "heading":
            numbers, indents = {}, [""]
            yield from ("", block_markdown([line]), "")
            continue
        if line.kind != "item":
            yield ""
            yield from (indents[-1] + part for part in text.split("\n"))
            continue
        depth = min(line.level, len(indents) - 1)
        indents = indents[: depth + 1]
        for deeper in [level for level in numbers if level > depth]:
            del numbers[deeper]
        numbers[depth] = numbers.get(depth, 0) + 1
        sign = f"{numbers[depth]}. " if line.ordered else "- "
        first, *further = text.split("\n")
        yield indents[depth] + sign + first
        indents.append(indents[depth] + " " * len(sign))
        yield from (indents[-1] + part for part in further)


def _table(rows: Sequence[Row]) -> str:
    typed = [[_on_one_line(cell).replace("|", "\\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in typed]
    return "\n".join([lines[0], f"|{' --- |' * len(typed[0])}", *lines[1:]])


def _marks(lines: Sequence[Line]) -> list[str]:
    cells = [cell for line in lines for row in line.rows for cell in row]
    runs = (*(line.tokens for line in lines), *cells)
    return [token.text for run in runs for token in run if token.kind == "mark"]


def _with_typed_marks(lines: Sequence[Line], names: Sequence[str], unseen: Counter[str]) -> list[Line]:
    """Lines whose marks read as they were typed.

    Marks that were never typed, as many as there were, are left out: they stand behind all others.
    """
    by_citation = {citation_typed(name): name for name in reversed(names)}
    left = Counter(unseen)

    def typed(tokens: Tokens) -> Tokens:
        found = []
        for token in reversed(tokens):
            if token.kind == "mark":
                if left[token.text] > 0:
                    left[token.text] -= 1
                    continue
                name = as_typed(token) or by_citation.get(token.text, token.text)
                token = replace(token, text=name)
            found.append(token)
        return tuple(reversed(found))

    done = []
    for line in reversed(lines):
        rows = tuple(reversed([tuple(reversed([*map(typed, reversed(row))])) for row in reversed(line.rows)]))
        done.append(replace(line, tokens=typed(line.tokens), rows=rows))
    return done[::-1]


def _shape(text: str) -> list[object]:
    """What a Markdown text says: its blocks, their words and, apart from these, their citations."""
    return [_block_shape(block) for block in markup.parse(text)]


def _block_shape(block: markup.MarkupBlock) -> object:
    match block:
        case markup.MarkupParagraph():
            return ("paragraph", *_run_shape(block.inlines))
        case markup.MarkupHeading():
            return ("heading", block.level, *_run_shape(block.inlines))
        case markup.MarkupList():
            return (block.ordered, [[_block_shape(inner) for inner in item] for item in block.items])
        case markup.MarkupQuote():
            return ("quote", [_block_shape(inner) for inner in block.blocks])
        case markup.MarkupTable():
            return [[_run_shape(cell) for cell in row] for row in (block.header, *block.rows)]
        case markup.Unread():
            return ("unread", block.typed)


def _run_shape(inlines: markup.MarkupInlines) -> tuple[list[object], list[str]]:
    tokens = tokens_of_markup(inlines)
    words = [(token.text, token.attributes) for token in tokens if token.kind not in ("space", "mark")]
    return [*words], [token.text for token in tokens if token.kind == "mark"]
