"""How a Word file remembers which brief it is: the conventions that a reader of edited drafts relies on.

- Each block and each list item wears a range bookmark `bookmark_name(id)` around its first paragraph: that of
  a callout is its label, that of a table its first cell. A table's caption has `caption_bookmark(table.id)`.
- The title and the subtitle wear `TITLE_BOOKMARK` and `SUBTITLE_BOOKMARK`.
- The first mark of a note wears `note_bookmark(note.id)`; a later mark of the same note is a NOTEREF field
  to that bookmark.
- A custom XML part, whose root is `base` in `NAMESPACE`, holds the whole document as it was rendered. Editors
  rename the part: find it by its namespace. Its attribute `SHOWN`, in a draft that shows readers' remarks
  again, names these.
- The custom properties `DOCUMENT_PROPERTY` and `EDITION_PROPERTY` hold the document's name and edition.

Not the document's own words, and so to be passed over: what runs in the style FootnoteReference (a comma
between two marks in a row), empty paragraphs (in the style Box End they part boxes), text boxes (the words in
a chart), the line of facts (style Facts), and the contents (styles TOC Heading and toc 1 to 3). What runs in
the style Label is the document's, but set by briefgen.

Editors move, copy and drop bookmarks (LibreOffice names a copy `…_Copy_1`): a bookmark is a hint, and the
words decide.
"""

from __future__ import annotations

import base64
import json
import re
import zlib
from binascii import Error as BrokenBase64

from briefgen.model.document import Document
from briefgen.model.serial import NotADocument, document_from_data, to_json

NAMESPACE = "urn:briefgen:base:1"
DOCUMENT_PROPERTY = "briefgen.document"
EDITION_PROPERTY = "briefgen.edition"
SHOWN = "shown"
TITLE_BOOKMARK = "bgd_title"
SUBTITLE_BOOKMARK = "bgd_subtitle"

LONGEST_BOOKMARK = 40
"""Characters that Word allows in a bookmark's name (ECMA-376, part 1, 17.13.6.2)."""

LARGEST_BASE = 200_000_000
"""Bytes of JSON. A base that would unpack to more is refused."""

_FAST = 1
"""A level of compression that costs little time; higher ones gain a few per cent on words."""


class NotABase(ValueError):
    """A part is not the base that briefgen wrote; the message says what is wrong with it."""


def bookmark_name(block_id: str) -> str:
    """The bookmark of a block: letters, digits and underscores, unlike that of any other id in any case."""
    return _name("bg_", block_id)


def caption_bookmark(table_id: str) -> str:
    """The bookmark of a table's caption."""
    return _name("bgc_", table_id)


def note_bookmark(note_id: str) -> str:
    """The bookmark on the first mark of a note."""
    return _name("bgn_", note_id)


_PLAIN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_UNSAFE = re.compile(r"[^a-z0-9]+")
_DIGEST = 12


def _name(prefix: str, named: str) -> str:
    room = LONGEST_BOOKMARK - len(prefix)
    if len(named) <= room and _PLAIN.fullmatch(named):
        return prefix + named.replace("-", "_")
    import hashlib

    digest = hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGEST]
    readable = _UNSAFE.sub("_", named.lower())[: room - _DIGEST - 1]
    return f"{prefix}{readable}_{digest}"


def base_part(document: Document) -> bytes:
    """The custom XML part that carries a document inside its own Word file."""
    data = to_json(document).encode("utf-8", "surrogatepass")
    packed = base64.b64encode(zlib.compress(data, _FAST)).decode("ascii")
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<base xmlns="{NAMESPACE}" encoding="json+zlib+base64">{packed}</base>'
    ).encode()


def read_base(part: bytes) -> Document:
    """The document that a custom XML part carries.

    Raises:
        NotABase: where the part is not XML, is of another namespace, damaged, or too large.
    """
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(part, parser)
    except etree.XMLSyntaxError as failure:
        raise NotABase(f"the base is not XML: {failure}") from failure
    if root.tag != f"{{{NAMESPACE}}}base":
        raise NotABase("the part is not a base that briefgen wrote")
    try:
        packed = base64.b64decode("".join((root.text or "").split()).encode(), validate=True)
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(packed, LARGEST_BASE)
        if not unpacker.eof:
            raise NotABase("the base is cut short, or too large to be one")
        return document_from_data(json.loads(data.decode("utf-8", "surrogatepass")))
    except (BrokenBase64, zlib.error, UnicodeDecodeError, json.JSONDecodeError) as failure:
        raise NotABase(f"the base is damaged: {failure}") from failure
    except NotADocument as failure:
        raise NotABase(f"the base holds no document of this version: {failure}") from failure
