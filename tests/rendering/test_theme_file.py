"""A theme file says what differs from the house theme, and every error in it has its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import Position
from briefgen.outline.format.reference import THEME_EXAMPLE
from briefgen.rendering.theme import Theme
from briefgen.rendering.theme_file import decode_theme

TEMPLATES = Path(__file__).parents[2] / "templates"


def decoded(text: str) -> Theme:
    theme, found = decode_theme("theme.yaml", text.encode())
    assert not found
    return theme


def complaint(text: str) -> tuple[str, str, Position]:
    _, found = decode_theme("theme.yaml", text.encode())
    assert len(found) == 1
    assert found[0].span is not None
    return found[0].code, found[0].message, found[0].span.start


def test_the_example_of_the_reference_page_is_a_theme() -> None:
    theme = decoded(THEME_EXAMPLE)
    assert (theme.page.width, theme.body.name, theme.contents_from) == (612.0, "Caladea", 6)


def test_the_shipped_theme_is_the_house_theme_written_out() -> None:
    theme, found = decode_theme("theme.yaml", (TEMPLATES / "theme.yaml").read_bytes())
    assert not found
    assert theme == Theme()


@pytest.mark.parametrize("path", sorted((TEMPLATES / "themes").glob("*.yaml")), ids=lambda path: path.stem)
def test_other_shipped_themes_are_without_error_and_name_fonts_that_are_there(path: Path) -> None:
    theme, found = decode_theme(path.name, path.read_bytes())
    assert not found
    assert theme.name == path.stem
    for family in (theme.body, theme.heading):
        for file in (family.regular, family.bold, family.italic, family.bold_italic):
            assert (TEMPLATES / "fonts" / file).is_file()


def test_an_empty_file_is_the_house_theme() -> None:
    assert decoded("") == Theme()


def test_what_a_file_names_changes_and_the_rest_stays() -> None:
    theme = decoded("styles:\n  body: {size: 11, align: left}\ncolours: {accent: '#112233'}\n")
    assert (theme.styles.body.size, theme.styles.body.align) == (11.0, "left")
    assert theme.styles.body.leading == Theme().styles.body.leading
    assert theme.styles.note == Theme().styles.note
    assert theme.colours.accent == "#112233"


def test_a_page_may_be_named_by_its_size() -> None:
    page = decoded("page: {size: Letter, left: 90}").page
    assert (page.width, page.height, page.left) == (612.0, 792.0, 90.0)


def test_hyphens_stand_for_underscores_and_lists_replace_lists() -> None:
    theme = decoded("body: {bold-italic: Own-BI.ttf}\nfallback: [A.ttf, B.ttf]\ncontents-from: 3\n")
    assert theme.body.bold_italic == "Own-BI.ttf"
    assert theme.fallback == ("A.ttf", "B.ttf")
    assert theme.contents_from == 3


def test_an_unknown_key_is_an_error_at_the_key_with_the_nearest_name() -> None:
    _, found = decode_theme("theme.yaml", b"colours:\n  acent: '#112233'\n")
    assert (found[0].code, str(found[0].span)) == ("TH101", "theme.yaml:2:3")
    assert "accent" in found[0].hint


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("styles:\n  body: {size: large}", 2, "a number of points"),
        ("styles:\n  body: {size: 0}", 2, "more than 0"),
        ("styles:\n  body: {leading: nan}", 2, "more than 0"),
        ("styles:\n  body: {after: -4}", 2, "cannot be -4"),
        ("styles:\n  body: {align: middle}", 2, "left, right, center, justify"),
        ("styles:\n  body: {bold: maybe}", 2, "yes or no"),
        ("styles:\n  marking: {size: 9}", 2, "12 points"),
        ("styles: 4", 1, "a mapping"),
        ("colours:\n  rule: grey", 2, "a colour"),
        ("colours: {series: '#112233'}", 1, "a list"),
        ("colours: {series: [red]}", 1, "a colour"),
        ("fallback: [/etc/passwd]", 1, "font file"),
        ("body: {regular: ../own.ttf}", 1, "font file"),
        ("page: {size: A7}", 1, "A4, Letter"),
        ("page: {left: 300, right: 250}", 1, "points for text"),
        ("name: ''", 1, "is empty"),
        ("name: [a]", 1, "one value"),
    ],
)
def test_a_wrong_value_is_an_error_with_its_place(text: str, line: int, words: str) -> None:
    code, message, position = complaint(text)
    assert code == "TH102"
    assert words in message
    assert position.line == line


def test_all_errors_are_reported_at_once_and_what_is_wrong_keeps_the_house_value() -> None:
    theme, found = decode_theme(
        "t.yaml", b"name: own\npage: {top: high}\nstyles: {body: {size: x}}\nnew: 1\n"
    )
    assert [each.code for each in found] == ["TH102", "TH102", "TH101"]
    assert theme.name == "own"
    assert theme.page == Theme().page


def test_a_file_that_is_not_yaml_is_an_error() -> None:
    theme, found = decode_theme("t.yaml", b"page: [1,\n")
    assert theme == Theme()
    assert found
