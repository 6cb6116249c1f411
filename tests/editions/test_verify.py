"""Whether an edition is still what it was: any altered byte, any lost word is found."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.editions.verify import Verification, verify
from briefgen.editions.workspace import workspace_of
from briefgen.world import RealWorld
from tests.editions.harbour import Harbour


def verified(harbour: Harbour, edition: str = "2025-01-12") -> Verification:
    world = RealWorld()
    return verify(harbour.archive(), edition, workspace_of(harbour.outline, world, harbour.root), world)


def write(path: Path, data: bytes) -> None:
    path.chmod(0o644)
    path.write_bytes(data)


def test_an_edition_as_it_was_published(harbour: Harbour) -> None:
    harbour.build("md", "json")
    found = verified(harbour)
    assert (found.files, found.passages, found.broken, found.remarks) == (5, 3, (), ())


@pytest.mark.parametrize("name", ["harbour.md", "document.json", "inputs/outline.yaml"])
def test_an_altered_byte_is_found(harbour: Harbour, name: str) -> None:
    harbour.build()
    path = harbour.editions / "2025-01-12" / name
    write(path, path.read_bytes()[:-1] + b"!")
    assert verified(harbour).broken[0] == f"{name} has been altered since it was published"


def test_a_lost_file_is_found(harbour: Harbour) -> None:
    harbour.build()
    (harbour.editions / "2025-01-12" / "harbour.md").unlink()
    assert "harbour.md: no such file" in verified(harbour).broken[0]


def test_a_file_that_was_put_there_is_found(harbour: Harbour) -> None:
    harbour.build()
    (harbour.editions / "2025-01-12" / "more.md").write_text("x", "utf-8")
    assert verified(harbour).broken == ("more.md is no file of this edition",)


def test_a_manifest_that_cannot_be_read_is_said(harbour: Harbour) -> None:
    harbour.build()
    write(harbour.editions / "2025-01-12" / "manifest.json", b"{")
    assert "cannot be read" in verified(harbour).broken[0]


def test_a_source_that_changed_elsewhere_is_a_remark(harbour: Harbour) -> None:
    harbour.build()
    harbour.change("sources/note.txt", "Nobody was hurt", "Someone was hurt")
    found = verified(harbour)
    assert found.broken == ()
    assert found.remarks == ("sources/note.txt has changed; 2 of 2 passages still stand",)


def test_a_passage_whose_words_changed_is_broken(harbour: Harbour) -> None:
    harbour.build()
    harbour.change("sources/note.txt", "40 ships", "44 ships")
    found = verified(harbour)
    assert found.broken == (
        "the passage ships no longer stands in sources/note.txt: “The harbour holds 40 ships”",
    )


def test_a_source_that_is_gone_is_said(harbour: Harbour) -> None:
    harbour.build()
    (harbour.root / "sources" / "letter.txt").unlink()
    assert verified(harbour).broken == (
        "sources/letter.txt cannot be read: its 1 passage could not be looked up",
    )


def test_an_old_edition_is_held_to_its_own_outline(harbour: Harbour) -> None:
    """Passages are those that it quoted, whatever the outline says today."""
    harbour.build()
    harbour.change("outline.yaml", "Fog closed it for two days in March", "It was built in 1901")
    harbour.build()
    assert verified(harbour).broken == ()


def test_without_a_workspace_the_files_are_looked_at(harbour: Harbour) -> None:
    harbour.build()
    found = verify(harbour.archive(), "2025-01-12", None, RealWorld())
    assert (found.files, found.passages, found.broken) == (4, 0, ())
    assert "sources not looked at" in found.remarks[0]
