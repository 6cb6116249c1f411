"""A world that fails: a full disk, a folder that cannot be written, a source that vanishes midway."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.editions.verify import verify
from briefgen.editions.workspace import workspace_of
from briefgen.world import UNFINISHED, RealWorld, WorldError
from tests.editions.harbour import Harbour


def mounted(folder: Path, options: str) -> None:
    done = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        pytest.skip(f"this system lets nobody mount a small disk: {done.stderr.strip()}")


@pytest.fixture
def small_disk(harbour: Harbour) -> Iterator[Path]:
    """The outputs folder on a disk of its own, of 200 kB."""
    outputs = harbour.root / "outputs"
    mounted(outputs, "size=200k")
    yield outputs
    subprocess.run(["umount", str(outputs)], check=True)


def assert_stands(harbour: Harbour, edition: str) -> None:
    world = RealWorld()
    space = workspace_of(harbour.outline, world, harbour.root)
    assert verify(harbour.archive(), edition, space, world).broken == ()
    assert harbour.archive().editions() == [edition]
    assert "The harbour holds 40 ships" in harbour.brief()


def test_a_full_disk_is_said_and_harms_nothing(harbour: Harbour, small_disk: Path) -> None:
    harbour.build()
    filler = small_disk / "filler"
    with filler.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space left"):
        while True:
            file.write(b"x" * 4096)
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    with pytest.raises(WorldError, match="no space left on device"):
        harbour.build()
    assert_stands(harbour, "2025-01-12")
    assert not list(small_disk.rglob(f"{UNFINISHED}*"))
    filler.unlink()
    assert harbour.build().edition == "2025-01-12.2"


def test_outputs_that_cannot_be_written_are_said(harbour: Harbour, small_disk: Path) -> None:
    harbour.build()
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(WorldError, match="read-only file system"):
        harbour.build()
    assert_stands(harbour, "2025-01-12")


def test_an_unchanged_brief_needs_no_writing(harbour: Harbour, small_disk: Path) -> None:
    harbour.build()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    assert harbour.build().outcome == "unchanged"


def test_a_file_where_the_outputs_should_be_is_said(harbour: Harbour) -> None:
    (harbour.root / "outputs").rmdir()
    (harbour.root / "outputs").write_text("not a folder", "utf-8")
    with pytest.raises(WorldError, match=r"cannot lock .*outputs is not a folder"):
        harbour.build()


class Vanishing(RealWorld):
    """A machine on which somebody removes a source just after the register was read."""

    def __init__(self, source: Path) -> None:
        self.source = source

    def read(self, path: Path) -> bytes:
        data = super().read(path)
        if path.name == "sources.yaml":
            self.source.unlink(missing_ok=True)
        return data


def test_a_source_that_vanishes_midway_fails_the_build(harbour: Harbour) -> None:
    harbour.build()
    harbour.change("outline.yaml", "A letter counts", "One letter counts")
    built = harbour.build(world=Vanishing(harbour.root / "sources" / "note.txt"))
    assert (built.outcome, built.edition) == ("failed", "2025-01-12")
    assert "WS102" in [one.code for one in built.found]
    world = RealWorld()
    space = workspace_of(harbour.outline, world, harbour.root)
    broken = verify(harbour.archive(), "2025-01-12", space, world).broken
    assert broken == ("sources/note.txt cannot be read: its 2 passages could not be looked up",)


class Altering(RealWorld):
    """A machine on which a source changes each time that it has been read."""

    def read(self, path: Path) -> bytes:
        data = super().read(path)
        if path.name == "note.txt":
            path.write_bytes(data + b"\nOne more line.\n")
        return data


def test_a_source_that_changes_midway_is_taken_as_it_was_first_read(harbour: Harbour) -> None:
    built = harbour.build(world=Altering())
    assert built.outcome == "published"
    manifest = harbour.archive().manifest("2025-01-12")
    assert manifest is not None
    (note,) = [source for source in manifest.sources if source.id == "note"]
    assert manifest.made_from.files["sources/note.txt"] == note.sha256
    assert harbour.build().reasons == ("sources/note.txt has changed",)
