"""The size at which a picture wants to be shown, read from the first bytes of its file."""

from __future__ import annotations

import struct

from briefgen.model.document import Image

_POINTS_A_PIXEL = 72 / 96
"""Of a picture that does not say how dense it is."""


def natural_size(image: Image) -> tuple[float, float] | None:
    """Width and height in points, scaled to the width that the image asks for; None where it is none."""
    found = _png(image.data) if image.media_type == "image/png" else _jpeg(image.data)
    if found is None or not all(found):
        return None
    width, height = (side * _POINTS_A_PIXEL for side in found)
    return (image.width, height * image.width / width) if image.width > 0 else (width, height)


def _png(data: bytes) -> tuple[int, int] | None:
    """Pixels by the header chunk (PNG, third edition, 11.2.1)."""
    if not data.startswith(b"\x89PNG\r\n\x1a\n") or data[12:16] != b"IHDR" or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Pixels by the first frame header, SOF0 to SOF15 without DHT, JPG and DAC (ITU-T T.81, B.2.2)."""
    if not data.startswith(b"\xff\xd8"):
        return None
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1
        elif 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        else:
            at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return None
