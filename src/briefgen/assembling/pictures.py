"""Pictures from files, looked at before they are printed: what cannot be decoded is no picture."""

from __future__ import annotations

import io
import warnings

from briefgen.assembling.files import Files
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.document import Image
from briefgen.outline.decoder import Located

MOST_PIXELS = 89_478_485
"""Pixels that a picture may have: a quarter of a gigabyte, at three bytes a pixel."""

_TOO_LARGE = f"has more than {MOST_PIXELS:,} pixels"
_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "PNG", b"\xff\xd8\xff": "JPEG"}
_THUMBNAIL = (64, 64)


def picture_in(file: Located, files: Files, found: list[Diagnostic]) -> Image | None:
    """The picture in a file; None where there is none, and `found` says why."""
    data = files.read(file)
    if data is None:
        return None
    kind = kind_of(data)
    if kind is None:
        hint = "save the picture as one of the two"
        found.append(error("OL141", f"“{file.value}” is neither PNG nor JPEG", file.span, hint=hint))
        return None
    try:
        return picture_of(data, kind)
    except ValueError as failure:
        found.append(error("OL142", f"the {kind} “{file.value}” {failure}", file.span))
        return None


def kind_of(data: bytes) -> str | None:
    """PNG or JPEG by a file's first bytes, or None."""
    return next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)


def picture_of(data: bytes, kind: str) -> Image:
    """A picture of a kind that `kind_of` gave.

    Raises:
        ValueError: where it is cut short, damaged, or of more than `MOST_PIXELS`; the message says which.
    """
    from PIL import Image as Pixels

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Pixels.DecompressionBombWarning)
            opened = Pixels.open(io.BytesIO(data), formats=(kind,))
        if opened.width * opened.height > MOST_PIXELS:
            raise ValueError(_TOO_LARGE)
        if kind == "PNG":
            opened.verify()
        else:
            # A draft leaves out what the eye would not see in a thumbnail, and yet reads to the end.
            opened.draft("L", _THUMBNAIL)
            opened.load()
    except Pixels.DecompressionBombError as failure:
        raise ValueError(_TOO_LARGE) from failure
    except (OSError, SyntaxError) as failure:
        raise ValueError("is cut short or damaged") from failure
    return Image(media_type="image/png" if kind == "PNG" else "image/jpeg", data=data)
