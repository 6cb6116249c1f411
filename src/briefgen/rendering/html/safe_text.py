"""Words of strangers, made fit to stand in a page: nothing hidden, nothing that turns the line around.

Escaping for HTML is not done here: the templates do it, for all text alike.
"""

from __future__ import annotations

import re
from urllib.parse import quote, urlsplit

_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]"
)
_BREAKS = re.compile(r"\r\n?|\u2028|\u2029|\x85")
_SCHEMES = frozenset({"http", "https", "mailto"})


def visible(text: str) -> str:
    """`text` with every control character, bidirectional ones too, spelt out, as in `[U+202E]`."""
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", _BREAKS.sub("\n", text))


def token(identifier: str) -> str:
    """An id without spaces or quotes, fit for an attribute, a fragment, and lists separated by spaces."""
    return quote(identifier.encode("utf-8", "replace"), safe="")


def destination(target: str) -> str:
    """Where a link of the document leads within the page or outside; empty where it may not lead there."""
    if target.startswith("#"):
        return "#b-" + token(target[1:])
    try:
        scheme = urlsplit(target).scheme
    except ValueError:
        return ""
    return visible(target) if scheme.lower() in _SCHEMES else ""


def css_string(text: str) -> str:
    """`text` as a CSS string that cannot end early, whatever it holds."""
    return '"' + "".join(c if c.isascii() and c.isalnum() else f"\\{ord(c):06x}" for c in visible(text)) + '"'
