"""A theme as a YAML file: what it names changes the house theme, the rest stays.

Keys are the fields of `Theme` and the classes below it, with hyphens for underscores. Lengths are points,
colours `#rrggbb`. A page may be named by its `size`, A4 or Letter.
"""

from __future__ import annotations

import dataclasses
import math
import re
from collections.abc import Callable
from functools import cache
from typing import Any, Literal, get_args, get_origin, get_type_hints

from briefgen.diagnostics import Diagnostic, error
from briefgen.outline.yaml_file import Mapping, Node, Scalar, Sequence, YamlFile, read
from briefgen.rendering.theme import PageShape, Theme
from briefgen.text.did_you_mean import did_you_mean

SIZES = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}
"""Page sizes by name: width and height in points."""

LEAST_MARKING = 12.0
"""Points. Source: TLP 2.0 (FIRST, 2022), on labels in header and footer."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")
_FONT_FILE = re.compile(r"[\w.+-]+\.(ttf|TTF)\Z")
_YES_NO = {"yes": True, "true": True, "no": False, "false": False}
_LONGEST = 5000.0
_LEAST_TEXT = 120.0


def decode_theme(
    name: str, data: bytes, has_font: Callable[[str], bool] = lambda _: True
) -> tuple[Theme, list[Diagnostic]]:
    """The theme in a file's bytes, and everything that is wrong with it, each with its place.

    `name` is the file's, as the user would type it; `has_font` tells whether there is a font file of a name.
    What is wrong keeps the house theme's value.
    """
    file, found = read(name, data)
    if file.root is None:
        return Theme(), found
    decoder = _Decoder(file, has_font)
    theme = decoder.value_of(Theme(), file.root, "a theme")
    assert isinstance(theme, Theme)
    decoder.check_page(theme.page)
    return theme, [*found, *decoder.found]


@cache
def _fields(kind: type) -> dict[str, tuple[str, Any]]:
    """The keys of a class: each with its field and type."""
    hints = get_type_hints(kind)
    return {
        field.name.replace("_", "-"): (field.name, hints[field.name]) for field in dataclasses.fields(kind)
    }


class _Decoder:
    def __init__(self, file: YamlFile, has_font: Callable[[str], bool]) -> None:
        self.file = file
        self.has_font = has_font
        self.found: list[Diagnostic] = []
        self._page: Node | None = None

    def value_of(self, former: Any, node: Node, what: str) -> Any:
        """A copy of `former` changed by the entries of a mapping."""
        if not isinstance(node, Mapping):
            return self._wrong(node, f"{what} is a mapping of keys and values", former)
        kind: type = type(former)
        fields = _fields(kind)
        changes: dict[str, Any] = {}
        for entry in node.entries:
            key = entry.key.value
            if isinstance(former, PageShape) and key == "size":
                changes.update(self._size(entry.value))
            elif key in fields:
                field, hint = fields[key]
                changes[field] = self._value(getattr(former, field), hint, key, entry.value)
            else:
                message, hints = f"{what} has no key “{key}”", did_you_mean(key, fields)
                self.found.append(error("TH101", message, self.file.span_of(entry.key), hint=hints))
        if isinstance(former, PageShape):
            self._page = node
        if what == "“marking”" and changes.get("size", LEAST_MARKING) < LEAST_MARKING:
            changes["size"] = former.size
            self._wrong(node, f"“marking” is set in {LEAST_MARKING:.0f} points or more", former)
        return dataclasses.replace(former, **changes)

    def check_page(self, page: PageShape) -> None:
        """Margins must leave room for text, whichever way the page is turned."""
        across = min(page.width, page.height) - max(page.left + page.right, page.top + page.bottom)
        if across < _LEAST_TEXT and self._page is not None:
            self._wrong(self._page, f"the margins leave {across:.0f} points for text, too few", None)

    def _value(self, former: Any, hint: Any, key: str, node: Node) -> Any:
        if dataclasses.is_dataclass(hint):
            return self.value_of(former, node, f"“{key}”")
        if get_origin(hint) is tuple:
            if not isinstance(node, Sequence):
                return self._wrong(node, f"“{key}” is a list", former)
            return tuple(self._scalar("", str, key, item) for item in node.items)
        return self._scalar(former, hint, key, node)

    def _scalar(self, former: Any, hint: Any, key: str, node: Node) -> Any:
        if not isinstance(node, Scalar):
            return self._wrong(node, f"“{key}” is one value", former)
        typed = node.value.strip()
        if get_origin(hint) is Literal:
            choices = get_args(hint)
            if typed not in choices:
                return self._wrong(node, f"“{key}” is one of {', '.join(choices)}, not “{typed}”", former)
            return typed
        if hint is bool:
            if typed.lower() not in _YES_NO:
                return self._wrong(node, f"“{key}” is yes or no, not “{typed}”", former)
            return _YES_NO[typed.lower()]
        if hint in (float, int):
            return self._number(former, hint, key, typed, node)
        return self._text(former, key, typed, node)

    def _number(self, former: Any, hint: Any, key: str, typed: str, node: Node) -> Any:
        try:
            value = hint(typed)
        except ValueError:
            unit = "a number of points" if hint is float else "a whole number"
            return self._wrong(node, f"“{key}” is {unit}, not “{typed}”", former)
        if key in ("size", "leading", "width", "height") and not 0 < value <= _LONGEST:
            return self._wrong(node, f"“{key}” is more than 0 and at most {_LONGEST:.0f}", former)
        if not math.isfinite(value) or abs(value) > _LONGEST or (value < 0 and key != "first"):
            return self._wrong(node, f"“{key}” cannot be {typed}", former)
        return value

    def _text(self, former: Any, key: str, typed: str, node: Node) -> Any:
        is_colour = former.startswith("#") or key == "series"
        if is_colour and not _COLOUR.match(typed):
            return self._wrong(node, f"“{key}” is a colour such as #14304f, not “{typed}”", former)
        is_font = former.endswith(".ttf") or key == "fallback"
        if is_font and not _FONT_FILE.match(typed):
            return self._wrong(
                node, f"“{key}” is a font file (.ttf) in the fonts folder, not “{typed}”", former
            )
        if is_font and not self.has_font(typed):
            where = "beside the theme, in a folder fonts there, nor among briefgen's own"
            return self._wrong(node, f"there is no font “{typed}” {where}", former)
        if not typed:
            return self._wrong(node, f"“{key}” is empty", former)
        return typed

    def _size(self, node: Node) -> dict[str, float]:
        typed = node.value.strip() if isinstance(node, Scalar) else ""
        if typed not in SIZES:
            self._wrong(node, f"“size” is one of {', '.join(SIZES)}", None)
            return {}
        width, height = SIZES[typed]
        return {"width": width, "height": height}

    def _wrong(self, node: Node, message: str, former: Any) -> Any:
        self.found.append(error("TH102", message, self.file.span_of(node)))
        return former
