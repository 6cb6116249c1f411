"""The brief by python-docx's own calls. It has no footnotes, so notes stand at the end."""

import json
import sys
from pathlib import Path

from docx import Document

sections = json.loads((Path(sys.argv[1]) / "brief.json").read_text(encoding="utf-8"))
document, notes = Document(), []
for section in sections:
    document.add_heading(section["title"], 1)
    for runs in section["paragraphs"]:
        paragraph = document.add_paragraph()
        for kind, text in runs:
            if kind == "note":
                notes.append(section["notes"][text])
                paragraph.add_run(str(len(notes))).font.superscript = True
            else:
                paragraph.add_run(text).bold = kind == "strong"
    table = document.add_table(rows=0, cols=3)
    for row in (section["header"], *section["rows"]):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
for number, note in enumerate(notes, 1):
    document.add_paragraph(f"{number}. {note}")
document.save(sys.argv[2])
