"""The brief by docxtpl: a template with loops, filled. It makes no footnotes, so notes stand at the end."""

import json
import sys
from pathlib import Path

from docx import Document
from docxtpl import DocxTemplate

folder, out = Path(sys.argv[1]), sys.argv[2]
template = folder / "template.docx"
if not template.exists():
    made = Document()
    for line in (
        "{%p for section in sections %}",
        "{{ section.title }}",
        "{%p for words in section.words %}",
        "{{ words }}",
        "{%p endfor %}",
        "{%p for row in section.rows %}",
        "{{ row }}",
        "{%p endfor %}",
        "{%p endfor %}",
        "{%p for note in notes %}",
        "{{ note }}",
        "{%p endfor %}",
    ):
        made.add_paragraph(line)
    made.save(str(template))
sections = json.loads((folder / "brief.json").read_text(encoding="utf-8"))
context = {
    "sections": [
        {
            "title": section["title"],
            "words": ["".join(text for _, text in runs) for runs in section["paragraphs"]],
            "rows": [" ".join(row) for row in section["rows"]],
        }
        for section in sections
    ],
    "notes": [note for section in sections for note in section["notes"].values()],
}
document = DocxTemplate(str(template))
document.render(context)
document.save(out)
