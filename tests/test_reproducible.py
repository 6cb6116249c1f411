"""Equal inputs give equal bytes: whatever the hash seed, the time zone, the folder and the day."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pypdfium2
import pytest

from tests.first_brief import OUTLINE, ROOT, SEEDS, THEME

PROGRAM = Path(sys.executable).with_name("briefgen")
FORMATS = ("pdf", "docx", "html", "md", "json")


def build(outline: Path, output: Path, *, cwd: Path, variables: Mapping[str, str]) -> dict[str, bytes]:
    """The bytes of each format, made by a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    call = [str(PROGRAM), "build", os.path.relpath(outline, cwd), "-o", str(output), "--force"]
    done = subprocess.run(
        [*call, "--format", ",".join(FORMATS)],
        cwd=cwd,
        env=kept | dict(variables),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    folder = output / "dprk-russia"
    return {format: (folder / f"dprk-russia.{format}").read_bytes() for format in FORMATS}


def copy_of_the_brief(folder: Path) -> Path:
    """The outline in a workspace of its own, with nothing of the checkout around it."""
    for part in (OUTLINE.parent, SEEDS):
        shutil.copytree(part, folder / part.relative_to(ROOT))
    shutil.copy(THEME, folder / THEME.relative_to(ROOT))
    (folder / "briefgen.toml").touch()
    return folder / OUTLINE.relative_to(ROOT)


@pytest.fixture(scope="module")
def twice(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """Two builds that differ in all that should not count."""
    first, second, third = (tmp_path_factory.mktemp(name) for name in ("first", "second", "elsewhere"))
    here = {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C"}
    there = {"PYTHONHASHSEED": "2", "TZ": "America/Los_Angeles", "LANG": "C.UTF-8", "PYTHONOPTIMIZE": "1"}
    copied = copy_of_the_brief(second / "a" / "b")
    return (
        build(OUTLINE, first, cwd=ROOT, variables=here),
        build(copied, third, cwd=third, variables=there),
    )


@pytest.mark.parametrize("format", FORMATS)
def test_two_builds_are_the_same_to_the_byte(
    format: str, twice: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    first, second = twice
    assert first[format] == second[format]


def dates(files: Mapping[str, bytes]) -> tuple[list[str], list[str]]:
    """The dates in the metadata of the Word file, and of the PDF."""
    with zipfile.ZipFile(io.BytesIO(files["docx"])) as package:
        core = package.read("docProps/core.xml").decode()
    word = re.findall(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", core)
    document = pypdfium2.PdfDocument(files["pdf"])
    return word, [document.get_metadata_value(key) for key in ("CreationDate", "ModDate")]


def test_the_files_are_dated_by_the_brief(twice: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    word, pdf = dates(twice[0])
    assert set(word) == {"2025-01-20T00:00:00Z"}
    assert pdf == ["D:20250120000000Z"] * 2


def test_source_date_epoch_is_honoured(
    tmp_path: Path, twice: tuple[dict[str, bytes], dict[str, bytes]]
) -> None:
    files = build(OUTLINE, tmp_path, cwd=ROOT, variables={"SOURCE_DATE_EPOCH": "1700000000"})
    word, pdf = dates(files)
    assert set(word) == {"2023-11-14T22:13:20Z"}
    assert pdf == ["D:20231114221320Z"] * 2
    assert files["md"] == twice[0]["md"], "what a reader reads has no date of making"


def test_a_source_date_epoch_that_is_none(tmp_path: Path) -> None:
    done = subprocess.run(
        [str(PROGRAM), "build", str(OUTLINE), "-o", str(tmp_path)],
        env={**os.environ, "SOURCE_DATE_EPOCH": "yesterday"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 4
    assert "SOURCE_DATE_EPOCH is not a number of seconds: 'yesterday'" in done.stderr
    assert "Traceback" not in done.stderr
    assert not [path for path in tmp_path.rglob("*") if path.suffix in (".pdf", ".docx")]
