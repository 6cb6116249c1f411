"""Whatever a document holds, the file is sound, and holds nothing that the document does not."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from briefgen.model.document import Document
from briefgen.rendering.docx import render
from briefgen.rendering.docx.identity import read_base
from briefgen.rendering.theme import Theme
from tests.rendering.docx.documents import documents
from tests.rendering.docx.linter import faults_of
from tests.rendering.docx.reading import read
from tests.samples import every_block


@settings(max_examples=120, suppress_health_check=list(HealthCheck))
@given(document=documents)
def test_any_document_makes_a_sound_file_that_remembers_it(document: Document) -> None:
    data = render(document, Theme(contents_from=2)).data
    assert faults_of(data) == []
    assert read_base(read(data).parts["customXml/item1.xml"]) == document


def test_every_block_makes_a_sound_file() -> None:
    assert faults_of(render(every_block(), Theme()).data) == []
    assert faults_of(render(every_block(), Theme(contents_from=1)).data) == []


def test_equal_inputs_give_equal_bytes() -> None:
    assert render(every_block(), Theme()).data == render(every_block(), Theme()).data
