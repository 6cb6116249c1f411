"""A brief in each language: all that briefgen says in it, as a reader would see it."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import Severity
from briefgen.editions.change_statement import markdown as change_statement
from briefgen.editions.changes import (
    Changes,
    FigureChange,
    JudgementChange,
    PassageChange,
    SourceChange,
    StatementChange,
)
from briefgen.rendering import markdown
from briefgen.text.wording import LANGUAGES, wording_of
from tests.briefs import outline_of
from tests.conftest import Expect

GOLDEN = Path(__file__).parents[1] / "golden" / "languages"

OUTLINE = """
title: "{language}"
as-of: 2025-01-20
language: {language}
scale: icd-203
register: sources.yaml
passages:
  troops: {{source: blog, quote: "about 12,000 North Korean soldiers", origin: speech}}
  earnings: {{source: blog, quote: "about $2,000 a month", origin-perhaps: rumour}}
  year: {{source: blog, quote: "over $200 million a year", origin-perhaps: rumour}}
  shells-blog: {{source: blog, quote: "between 5 and 8 million artillery shells"}}
  shells-news: {{source: news, quote: "9 million artillery shells"}}
  losses:
    {{source: news, quote: "around 3,800 killed and wounded", origin: speech,
     credibility: {{grade: 4, because: "…"}}}}
figures:
  shells:
    label: "…"
    unit: shells
    readings:
      - {{passage: shells-blog, low: 5 million, high: 8 million}}
      - {{passage: shells-news, value: 9 million}}
  pay: {{label: "…", unit: USD, readings: [{{passage: earnings, value: 2000}}]}}
  year: {{label: "…", unit: USD, formula: "pay * 12"}}
sections:
  - id: one
    title: "…"
    body:
      - "… [@troops; @losses] … [@shells-blog; @shells-news]"
      - {{judgement: "…", id: kj, likelihood: likely, confidence: moderate, because: "…", basis: [troops]}}
      - {{assumption: "…"}}
      - {{alternative: "…"}}
      - {{gap: "…"}}
      - estimates: [shells, pay, year]
key-judgements: [kj]
"""

REGISTER = """
sources:
  blog:
    file: blog.txt
    type: post-weblog
    title: A More Dangerous Threat?
    accessed: 2025-01-21
    language: en
    exclude: [{from: Comments, because: comment form}]
  news:
    file: news.txt
    type: article-newspaper
    title: Learning to Fight
    language: en
    authors: ["Doe, Jane", "Roe, R.", "Poe, P."]
    reliability: {grade: C, because: "…"}
    corrects: [{says: "9 million", remark: "…"}]
"""

CHANGES = Changes(
    since="2025-01-12.3",
    since_as_of="2025-01-12",
    judgements=(
        JudgementChange(block="", words="…", kind="new", after="likely"),
        JudgementChange(block="", words="…", kind="dropped", before="likely"),
        JudgementChange(block="", words="a", kind="reworded", before="a", after="b"),
        JudgementChange(block="", words="…", kind="likelihood", after="likely"),
        JudgementChange(block="", words="…", kind="confidence", before="x"),
    ),
    figures=(
        FigureChange(figure="f", label="…", by="…", before="", after="5"),
        FigureChange(figure="f", label="…", by="…", before="5", after=""),
        FigureChange(figure="f", label="…", by="…", before="5", after="6"),
    ),
    statements=(
        StatementChange(kind="added", what="statement", section="…", after="…"),
        StatementChange(kind="removed", what="statement", section="…", before="…"),
        StatementChange(kind="reworded", what="statement", section="…", before="a", after="b"),
    ),
    sources=(
        SourceChange(kind="new", source="s", title="…"),
        SourceChange(kind="withdrawn", source="s", title="…"),
        SourceChange(kind="altered", source="s", title="…", standing=1),
        SourceChange(kind="altered", source="s", title="…", standing=2),
        SourceChange(kind="altered", source="s", title="…", standing=14),
    ),
    passages=(
        PassageChange(kind="moved", passage="p", quoted="…", title="…", before="1", after="2"),
        PassageChange(kind="broken", passage="p", quoted="…", title="…", before="1"),
    ),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_all_that_briefgen_says_in_a_brief(language: str, expect: Expect) -> None:
    checked = outline_of(OUTLINE.format(language=language), register=REGISTER)
    assert checked.made is not None
    assert not [str(one) for one in checked.found if one.severity is Severity.ERROR]
    brief = markdown.render(checked.made.assembly.document).data.decode()
    wording = wording_of(language)
    parts = [
        brief,
        change_statement(CHANGES, "2025-01-20", wording),
        change_statement(Changes(since="2025-01-20.2", since_as_of="2025-01-20"), "2025-01-20", wording),
        change_statement(Changes(since="2025-01-20", since_as_of="2025-01-20"), "2025-01-20", wording),
    ]
    expect(GOLDEN / f"{language}.md", "\n".join(parts))


def test_a_house_s_own_scale_in_the_brief_s_language() -> None:
    own = """\
scale:
  name: Haus 2025
  terms:
    - {word: unwahrscheinlich, low: 0, high: 45}
    - {word: wahrscheinlich, low: 55, high: 80}
"""
    outline = OUTLINE.format(language="de").replace("scale: icd-203\n", own)
    checked = outline_of(
        outline.replace("likelihood: likely", "likelihood: wahrscheinlich"), register=REGISTER
    )
    assert checked.made is not None
    assert "EL602" not in checked.codes()
    brief = markdown.render(checked.made.assembly.document).data.decode()
    assert "Wahrscheinlichkeit: wahrscheinlich (55–80\u00a0%). Konfidenz: mittel." in brief
    assert "sind die der Skala Haus 2025 und stehen" in brief
    assert "| unwahrscheinlich | wahrscheinlich |\n| :-: | :-: |\n| bis 45\u00a0% | 55–80\u00a0% |" in brief


def test_a_term_that_the_house_s_own_scale_does_not_have() -> None:
    own = "scale: {name: Skala, terms: [{word: wahrscheinlich, low: 55, high: 80}]}\n"
    outline = OUTLINE.format(language="de").replace("scale: icd-203\n", own)
    checked = outline_of(outline, register=REGISTER)
    assert checked.marked("EL602") == ["likely"]
