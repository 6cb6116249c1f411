"""Templates: what they see, what they may do, and that no word of a source is read as markup."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from briefgen.assembling.template_values import template_values
from briefgen.assembling.templates import escaped, run
from briefgen.diagnostics import Diagnostic, Position, Span
from briefgen.outline.format.reference import as_markdown
from briefgen.outline.markup import MarkupBlock, MarkupParagraph, Words, parse
from tests.briefs import HEAD, brief_of

NAMED_AT = Span(file="outline.yaml", start=Position(line=7, column=15), end=Position(line=7, column=25))
FIGURES: Mapping[str, Any] = {"figures": {"troops": {"shown": "12,000"}, "items": {"shown": "five"}}}


def printed(source: str, values: Mapping[str, Any] = FIGURES, **included: str) -> str:
    text, found = tried(source, values, **included)
    assert text is not None, found
    return text


def tried(
    source: str, values: Mapping[str, Any] = FIGURES, **included: str
) -> tuple[str | None, list[Diagnostic]]:
    def load(name: str) -> tuple[str, str] | None:
        stem = name.removesuffix(".md.j2")
        return (f"sections/{name}", included[stem]) if stem in included else None

    return run("sections/a.md.j2", source, values, load, NAMED_AT)


def refused(source: str, **included: str) -> Diagnostic:
    text, (found,) = tried(source, FIGURES, **included)
    assert text is None
    return found


def test_values_are_printed_as_words_and_the_template_as_markdown() -> None:
    assert printed("**{{ x }}** [@a]", {"x": "*one* [@b] & <two>"}) == r"**\*one\* \[@b\] \& \<two\>** [@a]"


def test_cite_writes_a_citation() -> None:
    assert printed('It sails. {{ cite("dawn", "dusk") }}') == "It sails. [@dawn; @dusk]"


def test_an_entry_goes_before_a_method_of_its_name() -> None:
    assert printed("{{ figures.items.shown }} of {{ figures['troops'].shown }}") == "five of 12,000"


def test_what_has_a_hyphen_in_its_id_is_there_once_and_has_two_names() -> None:
    figures = "figures:\n"
    for name in ("pay-month", "pay", "payYear"):
        figures += f"  {name}: {{label: {name}, unit: men, readings: [{{passage: troops, value: 12000}}]}}\n"
    made = brief_of("- Sent. [@troops]", head=HEAD + figures).made
    assert made is not None
    assert made.gathered.outline is not None
    values = template_values(made.gathered.outline, made.gathered.evidence, made.assembly.figures)
    for kind in ("figures", "passages", "sources"):
        ids = list(values[kind])
        assert printed(f"{{{{ {kind} | length }}}}", values) == str(len(ids))
        assert (
            printed(f"{{% for id, one in {kind}.items() %}}{{{{ id }}}} {{% endfor %}}", values).split()
            == ids
        )
    assert list(values["figures"]) == ["pay-month", "pay", "payYear"]
    for way in (".pay_month", "['pay_month']", "['pay-month']", ".get('pay_month')", ".payYear", ".pay"):
        assert printed(f"{{{{ figures{way}.shown }}}}", values) == "12,000"
    assert printed("{{ 'pay_month' in figures }} {{ 'pay-year' in figures }}", values) == "True False"
    assert printed("{{ figures.get('fee', 'none') }}", values) == "none"
    assert "“pay_month”" in tried("{{ figures.pay_mont.shown }}", values)[1][0].hint


def test_blocks_leave_no_lines_behind() -> None:
    source = "{% for n in ['a', 'b'] %}\n- {{ n }}\n{% endfor %}\nend"
    assert printed(source) == "- a\n- b\nend"


def test_includes() -> None:
    assert printed('{% include "b.md.j2" %}!', b="{{ figures.troops.shown }} men") == "12,000 men!"


def where(found: Diagnostic) -> str:
    return str(found.span)


def test_an_unknown_name_is_told_with_the_nearest() -> None:
    found = refused("One\n{{ figures.troop.shown }}\n")
    assert (found.code, where(found)) == ("TP103", "sections/a.md.j2:2:1")
    assert found.message == "the template asks for “troop”, which is not there"
    assert found.hint == "did you mean “troops”?"


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ("figures.ships_sank", "did you mean “ships_sunk”?"),
        ("figures['ships-sank']", "did you mean “ships-sunk”?"),
        ("figures.passengers", "there are: ships-sunk, ships_sunk"),
        ("sources.passengers", "the brief has no sources"),
    ],
)
def test_an_unknown_figure_is_told_with_the_nearest_figure_and_nothing_else(asked: str, hint: str) -> None:
    values: Mapping[str, Any] = {
        "figures": {"ships-sunk": {}},
        "passages": {"ships-sank": {}, "passengers": {}},
        "sources": {},
    }
    text, (found,) = tried(f"{{{{ {asked}.shown }}}}", values)
    assert text is None
    assert found.hint == hint


def test_an_error_in_an_included_template_is_told_there() -> None:
    found = refused('{% include "b.md.j2" %}', b="one\ntwo\n  {{ figures.ships }}\n")
    assert (found.code, where(found)) == ("TP103", "sections/b.md.j2:3:3")


def test_broken_syntax_in_an_included_template_is_told_there() -> None:
    found = refused('{% include "b.md.j2" %}', b="one\n{% if %}\n")
    assert (found.code, where(found)) == ("TP101", "sections/b.md.j2:2:1")


def test_a_missing_include_is_told_where_it_is_asked_for() -> None:
    found = refused('one\n{% include "c.md.j2" %}')
    assert (found.code, where(found)) == ("TP102", "sections/a.md.j2:2:1")


@pytest.mark.parametrize(
    "source",
    [
        "{{ cite.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ figures.__class__ }}",
        "{{ (1).__class__.__base__.__subclasses__() }}",
        "{{ self.__init__.__globals__ }}",
        "{{ cycler.__init__.__globals__.os }}",
        "{{ figures.clear() }}",
        "{{ figures.troops.update({'shown': 'none'}) }}",
        "{{ range(10000000) }}",
        "{% for a in range(2000) %}{% for b in range(2000) %}{% endfor %}{% endfor %}",
        "{{ 'x' * 100000000 }}",
        "{{ 100000000 * 'x' }}",
        "{{ [0] * 100000000 }}",
        "{{ 9 ** 9999999 }}",
        "{% for a in range(2000) %}{{ 'x' * 1000 }}{% endfor %}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ lipsum.__globals__ }}",
        "{% include 'a' %}",
        "{% import 'os' as os %}",
        "{{ 1 / 0 }}",
    ],
)
def test_what_a_template_may_not_do(source: str) -> None:
    found = refused(source)
    assert found.code.startswith("TP10")
    assert found.span is not None


def flat(text: str) -> str:
    """Words as a paragraph holds them: white space ends at its ends and is one space within."""
    return re.sub(r"[ \t\n\r\f\v]+", " ", text).strip()


VISIBLE = st.characters(exclude_categories=["Cc", "Cs"])
HARD = st.sampled_from([*"*_`[]()<>#|~!\\&;:@.-+=\n \t1", "[@a]", "1. ", "- ", "---", "===", "    ", "&amp;"])
MIXED = st.lists(HARD | st.text(VISIBLE, max_size=3), max_size=15).map("".join)


@settings(max_examples=800)
@given(st.text(VISIBLE, max_size=30) | MIXED)
@example("-")
@example("1.")
@example("12)")
@example("    four spaces")
@example("one\n\ntwo\n===\n")
@example("https://example.org/a_b_c")
@example("|a|b|\n|-|-|\n|c|d|")
def test_escaped_words_mean_these_words(text: str) -> None:
    words = [flat(text)] if flat(text) else []
    assert [words_in(block) for block in parse(escaped(text))] == words


def words_in(block: MarkupBlock) -> str:
    assert isinstance(block, MarkupParagraph), block
    assert all(isinstance(inline, Words) for inline in block.inlines), block
    return "".join(inline.text for inline in block.inlines if isinstance(inline, Words))


@settings(max_examples=300)
@given(st.text(VISIBLE, max_size=30))
def test_escaped_words_are_not_escaped_again(text: str) -> None:
    assert escaped(escaped(text)) == escaped(text)


def test_the_reference_page_names_all_that_a_template_sees() -> None:
    page = as_markdown().partition("## Templates")[2]
    figures = "figures: {t: {label: T, unit: men, readings: [{passage: troops, value: 12000}]}}\n"
    checked = brief_of("- Hello. [@troops]", head=HEAD + figures)
    assert checked.made is not None
    brief = checked.made.brief
    values = template_values(brief.outline, brief.evidence, brief.assembly.figures)
    names = {"cite", *values, *values["figures"]["t"]["readings"][0]}
    for kind in ("figures", "passages", "sources"):
        names |= {name for one in values[kind].values() for name in one}
    assert {name for name in names if f"`{name}`" not in page and f"`{name}(" not in page} == set()
