"""Kills a build, or a scheduled run, at random instants, and sees each time that nothing was harmed.

    python -m tests.editions.kills --kills 200

A child is forked for each trial, so that the time of starting up is not what is killed.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

from briefgen.editions.build import build
from briefgen.editions.request import Format
from briefgen.editions.verify import verify
from briefgen.editions.workspace import workspace_of
from briefgen.schedule.reading import places
from briefgen.schedule.run import Options, Ran, run_due, standings
from briefgen.world import UNFINISHED, RealWorld
from tests.editions.harbour import Harbour

SCHEDULE = 'schedule: {cron: "0 6 * * *", timezone: Europe/Helsinki}\n'
FORMATS: tuple[Format, ...] = ("md", "json")


class LaterWorld(RealWorld):
    """The machine, some days from now."""

    def __init__(self, days: int) -> None:
        self.days = days

    def clock(self) -> datetime:
        return super().clock() + timedelta(days=self.days)


class Trials:
    """One workspace in which build after build is killed."""

    def __init__(self, root: Path, seed: int) -> None:
        self.harbour = Harbour(root / "harbour")
        with self.harbour.outline.open("a", encoding="utf-8") as file:
            file.write(SCHEDULE)
        self.random = random.Random(seed)
        self.number = 0
        self.hit = 0
        self.build()
        self.schedule()
        self.took = self._time_of(self.build)

    def build(self) -> None:
        built = build(self.harbour.request(*FORMATS), RealWorld())
        assert built.outcome in ("published", "unchanged"), built.found

    def schedule(self) -> None:
        world = LaterWorld(self.number)
        there = places([self.harbour.outline], None, self.harbour.root, world)
        for ran in run_due(there, Options(formats=FORMATS, workspace=self.harbour.root), world):
            assert isinstance(ran, Ran) and ran.built.outcome != "failed", ran

    def trial(self) -> None:
        """Kill one run, look at what it left, and run again."""
        run = self.build if self.number % 2 else self.schedule
        self._write()
        former = self.harbour.archive().latest()
        before = self._bytes(former)
        self._kill(run)
        assert self._bytes(former) == before, "the former edition was altered"
        self._verify_all()
        if run == self.schedule:
            self._open_ledger()
        start = time.monotonic()
        run()
        self.took = time.monotonic() - start
        self._verify_all()
        assert f"trial {self.number}" in self.harbour.brief()
        stray = list(self.harbour.root.rglob(f"{UNFINISHED}*"))
        assert not stray, stray

    def _write(self) -> None:
        self.number += 1
        text = self.harbour.outline.read_text("utf-8")
        marked = text.split("\n      - gap: ")
        words = f"\n      - gap: Nobody says how deep the harbour is, as of trial {self.number}."
        after = marked[1].partition("\n")[2]
        self.harbour.outline.write_text(f"{marked[0]}{words}\n{after}", "utf-8")

    def _kill(self, run: Callable[[], None]) -> None:
        child = _forked(run)
        time.sleep(self.random.uniform(0, self.took * 1.2))
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
        self.hit += os.WIFSIGNALED(status)

    def _time_of(self, run: Callable[[], None]) -> float:
        times = []
        for _ in range(3):
            self._write()
            start = time.monotonic()
            os.waitpid(_forked(run), 0)
            times.append(time.monotonic() - start)
        return sorted(times)[1]

    def _bytes(self, edition: str) -> dict[str, str]:
        folder = self.harbour.editions / edition
        return {
            path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in folder.rglob("*")
            if path.is_file()
        }

    def _verify_all(self) -> None:
        archive, world = self.harbour.archive(), RealWorld()
        space = workspace_of(self.harbour.outline, world, self.harbour.root)
        folders = {
            path.name
            for path in self.harbour.editions.iterdir()
            if path.is_dir() and not path.is_symlink() and not path.name.startswith(".")
        }
        editions = archive.editions()
        assert folders == set(editions), "half an edition was left"
        for edition in editions[-3:]:
            verified = verify(archive, edition, space, world)
            assert not verified.broken, verified.broken

    def _open_ledger(self) -> None:
        world = LaterWorld(self.number)
        there = places([self.harbour.outline], None, self.harbour.root, world)
        assert len(list(standings(there, world))) == 1


def _forked(run: Callable[[], None]) -> int:
    child = os.fork()
    if child == 0:
        run()
        os._exit(0)
    return child


def main(kills: int, seed: int) -> int:
    """So many trials; gives how many kills came before the run had ended."""
    root = Path(tempfile.mkdtemp(prefix="briefgen-kills-"))
    try:
        trials = Trials(root, seed)
        for _ in range(kills):
            trials.trial()
    finally:
        shutil.rmtree(root)
    return trials.hit


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=20250112)
    given = parser.parse_args()
    hit = main(given.kills, given.seed)
    print(f"{hit} of {given.kills} kills came in the midst of a run; nothing was harmed")
