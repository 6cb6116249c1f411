"""A workspace's life on the command line: init, build, editions, diff, verify, prune."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.desk import briefgen


@pytest.fixture
def ferry(tmp_path: Path) -> Path:
    """A new workspace, built once as Markdown."""
    assert briefgen("init", "ferry", cwd=tmp_path).returncode == 0
    folder = tmp_path / "ferry"
    done = briefgen("build", "--format", "md", cwd=folder)
    assert done.returncode == 0, done.stderr
    return folder


def change(folder: Path, old: str, new: str, name: str = "outline.yaml") -> None:
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def rebuilt(folder: Path) -> str:
    done = briefgen("build", "--format", "md", cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_new_workspace_builds_at_once_without_a_finding(ferry: Path) -> None:
    checked = briefgen("check", cwd=ferry)
    assert checked.returncode == 0
    assert "warning" not in checked.stdout + checked.stderr
    assert "This text is an example" in (ferry / "sources" / "harbour-note.txt").read_text("utf-8")
    assert sorted(path.name for path in ferry.iterdir()) == [
        ".gitignore",
        "outline.yaml",
        "outputs",
        "sources",
        "sources.yaml",
    ]


def test_init_writes_over_nothing(ferry: Path) -> None:
    (ferry / "sources.yaml").write_text("mine", "utf-8")
    done = briefgen("init", ".", cwd=ferry)
    assert done.returncode == 2
    assert "has an outline.yaml already" in done.stderr
    (ferry / "outline.yaml").unlink()
    done = briefgen("init", ".", cwd=ferry)
    assert done.returncode == 0
    assert done.stdout.startswith("wrote outline.yaml\nnow try:")
    assert (ferry / "sources.yaml").read_text("utf-8") == "mine"


def test_an_unchanged_brief_is_one_line(ferry: Path) -> None:
    done = briefgen("build", "--format", "md", cwd=ferry)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "outline.yaml: unchanged since the edition 2025-01-20\n"


def test_a_broken_quote_fails_and_the_last_edition_stands(ferry: Path) -> None:
    change(ferry, "212 crossings in 2024", "221 crossings in 2024", "sources/harbour-note.txt")
    done = briefgen("build", "--format", "md", cwd=ferry)
    assert done.returncode == 1
    assert "error AN305: “The ferry made 212 crossings in 2024” is not what" in done.stderr
    assert "the edition 2025-01-20 stands" in done.stderr


def test_the_archive_is_listed_compared_and_pruned(ferry: Path) -> None:
    change(ferry, "likelihood: likely", "likelihood: very likely")
    assert "edition 2025-01-20.2: outline.yaml has changed" in rebuilt(ferry)
    listed = briefgen("editions", cwd=ferry).stdout.splitlines()
    assert listed == [
        "  2025-01-20    ferry.md  the first edition",
        "* 2025-01-20.2  ferry.md  since 2025-01-20: 1 judgement changed",
    ]
    data = json.loads(briefgen("editions", "--format", "json", cwd=ferry).stdout)
    assert data[1]["changes"] == {"judgements": 1}
    told = briefgen("diff", cwd=ferry).stdout
    assert "What changed since the first edition of 20 January 2025, in the edition 2025-01-20.2" in told
    assert "now very likely (80–95 %), before likely (55–80 %)" in told
    backwards = briefgen("diff", "2025-01-20.2", "2025-01-20", cwd=ferry).stdout
    assert "now likely (55–80 %), before very likely (80–95 %)" in backwards
    assert briefgen("prune", "--keep", "1", cwd=ferry).stdout == "removed 2025-01-20\n"
    assert briefgen("prune", "--keep", "1", cwd=ferry).stdout == "nothing to remove\n"
    assert briefgen("verify", cwd=ferry).returncode == 0


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


def test_verify_takes_an_id_a_folder_or_the_newest(ferry: Path) -> None:
    said = "edition 2025-01-20: 4 files are what they were, 4 passages stand in their sources\n"
    for named in ((), ("2025-01-20",), ("outputs/ferry/latest",)):
        assert briefgen("verify", *named, cwd=ferry).stdout == said
    assert briefgen("verify", ferry / "outputs" / "ferry" / "latest", cwd=Path("/")).stdout == said


def test_verify_ends_with_1_where_something_no_longer_holds(ferry: Path) -> None:
    shown = ferry / "outputs" / "ferry" / "latest" / "ferry.md"
    shown.chmod(0o644)
    shown.write_text("altered", "utf-8")
    done = briefgen("verify", cwd=ferry)
    assert done.returncode == 1
    assert done.stderr == "broken: ferry.md has been altered since it was published\n"


def test_keep_removes_older_editions_when_asked(ferry: Path) -> None:
    done = briefgen("build", "--format", "md", "--force", "--keep", "1", cwd=ferry)
    assert "edition 2025-01-20.2: asked for anew" in done.stdout
    assert "removed 2025-01-20" in done.stdout


def test_a_disk_that_cannot_be_written_ends_with_4(ferry: Path) -> None:
    change(ferry, "Ice cancelled 38 more", "Ice stopped 38 more")
    done = briefgen("build", "--format", "md", "-o", "outline.yaml/here", cwd=ferry)
    assert done.returncode == 4
    assert "error: cannot lock" in done.stderr
    assert "not a directory" in done.stderr


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
