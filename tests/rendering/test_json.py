"""Documents as JSON: lossless, in UTF-8, the same each time."""

from __future__ import annotations

import json

from briefgen.model.serial import document_from_data
from briefgen.rendering.json import render
from tests.first_brief import first_document
from tests.samples import every_block


def test_a_document_comes_back_whole() -> None:
    for document in (every_block(), first_document()):
        assert document_from_data(json.loads(render(document).data)) == document


def test_words_stand_as_they_are() -> None:
    assert "조선인민군".encode() in render(every_block()).data


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(every_block()).data == render(every_block()).data
