"""Telling of a run that failed: a command, a web address, both or neither."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from briefgen import __version__
from briefgen.diagnostics import Diagnostic, error
from briefgen.outline.written import WrittenSchedule
from briefgen.schedule.ledger import Run, StatedSchedule
from briefgen.world import World, WorldError

PAUSES = (2.0, 10.0)
"""Seconds before the second and the third attempt, which is the last."""


def tell(stated: StatedSchedule, folder: Path, run: Run, found: Sequence[Diagnostic], world: World) -> str:
    """Tell of a failed run whoever the outline names, and give in words what could not be told."""
    body = json.dumps(report(run, found), ensure_ascii=False).encode()
    failures = []
    if stated.command:
        failures.append(_command(stated.command, body, folder, world))
    if stated.webhook:
        failures.append(_attempts(lambda: world.post(stated.webhook, body), world))
    return "; ".join(failure for failure in failures if failure)


def untold(written: WrittenSchedule) -> list[Diagnostic]:
    """What will keep a failure from being told of, where it stands in the outline."""
    found = []
    if written.command is not None:
        try:
            _words(written.command.value)
        except ValueError as failure:
            found.append(error("SC702", str(failure), written.command.span))
    if written.webhook is not None:
        from briefgen.world.posting import target

        try:
            target(written.webhook.value)
        except WorldError as failure:
            found.append(error("SC702", str(failure), written.webhook.span))
    return found


def report(run: Run, found: Sequence[Diagnostic]) -> dict[str, Any]:
    """A failed run as plain data: what a command gets as its input, and a web address as its body."""
    return {
        "briefgen": __version__,
        "brief": run.brief,
        "slot": run.slot.isoformat(),
        "started": run.started.isoformat(),
        "ended": run.ended.isoformat() if run.ended else None,
        "outcome": run.outcome,
        "reason": run.reason,
        "edition": run.edition,
        "missed": run.missed,
        "findings": [
            {
                "severity": one.severity.value,
                "code": one.code,
                "message": one.message,
                "place": str(one.span or ""),
            }
            for one in found
        ],
    }


def _command(command: str, body: bytes, folder: Path, world: World) -> str:
    try:
        words = _words(command)
    except ValueError as failure:
        return str(failure)
    return _attempts(lambda: world.run(words, body, folder), world, pauses=())


def _words(command: str) -> list[str]:
    """A program and its arguments. Raises ValueError where the text is no command."""
    try:
        words = shlex.split(command)
    except ValueError as failure:
        raise ValueError(f"“{command}” cannot be read as a command: {failure}") from failure
    if not words:
        raise ValueError("the command on failure is empty")
    return words


def _attempts(act: Callable[[], None], world: World, pauses: Sequence[float] = PAUSES) -> str:
    """Try until it works or the pauses are used up; the last failure in words, empty where it worked."""
    said = ""
    for pause in (0.0, *pauses):
        if pause:
            world.wait(pause)
        try:
            act()
        except WorldError as failure:
            said = str(failure)
        else:
            return ""
    return said
