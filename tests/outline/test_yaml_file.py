"""YAML whose every value knows its place, down to the character."""

from __future__ import annotations

import re

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.outline.yaml_file import Mapping, Scalar, Sequence, YamlFile, read, typed_offsets

PIECES = st.sampled_from(
    [*"abé“”'\"\\#:-{[&*!|>%@`, \n", "\n\n", "  ", "조선", "🚢", "\t", "\u00a0", "\u2028", "\x85", "\ufeff"]
)
TEXTS = st.lists(PIECES, max_size=30).map("".join) | st.text(max_size=30)


def scalar_in(text: str) -> tuple[Scalar, YamlFile]:
    """The value under the key `k`."""
    file, _ = read("a.yaml", text.encode())
    assert isinstance(file.root, Mapping), text
    value = file.root.entries[0].value
    assert isinstance(value, Scalar)
    return value, file


OPENING = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n]*)?|[\"']|")
SPACE = re.compile(r"(?:\s|\ufeff|\\\s|\\[tnrvfNLP_ ]|\\x[0-9a-f]{2}|\\u[0-9a-f]{4})*", re.IGNORECASE)


def check_offsets(scalar: Scalar, text: str) -> None:
    """Every character of the value but white space stands at its offset, with only white space between."""
    offsets = typed_offsets(scalar, text)
    assert len(offsets) == len(scalar.value) + 1
    assert offsets == sorted(offsets)
    assert all(scalar.start <= offset <= scalar.end for offset in offsets)
    at = scalar.start + (0 if scalar.plain else opening(text[scalar.start :]))
    for character, offset in zip(scalar.value, offsets, strict=False):
        typed = typed_as(text, offset, scalar)
        if character.isspace():
            continue
        assert SPACE.fullmatch(text[at:offset]), f"{text[at:offset]!r} before {character!r}"
        assert typed_means(typed, character), (typed, character)
        at = offset + len(typed)


def opening(text: str) -> int:
    found = OPENING.match(text)
    return found.end() if found else 0


def typed_as(text: str, offset: int, scalar: Scalar) -> str:
    quote = "" if scalar.plain else text[scalar.start]
    if quote == '"' and text[offset] == "\\":
        found = re.match(r"\\(x..|u....|U........|[^xuU])", text[offset:], re.DOTALL)
        assert found
        return found[0]
    return text[offset : offset + 2] if quote == "'" and text[offset] == "'" else text[offset]


def typed_means(typed: str, character: str) -> bool:
    if typed == character or (typed == "''" and character == "'"):
        return True
    return typed.startswith("\\") and bool(yaml.safe_load(f'"{typed}"') == character)


@settings(max_examples=800)
@example("\u2028  a", "|", 20, True, False)
@given(
    TEXTS,
    st.sampled_from([None, '"', "'", "|", ">"]),
    st.sampled_from([20, 60, 10_000]),
    st.booleans(),
    st.booleans(),
)
@example("A \"quoted\" text.\n\nAnother 'one'.", '"', 20, True, False)
@example("it's  two\nlines", "'", 20, True, True)
def test_each_character_is_found_where_it_was_typed(
    value: str, style: str | None, width: int, unicode: bool, windows: bool
) -> None:
    text = yaml.dump({"k": value}, default_style=style, width=width, allow_unicode=unicode)
    if windows:
        text = text.replace("\n", "\r\n")
    scalar, file = scalar_in(text)
    check_offsets(scalar, file.text)


TYPED = {
    "plain": "k: The ferry carried [@a]\n",
    "plain over lines": "k: The ferry\n  carried\n\n  people [@a]\n",
    "plain in a list": "k: The ferry [@a]   # a remark\n",
    "single": "k: 'It''s the ferry''s [@a]'\n",
    "single over lines": "k: 'The ferry\n  carried\n\n  it''s people'\n",
    "double": 'k: "A \\"ferry\\" \\u00e9\\x41\\U0001F6A2 [@a]"\n',
    "double over lines": 'k: "The ferry \\\n  carried\n  people\\n[@a]"\n',
    "folded": "k: >-\n  The ferry\n  carried\n\n  people [@a]\n",
    "folded, deeper": "k: >\n  The ferry:\n    carried\n    people\n  home [@a]\n",
    "folded, indented by two": "k: >2-\n   The ferry\n  carried\n",
    "folded, with a remark": "k: > # not text\n  The ferry # text\n  carried\n",
    "literal": "k: |\n  The ferry\n\n  - carried [@a]\n",
    "literal, kept": "k: |+\n  The ferry\n\n\nl: m\n",
    "literal, windows": "k: |\r\n  The ferry\r\n  carried\r\n",
}


@pytest.mark.parametrize("text", TYPED.values(), ids=TYPED.keys())
def test_as_people_type(text: str) -> None:
    scalar, file = scalar_in(text)
    check_offsets(scalar, file.text)


def under(text: str, words: str) -> str:
    """What stands in the file under the span of some words of the value."""
    scalar, file = scalar_in(text)
    at = scalar.value.index(words)
    span = file.span_within(scalar, at, at + len(words))
    line = file.text.split("\n")[span.start.line - 1]
    return line[span.start.column - 1 : span.end.column - 1 if span.end.line == span.start.line else None]


@pytest.mark.parametrize("name", [name for name, text in TYPED.items() if "[@a]" in text])
def test_a_span_within_a_value_stands_under_its_words(name: str) -> None:
    assert under(TYPED[name], "@a") == "@a"


def test_a_block_text_begins_with_its_words() -> None:
    scalar, file = scalar_in("k: >-\n\n  The ferry\n  carried\nl: m\n")
    span = file.span_of(scalar)
    assert (str(span), span.end.line, span.end.column) == ("a.yaml:3:3", 4, 10)


def test_scalars_stay_as_typed() -> None:
    file, found = read("a.yaml", b"[NO, 12:30, 1e3, 0x10, null, ~, yes, 2025-01-20, 0123]")
    assert not found
    assert isinstance(file.root, Sequence)
    values = [item.value for item in file.root.items if isinstance(item, Scalar)]
    assert values == ["NO", "12:30", "1e3", "0x10", "null", "~", "yes", "2025-01-20", "0123"]


def test_the_former_of_two_equal_keys_counts() -> None:
    file, (found,) = read("a.yaml", b"a: 1\nb: 2\na: 3\n")
    assert isinstance(file.root, Mapping)
    assert [entry.key.value for entry in file.root.entries] == ["a", "b"]
    assert (found.code, str(found.span), str(found.related[0].span)) == ("OL102", "a.yaml:3:1", "a.yaml:1:1")


@pytest.mark.parametrize("text", ["", "\n\n", "# a remark\n", "---\n", "\ufeff"])
def test_nothing_is_no_root_and_no_error(text: str) -> None:
    file, found = read("a.yaml", text.encode())
    root = file.root
    assert not found
    assert root is None or (isinstance(root, Scalar) and not root.value)


@settings(max_examples=500)
@given(st.binary(max_size=60) | st.text(alphabet="ab:-[]{}\"'|>&*!%@#? \n\t\\,", max_size=40).map(str.encode))
def test_any_bytes_give_nodes_or_an_error_within_the_file(data: bytes) -> None:
    file, found = read("a.yaml", data)
    lines = file.text.split("\n")
    for one in found:
        assert one.span is not None
        assert 1 <= one.span.start.line <= len(lines)
        assert 1 <= one.span.start.column <= len(lines[one.span.start.line - 1]) + 1
    assert file.root is not None or found or not data.decode("utf-8-sig").strip(" \n\r#-.%") or b"#" in data
