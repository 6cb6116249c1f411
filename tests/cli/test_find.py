"""Searching the sources: what is printed can be pasted into the outline."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.desk import briefgen, change

CROSSINGS = """# harbour-note, paragraph 3
  passage-1:
    source: harbour-note
    quote: "The ferry made 212 crossings in 2024."

"""


@pytest.mark.parametrize(
    "words",
    [["crossing", "ferry", "212"], ["212 crossings"], ['"212 crossings"'], ['ferry "212 crossings"']],
    ids=["in any form", "one argument", "in quotation marks", "both"],
)
def test_words_and_figures_lead_to_the_sentence(ferry: Path, words: list[str]) -> None:
    done = briefgen("find", *words, cwd=ferry)
    assert (done.returncode, done.stdout) == (0, CROSSINGS)


def test_what_was_found_can_be_cited(ferry: Path) -> None:
    stub = "\n".join(briefgen("find", "engine", "overhaul", cwd=ferry).stdout.splitlines()[1:])
    change(ferry, "  crossings:\n", f"{stub.rstrip()}\n  crossings:\n")
    done = briefgen("check", cwd=ferry)
    assert "5 passages" in done.stdout and not done.stderr
    assert done.returncode == 0


def test_words_in_quotation_marks_stand_only_as_they_are_written(ferry: Path) -> None:
    done = briefgen("find", '"213 crossings"', cwd=ferry)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "nothing found in 1 source\n"
