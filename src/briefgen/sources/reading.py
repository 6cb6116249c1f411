"""From the bytes of a captured file to its words: one reader for each format, chosen by the file's ending."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from briefgen.diagnostics import Diagnostic, error, has_errors
from briefgen.model.citation import Source
from briefgen.model.evidence import Capture, Extent, SourceText
from briefgen.sources import plain
from briefgen.sources.exclusion import Exclusion, exclude
from briefgen.text.normalise import Traced, compose, normalise, untouched


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a reader makes of a file: its decoded text, and the words in it that a person sees.

    `words` trace back to `raw`; each of its line breaks ends a paragraph. `pages` are extents in `words`.
    """

    raw: str
    words: Traced
    pages: tuple[Extent, ...] = ()


Reader = Callable[[bytes, str], tuple[Reading | None, list[Diagnostic]]]
"""Takes a file's bytes and its name, which the findings carry."""


def capture(source: str, file: str, data: bytes) -> Capture:
    """The record of a source's bytes: file name, SHA-256, size."""
    return Capture(source=source, file=file, sha256=hashlib.sha256(data).hexdigest(), size=len(data))


def read(
    source: Source, data: bytes, exclusions: Sequence[Exclusion]
) -> tuple[SourceText | None, list[Diagnostic]]:
    """The canonical text of a source, its excluded regions marked; None where the file cannot be read."""
    reader = _READERS.get(PurePath(source.file).suffix.lower())
    if reader is None:
        known = ", ".join(sorted(_READERS))
        return None, [
            error("SR421", f"{source.file} has no ending that briefgen reads", None, hint=f"it reads {known}")
        ]
    reading, diagnostics = reader(data, source.file)
    if reading is None or has_errors(diagnostics):
        return None, diagnostics
    canonical = normalise(untouched(reading.words.text))
    if not canonical.text:
        return None, [*diagnostics, error("SR423", f"{source.file} holds no text", None)]
    paragraphs = tuple(
        Extent(start=found.start(), end=found.end()) for found in re.finditer("[^\n]+", canonical.text)
    )
    excluded = []
    for exclusion in exclusions:
        region, findings = exclude(exclusion, canonical.text, paragraphs)
        diagnostics += findings
        if region:
            excluded.append(region)
    text = SourceText(
        source=source.id,
        raw=reading.raw,
        words=reading.words.text,
        canonical=canonical.text,
        origins=compose(reading.words, canonical).origins,
        word_origins=canonical.origins,
        paragraphs=paragraphs,
        excluded=tuple(excluded),
    )
    return text, diagnostics


def _read_plain(data: bytes, file: str) -> tuple[Reading | None, list[Diagnostic]]:
    raw, findings = plain.decode(data, file)
    return Reading(raw=raw, words=plain.unwrapped(raw)), findings


_READERS: dict[str, Reader] = {".txt": _read_plain, ".text": _read_plain}
