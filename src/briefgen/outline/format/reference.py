"""The format of outlines and registers as a reference page, made from `shapes`."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.outline.format.shape import Key, Shape
from briefgen.outline.format.shapes import SHAPES
from briefgen.outline.format.statements import STATEMENTS

_OPENING = """# The outline

One YAML file is one brief. This page is made from the format that briefgen itself reads by; `briefgen schema`
prints the same as a JSON Schema, with which editors complete and check an outline as it is typed.

A citation is written as in pandoc, `[@passage]`, `[@a; @b]` or `[see @a, on the Navy]`. It names a passage,
and through it exact words in a source. The mark is set after the full stop wherever it was typed.

Statements are Markdown: emphasis, strong, links, lists, tables, block quotations, headings from `##`. HTML is
shown as it was typed."""

_STATEMENTS = """## Statements

An item of a section's `body` is a Markdown text, or a mapping of one of these kinds."""


_TEMPLATES = """## Templates

The file that a section's `template` names is Markdown with Jinja2 in it. It runs in a sandbox, and what
it prints of a value is words, never markup. It sees

- `title`, the brief's title
- `figures`: `label`, `unit`, `shown` (a figure as it is printed), `readings` (each with `shown`, `low`,
  `high`, `passage`, `source`), `working` (of a formula), `agreement`
- `passages`: `text` (the source's own words), `source`, `paragraph`, `row` (0 where the source is no table)
- `sources`: `title`, `short_title`, `descriptor`
- `cite("a", "b")`, which writes `[@a; @b]`

Names with hyphens are reached as `figures["pay-month"]` or as `figures.pay_month`.

What is wrong with its words is told where they stand in it, or in a file that it includes; what is wrong
with a value that it prints, where its paragraph begins."""


THEME_EXAMPLE = """\
name: ministry
page: {size: Letter, left: 92, right: 92}
body:
  name: Caladea                      # what Word calls it
  regular: Caladea-Regular.ttf
  bold: Caladea-Bold.ttf
  italic: Caladea-Italic.ttf
  bold-italic: Caladea-BoldItalic.ttf
styles:
  heading1: {size: 16, leading: 20, colour: "#0b5345"}
  body: {align: left}
colours: {accent: "#0b5345", link: "#0e6655"}
contents-from: 6
"""
"""A theme, as the page shows it."""

_THEMES = f"""## Themes

The file that `theme` names changes what it names; all else is as in the house's own,
`templates/theme.yaml`, which shows every key with its value. Lengths are points.

```yaml
{THEME_EXAMPLE}```

Fonts are TrueType files beside the theme or in a folder `fonts` there; briefgen's own are found
by their names. The Word file carries those of `body` and `heading` too, under the names that they have
themselves, so that it looks the same where they are not installed; `embed-in-word: no` leaves
them out, which makes it about 1 MB smaller."""


def as_markdown() -> str:
    """The whole reference page."""
    parts = [_OPENING]
    for shape in SHAPES.values():
        parts.extend(_shape(shape, shape.name.replace("-", " ").capitalize()))
        if shape.name == "word":
            parts.append(_THEMES)
        if shape.name == "section":
            parts.append(_STATEMENTS)
            for kind in STATEMENTS.values():
                parts.extend(_shape(kind, f"`{kind.name}:`", level=3))
            parts.append(_TEMPLATES)
    return "\n\n".join(parts) + "\n"


def _shape(shape: Shape, title: str, level: int = 2) -> Iterator[str]:
    yield f"{'#' * level} {title}\n\n{shape.means}"
    rows = [_row(key) for key in shape.keys]
    yield "\n".join(["| key | value | meaning |", "| --- | --- | --- |", *rows])


def _row(key: Key) -> str:
    name = f"**`{key.name}`**" if key.required else f"`{key.name}`"
    return f"| {name} | {_value(key)} | {key.means} |"


def _value(key: Key) -> str:
    if key.choices:
        choices = " · ".join(f"`{choice}`" for choice in key.choices)
        return f"{choices}, or {_named(key.of)}" if key.type == "any" else choices
    if key.type == "list":
        return f"list of {_named(key.of)}"
    if key.type == "mapping":
        return _named(key.of)
    if key.type == "by-name":
        return f"{_named(key.of)} by name"
    if key.type == "any":
        return f"text, or {_named(key.of)}" if key.of else "name, or list of names"
    return {"prose": "Markdown", "yes-no": "yes or no", "language": "tag of a language"}.get(
        key.type, key.type
    )


def _named(of: str) -> str:
    if of == "statement":
        return "[statements](#statements)"
    if of in SHAPES:
        return f"[{of}](#{of})"
    return {"prose": "Markdown texts", "name": "names", "text": "texts", "row": "rows"}.get(of, of)
