"""Ctrl-C: the program ends at once and quietly, and the editions are as they were."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from briefgen.world import RealWorld
from tests.cli.desk import BRIEFGEN, at_a_terminal, briefgen, change

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="signals to a group of processes are POSIX's")

STOPPED = 130


@contextmanager
def started(command: list[str], cwd: Path) -> Iterator[subprocess.Popen[str]]:
    """A command with a group of its own, whose workers a signal reaches as Ctrl-C does at a terminal."""
    running = subprocess.Popen(
        command,
        cwd=cwd,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=at_a_terminal,
    )
    try:
        yield running
    finally:
        running.kill()
        running.communicate()


def interrupted(running: subprocess.Popen[str]) -> tuple[int, str]:
    """Press Ctrl-C; the exit code, and what standard error holds."""
    os.killpg(running.pid, signal.SIGINT)
    _, said = running.communicate(timeout=60)
    return running.returncode, said


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_build_stopped_before_it_is_published_leaves_the_former_edition(ferry: Path) -> None:
    before = files_in(ferry / "outputs")
    change(ferry, "Ice cancelled", "Ice stopped")
    waits_instead_of_publishing = (
        "import time\n"
        "from briefgen.editions.archive import Archive\n"
        "from briefgen.cli import main\n"
        "Archive.publish = lambda *_: (print('to be published', flush=True), time.sleep(60))\n"
        "main(['build', '--format', 'md'])"
    )
    with started([sys.executable, "-c", waits_instead_of_publishing], ferry) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "to be published\n"
        assert interrupted(running) == (STOPPED, "")
    assert files_in(ferry / "outputs") == before
    assert briefgen("build", "--format", "md", cwd=ferry).returncode == 0


@contextmanager
def stuck_behind_the_first(folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A build of three briefs by two workers that has made the first and cannot go on with the others."""
    names = ["first", "second", "third"]
    for name in names:
        assert briefgen("init", name, cwd=folder).returncode == 0
    with ExitStack() as held:
        for name in names[1:]:
            held.enter_context(RealWorld().lock(folder / name / "outputs" / name / ".lock", 0.0))
        command = [*BRIEFGEN, "build", *names, "--format", "md", "--jobs", "2"]
        running = held.enter_context(started(command, folder))
        assert running.stdout is not None
        assert running.stdout.readline().startswith("first/outline.yaml: edition")
        yield running
    assert (folder / "first" / "outputs" / "first" / "first.md").exists()
    assert not (folder / "second" / "outputs" / "second" / "second.md").exists()


def test_workers_end_with_a_program_that_is_killed(tmp_path: Path) -> None:
    with stuck_behind_the_first(tmp_path) as running:
        running.terminate()
        running.communicate(timeout=20)  # which waits until no worker holds the output any more


def test_workers_end_with_the_program_and_say_nothing_either(tmp_path: Path) -> None:
    with stuck_behind_the_first(tmp_path) as running:
        assert interrupted(running) == (STOPPED, "")
