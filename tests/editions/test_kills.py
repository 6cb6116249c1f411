"""Whatever is killed, and whenever: the former edition stands, and the next run works."""

from __future__ import annotations

import os
import subprocess
import sys

KILLS = int(os.environ.get("BRIEFGEN_KILLS", "40"))


def test_a_kill_at_any_instant_harms_nothing() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.editions.kills", "--kills", str(KILLS)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    hit = int(done.stdout.split()[0])
    assert hit >= KILLS // 4, done.stdout
