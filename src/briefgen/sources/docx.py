"""Word files: body, tables and notes as they read with all changes accepted, a tab between two cells."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    from lxml.etree import _Element

LARGEST_PART = 100_000_000
"""Bytes. A part that unpacks to more is refused: it is a mistake, or an attack."""

_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    ValueError,
    NotImplementedError,
    RuntimeError,
)
"""What the standard library raises for zip files that are damaged, locked, or compressed in other ways."""

_MOST_COLUMNS = 63
"""Word has no wider tables."""

_PARTS = ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset((_FALLBACK, f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}delText", f"{_W}pPr"))
_SIGNS = {f"{_W}tab": "\t", f"{_W}br": " ", f"{_W}cr": " ", f"{_W}noBreakHyphen": "\u2011"}


def extract(data: bytes, file: str) -> tuple[list[str], list[Diagnostic]]:
    """The paragraphs of a Word file; a finding where it cannot be read."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = [_part(package, name) for name in _PARTS if name in package.namelist()]
    except _DAMAGE as failure:
        return [], [_unreadable(file, str(failure))]
    if not parts:
        return [], [_unreadable(file, "it holds no document")]
    return [words for part in parts for words in _paragraphs(part)], []


def _unreadable(file: str, reason: str) -> Diagnostic:
    hint = "is the file whole, and was it saved as .docx without a password?"
    return error("SR428", f"{file} cannot be read as a Word file: {reason}", None, hint=hint)


def _part(package: zipfile.ZipFile, name: str) -> _Element:
    """The XML of a part. Raises ValueError where it is too large, no XML, or declares a document type."""
    from lxml import etree

    with package.open(name) as part:
        data = part.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise ValueError(f"{name} unpacks to more than {LARGEST_PART // 1_000_000} MB")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as failure:
        raise ValueError(f"{name} is not XML: {failure.msg}") from failure
    if root.getroottree().docinfo.internalDTD is not None:
        raise ValueError(f"{name} declares a document type, which no Word file does")
    return root


def _paragraphs(element: _Element) -> Iterator[str]:
    """Paragraphs, and rows of tables with a tab between two cells; those of text boxes follow theirs.

    A row of one cell is a frame around its paragraphs.
    """
    for child in element:
        if child.tag in _UNSEEN:
            continue
        if child.tag == f"{_W}p":
            yield " ".join("".join(_words(child)).splitlines())
        if child.tag == f"{_W}tr" and len(cells := list(_cells(child))) > 1:
            yield "\t".join(cells)
        else:
            yield from _paragraphs(child)


def _cells(row: _Element) -> Iterator[str]:
    """The words of each cell on one line. Behind a cell that spans columns stand empty ones."""
    for cell in row.iter(f"{_W}tc"):
        if next(cell.iterancestors(f"{_W}tr")) is not row:
            continue
        yield " ".join(filter(str.strip, _paragraphs(cell))).replace("\t", " ")
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        width = span.get(f"{_W}val", "") if span is not None else ""
        yield from [""] * (min(int(width), _MOST_COLUMNS) - 1 if width.isascii() and width.isdigit() else 0)


def _words(element: _Element) -> Iterator[str]:
    """The text of a paragraph without that of paragraphs within it, such as those of text boxes."""
    for child in element:
        if child.tag == f"{_W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[str(child.tag)]
        elif child.tag != f"{_W}p" and child.tag not in _UNSEEN:
            yield from _words(child)
