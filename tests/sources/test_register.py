"""The source register: what is known of each source, and every error in it."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.model.citation import Correction, Name, Source, SourceGrade
from briefgen.sources.register import Register, decode_register

FULL = """
sources:
  report:
    file: captures/report.pdf
    type: report
    title: The State of the Ferries
    short-title: State of the Ferries
    authors: ["Doe, Jane", Harbour Office, "Kim Jong Un", "van der Berg, Jan",
      "{Ministry of Health, Registry}", "김, 민수"]
    issued: 2024-05
    accessed: 2025-01-20
    publisher: Harbour Office
    container-title: Harbour Papers
    url: https://example.org/ferries
    language: en
    descriptor: A review by the office itself
    remark: The second edition
    reliability: {grade: B, because: It counts its own boats.}
    corrects:
      - {says: fourteen ferries, remark: There were thirteen.}
    exclude:
      - {from: start, to: Contents, because: the cover}
      - {from: Subscribe, because: an advert}
"""


def decoded(text: str) -> tuple[Register, list[Diagnostic]]:
    register, found = decode_register("sources.yaml", text.encode())
    assert register is not None, found
    return register, found


def test_all_that_is_known() -> None:
    register, found = decoded(FULL)
    assert not found
    entry = register.entries["report"]
    assert entry.source == Source(
        id="report",
        type="report",
        title="The State of the Ferries",
        file="captures/report.pdf",
        authors=(
            Name(family="Doe", given="Jane"),
            Name(literal="Harbour Office"),
            Name(literal="Kim Jong Un"),
            Name(family="van der Berg", given="Jan"),
            Name(literal="Ministry of Health, Registry"),
            Name(literal="김민수"),
        ),
        issued="2024-05",
        accessed="2025-01-20",
        publisher="Harbour Office",
        container_title="Harbour Papers",
        url="https://example.org/ferries",
        language="en",
        short_title="State of the Ferries",
        descriptor="A review by the office itself",
        remark="The second edition",
        reliability=SourceGrade(grade="B", because="It counts its own boats."),
        corrections=(Correction(says="fourteen ferries", remark="There were thirteen."),),
    )
    assert [(one.start, one.end, one.because) for one in entry.exclusions] == [
        ("start", "Contents", "the cover"),
        ("Subscribe", "", "an advert"),
    ]
    assert str(entry.file.span) == "sources.yaml:4:11"


def test_what_is_unknown_stays_unknown() -> None:
    register, found = decoded("sources:\n  log: {file: log.txt, type: webpage, title: The Ferry}\n")
    assert not found
    assert register.entries["log"].source == Source(
        id="log", type="webpage", title="The Ferry", file="log.txt"
    )


@pytest.mark.parametrize(
    ("wrong", "code", "place"),
    [
        ("file: log.txt, type: webpage", "OL106", "sources.yaml:2:8"),
        ("type: webpage, title: T", "OL106", "sources.yaml:2:8"),
        ("file: log.txt, type: blog, title: T", "OL108", "sources.yaml:2:30"),
        ("file: log.txt, type: webpage, title: T, issued: May", "OL108", "sources.yaml:2:57"),
        ("file: log.txt, type: webpage, title: T, authors: Doe", "OL105", "sources.yaml:2:58"),
        ("file: log.txt, type: webpage, title: T, reliability: B", "OL105", "sources.yaml:2:62"),
        ("file: log.txt, type: webpage, title: T, reliability: {grade: B}", "OL106", "sources.yaml:2:62"),
        ("file: log.txt, type: webpage, title: T, exclude: [Comments]", "OL105", "sources.yaml:2:59"),
        ("file: log.txt, type: webpage, title: T, corrects: [{says: x}]", "OL106", "sources.yaml:2:60"),
    ],
)
def test_what_is_wrong_is_told_at_its_place(wrong: str, code: str, place: str) -> None:
    _, found = decoded(f"sources:\n  log: {{{wrong}}}\n")
    assert [(one.code, str(one.span)) for one in found] == [(code, place)]


def test_a_wrong_source_is_left_out_and_the_others_kept() -> None:
    register, found = decoded(
        "sources:\n  log: {file: log.txt}\n  news: {file: n.txt, type: webpage, title: News}\n"
    )
    assert list(register.entries) == ["news"]
    assert len(found) == 2


@pytest.mark.parametrize("text", ["", "# nothing\n", "sources: ["])
def test_no_register_at_all(text: str) -> None:
    register, found = decode_register("sources.yaml", text.encode())
    assert register is None
    assert len(found) == 1
