"""From an outline's text to its values: what is understood, and where."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic
from briefgen.model.evidence import RangeSelector, TextQuoteSelector
from briefgen.outline.decode import decode
from briefgen.outline.decoder import is_date
from briefgen.outline.format.brief import BRIEF
from briefgen.outline.format.shapes import SHAPES
from briefgen.outline.format.statements import STATEMENTS
from briefgen.outline.written import Outline

NEEDED = """title: The ferry
as-of: 2025-01-20
register: sources.yaml
sections:
  - {id: one, title: One, body: [It sails.]}
"""


def decoded(more: str = "", needed: str = NEEDED) -> tuple[Outline, list[Diagnostic]]:
    outline, found = decode("outline.yaml", (needed + more).encode())
    assert outline is not None, found
    return outline, found


def clean(more: str = "") -> Outline:
    outline, found = decoded(more)
    assert not found
    return outline


def wrong(more: str) -> list[tuple[str, str]]:
    _, found = decode("outline.yaml", (NEEDED + more).encode())
    return [(one.code, str(one.span)) for one in found]


def test_what_every_outline_needs() -> None:
    outline = clean()
    assert (outline.title.value, outline.as_of.value, outline.register.value) == (
        "The ferry",
        "2025-01-20",
        "sources.yaml",
    )
    assert (outline.language, outline.scale, outline.marking, outline.key_judgements) == (
        "en-GB",
        None,
        None,
        (),
    )
    assert [section.id.value for section in outline.sections] == ["one"]


def test_a_short_passage_and_a_long_one() -> None:
    passages = clean(
        "passages:\n"
        "  a: {source: log, quote: It sails, prefix: 'At dawn.', suffix: too}\n"
        "  b: {source: log, from: It, to: dawn, kind: opinion}\n"
    ).passages
    assert passages["a"].selector == TextQuoteSelector(exact="It sails", prefix="At dawn.", suffix="too")
    assert passages["b"].selector == RangeSelector(start="It", end="dawn")
    assert [passage.kind for passage in passages.values()] == ["fact", "opinion"]
    assert str(passages["a"].words.span) == "outline.yaml:7:27"


@pytest.mark.parametrize(
    ("key", "origin", "perhaps"), [("origin", "minister", False), ("origin-perhaps", "minister", True)]
)
def test_origins(key: str, origin: str, perhaps: bool) -> None:
    passage = clean(f"passages: {{a: {{source: log, quote: x, {key}: minister}}}}\n").passages["a"]
    assert (passage.origin, passage.origin_perhaps) == (origin, perhaps)


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("12000", "12000"),
        ("12,000", "12000"),
        ("9 million", "9000000"),
        ("1.2 million", "1200000"),
        ("2.5 Billion", "2500000000"),
        ("31.7", "31.7"),
        ("31.7%", "31.7"),
        ("-4", "-4"),
        ("1\u202f200", "1200"),
        ("1\u00a0200", "1200"),
        ("  7  ", "7"),
    ],
)
def test_numbers(typed: str, value: str) -> None:
    figures = f"figures: {{f: {{label: F, unit: u, readings: [{{passage: a, value: '{typed}'}}]}}}}\n"
    (reading,) = clean(figures).figures["f"].readings
    assert reading.low.value == reading.high.value == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    ["about 5", "5 dozen", "1e3", "five", "1.2.3", "0x10", "٣", "²", "5 - 8", "1,,2x", "9" * 31, "9" * 4400],
)
def test_what_is_no_number(typed: str) -> None:
    figures = f"figures: {{f: {{label: F, unit: u, readings: [{{passage: a, value: '{typed}'}}]}}}}\n"
    assert [code for code, _ in wrong(figures)] == ["OL108"]


@pytest.mark.parametrize("date", ["2025", "2025-01", "2025-01-20", "2024-02-29"])
def test_dates(date: str) -> None:
    assert is_date(date)


@pytest.mark.parametrize(
    "date",
    ["", "2025-1-2", "2025-13", "2025-02-29", "2025-00", "25-01-01", "0000", "2025-01-20 ", "٢٠٢٥", "today"],
)
def test_what_is_no_date(date: str) -> None:
    assert not is_date(date)


def events(date: str, until: str) -> str:
    item = f"{{timeline: [{{date: {date}, until: {until}, text: It sailed.}}]}}"
    return NEEDED.replace("It sails.", item)


@pytest.mark.parametrize(
    ("date", "until"),
    [("2025-01-12", "2025-01-12"), ("2025-01-12", "2025"), ("2025-01", "2025-01-03"), ("2024", "2025-02")],
)
def test_an_event_ends_after_it_begins_or_within_the_same_time(date: str, until: str) -> None:
    assert not decoded(needed=events(date, until))[1]


@pytest.mark.parametrize(
    ("date", "until"),
    [("2025-01-12", "2025-01-11"), ("2025-01-12", "2024"), ("2025-02", "2025-01-31"), ("2025", "2024-12")],
)
def test_an_event_that_ends_before_it_begins(date: str, until: str) -> None:
    _, found = decoded(needed=events(date, until))
    assert [(one.code, one.message) for one in found] == [
        ("OL108", f"until ({until}) is before date ({date})")
    ]


def test_today_is_a_date_of_information_and_no_other() -> None:
    outline, _ = decoded(needed=NEEDED.replace("2025-01-20", "today"))
    assert outline.as_of.value == "today"
    assert wrong("passages: {a: {source: log, quote: x, as-of: today}}\n")[0][0] == "OL108"


@pytest.mark.parametrize("value", ["yes", "Yes", "TRUE", "on"])
def test_yes(value: str) -> None:
    sections = f"sections: [{{id: one, title: One, body: [x], landscape: {value}}}]\n"
    outline, _ = decoded(sections, NEEDED.split("sections")[0])
    assert outline.sections[0].landscape


def test_markings() -> None:
    marking = clean("marking: TLP:GREEN\n").marking
    assert marking is not None
    assert marking.text.value == "TLP:GREEN"
    own = clean("marking: {text: INTERNAL, colour: '#c00000', levels: [PUBLIC, INTERNAL]}\n").marking
    assert own is not None
    assert (own.text.value, own.colour, own.levels) == ("INTERNAL", "#c00000", ("PUBLIC", "INTERNAL"))


def test_a_word_file_that_lends_its_styles() -> None:
    word = clean("word: {reference: house.dotx, styles: {body: Brödtext}}\n").word
    assert word is not None
    assert word.reference.value == "house.dotx"
    assert [(role.value, style.value) for role, style in word.styles] == [("body", "Brödtext")]
    short = clean("word: house.dotx\n").word
    assert short is not None
    assert short.reference.value == "house.dotx"


def test_a_schedule() -> None:
    schedule = clean(
        "schedule: {cron: '0 6 * * 1-5', timezone: Europe/Helsinki, if-unchanged: publish,"
        " on-failure: {command: mail}}\n"
    ).schedule
    assert schedule is not None
    assert schedule.command is not None
    assert (schedule.cron.value, schedule.publish_unchanged, schedule.command.value) == (
        "0 6 * * 1-5",
        True,
        "mail",
    )


def test_a_changed_rule_needs_its_reason() -> None:
    (check,) = clean("checks: {EL607: {severity: off, because: House style.}}\n").checks
    assert (check.code.value, check.severity) == ("EL607", "off")
    assert wrong("checks: {EL607: off}\n") == [("OL106", "outline.yaml:6:17")]


@pytest.mark.parametrize(
    ("more", "errors"),
    [
        ("passages: {a: {source: log}}\n", [("OL106", "outline.yaml:6:15")]),
        ("passages: {a: {quote: x}}\n", [("OL106", "outline.yaml:6:15")]),
        (
            "passages: {a: x}\n",
            [
                ("OL105", "outline.yaml:6:15"),
            ],
        ),
        ("passages: {'a b': {source: log, quote: x}}\n", [("OL107", "outline.yaml:6:12")]),
        ("figures: {f: {label: F, unit: u}}\n", [("OL106", "outline.yaml:6:14")]),
        ("authors: Doe\n", [("OL105", "outline.yaml:6:10")]),
        ("scale: icd\n", [("OL108", "outline.yaml:6:8")]),
    ],
)
def test_each_error_once_and_in_its_place(more: str, errors: list[tuple[str, str]]) -> None:
    assert wrong(more) == errors


ALL_SHAPES = [*SHAPES.values(), *STATEMENTS.values()]
LEAVES = st.sampled_from(["x", "12", "yes", "''", "2025-01", "TLP:RED", "'[@a]'", "~", "a b"])
KEYS = st.sampled_from(sorted({key.name for shape in ALL_SHAPES for key in shape.keys}))
VALUES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3).map(lambda items: f"[{', '.join(items)}]")
        | st.dictionaries(KEYS, inner, max_size=4).map(
            lambda held: "{" + ", ".join(f"{key}: {value}" for key, value in held.items()) + "}"
        )
    ),
    max_leaves=12,
)
TOP_KEYS = st.sampled_from([key.name for key in BRIEF.keys])


@settings(max_examples=300)
@given(st.dictionaries(TOP_KEYS, VALUES, max_size=6))
def test_no_outline_is_too_wrong_to_be_told_so(keys: dict[str, str]) -> None:
    text = "".join(f"{key}: {value}\n" for key, value in keys.items())
    outline, found = decode("outline.yaml", text.encode())
    assert outline is not None or found
    assert all(one.span is not None and one.message and "  " not in one.message for one in found)


def test_a_language_without_words_for_dates_is_remarked_upon() -> None:
    _, found = decoded("language: fi\n")
    assert [(one.severity, one.code) for one in found] == [("info", "OL151")]
    assert clean("language: de-CH\n").language == "de-CH"


@pytest.mark.parametrize("tag", ["English", "en_GB", "e", "fr-", "de CH", "'en-'"])
def test_a_language_is_written_as_a_tag(tag: str) -> None:
    assert [code for code, _ in wrong(f"language: {tag}\n")] == ["OL108"]


@pytest.mark.parametrize(
    ("tag", "language"), [("zh-Hant-TW", "zh-Hant-TW"), ("de-1996", "de-1996"), ("''", "en-GB")]
)
def test_the_tag_of_a_language_is_kept(tag: str, language: str) -> None:
    assert decoded(f"language: {tag}\n")[0].language == language
