"""What runs when, and what the ledger says of it afterwards. The clock is frozen and moved by hand."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from briefgen.diagnostics import error
from briefgen.editions.request import Built, Request
from briefgen.schedule.ledger import Ledger, Run
from briefgen.schedule.reading import Place, Unreadable, places
from briefgen.schedule.run import Options, Ran, run_due, standings
from briefgen.world import World, WorldError
from briefgen.world.frozen import FrozenWorld

OUTLINE = """\
title: A brief
as-of: today
register: sources.yaml
sections:
  - {{id: one, title: One, body: [Nothing.]}}
schedule: {{cron: "{cron}", timezone: {zone}{more}}}
"""


class Desk:
    """A workspace in memory with a scheduler whose builds are only counted."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.world = FrozenWorld(moment=datetime(2025, 1, 13, 4, 30, tzinfo=UTC))
        self.requests: list[Request] = []
        self.answer: Callable[[], Built] = lambda: Built(outcome="published", edition="2025-01-13")

    def outline(
        self, name: str = "a", cron: str = "0 6 * * *", zone: str = "Europe/Helsinki", more: str = ""
    ) -> None:
        text = OUTLINE.format(cron=cron, zone=zone, more=more)
        self.world.files[self.root / name / "outline.yaml"] = text.encode()
        self.world.files[self.root / "outputs" / ".gitkeep"] = b""

    def places(self) -> list[Place]:
        outlines = sorted(path for path in self.world.files if path.name == "outline.yaml")
        return places(outlines, None, self.root, self.world)

    def run(self) -> list[Ran | Unreadable]:
        return list(run_due(self.places(), Options(), self.world, self.build))

    def build(self, request: Request, world: World) -> Built:
        self.requests.append(request)
        return self.answer()

    def pass_time(self, **much: float) -> None:
        self.world.moment += timedelta(**much)

    def runs(self, name: str = "a") -> list[Run]:
        with Ledger(self.root / "outputs" / ".schedule" / "ledger.sqlite") as ledger:
            return ledger.runs(f"{name}/outline.yaml", 100)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def failed() -> Built:
    found = (error("AN305", "the source says otherwise", None),)
    return Built(outcome="failed", edition="2025-01-10", found=found)


def test_a_brief_never_run_is_due_at_once_and_then_not_before_its_next_slot(desk: Desk) -> None:
    desk.outline()
    assert len(desk.run()) == 1
    assert desk.run() == []
    desk.pass_time(hours=23)
    assert desk.run() == []
    desk.pass_time(hours=1)
    assert len(desk.run()) == 1
    assert [f"{run.slot:%d %H:%M}" for run in desk.runs()] == ["14 04:00", "13 04:00"]


def test_the_ledger_says_what_came_of_each_run(desk: Desk) -> None:
    desk.outline()
    desk.answer = lambda: Built(outcome="published", edition="2025-01-13", reasons=("a.txt has changed",))
    desk.run()
    (run,) = desk.runs()
    assert (run.outcome, run.reason, run.edition) == ("published", "a.txt has changed", "2025-01-13")
    assert run.started <= (run.ended or run.started)


def test_days_of_downtime_are_made_up_for_once(desk: Desk) -> None:
    desk.outline()
    desk.run()
    desk.pass_time(days=3)
    (ran,) = desk.run()
    assert isinstance(ran, Ran)
    assert ran.missed == 2
    assert desk.run() == []
    assert [run.missed for run in desk.runs()] == [2, 0]


@pytest.mark.parametrize(
    ("zone", "cron", "start"),
    [
        ("Europe/Helsinki", "30 3 * * *", "2025-03-28"),
        ("Europe/Helsinki", "30 3 * * *", "2025-10-24"),
        ("America/New_York", "30 2 * * *", "2025-03-07"),
        ("America/New_York", "30 1 * * *", "2025-10-31"),
        ("Europe/Helsinki", "0 6 * * *", "2024-02-27"),
    ],
)
def test_a_scheduler_that_looks_every_half_hour_runs_each_day_once(
    desk: Desk, zone: str, cron: str, start: str
) -> None:
    """Over both clock changes, and over a leap day."""
    desk.outline(cron=cron, zone=zone)
    desk.world.moment = datetime.fromisoformat(start).replace(tzinfo=UTC)
    desk.run()
    first = len(desk.requests)
    for _ in range(5 * 24 * 2):
        desk.pass_time(minutes=30)
        desk.run()
    assert len(desk.requests) - first == 5
    assert len({run.slot for run in desk.runs()}) == 6


def test_a_failed_run_is_noted_told_and_tried_again_at_the_next_slot(desk: Desk) -> None:
    desk.outline(more=", on-failure: {webhook: 'https://example.org/told', command: notify 'the desk'}")
    desk.answer = failed
    (ran,) = desk.run()
    assert isinstance(ran, Ran)
    assert ran.built.outcome == "failed"
    assert desk.run() == []
    (run,) = desk.runs()
    assert (run.outcome, run.edition) == ("failed", "2025-01-10")
    assert run.reason == "AN305: the source says otherwise"
    assert [to for to, _ in desk.world.sent] == ["notify the desk", "https://example.org/told"]
    body = json.loads(desk.world.sent[1][1])
    assert body["brief"] == "a/outline.yaml"
    assert body["findings"][0]["code"] == "AN305"
    assert body["slot"] == "2025-01-13T04:00:00+00:00"
    assert body["edition"] == "2025-01-10"
    desk.answer = lambda: Built(outcome="published", edition="2025-01-14")
    desk.pass_time(days=1)
    assert len(desk.run()) == 1
    assert [run.outcome for run in desk.runs()] == ["published", "failed"]


def test_errors_beyond_the_third_are_counted(desk: Desk) -> None:
    desk.outline()
    found = tuple(error("OL101", f"no {number}", None) for number in range(4))
    desk.answer = lambda: Built(outcome="failed", edition="", found=found)
    desk.run()
    (run,) = desk.runs()
    assert run.reason == "OL101: no 0; OL101: no 1; OL101: no 2; and 1 more error"


def test_a_web_address_that_does_not_answer_is_tried_three_times(desk: Desk) -> None:
    desk.outline(more=", on-failure: {webhook: 'https://example.org/told'}")
    desk.answer = failed
    desk.world.refusals["https://example.org/told"] = ["busy", "busy"]
    start = desk.world.moment
    (ran,) = desk.run()
    assert isinstance(ran, Ran)
    assert ran.untold == ""
    assert len(desk.world.sent) == 1
    assert desk.world.moment - start == timedelta(seconds=12)
    desk.world.refusals["https://example.org/told"] = ["busy", "busy", "gone for good"]
    desk.pass_time(days=1)
    (ran,) = desk.run()
    assert isinstance(ran, Ran)
    assert ran.untold == "gone for good"


def test_one_brief_that_breaks_does_not_stop_the_others(desk: Desk) -> None:
    desk.outline("a")
    desk.outline("b")
    answers = iter([1, 0])

    def answer() -> Built:
        if next(answers):
            raise WorldError("cannot write outputs: no space left on device")
        return Built(outcome="published", edition="2025-01-13")

    desk.answer = answer
    ran = [one for one in desk.run() if isinstance(one, Ran)]
    assert [one.failure for one in ran] == ["cannot write outputs: no space left on device", ""]
    assert desk.runs("a")[0].reason == "cannot write outputs: no space left on device"
    assert desk.runs("b")[0].outcome == "published"


def test_an_error_in_the_program_is_noted_like_any_other(desk: Desk) -> None:
    desk.outline()

    def answer() -> Built:
        raise ZeroDivisionError("division by zero")

    desk.answer = answer
    (ran,) = desk.run()
    assert isinstance(ran, Ran)
    assert ran.failure == "ZeroDivisionError: division by zero"
    assert desk.runs()[0].outcome == "failed"


def test_an_outline_that_breaks_keeps_its_schedule_and_fails_at_its_slot(desk: Desk) -> None:
    desk.outline(more=", on-failure: {webhook: 'https://example.org/told'}")
    desk.run()
    desk.world.files[desk.root / "a" / "outline.yaml"] = b"title: [\n"
    (told,) = desk.run()
    assert isinstance(told, Unreadable)
    assert [one.code for one in told.found] == ["OL101"]
    desk.pass_time(days=1)
    (ran,) = desk.run()
    assert isinstance(ran, Ran)
    assert (ran.built.outcome, ran.built.edition) == ("failed", "2025-01-13")
    assert "OL101" in desk.runs()[0].reason
    assert len(desk.world.sent) == 1


def test_an_outline_that_never_could_be_read_is_said_every_time(desk: Desk) -> None:
    desk.outline(cron="0 6 * *")
    (found,) = desk.run()
    assert isinstance(found, Unreadable)
    assert [one.code for one in found.found] == ["SC701"]
    assert str(found.found[0].span).endswith("outline.yaml:6:18")


def test_a_run_that_was_killed_is_done_again(desk: Desk) -> None:
    desk.outline()

    def answer() -> Built:
        raise KeyboardInterrupt

    desk.answer = answer
    with pytest.raises(KeyboardInterrupt):
        desk.run()
    assert desk.runs()[0].outcome == "running"
    desk.answer = lambda: Built(outcome="published", edition="2025-01-13")
    assert len(desk.run()) == 1
    assert [run.outcome for run in desk.runs()] == ["published", "interrupted"]


def test_unchanged_briefs_are_passed_over_or_published_as_the_outline_says(desk: Desk) -> None:
    desk.outline("a")
    desk.outline("b", more=", if-unchanged: publish")
    desk.run()
    assert [(request.force, request.date_alone) for request in desk.requests] == [
        (False, False),
        (True, True),
    ]


def test_a_slot_is_not_run_again_when_the_clock_is_set_back(desk: Desk) -> None:
    desk.outline(cron="*/5 * * * *")
    desk.run()
    desk.pass_time(minutes=-12)
    assert desk.run() == []


def test_a_clock_that_stood_years_ahead_does_not_keep_briefs_from_being_made_until_then(desk: Desk) -> None:
    desk.outline()
    desk.pass_time(days=1500)
    desk.run()
    desk.pass_time(days=-1500)
    (wrong,) = standings(desk.places(), desk.world)
    assert not isinstance(wrong, Unreadable)
    assert wrong.last is not None and wrong.last.slot > wrong.now
    assert wrong.due == datetime(2025, 1, 13, 4, 0, tzinfo=UTC)
    assert len(desk.run()) == 1
    assert desk.run() == []


def test_the_next_slot_of_a_clock_set_back_is_one_that_was_not_made_yet(desk: Desk) -> None:
    desk.outline(cron="*/5 * * * *")
    desk.run()
    desk.pass_time(minutes=-12)
    (back,) = standings(desk.places(), desk.world)
    assert not isinstance(back, Unreadable)
    assert (back.due, back.following) == (None, datetime(2025, 1, 13, 4, 35, tzinfo=UTC))


def test_a_schedule_that_is_taken_out_is_forgotten(desk: Desk) -> None:
    desk.outline()
    desk.run()
    path = desk.root / "a" / "outline.yaml"
    desk.world.files[path] = desk.world.files[path].partition(b"schedule:")[0]
    desk.pass_time(days=1)
    assert desk.run() == []
    desk.world.files[path] = b"title: ["
    assert isinstance(desk.run()[0], Unreadable)


def test_standings_tell_the_last_run_what_is_due_and_the_next_slot(desk: Desk) -> None:
    desk.outline()
    (before,) = standings(desk.places(), desk.world)
    assert not isinstance(before, Unreadable)
    assert before.last is None and before.due is not None
    desk.run()
    (after,) = standings(desk.places(), desk.world)
    assert not isinstance(after, Unreadable)
    assert after.last is not None and after.due is None
    assert after.following == datetime(2025, 1, 14, 4, 0, tzinfo=UTC)
