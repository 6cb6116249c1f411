"""`briefgen init`: a workspace that builds at once, over nothing that was there."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import briefgen


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
