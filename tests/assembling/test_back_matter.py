"""What stands after the argument: the scale, the source summary, the list of sources."""

from __future__ import annotations

from hashlib import sha256

import pytest

from briefgen.model.document import Paragraph, Section, Table, plain, runs_of
from tests.briefs import BLOG, HEAD, REGISTER, brief_of


def sections(body: str, head: str = HEAD, register: str = REGISTER) -> dict[str, Section]:
    checked = brief_of(body, head=head, register=register)
    assert checked.made is not None, checked.found
    return {section.role: section for section in checked.made.assembly.document.sections}


def rows(section: Section, at: int = 0) -> list[list[str]]:
    table = [block for block in section.blocks if isinstance(block, Table)][at]
    return [[plain(cell.inlines) for cell in row] for row in table.rows]


def first_words(section: Section) -> str:
    return plain(next(runs_of(section.blocks[0])))


JUDGED = "- {judgement: They would stay, likelihood: likely, basis: [troops]}"


def test_the_scale_is_printed_where_it_is_used() -> None:
    scale = sections(JUDGED)["scale"]
    (table,) = (block for block in scale.blocks if isinstance(block, Table))
    assert [plain(cell.inlines) for cell in table.header][:2] == [
        "almost no chance, remote",
        "very unlikely, highly improbable",
    ]
    assert rows(scale) == [["1–5%", "5–20%", "20–45%", "45–55%", "55–80%", "80–95%", "95–99%"]]
    assert "Intelligence Community Directive 203" in first_words(scale)


def test_the_yardstick_has_its_own_ranges() -> None:
    scale = sections(JUDGED, HEAD.replace("icd-203", "phia"))["scale"]
    assert rows(scale)[0][0] == "up to 5%"
    assert rows(scale)[0][-1] == "95% or more"


def test_a_scale_that_no_statement_uses_is_not_printed() -> None:
    assert "scale" not in sections("- 'One. [@troops]'")


def test_the_summary_tells_what_the_brief_rests_on() -> None:
    summary = sections("- 'One. [@troops]'")["source-summary"]
    assert first_words(summary) == "This brief rests on 4 passages of 2 sources."
    assert rows(summary) == [
        ["A More Dangerous Threat?", "a personal web log", "D, not usually reliable. unnamed author"],
        ["Learning to Fight", "a news site", "C, fairly reliable. names some sources"],
    ]


def test_one_passage_of_one_source() -> None:
    head = HEAD.split("passages:")[0] + 'passages:\n  a: {source: blog, quote: "12,000"}\n'
    summary = sections("- 'One. [@a]'", head)["source-summary"]
    assert first_words(summary) == "This brief rests on 1 passage of 1 source."


def test_what_is_not_known_of_a_source_is_said() -> None:
    register = "sources:\n  blog: {file: blog.txt, type: webpage, title: Blog}\n"
    head = HEAD.split("passages:")[0] + 'passages:\n  a: {source: blog, quote: "12,000"}\n'
    found = sections("- 'One. [@a]'", head, register)
    assert rows(found["source-summary"]) == [["Blog", "not described", "not graded"]]
    assert "Day of capture not recorded." in first_words(found["sources"])


def test_passages_of_one_origin_are_counted_as_one_voice() -> None:
    def told(key: str) -> str:
        head = HEAD.replace('soldiers"}', f'soldiers", {key}: minister}}').replace(
            'wounded"}', f'wounded", {key}: minister}}'
        )
        return first_words(sections("- 'One. [@troops]'", head)["source-summary"])

    quoted = "“about 12,000 North Korean soldiers” and “around 3,800 killed and wounded”"
    assert f"The passages {quoted} share one origin and are counted as one voice." in told("origin")
    assert f"The passages {quoted} perhaps share one origin" in told("origin-perhaps")


def test_quotation_marks_within_a_listed_passage_are_single(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.briefs.NEWS", "The minister spoke of “losses” on Monday.\n")
    head = HEAD[: HEAD.index("  shells-blog")] + "  spoke: {source: news, quote: 'spoke of “losses”', "
    head += "credibility: {grade: 4, because: Hearsay.}}\n"
    summary = sections("- 'One. [@troops]'", head)["source-summary"]
    assert rows(summary, 1)[0][0] == "“spoke of ‘losses’” (Learning to Fight)"


def test_the_credibility_of_items_has_a_table() -> None:
    head = HEAD.replace('wounded"}', 'wounded", credibility: {grade: 4, because: A party to the war.}}')
    summary = sections("- 'One. [@troops]'", head)["source-summary"]
    assert rows(summary, 1) == [
        ["“around 3,800 killed and wounded” (Learning to Fight)", "4, doubtful. A party to the war."]
    ]


def test_the_list_names_file_size_and_digest() -> None:
    sources = sections("- 'One. [@troops]'")["sources"]
    entry = sources.blocks[0]
    assert isinstance(entry, Paragraph)
    assert entry.role == "entry"
    assert plain(entry.inlines) == (
        "“A More Dangerous Threat?” Author, date and address not captured. Day of capture not recorded.\n"
        f"blog.txt, {len(BLOG.encode())} bytes, SHA-256 {sha256(BLOG.encode()).hexdigest()}"
    )


def test_known_errors_and_remarks_stand_in_the_list() -> None:
    register = REGISTER.replace(
        "type: post-weblog",
        "type: post-weblog\n    accessed: 2025-01-19\n    remark: Since removed\n"
        "    corrects: [{says: a year, remark: a month}]",
    )
    entry = first_words(sections("- 'One. [@troops]'", register=register)["sources"])
    assert "Captured 19 January 2025. Since removed. It says “a year”: a month." in entry


def test_a_source_that_no_passage_is_from_is_not_listed() -> None:
    register = REGISTER + "  spare: {file: spare.txt, type: book, title: Spare}\n"
    assert len(sections("- 'One. [@troops]'", register=register)["sources"].blocks) == 2
