"""What an edited file holds beside its text: comments with their answers, and tracked changes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from briefgen.drafts.draft import ChangeKind, Comment, TrackedChange, View
from briefgen.drafts.margin.remarks import Reply
from briefgen.drafts.word.elements import PARAGRAPH_IDS, THREADS, cells_of, local_name, value_of, w
from briefgen.drafts.word.package import Package
from briefgen.drafts.word.paragraphs import ParagraphReader, Piece, clean, trimmed
from briefgen.text.ties import untied
from briefgen.text.tokens import Tokens, retokenise, text_of
from briefgen.values import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

CHANGES: dict[str, ChangeKind] = {
    "ins": "inserted",
    "del": "deleted",
    "moveFrom": "moved from",
    "moveTo": "moved to",
}
"""The tracked changes of words, by the name of their element."""

BAR = " | "
"""Stands between the cells of a row."""

_PARAGRAPH_ID = f"{{{PARAGRAPH_IDS}}}paraId"

ReaderOf = Callable[[View], ParagraphReader]
"""Makes a reader of one part, in a view."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Anchor:
    """The words that a comment is about, and the paragraph in which they begin."""

    words: str
    paragraph: _Element


def comments_of(package: Package, body: _Element, reader_of: ReaderOf) -> Iterator[Comment]:
    """The comments of a file in order, each with its replies."""
    root = package.xml(package.related("comments"))
    if root is None:
        return
    threads = _Threads.of(package, root)
    anchors = _anchors(body, reader_of)
    written = {value_of(comment, "id"): comment for comment in root.iter(w("comment"))}
    for number, comment in written.items():
        if threads.parents.get(number) in written:
            continue
        anchor = anchors.get(number)
        yield Comment(
            author=value_of(comment, "author"),
            date=value_of(comment, "date"),
            text=_words_of(comment),
            anchor=anchor.words if anchor else "",
            within=surroundings(anchor.paragraph, reader_of) if anchor else "",
            replies=tuple(
                Reply(author=value_of(reply, "author"), date=value_of(reply, "date"), text=_words_of(reply))
                for other, reply in written.items()
                if threads.first(other) == number and other != number
            ),
            resolved=number in threads.resolved,
        )


@dataclass(frozen=True, slots=True)
class _Threads:
    """Which comment answers which, and which are resolved, by their numbers."""

    parents: dict[str, str]
    resolved: frozenset[str]

    @classmethod
    def of(cls, package: Package, comments: _Element) -> _Threads:
        known = {
            str(paragraph.get(_PARAGRAPH_ID)).upper(): value_of(comment, "id")
            for comment in comments.iter(w("comment"))
            for paragraph in comment.iter(w("p"))
            if paragraph.get(_PARAGRAPH_ID)
        }
        parents, resolved = {}, set()
        root = package.xml(package.related("commentsExtended"))
        for told in () if root is None else root.iter(f"{{{THREADS}}}commentEx"):
            number, parent, done = (
                str(told.get(f"{{{THREADS}}}{name}") or "").upper()
                for name in ("paraId", "paraIdParent", "done")
            )
            if number in known and known.get(parent):
                parents[known[number]] = known[parent]
            if number in known and done in ("1", "TRUE", "ON"):
                resolved.add(known[number])
        return cls(parents, frozenset(resolved))

    def first(self, number: str) -> str:
        """The comment that began a thread."""
        seen: set[str] = set()
        while number in self.parents and number not in seen:
            seen.add(number)
            number = self.parents[number]
        return number


def _words_of(comment: _Element) -> str:
    lines = []
    for paragraph in comment.iter(w("p")):
        pieces = paragraph.iter(w("t"), w("br"), w("tab"), w("cr"))
        lines.append(
            "".join(clean(each.text or "") if each.text else _SIGNS[local_name(each)] for each in pieces)
        )
    return "\n".join(lines).strip()


_SIGNS = {"t": "", "br": "\n", "cr": "\n", "tab": " "}


def _anchors(body: _Element, reader_of: ReaderOf) -> dict[str, _Anchor]:
    """For each comment its words, with all changes accepted, and the paragraph in which they begin."""
    words: dict[str, str] = {}
    places: dict[str, _Element] = {}
    open_ids: set[str] = set()
    current: _Element | None = None
    shown: dict[_Element, str] = {}
    for element in body.iter(*map(w, ("commentRangeStart", "commentRangeEnd", "commentReference", "p", "r"))):
        match local_name(element):
            case "p":
                current = element
                held = bool(open_ids) or next(element.iter(w("commentRangeStart")), None) is not None
                shown = _shown_by_run(element, reader_of("accepted")) if held else {}
                for comment in open_ids & words.keys():
                    words[comment] += "\n"
            case "commentRangeStart":
                open_ids.add(value_of(element, "id"))
            case "commentRangeEnd":
                open_ids.discard(value_of(element, "id"))
            case "commentReference" if current is not None:
                places.setdefault(value_of(element, "id"), current)
            case "r" if current is not None and element in shown:
                for comment in open_ids:
                    words[comment] = words.get(comment, "") + shown[element]
                    places.setdefault(comment, current)
    return {
        comment: _Anchor(words=words.get(comment, "").strip(), paragraph=place)
        for comment, place in places.items()
    }


def _shown_by_run(paragraph: _Element, reader: ParagraphReader) -> dict[_Element, str]:
    found: dict[_Element, str] = {}
    for piece in reader.pieces(paragraph):
        if piece.token.kind != "mark":
            found[piece.run] = found.get(piece.run, "") + piece.token.text
    return found


def _taken_out(element: _Element) -> bool:
    return any(local_name(parent) in ("del", "moveFrom") for parent in element.iterancestors())


def _accepted(paragraph: _Element, reader_of: ReaderOf) -> Tokens:
    return trimmed(reader_of("accepted").tokens(paragraph))


def surroundings(paragraph: _Element, reader_of: ReaderOf) -> str:
    """What a paragraph reads with all changes accepted; in a table, what its whole row does."""
    row = next(paragraph.iterancestors(w("tr")), None)
    if row is None:
        return text_of(_accepted(paragraph, reader_of))
    return _between_bars([reader_of("accepted").block_tokens(cell) for cell in cells_of(row)])


def cells_before(paragraph: _Element, reader_of: ReaderOf) -> str:
    """What stands in the cells before that of a paragraph, in its row; nothing outside of tables."""
    cell = next(paragraph.iterancestors(w("tc")), None)
    row = next(paragraph.iterancestors(w("tr")), None)
    if cell is None or row is None:
        return ""
    cells = list(cells_of(row))
    before = cells[: cells.index(cell)] if cell in cells else []
    return "".join(text_of(reader_of("accepted").block_tokens(each)).strip() + BAR for each in before)


def _between_bars(cells: Sequence[Tokens]) -> str:
    return BAR.join(text_of(cell).strip() for cell in cells)


def changes_of(root: _Element, reader_of: ReaderOf, *, in_notes: bool = False) -> Iterator[TrackedChange]:
    """The tracked changes of words in the paragraphs of a part, in order."""
    before = ""
    rows: set[_Element] = set()
    for paragraph in root.iter(w("p")):
        row = next(paragraph.iterancestors(w("tr")), None)
        change = _row_change(row)
        if row is not None and change is not None:
            if row not in rows:
                rows.add(row)
                yield from _of_row(row, change, reader_of)
            continue
        found = list(_in_paragraph(paragraph, reader_of)) if _is_changed(paragraph) else []
        whole = row is None and _whole(found, paragraph, reader_of)
        for each in found:
            if in_notes:
                yield replace(each, scope="note")
            elif whole:
                yield replace(each, scope="paragraph", follows=before)
            else:
                yield each
        if not whole and not in_notes:
            yield from _break(paragraph, reader_of)
        before = (text_of(_accepted(paragraph, reader_of)) if row is None else "") or before


def _is_changed(paragraph: _Element) -> bool:
    return next(paragraph.iter(*map(w, CHANGES)), None) is not None or any(
        local_name(parent) in CHANGES for parent in paragraph.iterancestors()
    )


def _in_paragraph(paragraph: _Element, reader_of: ReaderOf) -> Iterator[TrackedChange]:
    """Runs of words that one person changed in one go."""
    sheet = reader_of("tracked").sheet
    pieces = [(piece, change_around(piece.run)) for piece in reader_of("tracked").pieces(paragraph)]
    shown: list[Piece] = []
    for signature, stretch in groupby(pieces, lambda pair: _signature(pair[1])):
        held = [piece for piece, _ in stretch]
        if signature is not None:
            tokens = untied(retokenise(piece.token for piece in held))
            if text_of(tokens).strip() or any(token.kind == "mark" for token in tokens):
                kind, author, date = signature
                yield TrackedChange(
                    kind=kind,
                    author=author,
                    date=date,
                    text=text_of(tokens) or "a note",
                    tokens=tokens,
                    follows=cells_before(paragraph, reader_of) + text_of(piece.token for piece in shown),
                    within=surroundings(paragraph, reader_of),
                    style=sheet.name(sheet.style_of(paragraph)),
                )
        shown.extend(piece for piece in held if not _taken_out(piece.run))


def change_around(run: _Element) -> _Element | None:
    """The tracked change that a run stands in, the innermost one."""
    return next((parent for parent in run.iterancestors() if local_name(parent) in CHANGES), None)


def _signature(change: _Element | None) -> tuple[ChangeKind, str, str] | None:
    if change is None:
        return None
    return CHANGES[local_name(change)], value_of(change, "author"), value_of(change, "date")


def _whole(found: Sequence[TrackedChange], paragraph: _Element, reader_of: ReaderOf) -> bool:
    """Whether one change is all that there is in a paragraph, its end aside, which editors leave or take."""
    every = trimmed(reader_of("tracked").tokens(paragraph)) if len(found) == 1 else ()
    return bool(every) and text_of(every) == text_of(found[0].tokens).strip()


def _break(paragraph: _Element, reader_of: ReaderOf) -> Iterator[TrackedChange]:
    """A paragraph's end that was put in or taken out, unless a whole paragraph came or went with it."""
    look = paragraph.find(f"{w('pPr')}/{w('rPr')}")
    following = paragraph.getnext()
    mark = next((each for each in look if local_name(each) in CHANGES), None) if look is not None else None
    if mark is None or not trimmed(reader_of("tracked").tokens(paragraph)):
        return
    if following is not None and local_name(following) == "p":
        changes = list(_in_paragraph(following, reader_of)) if _is_changed(following) else []
        if _whole(changes, following, reader_of):
            return
    within = surroundings(paragraph, reader_of)
    yield TrackedChange(
        kind=CHANGES[local_name(mark)],
        author=value_of(mark, "author"),
        date=value_of(mark, "date"),
        text="¶",
        scope="break",
        follows=within,
        within=within,
    )


def _row_change(row: _Element | None) -> _Element | None:
    properties = row.find(w("trPr")) if row is not None else None
    held = properties if properties is not None else ()
    return next((each for each in held if local_name(each) in CHANGES), None)


def _of_row(row: _Element, change: _Element, reader_of: ReaderOf) -> Iterator[TrackedChange]:
    text = _between_bars([reader_of("tracked").block_tokens(cell) for cell in cells_of(row)])
    if text.strip(BAR):
        yield TrackedChange(
            kind=CHANGES[local_name(change)],
            author=value_of(change, "author"),
            date=value_of(change, "date"),
            text=text,
            scope="row",
            within=text,
        )
