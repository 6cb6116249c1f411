"""One word or one digit of a quotation changed, at every place of the texts of the corpus: never accepted."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.anchoring.resolving import resolve
from briefgen.model.evidence import Passage, SourceText, TextQuoteSelector
from tests.anchoring.test_corpus import CASES, SPAN, load

OTHER_WORDS = {
    "not": "",
    "is": "was",
    "more": "less",
    "may": "shall",
    "before": "after",
    "North": "South",
    "million": "billion",
    "all": "some",
    "and": "or",
    "above": "below",
    "lower": "raise",
}
AROUND = 5
"""Words on each side of the one that is changed."""


def one_change(words: list[str]) -> Iterator[tuple[int, str]]:
    for index, word in enumerate(words):
        for digit in re.finditer(r"\d", word):
            other = str((int(digit[0]) + 1 + index % 9) % 10)
            yield index, word[: digit.start()] + other + word[digit.end() :]
        if word in OTHER_WORDS:
            yield index, OTHER_WORDS[word]


def outcomes(text: SourceText) -> Iterator[tuple[str, str]]:
    for paragraph in text.paragraphs:
        words = text.canonical[paragraph.start : paragraph.end].split()
        for index, changed in one_change(words):
            first, last = max(0, index - AROUND), index + AROUND + 1
            quoted = " ".join(filter(None, [*words[first:index], changed, *words[index + 1 : last]]))
            if quoted in text.canonical:
                continue
            passage = Passage(id="p", source="s", selector=TextQuoteSelector(exact=quoted))
            anchor, diagnostics = resolve(passage, text, SPAN)
            yield quoted, "accepted" if anchor else diagnostics[0].code


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: str(path.stem))
def test_a_quotation_changed_in_one_place_is_not_accepted(path: Path) -> None:
    text, _ = load(path)
    found = list(outcomes(text))
    assert len(found) >= 10
    assert [quoted for quoted, outcome in found if outcome == "accepted"] == []
    contradicted = sum(outcome == "AN305" for _, outcome in found)
    assert contradicted >= 0.9 * len(found), [one for one in found if one[1] != "AN305"]
