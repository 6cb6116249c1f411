"""Work in a copy of the process: its result or failure comes back, and no copy is left behind."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import ExitStack
from pathlib import Path

import pytest

from briefgen.world import Busy, FrozenWorld, RealWorld, WorldError
from briefgen.world.forking import copyable, in_a_copy

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux only")


def children() -> str:
    """The processes that this one has started and not yet heard the end of."""
    return Path(f"/proc/self/task/{os.getpid()}/children").read_text()


def test_the_result_comes_from_another_process() -> None:
    with in_a_copy(os.getpid) as result:
        assert result() != os.getpid()


def test_a_result_may_be_larger_than_a_pipe_holds() -> None:
    with in_a_copy(lambda: b"x" * 3_000_000) as result:
        assert result() == b"x" * 3_000_000


def test_both_go_on_at_the_same_time() -> None:
    def other() -> float:
        time.sleep(0.2)
        return time.monotonic()

    with in_a_copy(other) as result:
        before = time.monotonic()
        assert result() > before


def test_what_the_world_refused_the_copy_is_raised_here() -> None:
    def work() -> None:
        raise Busy("held by another briefgen")

    with in_a_copy(work) as result, pytest.raises(Busy, match="held by another briefgen"):
        result()


def test_a_mistake_of_the_program_comes_with_its_traceback() -> None:
    def work() -> float:
        return 1 / 0

    with in_a_copy(work) as result, pytest.raises(RuntimeError, match=r"(?s)in work.*ZeroDivisionError"):
        result()


def test_a_result_that_cannot_be_told_is_a_mistake_of_the_program() -> None:
    with in_a_copy(lambda: children) as told:
        assert told() is children
    with in_a_copy(lambda: lambda: None) as result, pytest.raises(RuntimeError, match="pickle"):
        result()


def test_a_copy_that_the_system_stops_is_the_world_failing() -> None:
    with (
        in_a_copy(lambda: os.kill(os.getpid(), signal.SIGKILL)) as result,
        pytest.raises(WorldError, match="stopped by the system"),
    ):
        result()


def test_work_that_nobody_asks_for_is_stopped() -> None:
    before = children()
    start = time.monotonic()
    with in_a_copy(lambda: time.sleep(60)):
        assert children() != before
    assert children() == before
    assert time.monotonic() - start < 30


def test_a_failure_meanwhile_leaves_no_copy() -> None:
    before = children()
    with pytest.raises(KeyError), in_a_copy(lambda: time.sleep(60)):
        raise KeyError
    assert children() == before


def test_a_copy_holds_no_lock_of_the_process(tmp_path: Path) -> None:
    world, lock = RealWorld(), tmp_path / ".lock"
    with ExitStack() as open_:
        with world.lock(lock, 0):
            open_.enter_context(in_a_copy(lambda: time.sleep(60)))
        with world.lock(lock, 30):
            assert children()


def test_a_world_with_one_processor_does_the_work_when_asked() -> None:
    with RealWorld(share=1).meanwhile(os.getpid) as result:
        assert result() == os.getpid()


def test_a_world_with_two_copies_itself_once_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("briefgen.world.forking.copyable", lambda: True)
    world = RealWorld(share=2)
    with world.meanwhile(os.getpid) as first, world.meanwhile(os.getpid) as second:
        assert first() != os.getpid()
        assert second() == os.getpid()
    with world.meanwhile(os.getpid) as third:
        assert third() != os.getpid()


def test_a_process_with_threads_is_not_copied() -> None:
    import threading

    held = threading.Event()
    thread = threading.Thread(target=held.wait)
    thread.start()
    try:
        assert not copyable()
    finally:
        held.set()
        thread.join()


def test_the_frozen_world_does_the_work_when_asked() -> None:
    done: list[str] = []
    with FrozenWorld().meanwhile(lambda: done.append("work")) as result:
        assert not done
        result()
    assert done == ["work"]
