"""Small evidence for tests of assembling and citing."""

from __future__ import annotations

from briefgen.model.citation import Name, Source
from briefgen.model.evidence import Anchor, Evidence, Extent, Passage, TextQuoteSelector, Verdict


def source(name: str = "log", **facts: object) -> Source:
    given: dict[str, object] = {"type": "webpage", "title": "The Ferry", "file": f"{name}.txt", **facts}
    return Source(id=name, **given)  # type: ignore[arg-type]


def anchor(
    passage: str,
    words: str = "",
    *,
    source: str = "log",
    paragraph: int = 2,
    page: int = 0,
    row: int = 0,
    column: str = "",
) -> Anchor:
    exact = words or f"words of {passage}"
    extent = Extent(start=0, end=len(exact))
    return Anchor(
        passage=passage,
        source=source,
        verdict=Verdict.VERBATIM,
        exact=exact,
        extent=extent,
        raw=extent,
        paragraph=paragraph,
        page=page,
        row=row,
        column=column,
    )


def person(family: str, given: str = "") -> Name:
    return Name(family=family, given=given)


def body(name: str) -> Name:
    return Name(literal=name)


def evidence(*anchors: Anchor, sources: tuple[Source, ...] = ()) -> Evidence:
    """Evidence of some anchors; sources that are not given are made."""
    known = {one.id: one for one in sources}
    for one in anchors:
        known.setdefault(one.source, source(one.source))
    passages = {
        one.passage: Passage(id=one.passage, source=one.source, selector=TextQuoteSelector(exact=one.exact))
        for one in anchors
    }
    found = {one.passage: one for one in anchors}
    return Evidence(sources=known, captures={}, texts={}, passages=passages, anchors=found)
