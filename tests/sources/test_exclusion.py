"""Regions that may not be cited, as the register names them."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, Position, Span
from briefgen.model.citation import Source
from briefgen.sources.exclusion import END, START, Exclusion
from briefgen.sources.reading import read

SPAN = Span(file="sources.yaml", start=Position(line=9, column=7), end=Position(line=9, column=20))

CAPTURE = """Home
About us

Comments on the war are many, and nobody’s are like “ours”.

The text itself is long enough to be a paragraph of its own, and it says that comments are free.

Related
The other story

Comments
First!

Tags: war"""


def excluded(start: str, end: str = "") -> tuple[list[str], list[Diagnostic]]:
    exclusion = Exclusion(start=start, end=end, because="capture junk", span=SPAN)
    text, diagnostics = read(
        Source(id="s", type="webpage", title="T", file="a.txt"), CAPTURE.encode(), [exclusion]
    )
    assert text is not None
    assert all(region.because == "capture junk" for region in text.excluded)
    return [text.canonical[r.extent.start : r.extent.end] for r in text.excluded], diagnostics


def test_words_alone_are_the_region() -> None:
    assert excluded("Tags: war") == (["Tags: war"], [])


def test_from_words_to_words_both_included() -> None:
    assert excluded("Related", "First!") == (["Related\nThe other story\nComments\nFirst!"], [])


def test_the_ends_of_the_source_have_names() -> None:
    assert excluded(START, "About us") == (["Home\nAbout us"], [])
    assert excluded("Tags:", END) == (["Tags: war"], [])


def test_words_that_are_a_paragraph_come_before_those_within_one() -> None:
    assert excluded("Comments", END) == (["Comments\nFirst!\nTags: war"], [])


def test_typography_does_not_matter() -> None:
    assert excluded('nobody\'s are like "ours".') == (['nobody\'s are like "ours".'], [])


def test_words_that_are_not_there_are_an_error_at_their_place() -> None:
    regions, (found,) = excluded("Commentaries")
    assert regions == []
    assert (found.code, found.span) == ("SR424", SPAN)
    assert found.message == "cannot exclude: “Commentaries” (`from`) does not stand in the source"


def test_an_end_that_only_stands_before_is_an_error() -> None:
    _, (found,) = excluded("Tags:", "Home")
    assert found.message == "cannot exclude: “Home” (`to`) does not stand after the words of `from`"


def test_words_that_stand_twice_alike_are_an_error() -> None:
    _, (found,) = excluded("are")
    assert found.code == "SR425"
    assert "stands 3 times, in paragraphs 3, 3, 4" in found.message
