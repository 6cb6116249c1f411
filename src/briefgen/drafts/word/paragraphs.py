"""A paragraph's XML to tokens, in the view that accepts every tracked change or in the one that rejects it.

Editors cut runs anywhere, put bookmarks into pairs of runs and results into fields; what counts is the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import field, replace
from typing import TYPE_CHECKING

from briefgen.drafts.draft import View
from briefgen.drafts.word.elements import RELATION_ID, body_elements, local_name, value_of
from briefgen.drafts.word.styles import StyleSheet
from briefgen.rendering.docx.identity import note_bookmark
from briefgen.rendering.docx.markup import w
from briefgen.text.ties import untied
from briefgen.text.tokens import PLAIN, Attributes, Token, Tokens, mark, retokenise
from briefgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

HIDDEN: dict[View, frozenset[str]] = {
    "accepted": frozenset(("del", "moveFrom")),
    "original": frozenset(("ins", "moveTo")),
    "tracked": frozenset(),
}
"""The tracked changes whose content a view does not show."""

_TRACKED = frozenset(("ins", "del", "moveFrom", "moveTo"))
_CONTAINERS = _TRACKED | frozenset(
    ("smartTag", "sdt", "sdtContent", "customXml", "dir", "bdo", "oMath", "oMathPara", "fldSimple")
)
_NOTEREF = re.compile(r"\s*NOTEREF\s+(\S+)")
_HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?:\\l\s+"(?P<anchor>[^"]*)"|"(?P<target>[^"]*)")')
NOTE_PREFIX = note_bookmark("")[:4]
"""How the bookmarks of notes begin."""

NUMBERED = "number "
"""How the name of a mark begins that has lost its field, and is a number set like a mark."""

_COPY = re.compile(r"_Copy_\d+\Z")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff]")


def bookmark_of(element: _Element) -> str:
    """A bookmark's name, without what LibreOffice appends to the name of a copy."""
    return _COPY.sub("", value_of(element, "name"))


@dataclass(slots=True)
class _Field:
    instruction: str = ""
    in_result: bool = False
    replaced: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A token as it stands in the file, not yet joined with its neighbours, and the run that holds it."""

    token: Token
    run: _Element


@dataclass(slots=True)
class ParagraphReader:
    """Reads the paragraphs of one part in order; fields may reach from one into the next."""

    view: View
    sheet: StyleSheet
    links: dict[str, str]
    note_keys: dict[tuple[str, str], str]
    note_names: dict[str, str]
    _fields: list[_Field] = field(default_factory=list)

    @property
    def within_contents(self) -> bool:
        """Whether the reader stands inside a table of contents."""
        return any(held.instruction.lstrip().startswith("TOC") for held in self._fields)

    def tokens(self, paragraph: _Element) -> Tokens:
        """What the view shows of a paragraph."""
        return settled(untied(retokenise(piece.token for piece in self.pieces(paragraph))))

    def pieces(self, parent: _Element, around: Attributes = PLAIN) -> Iterator[Piece]:
        """The tokens of a paragraph with their runs, as the file cuts them."""
        for child in parent:
            name = local_name(child)
            if name == "r":
                yield from self._run(child, around)
            elif name in HIDDEN[self.view]:
                continue
            elif name == "hyperlink":
                yield from self.pieces(child, around | self._link(child))
            elif name in _CONTAINERS:
                yield from self.pieces(child, around)

    def mark_is_hidden(self, paragraph: _Element) -> bool:
        """Whether the view does not show the end of a paragraph, so that the next one continues it."""
        found = paragraph.find(f"{w('pPr')}/{w('rPr')}")
        return found is not None and any(local_name(child) in HIDDEN[self.view] for child in found)

    def block_tokens(self, parent: _Element) -> Tokens:
        """All paragraphs below an element, such as a cell or note, with breaks between them."""
        found: list[Token] = []
        for element in body_elements(parent):
            inner = [element] if local_name(element) == "p" else list(element.iter(w("p")))
            for paragraph in inner:
                if found:
                    found.append(Token(text="\n", kind="break"))
                found.extend(self.tokens(paragraph))
        return trimmed(tuple(found))

    def _link(self, element: _Element) -> Attributes:
        target = self.links.get(str(element.get(RELATION_ID) or ""), "")
        anchor = value_of(element, "anchor")
        address = target + (f"#{anchor}" if anchor else "")
        return frozenset({("link", address)}) if address else PLAIN

    def _run(self, run: _Element, around: Attributes) -> Iterator[Piece]:
        attributes = around | self.sheet.attributes(run)
        if any(name == "link" for name, _ in attributes):
            attributes = frozenset(pair for pair in attributes if pair[0] != "underlined")
        for child in run:
            name = local_name(child)
            if name == "fldChar":
                yield from self._field_mark(child, run)
            elif name in ("instrText", "delInstrText"):
                if self._fields:
                    self._fields[-1].instruction += child.text or ""
            elif any(held.replaced or not held.in_result for held in self._fields):
                continue
            elif name in ("footnoteReference", "endnoteReference"):
                key = self.note_keys.get((name.removesuffix("Reference"), value_of(child, "id")))
                if key:
                    yield Piece(token=mark(key), run=run)
            elif self.sheet.is_note_mark(run) and (child.text or "").isdigit():
                yield Piece(token=mark(NUMBERED + (child.text or "")), run=run)
            else:
                text = _text_of(child)
                if text:
                    kept = attributes | self._field_link()
                    yield Piece(token=Token(text=text, kind="word", attributes=kept), run=run)

    def _field_mark(self, element: _Element, run: _Element) -> Iterator[Piece]:
        kind = value_of(element, "fldCharType")
        if kind == "begin":
            self._fields.append(_Field())
        elif kind == "separate" and self._fields:
            self._fields[-1].in_result = True
            found = _NOTEREF.match(self._fields[-1].instruction)
            if found:
                self._fields[-1].replaced = True
                name = _COPY.sub("", found[1])
                key = self.note_names.get(name, name if name.startswith(NOTE_PREFIX) else "")
                if key:
                    yield Piece(token=mark(key), run=run)
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _field_link(self) -> Attributes:
        for held in reversed(self._fields):
            found = _HYPERLINK.match(held.instruction)
            if found:
                return frozenset({("link", found["target"] or "#" + (found["anchor"] or ""))})
        return PLAIN


def clean(text: str) -> str:
    """Text without the characters that no outline can hold."""
    return _FORBIDDEN.sub("", text)


def _text_of(child: _Element) -> str:
    match local_name(child):
        case "t" | "delText":
            return clean(child.text or "").replace("\n", " ")
        case "tab" | "ptab":
            return "\t"
        case "br":
            return "\n" if value_of(child, "type") in ("", "textWrapping") else ""
        case "cr":
            return "\n"
        case "noBreakHyphen":
            return "\N{NON-BREAKING HYPHEN}"
        case "sym":
            return symbol(value_of(child, "char"))
        case "ruby":
            return "".join(clean(each.text or "") for each in child.iterfind(f"{w('rubyBase')}//{w('t')}"))
        case "AlternateContent":
            return "".join(_text_of(each) for choice in child.iterchildren("{*}Choice") for each in choice)
        case _:
            return ""


_SYMBOLS = {
    0x61: "αβχδεφγηιϕκλμνοπθρστυϖωξψζ",
    0x41: "ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ",
    0xA2: "′≤",
    0xA5: "∞",
    0xAB: "↔←↑→↓°±″≥×",
    0xB8: "÷≠≡≈…",
    0xD7: "⋅",
}
"""Characters of the font Symbol, by the place of the first in each row (Adobe's Symbol encoding)."""


def symbol(code: str) -> str:
    """A character that was put in from a list of symbols, by its number in hexadecimal digits.

    What only a font of its own knows becomes U+FFFD, so that its place is seen.
    """
    try:
        number = int(code, 16)
    except ValueError:
        return ""
    if not 0xF000 <= number <= 0xF0FF:
        return clean(chr(number)) if number < 0xD800 else "\N{REPLACEMENT CHARACTER}"
    rows = ((number - 0xF000 - first, row) for first, row in _SYMBOLS.items())
    return next((row[at] for at, row in rows if 0 <= at < len(row)), "\N{REPLACEMENT CHARACTER}")


def settled(tokens: Tokens) -> Tokens:
    """Tokens as they were meant: chance and the renderer's own signs taken out.

    A space is set like the words around it; the comma that keeps two marks apart is not part of the text.
    """
    if not any(token.attributes or token.kind == "mark" for token in tokens):
        return tokens
    found = [tokens[at] for at in meant(tokens)]
    for at, token in enumerate(found):
        if token.kind == "space":
            inside = 0 < at < len(found) - 1
            both = found[at - 1].attributes & found[at + 1].attributes if inside else PLAIN
            if both != token.attributes:
                found[at] = replace(token, attributes=both)
    return tuple(found)


def meant(tokens: Sequence[Token]) -> list[int]:
    """The positions of the tokens that are part of the text, in its order.

    A mark typed right before a word belongs to the one before: it comes ahead of the space between them.
    """
    found = [
        at
        for at, token in enumerate(tokens)
        if not (token.text == "," and {"mark"} == {other.kind for other in _around(tokens, at)})
    ]
    for place in range(len(found) - 2, 0, -1):
        gap, following = tokens[found[place]], tokens[found[place + 1]]
        if gap.kind == "space" and following.kind == "mark":
            end = place + 1
            while end < len(found) and tokens[found[end]].kind == "mark":
                end += 1
            if end < len(found) and tokens[found[end]].kind in ("word", "figure"):
                found.insert(end - 1, found.pop(place))
    return found


def _around(tokens: Sequence[Token], at: int) -> list[Token]:
    return [tokens[near] for near in (at - 1, at + 1) if 0 <= near < len(tokens)]


def trimmed(tokens: Tokens) -> Tokens:
    """Tokens without the spaces at either end."""
    start, end = 0, len(tokens)
    while start < end and tokens[start].kind in ("space", "break"):
        start += 1
    while end > start and tokens[end - 1].kind in ("space", "break"):
        end -= 1
    return tokens[start:end]
