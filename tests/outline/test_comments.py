"""Comments that may have been meant as text."""

from __future__ import annotations

import pytest

from briefgen.outline.comments import cut_short
from briefgen.outline.yaml_file import read


def cut(text: str) -> list[str]:
    """What is cut off from the texts of a file, each as it stands there."""
    file, _ = read("a.yaml", text.encode())
    lines = text.split("\n")
    return [
        lines[one.span.start.line - 1][one.span.start.column - 1 :] for one in cut_short(file) if one.span
    ]


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("- Incident #15 closed it.", "#15 closed it."),
        ("- Die Rede von #Über", "#Über"),
        ("k: Incident\t#15", "#15"),
        ("colour: #ff0000", "#ff0000"),
        ("{k: Incident #15\n}", "#15"),
        ("- It goes\n  on #15 closed it.", "#15 closed it."),
        ("- Incident\n  #15 closed it.", "#15 closed it."),
        ("k: Incident\n  #15 closed it.", "#15 closed it."),
    ],
)
def test_a_text_that_goes_on_behind_its_number_sign(text: str, lost: str) -> None:
    assert cut(text) == [lost]


@pytest.mark.parametrize(
    "text",
    [
        "- Incident closed. # 15 is another",
        "- Incident closed. ## 15",
        '- "Incident #15 closed it."',
        '- "Incident"  #15 is another',
        "- Incident#15 closed it.",
        "- Incident No. 14\n#15 is another",
        "- one\n#- two",
        "one: 1\n#two: 2",
        "one:\n  two: 2\n  #three: 3",
        "one:\n  #two: 2",
        "one:\n  - 1\n  #- 2",
        "one: [1, 2] #15",
        "- |\n  Incident #15 closed it.",
        "#15",
    ],
)
def test_comments_that_are_meant_as_such(text: str) -> None:
    assert not cut(text)
