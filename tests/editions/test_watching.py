"""A watch: a build at each save, whatever is broken in between."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.editions.request import Built
from briefgen.editions.watching import watch
from briefgen.world import RealWorld, WorldError
from tests.editions.harbour import Harbour


class Desk(RealWorld):
    """A machine at which somebody does the next thing whenever the watch has nothing to do."""

    def __init__(self, *deeds: Callable[[], object]) -> None:
        self.deeds = list(deeds)
        self.idle = 0

    def wait(self, seconds: float) -> None:
        self.idle += 1
        if self.idle == 4 and self.deeds:
            self.idle = 0
            self.deeds.pop(0)()

    def going_on(self) -> bool:
        return self.idle < 12


def outcomes(harbour: Harbour, *deeds: Callable[[], object]) -> list[str]:
    desk = Desk(*deeds)
    found = []
    for built in watch(harbour.request("md"), desk, desk.going_on):
        assert not isinstance(built, WorldError), built
        found.append(f"{built.outcome} {built.edition}")
    return found


def test_each_save_is_built_and_only_the_last_edition_stays(harbour: Harbour) -> None:
    harbour.build()
    found = outcomes(
        harbour,
        lambda: harbour.change("outline.yaml", "A letter counts", "One letter counts"),
        lambda: harbour.change("outline.yaml", "One letter counts", "That letter counts"),
    )
    assert found == ["unchanged 2025-01-12", "published 2025-01-12.2", "published 2025-01-12.3"]
    assert harbour.archive().editions() == ["2025-01-12", "2025-01-12.3"]
    assert "That letter counts" in harbour.brief()
    assert "since the first edition of 12 January 2025" in harbour.brief()


def test_a_broken_state_is_said_and_survived(harbour: Harbour) -> None:
    harbour.build()
    text = harbour.outline.read_text("utf-8")
    found = outcomes(
        harbour,
        lambda: harbour.outline.write_text(text + "x: [", "utf-8"),
        lambda: harbour.outline.write_text(text, "utf-8"),
        lambda: (harbour.root / "sources" / "note.txt").rename(harbour.root / "away"),
        lambda: (harbour.root / "away").rename(harbour.root / "sources" / "note.txt"),
        lambda: harbour.outline.unlink(),
        lambda: harbour.outline.write_text(text, "utf-8"),
    )
    assert found == ["unchanged 2025-01-12", "failed 2025-01-12"] + [
        "unchanged 2025-01-12",
        "failed 2025-01-12",
    ] * 2 + ["unchanged 2025-01-12"]


def test_a_save_that_changes_nothing_builds_nothing(harbour: Harbour) -> None:
    found = outcomes(harbour, harbour.outline.touch, harbour.outline.touch)
    assert found == ["published 2025-01-12"]


def test_a_disk_that_fails_is_said_and_the_watch_goes_on(harbour: Harbour) -> None:
    outputs = harbour.root / "outputs"
    outputs.rmdir()
    outputs.write_text("not a folder", "utf-8")

    def mend() -> None:
        outputs.unlink()
        outputs.mkdir()
        harbour.change("outline.yaml", "A letter counts", "One letter counts")

    desk = Desk(mend)
    found = list(watch(harbour.request("md"), desk, desk.going_on))
    assert isinstance(found[0], WorldError)
    assert isinstance(found[1], Built) and found[1].outcome == "published"
