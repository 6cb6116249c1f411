"""Times briefgen beside its peers and prints a table. See README.md for what it means."""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from notes_on_page import notes_of
from workload import write

HERE = Path(__file__).resolve().parent
WORK = HERE / "made"
BIN = HERE.parent / ".venv" / "bin"
PEERS = WORK / "venv" / "bin"


@dataclass(frozen=True)
class Engine:
    """A command that reads `{folder}` and writes `{out}`; `longest` is the most sections that it is given."""

    name: str
    makes: str
    command: str
    longest: int = 500


PLATYPUS = "ReportLab Platypus, endnotes"
PYTHON_DOCX = "python-docx, no notes"

ENGINES = (
    Engine("briefgen", "pdf", f"{BIN}/briefgen build {{folder}} -o {{out}}.d --format pdf --force"),
    Engine(PLATYPUS, "pdf", f"{BIN}/python {HERE}/peers/platypus.py {{folder}} {{out}}"),
    Engine(
        "pdflatex, one pass",
        "pdf",
        "pdflatex -interaction=batchmode -output-directory {out}.d {folder}/brief.tex",
    ),
    Engine(
        "xelatex, one pass",
        "pdf",
        "xelatex -interaction=batchmode -output-directory {out}.d {folder}/brief-xe.tex",
    ),
    Engine("Typst", "pdf", f"{PEERS}/python {HERE}/peers/typst_file.py {{folder}} {{out}}"),
    Engine("WeasyPrint", "pdf", f"{PEERS}/weasyprint -q {{folder}}/brief.html {{out}}", 50),
    Engine("pandoc, pdflatex", "pdf", "pandoc {folder}/brief.md -o {out} --pdf-engine=pdflatex"),
    Engine(
        "LibreOffice, from Word",
        "pdf",
        "soffice --headless -env:UserInstallation=file://{out}.profile --convert-to pdf "
        "--outdir {out}.d {folder}/brief.docx",
    ),
    Engine("briefgen", "docx", f"{BIN}/briefgen build {{folder}} -o {{out}}.d --format docx --force"),
    Engine(PYTHON_DOCX, "docx", f"{BIN}/python {HERE}/peers/python_docx.py {{folder}} {{out}}"),
    Engine("docxtpl, no notes", "docx", f"{PEERS}/python {HERE}/peers/docxtpl_file.py {{folder}} {{out}}"),
    Engine("npm docx", "docx", f"node {HERE}/peers/npm_docx.js {{folder}} {{out}}"),
    Engine("pandoc", "docx", "pandoc {folder}/brief.md -o {out}"),
)


@dataclass(frozen=True)
class Run:
    """One run of a whole process: seconds of wall and processor time, megabytes of memory, exit code."""

    wall: float
    cpu: float
    memory: float
    code: int


def run(command: str) -> Run:
    start = time.perf_counter()
    child = os.fork()
    if child == 0:
        silent = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(silent, stream)
        os.execvp("/bin/sh", ["/bin/sh", "-c", f"exec {command}"])
    _, status, used = os.wait4(child, 0)
    wall = time.perf_counter() - start
    return Run(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status))


def made_file(engine: Engine, out: Path) -> Path | None:
    if out.is_file():
        return out
    found = sorted(path for path in Path(f"{out}.d").rglob(f"*.{engine.makes}") if not path.is_symlink())
    return found[0] if found else None


def make_word_file(folder: Path) -> None:
    """The Word file that LibreOffice turns into a PDF."""
    engine = next(engine for engine in ENGINES if engine.makes == "docx")
    out = WORK / "out" / "for-libreoffice.docx"
    shutil.rmtree(f"{out}.d", ignore_errors=True)
    run(engine.command.format(folder=folder, out=out))
    made = made_file(engine, out)
    if made is not None:
        shutil.copyfile(made, folder / "brief.docx")


def measure(engine: Engine, folder: Path, runs: int) -> tuple[list[Run], str]:
    out = WORK / "out" / f"{engine.name.split(',')[0].replace(' ', '-')}-{folder.name}.{engine.makes}"
    counted = []
    for _ in range(runs):
        out.unlink(missing_ok=True)
        shutil.rmtree(f"{out}.d", ignore_errors=True)
        Path(f"{out}.d").mkdir(parents=True)
        counted.append(run(engine.command.format(folder=folder, out=out)))
    made = made_file(engine, out)
    if made is None:
        return counted, f"failed, exit code {counted[-1].code}"
    notes = notes_of(made)
    pages = f"{notes.pages} pages, " if notes.pages else ""
    return counted, f"{pages}{notes.missing} missing, {notes.elsewhere} elsewhere of {notes.marks}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sections", default="1,5,50")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", default="", help="engines whose names hold one of these words, with commas")
    arguments = parser.parse_args()
    chosen = [e for e in ENGINES if not arguments.only or any(w in e.name for w in arguments.only.split(","))]
    for count in map(int, arguments.sections.split(",")):
        folder = WORK / f"n{count}"
        write(count, folder)
        make_word_file(folder)
        print(f"\n### {count} section{'s' * (count != 1)}\n")
        print("| makes | engine | seconds | ratio | MB | notes |\n| --- | --- | ---: | ---: | ---: | --- |")
        base: dict[str, float] = {}
        rows = []
        for engine in chosen:
            if count > engine.longest:
                continue
            if shutil.which(engine.command.split()[0]) is None:
                rows.append((engine, None, "not installed"))
                continue
            counted, notes = measure(engine, folder, arguments.runs)
            rows.append((engine, counted, notes))
            if engine.name in (PLATYPUS, PYTHON_DOCX):
                base[engine.makes] = statistics.median(one.wall for one in counted)
        for engine, runs, notes in rows:
            if runs is None:
                print(f"| {engine.makes} | {engine.name} | | | | {notes} |")
                continue
            wall = statistics.median(one.wall for one in runs)
            ratio = f"{wall / base[engine.makes]:.2f}" if engine.makes in base else ""
            memory = max(one.memory for one in runs)
            print(f"| {engine.makes} | {engine.name} | {wall:.2f} | {ratio} | {memory:.0f} | {notes} |")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
