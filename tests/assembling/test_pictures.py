"""Pictures from files: told apart by their first bytes, and looked through before they are printed."""

from __future__ import annotations

import io

import pytest
from PIL import Image as Pixels

from briefgen.assembling.pictures import MOST_PIXELS, kind_of, picture_of


def saved(kind: str, width: int = 120, height: int = 80) -> bytes:
    stored = io.BytesIO()
    Pixels.linear_gradient("L").resize((width, height)).save(stored, kind)
    return stored.getvalue()


@pytest.mark.parametrize(("kind", "known"), [("PNG", "PNG"), ("JPEG", "JPEG"), ("GIF", None), ("TIFF", None)])
def test_a_picture_is_known_by_its_first_bytes(kind: str, known: str | None) -> None:
    assert kind_of(saved(kind)) == known


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_a_whole_picture_is_kept_as_it_is(kind: str, media_type: str) -> None:
    data = saved(kind)
    picture = picture_of(data, kind)
    assert (picture.media_type, picture.data) == (media_type, data)


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
@pytest.mark.parametrize("part", [0.02, 0.5, 0.9])
def test_a_picture_cut_short_is_refused(kind: str, part: float) -> None:
    data = saved(kind)
    with pytest.raises(ValueError, match="is cut short or damaged"):
        picture_of(data[: int(len(data) * part)], kind)


def test_a_damaged_picture_is_refused() -> None:
    data = bytearray(saved("PNG"))
    data[len(data) // 2] ^= 0xFF
    with pytest.raises(ValueError, match="is cut short or damaged"):
        picture_of(bytes(data), "PNG")


@pytest.mark.parametrize("times", [1, 4])
def test_a_picture_that_would_fill_the_memory_is_refused_by_its_header(times: int) -> None:
    header = bytearray(saved("JPEG"))
    size = header.index(b"\xff\xc0") + 5
    side = int((MOST_PIXELS * times) ** 0.5) + 1
    header[size : size + 4] = side.to_bytes(2, "big") * 2
    with pytest.raises(ValueError, match="has more than 89,478,485 pixels"):
        picture_of(bytes(header), "JPEG")
