"""However an outline, a register or a template is damaged, a person is told where; nothing breaks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic, render
from briefgen.editions.gathering import Gathered, gather
from briefgen.editions.making import make
from briefgen.editions.workspace import workspace_of
from briefgen.rendering import json, markdown
from briefgen.world.frozen import FrozenWorld
from tests.first_brief import OUTLINE, ROOT, SEEDS

REGISTER = SEEDS / "sources.yaml"
TEMPLATE = OUTLINE.parent / "sections" / "russian-benefits.md.j2"
SIGNS = [*"[]{}:,'\"-#&*!|>%@`\t \\éx0🚢", "\u2028", "\x07", "{{", "{%", "%}"]

Damage = Callable[[list[str], int, int], list[str]]


def without_a_line(lines: list[str], at: int, other: int) -> list[str]:
    return lines[:at] + lines[at + 1 :]


def with_a_line_twice(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], lines[other], *lines[at:]]


def with_lines_swapped(lines: list[str], at: int, other: int) -> list[str]:
    swapped = list(lines)
    swapped[at], swapped[other] = lines[other], lines[at]
    return swapped


def with_a_sign(lines: list[str], at: int, other: int) -> list[str]:
    line = lines[at]
    place = other % (len(line) + 1)
    sign = SIGNS[other % len(SIGNS)]
    return [*lines[:at], line[:place] + sign + line[place + other % 2 :], *lines[at + 1 :]]


def cut_off(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], lines[at][: other % (len(lines[at]) + 1)]]


def indented(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], " " * (other % 5) + lines[at], *lines[at + 1 :]]


def moved_left(lines: list[str], at: int, other: int) -> list[str]:
    return [*lines[:at], lines[at][other % 4 :], *lines[at + 1 :]]


DAMAGES: list[Damage] = [
    without_a_line,
    with_a_line_twice,
    with_lines_swapped,
    with_a_sign,
    with_a_sign,
    cut_off,
    indented,
    moved_left,
]
STEPS = st.lists(
    st.tuples(st.sampled_from(DAMAGES), st.integers(0, 10_000), st.integers(0, 10_000)),
    min_size=1,
    max_size=4,
)
INPUTS = {
    path: path.read_text(encoding="utf-8")
    for folder in (OUTLINE.parent, SEEDS)
    for path in folder.rglob("*")
    if path.is_file()
}


def stands_in_its_file(found: Diagnostic, gathered: Gathered) -> bool:
    if found.span is None or found.span.file not in gathered.texts:
        return True
    lines = gathered.texts[found.span.file].split("\n")
    start = found.span.start
    return (
        start.line <= len(lines)
        and start.column <= len(lines[start.line - 1]) + 1
        and start <= found.span.end
    )


@settings(max_examples=60)
@given(st.sampled_from([OUTLINE, OUTLINE, REGISTER, TEMPLATE]), STEPS)
def test_damage_is_told_where_it_is(path: Path, steps: list[tuple[Damage, int, int]]) -> None:
    lines = INPUTS[path].split("\n")
    for damage, at, other in steps:
        if lines:
            lines = damage(lines, at % len(lines), other % len(lines))
    texts = INPUTS | {path: "\n".join(lines)}
    world = FrozenWorld({name: text.encode() for name, text in texts.items()})
    gathered = gather(workspace_of(OUTLINE, world, ROOT))
    made, found = make(gathered)
    for one in found:
        assert stands_in_its_file(one, gathered), one
        render(one, lambda name: gathered.texts[name].split("\n") if name in gathered.texts else None)
    if made is None:
        assert any(one.severity == "error" for one in found)
    else:
        markdown.render(made.assembly.document)
        json.render(made.assembly.document)
