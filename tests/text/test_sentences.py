"""Where sentences end, and where they only seem to."""

from __future__ import annotations

import pytest

from briefgen.text.sentences import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It rained. It snowed.", ["It rained.", "It snowed."]),
        ("The U.S. sent Gen. Smith on Dec. 5. He left!", ["The U.S. sent Gen. Smith on Dec. 5.", "He left!"]),
        ("Losses were 31.7 % of 3.5 million. Really?", ["Losses were 31.7 % of 3.5 million.", "Really?"]),
        (
            "“Go.” He went… Then he (finally.) Stopped.",
            ["“Go.”", "He went…", "Then he (finally.)", "Stopped."],
        ),
        ("A heading\n\nIts paragraph", ["A heading", "Its paragraph"]),
        ("Северная Корея молчит. Россия тоже.", ["Северная Корея молчит.", "Россия тоже."]),
        ("북한은 부인했다. 러시아도 부인했다.", ["북한은 부인했다.", "러시아도 부인했다."]),
        ("Report no. 14 is out. No. 15 is not.", ["Report no. 14 is out.", "No. 15 is not."]),
        ("Is it so? No. 15 came.", ["Is it so?", "No. 15 came."]),
        ("He said no. Then he left.", ["He said no.", "Then he left."]),
        ("  ", []),
    ],
)
def test_a_text_falls_into_its_sentences(text: str, found: list[str]) -> None:
    assert [text[start:end] for start, end in sentences(text)] == found
