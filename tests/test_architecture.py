"""The house as docs/architecture.md draws it: who may import whom, and who may touch the world."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.cli import COMMANDS

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "briefgen"

FLOORS = (
    "cli",
    "schedule",
    "editions",
    "drafts",
    "rendering",
    "checking",
    "assembling",
    "citing",
    "anchoring",
    "sources",
    "outline",
    "model",
    "text",
    "diagnostics",
    "world",
    "values",
)
"""From the top of the house to its ground; a room imports only itself and rooms below it."""

SHARED_BY_RENDERERS = ("theme", "result", "charts", "ties")

MAY_TOUCH_THE_WORLD = ("world", "cli", "schedule/ledger")
"""Rooms and modules that may use the disk, the network, the clock or the environment."""

WORLDLY_MODULES = {"sqlite3", "time", "socket", "subprocess", "tempfile", "shutil", "urllib.request"}
WORLDLY_METHODS = {"read_text", "read_bytes", "write_text", "write_bytes", "mkdir", "unlink", "cwd", "utcnow"}
PURE_PARTS_OF_OS = {"os.sep", "os.PathLike", "os.fspath", "os.path.normpath", "os.path.relpath"}
IN_MEMORY = {"anchoring/searching": "sqlite3"}
"""Full-text search keeps its index in memory."""

HEAVY = {"reportlab", "docx", "pikepdf", "uharfbuzz", "lxml", "yaml", "jinja2", "markdown_it", "rapidfuzz"}
HEAVY |= {"rich", "PIL"}

MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(module: Path) -> str:
    return module.relative_to(PACKAGE).with_suffix("").as_posix()


def room_of(name: str) -> str:
    return name.split("/")[0]


def imports(module: Path, *, typed: bool = True) -> Iterator[tuple[str, int]]:
    """The modules of briefgen and others that a module imports, wherever it does so, with the line.

    Without `typed`, those are left out that only a type checker follows.
    """
    tree = ast.parse(module.read_text(encoding="utf-8"))
    checks = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
    ]
    unseen = set() if typed else {inner for node in checks for inner in ast.walk(node)}
    for node in ast.walk(tree):
        if node in unseen:
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield alias.name, node.lineno
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert not node.level, f"{module}:{node.lineno} imports relatively"
            yield node.module, node.lineno
            for alias in node.names:
                yield f"{node.module}.{alias.name}", node.lineno


def own_imports(module: Path, *, typed: bool = True) -> Iterator[tuple[str, int]]:
    """Imports of briefgen's own modules, by name as `name_of` gives it."""
    for imported, line in imports(module, typed=typed):
        if imported.startswith("briefgen."):
            yield imported.removeprefix("briefgen.").replace(".", "/"), line


def test_every_room_has_its_floor() -> None:
    rooms = {room_of(name_of(module)) for module in MODULES} - {"__init__", "__main__"}
    assert rooms == set(FLOORS) & rooms, f"rooms without a floor: {rooms - set(FLOORS)}"


@pytest.mark.parametrize("room", FLOORS)
def test_a_room_imports_only_rooms_below_it(room: str) -> None:
    above = set(FLOORS[: FLOORS.index(room)])
    wrong = [
        f"{name_of(module)}:{line} imports {imported}"
        for module in MODULES
        if room_of(name_of(module)) == room
        for imported, line in own_imports(module)
        if room_of(imported) in above
    ]
    assert not wrong


def test_renderers_never_import_one_another() -> None:
    wrong = []
    for module in MODULES:
        name = name_of(module)
        if not name.startswith("rendering/"):
            continue
        own = name.split("/")[1]
        for imported, line in own_imports(module):
            parts = imported.split("/")
            if parts[0] == "rendering" and len(parts) > 1 and parts[1] not in (own, *SHARED_BY_RENDERERS):
                wrong.append(f"{name}:{line} imports {imported}")
    assert not wrong


def test_drafts_are_read_then_merged_then_written() -> None:
    """Reading Word knows nothing of merging, and merging nothing of how the outline is typed."""
    above = {"word": ("merging", "rewriting"), "merging": ("rewriting",)}
    wrong = [
        f"{name_of(module)}:{line} imports {imported}"
        for module in MODULES
        for folder, forbidden in above.items()
        if name_of(module).startswith(f"drafts/{folder}/")
        for imported, line in own_imports(module)
        if imported.startswith(tuple(f"drafts/{each}/" for each in forbidden))
    ]
    assert not wrong


def test_no_modules_import_one_another_in_a_circle() -> None:
    """Not even where an import waits in a function; what only types need does not count."""
    names = {name_of(module) for module in MODULES}
    imported = {
        name_of(module): {each for each, _ in own_imports(module, typed=False)} & names for module in MODULES
    }
    while free := {name for name, needed in imported.items() if not needed & imported.keys()}:
        imported = {name: needed for name, needed in imported.items() if name not in free}
    assert not imported


def worldly(module: Path) -> Iterator[str]:
    """The places where a module reaches for the disk, the network, the clock or the environment."""
    name = name_of(module)
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        match node:
            case ast.Attribute() if _part_of_os(node) and _part_of_os(node) not in PURE_PARTS_OF_OS:
                yield f"{name}:{node.lineno} uses {_part_of_os(node)}"
            case ast.Call(func=ast.Name(id="open")):
                yield f"{name}:{node.lineno} calls open()"
            case ast.Call(func=ast.Attribute(attr=attr)) if attr in WORLDLY_METHODS:
                yield f"{name}:{node.lineno} calls {attr}()"
            case ast.Call(func=ast.Attribute(attr="now" | "today", value=ast.Name(id="datetime" | "date"))):
                yield f"{name}:{node.lineno} asks for the time"
    for imported, line in imports(module):
        if imported in WORLDLY_MODULES and IN_MEMORY.get(name) != imported:
            yield f"{name}:{line} imports {imported}"


def _part_of_os(node: ast.Attribute) -> str:
    """`os.replace` or `os.path.exists`, where a node is one; `os.path` by itself is no use of it."""
    written = ast.unparse(node)
    return written if written.startswith("os.") and written != "os.path" and written.count(".") < 3 else ""


def test_only_the_door_touches_the_world() -> None:
    wrong = [
        place
        for module in MODULES
        if not name_of(module).startswith(MAY_TOUCH_THE_WORLD)
        for place in worldly(module)
    ]
    assert not wrong


def test_no_module_is_a_drawer_for_odds_and_ends() -> None:
    drawers = {"utils", "util", "helpers", "helper", "common", "misc", "manager"}
    assert not [name_of(module) for module in MODULES if set(name_of(module).split("/")) & drawers]


@pytest.mark.parametrize(
    "call", ["import briefgen.cli", "import briefgen.cli; briefgen.cli.main(['--help'])"]
)
def test_help_comes_at_once(call: str) -> None:
    """Nothing heavy is imported before a command needs it."""
    report = f"import sys\ntry:\n    exec({call!r})\nexcept SystemExit:\n    pass\n"
    report += "print('modules', *sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    modules = set(done.stderr.split("modules", 1)[1].split())
    assert not modules & HEAVY


def test_importing_a_renderer_is_left_to_its_format() -> None:
    """Markdown and JSON are written without what PDF and Word need."""
    report = "import sys, briefgen.editions.rendering\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", report], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"reportlab", "docx", "pikepdf", "uharfbuzz", "PIL"}


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`briefgen {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_command_of_the_readme_is_there() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"`briefgen ([a-z]+)", readme)) <= set(COMMANDS)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_is_there_and_explains_itself(command: str) -> None:
    from click.testing import CliRunner

    from briefgen.cli import main

    result = CliRunner().invoke(main, [command, "--help"])
    assert result.exit_code == 0, result.output
    assert "Usage:" in result.output
