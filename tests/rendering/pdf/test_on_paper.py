"""What a reader may rely on in any finished file: held to what stands on its pages, glyph by glyph."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise, takewhile
from typing import TypeAlias

import pytest
from hypothesis import given, settings

from briefgen.model.document import (
    Block,
    Document,
    Emphasis,
    Inlines,
    List,
    NoteMark,
    Strong,
    blocks_of,
    plain,
    runs_of,
)
from briefgen.model.document import Link as To
from briefgen.rendering.pdf import render
from briefgen.rendering.theme import PageShape, Theme
from tests.rendering.pdf.documents import long_document
from tests.rendering.pdf.paper import Box, Link, Node, Paper, Shown
from tests.rendering.pdf.stress import stress_document
from tests.rendering.pdf.test_render import fonts
from tests.rendering.pdf.test_whole_documents import PHASES, THEME, documents, spoken, squeezed

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
LEADS = (*HEADINGS, "Caption")
"""What is placed only with something that follows it."""

Check: TypeAlias = Callable[[Document, Paper, PageShape], None]


def the_words_on_paper_are_those_of_the_document(document: Document, paper: Paper, shape: PageShape) -> None:
    said, at = _letters("".join(word.text for word in paper.words if not _is_in(word, "Note"))), 0
    for run in spoken(document).values():
        found = said.find(_letters(run), at)
        assert found >= 0, f"not on paper, or out of order: {run[:60]}"
        at = found + len(_letters(run))


def every_note_is_on_paper_whole_and_in_order(document: Document, paper: Paper, shape: PageShape) -> None:
    notes = paper.all("Note")
    assert [_letters(note.text) for note in notes] == [
        _letters(f"{note.number}{plain(note.inlines)}") for note in document.notes
    ]
    for note in notes:
        pages = [word.box.page for word in note.words()]
        assert pages == sorted(pages)
        assert set(pages) == set(range(pages[0], pages[-1] + 1)), "carried from page to page without a gap"
        for above, below in pairwise(note.words()):
            assert above.box.page < below.box.page or above.line >= below.line - 0.01
    begun = defaultdict(list)
    for number, note in enumerate(notes, 1):
        first, last = note.words()[0].box, note.words()[-1].box
        begun[first.page].append((-first.bottom, number, last.page > first.page))
    for page in begun.values():
        numbers = [number for _, number, goes_on in sorted(page) if not goes_on]
        assert numbers == sorted(numbers), "notes of a page stand in order"
    marks, named = _marks_and_notes(paper)
    running = [
        named[f"note.{note.id}"].words()[0].box.page
        for note in document.notes
        if not any(mark.node.within("TR") for mark in marks[f"mark.{note.id}"])
    ]
    assert running == sorted(running), "where cells of a row do not part them, pages follow the numbers"


def a_note_begins_on_the_page_of_its_mark(document: Document, paper: Paper, shape: PageShape) -> None:
    marks, notes = _marks_and_notes(paper)
    assert set(notes) == {f"note.{note.id}" for note in document.notes}
    for name, note in notes.items():
        marked = min(link.box.page for link in marks[name.replace("note.", "mark.", 1)])
        page = note.words()[0].box.page
        assert page >= marked, "never before its mark"
        assert page == marked or _is_forced(paper, marked), f"{name}: page {page} for a mark on {marked}"


def nothing_overlaps_or_leaves_the_frame(document: Document, paper: Paper, shape: PageShape) -> None:
    pages = defaultdict(list)
    for word in paper.words:
        width, height = paper.sizes[word.box.page]
        frame = Box(word.box.page, shape.left, shape.bottom, width - shape.right, height - shape.top)
        assert frame.holds(word.box), f"{word.text!r} at {word.box} is outside {frame}"
        pages[word.box.page].append(word)
    for word in paper.artifacts:
        assert Box(word.box.page, 0, 0, *paper.sizes[word.box.page]).holds(word.box)
        pages[word.box.page].append(word)
    for words in pages.values():
        words.sort(key=lambda word: word.box.bottom)
        for at, word in enumerate(words):
            for other in words[at + 1 :]:
                if other.box.bottom >= word.box.top:
                    break
                assert not word.box.overlaps(other.box), f"{word.text!r} lies on {other.text!r}: {word.box}"


def text_stands_above_notes(document: Document, paper: Paper, shape: PageShape) -> None:
    lowest: dict[int, float] = defaultdict(lambda: shape.height + shape.width)
    for word in paper.words:
        if not _is_in(word, "Note"):
            lowest[word.box.page] = min(lowest[word.box.page], word.line)
    for word in paper.words:
        if _is_in(word, "Note"):
            assert word.line < lowest[word.box.page] - 8


def no_heading_ends_a_page(document: Document, paper: Paper, shape: PageShape) -> None:
    body = [word for word in paper.words if not _is_in(word, "Note")]
    pages = defaultdict(list)
    for word in body:
        pages[word.box.page].append(word)
    for page, words in pages.items():
        last = min(words, key=lambda word: (word.line, -word.box.left))
        following = body[body.index(last) + 1 :]
        if following and _is_in(last, *LEADS):
            alone = all(_is_in(word, *LEADS) for word in words)
            turned = paper.sizes[following[0].box.page] != paper.sizes[page]
            cut = _is_in(following[0], *LEADS) and _fills_a_page(last, shape)
            assert alone or turned or cut, f"{last.text!r} ends page {page}"


def every_link_lands(document: Document, paper: Paper, shape: PageShape) -> None:
    marks, notes = _marks_and_notes(paper)
    beginnings = dict(_beginnings(document))
    assert set(_targets(document)) <= {link.name for link in paper.links}
    for link in filter(lambda link: link.name, paper.links):
        if link.name in notes:
            assert _leads_to(link, notes[link.name].words()[0])
        elif link.name in marks:
            assert any(_leads_to(link, word) for mark in marks[link.name] for word in mark.node.words())
        else:
            near = [
                word.text for word in paper.words if _leads_to(link, word, 60) and not _is_in(word, "Note")
            ]
            assert _letters(beginnings[link.name])[:3] in _letters("".join(near))


def whatever_is_a_link_can_be_clicked(document: Document, paper: Paper, shape: PageShape) -> None:
    fields = defaultdict(list)
    for link in paper.links:
        fields[link.node.key].append(link.box)
    for node in paper.all("Link"):
        for word in node.words():
            assert any(field.holds(word.box) for field in fields[node.key]), (
                f"{word.text!r} cannot be clicked"
            )


CHECKS: tuple[Check, ...] = (
    the_words_on_paper_are_those_of_the_document,
    every_note_is_on_paper_whole_and_in_order,
    a_note_begins_on_the_page_of_its_mark,
    nothing_overlaps_or_leaves_the_frame,
    text_stands_above_notes,
    no_heading_ends_a_page,
    every_link_lands,
    whatever_is_a_link_can_be_clicked,
)


@given(documents())
@settings(max_examples=100, phases=PHASES)
def test_any_document_on_small_pages(document: Document) -> None:
    paper = Paper(render(document, THEME, fonts).data)
    for check in CHECKS:
        check(document, paper, THEME.page)


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
@pytest.mark.parametrize("name", ["stress", "long"])
def test_hard_and_long_documents(check: Check, name: str) -> None:
    document, paper = _printed(name)
    check(document, paper, Theme().page)


def test_only_a_line_with_more_notes_than_a_page_holds_sends_some_to_the_next() -> None:
    document, paper = _printed("stress")
    marks, notes = _marks_and_notes(paper)
    elsewhere = {
        note.id
        for note in document.notes
        if notes[f"note.{note.id}"].words()[0].box.page != marks[f"mark.{note.id}"][0].box.page
    }
    runs = [run for block in blocks_of(document) for run in runs_of(block)]
    crowd = max(runs, key=lambda run: sum(isinstance(inline, NoteMark) for inline in run))
    assert elsewhere, "a line of marks has more notes than a page can hold"
    assert elsewhere <= {inline.note for inline in crowd if isinstance(inline, NoteMark)}


@cache
def _printed(name: str) -> tuple[Document, Paper]:
    document = stress_document() if name == "stress" else long_document(12)
    return document, Paper(render(document, Theme(), fonts).data)


def _letters(text: str) -> str:
    """A text without blanks and hyphens, since some of those are set and some the author's."""
    return squeezed(text).replace("-", "")


def _is_in(word: Shown, *tags: str) -> bool:
    return word.owner is not None and word.owner.within(*tags)


def _fills_a_page(word: Shown, shape: PageShape) -> bool:
    """Whether the heading or caption that a word is in is so long that it leaves no page room for a note."""
    lead = next(found for tag in LEADS if word.owner and (found := word.owner.over(tag)))
    lines = sorted({(one.box.page, -one.line) for one in lead.words()})
    steps = [low - high for (above, high), (below, low) in pairwise(lines) if above == below]
    return bool(steps) and len(lines) * max(steps) > shape.text_height * 3 / 4


def _marks_and_notes(paper: Paper) -> tuple[dict[str, list[Link]], dict[str, Node]]:
    """Under the names that links know them by: the marks of each note, and each note."""
    marks: dict[str, list[Link]] = defaultdict(list)
    notes: dict[str, Node] = {}
    for link in paper.links:
        kind, _, name = link.name.partition(".")
        if kind == "note":
            marks[f"mark.{name}"].append(link)
        elif kind == "mark" and (note := link.node.over("Note")):
            notes[f"note.{name}"] = note
    return marks, notes


def _is_forced(paper: Paper, page: int) -> bool:
    """Whether a page holds, headings aside, but a line or row: no page could hold that with its notes."""
    words = [word for word in paper.words if word.box.page == page and not _is_in(word, "Note", *LEADS)]
    rows = {word.owner.over("TR") for word in words if word.owner}
    return len({round(word.line) for word in words}) <= 1 or (len(rows) == 1 and None not in rows)


def _leads_to(link: Link, word: Shown, within: float = 40) -> bool:
    """Whether a link leads to so many points, at most, above a word."""
    return link.page == word.box.page and -1 < link.y - word.line < within


def _beginnings(document: Document) -> Iterator[tuple[str, str]]:
    """The name of every place in the document, and the word that it begins with."""

    def first(block: Block) -> str:
        runs = (tuple(takewhile(lambda part: not isinstance(part, NoteMark), run)) for run in runs_of(block))
        return next((words[0] for run in runs if (words := plain(run).split())), "")

    def of(block: Block) -> Iterator[tuple[str, str]]:
        yield block.id, first(block)
        if isinstance(block, List):
            for item in block.items:
                yield item.id, first(item.blocks[0])
                for inner in item.blocks:
                    yield from of(inner)

    for section in document.sections:
        yield section.id, first(section.heading)
        for block in (section.heading, *section.blocks):
            yield from of(block)


def _targets(document: Document) -> Iterator[str]:
    """Where the links within the document lead that have any words to click on."""

    def of(inlines: Inlines) -> Iterator[str]:
        for inline in inlines:
            match inline:
                case To() if inline.target.startswith("#") and squeezed(plain(inline.inlines)):
                    yield inline.target[1:]
                case Strong() | Emphasis():
                    yield from of(inline.inlines)
                case _:
                    pass

    for section in document.sections:
        for block in (section.heading, *section.blocks):
            for run in runs_of(block):
                yield from of(run)
