"""Comments on their way into a Word file, each with the answers to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from briefgen.drafts.margin.remarks import Reply, moment_of
from briefgen.drafts.word.elements import PARAGRAPH_IDS, THREADS, w
from briefgen.drafts.word.file import WordFile, element, text_run

if TYPE_CHECKING:
    from lxml.etree import _Element


def add_comment(file: WordFile, comment: Reply, first: _Element, last: _Element) -> None:
    """Put a comment around what stands from one element of a paragraph to another, or of a later one."""
    _stand_around([_written(file, comment)], first, last)


def add_thread(
    file: WordFile, comment: Reply, replies: Sequence[Reply], first: _Element, last: _Element
) -> None:
    """The same for a comment with the answers to it."""
    if not replies:
        add_comment(file, comment, first, last)
        return
    numbers = [_written(file, each) for each in (comment, *replies)]
    names = [f"{int(number):08X}" for number in numbers]
    comments = list(file.comments())[-len(numbers) :]
    threads = file.threads()
    for made, name in zip(comments, names, strict=True):
        made[-1].set(f"{{{PARAGRAPH_IDS}}}paraId", name)
        told = threads.makeelement(f"{{{THREADS}}}commentEx", {f"{{{THREADS}}}paraId": name})
        if name != names[0]:
            told.set(f"{{{THREADS}}}paraIdParent", names[0])
        told.set(f"{{{THREADS}}}done", "0")
        threads.append(told)
    _stand_around(numbers, first, last)


def _written(file: WordFile, comment: Reply) -> str:
    number = file.number()
    signed = {"id": number, "author": comment.author, "initials": _initials(comment.author)}
    if moment_of(comment.date):
        signed["date"] = comment.date
    made = element("comment", **signed)
    for line in comment.text.split("\n"):
        made.append(element("p", text_run(line)))
    file.comments().append(made)
    return number


def _initials(author: str) -> str:
    return "".join(word[0] for word in author.split())[:3]


def _stand_around(numbers: Sequence[str], first: _Element, last: _Element) -> None:
    for number in reversed(numbers):
        last.addnext(element("r", element("commentReference", id=number)))
        last.addnext(element("commentRangeEnd", id=number))
    for number in numbers:
        first.addprevious(element("commentRangeStart", id=number))


def bounds_of(paragraph: _Element) -> tuple[_Element, _Element]:
    """The first and the last element of a paragraph that a comment may stand around.

    An empty paragraph is given an empty run.
    """
    held = [child for child in paragraph if child.tag != w("pPr")]
    if not held:
        held = [element("r")]
        paragraph.append(held[0])
    return held[0], held[-1]
