"""Writes the pages of docs/ that are made from the code: outline.md and rules.md. Run by `make docs`."""

from __future__ import annotations

from pathlib import Path

from briefgen.checking import catalogue
from briefgen.outline import reference

HERE = Path(__file__).parent

PAGES = {
    HERE / "outline.md": reference.as_markdown,
    HERE / "rules.md": catalogue.as_markdown,
}


def main() -> None:
    """Write every page that differs from what the code says."""
    for path, text in PAGES.items():
        path.write_text(text(), encoding="utf-8")
        print(f"wrote {path.relative_to(HERE.parent)}")


if __name__ == "__main__":
    main()
