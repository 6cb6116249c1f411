"""Footnotes that a person typed in Word: which of them cite a passage that the outline knows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefgen.drafts.inlines import words_of_handwritten
from briefgen.outline.markup import CITATION, parse_citation
from briefgen.outline.yaml_file import Mapping as YamlMapping
from briefgen.outline.yaml_file import Node, Scalar, value_under
from briefgen.text.align import similarity
from briefgen.text.tokens import Tokens, text_of, tokenise

LIKE = 0.8
"""Share of words in common from which a typed note counts as one that today's brief has."""

SHORTEST_QUOTE = 4
"""Words that a passage must share with a note, in a row, to be what the note cites."""

_NAMED = re.compile(r"@(\w[\w-]*)")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


def recognised(
    written: Iterable[str], notes: Mapping[str, tuple[Tokens, ...]], passages: Mapping[str, str]
) -> dict[str, str]:
    """The citations that hand-written notes stand for, by their marks; those that cite nothing are left out.

    `notes` are the words of today's notes by citation, `passages` the quoted words of passages by name.
    """
    found = {}
    for name in written:
        words = words_of_handwritten(name) or ""
        citation = _typed(words, passages) or _like(words, notes) or _quoting(words, passages)
        if citation:
            found[name] = citation
    return found


def quotes_of(root: Node | None) -> dict[str, str]:
    """The quoted words of an outline's passages by name."""
    passages = value_under(root, "passages")
    if not isinstance(passages, YamlMapping):
        return {}
    found = {}
    for entry in passages.entries:
        quote = value_under(entry.value, "quote")
        found[entry.key.value] = quote.value if isinstance(quote, Scalar) else ""
    return found


def _typed(words: str, passages: Mapping[str, str]) -> str:
    """A citation typed into the note itself: `@troops`, or `[see @troops, on the Navy]`."""
    names = [name for name in _NAMED.findall(words) if name in passages]
    if not names:
        return ""
    whole = words.strip() if words.strip().startswith("[") else f"[{words.strip().rstrip('.')}]"
    matched = CITATION.fullmatch(whole)
    citation = parse_citation(whole) if matched else None
    if citation is not None and all(cited.passage in passages for cited in citation.cited):
        return whole
    return "[" + "; ".join(f"@{name}" for name in dict.fromkeys(names)) + "]"


def _like(words: str, notes: Mapping[str, tuple[Tokens, ...]]) -> str:
    typed = list(_plain(words))
    best, citation = LIKE, ""
    for known, readings in notes.items():
        shared = max(similarity(typed, list(_plain(text_of(tokens))), best) for tokens in readings)
        if shared >= best and typed and known.startswith("[@"):
            best, citation = shared, known
    return citation


def _quoting(words: str, passages: Mapping[str, str]) -> str:
    typed = " ".join(_plain(words))
    found = [
        (len(quote), name)
        for name, passage in passages.items()
        if len(quote := list(_plain(passage))) >= SHORTEST_QUOTE and " ".join(quote) in typed
    ]
    return f"[@{max(found)[1]}]" if found else ""


def _plain(text: str) -> Iterator[str]:
    for token in tokenise(text.translate(_QUOTES).lower()):
        if token.kind in ("word", "figure"):
            yield token.text
