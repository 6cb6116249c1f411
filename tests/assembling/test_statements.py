"""Each kind of statement, from what an analyst writes to the blocks that a reader gets."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from briefgen.model.chart import Event, RangeChart, Timeline, ValueChart
from briefgen.model.document import (
    Block,
    Callout,
    Confidence,
    Figure,
    Heading,
    Label,
    Likelihood,
    List,
    Paragraph,
    Quotation,
    Section,
    Table,
    marks_in,
    plain,
    runs_of,
)
from tests.briefs import HEAD, brief_of

FIGURES = """
figures:
  shells: {label: Shells, unit: shells, readings: [
    {passage: shells-blog, low: 5 million, high: 8 million}, {passage: shells-news, value: 9 million}]}
  troops: {label: Troops, unit: soldiers, remark: of all kinds, readings: [{passage: troops, value: 12000}]}
  pairs: {label: Pairs, unit: pairs, formula: troops / 2}
  half: {label: Half, unit: soldiers, formula: troops / 2}
  lost: {label: Lost, unit: soldiers, readings: [{passage: losses, value: 3800}]}
"""


def section_of(body: str, head: str = HEAD) -> Section:
    checked = brief_of(body, head=head)
    assert checked.made is not None, checked.found
    return next(one for one in checked.made.assembly.document.sections if one.id == "one")


def blocks_of(body: str, head: str = HEAD) -> Sequence[Block]:
    return section_of(body, head).blocks


def text_of(block: Block) -> str:
    return " ".join(filter(None, (plain(run) for run in runs_of(block))))


def marks(block: Block) -> int:
    return sum(len(list(marks_in(run))) for run in runs_of(block))


def cited_in(block: Block, body: str) -> list[str]:
    """The passages that the notes of a block lead to."""
    checked = brief_of(body, head=HEAD + FIGURES)
    assert checked.made is not None
    notes = {note.id: note for note in checked.made.assembly.document.notes}
    return [name for run in runs_of(block) for mark in marks_in(run) for name in notes[mark.note].passages]


def test_a_text_of_several_blocks() -> None:
    first, heading, items = blocks_of("- |\n  One. [@troops]\n\n  ## Two\n\n  - three\n")
    assert isinstance(first, Paragraph)
    assert (text_of(first), marks(first)) == ("One.", 1)
    assert isinstance(heading, Heading)
    assert isinstance(items, List)


def test_a_text_with_an_id() -> None:
    (block,) = blocks_of("- {text: 'One. [@troops]', id: kpa-1}")
    assert block.id == "kpa-1"


def test_a_judgement_with_all_it_can_have() -> None:
    (block,) = blocks_of("""
        - judgement: They would stay
          likelihood: likely
          confidence: low
          because: Two sources, one origin.
          basis: [troops, losses]
          id: kj-stay
    """)
    assert isinstance(block, Callout)
    assert (block.id, block.kind, block.label) == ("kj-stay", "judgement", "Judgement")
    assert plain(block.inlines) == "They would stay."
    assert marks(block) == 1, "the basis is one note"
    assert plain(block.details) == ("Likelihood: likely (55–80%). Confidence: low. Two sources, one origin.")
    assert block.likelihood == Likelihood(term="likely", low=55, high=80)
    assert block.confidence == Confidence(level="low", because="Two sources, one origin.")


def test_a_term_of_the_yardstick() -> None:
    head = HEAD.replace("icd-203", "phia")
    (block,) = blocks_of("- {judgement: They would stay, likelihood: remote chance, basis: [troops]}", head)
    assert isinstance(block, Callout)
    assert plain(block.details).strip() == "Likelihood: remote chance (up to 5%)."


@pytest.mark.parametrize("kind", ["assumption", "alternative", "gap"])
def test_other_callouts(kind: str) -> None:
    (block,) = blocks_of(f"- {kind}: Nobody knows. [@troops]")
    assert isinstance(block, Callout)
    assert (block.kind, block.label) == (kind, kind.capitalize())
    assert (plain(block.inlines), marks(block), block.details) == ("Nobody knows.", 1, ())


def test_a_question_gets_no_full_stop() -> None:
    (block,) = blocks_of("- gap: Who knows?")
    assert text_of(block) == "Who knows?"


def test_a_quotation_is_verbatim_with_its_note() -> None:
    (block,) = blocks_of("- {quote: losses, attribution: The minister}")
    assert isinstance(block, Quotation)
    assert text_of(block) == "“around 3,800 killed and wounded” The minister"
    assert marks(block) == 1


def test_a_table_of_the_authors_own() -> None:
    (block,) = blocks_of("""
        - table:
            header: [Who, What]
            align: [left, right]
            rows:
              - [Blog, "12,000 [@troops]"]
              - [News, ""]
          caption: Who says what
    """)
    assert isinstance(block, Table)
    assert [column.align for column in block.columns] == ["left", "right"]
    assert text_of(block) == "Who says what Who What Blog 12,000 News"
    assert marks(block) == 1


def test_a_list() -> None:
    (block,) = blocks_of("- {list: ['One. [@troops]', Two.], ordered: yes}")
    assert isinstance(block, List)
    assert block.ordered
    assert [text_of(item.blocks[0]) for item in block.items] == ["One.", "Two."]


def test_a_timeline_is_in_order_of_time() -> None:
    (block,) = blocks_of("""
        - timeline:
            - {date: 2024-12, text: 'Joined the war. [@troops]'}
            - {date: 2024-06-01, until: 2024-06-30, text: Signed.}
          caption: What happened
    """)
    assert isinstance(block, Figure)
    assert plain(block.caption) == "What happened", "said once, below the drawing"
    assert block.content == Timeline(
        title="",
        events=(
            Event(start="2024-06-01", end="2024-06-30", label="Signed."),
            Event(start="2024-12", end="2024-12", label="Joined the war."),
        ),
    )
    assert marks(block) == 1


def test_one_voice_with_several_values_is_said_to_have_them() -> None:
    figures = """
figures:
  shells:
    label: Shells
    unit: shells
    readings:
      - {passage: shells-blog, low: 5 million, high: 8 million}
      - {passage: troops, value: 12000}
"""
    table = blocks_of("- estimates: [shells]", HEAD + figures)[0]
    assert isinstance(table, Table)
    assert plain(table.rows[0][2].inlines) == "One voice only, with several values."


def test_estimates_are_a_table_remarks_and_a_chart_of_each_conflict() -> None:
    table, remark, chart = blocks_of(
        "- {estimates: [shells, troops, pairs], caption: In numbers}", HEAD + FIGURES
    )
    assert isinstance(table, Table)
    rows = [[plain(cell.inlines) for cell in row] for row in table.rows]
    assert rows == [
        [
            "Shells",
            "5–8 million – A More Dangerous Threat?\n9 million – Learning to Fight",
            "The sources part: no value fits all.",
        ],
        ["Troops", "12,000 – A More Dangerous Threat?", "One voice only."],
        ["Pairs", "6,000 – computed: 12,000 ÷ 2", "Computed from the figures named."],
    ]
    assert marks(table) == 3
    assert isinstance(remark, Paragraph)
    assert (remark.role, text_of(remark)) == ("remark", "Troops: of all kinds")
    assert isinstance(chart, Figure)
    assert isinstance(chart.content, RangeChart)
    assert [(one.low, one.high, one.shown) for one in chart.content.readings] == [
        (5.0, 8.0, "5–8 million"),
        (9.0, 9.0, "9 million"),
    ]
    assert chart.content.unit == "million shells"


def test_estimates_without_charts() -> None:
    assert len(blocks_of("- {estimates: [shells], chart: no}", HEAD + FIGURES)) == 1


def test_a_bar_chart_of_figures() -> None:
    (block,) = blocks_of("- figure: {chart: [troops, half], kind: bar, caption: Force}", HEAD + FIGURES)
    assert isinstance(block, Figure)
    assert isinstance(block.content, ValueChart)
    assert block.content.categories == ("Troops", "Half")
    assert block.content.series[0].values == (12000.0, 6000.0)


def test_the_line_of_one_figure_goes_from_day_to_day() -> None:
    days = {"shells-blog": "as-of: 2025-01-03", "shells-news": "as-of: 2024-12"}
    head = HEAD + FIGURES
    for name, day in days.items():
        head = head.replace(f"{name}: {{source", f"{name}: {{{day}, source")
    body = "- figure: {chart: shells, kind: line}"
    (block,) = blocks_of(body, head)
    assert isinstance(block, Figure)
    assert isinstance(block.content, ValueChart)
    assert (block.content.title, block.content.unit) == ("Shells", "million shells")
    assert block.content.categories == ("December 2024", "3 January 2025")
    assert block.content.series[0].values == (9.0, 6.5)
    first, second = block.content.days
    assert second - first == 33
    assert marks(block) == 2


def test_a_reading_without_a_day_has_no_place_on_a_line_through_time() -> None:
    checked = brief_of("- figure: {chart: shells, kind: line}", head=HEAD + FIGURES)
    assert checked.marked("FG103") == ["shells", "shells"]


@pytest.mark.parametrize(
    ("chart", "cited"),
    [
        ("chart: [troops, lost], kind: bar", ["troops", "losses"]),
        ("chart: [lost, half, troops], kind: line", ["losses", "troops"]),
        ("chart: pairs, kind: bar", ["troops"]),
        ("chart: shells, kind: bar", ["shells-blog"]),
        ("chart: shells", ["shells-blog", "shells-news"]),
    ],
)
def test_a_chart_cites_what_it_draws_behind_its_caption(chart: str, cited: list[str]) -> None:
    body = f"- {{figure: {{{chart}, caption: 'Force, in all'}}}}"
    (block,) = blocks_of(body, HEAD + FIGURES)
    assert isinstance(block, Figure)
    assert cited_in(block, body) == cited
    assert (plain(block.caption[:1]), marks(block)) == ("Force, in all", len(cited))


def test_a_chart_does_not_cite_again_what_its_caption_cites() -> None:
    body = "- figure: {chart: [troops, lost], kind: bar, caption: 'Force [@troops]'}"
    (block,) = blocks_of(body, HEAD + FIGURES)
    assert cited_in(block, body) == ["troops", "losses"]


def test_several_charts_each_cite_their_own() -> None:
    body = "- {figure: {chart: [troops, shells], caption: 'Both'}}"
    first, second = blocks_of(body, HEAD + FIGURES)
    assert cited_in(first, body) == ["troops"]
    assert cited_in(second, body) == ["shells-blog", "shells-news"]


@pytest.mark.parametrize(
    ("body", "word"),
    [
        ("- figure: {chart: [troops, half], kind: bar}", "Source: "),
        ("- figure: {chart: [troops, lost], kind: bar}", "Sources: "),
        ("- timeline: [{date: 2024-12, text: 'Joined. [@troops]'}]", "Source: "),
        ("- timeline: [{date: 2024-12, text: Joined.}]", ""),
    ],
)
def test_marks_without_a_caption_are_called_what_they_are(body: str, word: str) -> None:
    (block,) = blocks_of(body, HEAD + FIGURES)
    assert isinstance(block, Figure)
    assert "".join(one.text for one in block.caption if isinstance(one, Label)) == word


def test_figures_of_different_units_share_no_axis() -> None:
    body = "- figure: {chart: [troops, shells, half, pairs], kind: KIND}"
    for kind in ("bar", "line"):
        checked = brief_of(body.replace("KIND", kind), head=HEAD + FIGURES)
        assert checked.marked("FG102") == ["shells", "pairs"]
    assert "FG102" not in brief_of(body.replace("KIND", "range"), head=HEAD + FIGURES).codes()


def test_a_portion_mark_stands_first() -> None:
    (block,) = blocks_of("- {text: 'One. [@troops]', marking: TLP:CLEAR}")
    assert isinstance(block, Paragraph)
    assert block.inlines[0] == Label(text="(TLP:CLEAR) ")


def test_a_text_is_no_picture() -> None:
    checked = brief_of("- figure: {image: blog.txt, alt: A boat}")
    assert checked.marked("OL141") == ["blog.txt"]


def test_a_key_judgement_stands_first_and_in_its_section() -> None:
    checked = brief_of(
        "- {judgement: They would stay, id: kj, basis: [troops]}", head=HEAD + "key-judgements: [kj]\n"
    )
    assert checked.made is not None
    first, *others = checked.made.assembly.document.sections
    assert (first.role, plain(first.heading.inlines)) == ("key-judgements", "Key judgements")
    assert text_of(first.blocks[0]) == text_of(others[0].blocks[0]) == "They would stay."
    assert [first.blocks[0].id, others[0].blocks[0].id] == ["key-kj", "kj"]
    assert len(checked.made.assembly.document.notes) == 2, "each place has a note of its own"


def test_an_error_in_a_key_judgement_is_told_once() -> None:
    checked = brief_of(
        "- {judgement: 'They would stay [@trops]', id: kj, likelihood: perhaps, basis: [lsses]}",
        head=HEAD + "key-judgements: [kj]\n",
    )
    assert sorted(code for code in checked.codes() if code in ("OL130", "EL602")) == [
        "EL602",
        "OL130",
        "OL130",
    ]


def test_the_same_misspelt_name_twice_is_told_at_both_places() -> None:
    checked = brief_of("- The trops came. [@trops] They stayed. [@trops]")
    places = [str(one.span) for one in checked.found if one.code == "OL130"]
    assert len(set(places)) == 2
    assert checked.marked("OL130") == ["trops", "trops"]
