"""What is printed for systemd, cron and a continuous integration service."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
import yaml

from briefgen.schedule.calendar import calendar
from briefgen.schedule.units import Installed, crontab, github_actions, on_calendar, systemd

PROGRAM = ["/opt/brief gen/bin/briefgen", "schedule", "run", "/srv/50% desk/a.yaml"]


def installed(*crons: str, zone: str = "Europe/Helsinki") -> Installed:
    return Installed(
        program=PROGRAM, root=Path("/srv/50% desk"), calendars=[calendar(cron, zone) for cron in crons]
    )


@pytest.mark.parametrize(
    ("cron", "expected"),
    [
        ("0 6 * * 1-5", ["Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 UTC"]),
        ("*/20 * * * *", ["*-*-* *:00,20,40:00 UTC"]),
        ("0 6 1 * *", ["*-*-01 06:00:00 UTC"]),
        ("0 6 1 * 1", ["Mon *-*-* 06:00:00 UTC", "*-*-01 06:00:00 UTC"]),
        ("0 6 29 2 *", ["*-02-29 06:00:00 UTC"]),
        ("0 6 * * 0", ["Sun *-*-* 06:00:00 UTC"]),
        ("0 6 l * *", ["*:0/5"]),
        ("0 6 * * 5#2", ["*:0/5"]),
    ],
)
def test_cron_in_systemd_s_words(cron: str, expected: list[str]) -> None:
    assert on_calendar(calendar(cron, "UTC")) == expected
    if shutil.which("systemd-analyze"):
        subprocess.run(["systemd-analyze", "calendar", *expected], check=True, capture_output=True)


def test_systemd_finds_nothing_wrong_with_the_units(tmp_path: Path) -> None:
    if not shutil.which("systemd-analyze"):
        pytest.skip("there is no systemd-analyze here")
    root = tmp_path / "50% desk"
    root.mkdir()
    program = root / "brief gen"
    program.write_text("#!/bin/sh\n", "utf-8")
    program.chmod(0o755)
    desk = Installed(
        program=[str(program), "schedule", "run", str(root / "it's $HOME.yaml")],
        root=root,
        calendars=[calendar("0 6 * * 1-5", "Europe/Helsinki"), calendar("*/15 * * * *", "UTC")],
    )
    for name, text in systemd(desk, "briefgen-desk").items():
        (tmp_path / name).write_text(text, "utf-8")
    done = subprocess.run(
        ["systemd-analyze", "verify", tmp_path / "briefgen-desk.timer", tmp_path / "briefgen-desk.service"],
        capture_output=True,
        text=True,
        check=False,
    )
    about_ours = [line for line in done.stderr.splitlines() if "briefgen-desk" in line]
    assert (done.returncode, about_ours) == (0, []), done.stderr


def test_the_timer_catches_up_and_looks_every_hour() -> None:
    timer = systemd(installed("0 6 * * 1-5"), "briefgen-desk")["briefgen-desk.timer"]
    assert "OnCalendar=Mon,Tue,Wed,Thu,Fri *-*-* 06:00:00 Europe/Helsinki\n" in timer
    assert "OnCalendar=hourly\n" in timer
    assert "Persistent=true\n" in timer


def test_paths_with_spaces_and_signs_stay_whole() -> None:
    service = systemd(installed("0 6 * * *"), "briefgen-desk")["briefgen-desk.service"]
    assert "WorkingDirectory=/srv/50%% desk\n" in service
    assert 'ExecStart="/opt/brief gen/bin/briefgen" schedule run' in service
    line = crontab(installed("0 6 * * *"))
    assert line.startswith("*/15 * * * * cd '/srv/50\\% desk' && '/opt/brief gen/bin/briefgen' schedule run")


def test_cron_mails_what_went_wrong_and_nothing_else() -> None:
    assert crontab(installed("0 6 * * *")).endswith(" >/dev/null\n")


@pytest.mark.parametrize(
    ("cron", "every"), [("30 6 * * *", "*/15"), ("20 6 * * *", "*/10"), ("7 6 * * *", "*")]
)
def test_cron_looks_as_often_as_slots_ask_for(cron: str, every: str) -> None:
    assert crontab(installed(cron)).startswith(f"{every} * * * * ")


def test_the_workflow_names_the_slot_in_summer_and_in_winter_time() -> None:
    text = github_actions(installed("30 6 * * 1-5", "0 7 * * *"), ["a b.yaml"])
    workflow = yaml.safe_load(text)
    assert workflow[True]["schedule"] == [{"cron": "0 4,5 * * *"}, {"cron": "30 3,4 * * *"}]
    steps = [step.get("run", "") for step in workflow["jobs"]["briefs"]["steps"]]
    assert "briefgen schedule run 'a b.yaml'" in steps
