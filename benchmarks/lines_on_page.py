"""Reads the lines of a finished PDF from the positions of its glyphs, whoever made it. Prints JSON.

Run by the interpreter of benchmarks/made/venv, which has pdfminer: lines_on_page.py FILE FONT

A line is a list of words, a word is [characters, left, right] in points, measured by the advances of its
glyphs. Space characters count for nothing: some engines write them, some only move on. Glyphs of fonts whose
names do not hold FONT (headings, page numbers) are passed over.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTChar, LTContainer
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

APART = 0.08
"""Ems between two glyphs that make them two words: less than any space, more than any kerning."""


def glyphs(container):
    for each in container:
        if isinstance(each, LTChar):
            yield each
        elif isinstance(each, LTContainer):
            yield from glyphs(each)


def words(line):
    made = []
    for glyph in sorted(line, key=lambda glyph: glyph.x0):
        if glyph.get_text().isspace():
            continue
        if made and glyph.x0 - made[-1][2] < APART * glyph.size:
            made[-1][0] += glyph.get_text()
            made[-1][2] = max(made[-1][2], glyph.x1)
        else:
            made.append([glyph.get_text(), glyph.x0, glyph.x1])
    return made


def lines(path, font):
    resources = PDFResourceManager()
    device = PDFPageAggregator(resources)
    interpreter = PDFPageInterpreter(resources, device)
    with Path(path).open("rb") as file:
        for page in PDFPage.get_pages(file):
            interpreter.process_page(page)
            baselines = defaultdict(list)
            for glyph in glyphs(device.get_result()):
                if font in glyph.fontname.replace(" ", "").replace("-", ""):
                    baselines[round(glyph.matrix[5] * 2)].append(glyph)
            for baseline in sorted(baselines, reverse=True):
                if made := words(baselines[baseline]):
                    yield made


if __name__ == "__main__":
    json.dump(list(lines(sys.argv[1], sys.argv[2])), sys.stdout)
