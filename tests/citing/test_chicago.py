"""Chicago notes: full, then short; several passages in one note; what was not captured said so."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from briefgen.citing.chicago import (
    LONGEST_QUOTE,
    Reference,
    bibliography_entry,
    join_texts,
    link,
    locator,
    names_in_order,
    names_inverted,
    note_of,
    short_title,
    surnames,
    without_outer_quotes,
)
from briefgen.model.citation import Source
from briefgen.model.document import Emphasis, Inlines, Link, Text, plain
from briefgen.text.wording import wording_of
from briefgen.text.wording.english import ENGLISH
from tests.assembling.evidence import anchor, body, person, source

REPORT = source(
    "report",
    type="report",
    title="The State of the Ferries: A Review",
    authors=(person("Doe", "Jane"),),
    publisher="Harbour Office",
    issued="2024-05-03",
    url="https://example.org/ferries",
)
ARTICLE = source(
    "article",
    type="article-newspaper",
    title="Ferry Sails at Dawn",
    authors=(person("Roe", "Richard"), person("Poe", "Ann")),
    container_title="Harbour News",
    issued="2024-05",
    url="https://example.org/dawn",
)
BARE = source("log", title="The Ferry")


def note(*references: Reference, cited: Iterable[str] = (), quoted: Iterable[str] = ()) -> str:
    return marked_up(note_of(references, ENGLISH, set(cited), set(quoted)))


def marked_up(inlines: Inlines) -> str:
    """Words with italics between asterisks and links between angle brackets."""
    parts = []
    for inline in inlines:
        match inline:
            case Emphasis():
                parts.append(f"*{plain(inline.inlines)}*")
            case Link():
                parts.append(f"<{plain(inline.inlines)}>")
            case _:
                parts.append(plain((inline,)))
    return "".join(parts)


def of(source: Source, words: str = "It sails at dawn", paragraph: int = 4, **more: object) -> Reference:
    found = anchor(f"{source.id}-{paragraph}-{words[:8]}", words, source=source.id, paragraph=paragraph)
    return Reference(source=source, anchor=found, **more)  # type: ignore[arg-type]


def test_a_work_of_its_own_in_full_and_in_short() -> None:
    assert note(of(REPORT)) == (
        "Jane Doe, *The State of the Ferries: A Review*, Harbour Office, 3 May 2024, "
        "<https://example.org/ferries>, para.\u00a04: “It sails at dawn”."
    )
    assert note(of(REPORT), cited=["report"]) == (
        "Doe, *State of the Ferries*, para.\u00a04: “It sails at dawn”."
    )


def test_an_article_in_full_and_in_short() -> None:
    assert note(of(ARTICLE)) == (
        "Richard Roe and Ann Poe, “Ferry Sails at Dawn,” *Harbour News*, May 2024, "
        "<https://example.org/dawn>, para.\u00a04: “It sails at dawn”."
    )
    assert note(of(ARTICLE), cited=["article"]) == (
        "Roe and Poe, “Ferry Sails at Dawn,” para.\u00a04: “It sails at dawn”."
    )


def test_nothing_captured_is_said() -> None:
    assert note(of(BARE)) == (
        "“The Ferry,” author, date and address not captured, para.\u00a04: “It sails at dawn”."
    )
    assert note(of(BARE), cited=["log"]) == "“The Ferry,” para.\u00a04: “It sails at dawn”."


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ({"authors": (person("Doe"),)}, "date and address not captured"),
        ({"authors": (person("Doe"),), "issued": "2024"}, "address not captured"),
        ({"url": "https://example.org"}, "author and date not captured"),
    ],
)
def test_what_is_missing_is_named(facts: dict[str, object], missing: str) -> None:
    assert missing in note(of(source(**facts)))  # type: ignore[arg-type]


def test_a_title_that_asks_keeps_its_mark() -> None:
    asking = source(title="Who Sails?", authors=(person("Doe"),), issued="2024", url="https://example.org")
    assert note(of(asking)).startswith("Doe, “Who Sails?,” 2024, ")
    assert note(of(asking), cited=["log"]) == "Doe, “Who Sails?,” para.\u00a04: “It sails at dawn”."
    assert marked_up(bibliography_entry(asking, ENGLISH)).startswith("Doe. “Who Sails?” 2024.")


def test_several_passages_of_one_source_name_it_once() -> None:
    assert note(of(BARE, "It sails"), of(BARE, "at dawn"), cited=["log"]) == (
        "“The Ferry,” para.\u00a04: “It sails” and “at dawn”."
    )
    assert note(of(BARE, "It sails"), of(BARE, "at dusk", 7), of(BARE, "or not", 9), cited=["log"]) == (
        "“The Ferry,” para.\u00a04: “It sails”; para.\u00a07: “at dusk”; para.\u00a09: “or not”."
    )


def test_several_sources_stand_side_by_side() -> None:
    shown = note(of(BARE, "It sails"), of(REPORT, "at dusk"), of(BARE, "or not"), cited=["report"])
    assert shown == (
        "“The Ferry,” author, date and address not captured, para.\u00a04: “It sails”; "
        "Doe, *State of the Ferries*, para.\u00a04: “at dusk”; "
        "“The Ferry,” para.\u00a04: “or not”."
    )


def test_words_before_and_after() -> None:
    shown = note(
        of(BARE, "It sails", prefix="see", suffix="of the day boat"),
        of(BARE, "at dusk", 7, prefix="but see"),
        cited=["log"],
    )
    assert shown == (
        "See “The Ferry,” para.\u00a04: “It sails”, of the day boat; "
        "but see “The Ferry,” para.\u00a07: “at dusk”."
    )


def test_pages_stand_before_paragraphs() -> None:
    paged = anchor("a", paragraph=3, page=12)
    assert locator(paged, ENGLISH) == "p.\u00a012, para.\u00a03"
    assert locator(anchor("b", paragraph=3), ENGLISH) == "para.\u00a03"


@pytest.mark.parametrize(
    ("language", "row", "cell"),
    [
        ("en", "row\u00a012", "row\u00a012, column “Power (EUR/MWh)”"),
        ("de", "Zeile\u00a012", "Zeile\u00a012, Spalte „Power (EUR/MWh)“"),
        ("fr", "ligne\u00a012", "ligne\u00a012, colonne «\u00a0Power (EUR/MWh)\u00a0»"),
        ("es", "fila\u00a012", "fila\u00a012, columna «Power (EUR/MWh)»"),
        ("ru", "строка\u00a012", "строка\u00a012, столбец «Power (EUR/MWh)»"),
        ("ko", "12번째\u00a0행", "12번째\u00a0행, “Power (EUR/MWh)”\u00a0열"),
    ],
)
def test_in_a_table_the_row_is_named_and_the_column_of_one_cell(language: str, row: str, cell: str) -> None:
    wording = wording_of(language)
    assert locator(anchor("a", paragraph=11, row=12), wording) == row
    assert locator(anchor("a", paragraph=11, row=12, column="Power (EUR/MWh)"), wording) == cell


def test_cells_stand_apart_in_a_note() -> None:
    cells = Reference(source=BARE, anchor=anchor("a", "2024-03\t640\t1 047\n2024-04\t\t990", row=12))
    assert (
        note(cells, cited=["log"]) == "“The Ferry,” row\u00a012: “2024-03 | 640 | 1 047 / 2024-04 | | 990”."
    )


def test_the_end_of_a_quoted_sentence_ends_the_note() -> None:
    assert note(of(BARE, "It sails."), cited=["log"]).endswith("“It sails.”")
    assert note(of(BARE, "Does it sail?"), cited=["log"]).endswith("“Does it sail?”")


MANY = "The ferry sails at dawn. " + "It is white and blue. " * 20 + "It comes back at night."


def test_long_words_are_abridged_by_whole_sentences() -> None:
    assert note(of(BARE, MANY), cited=["log"]).endswith(
        "“The ferry sails at dawn. […] It comes back at night.”"
    )


def test_words_that_stand_before_or_above_are_abridged_sooner() -> None:
    words = "The ferry sails at dawn. " + "It is white and blue. " * 5 + "It comes back at night."
    assert len(words) < LONGEST_QUOTE
    assert "[…]" not in note(of(BARE, words), cited=["log"])
    again = note(of(BARE, words), cited=["log"], quoted=[of(BARE, words).anchor.passage])
    above = note(of(BARE, words, shown_above=True), cited=["log"])
    for shown in (again, above):
        assert shown.endswith("“The ferry sails at dawn. […] It comes back at night.”")


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("“It sails.”", "It sails."),
        ('"It sails."', "It sails."),
        ("„Sie fährt.“", "Sie fährt."),
        ("«Паром ушёл.»", "Паром ушёл."),
        ("“It sails,” he said.", "“It sails,” he said."),
        ("“It sails,” he said, “at dawn.”", "“It sails,” he said, “at dawn.”"),
        ("He called it “safe”", "He called it “safe”"),
        ("“”", "“”"),
    ],
)
def test_a_block_quotation_loses_only_a_pair_that_holds_all_of_it(words: str, shown: str) -> None:
    assert without_outer_quotes(words) == shown


@pytest.mark.parametrize(
    ("names", "note", "short", "entry"),
    [
        ((person("Doe", "Jane"),), "Jane Doe", "Doe", "Doe, Jane"),
        ((body("Harbour Office"),), "Harbour Office", "Harbour Office", "Harbour Office"),
        (
            (person("Doe", "J."), person("Roe", "R.")),
            "J. Doe and R. Roe",
            "Doe and Roe",
            "Doe, J., and R. Roe",
        ),
        (
            (person("Doe", "J."), person("Roe", "R."), body("Harbour Office")),
            "J. Doe, R. Roe, and Harbour Office",
            "Doe, Roe, and Harbour Office",
            "Doe, J., R. Roe, and Harbour Office",
        ),
        (
            tuple(person(family, "A.") for family in ("Doe", "Roe", "Poe", "Moe")),
            "A. Doe et al.",
            "Doe et al.",
            "Doe, A., A. Roe, A. Poe, and A. Moe",
        ),
        (
            tuple(person(family, "A.") for family in ("Doe", "Roe", "Poe", "Moe", "Coe", "Noe", "Loe")),
            "A. Doe et al.",
            "Doe et al.",
            "Doe, A., A. Roe, A. Poe, et al.",
        ),
        ((person("Kim"),), "Kim", "Kim", "Kim"),
    ],
)
def test_names(names: tuple[object, ...], note: str, short: str, entry: str) -> None:
    assert names_in_order(names, ENGLISH) == note  # type: ignore[arg-type]
    assert surnames(names, ENGLISH) == short  # type: ignore[arg-type]
    assert names_inverted(names, ENGLISH) == entry  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2025-01-20", "20 January 2025"), ("2025-12", "December 2025"), ("2025", "2025"), ("", "")],
)
def test_dates(date: str, shown: str) -> None:
    assert ENGLISH.date(date) == shown


@pytest.mark.parametrize(
    ("title", "short"),
    [
        ("The Ferry", "The Ferry"),
        ("The Long Way Across the Water", "Long Way"),
        ("A Hydrological Note on the Northern Basin", "Hydrological Note"),
        ("Ferries: A Very Long Story of Everything", "Ferries"),
        ("North Korea's Army Is Already in Europe, Learning to Fight", "North Korea's Army Is Already"),
        ("Dawn — and what came after it on the sea", "Dawn"),
        ("A U.S. Ferry Line", "A U.S. Ferry Line"),
        ("Why the U.S. Ferry Line Never Sails", "Why the U.S. Ferry Line Never Sails"),
        ("Options for the northern wall", "Options for the northern wall"),
        ("Options for the northern flood wall in Norland", "Options for the northern flood wall"),
        ("Nordlicht streicht bis zu 600 Stellen im Norden", "Nordlicht streicht"),
        ("One two three four five six seven eight nine ten", "One two three four five six seven eight"),
    ],
)
def test_short_titles(title: str, short: str) -> None:
    assert short_title(source(title=title)) == short


def test_a_register_may_say_how_a_title_is_shortened() -> None:
    assert short_title(source(title="The Long Way Across the Water", short_title="Long Way")) == "Long Way"


@pytest.mark.parametrize("address", ["javascript:alert(1)", "ftp://example.org", "example.org", "HTTP//x"])
def test_an_address_of_no_safe_kind_is_words(address: str) -> None:
    assert link(address) == Text(text=address)


@pytest.mark.parametrize("address", ["https://example.org", "http://example.org", "HTTPS://example.org"])
def test_an_address_leads_there(address: str) -> None:
    assert link(address) == Link(target=address, inlines=(Text(text=address),))


def test_the_list_of_sources() -> None:
    assert marked_up(bibliography_entry(REPORT, ENGLISH)) == (
        "Doe, Jane. *The State of the Ferries: A Review*. Harbour Office, 3 May 2024. "
        "<https://example.org/ferries>."
    )
    assert marked_up(bibliography_entry(ARTICLE, ENGLISH)) == (
        "Roe, Richard, and Ann Poe. “Ferry Sails at Dawn.” *Harbour News*. May 2024. "
        "<https://example.org/dawn>."
    )
    assert (
        marked_up(bibliography_entry(BARE, ENGLISH)) == "“The Ferry.” Author, date and address not captured."
    )


def test_an_initial_ends_a_name_once() -> None:
    initial = source(authors=(person("Doe", "J."),), issued="2024", url="https://example.org")
    assert marked_up(bibliography_entry(initial, ENGLISH)).startswith("Doe, J. “The Ferry.” ")


def test_a_foreign_quote_carries_its_language() -> None:
    korean = source(language="ko", title="배")
    inlines = note_of([of(korean, "새벽에 떠난다")], ENGLISH, {"log"})
    assert [inline.language for inline in inlines if isinstance(inline, Text)] == ["ko", "", "ko", ""]


def test_neighbouring_words_become_one() -> None:
    assert join_texts([Text(text="a"), Text(text=""), Text(text="b"), Text(text="c", language="ko")]) == (
        Text(text="ab"),
        Text(text="c", language="ko"),
    )


def test_the_exact_words_stand_in_the_note() -> None:
    found = anchor("a", "“12,000” men, they say")
    shown = plain(note_of([Reference(source=BARE, anchor=found)], ENGLISH, {"log"}))
    assert "“‘12,000’ men, they say”" in shown
