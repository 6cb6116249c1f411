"""A watch as a person runs it: save, and the brief is there."""

from __future__ import annotations

import signal
import subprocess
from pathlib import Path
from threading import Timer

from tests.cli.desk import BRIEFGEN, at_a_terminal


def test_a_save_is_built_while_the_watch_goes_on(new_ferry: Path) -> None:
    outline, shown = new_ferry / "outline.yaml", new_ferry / "outputs" / "ferry" / "ferry.md"
    watching = subprocess.Popen(
        [*BRIEFGEN, "watch", "--format", "md"],
        cwd=new_ferry,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        preexec_fn=at_a_terminal,
    )
    at_the_latest = Timer(60, watching.kill)
    at_the_latest.start()
    printed = watching.stdout
    assert printed is not None

    def wait_for(words: str) -> None:
        assert any(words in line for line in printed), f"“{words}” never came"

    wait_for("wrote outputs/ferry/ferry.md")
    assert "Ice cancelled 38 more" in shown.read_text("utf-8")
    text = outline.read_text("utf-8")
    outline.write_text(text + "sections: [", "utf-8")
    wait_for("not built")
    outline.write_text(text.replace("Ice cancelled", "Ice stopped"), "utf-8")
    wait_for("wrote outputs/ferry/ferry.md")
    assert "Ice stopped 38 more" in shown.read_text("utf-8")
    watching.send_signal(signal.SIGINT)
    assert printed.read() == "no longer watching\n"
    assert watching.wait() == 0
    at_the_latest.cancel()
    assert (new_ferry / "outputs" / "ferry" / "latest").readlink() == Path("2025-01-20.2")
