"""Findings for programs: plain JSON, and SARIF 2.1.0 for code hosts and editors."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from briefgen import __version__
from briefgen.checking.catalogue import CATALOGUE
from briefgen.checking.check import Looked
from briefgen.diagnostics import Diagnostic, Severity, Span, in_reading_order

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def as_json(found: Sequence[Diagnostic], looked: Looked | None) -> str:
    """Findings and how much was looked at, as one JSON object."""
    counts = None
    if looked is not None:
        counts = {
            "statements": looked.statements,
            "notes": looked.notes,
            "figures": looked.figures,
            "passages": looked.passages,
        }
    findings = [_finding(one) for one in in_reading_order(found)]
    return json.dumps({"looked-at": counts, "findings": findings}, ensure_ascii=False, indent=2)


def _finding(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code,
        "severity": str(one.severity),
        "message": one.message,
        "hint": one.hint,
        "place": _place(one.span) if one.span else None,
        "related": [{"message": related.message, "place": _place(related.span)} for related in one.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.start.line,
        "column": span.start.column,
        "end-line": span.end.line,
        "end-column": span.end.column,
    }


def as_sarif(found: Sequence[Diagnostic]) -> str:
    """Findings as a SARIF 2.1.0 log."""
    ordered = in_reading_order(found)
    codes = sorted({one.code for one in ordered})
    rules = [
        {
            "id": code,
            "shortDescription": {"text": CATALOGUE[code].title},
            "fullDescription": {"text": CATALOGUE[code].why},
            "help": {"text": CATALOGUE[code].remedy},
        }
        for code in codes
        if code in CATALOGUE
    ]
    driver = {"name": "briefgen", "version": __version__, "rules": rules}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(one) for one in ordered],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2)


def _result(one: Diagnostic) -> dict[str, Any]:
    text = f"{one.message} ({one.hint})" if one.hint else one.message
    result: dict[str, Any] = {"ruleId": one.code, "level": _LEVELS[one.severity], "message": {"text": text}}
    if one.span is not None:
        region = {
            "startLine": one.span.start.line,
            "startColumn": one.span.start.column,
            "endLine": one.span.end.line,
            "endColumn": one.span.end.column,
        }
        location = {"artifactLocation": {"uri": one.span.file}, "region": region}
        result["locations"] = [{"physicalLocation": location}]
    return result
