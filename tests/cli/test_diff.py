"""`briefgen diff`: between two editions, on the terminal, as a Word file, as a page."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import briefgen, change, rebuilt


def test_a_difference_can_be_had_as_a_word_file_and_as_a_page(ferry: Path) -> None:
    change(ferry, "Ice cancelled 38 more", "Ice stopped 38 more")
    rebuilt(ferry)
    done = briefgen("diff", "--docx", "d.docx", "--html", "d.html", cwd=ferry)
    assert done.returncode == 0, done.stderr
    assert (ferry / "d.docx").read_bytes().startswith(b"PK")
    assert "stopped" in (ferry / "d.html").read_text("utf-8")


def test_there_is_nothing_before_the_first_edition(ferry: Path) -> None:
    done = briefgen("diff", cwd=ferry)
    assert done.returncode == 2
    assert "there is no edition before 2025-01-20" in done.stderr
    done = briefgen("diff", "2024-01-01", cwd=ferry)
    assert done.returncode == 2
    assert "there is no edition 2024-01-01; there are: 2025-01-20" in done.stderr
