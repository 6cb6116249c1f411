"""The format of outlines and registers as JSON Schema (2020-12), made from `shapes`."""

from __future__ import annotations

from typing import Any

from briefgen.outline.format.brief import BRIEF
from briefgen.outline.format.register import REGISTER
from briefgen.outline.format.shape import Key, Shape
from briefgen.outline.format.shapes import SHAPES
from briefgen.outline.format.statements import STATEMENTS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: dict[str, Any] = {"type": ["string", "number", "boolean"]}
_DATE = r"^(today|\d{4}(-\d\d(-\d\d)?)?)$"
_LANGUAGE = r"^([A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*)?$"
_NAME = r"^\w[\w-]*$"
_EITHER = ("marking", "word", "on-failure", "scale")


def outline_schema() -> dict[str, Any]:
    """The schema of an outline file."""
    return _document(BRIEF, "A briefgen outline")


def register_schema() -> dict[str, Any]:
    """The schema of a source register."""
    return _document(REGISTER, "A briefgen source register")


def _document(root: Shape, title: str) -> dict[str, Any]:
    definitions = {shape.name: _mapping(shape) for shape in SHAPES.values()}
    kinds = [_mapping(shape) for shape in STATEMENTS.values()]
    definitions["statement"] = {"anyOf": [{"type": "string", "description": "Facts, in Markdown."}, *kinds]}
    definitions["row"] = {"type": "array", "items": _TEXT}
    definitions.pop(root.name)
    return {"$schema": _DIALECT, "title": title, **_mapping(root), "$defs": definitions}


def _mapping(shape: Shape) -> dict[str, Any]:
    return {
        "type": "object",
        "description": shape.means,
        "properties": {key.name: _value(key) for key in shape.keys},
        "required": [key.name for key in shape.keys if key.required],
        "additionalProperties": False,
    }


def _value(key: Key) -> dict[str, Any]:
    return {"description": key.means, **_type(key)}


def _type(key: Key) -> dict[str, Any]:
    if key.choices and key.type != "any":
        return {"enum": list(key.choices)}
    match key.type:
        case "list":
            return {"type": "array", "items": _item(key.of)}
        case "mapping":
            return _item(key.of)
        case "by-name":
            return {"type": "object", "additionalProperties": _item(key.of)}
        case "yes-no":
            return {"type": "boolean"}
        case "number":
            return {"type": ["number", "string"]}
        case "date":
            return {"type": ["string", "integer"], "pattern": _DATE}
        case "language":
            return {"type": "string", "pattern": _LANGUAGE}
        case "name":
            return {"type": "string", "pattern": _NAME}
        case "any" if key.of in _EITHER:
            text = {"enum": list(key.choices)} if key.choices else {"type": "string"}
            return {"anyOf": [text, _item(key.of)]}
        case "any":
            return {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
        case _:
            return dict(_TEXT)


def _item(of: str) -> dict[str, Any]:
    if of in SHAPES or of in ("statement", "row"):
        return {"$ref": f"#/$defs/{of}"}
    return {"type": "string", "pattern": _NAME} if of == "name" else dict(_TEXT)
