"""The PDF file format (ISO 32000-1): objects in, bytes out, with object streams and nothing left to chance.

An object is written as soon as its text is known and never held in memory; a number may be taken first and
its object written later, so that objects may name one another. Equal calls give equal bytes: the file's
identifier is the digest of its own content.
"""

from __future__ import annotations

import zlib
from hashlib import sha256

_OBJECTS_A_STREAM = 200
_COMPRESSION = 5
_ESCAPES = (("\\", "\\\\"), ("(", "\\("), (")", "\\)"), ("\r", "\\r"), ("\n", "\\n"))


def name(text: str) -> str:
    """A PDF name, such as `/Helvetica`."""
    return "/" + "".join(
        char if (char.isascii() and char.isalnum()) or char in "+-_." else f"#{byte:02X}"
        for char in text
        for byte in char.encode()[:1]
    )


def text(words: str) -> str:
    """A text string as UTF-16 in hexadecimal, which needs no escapes."""
    return f"<FEFF{words.encode('utf-16-be').hex().upper()}>"


def byte_string(words: str) -> str:
    """A byte string, in UTF-8; for names, languages and addresses, which programs read, not people."""
    coded = words.encode("utf-8", "replace").decode("latin-1")
    for char, escape in _ESCAPES:
        coded = coded.replace(char, escape)
    return f"({coded})"


def number(value: float) -> str:
    """A number as short as two decimals allow."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return shown if shown != "-0" else "0"


def colour(value: str) -> str:
    """The operands of a colour operator for `#rrggbb`."""
    return " ".join(number(int(value[place : place + 2], 16) / 255) for place in (1, 3, 5))


class PdfFile:
    """A PDF 1.7 file in the making."""

    def __init__(self) -> None:
        self._data = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._places: list[tuple[int, int, int]] = [(0, 0, 65535)]
        self._pending: list[tuple[int, bytes]] = []

    def take(self) -> int:
        """A number for an object to be written later."""
        self._places.append((0, 0, 0))
        return len(self._places) - 1

    def write(self, number: int, body: str) -> None:
        """Write the object of that number."""
        self._pending.append((number, body.encode("latin-1")))
        if len(self._pending) == _OBJECTS_A_STREAM:
            self._write_pending()

    def add(self, body: str) -> int:
        """Write an object under a new number, and give the number."""
        number = self.take()
        self.write(number, body)
        return number

    def write_stream(self, number: int, data: bytes, entries: str = "") -> None:
        """Write a compressed stream; `entries` are those of its dictionary besides length and filter."""
        self._write_raw_stream(number, zlib.compress(data, _COMPRESSION), f"{entries}/Filter/FlateDecode")

    def write_encoded_stream(self, number: int, data: bytes, entries: str) -> None:
        """Write a stream as it is; `entries` name the filter that decodes it, if any."""
        self._write_raw_stream(number, data, entries)

    def add_stream(self, data: bytes, entries: str = "") -> int:
        """Write a compressed stream under a new number, and give the number."""
        number = self.take()
        self.write_stream(number, data, entries)
        return number

    def finish(self, catalog: int, info: int) -> bytes:
        """The whole file. Every number taken must have been written."""
        self._write_pending()
        table = self.take()
        start = len(self._data)
        self._places[table] = (1, start, 0)
        width = (start.bit_length() + 7) // 8
        entries = b"".join(
            kind.to_bytes(1) + place.to_bytes(width) + extra.to_bytes(2)
            for kind, place, extra in self._places
        )
        digest = sha256(self._data).hexdigest()[:32]
        self._write_raw_stream(
            table,
            zlib.compress(entries, _COMPRESSION),
            f"/Type/XRef/Size {len(self._places)}/W[1 {width} 2]/Root {catalog} 0 R/Info {info} 0 R"
            f"/ID[<{digest}><{digest}>]/Filter/FlateDecode",
        )
        self._data += f"startxref\n{start}\n%%EOF\n".encode()
        return bytes(self._data)

    def _write_raw_stream(self, number: int, data: bytes, entries: str) -> None:
        self._places[number] = (1, len(self._data), 0)
        self._data += f"{number} 0 obj\n<<{entries}/Length {len(data)}>>\nstream\n".encode("latin-1")
        self._data += data
        self._data += b"\nendstream\nendobj\n"

    def _write_pending(self) -> None:
        if not self._pending:
            return
        stream = self.take()
        index: list[str] = []
        bodies: list[bytes] = []
        offset = 0
        for position, (number, body) in enumerate(self._pending):
            self._places[number] = (2, stream, position)
            index.append(f"{number} {offset}")
            bodies.append(body)
            offset += len(body) + 1
        head = " ".join(index).encode() + b"\n"
        self.write_stream(
            stream,
            head + b"\n".join(bodies),
            f"/Type/ObjStm/N {len(self._pending)}/First {len(head)}",
        )
        self._pending.clear()
