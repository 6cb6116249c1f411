"""How fast a Word file is written: a process from its start to the file, and long briefs by themselves.

Run: python benchmarks/word_file.py [--sections N] [--rounds N]

A section is a heading, 6 paragraphs of some 70 words, 8 notes of some 25 words and a table of 5 rows. Of
several rounds the fastest counts: the others measure what else the machine was doing.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from briefgen.model.document import (
    Block,
    Cell,
    Column,
    Document,
    Emphasis,
    Heading,
    Inline,
    Inlines,
    Note,
    NoteMark,
    Paragraph,
    Section,
    Table,
    Text,
)
from briefgen.rendering.docx import render
from briefgen.rendering.theme import Theme

PHRASE = "the army of a small state sends shells, soldiers and missiles to its ally in return for oil"
LENGTHS = (1_000, 2_500, 5_000, 10_000)


def words(count: int, chance: random.Random) -> str:
    return " ".join(chance.choices(PHRASE.split(), k=count))


def note(number: int, chance: random.Random) -> Note:
    title: Inlines = (Emphasis(inlines=(Text(text=words(4, chance)),)),)
    inlines = (Text(text=words(7, chance) + ", "), *title, Text(text=f", “{words(14, chance)}.”"))
    return Note(id=f"n{number}", number=number, inlines=inlines)


def paragraph(name: str, notes: list[int], chance: random.Random) -> Paragraph:
    pieces: list[Inline] = [Text(text=words(70 // (len(notes) + 1), chance) + ".")]
    for number in notes:
        pieces += [NoteMark(note=f"n{number}"), Text(text=f" {words(70 // (len(notes) + 1), chance)}.")]
    return Paragraph(id=name, inlines=tuple(pieces))


def table(name: str, chance: random.Random) -> Table:
    rows = [tuple(Cell(inlines=(Text(text=words(3, chance)),)) for _ in range(3)) for _ in range(5)]
    return Table(id=name, columns=(Column(), Column(), Column()), header=rows[0], rows=tuple(rows[1:]))


def sections(count: int, chance: random.Random) -> Iterator[Section]:
    numbers = iter(range(1, 8 * count + 1))
    for at in range(count):
        blocks: list[Block] = [
            paragraph(f"s{at}p{place}", [next(numbers) for _ in range(marks)], chance)
            for place, marks in enumerate((1, 2, 1, 2, 1, 1))
        ]
        heading = Heading(id=f"s{at}h", level=1, inlines=(Text(text=words(4, chance)),))
        yield Section(id=f"s{at}", heading=heading, blocks=(*blocks, table(f"s{at}t", chance)))


def brief(parts: tuple[Section, ...], notes: int, chance: random.Random) -> Document:
    return Document(
        name="benchmark",
        title="A brief of some length",
        language="en-GB",
        as_of="2025-01-20",
        dated="2025-01-20T00:00:00Z",
        sections=parts,
        notes=tuple(note(number, chance) for number in range(1, notes + 1)),
    )


def workload(count: int) -> Document:
    chance = random.Random(count)
    return brief(tuple(sections(count, chance)), 8 * count, chance)


def noted_paragraphs(count: int) -> Document:
    """One section of paragraphs of some 35 words, each with a note."""
    chance = random.Random(count)
    blocks = tuple(
        Paragraph(id=f"p{at}", inlines=(Text(text=words(35, chance)), NoteMark(note=f"n{at}")))
        for at in range(1, count + 1)
    )
    heading = Heading(id="h", level=1, inlines=(Text(text="All"),))
    return brief((Section(id="s", heading=heading, blocks=blocks),), count, chance)


def fastest(rounds: int, work: Callable[[], object]) -> float:
    """Seconds of the fastest round."""

    def once() -> float:
        start = time.perf_counter()
        work()
        return time.perf_counter() - start

    return min(once() for _ in range(rounds))


def main() -> None:
    parser = argparse.ArgumentParser(description="Measure how fast a Word file is written.")
    parser.add_argument("--sections", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--write", type=Path, help=argparse.SUPPRESS)
    chosen = parser.parse_args()
    if chosen.write:
        chosen.write.write_bytes(render(workload(chosen.sections), Theme()).data)
        return
    with tempfile.TemporaryDirectory() as folder:
        call = [
            sys.executable,
            __file__,
            "--sections",
            str(chosen.sections),
            "--write",
            f"{folder}/brief.docx",
        ]
        seconds = fastest(chosen.rounds, lambda: subprocess.run(call, check=True))
    bare = fastest(chosen.rounds, lambda: subprocess.run([sys.executable, "-c", "pass"], check=True))
    print(f"{chosen.sections} sections, a whole process: {seconds:.3f} s (an empty one takes {bare:.3f} s)")
    for length in LENGTHS:
        document = noted_paragraphs(length)
        seconds = fastest(chosen.rounds, lambda document=document: render(document, Theme()))  # type: ignore[misc]
        print(
            f"{length:>6} paragraphs with a note each: {seconds:.3f} s, {seconds / length * 1e6:.0f} µs each"
        )


if __name__ == "__main__":
    main()
