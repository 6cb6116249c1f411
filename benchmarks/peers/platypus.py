"""The brief by ReportLab's Platypus, the ordinary way. It has no footnotes, so notes stand at the end."""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=11, leading=14, alignment=TA_JUSTIFY, spaceAfter=6
)
HEADING = ParagraphStyle(
    "heading", fontName="Times-Bold", fontSize=15, leading=18, spaceBefore=12, keepWithNext=1
)
NOTE = ParagraphStyle("note", fontName="Times-Roman", fontSize=9, leading=11, spaceAfter=2)

sections = json.loads((Path(sys.argv[1]) / "brief.json").read_text(encoding="utf-8"))
story, notes = [], []
for section in sections:
    story.append(Paragraph(section["title"], HEADING))
    for runs in section["paragraphs"]:
        parts = []
        for kind, text in runs:
            if kind == "note":
                notes.append(Paragraph(f"{len(notes) + 1}. {escape(section['notes'][text])}", NOTE))
                parts.append(f"<super>{len(notes)}</super>")
            else:
                parts.append(f"<b>{escape(text)}</b>" if kind == "strong" else escape(text))
        story.append(Paragraph("".join(parts), BODY))
    story.append(Table([section["header"], *section["rows"]], colWidths=[160 / 3 * mm] * 3, repeatRows=1))
margin = 25 * mm
document = SimpleDocTemplate(
    sys.argv[2], pagesize=A4, leftMargin=margin, rightMargin=margin, topMargin=margin, bottomMargin=margin
)
document.build([*story, *notes])
