"""What an editor leaves of the file's memory when somebody opens the file and saves it."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from briefgen.rendering.docx import render
from briefgen.rendering.docx.identity import NAMESPACE, read_base
from briefgen.rendering.theme import Theme
from tests.rendering.docx.reading import Read, W, read
from tests.samples import every_block

pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """The sample, opened by LibreOffice and saved as .docx."""
    folder = tmp_path_factory.mktemp("saved")
    (folder / "sent.docx").write_bytes(render(every_block(), Theme()).data)
    call = ["soffice", "--headless", f"-env:UserInstallation=file://{folder / 'profile'}", "--convert-to"]
    target = ["docx:MS Word 2007 XML", "--outdir", str(folder / "back"), str(folder / "sent.docx")]
    subprocess.run([*call, *target], check=True, capture_output=True, timeout=120)
    return read((folder / "back" / "sent.docx").read_bytes())


def bookmarks(file: Read) -> list[str]:
    root = file.root("word/document.xml")
    ended = {one.get(f"{W}id") for one in root.iter(f"{W}bookmarkEnd")}
    found = [one for one in root.iter(f"{W}bookmarkStart") if one.get(f"{W}id") in ended]
    return sorted(one.get(f"{W}name", "") for one in found)


def test_every_bookmark_is_there_once_with_its_end(saved: Read) -> None:
    assert bookmarks(saved) == bookmarks(read(render(every_block(), Theme()).data))


def test_bookmarks_still_hold_their_words(saved: Read) -> None:
    assert saved.bookmarked("bg_gap_1") == "Gap"
    assert saved.bookmarked("bg_branches") == "Ground Forces."
    assert saved.bookmarked("bg_estimates") == "Quantity"
    assert saved.bookmarked("bgc_estimates") == "Who says what"


def test_the_base_is_whole(saved: Read) -> None:
    parts = [data for name, data in saved.parts.items() if NAMESPACE.encode() in data and "Props" not in name]
    assert [read_base(part) for part in parts if b"<base" in part] == [every_block()]


def test_the_name_of_the_edition_is_kept(saved: Read) -> None:
    assert b"briefgen.edition" in saved.parts["docProps/custom.xml"]


def test_the_notes_are_whole(saved: Read) -> None:
    assert saved.notes()[-14:] == read(render(every_block(), Theme()).data).notes()
