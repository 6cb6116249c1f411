"""What a person may accept in place of words that are not found."""

from __future__ import annotations

from briefgen.anchoring.proposing import propose
from briefgen.model.evidence import RangeSelector, Verdict
from tests.anchoring.sources import TEXT, passage


def test_what_a_person_may_accept_is_proposed_in_the_source_s_words() -> None:
    proposed = propose(passage("sent in autumn to gain real combat experience"), TEXT)["quote"]
    assert proposed.exact == "sent in autumn, to gain real combat experience"
    assert proposed.verdict is Verdict.VARIANT
    assert not proposed.verdict.accepted


def test_nothing_is_proposed_for_what_is_found_or_nowhere_near() -> None:
    assert propose(passage("around 500 men"), TEXT) == {}
    assert propose(passage("the weather in Oslo today"), TEXT) == {}


def test_both_ends_of_a_long_passage_may_be_proposed() -> None:
    def words(start: str, end: str) -> dict[str, str]:
        proposed = propose(passage(RangeSelector(start=start, end=end)), TEXT)
        return {key: anchor.exact for key, anchor in proposed.items()}

    assert words("In spring, losses", "and was not withdrawn") == {}
    assert words("In springs, losses are", "and was not withdrawn") == {"from": "In spring, losses are"}
    assert words("In spring, losses", "and were not withdrawn") == {"to": "and was not withdrawn"}
    assert words("In springs, losses are", "and were not withdrawn") == {
        "from": "In spring, losses are",
        "to": "and was not withdrawn",
    }
    assert words("losses are estimated", "and were not withdrawn") == {}, "its start stands twice"


def test_the_end_of_a_long_passage_is_not_proposed_from_before_its_start() -> None:
    selector = RangeSelector(start="The minister said", end="roughly 31% of the force")
    assert propose(passage(selector), TEXT) == {}
