"""Many small briefs: how fast one process makes them, and how much faster a pool of processes.

    python benchmarks/many_briefs.py [--briefs 1000] [--jobs 2] [--sample 100]

The briefs are written into benchmarks/made/many, or into many/ in the folder that $WORK names, each with its
own source. One process makes the first `sample` of them; the pool makes them all. Efficiency is throughput
over that of one process, divided by the number of jobs; 1 would be perfect. It tells something on a machine
that does nothing else; the time of the processors holds on a busy one too.
"""

from __future__ import annotations

import argparse
import os
import shutil
import time
from pathlib import Path

from briefgen.editions.many import build_all, build_one, executor_of
from briefgen.editions.request import Request

WORK = Path(os.environ.get("WORK", Path(__file__).parent / "made")) / "many"

OUTLINE = """\
title: Brief number {number}
as-of: 2025-01-20
language: en-GB
scale: icd-203
register: sources.yaml
passages:
  ships: {{source: note, quote: "The harbour holds {ships} ships"}}
  fog: {{source: note, quote: "Fog closed it for two days in March"}}
figures:
  ships: {{label: Ships in harbour, unit: ships, readings: [{{passage: ships, value: {ships}}}]}}
sections:
  - id: harbour
    title: The harbour
    body:
      - The harbour holds {ships} ships. [@ships] Fog closed it for two days. [@fog]
      - id: kj-fog
        judgement: Fog would close the harbour again
        likelihood: likely
        confidence: low
        because: One year is known.
        basis: [fog]
      - estimates: [ships]
key-judgements: [kj-fog]
"""

REGISTER = """\
sources:
  note:
    file: note.txt
    type: report
    title: Notes on harbour {number}
    descriptor: A note written for this measurement.
    reliability: {{grade: C, because: An example.}}
"""

SOURCE = """\
Notes on harbour {number}

The harbour holds {ships} ships. It was built in 1901.

Fog closed it for two days in March. Nobody was hurt.
"""


def write_briefs(folder: Path, count: int) -> list[Path]:
    """Small briefs under a folder, each in a folder of its own; gives their outlines."""
    outlines = []
    for number in range(count):
        home = folder / f"brief-{number:04}"
        home.mkdir(parents=True, exist_ok=True)
        values = {"number": number, "ships": 40 + number}
        (home / "outline.yaml").write_text(OUTLINE.format(**values), "utf-8")
        (home / "sources.yaml").write_text(REGISTER.format(**values), "utf-8")
        (home / "note.txt").write_text(SOURCE.format(**values), "utf-8")
        outlines.append(home / "outline.yaml")
    return outlines


def requests(outlines: list[Path], output: Path) -> list[Request]:
    return [Request(outline=path, output=output, workspace=path.parent) for path in outlines]


def measure(briefs: int, jobs: int, sample: int) -> None:
    shutil.rmtree(WORK, ignore_errors=True)
    outlines = write_briefs(WORK / "briefs", briefs)
    build_one(requests(outlines[:1], WORK / "warm")[0])
    start, cpu = time.perf_counter(), time.process_time()
    alone = [build_one(request) for request in requests(outlines[:sample], WORK / "alone")]
    one = len(alone) / (time.perf_counter() - start)
    assert all(done.built and done.built.outcome == "published" for done in alone), alone
    each = (time.process_time() - cpu) / len(alone)
    print(f"one process   {len(alone):5} briefs  {one:6.1f} briefs/s  {each * 1000:.0f} ms of CPU each")
    start = time.perf_counter()
    with executor_of("local", jobs) as pool:
        together = list(build_all(requests(outlines, WORK / "together"), pool))
    many = len(together) / (time.perf_counter() - start)
    assert all(done.built and done.built.outcome == "published" for done in together)
    used = os.times()
    each = (used.children_user + used.children_system) / len(together)
    print(
        f"{jobs} processes   {len(together):5} briefs  {many:6.1f} briefs/s  {each * 1000:.0f} ms of CPU each"
        f", efficiency {many / one / jobs:.2f}"
    )
    start = time.perf_counter()
    with executor_of("local", jobs) as pool:
        again = list(build_all(requests(outlines, WORK / "together"), pool))
    took = time.perf_counter() - start
    assert all(done.built and done.built.outcome == "unchanged" for done in again)
    print(f"unchanged     {len(again):5} briefs  {len(again) / took:6.1f} briefs/s")
    shutil.rmtree(WORK)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--briefs", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--sample", type=int, default=100)
    given = parser.parse_args()
    measure(given.briefs, given.jobs, given.sample)
