"""What a PDF says to somebody who cannot see it: its structure tree with the words of each element."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pikepdf


@dataclass
class Read:
    """An element: its kind, its own entries, and in order its words and the elements within it."""

    tag: str
    entries: Any
    parts: list[str | Read] = field(default_factory=list)
    pages: list[int] = field(default_factory=list)

    @property
    def words(self) -> str:
        """All words in it and below it, blanks as single spaces."""
        return " ".join("".join(self._texts()).split())

    def _texts(self) -> Iterator[str]:
        for part in self.parts:
            if isinstance(part, str):
                yield part
            else:
                yield from part._texts()

    def all(self, tag: str) -> list[Read]:
        """The elements of a kind below it, in order."""
        return [each for each in self.walk() if each.tag == tag]

    def walk(self) -> Iterator[Read]:
        """It and all elements below it, in reading order."""
        yield self
        for part in self.parts:
            if isinstance(part, Read):
                yield from part.walk()

    def first_page(self) -> int:
        """The page, from 0, that its first words are on."""
        return next(page for each in self.walk() for page in each.pages)


def opened(data: bytes) -> pikepdf.Pdf:
    """The file, for inspection."""
    return pikepdf.open(io.BytesIO(data))


def read(data: bytes) -> Read:
    """The structure tree of a file from its root."""
    with opened(data) as pdf:
        said = [_said(page) for page in pdf.pages]
        numbers = {page.objgen: index for index, page in enumerate(pdf.pages)}
        return _element(pdf.Root.StructTreeRoot.K, said, numbers)


def _element(node: Any, said: list[dict[int, str]], numbers: dict[Any, int]) -> Read:
    found = Read(str(node.S)[1:], {str(key): _plain(value) for key, value in node.items() if key in _ENTRIES})
    kids = node.get("/K", [])
    own = numbers[node.Pg.objgen] if "/Pg" in node else -1
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int) or (not isinstance(kid, pikepdf.Dictionary)):
            found.parts.append(said[own][int(kid)])
            found.pages.append(own)
        elif kid.get("/Type") == "/MCR":
            page = numbers[kid.Pg.objgen]
            found.parts.append(said[page][int(kid.MCID)])
            found.pages.append(page)
        elif kid.get("/Type") != "/OBJR":
            found.parts.append(_element(kid, said, numbers))
    return found


_ENTRIES = ("/Alt", "/ID", "/A", "/Lang")


def _plain(value: Any) -> Any:
    if isinstance(value, pikepdf.Dictionary):
        return {str(key): _plain(held) for key, held in value.items()}
    return str(value)


def _said(page: pikepdf.Page) -> dict[int, str]:
    """The words of each marked content on a page."""
    maps = {str(name): unicode_of(font) for name, font in page.Resources.Font.items()}
    said: dict[int, str] = {}
    current: dict[int, str] = {}
    number: int | None = None
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "Tf":
                current = maps[str(operands[0])]
            case "BDC":
                number = int(operands[1]["/MCID"]) if "/MCID" in operands[1] else None
                spoken = operands[1].get("/ActualText")
                if number is not None:
                    assert number not in said, "each piece of a page has a number of its own"
                    said[number] = "" if spoken is None else str(spoken)
                replaced = spoken is not None
            case "EMC":
                number = None
            case "Tj" | "TJ" if number is not None and not replaced:
                shown = operands[0] if str(instruction.operator) == "TJ" else [operands[0]]
                for piece in shown:
                    if isinstance(piece, pikepdf.String):
                        raw = bytes(piece)
                        codes = (int.from_bytes(raw[at : at + 2]) for at in range(0, len(raw), 2))
                        said[number] += "".join(current[code] for code in codes)
    return said


def unicode_of(font: Any) -> dict[int, str]:
    """What each code of a font is read as."""
    entries = re.findall(rb"<([0-9A-F]{4})><([0-9A-F]+)>", font.ToUnicode.read_bytes())
    found = {int(code, 16): bytes.fromhex(chars.decode()).decode("utf-16-be") for code, chars in entries}
    found.pop(0, None)
    return found
