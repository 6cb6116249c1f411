"""The commands as a person runs them."""

from __future__ import annotations

import signal
import sys
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from briefgen.cli import main

BRIEFGEN = [sys.executable, "-c", "from briefgen.cli import main; main()"]
"""The program in a process of its own, for what needs one."""


def at_a_terminal() -> None:
    """What a new process does to hear Ctrl-C, though the tests may run where a shell has it ignored."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """What a command printed, and how it ended."""

    returncode: int
    stdout: str
    stderr: str


def briefgen(*arguments: str | Path, cwd: Path) -> Done:
    """Run a command in a folder to its end."""
    with chdir(cwd):
        result = CliRunner().invoke(main, [*map(str, arguments)])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Done(returncode=result.exit_code, stdout=result.stdout, stderr=result.stderr)


def change(folder: Path, old: str, new: str, name: str = "outline.yaml") -> None:
    """Put other words in the place of some in a file."""
    text = (folder / name).read_text("utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new), "utf-8")


def rebuilt(folder: Path) -> str:
    """Build once more, without a finding, and give what was printed."""
    done = briefgen("build", "--format", "md", cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout
