"""How far ahead a judgement looks needs no passage; what was, and what a fact says, does."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.checking.figures import CheckedText, CitedPassage, check_figures
from tests.briefs import brief_of

AS_OF = date(2025, 2, 1)
PASSAGE = CitedPassage(id="a", exact="The reproduction number was 2.4")


def told(text: str, language: str = "en", foresees_from: date | None = AS_OF) -> list[str]:
    statement = CheckedText(
        text=text, span_of=lambda start, end: None, language=language, foresees_from=foresees_from
    )
    return [one.code for one in check_figures(statement, [PASSAGE]).diagnostics]


HORIZONS = [
    ("en", "It spreads to the capital within 12 months."),
    ("en", "It spreads within the next 12 to 18 months."),
    ("en", "It ends by 2026."),
    ("en", "One more wave comes in the next two years."),
    ("en", "It stays over the coming five years."),
    ("en", "It stays for the coming 10 years."),
    ("en", "It ends by 1 July 2025."),
    ("en", "It ends by 1 July."),
    ("en", "It lasts until the end of 2026."),
    ("en", "It ends before March 2026."),
    ("en", "It lasts through 2026."),
    ("en", "It ends in the third quarter of 2026."),
    ("en", "It ends in the summer of 2026."),
    ("en", "It ends between 2026 and 2028."),
    ("en", "It is over five years from now."),
    ("de", "Es endet innerhalb von 12 Monaten."),
    ("de", "Es endet in den nächsten 12 Monaten."),
    ("de", "Es endet bis Ende 2026."),
    ("de", "Es endet im Jahr 2026."),
    ("fr", "Elle finit d’ici à 12 mois."),
    ("fr", "Elle finit sous 12 mois."),
    ("fr", "Elle finit avant 2026."),
    ("ru", "Она закончится в течение 12 месяцев."),
    ("ru", "Она закончится до 1 июля 2025 года."),
    ("ko", "12개월 이내에 끝난다."),
    ("ko", "2026년까지 끝난다."),
]


@pytest.mark.parametrize(("language", "text"), HORIZONS)
def test_a_judgement_looks_as_far_ahead_as_its_author_does(language: str, text: str) -> None:
    assert told(text, language) == []


@pytest.mark.parametrize(("language", "text"), HORIZONS)
def test_a_fact_does_not(language: str, text: str) -> None:
    assert set(told(text, language, None)) == {"FG202"}


@pytest.mark.parametrize(
    "text",
    [
        "It has lasted 12 months.",
        "It has spread in the last 12 months.",
        "It began by 2023.",
        "It began in January 2025.",
        "It has lasted since 2024.",
        "It lasts from 2021 to 2027.",
        "It ends at 1 per cent within 12 months.",
        "The 2028 election is postponed.",
    ],
)
def test_what_was_needs_a_passage_in_a_judgement_too(text: str) -> None:
    assert set(told(text)) <= {"FG201", "FG202"}
    assert told(text)


def test_a_horizon_that_a_passage_gives_is_found_there() -> None:
    statement = CheckedText(text="It ends by 2026.", span_of=lambda start, end: None, foresees_from=AS_OF)
    report = check_figures(statement, [CitedPassage(id="a", exact="it will end by 2026")])
    assert [finding.status for finding in report.findings] == ["found in the passage"]


@pytest.mark.parametrize(
    ("statement", "codes"),
    [
        ("{judgement: They leave within 12 months., basis: [troops]}", []),
        ("{alternative: They leave by 2026., basis: [troops]}", []),
        ("{judgement: They left in 2024., basis: [troops]}", ["FG202"]),
        ("They leave by 2026. [@troops]", ["FG202"]),
    ],
)
def test_a_brief_s_judgements_look_ahead_from_its_as_of_date(statement: str, codes: list[str]) -> None:
    found = brief_of(f"- {statement}").codes()
    assert [code for code in found if code.startswith("FG")] == codes
