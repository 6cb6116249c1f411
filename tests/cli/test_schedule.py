"""The scheduler on the command line: once, staying, and two of them at a time."""

from __future__ import annotations

import json
import signal
import sqlite3
import subprocess
import time
from pathlib import Path

import pytest

from tests.cli.desk import BRIEFGEN, briefgen

YEARLY = 'schedule: {cron: "0 6 1 1 *", timezone: Europe/Helsinki'


def schedule(folder: Path, more: str = "", start: str = YEARLY) -> None:
    with (folder / "outline.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{start}{more}}}\n")


def runs(folder: Path) -> list[tuple[str, str]]:
    database = sqlite3.connect(folder / "outputs" / ".schedule" / "ledger.sqlite")
    found = database.execute("SELECT slot, outcome FROM runs ORDER BY id").fetchall()
    database.close()
    return found


def test_without_a_schedule_nothing_is_due(new_ferry: Path) -> None:
    assert briefgen("schedule", "run", cwd=new_ferry).stdout == "nothing is due\n"
    assert briefgen("schedule", "status", cwd=new_ferry).stdout == "no outline states a schedule\n"


def test_a_slot_is_made_once_and_the_status_says_so(new_ferry: Path) -> None:
    schedule(new_ferry)
    assert "outline.yaml: due since" in briefgen("schedule", "due", cwd=new_ferry).stdout
    done = briefgen("schedule", "run", cwd=new_ferry)
    assert done.returncode == 0, done.stderr
    assert "outline.yaml: edition 2025-01-20: there is no edition yet" in done.stdout
    assert briefgen("schedule", "run", cwd=new_ferry).stdout == "nothing is due\n"
    status = briefgen("schedule", "status", cwd=new_ferry).stdout
    assert "-01-01 06:00 EET  published: there is no edition yet\n" in status
    assert "        edition 2025-01-20\n" in status
    assert "  next  " in status


def test_a_failure_is_told_to_a_command_and_ends_with_1(new_ferry: Path) -> None:
    schedule(new_ferry, ", on-failure: {command: 'tee told.json'}")
    note = new_ferry / "sources" / "harbour-note.txt"
    note.write_text(note.read_text("utf-8").replace("212", "221"), "utf-8")
    done = briefgen("schedule", "run", cwd=new_ferry)
    assert done.returncode == 1
    assert "AN305" in done.stderr
    told = json.loads((new_ferry / "told.json").read_bytes())
    assert told["brief"] == "outline.yaml"
    assert told["reason"].startswith("AN305: “The ferry made 212 crossings in 2024” is not what")
    assert [outcome for _, outcome in runs(new_ferry)] == ["failed"]


def test_two_schedulers_at_once_build_once(new_ferry: Path) -> None:
    schedule(new_ferry)
    racing = [
        subprocess.Popen([*BRIEFGEN, "schedule", "run"], cwd=new_ferry, stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    said = [one.communicate(timeout=120)[0] for one in racing]
    assert [one.returncode for one in racing] == [0, 0, 0]
    assert sum("edition 2025-01-20:" in words for words in said) == 1
    assert sum(words == "nothing is due\n" for words in said) == 2
    assert [outcome for _, outcome in runs(new_ferry)] == ["published"]


def test_one_that_stays_makes_what_comes_due_and_stops_when_told(new_ferry: Path) -> None:
    schedule(new_ferry, start='schedule: {cron: "* * * * *"')
    staying = subprocess.Popen(
        [*BRIEFGEN, "schedule", "run", "--stay"], cwd=new_ferry, stdout=subprocess.PIPE
    )
    until = time.monotonic() + 60
    while not (new_ferry / "outputs" / "ferry" / "ferry.pdf").exists() and time.monotonic() < until:
        time.sleep(0.1)
    staying.send_signal(signal.SIGTERM)
    said, _ = staying.communicate(timeout=60)
    assert staying.returncode == 0
    assert b"edition 2025-01-20" in said
    slots = [slot for slot, _ in runs(new_ferry)]
    assert len(slots) == len(set(slots))


def test_a_schedule_that_means_nothing_is_shown_where_it_stands(new_ferry: Path) -> None:
    schedule(new_ferry, start='schedule: {cron: "0 6 * *"')
    done = briefgen("schedule", "run", cwd=new_ferry)
    assert done.returncode == 2
    assert "error SC701: “0 6 * *” has 4 fields; cron has five" in done.stderr
    assert 'schedule: {cron: "0 6 * *"}' in done.stderr


@pytest.mark.parametrize("command", ["due", "status", "run"])
def test_a_schedule_that_had_run_and_is_broken_is_told_of(new_ferry: Path, command: str) -> None:
    schedule(new_ferry)
    assert briefgen("schedule", "run", cwd=new_ferry).returncode == 0
    outline = new_ferry / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("0 6 1 1 *", "0 6 1 1"), "utf-8")
    done = briefgen("schedule", command, cwd=new_ferry)
    assert done.returncode == 2
    assert "error SC701: “0 6 1 1” has 4 fields" in done.stderr
    assert "outline.yaml: its schedule cannot be read" in done.stderr
    assert "nothing is due" not in done.stdout
    assert ("this is its former schedule" in done.stdout) == (command == "status")


def test_remarks_on_an_outline_are_no_broken_schedule(new_ferry: Path) -> None:
    outline = new_ferry / "outline.yaml"
    outline.write_text(outline.read_text("utf-8").replace("2025-01-20", "2025-01-20 #3", 1), "utf-8")
    assert "OL123" in briefgen("check", cwd=new_ferry).stderr
    done = briefgen("schedule", "due", cwd=new_ferry)
    assert (done.returncode, done.stdout) == (0, "nothing is due\n")


def test_a_check_tells_of_the_schedule_too(new_ferry: Path) -> None:
    telling = "on-failure: {command: 'mail \"desk', webhook: http://desk.example.org}"
    schedule(new_ferry, f", {telling}", start='schedule: {cron: "0 6 * * 1", timezone: Europe/Helsinky')
    done = briefgen("check", cwd=new_ferry)
    assert done.returncode == 2
    told = [line.partition(": ")[2] for line in done.stderr.splitlines() if " SC70" in line]
    assert told == [
        "error SC701: “Europe/Helsinky” is no IANA time zone, such as Europe/Helsinki",
        'error SC702: “mail "desk” cannot be read as a command: No closing quotation',
        "error SC702: cannot send to http://desk.example.org: only https addresses are told",
    ]
    typed = (new_ferry / "outline.yaml").read_text("utf-8").splitlines()[-1]
    assert f":{typed.index('Europe') + 1}: error SC701" in done.stderr
    assert f":{typed.index('http:') + 1}: error SC702" in done.stderr


def test_a_ledger_that_cannot_be_read_ends_with_4(new_ferry: Path) -> None:
    schedule(new_ferry)
    state = new_ferry / "outputs" / ".schedule"
    state.mkdir(parents=True)
    (state / "ledger.sqlite").write_bytes(b"no ledger, but some other file altogether" * 100)
    done = briefgen("schedule", "run", cwd=new_ferry)
    assert done.returncode == 4
    assert "file is not a database" in done.stderr


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("--systemd", "OnCalendar=*-01-01 06:00:00 Europe/Helsinki\n"),
        ("--crontab", "*/15 * * * * cd "),
        ("--github-actions", '- cron: "0 4 * * *"\n'),
    ],
)
def test_units_are_printed_with_absolute_paths(new_ferry: Path, kind: str, said: str) -> None:
    schedule(new_ferry)
    done = briefgen("schedule", "install", kind, cwd=new_ferry)
    assert done.returncode == 0, done.stderr
    assert said in done.stdout
    if kind != "--github-actions":
        assert f"--workspace {new_ferry} {new_ferry / 'outline.yaml'}" in done.stdout


def test_units_can_be_written(new_ferry: Path) -> None:
    schedule(new_ferry)
    briefgen("schedule", "install", "--systemd", "--write", "units", cwd=new_ferry)
    written = sorted(path.name for path in (new_ferry / "units").iterdir())
    assert written == ["briefgen-ferry.service", "briefgen-ferry.timer"]
    assert briefgen("schedule", "install", cwd=new_ferry).returncode == 2
