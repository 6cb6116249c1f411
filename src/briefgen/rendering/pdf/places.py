"""Places that links lead to, and the outline that a reader shows beside the pages."""

from __future__ import annotations

from dataclasses import field

from briefgen.rendering.pdf.file import PdfFile, byte_string, number, text
from briefgen.values import dataclass

_NAMES_A_NODE = 64


@dataclass(slots=True, kw_only=True, eq=False)
class _Entry:
    level: int
    words: str
    destination: str
    below: list[_Entry] = field(default_factory=list)
    number: int = 0


class Places:
    """Named places and bookmarks, gathered while pages are painted."""

    def __init__(self) -> None:
        self._places: dict[str, str] = {}
        self._top = _Entry(level=0, words="", destination="")

    def put(self, name: str, page: int, x: float, y: float) -> None:
        """Name a place on the page object of that number; the first of a name counts."""
        self._places.setdefault(name, f"[{page} 0 R/XYZ {number(x)} {number(y)} null]")

    def bookmark(self, level: int, words: str, page: int, y: float) -> None:
        """An entry of the outline, below the last one of a lower level."""
        entry = _Entry(level=level, words=words, destination=f"[{page} 0 R/XYZ 0 {number(y)} null]")
        above = self._top
        while above.below and above.below[-1].level < level:
            above = above.below[-1]
        above.below.append(entry)

    def write_names(self, file: PdfFile) -> int:
        """Write the tree of names; its number."""
        nodes = []
        names = sorted(self._places)
        for start in range(0, len(names), _NAMES_A_NODE):
            held = names[start : start + _NAMES_A_NODE]
            entries = "".join(f"{byte_string(name)}{self._places[name]}" for name in held)
            limits = f"{byte_string(held[0])}{byte_string(held[-1])}"
            nodes.append(file.add(f"<</Limits[{limits}]/Names[{entries}]>>"))
        return file.add(f"<</Dests<</Kids[{' '.join(f'{node} 0 R' for node in nodes)}]>>>>")

    def write_outline(self, file: PdfFile) -> int:
        """Write the outline; its number, 0 where there is nothing to show."""
        if not self._top.below:
            return 0
        root = file.take()
        shown = _write_entries(file, self._top.below, root)
        first, last = self._top.below[0].number, self._top.below[-1].number
        file.write(root, f"<</Type/Outlines/First {first} 0 R/Last {last} 0 R/Count {shown}>>")
        return root


def _write_entries(file: PdfFile, entries: list[_Entry], parent: int) -> int:
    """Write entries that share a parent; how many are shown when the outline opens."""
    for entry in entries:
        entry.number = file.take()
    for index, entry in enumerate(entries):
        links = f"/Parent {parent} 0 R"
        if index:
            links += f"/Prev {entries[index - 1].number} 0 R"
        if index + 1 < len(entries):
            links += f"/Next {entries[index + 1].number} 0 R"
        if entry.below:
            count = _write_entries(file, entry.below, entry.number)
            first, last = entry.below[0].number, entry.below[-1].number
            links += f"/First {first} 0 R/Last {last} 0 R/Count -{count}"
        file.write(entry.number, f"<</Title{text(entry.words)}{links}/Dest{entry.destination}>>")
    return len(entries)
