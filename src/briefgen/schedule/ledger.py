"""The ledger of scheduled runs: one SQLite file, in which one slot of one brief is run once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

from briefgen.values import dataclass
from briefgen.world import WorldError

RunOutcome = Literal["running", "published", "unchanged", "same", "failed", "interrupted"]

SET_BACK = timedelta(days=1)
"""By so much a clock may be set back. Slots that lie further ahead were taken while it was wrong: they do not
keep the slots before them from being taken."""

_SCHEMA = """
CREATE TABLE IF NOT EXISTS runs (
    id INTEGER PRIMARY KEY,
    brief TEXT NOT NULL,
    slot TEXT NOT NULL,
    started TEXT NOT NULL,
    ended TEXT,
    outcome TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    edition TEXT NOT NULL DEFAULT '',
    missed INTEGER NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX IF NOT EXISTS one_run_a_slot ON runs (brief, slot) WHERE outcome <> 'interrupted';
CREATE TABLE IF NOT EXISTS plans (
    brief TEXT PRIMARY KEY,
    cron TEXT NOT NULL,
    timezone TEXT NOT NULL,
    publish_unchanged INTEGER NOT NULL,
    command TEXT NOT NULL,
    webhook TEXT NOT NULL
);
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run: the slot it was for, when it began and ended (UTC), what came of it and why.

    `missed` counts the slots before its own that nothing ran for. `edition` is the one that stood after it.
    """

    brief: str
    slot: datetime
    started: datetime
    ended: datetime | None
    outcome: RunOutcome
    reason: str
    edition: str
    missed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedSchedule:
    """A schedule as an outline states it, kept so that a brief whose outline breaks still comes due."""

    cron: str
    timezone: str = "UTC"
    publish_unchanged: bool = False
    command: str = ""
    webhook: str = ""


class Ledger:
    """An open ledger. Close it, or use it in a `with`."""

    def __init__(self, path: Path) -> None:
        """Open the ledger, made where there is none.

        Raises:
            WorldError: where the file cannot be opened, or is no ledger.
        """
        self.path = path
        with _failures(path):
            path.parent.mkdir(parents=True, exist_ok=True)
            self._database = sqlite3.connect(path, timeout=10, isolation_level=None)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.executescript(_SCHEMA)

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: object) -> None:
        self._database.close()

    def begin(self, brief: str, slot: datetime, now: datetime, missed: int) -> int | None:
        """Take a slot; None where it, or a later one, was taken before. Raises WorldError."""
        with _failures(self.path):
            added = self._database.execute(
                "INSERT OR IGNORE INTO runs (brief, slot, started, outcome, missed) "
                "SELECT ?, ?, ?, 'running', ? WHERE NOT EXISTS (SELECT 1 FROM runs "
                "WHERE brief = ? AND slot BETWEEN ? AND ? AND outcome <> 'interrupted')",
                (brief, _text(slot), _text(now), missed, brief, _text(slot), _text(now + SET_BACK)),
            )
        return added.lastrowid if added.rowcount else None

    def end(self, run: int, now: datetime, outcome: RunOutcome, reason: str, edition: str) -> None:
        """Note what came of a run. Raises WorldError."""
        with _failures(self.path):
            self._database.execute(
                "UPDATE runs SET ended = ?, outcome = ?, reason = ?, edition = ? WHERE id = ?",
                (_text(now), outcome, reason, edition, run),
            )

    def close_interrupted(self, now: datetime) -> None:
        """Note that runs without an end were killed; their slots may be taken again. Raises WorldError.

        To be called only by one who holds the lock, when nothing can be running.
        """
        with _failures(self.path):
            self._database.execute(
                "UPDATE runs SET ended = ?, outcome = 'interrupted', "
                "reason = 'the scheduler was stopped while it ran' WHERE outcome = 'running'",
                (_text(now),),
            )

    def last(self, brief: str) -> Run | None:
        """The latest run of a brief, however it ended. Raises WorldError."""
        return next(iter(self.runs(brief, most=1)), None)

    def last_slot(self, brief: str, now: datetime) -> datetime | None:
        """The latest slot that was run to an end, or is running. Raises WorldError."""
        with _failures(self.path):
            found = self._database.execute(
                "SELECT max(slot) FROM runs WHERE brief = ? AND slot <= ? AND outcome <> 'interrupted'",
                (brief, _text(now + SET_BACK)),
            ).fetchone()
        return _moment(found[0]) if found[0] else None

    def is_taken(self, brief: str, slot: datetime) -> bool:
        """Whether a slot was run to an end, or is running. Raises WorldError."""
        with _failures(self.path):
            found = self._database.execute(
                "SELECT 1 FROM runs WHERE brief = ? AND slot = ? AND outcome <> 'interrupted'",
                (brief, _text(slot)),
            ).fetchone()
        return found is not None

    def runs(self, brief: str, most: int) -> list[Run]:
        """The latest runs of a brief, newest first. Raises WorldError."""
        with _failures(self.path):
            rows = self._database.execute(
                "SELECT brief, slot, started, ended, outcome, reason, edition, missed FROM runs "
                "WHERE brief = ? ORDER BY id DESC LIMIT ?",
                (brief, most),
            ).fetchall()
        return [
            Run(
                brief=row[0],
                slot=_moment(row[1]),
                started=_moment(row[2]),
                ended=_moment(row[3]) if row[3] else None,
                outcome=row[4],
                reason=row[5],
                edition=row[6],
                missed=row[7],
            )
            for row in rows
        ]

    def remember(self, brief: str, stated: StatedSchedule) -> None:
        """Keep a brief's schedule. Raises WorldError."""
        if stated == self.remembered(brief):
            return
        with _failures(self.path):
            self._database.execute(
                "INSERT OR REPLACE INTO plans VALUES (?, ?, ?, ?, ?, ?)",
                (
                    brief,
                    stated.cron,
                    stated.timezone,
                    int(stated.publish_unchanged),
                    stated.command,
                    stated.webhook,
                ),
            )

    def forget(self, brief: str) -> None:
        """Keep a brief's schedule no longer. Raises WorldError."""
        with _failures(self.path):
            self._database.execute("DELETE FROM plans WHERE brief = ?", (brief,))

    def remembered(self, brief: str) -> StatedSchedule | None:
        """A brief's schedule as it was last read. Raises WorldError."""
        with _failures(self.path):
            row = self._database.execute(
                "SELECT cron, timezone, publish_unchanged, command, webhook FROM plans WHERE brief = ?",
                (brief,),
            ).fetchone()
        if row is None:
            return None
        return StatedSchedule(
            cron=row[0], timezone=row[1], publish_unchanged=bool(row[2]), command=row[3], webhook=row[4]
        )


@contextmanager
def _failures(path: Path) -> Iterator[None]:
    try:
        yield
    except (sqlite3.Error, OSError) as failure:
        raise WorldError(f"the ledger {path} failed: {failure}") from failure


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
