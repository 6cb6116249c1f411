"""The workspace: how far inputs may lie from their outline, and how paths are shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.editions.workspace import Workspace, workspace_of
from briefgen.outline.decoder import Located
from briefgen.outline.yaml_file import Mapping, Scalar, read
from briefgen.world import RealWorld
from briefgen.world.frozen import FrozenWorld


def world(*names: str) -> FrozenWorld:
    return FrozenWorld(files={Path(name): b"" for name in names})


def named(path: str) -> Located:
    """A path as an outline names it."""
    file, _ = read("outline.yaml", f"register: '{path}'\n".encode())
    assert isinstance(file.root, Mapping)
    scalar = file.root.entries[0].value
    assert isinstance(scalar, Scalar)
    return Located(file, scalar)


@pytest.mark.parametrize("sign", [".git/HEAD", "pyproject.toml", "briefgen.toml"])
def test_the_root_is_the_nearest_folder_with_a_sign(sign: str) -> None:
    here = world(f"/desk/{sign}", "/desk/a/b/outline.yaml")
    assert workspace_of(Path("/desk/a/b/outline.yaml"), here).root == Path("/desk")


def test_without_a_sign_the_root_is_the_outlines_own_folder() -> None:
    assert workspace_of(Path("/a/b/outline.yaml"), world("/a/b/outline.yaml")).root == Path("/a/b")


def test_the_whole_disk_is_never_the_root() -> None:
    here = world("/briefgen.toml", "/a/outline.yaml")
    assert workspace_of(Path("/a/outline.yaml"), here).root == Path("/a")


def test_a_root_may_be_given() -> None:
    here = world("/a/b/pyproject.toml", "/a/b/outline.yaml")
    assert workspace_of(Path("/a/b/outline.yaml"), here, Path("/a")).root == Path("/a")


def test_the_current_folder_is_the_root_where_it_is_wider(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a").mkdir()
    monkeypatch.chdir(tmp_path)
    space = workspace_of(Path("a/outline.yaml"), RealWorld())
    assert space.root == tmp_path.resolve()
    assert space.shown(space.outline) == "a/outline.yaml"
    assert space.shown(Path("/elsewhere/a")) == "/elsewhere/a"


def space_of(*names: str) -> Workspace:
    return Workspace(root=Path("/w"), outline=Path("/w/a/outline.yaml"), world=world(*names))


def test_a_file_is_named_from_the_file_that_names_it() -> None:
    space = space_of("/w/seeds/log.txt")
    assert space.place(space.outline, named("../seeds/log.txt")) == (Path("/w/seeds/log.txt"), [])


@pytest.mark.parametrize(
    "path",
    [
        "../../log.txt",
        "/etc/passwd",
        "../../w2/log.txt",
        "../a/../../../etc/passwd",
        "../a/../../../etc/passwd",
    ],
)
def test_nothing_outside_is_read(path: str) -> None:
    space = space_of("/log.txt", "/etc/passwd", "/w2/log.txt")
    place, (found,) = space.place(space.outline, named(path))
    assert place is None
    assert (found.code, str(found.span)) == ("WS101", "outline.yaml:1:11")


def test_a_link_that_leads_out_is_outside(tmp_path: Path) -> None:
    root = tmp_path / "w"
    root.mkdir()
    (tmp_path / "private.txt").touch()
    (root / "log.txt").symlink_to("../private.txt")
    space = Workspace(root=root.resolve(), outline=root.resolve() / "outline.yaml", world=RealWorld())
    (found,) = space.place(space.outline, named("log.txt"))[1]
    assert found.code == "WS101"
    assert found.message == (
        f"“log.txt” leads to {tmp_path.resolve() / 'private.txt'}, outside the workspace"
    )


def test_a_file_that_is_not_there() -> None:
    place, (found,) = space_of().place(Path("/w/a/outline.yaml"), named("log.txt"))
    assert place is None
    assert (found.code, found.message) == ("WS102", "there is no file “log.txt”")
    assert "a/log.txt" in found.hint


def test_paths_from_the_root_are_the_same_wherever_it_lies() -> None:
    assert space_of().relative(Path("/w/a/b.txt")) == "a/b.txt"
    assert space_of().relative(Path("/elsewhere/b.txt")) == "b.txt"
