"""Ties across emphasis, links and marks."""

from __future__ import annotations

import pytest

from briefgen.model.document import Emphasis, Inlines, Label, Link, NoteMark, Strong, Text
from briefgen.rendering.ties import tied


def bold(text: str) -> Strong:
    return Strong(inlines=(Text(text=text),))


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        ((Text(text="97 € or 20 %"),), (Text(text="97~€ or 20~%"),)),
        ((Label(text=" (55–80 %). "),), (Label(text=" (55–80~%). "),)),
        ((bold("97"), Text(text=" €, 5 kg")), (bold("97"), Text(text="~€, 5~kg"))),
        ((Text(text="a 97 "), bold("€")), (Text(text="a 97~"), bold("€"))),
        (
            (Link(target="#a", inlines=(Emphasis(inlines=(Text(text="5 kg"),)),)),),
            (Link(target="#a", inlines=(Emphasis(inlines=(Text(text="5~kg"),)),)),),
        ),
        ((Text(text="97"), NoteMark(note="a"), Text(text=" €")), None),
        ((Text(text="97 boats"),), None),
    ],
)
def test_a_number_is_tied_to_its_sign_whatever_stands_around_them(
    inlines: Inlines, expected: Inlines | None
) -> None:
    assert tied(inlines, "~") == (inlines if expected is None else expected)
