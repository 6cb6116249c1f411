"""What a template wrote, and where in its file, or in one that it includes, that was typed."""

from __future__ import annotations

import pytest

from briefgen.assembling.templates import run, trace
from briefgen.assembling.tracing import Trace, TracedText, traced_blocks
from briefgen.diagnostics import Position, Span

VALUES = {"figures": {"troops": {"shown": "12,000"}}}
KEY = Span(file="outline.yaml", start=Position(line=1, column=1), end=Position(line=1, column=2))


def traced(source: str, **included: str) -> tuple[str, Trace]:
    """What a template writes, and the way back."""

    def load(name: str) -> tuple[str, str] | None:
        return (name, included[name.removesuffix(".j2")]) if name.removesuffix(".j2") in included else None

    written, found = run("a.j2", source, VALUES, load, KEY)
    assert written is not None, found
    return written, trace("a.j2", source, VALUES, load, written)


def place(source: str, words: str, nth: int = 0, **included: str) -> str:
    """Where words of what a template writes were typed, and how many characters of the file that are."""
    written, back = traced(source, **included)
    at = -1
    for _ in range(nth + 1):
        at = written.index(words, at + 1)
    span = back.span(at, at + len(words))
    return f"{span} to {span.end.line}:{span.end.column}" if span else "nowhere"


@pytest.mark.parametrize(
    ("source", "words", "expected"),
    [
        ("One.\n\nTwo men went.\n", "Two men", "a.j2:3:1 to 3:8"),
        ("{{ figures.troops.shown }} went, 13,000 came.", "13,000", "a.j2:1:34 to 1:40"),
        ("Some {{ figures.troops.shown }} men went.", "Some 12,000 men", "a.j2:1:1 to 1:36"),
        ("{{ figures.troops.shown }} went.", "12,000", "nowhere"),
        ("{{ figures.troops.shown }} went.", "12,000 went", "nowhere"),
        ("{% if true %}\n  It went.\n{% endif %}\n", "went", "a.j2:2:6 to 2:10"),
        ("A {# not 5 #}\n{%- set x = '5' -%}\n  5 {{ x }} men.", "5 5 men", "a.j2:3:3 to 3:16"),
        ("x{{ 'a' }}a b", "aa b", "nowhere"),
        ("x{{ 'a' }}a b", "a b", "a.j2:1:11 to 1:14"),
        ("{% raw %}{{ 5 }}{% endraw %} men", "{{ 5 }} men", "a.j2:1:10 to 1:33"),
        ("a\r\n5 men\r\n", "5 men", "a.j2:2:1 to 2:6"),
    ],
)
def test_words_lead_to_where_they_were_typed(source: str, words: str, expected: str) -> None:
    assert place(source, words) == expected


def test_the_same_words_are_told_apart() -> None:
    source = "{% for each in ['a', 'b'] %}\n5 men, {{ each }}.\n\n{% endfor %}\n5 men.\n"
    assert [place(source, "5 men", nth).split()[0] for nth in range(3)] == [
        "a.j2:2:1",
        "a.j2:2:1",
        "a.j2:5:1",
    ]


def test_words_of_an_included_template_lead_there() -> None:
    assert place("One.\n\n{% include 'b.j2' %}", "5 men", b="Then\n5 men.") == "b.j2:2:1 to 2:6"
    assert place("5 {% include 'b.j2' %}", "5 men", b="men") == "nowhere", "they stand in two files"


def test_words_of_a_macro_lead_to_it() -> None:
    assert place("{% macro m() %}5 men{% endmacro %}\n{{ m() }} went.", "5 men") == "a.j2:1:16 to 1:21"


@pytest.mark.parametrize(
    "source",
    [
        "{% set x %}5 men{% endset %}{{ x|length }} letters",
        "{% filter upper %}five men{% endfilter %}",
        "{% filter reverse %}five men{% endfilter %}",
    ],
)
def test_what_was_made_otherwise_from_text_comes_from_nowhere(source: str) -> None:
    written, back = traced(source)
    assert all(back.span(at, at + 1) is None for at in range(len("FIVE MEN") - 1)), written


def test_a_block_is_where_its_first_and_last_words_are() -> None:
    source = (
        "One\nis here.\n\n{{ figures.troops.shown }} men. {{ cite('a') }}\n\n{{ figures.troops.shown }}\n"
    )
    parts = traced_blocks(*traced(source))
    assert [part.value for part in parts] == ["One\nis here.", "12,000 men. [@a]", "12,000"]
    shown = [
        f"{each}-{each.end.line}:{each.end.column}" if each else "" for each in (p.extent for p in parts)
    ]
    assert shown == ["a.j2:1:1-2:9", "a.j2:4:28-4:32", ""]


def test_without_a_way_back_there_is_no_place() -> None:
    part = TracedText(value="5 men", start=0, trace=Trace())
    assert part.extent is None
    assert part.span_within(0, 1) is None
