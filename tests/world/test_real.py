"""The door to the machine: files whole or not at all, locks, programs without a shell."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.world import UNFINISHED, Busy, RealWorld, WorldError

WORLD = RealWorld()


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_appears_whole_and_cannot_be_written(tmp_path: Path) -> None:
    folder = tmp_path / "edition"
    WORLD.write_folder(folder, {"a.md": b"a", "inputs/b.yaml": b"b"})
    assert (folder / "inputs" / "b.yaml").read_bytes() == b"b"
    assert (folder / "a.md").stat().st_mode & 0o777 == 0o444
    assert names(tmp_path) == ["edition"]


def test_a_folder_that_fails_midway_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match=r"cannot write .*edition"):
        WORLD.write_folder(tmp_path / "edition", {"a.md": b"a", "a.md/b.md": b"b"})
    assert names(tmp_path) == []


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(b"former")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(WorldError, match="cannot write"):
        WORLD.write({tmp_path / "a.md": b"new", tmp_path / "file" / "b.md": b"new"})
    assert (tmp_path / "a.md").read_bytes() == b"former"
    assert not [name for name in names(tmp_path) if name.startswith(UNFINISHED)]


def test_a_link_takes_the_place_of_another_and_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(b"1")
    path = tmp_path / "shown"
    path.write_bytes(b"a file")
    assert WORLD.link(path, "one")
    assert (WORLD.linked(path), path.read_bytes()) == ("one", b"1")
    assert WORLD.link(path, "two")
    assert WORLD.linked(path) == "two"
    assert WORLD.linked(tmp_path / "one") == ""


def test_a_lock_is_one_s_own_until_its_process_ends(tmp_path: Path) -> None:
    path = tmp_path / "state" / "lock"
    script = (
        "import sys, time; from pathlib import Path; from briefgen.world import RealWorld\n"
        f"with RealWorld().lock(Path({str(path)!r}), 0):\n"
        "    print('held', flush=True); time.sleep(60)"
    )
    holder = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"
    with pytest.raises(Busy, match="is held by another briefgen"), WORLD.lock(path, 0.2):
        raise AssertionError("never here")
    holder.kill()
    holder.wait()
    holder.stdout.close()
    with WORLD.lock(path, 5):
        assert path.exists()


def test_a_program_gets_its_input_and_no_shell(tmp_path: Path) -> None:
    WORLD.run(["tee", "told; rm -rf *"], b"{}", tmp_path)
    assert names(tmp_path) == ["told; rm -rf *"]
    assert (tmp_path / "told; rm -rf *").read_bytes() == b"{}"


def test_a_program_that_fails_is_said_to_have(tmp_path: Path) -> None:
    with pytest.raises(WorldError, match="cannot run no-such-program"):
        WORLD.run(["no-such-program"], b"", tmp_path)
    with pytest.raises(WorldError, match="sh ended with 3: out of paper"):
        WORLD.run(["sh", "-c", "echo out of paper >&2; exit 3"], b"", tmp_path)
