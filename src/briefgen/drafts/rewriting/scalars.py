"""Texts as YAML scalars: an old one changed in its own style, a new one in the plainest that holds it."""

from __future__ import annotations

import re

import yaml

from briefgen.drafts.rewriting.relaid import filled, relaid
from briefgen.outline.yaml_file import Scalar

WIDEST_LINE = 112
"""Characters of a line in a text that is laid out anew."""

_LONG = 90
_HEADER = re.compile(r"[|>][^\n]*\n")


def retyped(scalar: Scalar, text: str, value: str, *, within_brackets: bool) -> str:
    """What to type in place of a scalar of the file `text` so that it reads `value`, in its present style."""
    typed = text[scalar.start : scalar.end]
    column = scalar.start - (text.rfind("\n", 0, scalar.start) + 1)
    style = "" if scalar.plain else typed[:1]
    candidate = _in_style(style, typed, scalar.value, value)
    if candidate is not None and reads_as(candidate, value, within_brackets=within_brackets):
        return candidate
    if within_brackets:
        return quoted(value)
    indent = _indent_of(typed) or " " * (_parent_column(text, scalar.start) + 2)
    tail = typed[len(typed.rstrip()) :] if style in ("|", ">") and style else ""
    return typed_anew(value, indent, start=column) + ("\n" if "\n" in tail and style else "")


def typed_anew(value: str, indent: str, *, start: int) -> str:
    """A scalar that reads `value`: the first line stands at column `start`, others begin with `indent`."""
    if "\n" in value:
        block = "|-\n" + "\n".join(indent + line if line else "" for line in value.split("\n"))
        return block if reads_as(block, value, within_brackets=False) else quoted(value)
    if len(value) + start > WIDEST_LINE or len(value) > _LONG:
        block = ">-\n" + filled(indent + value, WIDEST_LINE, indent)
        if reads_as(block, value, within_brackets=False):
            return block
    return value if reads_as(value, value, within_brackets=False) else quoted(value)


def reads_as(typed: str, value: str, *, within_brackets: bool) -> bool:
    """Whether YAML reads a typed scalar as a value, at its place in a block or within brackets."""
    for text in (f"- {typed}\n- x", f"k: {typed}\nl: x") if not within_brackets else (f"[{typed}, x]",):
        try:
            node = yaml.compose(text, Loader=yaml.CSafeLoader)
        except yaml.YAMLError:
            return False
        children = node.value if isinstance(node, yaml.CollectionNode) else []
        first = children[0][1] if isinstance(node, yaml.MappingNode) else children[0] if children else None
        if len(children) != 2 or not isinstance(first, yaml.ScalarNode) or first.value != value:
            return False
        if isinstance(node, yaml.MappingNode) and children[0][0].value != "k":
            return False
    return True


def _in_style(style: str, typed: str, old: str, value: str) -> str | None:
    match style:
        case "|":
            return _literal(typed, value)
        case ">":
            return _folded(typed, old, value)
        case "'":
            inner = relaid(old.replace("'", "''"), value.replace("'", "''"), typed[1:-1])
            return None if inner is None else f"'{_refilled(inner, typed)}'"
        case '"':
            inner = relaid(_escaped(old), _escaped(value), typed[1:-1])
            return None if inner is None else f'"{_refilled(inner, typed)}"'
        case _:
            plain = relaid(old, value, typed)
            too_long = "\n" not in typed and len(plain or "") > max(WIDEST_LINE, len(typed))
            return None if plain is None or "\n" in value or too_long else _refilled(plain, typed)


def _literal(typed: str, value: str) -> str | None:
    header = _HEADER.match(typed)
    indent = _indent_of(typed)
    if header is None or not indent:
        return None
    body = "\n".join(indent + line if line else "" for line in value.rstrip("\n").split("\n"))
    return header[0] + body + typed[len(typed.rstrip()) :]


def _folded(typed: str, old: str, value: str) -> str | None:
    header = _HEADER.match(typed)
    if header is None or "\n" in value.strip("\n") or "\n" in old.strip("\n"):
        return None
    content, tail = typed[header.end() :].rstrip(), typed[len(typed.rstrip()) :]
    inner = relaid(old.strip(), value.strip(), content.lstrip())
    if inner is None:
        return None
    indent = _indent_of(typed)
    return header[0] + _refilled(indent + inner, typed) + tail


def _refilled(text: str, typed: str) -> str:
    """The text with no line longer than the longest one was, where it stood on several lines."""
    if "\n" not in typed:
        return text
    width = max(len(line) for line in typed.split("\n"))
    return filled(text, max(width, 60), _indent_of(typed))


def _indent_of(typed: str) -> str:
    """The white space before the second line of a scalar, or before the next that holds words."""
    for line in typed.split("\n")[1:]:
        if line.strip():
            return line[: len(line) - len(line.lstrip(" "))]
    return ""


def _parent_column(text: str, at: int) -> int:
    """The column of the key or of the dash that a scalar at `at` stands behind."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    dashes = re.match(r"[- ]*", before)
    assert dashes is not None, "it matches nothing, too"
    return max(before.rfind("-"), 0) if dashes[0] == before else dashes.end()


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")


def quoted(value: str) -> str:
    """A scalar in quotation marks that reads `value`, at any place."""
    double = f'"{_escaped(value)}"'
    single = "'" + value.replace("'", "''") + "'"
    return (
        single
        if "\n" not in value and "\\" in double and reads_as(single, value, within_brackets=True)
        else double
    )
