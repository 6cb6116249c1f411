"""From the bytes of a captured file to its words: one reader for each format, chosen by the file's ending."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from pathlib import PurePath

from briefgen.diagnostics import Diagnostic, error, has_errors
from briefgen.model.citation import Source
from briefgen.model.evidence import Capture, Extent, SourceText
from briefgen.sources import plain
from briefgen.sources.exclusion import Exclusion, exclude
from briefgen.text.normalise import Traced, compose, normalise, untouched
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader makes of a file: its decoded text, and the words in it that a person sees.

    `words` trace back to `raw`; each of their line breaks ends a paragraph. `pages` are extents in `raw`;
    `rows` are the offsets in `words` at which those of a table begin.
    """

    raw: str
    words: Traced
    pages: tuple[Extent, ...] = ()
    rows: Sequence[int] = ()


_EMPTY = "capture it again; a page that its scripts draw is saved from the browser, once it shows"

_SPREADSHEETS = (".xlsx", ".xls", ".xlsm", ".ods", ".numbers")
_SAVED_AS_CSV = "save the sheet as CSV in UTF-8, and keep the spreadsheet beside it"

Reader = Callable[[bytes, str], tuple[Reading | None, list[Diagnostic]]]
"""Takes a file's bytes and its name, which the findings carry."""


def capture(source: str, file: str, data: bytes) -> Capture:
    """The record of a source's bytes: file name, SHA-256, size."""
    return Capture(source=source, file=file, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def read(
    source: Source, data: bytes, exclusions: Sequence[Exclusion]
) -> tuple[SourceText | None, list[Diagnostic]]:
    """The canonical text of a source, its excluded regions marked; None where the file cannot be read."""
    ending = PurePath(source.file).suffix.lower()
    reader = _READERS.get(ending)
    if reader is None:
        hint = _SAVED_AS_CSV if ending in _SPREADSHEETS else f"it reads {', '.join(sorted(_READERS))}"
        return None, [error("SR421", f"{source.file} has no ending that briefgen reads", None, hint=hint)]
    reading, diagnostics = reader(data, source.file)
    if reading is None or has_errors(diagnostics):
        return None, diagnostics
    canonical = normalise(untouched(reading.words.text))
    if not canonical.text:
        return None, [*diagnostics, error("SR423", f"{source.file} holds no text", None, hint=_EMPTY)]
    paragraphs = tuple(
        Extent(start=found.start(), end=found.end()) for found in re.finditer("[^\n]+", canonical.text)
    )
    excluded = []
    for exclusion in exclusions:
        region, findings = exclude(exclusion, canonical.text, paragraphs)
        diagnostics += findings
        if region:
            excluded.append(region)
    origins = compose(reading.words, canonical).origins
    text = SourceText(
        source=source.id,
        raw=reading.raw,
        words=reading.words.text,
        canonical=canonical.text,
        origins=origins,
        word_origins=canonical.origins,
        paragraphs=paragraphs,
        rows=tuple(bisect_right(reading.rows, canonical.origins[row.start]) for row in paragraphs)
        if reading.rows
        else (),
        pages=tuple(_canonical(page, origins) for page in reading.pages),
        excluded=tuple(excluded),
    )
    return text, diagnostics


def _canonical(extent: Extent, origins: Sequence[int]) -> Extent:
    """Where a raw extent lies in the canonical text."""
    return Extent(start=bisect_left(origins, extent.start), end=bisect_left(origins, extent.end))


def _read_plain(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    raw, findings = plain.decode(data, file)
    return Reading(raw=raw, words=plain.unwrapped(raw)), findings


def _read_markdown(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    from briefgen.sources import markdown

    raw, findings = plain.decode(data, file)
    return Reading(raw=raw, words=markdown.visible(raw)), findings


def _read_html(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    from briefgen.sources import html

    raw, findings = html.decode(data, file)
    return Reading(raw=raw, words=html.visible(raw)), findings


def _read_pdf(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    from briefgen.sources import pdf

    pages, findings = pdf.extract(data, file)
    starts = [0, *accumulate(len(page) + len(pdf.PAGE_BREAK) for page in pages)]
    extents = tuple(
        Extent(start=start, end=start + len(page)) for start, page in zip(starts, pages, strict=False)
    )
    return Reading(raw=pdf.PAGE_BREAK.join(pages), words=pdf.visible(pages), pages=extents), findings


def _read_docx(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    from briefgen.sources import docx

    paragraphs, findings = docx.extract(data, file)
    raw = "\n".join(paragraphs)
    return Reading(raw=raw, words=untouched(raw)), findings


def _read_csv(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    from briefgen.sources import csv

    raw, findings = csv.decode(data, file)
    words = csv.visible(raw)
    rows = [0, *(found.end() for found in re.finditer("\n", words.text))]
    return Reading(raw=raw, words=words, rows=rows), findings


_READERS: dict[str, Reader] = {
    ".txt": _read_plain,
    ".text": _read_plain,
    ".md": _read_markdown,
    ".markdown": _read_markdown,
    ".html": _read_html,
    ".htm": _read_html,
    ".xhtml": _read_html,
    ".csv": _read_csv,
    ".tsv": _read_csv,
    ".pdf": _read_pdf,
    ".docx": _read_docx,
}
