"""Calls as people mistype them, and terminals as they are: an answer in a line, never a traceback."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.desk import BRIEFGEN, briefgen


def answer(*arguments: str, cwd: Path) -> tuple[int, str]:
    """The exit code, and the last line of what was said."""
    done = briefgen(*arguments, cwd=cwd)
    return done.returncode, done.stderr.splitlines()[-1]


@pytest.mark.parametrize(
    "call",
    [
        ["build", ""],
        ["build", ".", "-o", ""],
        ["build", ".", "--workspace", ""],
        ["check", ""],
        ["init", ""],
        ["diff", "--docx", ""],
        ["draft", "pull", ""],
        ["editions", "--outline", ""],
        ["schedule", "run", ""],
    ],
)
def test_an_empty_name_is_not_this_folder(call: list[str], new_ferry: Path) -> None:
    code, said = answer(*call, cwd=new_ferry)
    assert code == 2
    assert said.startswith("Error: Invalid value for ")
    assert said.endswith("the name is empty")


@pytest.mark.parametrize("name", [".", "sources"])
def test_a_draft_is_not_written_over_a_folder(name: str, ferry: Path) -> None:
    draft = ferry / "draft.docx"
    draft.write_bytes(b"a draft")
    code, said = answer("draft", "merge", "draft.docx", "--to", name, cwd=ferry)
    assert (code, said) == (2, f"Error: Invalid value for '--to': File '{name}' is a directory.")


@pytest.mark.parametrize("command", ["check", "watch", "review"])
def test_a_folder_of_many_outlines_is_not_one_brief(command: str, tmp_path: Path) -> None:
    for name in ("ferry", "quay"):
        assert briefgen("init", name, cwd=tmp_path).returncode == 0
    done = briefgen(command, ".", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "error: there is more than one outline in .; say which:\n  ferry/outline.yaml\n  quay/outline.yaml\n"
    )


def test_an_unknown_executor_is_told_for_one_brief_too(new_ferry: Path) -> None:
    code, said = answer("build", "--executor", "cloud", cwd=new_ferry)
    assert (code, said) == (2, "error: there is no executor “cloud”; there are: local, dask:ADDRESS")
    assert not (new_ferry / "outputs" / "ferry").exists()


@pytest.mark.parametrize(("option", "value"), [("--port", "65536"), ("--port", "-1"), ("--port", "http")])
def test_a_port_is_a_number_that_can_be_one(option: str, value: str, new_ferry: Path) -> None:
    code, said = answer("watch", option, value, cwd=new_ferry)
    assert code == 2
    assert said.startswith("Error: Invalid value for '--port'")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252"])
def test_a_terminal_that_lacks_a_character_still_shows_the_others(encoding: str, tmp_path: Path) -> None:
    told = subprocess.run(
        [*BRIEFGEN, "explain", "EL605"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        capture_output=True,
        check=False,
    )
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"realistic possibility" in told.stdout


def test_output_that_nobody_reads_to_its_end_is_no_failure(tmp_path: Path) -> None:
    with subprocess.Popen(
        [*BRIEFGEN, "explain"], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as telling:
        assert telling.stdout is not None and telling.stderr is not None
        telling.stdout.close()
        assert telling.stderr.read() == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
@pytest.mark.parametrize("call", ["explain", "--version"])
@pytest.mark.parametrize("unbuffered", ["", "1"], ids=["at the end", "at once"])
def test_a_full_disk_behind_the_output_is_said(tmp_path: Path, call: str, unbuffered: str) -> None:
    with Path("/dev/full").open("wb") as full:
        told = subprocess.run(
            [*BRIEFGEN, call],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
        )
    assert told.returncode == 4
    assert told.stderr == "error: cannot print: No space left on device\n"
