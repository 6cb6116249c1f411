"""The door to the world: the real one and the frozen one keep the same promises."""

from __future__ import annotations

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.world import FrozenWorld, RealWorld, World, WorldError


@pytest.fixture(params=["real", "frozen"])
def world(request: pytest.FixtureRequest) -> World:
    return RealWorld() if request.param == "real" else FrozenWorld()


def test_what_is_written_is_read(world: World, tmp_path: Path) -> None:
    one, two = tmp_path / "a" / "one", tmp_path / "two"
    world.write({one: b"1", two: b"2"})
    assert (world.read(one), world.read(two)) == (b"1", b"2")
    assert world.exists(one)
    assert world.exists(tmp_path / "a")
    assert world.names(tmp_path) == ["a", "two"]
    world.write({one: b"3"})
    assert world.read(one) == b"3"


def test_what_is_not_there(world: World, tmp_path: Path) -> None:
    assert not world.exists(tmp_path / "none")
    assert world.names(tmp_path / "none") == []
    assert world.linked(tmp_path / "none") == ""
    with pytest.raises(WorldError, match=r"cannot read .*none: no such file"):
        world.read(tmp_path / "none")


def test_dots_are_followed(world: World, tmp_path: Path) -> None:
    assert world.real(tmp_path / "a" / ".." / "b") == world.real(tmp_path) / "b"


def test_a_folder_is_written_whole_and_once(world: World, tmp_path: Path) -> None:
    folder = tmp_path / "edition"
    world.write_folder(folder, {"a.txt": b"1", "in/b.txt": b"2"})
    assert world.read(folder / "in" / "b.txt") == b"2"
    with pytest.raises(WorldError, match="it is there already"):
        world.write_folder(folder, {"a.txt": b"3"})
    assert world.read(folder / "a.txt") == b"1"


def test_links_lead_on(world: World, tmp_path: Path) -> None:
    world.write_folder(tmp_path / "one", {"a.txt": b"1"})
    assert world.link(tmp_path / "latest", "one")
    assert world.linked(tmp_path / "latest") == "one"
    assert world.read(tmp_path / "latest" / "a.txt") == b"1"


def test_what_is_removed_is_gone(world: World, tmp_path: Path) -> None:
    world.write_folder(tmp_path / "one", {"a.txt": b"1"})
    world.write({tmp_path / "b.txt": b"2"})
    world.remove(tmp_path / "one")
    world.remove(tmp_path / "b.txt")
    world.remove(tmp_path / "never")
    assert world.names(tmp_path) == []


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="it is a folder"):
        RealWorld().read(tmp_path)


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    if sys.platform == "win32":
        pytest.skip("there are no named pipes here")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(WorldError, match="it is no file"):
        RealWorld().read(tmp_path / "pipe")


def test_a_failed_write_leaves_the_former_file_and_nothing_beside_it(tmp_path: Path) -> None:
    former, blocked = tmp_path / "a.txt", tmp_path / "b.txt"
    former.write_bytes(b"former")
    blocked.mkdir()
    (blocked / "in the way").touch()
    with pytest.raises(WorldError, match="cannot write"):
        RealWorld().write({blocked: b"new"})
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "b.txt"]
    assert former.read_bytes() == b"former"


def test_a_file_where_a_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"")
    with pytest.raises(WorldError, match="cannot write"):
        RealWorld().write({tmp_path / "a" / "b": b""})


def test_names_that_no_disk_holds(tmp_path: Path) -> None:
    long = tmp_path / ("n" * 5000)
    assert not RealWorld().exists(long)
    assert RealWorld().real(long).name == long.name
    with pytest.raises(WorldError, match="cannot read"):
        RealWorld().read(long)


def test_a_link_to_itself(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to("loop")
    assert not RealWorld().exists(tmp_path / "loop")
    RealWorld().real(tmp_path / "loop")


def test_files_can_be_read_by_all(tmp_path: Path) -> None:
    RealWorld().write({tmp_path / "a": b""})
    assert (tmp_path / "a").stat().st_mode & 0o777 == 0o644


def test_the_clock_obeys_source_date_epoch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert RealWorld().now() == datetime(1970, 1, 1, tzinfo=UTC)
    assert RealWorld().clock().year > 2020
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "99999999999999999")
    with pytest.raises(WorldError, match="not a number of seconds"):
        RealWorld().now()
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert abs((RealWorld().now() - RealWorld().clock()).total_seconds()) < 60
