"""PDF files: the text of each page in the order of the file, lines joined to paragraphs.

A PDF holds lines, not paragraphs: where one ends is told from short lines and from how the next begins.
Running heads and page numbers are left out, so that a sentence may go on over the page.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from briefgen.diagnostics import Diagnostic, error
from briefgen.text.normalise import Edit, Traced, compose, rewrite, untouched

MOST_PAGES = 5_000
"""Longer files are refused: no source of a brief is this long, and one would take minutes to read."""

PAGE_BREAK = "\f"

EDGE = 4
"""Lines at the top and at the bottom of a page that may be a running head or foot."""


def extract(data: bytes, file: str) -> tuple[list[str], list[Diagnostic]]:
    """The text of each page as the file gives it; a finding where it cannot be read."""
    try:
        import pypdfium2
    except ImportError:
        hint = "pip install 'briefgen[pdf-sources]', or save the text of the file as .txt beside it"
        return [], [error("SR426", f"{file}: reading PDF needs the package pypdfium2", None, hint=hint)]
    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > MOST_PAGES:
                long = f"{file} has {len(document):,} pages, more than {MOST_PAGES:,}"
                return [], [error("SR427", long, None)]
            pages = [_text_of(page) for page in document]
    except pypdfium2.PdfiumError as failure:
        locked = "password" in str(failure).lower()
        hint = "save a copy without a password" if locked else "is the file whole, and is it a PDF?"
        return [], [error("SR427", f"{file} cannot be read as PDF: {failure}", None, hint=hint)]
    if not any(page.strip() for page in pages):
        hint = "it holds pictures of pages; run it through text recognition first"
        return [], [error("SR423", f"{file} holds no text", None, hint=hint)]
    return pages, []


def _text_of(page: object) -> str:
    text_page = page.get_textpage()  # type: ignore[attr-defined]
    try:
        return str(text_page.get_text_range()).replace("\r\n", "\n").replace(PAGE_BREAK, "\n")
    finally:
        text_page.close()


def visible(pages: Sequence[str]) -> Traced:
    """The words of all pages, joined by page breaks, as paragraphs; traced to the joined pages."""
    trimmed = rewrite(untouched(PAGE_BREAK.join(pages)), _running_lines(pages))
    return compose(trimmed, rewrite(untouched(trimmed.text), _joints(trimmed.text)))


_LINE = re.compile(r"[^\n\f]*")


def _running_lines(pages: Sequence[str]) -> Iterator[Edit]:
    """The first and last lines that most pages share but for their numbers."""
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(key for lines in edges for key in {key for _, _, key in lines})
    offset = 0
    for page, lines in zip(pages, edges, strict=True):
        for start, end, key in lines:
            if counts[key] >= max(3, len(pages) // 2):
                yield offset + start, offset + end, ""
        offset += len(page) + len(PAGE_BREAK)


def _edge_lines(page: str) -> list[tuple[int, int, str]]:
    lines = [found.span() for found in _LINE.finditer(page) if found[0].strip()]
    chosen = lines if len(lines) < 2 * EDGE else [*lines[:EDGE], *lines[-EDGE:]]
    return [(start, end, re.sub(r"\d+", "#", page[start:end].strip())) for start, end in chosen]


_HYPHEN = "\x02\ufffe\u00ad"
"""What the library puts for a hyphen that belongs to the end of a line."""

_JOINT = re.compile(rf"(?P<hyphen>[{_HYPHEN}])?[ \n\f]*[\n\f][ \n\f]*")
_ITEM = re.compile(r"[•▪●–*-] |\(?\d{1,3}[.)] ")
_PARTED = re.compile(r"\f|\n *\n")
_ENDS = re.compile(r"[.!?…:][\"'”’)\]]*\d{0,3}$")


def _joints(text: str) -> Iterator[Edit]:
    lengths = sorted(len(line) for line in re.split(r"[\n\f]", text) if line.strip())
    width = lengths[len(lengths) * 9 // 10] if lengths else 0
    for found in _JOINT.finditer(text):
        begun = max(text.rfind("\n", 0, found.start()), text.rfind("\f", 0, found.start())) + 1
        before, after = text[begun : found.start()].rstrip(), text[found.end() : found.end() + 1]
        goes_on = not _ENDS.search(before) and len(before) > 0.6 * width and not before.isupper()
        full = len(before) > 0.8 * width and not _PARTED.search(found[0])
        if found["hyphen"] or (before.endswith("-") and after.islower()):
            yield found.start(), found.end(), ""
        elif after.islower() or ((goes_on or full) and not _ITEM.match(text, found.end())):
            yield found.start(), found.end(), " "
