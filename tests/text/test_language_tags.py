"""Tags of languages, as outlines and sources give them."""

from __future__ import annotations

import pytest

from briefgen.text.language_tags import primary


@pytest.mark.parametrize("tag", ["de", "de-AT", "DE", "de-Latn-CH"])
def test_the_language_of_a_tag_is_its_first_part_in_small_letters(tag: str) -> None:
    assert primary(tag) == "de"
