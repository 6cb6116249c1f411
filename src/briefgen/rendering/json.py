"""Documents as JSON, for archives, for comparison, and for programs that read briefs."""

from __future__ import annotations

import json

from briefgen.model.document import Document
from briefgen.model.serial import to_data
from briefgen.rendering.result import Rendered


def render(document: Document) -> Rendered:
    """The document as indented JSON in UTF-8, in the form of `briefgen.model.serial`."""
    text = json.dumps(to_data(document), ensure_ascii=False, indent=1)
    return Rendered(data=f"{text}\n".encode())
