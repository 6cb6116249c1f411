"""Making: from gathered inputs to a document, its files read through the workspace."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefgen.editions.dating import brief_name, date_of_information, moment
from briefgen.editions.gathering import gather
from briefgen.editions.making import Made, make
from briefgen.editions.workspace import workspace_of
from briefgen.model.document import plain, runs_of
from briefgen.world.frozen import FrozenWorld
from tests.briefs import made


def words(document: Made) -> str:
    section = next(one for one in document.assembly.document.sections if one.id == "one")
    return " ".join(plain(run) for block in section.blocks for run in runs_of(block))


def test_a_template_writes_a_section() -> None:
    template = b"{{ passages.troops.text }}: so says {{ sources.blog.title }}. {{ cite('troops') }}\n"
    gathered, document, _ = made("{id: one, title: One, template: one.j2}", one__j2=template)
    assert words(document) == "about 12,000 North Korean soldiers: so says A More Dangerous Threat?."
    assert document.assembly.document.notes[0].passages == ("troops",)
    assert "one.j2" in gathered.digests


def test_an_included_template_is_digested_and_serves_excerpts() -> None:
    gathered, document, _ = made(
        "{id: one, title: One, template: one.j2}", one__j2=b"{% include 'two.j2' %}", two__j2=b"Two."
    )
    assert words(document) == "Two."
    assert "two.j2" in gathered.digests
    assert gathered.texts["brief/two.j2"] == "Two."


def test_an_included_template_that_is_not_utf8_is_told_of() -> None:
    _, _, found = made(
        "{id: one, title: One, template: one.j2}", one__j2=b"{% include 'two.j2' %}", two__j2=b"caf\xe9"
    )
    assert {"TP102", "TP105"} <= {one.code for one in found}


def test_errors_in_what_a_template_wrote_are_told_where_it_was_typed_or_printed() -> None:
    _, _, found = made(
        "{id: one, title: One, template: one.j2}",
        one__j2=b"It came. {{ cite('trops') }}\n\n{% include 'two.j2' %}",
        two__j2=b"Then they\nleft. [@lses] [@trops]\n",
    )
    assert [(one.code, str(one.span)) for one in found if one.code == "OL130"] == [
        ("OL130", "brief/one.j2:1:19"),
        ("OL130", "brief/two.j2:2:9"),
        ("OL130", "brief/two.j2:2:17"),
    ]


def test_a_template_stands_before_the_statements_of_its_section() -> None:
    _, document, _ = made("{id: one, title: One, template: one.j2, body: [{gap: Two.}]}", one__j2=b"One.")
    assert words(document).split() == ["One.", "Two."]


def test_without_an_outline_there_is_nothing_to_make() -> None:
    gathered = gather(workspace_of(Path("/brief/outline.yaml"), FrozenWorld()))
    document, found = make(gathered)
    assert document is None
    assert [one.code for one in found] == ["WS103"]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/a/dprk-russia/outline.yaml", "dprk-russia"),
        ("/a/harbour.yaml", "harbour"),
        ("/outline.yaml", "outline"),
    ],
)
def test_a_brief_is_called_after_its_folder_or_file(path: str, name: str) -> None:
    assert brief_name(Path(path)) == name


def test_dates() -> None:
    world = FrozenWorld(moment=datetime(2025, 3, 4, 23, 59, tzinfo=UTC))
    assert date_of_information("today", world) == "2025-03-04"
    assert date_of_information("2025-01", world) == "2025-01"
    assert moment("2025-01", world) == "2025-01-01T00:00:00Z"
    assert moment("2025-01-20", world) == "2025-01-20T00:00:00Z"
    world.variables["SOURCE_DATE_EPOCH"] = "1"
    assert moment("2025-01-20", world) == "2025-03-04T23:59:00Z"
