"""`briefgen verify`: an edition by id, by folder, or the newest."""

from __future__ import annotations

from pathlib import Path

from tests.cli.desk import briefgen


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
