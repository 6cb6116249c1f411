"""What is wrong with a Word file that was edited or redlined, though no schema validator sees it."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from tests.drafts.editor import Element, W
from tests.rendering.docx.linter import faults_of


def lint(data: bytes) -> list[str]:
    """The faults of any Word file, and those of tracked changes and of the notes among them."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    return [*faults_of(data), *_changes(root), *_notes(root)]


def _changes(root: Element) -> Iterator[str]:
    for change in root.iter(f"{W}ins", f"{W}del"):
        if any(parent.tag in (f"{W}ins", f"{W}del") for parent in change.iterancestors()):
            yield "nested changes"
        if change.tag == f"{W}del" and next(change.iter(f"{W}t"), None) is not None:
            yield "words in a deletion that are not marked as deleted"


def _notes(root: Element) -> Iterator[str]:
    marks = [each.get(f"{W}id") for each in root.iter(f"{W}footnoteReference")]
    order = [int(mark or 0) for mark in marks]
    if order != sorted(order):
        yield "notes out of order"
    yield from (f"note {mark} marked twice" for mark, count in Counter(marks).items() if count > 1)
