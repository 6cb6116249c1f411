"""A synthetic brief of N sections in the input format of every engine. The same N gives the same bytes.

Each reference is preceded by the token C<id>, and each note holds Q<id>, so that the pages can be checked.
"""

from __future__ import annotations

import json
import random
import re
import sys
from dataclasses import dataclass
from html import escape
from pathlib import Path

SEEDS = Path(__file__).parents[1] / "seeds"


@dataclass(frozen=True)
class Note:
    id: str
    paragraph: int
    quote: str

    @property
    def text(self) -> str:
        return f"“Synthetic Source,” para. {self.paragraph}: “{self.quote}”."


@dataclass(frozen=True)
class Section:
    title: str
    paragraphs: tuple[tuple[tuple[str, str], ...], ...]
    notes: tuple[Note, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def words_of_the_seeds() -> list[str]:
    text = " ".join(path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt")))
    return [word.lower() for word in re.findall(r"[A-Za-z]{2,}", text)]


def sections(count: int) -> list[Section]:
    """Runs of a paragraph are ("text" | "strong" | "note", words or note id)."""
    draw, pool = random.Random(f"briefgen {count}"), words_of_the_seeds()
    made, notes_so_far = [], 0

    def sentence(length: int) -> list[str]:
        words = draw.choices(pool, k=length)
        return [words[0].capitalize(), *words[1:-1], words[-1] + "."]

    for number in range(1, count + 1):
        shares = [1, 2, 1, 2, 1, 1]
        draw.shuffle(shares)
        paragraphs, notes = [], []
        for share in shares:
            words = [word for _ in range(5) for word in sentence(14)]
            runs = [("text", " ".join(words[:6]) + " "), ("strong", " ".join(words[6:8]))]
            at = 8
            for place in sorted(draw.sample(range(20, len(words) - 2), share)):
                notes_so_far += 1
                note = Note(f"S{number:04d}N{len(notes) + 1:02d}", notes_so_far, "")
                quote = f"Q{note.id} " + " ".join(draw.choices(pool, k=15))
                notes.append(Note(note.id, notes_so_far, quote))
                runs.append(("text", f" {' '.join(words[at:place])} C{note.id}"))
                runs.append(("note", note.id))
                at = place
            runs.append(("text", " " + " ".join(words[at:])))
            paragraphs.append(tuple(runs))
        header = ("Quantity", "Value", "Remark")
        rows = tuple(
            (
                " ".join(draw.choices(pool, k=3)),
                f"{draw.randint(100, 99999):,}",
                " ".join(draw.choices(pool, k=3)),
            )
            for _ in range(4)
        )
        title = f"Section {number} " + " ".join(draw.choices(pool, k=4))
        made.append(Section(title, tuple(paragraphs), tuple(notes), header, rows))
    return made


def outline(made: list[Section]) -> dict[str, str]:
    """The brief as briefgen reads it: outline, register, and a source that holds every quote."""

    def quoted(text: str) -> str:
        return "'" + text.replace("'", "''") + "'"

    passages = [f"  {note.id}: {{source: s, quote: {quoted(note.quote)}}}" for s in made for note in s.notes]
    parts = []
    for number, section in enumerate(made, 1):
        body = []
        for runs in section.paragraphs:
            marks = {"text": "{}", "strong": "**{}**", "note": " [@{}]"}
            body.append("      - " + quoted("".join(marks[kind].format(text) for kind, text in runs)))
        rows = "".join("\n            - [" + ", ".join(map(quoted, row)) + "]" for row in section.rows)
        body.append(f"      - table:\n          header: [{', '.join(section.header)}]\n          rows:{rows}")
        parts.append(f"  - id: s{number}\n    title: {quoted(section.title)}\n    body:\n" + "\n".join(body))
    # The words are random, so that what they count means nothing.
    off = "{severity: off, because: random words}"
    checks = "".join(f"  FG{code}: {off}\n" for code in range(201, 211))
    text = (
        "title: Synthetic brief\nas-of: 2026-01-01\nregister: sources.yaml\n"
        f"checks:\n{checks}passages:\n" + "\n".join(passages) + "\nsections:\n" + "\n".join(parts) + "\n"
    )
    source = "\n\n".join(f"{note.quote} and so on." for section in made for note in section.notes) + "\n"
    register = (
        "sources:\n  s: {file: source.txt, type: article, title: Synthetic Source, "
        "short-title: Synthetic Source, descriptor: synthetic, reliability: {grade: B, because: synthetic}}\n"
    )
    return {"outline.yaml": text, "sources.yaml": register, "source.txt": source}


def markdown(made: list[Section]) -> str:
    marks = {"text": "{}", "strong": "**{}**", "note": "[^{}]"}
    out = [
        "---\ntitle: Synthetic brief\nlang: en-GB\npapersize: a4\n"
        "geometry: margin=25mm\nfontsize: 11pt\n---\n"
    ]
    for section in made:
        out.append(f"# {section.title}\n")
        for runs in section.paragraphs:
            out.append("".join(marks[kind].format(text) for kind, text in runs) + "\n")
        table = [section.header, ("---", "---:", "---"), *section.rows]
        out.append("\n".join("| " + " | ".join(row) + " |" for row in table) + "\n")
        out += [f"[^{note.id}]: {note.text}\n" for note in section.notes]
    return "\n".join(out)


def latex(made: list[Section], unicode: bool) -> str:
    fonts = r"\usepackage{fontspec}" if unicode else r"\usepackage[T1]{fontenc}\usepackage{lmodern}"
    out = [
        r"\documentclass[11pt,a4paper]{article}" + fonts + r"\usepackage[margin=25mm]{geometry}",
        r"\usepackage[hidelinks]{hyperref}\usepackage[british]{babel}\title{Synthetic brief}\date{}",
        r"\begin{document}\maketitle",
    ]
    for section in made:
        notes = {note.id: note.text.replace("“", "``").replace("”", "''") for note in section.notes}
        out.append(rf"\section*{{{section.title}}}")
        for runs in section.paragraphs:
            marks = {"text": "{}", "strong": r"\textbf{{{}}}", "note": r"\footnote{{{}}}"}
            out.append("".join(marks[k].format(notes[t] if k == "note" else t) for k, t in runs) + "\n")
        rows = "\n".join(" & ".join(row) + r" \\" for row in (section.header, *section.rows))
        out.append(rf"\begin{{center}}\begin{{tabular}}{{lrl}}{rows}\end{{tabular}}\end{{center}}")
    return "\n".join([*out, r"\end{document}"])


def typst(made: list[Section]) -> str:
    out = [
        '#set document(title: "Synthetic brief")\n#set page(paper: "a4", margin: 25mm, numbering: "1")\n'
        '#set text(size: 11pt, lang: "en")\n#set par(justify: true)\n'
    ]
    for section in made:
        notes = {note.id: note.text for note in section.notes}
        out.append(f"= {section.title}\n")
        for runs in section.paragraphs:
            marks = {"text": "{}", "strong": "*{}*", "note": "#footnote[{}]"}
            out.append("".join(marks[k].format(notes[t] if k == "note" else t) for k, t in runs) + "\n")
        cells = ", ".join(f"[{cell}]" for row in section.rows for cell in row)
        header = ", ".join(f"[*{cell}*]" for cell in section.header)
        out.append(f"#table(columns: (1fr, 1fr, 1fr), table.header({header}), {cells})\n")
    return "\n".join(out)


def html(made: list[Section]) -> str:
    style = (
        "@page { size: A4; margin: 25mm; @bottom-center { content: counter(page) } } "
        "body { font: 11pt/1.3 serif; text-align: justify; hyphens: auto } "
        ".n { float: footnote; font-size: 9pt } table { width: 100%; border-collapse: collapse } "
        "td, th { border: .5pt solid #888; text-align: left }"
    )
    out = [
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Synthetic brief</title>'
        f"<style>{style}</style>"
    ]
    for section in made:
        notes = {note.id: note.text for note in section.notes}
        out.append(f"<h1>{section.title}</h1>")
        for runs in section.paragraphs:
            marks = {"text": "{}", "strong": "<b>{}</b>", "note": '<span class="n">{}</span>'}
            body = "".join(marks[k].format(escape(notes[t] if k == "note" else t)) for k, t in runs)
            out.append(f"<p>{body}</p>")
        rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in section.rows)
        head = "".join(f"<th>{cell}</th>" for cell in section.header)
        out.append(f"<table><thead><tr>{head}</tr></thead>{rows}</table>")
    return "\n".join(out)


def as_json(made: list[Section]) -> str:
    """For the engines that are Python libraries: they build the document by their own calls."""
    return json.dumps(
        [
            {
                "title": section.title,
                "paragraphs": section.paragraphs,
                "notes": {note.id: note.text for note in section.notes},
                "header": section.header,
                "rows": section.rows,
            }
            for section in made
        ]
    )


def write(count: int, folder: Path) -> None:
    made = sections(count)
    files = {
        **outline(made),
        "brief.md": markdown(made),
        "brief.tex": latex(made, unicode=False),
        "brief-xe.tex": latex(made, unicode=True),
        "brief.typ": typst(made),
        "brief.html": html(made),
        "brief.json": as_json(made),
    }
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write(int(sys.argv[1]), Path(sys.argv[2]))
