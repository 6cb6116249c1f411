"""`briefgen check --accept`: the source's own words in the place of those that a person typed."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import briefgen, change

ENGINE = 'quote: "The engine is due for an overhaul in February"'


def accepted(folder: Path, passage: str) -> str:
    """Accept a passage's words, on which the brief then stands; what was printed of them."""
    done = briefgen("check", "--accept", passage, cwd=folder)
    assert done.returncode == 0, done.stderr
    told, summary, _ = done.stdout.partition("outline.yaml: looked at")
    assert summary
    return told


def test_a_quote_takes_the_words_of_its_source_and_the_file_keeps_its_layout(new_ferry: Path) -> None:
    before = (new_ferry / "outline.yaml").read_text("utf-8")
    change(new_ferry, "due for an overhaul", "due for overhaul")
    assert accepted(new_ferry, "engine") == (
        "engine: was  “The engine is due for overhaul in February”\n"
        "        now  “The engine is due for an overhaul in February”\n"
    )
    assert (new_ferry / "outline.yaml").read_text("utf-8") == before


def test_both_ends_of_a_long_passage_take_the_words_of_their_source(new_ferry: Path) -> None:
    change(new_ferry, ENGINE, "{from: The engines are due, to: unless the ice came early.}")
    change(new_ferry, "  engine:\n    source: harbour-note\n    {", "  engine: {source: harbour-note, ")
    assert accepted(new_ferry, "engine") == (
        "engine: was  “The engines are due”\n        now  “The engine is due”\n"
        "engine: was  “unless the ice came early.”\n        now  “unless the ice comes early.”\n"
    )
    assert "engine: {source: harbour-note, from: The engine is due, to: unless the ice comes early.}" in (
        new_ferry / "outline.yaml"
    ).read_text("utf-8")


def test_only_the_end_that_differs_is_rewritten(new_ferry: Path) -> None:
    change(new_ferry, ENGINE, "from: The engine is due   # its start\n    to: unless ice comes early.")
    assert accepted(new_ferry, "engine") == (
        "engine: was  “unless ice comes early.”\n        now  “unless the ice comes early.”\n"
    )
    assert "from: The engine is due   # its start\n    to: unless the ice comes early." in (
        new_ferry / "outline.yaml"
    ).read_text("utf-8")


def test_there_is_nothing_to_accept_where_words_stand_or_are_like_nothing(new_ferry: Path) -> None:
    done = briefgen("check", "--accept", "engine", cwd=new_ferry)
    assert (done.returncode, done.stdout) == (2, "")
    assert "stands in its source as quoted: nothing to accept" in done.stderr
    change(new_ferry, ENGINE, "from: Whales were seen\n    to: off the northern cape")
    done = briefgen("check", "--accept", "engine", cwd=new_ferry)
    assert done.returncode == 2
    assert "nothing in “harbour-note” is like the passage “engine”" in done.stderr
