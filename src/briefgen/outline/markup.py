"""Markdown as an analyst writes it: CommonMark, tables, and pandoc's citations, `[see @a, on the Navy; @b]`.

HTML and pictures are not read: a brief has none of the one, and the other stand under `figure:`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeAlias

from briefgen.model.document import Align
from briefgen.values import dataclass

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Styled:
    """Words within `em`, `strong` or a link to `target`."""

    style: str
    inlines: tuple[MarkupInline, ...]
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Break:
    """The author's own break of a line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One passage of a citation, with words before and after it."""

    passage: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One mark in the text: the passages it names, and the citation as typed."""

    cited: tuple[Cited, ...]
    typed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture in the line, which briefgen does not read: the words that stand for it, and its file."""

    alt: str
    target: str


MarkupInline: TypeAlias = Words | Styled | Break | Citation | Picture
MarkupInlines: TypeAlias = tuple[MarkupInline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupParagraph:
    """A paragraph."""

    inlines: MarkupInlines


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupHeading:
    """A heading; level counts the number signs."""

    level: int
    inlines: MarkupInlines


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupList:
    """A list, each item a run of blocks."""

    ordered: bool
    start: int
    items: tuple[tuple[MarkupBlock, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupQuote:
    """A block quotation."""

    blocks: tuple[MarkupBlock, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkupTable:
    """A table, header first."""

    align: tuple[Align, ...]
    header: tuple[MarkupInlines, ...]
    rows: tuple[tuple[MarkupInlines, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """Markup that briefgen does not read: what it is, as typed."""

    what: str
    typed: str


MarkupBlock: TypeAlias = MarkupParagraph | MarkupHeading | MarkupList | MarkupQuote | MarkupTable | Unread

DEEPEST = 20
"""Levels of lists and quotations within one another, beyond which markup is told of and not read."""

CITATION = re.compile(r"\[([^\[\]@]*(?<!\w)@\w[^\[\]]*)\]")
"""A citation as typed. The brackets hold at least one `@name`, which is not part of a mail address."""

_CITED = re.compile(r"\A(?P<prefix>[^@]*)(?<!\w)@(?P<passage>\w[\w-]*)(?P<suffix>[^@]*)\Z", re.DOTALL)
_PIPE = re.compile(r"(?<!\\)\|")
_MARKUP = re.compile(r"[*_`\[\]<>&\\#|!\n~=+]|^\s|^\d+[.)]|^-|https?:|  $")


def parse(text: str) -> tuple[MarkupBlock, ...]:
    """The blocks of a Markdown text. Any text parses; what is not read comes back as `Unread`."""
    if not _MARKUP.search(CITATION.sub("", text)):
        words = text.strip()
        return (MarkupParagraph(inlines=tuple(_plain(words))),) if words else ()
    tokens = _parser().parse(text)
    lines = text.splitlines()
    for token in tokens:
        if token.type == "tr_open" and token.map:
            token.meta["line"] = lines[token.map[0]]
    deepest = [Unread(what="markup nested so deep", typed=text)] if _reaches_bottom(tokens) else []
    return (*_blocks(iter(tokens)), *deepest)


def parse_inlines(text: str) -> MarkupInlines:
    """The inlines of a one-line text, such as a heading, caption or cell."""
    if not _MARKUP.search(CITATION.sub("", text)):
        return tuple(_plain(text))
    tokens = _parser().parseInline(text)
    return tuple(_inlines(iter(tokens[0].children or ()))) if tokens else ()


def parse_citation(typed: str) -> Citation | None:
    """The citation that stands in brackets, or None where a part of it names no passage."""
    cited = []
    for part in typed[1:-1].split(";"):
        matched = _CITED.match(part)
        if not matched:
            return None
        suffix = matched["suffix"].strip()
        cited.append(
            Cited(
                passage=matched["passage"],
                prefix=matched["prefix"].strip(),
                suffix=suffix.removeprefix(",").strip(),
            )
        )
    return Citation(cited=tuple(cited), typed=typed)


def _plain(text: str) -> Iterator[MarkupInline]:
    at = 0
    for matched in CITATION.finditer(text):
        citation = parse_citation(matched[0])
        if citation is None:
            continue
        if matched.start() > at:
            yield Words(text=text[at : matched.start()])
        yield citation
        at = matched.end()
    if at < len(text):
        yield Words(text=text[at:])


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    options = {"html": False, "linkify": False, "typographer": False, "maxNesting": DEEPEST}
    parser = MarkdownIt("commonmark", options)
    # Every link is read, so that one that leads to a script is told of rather than shown as typed.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    parser.enable("table").disable(["html_block", "html_inline", "reference"])
    parser.inline.ruler.before("link", "citation", _citation_rule)
    return parser


def _citation_rule(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "[":
        return False
    matched = CITATION.match(state.src, state.pos)
    citation = parse_citation(matched[0]) if matched else None
    if matched is None or citation is None:
        return False
    if not silent:
        token = state.push("citation", "", 0)
        token.meta = {"citation": citation}
    state.pos = matched.end()
    return True


def _blocks(tokens: Iterator[Token], until: str = "") -> Iterator[MarkupBlock]:
    for token in tokens:
        if token.type == until:
            return
        match token.type:
            case "paragraph_open":
                if inlines := _inline_of(tokens, "paragraph_close"):
                    yield MarkupParagraph(inlines=inlines)
            case "heading_open":
                level = int(token.tag[1:])
                yield MarkupHeading(level=level, inlines=_inline_of(tokens, "heading_close"))
            case "bullet_list_open":
                yield MarkupList(ordered=False, start=1, items=tuple(_items(tokens, "bullet_list_close")))
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                items = tuple(_items(tokens, "ordered_list_close"))
                yield MarkupList(ordered=True, start=start, items=items)
            case "blockquote_open":
                yield MarkupQuote(blocks=tuple(_blocks(tokens, "blockquote_close")))
            case "table_open":
                yield from _table(tokens)
            case "fence" | "code_block":
                typed = f"{token.info.strip()}\n{token.content}".lstrip("\n")
                yield Unread(what="a block of code", typed=typed)
            case "hr":
                yield Unread(what="a rule", typed=token.markup[:3])
            case _:
                yield Unread(what=token.type.replace("_", " "), typed=token.content)


def _items(tokens: Iterator[Token], until: str) -> Iterator[tuple[MarkupBlock, ...]]:
    for token in tokens:
        if token.type == until:
            return
        yield tuple(_blocks(tokens, "list_item_close"))


def _inline_of(tokens: Iterator[Token], until: str) -> MarkupInlines:
    found: MarkupInlines = ()
    for token in tokens:
        if token.type == until:
            break
        found = tuple(_inlines(iter(token.children or ())))
    return found


def _table(tokens: Iterator[Token]) -> Iterator[MarkupTable | Unread]:
    align: list[Align] = []
    rows: list[tuple[MarkupInlines, ...]] = []
    row: list[MarkupInlines] = []
    beyond: list[str] = []
    for token in tokens:
        if token.type == "table_close":
            break
        if token.type == "tr_open":
            beyond += _cells(token.meta.get("line", ""))[len(align) :] if align else []
        elif token.type in ("th_open", "td_open"):
            if token.type == "th_open":
                style = str(token.attrs.get("style", ""))
                align.append("right" if "right" in style else "center" if "center" in style else "left")
            row.append(_inline_of(tokens, token.type.replace("open", "close")))
        elif token.type == "tr_close":
            rows.append(tuple(row))
            row = []
    yield MarkupTable(align=tuple(align), header=rows[0], rows=tuple(rows[1:]))
    for cell in beyond:
        yield Unread(what="a cell beyond the last column", typed=cell)


def _cells(line: str) -> list[str]:
    """A row's cells as typed, those too that CommonMark's tables drop."""
    cells = _PIPE.split(line.strip().lstrip("> ").removeprefix("|"))
    return [cell.strip() for cell in (cells if cells[-1].strip() else cells[:-1])]


def _reaches_bottom(tokens: Sequence[Token]) -> bool:
    """Whether the parser may have stopped where it nests no deeper, and left words out."""
    within = ("blockquote_open", "list_item_open")
    return any(token.level >= DEEPEST - 1 for token in tokens if token.type in within)


def _inlines(tokens: Iterator[Token], until: str = "") -> Iterator[MarkupInline]:
    for token in tokens:
        if token.type == until:
            return
        match token.type:
            case "text" | "text_special" | "code_inline":
                if token.content:
                    yield Words(text=token.content)
            case "softbreak":
                yield Words(text=" ")
            case "hardbreak":
                yield Break()
            case "em_open" | "strong_open":
                style = token.type.removesuffix("_open")
                yield Styled(style=style, inlines=tuple(_inlines(tokens, f"{style}_close")))
            case "link_open":
                inner = tuple(_inlines(tokens, "link_close"))
                yield Styled(style="link", inlines=inner, target=str(token.attrs.get("href", "")))
            case "image":
                yield Picture(alt=token.content, target=str(token.attrs.get("src", "")))
            case "citation":
                citation = token.meta["citation"]
                assert isinstance(citation, Citation)
                yield citation


def block_lines(text: str) -> tuple[tuple[int, int], ...]:
    """The lines, from 0, that each top-level block of a Markdown text begins on and ends before."""
    return tuple(
        (token.map[0], token.map[1])
        for token in _parser().parse(text)
        if token.level == 0 and token.nesting >= 0 and token.map
    )
