"""How many notes of a file stand on another page than their mark, or nowhere."""

from __future__ import annotations

import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path

_TOKEN = re.compile(r"([CQ])(S\d{4}N\d{2})")


@dataclass(frozen=True)
class Notes:
    """`pages` is 0 for Word; `missing` notes are nowhere, `elsewhere` on another page than their mark."""

    pages: int
    marks: int
    missing: int
    elsewhere: int


def notes_of(path: Path) -> Notes:
    return _of_pdf(path) if path.suffix == ".pdf" else _of_word(path)


def _of_pdf(path: Path) -> Notes:
    text = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    ).stdout
    pages = text.split("\f")[:-1]
    marks: dict[str, int] = {}
    notes: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for kind, name in _TOKEN.findall(page):
            (marks if kind == "C" else notes).setdefault(name, number)
    elsewhere = sum(notes[name] != page for name, page in marks.items() if name in notes)
    return Notes(len(pages), len(marks), len(marks.keys() - notes.keys()), elsewhere)


def _of_word(path: Path) -> Notes:
    with zipfile.ZipFile(path) as package:
        body = package.read("word/document.xml").decode()
        has_notes = "word/footnotes.xml" in package.namelist()
        notes = package.read("word/footnotes.xml").decode() if has_notes else ""
    marks = {name for kind, name in _TOKEN.findall(body) if kind == "C"}
    found = {name for kind, name in _TOKEN.findall(notes) if kind == "Q"}
    return Notes(0, len(marks), len(marks - found), 0)
