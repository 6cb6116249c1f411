"""The ledger: a slot is taken once, by whoever comes first."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefgen.schedule.ledger import Ledger, StatedSchedule
from briefgen.world import WorldError

SLOT = datetime(2025, 1, 13, 4, 0, tzinfo=UTC)
NOW = SLOT + timedelta(seconds=3)


def test_a_slot_is_taken_once(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as one, Ledger(tmp_path / "ledger.sqlite") as other:
        assert one.begin("a", SLOT, NOW, 0) is not None
        assert other.begin("a", SLOT, NOW, 0) is None
        assert other.begin("b", SLOT, NOW, 0) is not None


def test_an_earlier_slot_is_not_taken_after_a_later_one(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.begin("a", SLOT, NOW, 0)
        assert ledger.begin("a", SLOT - timedelta(days=1), NOW, 0) is None
        assert ledger.begin("a", SLOT + timedelta(days=1), NOW, 0) is not None


def test_what_was_interrupted_can_be_taken_again(tmp_path: Path) -> None:
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        ledger.begin("a", SLOT, NOW, 0)
        ledger.close_interrupted(NOW)
        assert ledger.last_slot("a", NOW) is None
        number = ledger.begin("a", SLOT, NOW, 0)
        assert number is not None
        ledger.end(number, NOW, "unchanged", "", "2025-01-13")
        assert [run.outcome for run in ledger.runs("a", 9)] == ["unchanged", "interrupted"]


def test_schedules_are_remembered(tmp_path: Path) -> None:
    stated = StatedSchedule(
        cron="0 6 * * *", timezone="Asia/Seoul", publish_unchanged=True, webhook="https://x.org"
    )
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.remembered("a") is None
        ledger.remember("a", stated)
    with Ledger(tmp_path / "ledger.sqlite") as ledger:
        assert ledger.remembered("a") == stated
        ledger.forget("a")
        assert ledger.remembered("a") is None


def test_the_ledger_keeps_a_log_that_readers_do_not_block(tmp_path: Path) -> None:
    import sqlite3

    with Ledger(tmp_path / "ledger.sqlite"):
        database = sqlite3.connect(tmp_path / "ledger.sqlite")
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        database.close()


def test_a_file_that_is_no_ledger_is_said_to_be_none(tmp_path: Path) -> None:
    (tmp_path / "ledger.sqlite").write_bytes(b"something else entirely, and longer than a header" * 40)
    with pytest.raises(WorldError, match=r"the ledger .*ledger\.sqlite failed: file is not a database"):
        Ledger(tmp_path / "ledger.sqlite")
