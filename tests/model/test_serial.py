import json

import pytest

from briefgen.model.serial import NotADocument, document_from_data, to_data, to_json
from tests.samples import every_block


def test_a_document_survives_json() -> None:
    document = every_block()
    assert document_from_data(json.loads(json.dumps(to_data(document)))) == document


def test_json_is_written_straight_as_it_would_be_from_the_data() -> None:
    document = every_block()
    assert json.loads(to_json(document)) == to_data(document)


def test_data_that_are_no_document_are_refused_with_the_place() -> None:
    data = to_data(every_block())
    data["sections"][0]["heading"]["level"] = "one"
    with pytest.raises(NotADocument, match=r"document\.sections\[0\]\.heading\.level"):
        document_from_data(data)


def test_unknown_fields_are_refused_by_name() -> None:
    with pytest.raises(NotADocument, match="unknown fields: colour"):
        document_from_data({**to_data(every_block()), "colour": "red"})
