"""What every rule looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.assembling.assembly import Assembly
from briefgen.diagnostics import Diagnostic
from briefgen.model.evidence import Evidence
from briefgen.outline.written import Outline
from briefgen.sources.register import Register
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """A brief as written, as resolved, and the evidence under it."""

    outline: Outline
    register: Register
    evidence: Evidence
    assembly: Assembly


Rule = Callable[[Brief], Iterable[Diagnostic]]
"""Yields what it finds; nothing where all is well."""
