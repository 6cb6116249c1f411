"""Writes what is made from the code: docs/outline.md, docs/rules.md, templates/word/reference.docx.

Run by `make docs`.
"""

from __future__ import annotations

from pathlib import Path

from briefgen.checking import catalogue
from briefgen.outline.format import reference
from briefgen.rendering.docx.specimen import specimen
from briefgen.rendering.theme import Theme

ROOT = Path(__file__).parents[1]

MADE = {
    "docs/outline.md": lambda: reference.as_markdown().encode(),
    "docs/rules.md": lambda: catalogue.as_markdown().encode(),
    "templates/word/reference.docx": lambda: specimen(Theme()),
}


def main() -> None:
    """Write every file anew."""
    for name, data in MADE.items():
        (ROOT / name).write_bytes(data())
        print(f"wrote {name}")


if __name__ == "__main__":
    main()
