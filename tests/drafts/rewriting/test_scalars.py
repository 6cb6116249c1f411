"""A changed text keeps the YAML style, the line ends and the citations that an analyst typed."""

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.drafts.rewriting.relaid import relaid
from briefgen.drafts.rewriting.scalars import retyped, typed_anew
from briefgen.outline.yaml_file import Mapping, Scalar, Sequence, read


def only_scalar(text: str) -> Scalar:
    file, found = read("x.yaml", text.encode())
    assert not found
    node = file.root
    while not isinstance(node, Scalar):
        assert node is not None
        node = node.items[0] if isinstance(node, Sequence) else node.entries[0].value
    return node


def changed_last(text: str, value: str) -> str:
    """The text with its last scalar, which ends its only line, retyped."""
    start = text.rindex("One.")
    scalar = Scalar(value="One. Two.", start=start, end=len(text) - 1, plain=True)
    return text[:start] + retyped(scalar, text, value, within_brackets=False) + "\n"


def changed(text: str, value: str, within_brackets: bool = False) -> str:
    scalar = only_scalar(text)
    new = retyped(scalar, text, value, within_brackets=within_brackets)
    return text[: scalar.start] + new + text[scalar.end :]


def test_a_plain_text_stays_plain() -> None:
    assert changed("- The army is big. # note\n", "The army is large.") == "- The army is large. # note\n"


def test_a_text_folded_over_lines_keeps_its_line_ends() -> None:
    text = "body:\n  - >-\n    The army is a force\n    of mass, with many\n    soldiers.\n  # next\n"
    assert changed(text, "The army is a power of mass, with many old soldiers.") == (
        "body:\n  - >-\n    The army is a power\n    of mass, with many old\n    soldiers.\n  # next\n"
    )


def test_a_plain_text_over_lines_keeps_them_too() -> None:
    text = "- The army is a force\n  of mass.\n- next\n"
    assert changed(text, "The army is a force of will.") == "- The army is a force\n  of will.\n- next\n"


def test_a_text_that_needs_quotation_marks_gets_them() -> None:
    assert changed("- Plain\n", "Note: this") == '- "Note: this"\n'


def test_quotation_marks_stay_and_are_escaped_within() -> None:
    assert changed('- "A \\"big\\" army: so"\n', 'A "large" army: so') == '- "A \\"large\\" army: so"\n'
    assert changed("- 'It''s big: so'\n", "It's large: so") == "- 'It''s large: so'\n"


def test_a_literal_block_stays_one() -> None:
    text = "- |\n  One.\n\n  Two.\n- x\n"
    assert changed(text, "One.\n\nThree.\n") == "- |\n  One.\n\n  Three.\n- x\n"


def test_within_brackets_a_comma_asks_for_quotation_marks() -> None:
    assert changed("[one, two]\n", "one, or so", within_brackets=True) == '["one, or so", two]\n'


def test_a_text_that_becomes_two_paragraphs_becomes_a_literal_block() -> None:
    new = changed("body:\n  - One. Two.\n  - x\n", "One.\n\nTwo.")
    assert new == "body:\n  - |-\n    One.\n\n    Two.\n  - x\n"


@pytest.mark.parametrize("before", ["- gap: ", "- - ", "k:\n  - {id: a}\n  - gap: ", "  gap: "])
def test_a_block_stands_further_in_than_the_key_or_dash_before_it(before: str) -> None:
    new = changed_last(f"{before}One. Two.\n", "One.\n\nTwo.")
    assert "One.\n\nTwo." in str(yaml.load(new, Loader=yaml.BaseLoader)).replace("\\n", "\n")


def test_a_long_new_text_is_folded() -> None:
    typed = typed_anew("word " * 40 + "end", "    ", start=4)
    assert typed.startswith(">-\n    word")
    assert all(len(line) <= 112 for line in typed.split("\n"))


def test_citations_are_kept_as_typed() -> None:
    assert (
        relaid("The army is big. [@a] So.", "The army is large. [@a] So.", "The army is big. [@a]\nSo.")
        == "The army is large. [@a]\nSo."
    )


def test_a_change_on_words_that_are_typed_otherwise_is_refused() -> None:
    assert relaid("A *big* army.", "A *large* army.", "A _big_ army.") is None


VALUES = st.text(st.sampled_from("ab C:#-'\"[]{}>|&*!%@`\\,\n é.1?"), min_size=1, max_size=30)
STYLES = [
    "- {plain}\n- x\n",
    "- '{single}'\n- x\n",
    "- |-\n  {plain}\n- x\n",
    "- >-\n  {plain}\n  more\n- x\n",
]


@pytest.mark.parametrize("style", STYLES)
@settings(max_examples=150)
@given(value=VALUES)
def test_whatever_is_typed_reads_as_the_value(style: str, value: str) -> None:
    text = style.format(plain="some words", single="some words")
    found = yaml.load(changed(text, value), Loader=yaml.BaseLoader)
    kept_end = "\n" if style.startswith("- |\n") else ""
    assert found == [value + kept_end, "x"]


def test_mappings_are_searched_too() -> None:
    file, _ = read("x.yaml", b"a: b\n")
    assert isinstance(file.root, Mapping)
