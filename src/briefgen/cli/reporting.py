"""Findings and results as a person at a terminal reads them, and the exit code that goes with them."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from briefgen.diagnostics import Diagnostic

DONE, FINDINGS, WRONG_INPUT, UNDECIDED, WORLD_FAILED = range(5)
"""The exit codes of every command."""

STOPPED = 130
"""The exit code after Ctrl-C: 128 and the number of the signal, as shells count."""

INPUT_CODES = ("OL1", "WS", "TP", "SR42", "TH", "SC", "FG1", "EL601", "EL602", "MK501", "DR1", "WD2")
"""Codes that begin so say that an input cannot be read, rather than that what it says does not hold."""

_COLOURS = {"error": "red", "warning": "yellow", "info": "cyan"}


def report(found: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
    """Print findings to standard error, in reading order, each with its line."""
    from briefgen.diagnostics import in_reading_order, render

    for one in in_reading_order(found):
        shown = render(one, lambda name: texts[name].split("\n") if name in texts else None)
        head = f"{one.severity} {one.code}"
        click.echo(shown.replace(head, click.style(head, fg=_COLOURS[one.severity], bold=True), 1), err=True)


def worth_showing(found: Iterable[Diagnostic]) -> list[Diagnostic]:
    """The findings that are more than remarks."""
    return [one for one in found if one.severity != "info"]


def summary(found: Iterable[Diagnostic]) -> str:
    """How many findings of each severity: “2 errors, 1 warning”, or “no findings”."""
    words = {"error": "error", "warning": "warning", "info": "remark"}
    counts = Counter(one.severity.value for one in found)
    shown = [
        f"{counts[severity]} {word}{'' if counts[severity] == 1 else 's'}"
        for severity, word in words.items()
        if counts[severity]
    ]
    return ", ".join(shown) or "no findings"


def exit_code(found: Iterable[Diagnostic]) -> int:
    """The exit code for findings: wrong input before findings at error level before none."""
    errors = [one for one in found if one.severity == "error"]
    if any(one.code.startswith(INPUT_CODES) for one in errors):
        return WRONG_INPUT
    return FINDINGS if errors else DONE


def fail(message: str, code: int) -> NoReturn:
    """End the program with a message and an exit code."""
    click.echo(f"{click.style('error', fg='red', bold=True)}: {message}", err=True)
    sys.exit(code)
