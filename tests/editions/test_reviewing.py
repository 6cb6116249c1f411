"""Findings on the review page, each with the block that it is about."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, Position
from briefgen.editions.reviewing import review_of
from briefgen.model.document import List, blocks_of, plain, runs_of
from tests.briefs import made

TEMPLATE = b"""It went well. {{ cite('troops') }}

{% if true %}
  {{ passages.troops.text }} and **13,000** more
  men joined, 14,000 in all. {{ cite('troops') }}
{% endif %}

{{ figures.men.shown }} {{ cite('losses') }}
"""
SECTION = """{id: one, title: One, template: one.j2}
figures:
  men: {label: Men, unit: men, readings: [{passage: troops, value: 12000}]}
"""


def found_in(
    template: bytes = TEMPLATE, code: str = "FG201", section: str = SECTION
) -> list[tuple[Diagnostic, str]]:
    """The findings of a code, each with the words of its block on the review page."""
    _, brief, found = made(section, one__j2=template)
    blocks = [*blocks_of(brief.assembly.document)]
    items = [item for block in blocks if isinstance(block, List) for item in block.items]
    blocks += [inner for item in items for inner in item.blocks]
    words = {block.id: " ".join(map(plain, runs_of(block))) for block in blocks}
    shown = [one for one in review_of(brief.brief, brief.checked, found).findings if one.code == code]
    return [
        (one, words.get(each.block, "the brief"))
        for one, each in zip([one for one in found if one.code == code], shown, strict=True)
    ]


def test_findings_in_what_a_template_wrote_are_of_the_block_that_they_stand_in() -> None:
    ((first, block), (second, other), (third, last)) = found_in()
    assert [str(one.span) for one in (first, second, third)] == [
        "brief/one.j2:4:36",
        "brief/one.j2:5:15",
        "brief/outline.yaml:12:37",
    ]
    assert block == other and block.startswith("about 12,000 North Korean soldiers and 13,000 more")
    assert last == "12,000", "what a value printed was typed nowhere"


def test_a_finding_on_a_whole_statement_is_where_the_template_has_it() -> None:
    ((finding, block),) = found_in(b"It went well. {{ cite('troops') }}\n\nNobody\nsaw it.\n", "EV101")
    assert finding.span is not None
    assert (str(finding.span), finding.span.end) == ("brief/one.j2:3:1", Position(line=4, column=8))
    assert block == "Nobody saw it."


def test_a_finding_on_a_note_is_of_the_block_that_bears_its_mark() -> None:
    section = "{id: one, title: One, body: [{list: ['One. [@troops]', 'Two. [@troops]']}, {note: Heard.}]}\n"
    ((finding, block),) = found_in(b"", "EV107", section)
    assert str(finding.span) == "brief/outline.yaml:12:87"
    assert block == "Two."
