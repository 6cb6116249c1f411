"""Errors as values: what is wrong, where, and what to do about it.

Every stage returns its findings as `Diagnostic` values beside its result and goes on as far as it can,
so that a person sees all errors of a run at once.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum

from briefgen.values import dataclass


class Severity(StrEnum):
    """How a finding counts: an error fails the build, a warning and an info do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Position:
    """A place in a text file; line and column count from 1, columns in characters."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """From `start` up to, not including, `end` in the file of that name, as the user would type the name."""

    file: str
    start: Position
    end: Position

    def __str__(self) -> str:
        return f"{self.file}:{self.start.line}:{self.start.column}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """A second place that explains a finding, such as the first of two equal keys."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding: a stable code, a sentence in plain words, its place, and a hint at the remedy."""

    severity: Severity
    code: str
    message: str
    span: Span | None = None
    hint: str = ""
    related: tuple[Related, ...] = ()


def error(
    code: str, message: str, span: Span | None, *, hint: str = "", related: tuple[Related, ...] = ()
) -> Diagnostic:
    """A finding that fails the build."""
    return Diagnostic(
        severity=Severity.ERROR, code=code, message=message, span=span, hint=hint, related=related
    )


def warning(code: str, message: str, span: Span | None, *, hint: str = "") -> Diagnostic:
    """A finding that a person should look at, and that does not fail the build."""
    return Diagnostic(severity=Severity.WARNING, code=code, message=message, span=span, hint=hint)


def info(code: str, message: str, span: Span | None, *, hint: str = "") -> Diagnostic:
    """A remark."""
    return Diagnostic(severity=Severity.INFO, code=code, message=message, span=span, hint=hint)


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether any finding is of error level."""
    return any(found.severity is Severity.ERROR for found in diagnostics)


def in_reading_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Findings by file, line and column; those without a place come first."""

    def key(found: Diagnostic) -> tuple[str, int, int, str]:
        if found.span is None:
            return ("", 0, 0, found.code)
        return (found.span.file, found.span.start.line, found.span.start.column, found.code)

    return sorted(diagnostics, key=key)


LinesOf = Callable[[str], Sequence[str] | None]


def render(found: Diagnostic, lines_of: LinesOf) -> str:
    """The finding as a person reads it: place, message, the line with carets under it, hint.

    `lines_of` gives the lines of a file by the name that spans carry, or None where it cannot be read.
    """
    head = f"{found.severity} {found.code}: {found.message}"
    parts = [f"{found.span}: {head}", *_excerpt(found.span, lines_of)] if found.span else [head]
    for related in found.related:
        parts.append(f"{related.span}: note: {related.message}")
        parts.extend(_excerpt(related.span, lines_of))
    if found.hint:
        parts.append(f"    hint: {found.hint}")
    return "\n".join(map(visible, parts))


_PICTURES = {code: 0x2400 + code for code in range(0x20)} | {0x7F: 0x2421, ord("\t"): ord(" ")}
_TURNING = (0x2028, 0x2029, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF)
_PICTURES |= dict.fromkeys((*range(0x80, 0xA0), *_TURNING), 0xFFFD)


def visible(line: str) -> str:
    """A line as it may stand on a terminal: controls and changes of direction are shown, not obeyed."""
    return line.translate(_PICTURES)


def width(line: str) -> int:
    """Columns that a line takes on a terminal: two for a Chinese or Korean character, none for an accent."""
    return sum(map(_columns, line))


def _columns(character: str) -> int:
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 0 if unicodedata.category(character) in ("Mn", "Me", "Cf") else 1


_WIDEST = 120


def _excerpt(span: Span, lines_of: LinesOf) -> list[str]:
    lines = lines_of(span.file)
    if lines is None or not 1 <= span.start.line <= len(lines):
        return []
    line = visible(lines[span.start.line - 1].rstrip("\r\n"))
    if not line.strip():
        return []
    first = min(span.start.column - 1, len(line))
    last = span.end.column - 1 if span.end.line == span.start.line else len(line)
    cut = max(0, first - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[cut : cut + _WIDEST]
    shown = ("…" + shown[1:] if cut else shown) + ("…" if cut + _WIDEST < len(line) else "")
    carets = "^" * max(1, width(line[first : min(last, cut + _WIDEST)]))
    gutter = f"{span.start.line:>5} | "
    return [gutter + shown, " " * 5 + " | " + " " * width(shown[: first - cut]) + carets]
