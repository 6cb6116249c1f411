"""Full-text search over sources, giving passages that can be pasted into an outline.

Words are found in any English inflection; figures and words in quotation marks only as written. What may not
be cited is not searched.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping

from briefgen.anchoring.describing import NotQuotable, describe
from briefgen.anchoring.tracing import celled, page_at, paragraph_at
from briefgen.model.evidence import Extent, SourceText, TextQuoteSelector
from briefgen.text.boundaries import cut_at, occurrences
from briefgen.text.normalise import normalise_words
from briefgen.text.sentences import sentences
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A sentence that answers a query. `marks` are the places of the words searched for, in the canonical
    text as `extent` is; `selector` leads back to the sentence and to no other place.
    """

    source: str
    paragraph: int
    page: int
    extent: Extent
    marks: tuple[Extent, ...]
    selector: TextQuoteSelector


def search(query: str, texts: Mapping[str, SourceText], limit: int = 20) -> list[Hit]:
    """The sentences that answer a query, best first: all its words in one paragraph, or else any of them."""
    terms = _terms(query)
    if not terms:
        return []
    index = _index(texts)
    exact = [term.words for term in terms if term.as_written]
    beginnings = [term.beginning for term in terms]
    for joined, patterns, needed in (
        (" AND ", [term.pattern for term in terms], len(exact)),
        (" AND ", beginnings, len(exact)),
        (" OR ", beginnings, 1 if len(exact) == len(terms) else 0),
    ):
        rows = _matches(index, joined.join(patterns))
        hits = [
            hit
            for source, start, words in rows
            if sum(_holds_as_written(one, _unmarked(words), start, texts[source]) for one in exact) >= needed
            and (hit := _hit(texts[source], start, words))
        ]
        if hits:
            return hits[:limit]
    return []


def passage_stub(hit: Hit, name: str) -> str:
    """The lines of YAML that add a hit to an outline's `passages:` under a name."""
    selector = hit.selector
    lines = [f"  {name}:", f"    source: {hit.source}", f"    quote: {_quoted(selector.exact)}"]
    lines += [f"    prefix: {_quoted(selector.prefix)}"] if selector.prefix else []
    lines += [f"    suffix: {_quoted(selector.suffix)}"] if selector.suffix else []
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    # A JSON string is a YAML string in double quotes.
    return json.dumps(" ".join(words.split()), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class _Term:
    """One thing asked for: a word, or words and figures to be found as written."""

    words: str
    as_written: bool

    @property
    def pattern(self) -> str:
        """In the query language of SQLite's FTS5."""
        return '"{}"'.format(self.words.replace('"', '""'))

    @property
    def beginning(self) -> str:
        """The pattern of words that begin so: for languages whose endings the index does not know."""
        return self.pattern if self.as_written else f"{self.pattern}*"


_TERM = re.compile(r'"([^"]+)"|(\S+)')


def _terms(query: str) -> list[_Term]:
    terms = []
    for found in _TERM.finditer(normalise_words(query)):
        words = (found[1] or found[2]).strip(" .,;:!?()")
        if re.search(r"\w", words):
            terms.append(_Term(words, bool(found[1]) or any(sign.isdigit() for sign in words)))
    return terms


_Row = tuple[str, int, str]
"""A source, the offset of a paragraph, and its words with those that match between control characters."""


def _index(texts: Mapping[str, SourceText]) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE paragraphs USING fts5"
        "(source UNINDEXED, start UNINDEXED, words, tokenize = 'porter unicode61 remove_diacritics 2')"
    )
    database.executemany("INSERT INTO paragraphs VALUES (?, ?, ?)", _citable_paragraphs(texts))
    return database


def _citable_paragraphs(texts: Mapping[str, SourceText]) -> Iterator[_Row]:
    for source, text in texts.items():
        for paragraph in text.paragraphs:
            if not any(region.extent.overlaps(paragraph) for region in text.excluded):
                yield source, paragraph.start, text.canonical[paragraph.start : paragraph.end]


def _matches(index: sqlite3.Connection, pattern: str) -> list[_Row]:
    return index.execute(
        "SELECT source, start, highlight(paragraphs, 2, char(1), char(2)) FROM paragraphs "
        "WHERE paragraphs MATCH ? ORDER BY rank, rowid",
        (f"words : ({pattern})",),
    ).fetchall()


def _hit(text: SourceText, start: int, highlighted: str) -> Hit | None:
    """The sentence with most of the marks, or the whole paragraph where none can be quoted, or of a table."""
    words, marks = _unmarked(highlighted), list(_marks(highlighted))
    whole = Extent(start=0, end=len(words))
    told = [] if text.rows else _sentences(words)
    best = max(told, key=lambda one: sum(mark.overlaps(one) for mark in marks), default=whole)
    for sentence in (best, whole):
        extent = _shifted(sentence, start)
        try:
            selector = describe(extent, text)
        except NotQuotable:
            continue
        return Hit(
            source=text.source,
            paragraph=paragraph_at(text, extent.start),
            page=page_at(text, extent.start),
            extent=extent,
            marks=tuple(_shifted(mark, start) for mark in marks if mark.overlaps(sentence)),
            selector=selector,
        )
    return None


def _shifted(extent: Extent, by: int) -> Extent:
    return Extent(start=extent.start + by, end=extent.end + by)


def _unmarked(highlighted: str) -> str:
    return highlighted.replace("\x01", "").replace("\x02", "")


def _holds_as_written(words: str, paragraph: str, start: int, text: SourceText) -> bool:
    """Whether a paragraph, which begins at `start`, has these words and no longer figure around them."""
    cells = celled(text, Extent(start=start, end=start + len(paragraph)))
    return any(
        not cut_at(cells, at) and not cut_at(cells, at + len(words))
        for at in occurrences(words.lower(), paragraph.lower())
    )


def _marks(highlighted: str) -> Iterator[Extent]:
    shift = 0
    for found in re.finditer("\x01([^\x02]*)\x02", highlighted):
        start = found.start() - shift
        yield Extent(start=start, end=start + len(found[1]))
        shift += 2


_LIST_MARK = re.compile(r"(?:[-*•‣–]|\d{1,3}[.)])\s+")


def _sentences(words: str) -> list[Extent]:
    """The sentences of a paragraph, the first without the bullet or number of a list before it."""
    marked = _LIST_MARK.match(words)
    start = marked.end() if marked else 0
    return [Extent(start=start + first, end=start + last) for first, last in sentences(words[start:])]
