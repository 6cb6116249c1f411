"""`briefgen editions` and `briefgen prune`: the archive of a brief."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.desk import briefgen, change, rebuilt


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
    assert "now very likely (80–95%), formerly likely (55–80%)" in told
    backwards = briefgen("diff", "2025-01-20.2", "2025-01-20", cwd=ferry).stdout
    assert "now likely (55–80%), formerly very likely (80–95%)" in backwards
    assert briefgen("prune", "--keep", "1", cwd=ferry).stdout == "removed 2025-01-20\n"
    assert briefgen("prune", "--keep", "1", cwd=ferry).stdout == "nothing to remove\n"
    assert briefgen("verify", cwd=ferry).returncode == 0
