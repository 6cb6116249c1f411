"""How long commands on the first brief take, each beside what it is held against."""

from __future__ import annotations

import shutil
import statistics
from pathlib import Path

from run import BIN, WORK, run

ROOT = Path(__file__).resolve().parents[1]
OUTLINE = ROOT / "templates/dprk-russia/outline.yaml"
OUT = WORK / "start-up"

PAIRS = (
    ("briefgen --help", f"{BIN}/briefgen --help", "import click", f"{BIN}/python -c 'import click'"),
    (
        "build, both formats",
        f"{BIN}/briefgen build {OUTLINE} -o {OUT}/new",
        "import of the four libraries",
        f"{BIN}/python -c 'import reportlab.pdfgen.canvas, docx, jinja2, yaml'",
    ),
    ("check", f"{BIN}/briefgen check {OUTLINE}", "briefgen --version", f"{BIN}/briefgen --version"),
    (
        "build, unchanged",
        f"{BIN}/briefgen build {OUTLINE} -o {OUT}/kept",
        "briefgen --version",
        f"{BIN}/briefgen --version",
    ),
)
RUNS = 7


def main() -> None:
    """Print a table of medians and ratios."""
    run(f"{BIN}/briefgen build {OUTLINE} -o {OUT}/kept")
    print("| command | seconds | held against | seconds | ratio |\n| --- | ---: | --- | ---: | ---: |")
    for name, command, other, held_against in PAIRS:
        ours, theirs = [], []
        for _ in range(RUNS):
            shutil.rmtree(OUT / "new", ignore_errors=True)
            ours.append(run(command).wall)
            theirs.append(run(held_against).wall)
        mine, base = statistics.median(ours), statistics.median(theirs)
        print(f"| {name} | {mine:.2f} | {other} | {base:.2f} | {mine / base:.1f} |")


if __name__ == "__main__":
    main()
