"""Charts, pictures and text boxes of a Word file: read, and held against those that went out.

They are drawn from the outline's figures and files, so that nothing done to them in Word can be written into
the outline. It is listed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from briefgen.drafts.draft import Drawing
from briefgen.drafts.result import Unplaced
from briefgen.drafts.word.elements import RELATION_EMBEDDED, local_name, w
from briefgen.drafts.word.package import Package, targets_of
from briefgen.drafts.word.paragraphs import HIDDEN, ParagraphReader, bookmark_of
from briefgen.text.tokens import text_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_DRAWN = frozenset(("drawing", "pict", "object"))

DRAWN_ANEW = (
    "charts and pictures are made from the outline's figures and files: change these, or their statement"
)
PUT_IN = "a picture or text box has no place in an outline: give a picture as a figure with its file"


def drawings_of(package: Package, body: _Element, reader: ParagraphReader) -> Iterator[Drawing]:
    """What is drawn in a body, in a reader's view, in order."""
    targets = targets_of(package, package.main)
    passed_over = {*_DRAWN, "Fallback", *HIDDEN[reader.view]}
    for element in body.iter(*map(w, sorted(_DRAWN))):
        if any(local_name(parent) in passed_over for parent in element.iterancestors()):
            continue
        paragraph = next(element.iterancestors(w("p")), None)
        names = () if paragraph is None else paragraph.iterchildren(w("bookmarkStart"))
        boxes = (box for box in element.iter(w("txbxContent")) if not _within_fallback(box))
        embedded = (str(each.get(RELATION_EMBEDDED)) for each in element.iter("{*}blip"))
        pictures = [package.parts.get(targets.get(relation, ""), b"") for relation in embedded]
        yield Drawing(
            name=next(map(bookmark_of, names), ""),
            alternative=next((str(each.get("descr") or "") for each in element.iter("{*}docPr")), ""),
            words=tuple(filter(None, (text_of(reader.block_tokens(box)).strip() for box in boxes))),
            picture=sha256(b"".join(pictures)).hexdigest() if pictures else "",
        )


def _within_fallback(box: _Element) -> bool:
    return any(local_name(parent) == "Fallback" for parent in box.iterancestors())


def drawing_changes(base: Sequence[Drawing], ours: Sequence[Drawing]) -> Iterator[Unplaced]:
    """What was taken out, put in, or changed, in the words of what is drawn."""
    remaining = list(ours)
    for was in base:
        now = _same(was, remaining)
        if now is None:
            yield Unplaced(text=f"(deleted) {_shown(was)}", because=DRAWN_ANEW)
            continue
        remaining.remove(now)
        if Counter(now.words) != Counter(was.words):
            changed = [*(Counter(now.words) - Counter(was.words)).elements()]
            gone = [f"(deleted) {words}" for words in (Counter(was.words) - Counter(now.words)).elements()]
            yield Unplaced(text="\n".join([*changed, *gone]), because=DRAWN_ANEW)
        if now.picture != was.picture:
            yield Unplaced(text=f"(another picture) {_shown(now)}", because=DRAWN_ANEW)
        elif now.alternative and now.alternative != was.alternative:
            yield Unplaced(text=now.alternative, because=DRAWN_ANEW)
    for now in remaining:
        yield Unplaced(text=_shown(now), because=PUT_IN)


def _same(was: Drawing, remaining: Sequence[Drawing]) -> Drawing | None:
    named = (now for now in remaining if was.name and now.name == was.name)
    drawn = (now for now in remaining if (now.words, now.picture) == (was.words, was.picture))
    return next(named, None) or next(drawn, None)


def _shown(drawing: Drawing) -> str:
    return drawing.alternative or "\n".join(drawing.words) or "a picture"
