"""The name that a misspelt one may stand for."""

import pytest

from briefgen.text.did_you_mean import did_you_mean, nearest


@pytest.mark.parametrize(
    ("name", "near"), [("titel", "title"), ("sectoins", "sections"), ("xyz", ""), ("", ""), ("TITLE", "")]
)
def test_the_nearest_name(name: str, near: str) -> None:
    assert nearest(name, ["title", "sections", "passages"]) == near


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("titel", "did you mean “title”?"),
        ("xyz", "there are: title, sections"),
    ],
)
def test_a_hint_names_the_nearest_or_all_there_are(name: str, hint: str) -> None:
    assert did_you_mean(name, ["title", "sections"]) == hint


def test_a_hint_of_ones_own_goes_before_a_list() -> None:
    assert did_you_mean("xyz", ["title"], "name one") == "name one"
    assert did_you_mean("titel", ["title"], "name one") == "did you mean “title”?"
