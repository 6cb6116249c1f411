"""Finding passages: words in any inflection, figures as written, results ready to paste."""

from __future__ import annotations

from pathlib import Path
from time import process_time

import yaml

from briefgen.anchoring.locating import Found, locate
from briefgen.anchoring.searching import passage_stub, search
from briefgen.anchoring.tracing import exact_words
from briefgen.diagnostics import Position, Span
from briefgen.model.citation import Source
from briefgen.model.evidence import SourceText
from briefgen.sources.exclusion import END, Exclusion
from briefgen.sources.reading import read

SEEDS = Path(__file__).parents[2] / "seeds"
SPAN = Span(file="sources.yaml", start=Position(line=1, column=1), end=Position(line=1, column=2))


def text_of(source: str, data: bytes, excluded_from: str = "") -> SourceText:
    exclusions = [Exclusion(start=excluded_from, end=END, because="junk", span=SPAN)] if excluded_from else []
    text, diagnostics = read(Source(id=source, type="document", title="T", file="a.txt"), data, exclusions)
    assert text is not None
    assert diagnostics == []
    return text


TEXTS = {
    "blog": text_of("blog", (SEEDS / "000_4c964d4cc3adf96c.txt").read_bytes(), "References:"),
    "explainer": text_of("explainer", (SEEDS / "002_93494bc43df888ce.txt").read_bytes(), "Tags:"),
}


def found(query: str, texts: dict[str, SourceText] = TEXTS) -> list[str]:
    return [exact_words(texts[hit.source], hit.extent) for hit in search(query, texts)]


def test_all_words_of_a_query_stand_in_the_sentence() -> None:
    assert found("artillery shells")[0] == (
        "Estimates suggest that North Korea has sent between 5 and 8 million artillery shells to Russia."
    )


def test_words_are_found_in_another_inflection() -> None:
    assert found("debts opened") == [
        "On top of that, Russia has forgiven 90% of North Korea’s Soviet-era debt, opening the door for "
        "increased trade and economic cooperation."
    ]


def test_figures_are_found_as_written() -> None:
    assert len(found("3,800")) == 1
    assert found("800") == []
    assert all("12,000" in sentence for sentence in found("12,000"))
    assert all("M-1989" in sentence for sentence in found("m-1989"))


def test_words_in_quotation_marks_are_found_as_written() -> None:
    assert len(found('"artillery shells"')) == 2
    assert found('"shells artillery"') == []
    assert len(found("“crap jobs”")) == 1


def test_a_name_may_be_begun_only() -> None:
    assert "Zelenskyy" in found("Zelensk")[0]


def test_where_not_all_words_stand_together_some_are_enough() -> None:
    assert any("Koksan" in sentence for sentence in found("Koksan submarine"))


def test_what_may_not_be_cited_is_not_found() -> None:
    assert found("Hauntings Finland Ghosts") == []


def test_nothing_asked_or_nothing_there() -> None:
    assert found("") == found('" "') == found("...") == found("xylophone") == []


def test_the_syntax_of_the_index_does_not_leak() -> None:
    for query in ('"', "NEAR(a b)", "words:kim", "a* OR", "-kim", "(", "kim AND", "'; DROP"):
        assert isinstance(found(query), list)


def test_korean_and_russian_words_are_found_by_their_beginnings() -> None:
    texts = {"ru": text_of("ru", "Снаряды доставлены в порт.\n\n북한군은 러시아에 있다.".encode())}
    assert found("снаряд", texts) == ["Снаряды доставлены в порт."]
    assert found("북한군", texts) == ["북한군은 러시아에 있다."]


def test_sentences_do_not_end_at_abbreviations() -> None:
    texts = {"s": text_of("s", b"Mr. Smith of the U.S. Navy spoke. He left at 5 p.m. on Monday. It rained.")}
    assert found("navy", texts) == ["Mr. Smith of the U.S. Navy spoke."]
    assert found("left", texts) == ["He left at 5 p.m. on Monday."]


def test_the_mark_of_a_list_is_no_part_of_a_passage() -> None:
    texts = {"s": text_of("s", b"- Six centres are open.\n\n2. Water is short. Beds are not.\n\n- \n")}
    assert found("centres", texts) == ["Six centres are open."]
    assert found("water", texts) == ["Water is short."]


def test_a_hit_can_be_pasted_and_leads_back_to_its_place() -> None:
    for hit in search("North Korea", TEXTS):
        stub = yaml.safe_load(passage_stub(hit, "new"))["new"]
        assert stub["source"] == hit.source
        assert stub["quote"] == " ".join(hit.selector.exact.split())
        location = locate(hit.selector, TEXTS[hit.source])
        assert isinstance(location, Found)
        assert location.extent == hit.extent


def test_marks_are_the_words_searched_for() -> None:
    (hit,) = search("losses wounded", TEXTS)
    canonical = TEXTS[hit.source].canonical
    assert [canonical[mark.start : mark.end] for mark in hit.marks] == ["losses", "wounded"]
    assert (hit.source, hit.paragraph, hit.page) == ("explainer", 13, 0)


def test_no_more_hits_than_asked_for() -> None:
    assert len(search("North Korea", TEXTS, limit=3)) == 3


def test_long_rows_of_signs_do_not_hold_a_search_up() -> None:
    rows = text_of("rows", ("A ferry" + "?" * 100_000 + "x\n").encode())
    started = process_time()
    assert len(search("ferry", {"rows": rows})) == 1
    assert process_time() - started < 10
