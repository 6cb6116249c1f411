"""Reading captured files: what a reader would see, paragraph by paragraph, and what is wrong with a file."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefgen.diagnostics import Position
from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText
from briefgen.sources.reading import capture, read

SEEDS = Path(__file__).parents[2] / "seeds"


def source(file: str) -> Source:
    return Source(id="s", type="webpage", title="A source", file=file)


def text_of(raw: str, file: str = "a.txt") -> SourceText:
    text, diagnostics = read(source(file), raw.encode(), [])
    assert text is not None, diagnostics
    return text


def paragraphs(text: SourceText) -> list[str]:
    return [text.canonical[extent.start : extent.end] for extent in text.paragraphs]


def test_a_capture_records_the_bytes() -> None:
    data = b"\xef\xbb\xbfwords\r\n"
    record = capture("s", "a.txt", data)
    assert (record.source, record.file, record.size) == ("s", "a.txt", 10)
    assert record.sha256 == hashlib.sha256(data).hexdigest()


def test_lines_wider_than_any_wrap_are_paragraphs() -> None:
    wide = "This line runs on far longer than any that a mailer or an editor would have wrapped. " * 2
    text = text_of(f"Category\nWar\n{wide}\n\n{wide}")
    assert paragraphs(text) == ["Category", "War", wide.strip(), wide.strip()]


def test_wrapped_lines_are_joined_and_blank_lines_part_paragraphs() -> None:
    raw = (
        "The quick brown fox of the old tale jumps over\n"
        "the lazy dog. It is, so they say, now a self-\n"
        "propelled fox and no longer knows the old for-\n"
        "est, though a forest was its home.\n"
        "\n"
        "Another paragraph begins here, after a blank\n"
        "line, and ends.\n"
    )
    assert paragraphs(text_of(raw)) == [
        "The quick brown fox of the old tale jumps over the lazy dog. It is, so they say, now a "
        "self-propelled fox and no longer knows the old forest, though a forest was its home.",
        "Another paragraph begins here, after a blank line, and ends.",
    ]


def test_short_lines_are_a_list_and_stay_lines() -> None:
    assert paragraphs(text_of("Ground Forces\nNavy and Air Force\nStrategic Rocket Forces\n")) == [
        "Ground Forces",
        "Navy and Air Force",
        "Strategic Rocket Forces",
    ]


def test_list_items_and_short_lines_stand_by_themselves() -> None:
    raw = "A list of the things that were seen:\n- one item that is quite long indeed\n- two\n\nHeading\nText"
    assert paragraphs(text_of(raw)) == [
        "A list of the things that were seen:",
        "- one item that is quite long indeed",
        "- two",
        "Heading",
        "Text",
    ]


def test_raw_offsets_lead_into_the_file() -> None:
    text = text_of("\ufeffSo\u00adme  “words”\r\n\r\nMore")
    at = text.canonical.index("words")
    assert text.raw[text.origins[at] :].startswith("words")
    assert text.raw[text.origins[text.canonical.index("More")] :] == "More"


@pytest.mark.parametrize("name", ["000_4c964d4cc3adf96c.txt", "002_93494bc43df888ce.txt"])
def test_each_line_of_the_seeds_is_a_paragraph(name: str) -> None:
    data = (SEEDS / name).read_bytes()
    text, diagnostics = read(source(name), data, [])
    assert text is not None
    assert diagnostics == []
    lines = [line for line in data.decode().splitlines() if line.strip()]
    assert len(text.paragraphs) == len(lines)


def test_bytes_that_are_not_utf8_are_named_with_their_place() -> None:
    text, diagnostics = read(source("a.txt"), "Erste Zeile\nGrüße".encode("latin-1"), [])
    assert text is None
    (found,) = diagnostics
    assert found.code == "SR422"
    assert found.message == "a.txt is not UTF-8: byte 0xFC at offset 14, in line 2"
    assert found.span is not None
    assert found.span.start == Position(line=2, column=3)
    assert "iconv" in found.hint


def test_utf16_is_recognised() -> None:
    _, (found,) = read(source("a.txt"), "words".encode("utf-16"), [])
    assert "UTF-16" in found.hint


def test_an_empty_file_is_an_error() -> None:
    text, (found,) = read(source("a.txt"), b" \n\n", [])
    assert text is None
    assert (found.code, found.message) == ("SR423", "a.txt holds no text")


def test_an_unknown_ending_is_an_error_that_names_the_known_ones() -> None:
    text, (found,) = read(source("a.xyz"), b"words", [])
    assert text is None
    assert found.code == "SR421"
    assert ".txt" in found.hint
