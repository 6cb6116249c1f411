"""`briefgen build`: editions where something changed, one line where nothing did."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.desk import briefgen, change


def test_an_unchanged_brief_is_one_line(ferry: Path) -> None:
    done = briefgen("build", "--format", "md", cwd=ferry)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "outline.yaml: unchanged since the edition 2025-01-20\n"


def test_an_unchanged_brief_is_seen_without_loading_what_makes_one(new_ferry: Path) -> None:
    """Digests tell; so the time is that of starting up and of reading the inputs."""
    script = (
        "import sys\n"
        "from briefgen.cli import main\n"
        "try: main(['build', '--format', 'md'], standalone_mode=False)\n"
        "except SystemExit: print(*sorted(sys.modules))"
    )
    first, second = (
        subprocess.run(
            [sys.executable, "-c", script], cwd=new_ferry, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    )
    heavy = {"yaml", "briefgen.model.document"}
    assert heavy <= set(first.split())
    assert second.startswith("outline.yaml: unchanged since the edition 2025-01-20\n")
    assert not (heavy | {"reportlab", "docx", "lxml", "jinja2"}) & set(second.split())


def test_a_broken_quote_fails_and_the_last_edition_stands(ferry: Path) -> None:
    change(ferry, "212 crossings in 2024", "221 crossings in 2024", "sources/harbour-note.txt")
    done = briefgen("build", "--format", "md", cwd=ferry)
    assert done.returncode == 1
    assert "error AN305: “The ferry made 212 crossings in 2024” is not what" in done.stderr
    assert "the edition 2025-01-20 stands" in done.stderr


def test_keep_removes_older_editions_when_asked(ferry: Path) -> None:
    done = briefgen("build", "--format", "md", "--force", "--keep", "1", cwd=ferry)
    assert "edition 2025-01-20.2: asked for anew" in done.stdout
    assert "removed 2025-01-20" in done.stdout


def test_a_disk_that_cannot_be_written_ends_with_4(ferry: Path) -> None:
    change(ferry, "Ice cancelled 38 more", "Ice stopped 38 more")
    done = briefgen("build", "--format", "md", "-o", "outline.yaml/here", cwd=ferry)
    assert done.returncode == 4
    assert "error: cannot lock" in done.stderr
    assert "outline.yaml is not a folder" in done.stderr


def test_a_folder_s_briefs_are_built_and_one_failure_stops_no_other(tmp_path: Path) -> None:
    for name in ("one", "two", "three"):
        briefgen("init", name, cwd=tmp_path)
    change(tmp_path / "two", "212 crossings", "221 crossings", "sources/harbour-note.txt")
    done = briefgen("build", ".", "--format", "md", "--jobs", "2", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "2 built, 1 not built"
    assert "two/outline.yaml: not built: 1 error" in done.stderr
    again = briefgen("build", ".", "--format", "md", "--jobs", "2", cwd=tmp_path)
    assert again.stdout.splitlines()[-1] == "2 unchanged, 1 not built"


def test_an_unknown_executor_ends_with_2(tmp_path: Path) -> None:
    for name in ("one", "two"):
        briefgen("init", name, cwd=tmp_path)
    done = briefgen("build", ".", "--executor", "cloud", cwd=tmp_path)
    assert done.returncode == 2
    assert "there is no executor “cloud”" in done.stderr


def test_allowed_codes_may_stand_with_commas_between_and_must_be_rules(ferry: Path) -> None:
    change(ferry, "Ice cancelled 38 more. [", "Ice cancelled 39 more in 2023. [")
    refused = briefgen("build", "--format", "md", "--allow", "FG202", cwd=ferry)
    assert refused.returncode == 1
    allowed = briefgen("build", "--format", "md", "--allow", "fg201, FG202", cwd=ferry)
    assert allowed.returncode == 0, allowed.stderr
    unknown = briefgen("build", "--allow", "FG999", cwd=ferry)
    assert unknown.returncode == 2
    assert "no rule is called FG999; “briefgen explain” lists all rules" in unknown.stderr


def test_no_brief_is_built_on_a_quotation_that_does_not_hold_whoever_asks_for_it(ferry: Path) -> None:
    refused = briefgen("build", "--allow", "FG202,AN305", cwd=ferry)
    assert refused.returncode == 2
    assert "no brief is built on a quotation that does not hold (AN305)" in refused.stderr
