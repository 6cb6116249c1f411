"""Real edits by a real editor: LibreOffice edits a brief as people do, saves it, and the draft is pulled.

These tests need LibreOffice and a Python that has its `uno`; where either is missing they say so and are
skipped. All of them share one run of LibreOffice.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from briefgen.drafts.redline import merge_draft
from briefgen.drafts.word.reading import read
from briefgen.text.tokens import text_of
from tests.drafts.briefs import OUTLINE, assembled, pulled, sent
from tests.drafts.margin.test_margin import TRACKED as TRACKED_EDITS
from tests.drafts.margin.test_margin import in_word
from tests.drafts.margin.test_margin import words as words_of_outline
from tests.drafts.test_pull import FIRST, LAST, SECOND, changed

PYTHON = "/usr/bin/python3"
THOUGHT = '      - "A new thought: it matters."\n'
JOINED = (
    "      - >-\n        The army has around 1.2 million people under arms. [@strength] It is large and old. "
    "Some 12,000 troops\n        went east in December, by rail and by ship. [see @troops, on the railways] "
    "Nobody has said *when* they\n        return.\n"
)

Steps = list[list[Any]]

EDITS: dict[str, tuple[Steps, str]] = {
    "nothing": ([], OUTLINE),
    "retype": ([["retype", "large and old", "vast and old"]], changed(("large and old", "vast and old"))),
    "delete": ([["delete", "Some 12,000"]], changed((SECOND, ""))),
    "insert": (
        [["insert_after", "large and old", "A new thought: it matters."]],
        changed((FIRST, FIRST + THOUGHT)),
    ),
    "move": ([["move", "The last word", "large and old"]], changed((LAST, ""), (FIRST, FIRST + LAST))),
    "split": (
        [["split", "Nobody has said"]],
        changed(("        Nobody has", "      - Nobody has")),
    ),
    "join": ([["join", "Some 12,000"]], changed((FIRST + SECOND, JOINED))),
    "bold": ([["bold", "large and old"]], changed(("large and old", "**large and old**"))),
    "italic": ([["italic", "large and old"]], changed(("large and old", "*large and old*"))),
    "a note by hand": (
        [["note", "large and old.", "Said in a talk."]],
        changed((FIRST, FIRST + "      - note: Said in a talk.\n")),
    ),
    "a note that cites": (
        [["note", "large and old.", "See: between 5 and 8 million shells were sent"]],
        changed(("large and old.", "large and old. [@shells]")),
    ),
    "a cell": (
        [["cell", 0, "B3", "5 to 9 million"]],
        changed(("[Shells, 5 to 8 million]", "[Shells, 5 to 9 million]")),
    ),
    "a row": (
        [["row", 0, "Ships", "none"]],
        changed(("5 to 8 million]\n", "5 to 8 million]\n            - [Ships, none]\n")),
    ),
    "an item": (
        [["insert_after", "The navy is small.", "The air force is old."]],
        changed(
            ("navy is small. [@strength]\n", "navy is small. [@strength]\n        - The air force is old.\n")
        ),
    ),
    "a title": (
        [["retype", "Lessons", "Lessons learned"]],
        changed(("title: Lessons", "title: Lessons learned")),
    ),
    "a section": (
        [
            ["insert_after", "No source gives the number of ships.", "A new section", "Heading 1"],
            ["insert_after", "A new section", "With a text.", "Text body"],
        ],
        changed(
            (
                "      - gap: No source gives the number of ships.\n",
                "      - gap: No source gives the number of ships.\n"
                "  - id: a-new-section\n    title: A new section\n    body:\n      - With a text.\n",
            )
        ),
    ),
}
TRACKED = ["retype", "delete", "insert", "move", "split", "join", "bold"]
DELIVERED = ["nothing", "retype", "delete", "insert", "split", "a row", "tracked delete", "tracked move"]
TODAY = (
    OUTLINE.replace("it is early", "it is still early")
    .replace("          - Guns come last.\n", "          - Guns come last.\n          - Words too.\n")
    .replace("      - gap: No source", "      - A line of its own. [@shells]\n      - gap: No source")
)

SETTLING: dict[str, Steps] = {"untouched": [], "accepted": [["accept_all"]], "rejected": [["reject_all"]]}


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the brief as LibreOffice saved it after each edit."""
    if shutil.which("soffice") is None or not Path(PYTHON).exists():
        pytest.skip("LibreOffice is not installed")
    if subprocess.run([PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode:
        pytest.skip(f"{PYTHON} has no uno: install python3-uno")
    folder = tmp_path_factory.mktemp("office")
    (folder / "sent.docx").write_bytes(sent().saved())
    files = []
    for name, (steps, _) in EDITS.items():
        for kind in ("", "tracked ") if name in TRACKED else ("",):
            given = [["track", True], *steps] if kind else steps
            saved = str(folder / f"{kind}{name}.docx")
            files.append({"file": str(folder / "sent.docx"), "save": saved, "steps": given})
    run_office(folder, files)
    return folder


def run_office(folder: Path, files: list[dict[str, Any]]) -> list[dict[str, list[str]]]:
    done = subprocess.run(
        [PYTHON, str(Path(__file__).with_name("office.py"))],
        input=json.dumps({"files": files, "profile": str(folder / "profile")}),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answers: list[dict[str, list[str]]] = json.loads(done.stdout)
    return answers


@pytest.mark.parametrize("name", [*EDITS, *(f"tracked {name}" for name in TRACKED)])
def test_an_edit_made_in_libreoffice_comes_back(office: Path, name: str) -> None:
    data = (office / f"{name}.docx").read_bytes()
    assert not read(data)[1]
    result = pulled(data)
    assert result.outline == EDITS[name.removeprefix("tracked ")][1]
    assert not result.conflicts
    assert not result.unplaced
    assert bool(result.edits) == (name != "nothing")
    assert bool(result.pending) == (name.startswith("tracked") and not name.endswith("bold"))


def test_libreoffice_shows_the_merge_when_all_is_accepted_and_the_draft_when_all_is_rejected(
    office: Path,
) -> None:
    files, comments = [], {}
    for name in DELIVERED:
        draft, _ = read((office / f"{name}.docx").read_bytes())
        assert draft is not None
        data = merge_draft(draft, assembled().document, assembled(TODAY).document)
        again, _ = read(data)
        assert again is not None
        comments[name] = [comment.text for comment in again.comments]
        path = office / f"delivered {name}.docx"
        path.write_bytes(without_comments(data))
        files += [{"file": str(path), "steps": [[step]]} for step in ("accept_all", "reject_all")]
    shown = iter(run_office(office, files))
    for name in DELIVERED:
        delivered, _ = read((office / f"delivered {name}.docx").read_bytes())
        edited, _ = read((office / f"{name}.docx").read_bytes())
        assert delivered is not None and edited is not None
        accepted, rejected = next(shown)["text"], next(shown)["text"]
        assert squeezed(accepted) == words(delivered.accepted), name
        told = [*accepted, *comments[name]]
        assert "A line of its own." in accepted and any("it is still early" in text for text in told), name
        assert squeezed(rejected) == words(edited.original), name


@pytest.fixture(scope="session")
def shown_again(tmp_path_factory: pytest.TempPathFactory, office: Path) -> Path:
    """Drafts that show changes again, as LibreOffice saved them: untouched, all accepted, all rejected."""
    folder = tmp_path_factory.mktemp("shown-again")
    files = []
    for name, (edit, _) in TRACKED_EDITS.items():
        first = pulled(edit(sent()))
        assert first.outline is not None
        path = folder / f"{name}.docx"
        path.write_bytes(in_word(first.margin.remarks, first.outline).saved())
        for kind, steps in SETTLING.items():
            files.append({"file": str(path), "save": str(folder / f"{name} {kind}.docx"), "steps": steps})
    run_office(folder, files)
    return folder


@pytest.mark.parametrize("name", TRACKED_EDITS)
def test_changes_shown_again_come_back_from_libreoffice_as_they_were_or_settled(
    shown_again: Path, name: str
) -> None:
    first = pulled(TRACKED_EDITS[name][0](sent()))
    assert first.outline is not None
    kept = first.margin.remarks
    results = {}
    for kind in SETTLING:
        data = (shown_again / f"{name} {kind}.docx").read_bytes()
        assert not read(data)[1]
        results[kind] = pulled(data, base=first.outline, kept=kept)
    assert results["untouched"].outline == results["accepted"].outline == first.outline
    assert results["untouched"].margin.remarks == kept
    assert words_of_outline(results["rejected"].outline or "") == words_of_outline(OUTLINE)
    for kind in ("accepted", "rejected"):
        assert len(results[kind].margin.settled) == len(kept)


def words(view: Any) -> list[str]:
    found = []
    for line in view.lines:
        found += [text_of(cell) for row in line.rows for cell in row] if line.rows else [text_of(line.tokens)]
    return squeezed(found)


def squeezed(lines: list[str]) -> list[str]:
    return [text for text in (" ".join(line.split()) for line in lines) if text]


def without_comments(data: bytes) -> bytes:
    """The file without comments: LibreOffice 7.4 without a screen ends when it opens a file that has some."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "word/document.xml":
                content = re.sub(rb"<w:commentRange(?:Start|End)[^>]*/>", b"", content)
                content = re.sub(rb"<w:r><w:commentReference[^>]*/></w:r>", b"", content)
            new.writestr(name, content)
    return out.getvalue()
