"""A watch as a person runs it: save, and the brief is there."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path

from tests.cli.desk import BRIEFGEN


def test_a_save_is_built_while_the_watch_goes_on(new_ferry: Path) -> None:
    folder = new_ferry
    watching = subprocess.Popen(
        [*BRIEFGEN, "watch", "--format", "md"],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    shown = folder / "outputs" / "ferry" / "ferry.md"

    def wait_for(words: str) -> None:
        until = time.monotonic() + 60
        while not (shown.exists() and words in shown.read_text("utf-8")):
            assert time.monotonic() < until, f"“{words}” never came"
            time.sleep(0.05)

    wait_for("Ice cancelled 38 more")
    outline = folder / "outline.yaml"
    text = outline.read_text("utf-8")
    outline.write_text(text + "sections: [", "utf-8")
    time.sleep(1.5)
    outline.write_text(text.replace("Ice cancelled", "Ice stopped"), "utf-8")
    wait_for("Ice stopped 38 more")
    watching.send_signal(signal.SIGINT)
    said, _ = watching.communicate(timeout=60)
    assert "error OL" in said
    assert (folder / "outputs" / "ferry" / "latest").readlink() == Path("2025-01-20.2")
    assert said.endswith("no longer watching\n")
    assert watching.returncode == 0
