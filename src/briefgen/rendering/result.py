"""What a renderer gives back."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic
from briefgen.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Rendered:
    """A file's bytes, and what the renderer could not set as asked, such as characters that no font has."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()
