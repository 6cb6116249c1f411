"""The text of a rule, as `briefgen explain` and the reference page give it."""

from __future__ import annotations

from briefgen.diagnostics import Severity
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleText:
    """A rule explained. `settable` tells whether an outline may give it another severity."""

    code: str
    severity: Severity
    title: str
    why: str
    example: str
    remedy: str
    settable: bool = False


def fixed(code: str, title: str, why: str, example: str, remedy: str) -> RuleText:
    """An error that no outline can soften."""
    return RuleText(code=code, severity=Severity.ERROR, title=title, why=why, example=example, remedy=remedy)


def settable(code: str, severity: Severity, title: str, why: str, example: str, remedy: str) -> RuleText:
    """A rule whose severity an outline may set, with a reason."""
    return RuleText(
        code=code, severity=severity, title=title, why=why, example=example, remedy=remedy, settable=True
    )
