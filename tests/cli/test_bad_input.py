"""Bad input: what a person gets to read, and that nothing built before is touched.

Each file of tests/cases/bad_input is one case: a sentence that says what is wrong, then the files of a
workspace, then what `briefgen build` says of them and its exit code.

    A passage that the text cites is misspelt.
    --- outline.yaml
    title: …
    --- expect 2
    outline.yaml:9:5: error …

Files that a case leaves out are those of `_standard.txt`. `--- NAME bytes` holds a file in which `\\xNN` is
a byte, `--- NAME -> TARGET` is a link. After a change of wording,

    pytest tests/cli/test_bad_input.py --accept

writes what is said now into the cases; read the difference as a new user would before committing it.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefgen.cli import main
from tests.conftest import Expect

CASES = Path(__file__).parents[1] / "cases" / "bad_input"
STANDARD = CASES / "_standard.txt"
FORMER = {"outputs/brief/brief.md": b"# The former edition\n", "outputs/brief/brief.pdf": b"%PDF former"}

_PART = re.compile(r"^--- (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case as read: its files by name, its links, and the text before what is expected."""

    given: str
    expected: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)


def read_case(path: Path) -> Case:
    text = path.read_text(encoding="utf-8")
    given, marker, expected = text.partition("--- expect")
    case = Case(given=given, expected=marker + expected)
    parts = _PART.split(given)[1:]
    for head, body in zip(parts[::2], parts[1::2], strict=True):
        name, _, kind = head.partition(" ")
        if kind.startswith("->"):
            case.links[name] = kind.removeprefix("->").strip()
        elif kind == "bytes":
            pieces = re.split(r"\\x([0-9a-f]{2})", body)
            case.files[name] = b"".join(
                bytes.fromhex(piece) if place % 2 else piece.encode() for place, piece in enumerate(pieces)
            )
        else:
            case.files[name] = body.encode()
    return case


def lay_out(case: Case, folder: Path) -> Path:
    """The case's workspace, a folder `brief` with what stands beside it."""
    root = folder / "brief"
    for name, data in {**read_case(STANDARD).files, **FORMER, **case.files}.items():
        path = root / name
        if name not in case.links:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for name, target in case.links.items():
        (root / name).symlink_to(target)
    return root


def build(root: Path, monkeypatch: pytest.MonkeyPatch, *arguments: str) -> Result:
    monkeypatch.chdir(root)
    return CliRunner().invoke(main, ["build", "outline.yaml", *arguments])


def files_in(root: Path) -> dict[str, bytes]:
    """All files but the lock that keeps two builds apart."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def names() -> list[str]:
    return sorted(path.stem for path in CASES.glob("[!_]*.txt"))


@pytest.mark.parametrize("name", names())
def test_what_is_said(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, expect: Expect) -> None:
    path = CASES / f"{name}.txt"
    case = read_case(path)
    root = lay_out(case, tmp_path)
    before = files_in(root)
    result = build(root, monkeypatch)
    assert "Traceback" not in result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert files_in(root) == before, "nothing may be written where an input is wrong"
    said = result.stderr.replace(str(tmp_path), "/home/you")
    expect(path, f"{case.given}--- expect {result.exit_code}\n{said}")
    assert result.exit_code in (1, 2)
    assert not result.stdout


def test_the_standard_case_builds(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = build(lay_out(read_case(STANDARD), tmp_path), monkeypatch, "--format", "md,json")
    assert result.exit_code == 0, result.stderr
    assert "The ferry carried 1,200 people.[^1]" in (tmp_path / "brief/outputs/brief/brief.md").read_text()


@pytest.mark.parametrize("nested", ["[" * 100_000, "{a: " * 50_000, "- " * 100_000, "? " * 100_000])
def test_nesting_without_end_is_told_and_not_followed(
    nested: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(Case(given="", files={"outline.yaml": nested.encode()}), tmp_path)
    result = build(root, monkeypatch)
    assert result.exit_code == 2
    assert "outline.yaml:1:" in result.stderr
    assert "nested more than 64 levels deep" in result.stderr


def test_html_is_shown_as_it_was_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = read_case(STANDARD).files["outline.yaml"].decode()
    typed = "<script>alert(1)</script> <b>carried</b> &amp; <!-- a remark -->"
    outline = outline.replace("- The ferry carried", f"- {typed} The ferry carried")
    root = lay_out(Case(given="", files={"outline.yaml": outline.encode()}), tmp_path)
    result = build(root, monkeypatch, "--format", "json")
    assert result.exit_code == 0, result.stderr
    shown = "<script>alert(1)</script> <b>carried</b> & <!-- a remark -->"
    assert shown in (root / "outputs/brief/brief.json").read_text()


def test_an_outline_that_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "otline.yaml"])
    assert (result.exit_code, result.stderr) == (2, "error: there is no file otline.yaml\n")


def test_a_folder_without_an_outline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, ["build", "."])
    assert (result.exit_code, result.stderr) == (
        2,
        "error: there is no outline.yaml in .; give one of another name itself\n",
    )

    (tmp_path / "brief.yaml").touch()
    (tmp_path / "other.yml").touch()
    result = CliRunner().invoke(main, ["build"])
    assert (result.exit_code, result.stderr) == (
        2,
        "error: no outline found here: give one (there are: brief.yaml, other.yml), "
        "or make a workspace with “briefgen init”\n",
    )


def test_a_name_as_long_as_the_disk_allows_is_one_like_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(Case(given=""), tmp_path)
    (root / "outline.yaml").rename(root / f"{'x' * 250}.yaml")
    monkeypatch.chdir(root)
    result = CliRunner().invoke(main, ["build", f"{'x' * 250}.yaml", "--format", "md"])
    assert (result.exit_code, result.exception) == (0, None), result.output


def test_a_file_where_the_folder_of_outputs_is_wanted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = lay_out(Case(given=""), tmp_path)
    shutil.rmtree(root / "outputs")
    (root / "outputs").touch()
    result = build(root, monkeypatch)
    assert result.exit_code == 4
    assert result.stderr.endswith(f"{root / 'outputs'} is not a folder\n")


def test_a_name_too_long_for_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = read_case(STANDARD).files["outline.yaml"].replace(b"sources.yaml", b"s" * 5000 + b".yaml")
    result = build(lay_out(Case(given="", files={"outline.yaml": outline}), tmp_path), monkeypatch)
    assert result.exit_code == 2
    assert "outline.yaml:3:11: error WS10" in result.stderr


def test_a_broken_picture_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outline = read_case(STANDARD).files["outline.yaml"] + b"      - figure: {image: dock.jpg, alt: A dock}\n"
    files = {"outline.yaml": outline, "dock.jpg": b"\xff\xd8\xff\xe0 and nothing more"}
    result = build(lay_out(Case(given="", files=files), tmp_path), monkeypatch)
    assert result.exit_code == 2
    assert "error OL142: the JPEG “dock.jpg” is cut short or damaged" in result.stderr
    assert "outline.yaml:11:25: error OL142" in result.stderr


def test_a_link_that_leads_to_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = build(lay_out(Case(given="", links={"log.txt": "log.txt"}), tmp_path), monkeypatch)
    assert result.exit_code == 2
    assert "sources.yaml:3:11: error WS102: there is no file “log.txt”" in result.stderr


def test_as_a_program_of_its_own(tmp_path: Path) -> None:
    """What the shell sees: the exit code, findings on standard error, nothing on standard output."""
    root = lay_out(read_case(CASES / "unknown_key.txt"), tmp_path)
    program = [str(Path(sys.executable).with_name("briefgen")), "build", "outline.yaml"]
    done = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("outline.yaml:4:1: error OL103: an outline has no key “sectoins”\n")
