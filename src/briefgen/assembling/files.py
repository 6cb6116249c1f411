"""The files that an outline names, as assembling asks for them."""

from __future__ import annotations

from typing import Protocol

from briefgen.outline.decoder import Located


class Files(Protocol):
    """Gives the files that an outline names and notes itself why one cannot be had."""

    def read(self, name: Located) -> bytes | None:
        """The bytes of a file, or None."""
        ...

    def template(self, name: Located) -> tuple[str, str] | None:
        """A template's path as the user would type it and its text, or None."""
        ...

    def include(self, name: str) -> tuple[str, str] | None:
        """A template that another one includes, by its path beside the outline: as `template`."""
        ...
