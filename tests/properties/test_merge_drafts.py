"""Random edits on both sides of a draft: nothing that a person wrote is lost, and no figure is guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefgen.drafts.draft import FileView, Line
from briefgen.drafts.merging.matching import segments_of, strands
from briefgen.drafts.merging.merge import merged
from briefgen.drafts.merging.outcomes import Outcome
from briefgen.drafts.merging.versions import Version
from briefgen.model.document import Document
from briefgen.text.tokens import Token, is_guarded, text_of, tokenise

SENTENCES = [
    "The army has around 1.2 million people under arms.",
    "Some 12,000 troops went east in December.",
    "Nobody has said when they return.",
    "The navy is small and stays at home.",
    "It will not fight far from the coast.",
    "Shells were sent by rail, by the million.",
    "Drones are new to most of its soldiers.",
    "Two officials spoke of it in Seoul.",
]
KINDS = ["retype", "append", "insert", "delete", "move", "split", "join", "figure"]
NEW = st.integers(0, 10**6).map(lambda n: f"new{n}word")


@dataclass(frozen=True)
class History:
    base: tuple[Line, ...]
    ours: tuple[Line, ...]
    theirs: tuple[Line, ...]
    written: frozenset[str]


def line(text: str) -> Line:
    return Line(kind="text", tokens=tokenise(text))


@st.composite
def histories(draw: st.DrawFn) -> History:
    base = draw(st.lists(st.sampled_from(SENTENCES), min_size=2, max_size=7, unique=True))
    written: set[str] = set()
    sides = []
    for _ in range(2):
        text = list(base)
        for _ in range(draw(st.integers(0, 4))):
            at = draw(st.integers(0, len(text) - 1)) if text else 0
            word = draw(NEW)
            match draw(st.sampled_from(KINDS)):
                case "retype" if text:
                    words = text[at].split(" ")
                    words[draw(st.integers(0, len(words) - 1))] = word
                    text[at] = " ".join(words)
                    written.add(word)
                case "append" if text:
                    text[at] += f" Also {word}."
                    written.add(word)
                case "insert":
                    text.insert(at, f"A {word} was seen by nobody else.")
                    written.add(word)
                case "delete" if len(text) > 1:
                    del text[at]
                case "move" if text:
                    text.insert(draw(st.integers(0, len(text) - 1)), text.pop(at))
                case "split" if text and " " in text[at]:
                    words = text[at].split(" ")
                    cut = draw(st.integers(1, len(words) - 1))
                    text[at : at + 1] = [" ".join(words[:cut]), " ".join(words[cut:])]
                case "join" if at + 1 < len(text):
                    text[at : at + 2] = [f"{text[at]} {text[at + 1]}"]
                case "figure" if text:
                    text[at] = re.sub(r"[\d.,]+\d|million", "77,777", text[at], count=1)
                case _:
                    pass
        sides.append(tuple(map(line, text)))
    kept = {word for word in written if any(word in text_of(each.tokens) for side in sides for each in side)}
    return History(tuple(map(line, base)), sides[0], sides[1], frozenset(kept))


EMPTY = Document(
    name="brief", title="", language="en", as_of="2025-01-20", dated="2025-01-20", sections=(), notes=()
)


def version(lines: tuple[Line, ...]) -> Version:
    """Lines that no unit of a document stands behind."""
    view, units = FileView(lines=lines), (None,) * len(lines)
    return Version(document=EMPTY, lines=lines, units=units, notes={}, citations={}, view=view, data=b"")


def merge(base: tuple[Line, ...], ours: tuple[Line, ...], theirs: tuple[Line, ...]) -> tuple[Outcome, ...]:
    return merged(version(base), ours, version(theirs), {})


def words_of(lines: tuple[Line, ...]) -> str:
    return "\n".join(text_of(each.tokens) for each in lines)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_every_word_that_either_side_wrote_is_in_the_merge_or_in_a_conflict(history: History) -> None:
    outcomes = merge(history.base, history.ours, history.theirs)
    held = "\n".join(
        words_of(outcome.lines)
        + "\n".join(text_of((*clash.ours, *clash.theirs)) for clash in outcome.clashes)
        for outcome in outcomes
    )
    assert all(word in held for word in history.written)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_a_side_that_changed_nothing_leaves_the_other_as_it_is(history: History) -> None:
    for ours, theirs in (
        (history.ours, history.base),
        (history.base, history.ours),
        (history.ours, history.ours),
    ):
        outcomes = merge(history.base, ours, theirs)
        assert not any(outcome.clashes for outcome in outcomes)
        merged = [text_of(each.tokens) for outcome in outcomes for each in outcome.lines]
        assert sorted(merged) == sorted(text_of(each.tokens) for each in history.ours)


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_every_line_of_every_version_belongs_to_one_strand(history: History) -> None:
    found = strands(*(segments_of(side, ()) for side in (history.base, history.ours, history.theirs)))
    for side, places in (
        (history.ours, [j for strand in found for j in strand.ours]),
        (history.theirs, [k for strand in found for k in strand.theirs]),
    ):
        assert sorted(places) == list(range(len(side)))


def guarded(tokens: tuple[Token, ...]) -> set[str]:
    return {token.text for token in tokens if is_guarded(token)}


@settings(max_examples=250, suppress_health_check=[HealthCheck.too_slow])
@given(histories())
def test_no_figure_stands_in_the_merge_that_stood_on_neither_side(history: History) -> None:
    known = set().union(*(guarded(each.tokens) for side in (history.ours, history.theirs) for each in side))
    for outcome in merge(history.base, history.ours, history.theirs):
        for each in outcome.lines:
            assert guarded(each.tokens) <= known
