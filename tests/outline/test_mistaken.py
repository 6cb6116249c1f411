"""A file that is another than was asked for is told in one error, with what to give instead."""

from __future__ import annotations

import dataclasses

import pytest

from briefgen.diagnostics import Diagnostic
from briefgen.outline.decode import decode
from briefgen.outline.mistaken import THEME
from briefgen.rendering.theme import Theme
from briefgen.sources.register import decode_register


def as_outline(text: str) -> list[Diagnostic]:
    outline, found = decode("a.yaml", text.encode())
    assert outline is None
    return found


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("sources: {a: {file: a.txt}}", "this is a source register, not an outline", "under `register`"),
        ("name: mine\nstyles: {}\n", "this is a theme, not an outline", "under `theme`"),
        ("remarks: []", "this is a file of readers’ comments, not an outline", "stands beside"),
        (
            "on: push\njobs: {}",
            "this is no outline: it has none of the keys title, as-of, register, sections",
            "briefgen init",
        ),
    ],
)
def test_what_is_no_outline_is_called_what_it_is(text: str, message: str, hint: str) -> None:
    (found,) = as_outline(text)
    assert (found.code, found.message) == ("OL111", message)
    assert hint in found.hint
    assert found.span is not None and found.span.start.line == 1


@pytest.mark.parametrize("text", ["titel: The ferry\nsource: a", "title: The ferry\nsources: {}"])
def test_an_outline_with_mistakes_is_told_them(text: str) -> None:
    assert {one.code for one in as_outline(text)} == {"OL103", "OL106"}


def test_an_outline_is_no_register() -> None:
    register, (found,) = decode_register("a.yaml", b"title: The ferry\nsections: []\nregister: a.yaml")
    assert register is None
    assert (found.code, found.message) == ("OL111", "this is an outline, not a source register")
    assert "sources.yaml" in found.hint


def test_a_theme_is_known_by_all_its_keys_but_its_name_which_other_files_have_too() -> None:
    fields = {field.name.replace("_", "-") for field in dataclasses.fields(Theme)}
    assert fields - {"name"} == THEME.keys
