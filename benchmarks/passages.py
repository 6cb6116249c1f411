"""How long it takes to look passages up in a large source, of each kind that a quote may be.

    python benchmarks/passages.py [--passages 500] [--megabytes 1] [--runs 3]

The source is prose of the seeds' words in random order, in paragraphs. `briefgen check` is timed as a whole
process, cold, with one passage and with all of them; the difference is what looking them up takes.
"""

from __future__ import annotations

import argparse
import random
import statistics

from run import BIN, WORK, run
from workload import words_of_the_seeds

FOLDER = WORK / "passages"

HEAD = """\
title: Many passages
as-of: 2026-01-01
register: sources.yaml
passages:
"""
TAIL = """\
sections:
  - {id: one, title: One, body: ["A statement."]}
"""
REGISTER = """\
sources:
  s: {file: source.txt, type: article, title: A Long Source, descriptor: synthetic,
      reliability: {grade: B, because: synthetic}}
"""


def paragraphs(size: int, draw: random.Random) -> list[str]:
    """Prose of about that many characters."""
    pool, made, length = words_of_the_seeds(), [], 0
    while length < size:
        sentences = [" ".join(draw.choices(pool, k=14)).capitalize() + "." for _ in range(5)]
        made.append(" ".join(sentences))
        length += len(made[-1]) + 2
    return made


def as_written(words: str) -> str:
    return words


def with_noise(words: str) -> str:
    """Other spaces, as a person copies them from a page."""
    return words.replace(" ", "  ", 2).replace(" ", "\u00a0", 1)


def with_a_change(words: str) -> str:
    """One word replaced: a person must decide."""
    first, _, rest = words.split(" ", 2)
    return f"{first} harbours {rest}"


def unheard_of(words: str) -> str:
    """Words that stand in the source, in no such order."""
    return " ".join(sorted(words.split()))


KINDS = {
    "as written": as_written,
    "with other spaces": with_noise,
    "with a word changed": with_a_change,
    "not in the source": unheard_of,
}


def seconds(quotes: list[str], runs: int) -> float:
    """The median time of a check of that many passages."""
    lines = [f"  p{number}: {{source: s, quote: '{quote}'}}\n" for number, quote in enumerate(quotes)]
    (FOLDER / "outline.yaml").write_text(HEAD + "".join(lines) + TAIL, "utf-8")
    return statistics.median(run(f"{BIN}/briefgen check {FOLDER}/outline.yaml").wall for _ in range(runs))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=500)
    parser.add_argument("--megabytes", type=float, default=1)
    parser.add_argument("--runs", type=int, default=3)
    arguments = parser.parse_args()
    draw = random.Random("passages")
    prose = paragraphs(int(arguments.megabytes * 1_000_000), draw)
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / "source.txt").write_text("\n\n".join(prose) + "\n", "utf-8")
    (FOLDER / "sources.yaml").write_text(REGISTER, "utf-8")
    chosen = []
    for paragraph in draw.choices(prose, k=arguments.passages):
        words = paragraph.split()
        start = draw.randrange(len(words) - 25)
        chosen.append(" ".join(words[start : start + 25]))
    print("| quotes | one passage, s | all, s | a passage, ms |\n| --- | ---: | ---: | ---: |")
    for name, kind in KINDS.items():
        quotes = [kind(words) for words in chosen]
        one, all_ = seconds(quotes[:1], arguments.runs), seconds(quotes, arguments.runs)
        each = (all_ - one) / max(1, len(quotes) - 1) * 1000
        print(f"| {name} | {one:.2f} | {all_:.2f} | {each:.1f} |")


if __name__ == "__main__":
    main()
