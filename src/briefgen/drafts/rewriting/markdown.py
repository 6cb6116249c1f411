"""Words back to Markdown as an analyst would type them: the inverse of `outline.markup`.

Only what would be read as markup is escaped. Where CommonMark's rules for stars and underscores cannot
express a stretch of bold or italics exactly, the stretch gives up the punctuation at its ends.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from briefgen.drafts.inlines import handwritten, tokens_of_markup, words_of_handwritten
from briefgen.outline.markup import parse_inlines
from briefgen.text.tokens import Token, Tokens, mark, retokenise

if TYPE_CHECKING:
    from collections.abc import Callable

EXPRESSIBLE = frozenset(("strong", "emphasis", "link"))
"""The attributes that Markdown has signs for."""

GENERATED = frozenset(("label",))
"""Words that bear one of these are briefgen's own and never typed."""

_ENTITY = re.compile(r"&(?=#?\w+;)")
_AUTOLINK = re.compile(r"<(?=[A-Za-z/!?])")
_UNDERSCORE = re.compile(r"(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])")
_BRACKET = re.compile(r"\[(?=[^\[\]]*(?:\]\(|@))")
_BLOCK_START = re.compile(r"\A(?:([#>+=~|-])|(\d+)([.)]))")
_BRACKETS = re.compile(r"[\[\]\\]")
_OWN_NOTE = re.compile(r"\^\[((?:\\.|[^\[\]\\])*)\]")


def markdown(tokens: Sequence[Token]) -> str:
    """The Markdown of one paragraph, heading, item or cell; its marks are the citations that they name."""
    wanted = canonical(tokens)
    for attempt in (wanted, _trimmed_styles(wanted), _without_styles(wanted)):
        for star in ("*", "_"):
            text = _written(attempt, star)
            if _same(parsed(text), wanted if attempt is wanted else attempt):
                return text
    return _written(_without_styles(wanted), "*")


def parsed(text: str) -> Tokens:
    """The tokens that a Markdown text of one paragraph is read as, and marks as `markdown` writes them."""
    found: list[Token] = []
    for at, piece in enumerate(_OWN_NOTE.split(text)):
        if at % 2:
            found.append(mark(handwritten(re.sub(r"\\(.)", r"\1", piece))))
        else:
            gap = (Token(text=" ", kind="space"),) if piece[:1].isspace() else ()
            found += (*gap, *tokens_of_markup(parse_inlines(piece)))
    return canonical(found)


def canonical(tokens: Iterable[Token]) -> Tokens:
    """What remains of tokens when they are typed: no labels, no languages, single spaces."""
    typed = [
        replace(token, attributes=_expressible(token))
        for token in tokens
        if not any(name in GENERATED for name, _ in token.attributes)
    ]
    found: list[Token] = []
    for token in retokenise(typed):
        if token.kind == "space":
            if not found or found[-1].kind in ("space", "break"):
                continue
            token = replace(token, text=" " if token.text.isascii() else token.text)
        if token.kind in ("break", "mark"):
            while found and found[-1].kind == "space":
                found.pop()
        if token.kind == "break" and (not found or found[-1].kind == "break"):
            continue
        found.append(token)
    while found and found[-1].kind in ("space", "break"):
        found.pop()
    return tuple(_plain_edges(found))


def _expressible(token: Token) -> frozenset[tuple[str, str]]:
    if token.kind in ("mark", "break"):
        return frozenset()
    return frozenset(pair for pair in token.attributes if pair[0] in EXPRESSIBLE)


def _plain_edges(tokens: Sequence[Token]) -> Iterator[Token]:
    """Spaces are set like the words on both sides."""
    for at, token in enumerate(tokens):
        if token.kind == "space":
            left = tokens[at - 1].attributes if at else frozenset()
            right = tokens[at + 1].attributes if at + 1 < len(tokens) else frozenset()
            token = replace(token, attributes=left & right)
        yield token


def _same(left: Tokens, right: Tokens) -> bool:
    """Whether two texts are the same but for the words that a citation has around its passages."""
    return list(map(_as_read, left)) == list(map(_as_read, right))


def _as_read(token: Token) -> object:
    return token.kind if token.kind == "mark" else token


def _without_styles(tokens: Tokens) -> Tokens:
    return retokenise(replace(token, attributes=frozenset()) for token in tokens)


def _trimmed_styles(tokens: Tokens) -> Tokens:
    """Bold and italics from word to word: the punctuation at the ends of each stretch is set plainly."""
    found = list(tokens)
    for name in ("strong", "emphasis"):
        pair = (name, "")

        def styled(token: Token, pair: tuple[str, str] = pair) -> bool:
            return pair in token.attributes

        for stretch in _stretches(found, styled):
            inner = list(stretch)
            while inner and found[inner[0]].kind in ("punctuation", "space"):
                inner.pop(0)
            while inner and found[inner[-1]].kind in ("punctuation", "space"):
                inner.pop()
            for at in set(stretch) - set(inner):
                found[at] = replace(found[at], attributes=found[at].attributes - {pair})
    return canonical(found)


def _stretches(tokens: Sequence[Token], holds: Callable[[Token], bool]) -> Iterator[range]:
    start = None
    for at, token in enumerate(tokens):
        if holds(token) and start is None:
            start = at
        elif not holds(token) and start is not None:
            yield range(start, at)
            start = None
    if start is not None:
        yield range(start, len(tokens))


def _written(tokens: Sequence[Token], star: str) -> str:
    """Signs are opened and closed like brackets, links outermost, so that stretches never cross."""
    out: list[str] = []
    open_signs: list[tuple[str, str]] = []
    text: list[str] = []

    def flush() -> None:
        if text:
            out.append(_escaped("".join(text), at_start=not out))
            text.clear()

    for token, wanted in zip(tokens, _signs(tokens), strict=True):
        shared = len(_common(open_signs, wanted))
        if open_signs != wanted:
            flush()
            out.extend(_closing(pair, star) for pair in reversed(open_signs[shared:]))
            out.extend(_opening(pair, star) for pair in wanted[shared:])
            open_signs = wanted
        if token.kind == "mark":
            flush()
            out.append(("" if not out or out[-1].endswith((" ", "\n")) else " ") + _mark(token))
        elif token.kind == "break":
            flush()
            out.append("\\\n")
        else:
            text.append(token.text)
    flush()
    out.extend(_closing(pair, star) for pair in reversed(open_signs))
    return "".join(out)


def _signs(tokens: Sequence[Token]) -> list[list[tuple[str, str]]]:
    """The signs that are open around each token; around a space, those that its neighbours share."""
    found = [_order(tokens, at) for at in range(len(tokens))]
    for at, token in enumerate(tokens):
        if token.kind == "space":
            found[at] = _common(found[at - 1], found[at + 1]) if 0 < at < len(tokens) - 1 else []
    return found


def _common(left: list[tuple[str, str]], right: list[tuple[str, str]]) -> list[tuple[str, str]]:
    shared = 0
    while shared < min(len(left), len(right)) and left[shared] == right[shared]:
        shared += 1
    return left[:shared]


def _order(tokens: Sequence[Token], at: int) -> list[tuple[str, str]]:
    """A token's attributes, those that reach furthest outermost; links before all."""

    def reach(pair: tuple[str, str]) -> int:
        first = last = at
        while first > 0 and pair in tokens[first - 1].attributes:
            first -= 1
        while last + 1 < len(tokens) and pair in tokens[last + 1].attributes:
            last += 1
        return last - first

    return sorted(
        tokens[at].attributes, key=lambda pair: (pair[0] != "link", -reach(pair), pair[0] != "strong", pair)
    )


def _opening(pair: tuple[str, str], star: str) -> str:
    return {"link": "[", "strong": "**", "emphasis": star}[pair[0]]


def _closing(pair: tuple[str, str], star: str) -> str:
    if pair[0] == "link":
        target = pair[1]
        wrapped = f"<{target}>" if re.search(r"[\s()]", target) else target
        return f"]({wrapped})"
    return {"strong": "**", "emphasis": star}[pair[0]]


def _mark(token: Token) -> str:
    words = words_of_handwritten(token.text)
    return token.text if words is None else handwritten(_BRACKETS.sub(r"\\\g<0>", words))


def _escaped(text: str, *, at_start: bool) -> str:
    text = text.replace("\\", "\\\\").replace("`", "\\`").replace("*", "\\*")
    text = _ENTITY.sub("&amp;", text)
    text = _AUTOLINK.sub(r"\\<", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _BRACKET.sub(r"\\[", text).replace("^[", "^\\[")
    if at_start:
        text = _BLOCK_START.sub(_escaped_start, text)
    return text


def _escaped_start(found: re.Match[str]) -> str:
    return f"\\{found[1]}" if found[1] else f"{found[2]}\\{found[3]}"
