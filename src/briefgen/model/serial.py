"""Documents as JSON data and back, losslessly.

Each value becomes an object that names its class under `is`; fields that hold their default are left out.
"""

from __future__ import annotations

import base64
import dataclasses
import json
import types
from functools import cache
from json.encoder import encode_basestring
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from briefgen.model import document


class NotADocument(ValueError):
    """The data do not describe a document; the message says where they part from one."""


def to_data(value: object) -> Any:
    """A document, or any value within one, as plain dictionaries, lists and scalars."""
    if isinstance(value, tuple):
        return [to_data(item) for item in value]
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        data: dict[str, Any] = {"is": type(value).__name__}
        for field in dataclasses.fields(value):
            held = getattr(value, field.name)
            if held != field.default:
                data[field.name] = to_data(held)
        return data
    return value


def to_json(value: object) -> str:
    """What `to_data` gives, written as JSON without the way around through dictionaries."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, tuple):
        return f"[{','.join([to_json(item) for item in value])}]"
    kind: Any = value.__class__
    keys = _keys(kind)
    if not keys:
        return json.dumps(to_data(value), ensure_ascii=False)
    written = f'{{"is":"{kind.__name__}"'
    for key, name, default in keys:
        held = getattr(value, name)
        if held != default:
            written += key + (str(held) if held.__class__ is int else to_json(held))
    return written + "}"


@cache
def _keys(kind: type) -> tuple[tuple[str, str, object], ...]:
    """The fields of a dataclass as JSON introduces them, by name, with their defaults; of others none."""
    fields = dataclasses.fields(kind) if dataclasses.is_dataclass(kind) else ()
    return tuple((f',"{field.name}":', field.name, field.default) for field in fields)


def document_from_data(data: object) -> document.Document:
    """The document that `to_data` described.

    Raises:
        NotADocument: where a field is missing, unknown, or of another type.
    """
    found = _decode(document.Document, data, "document")
    assert isinstance(found, document.Document)
    return found


@cache
def _fields(kind: type) -> dict[str, tuple[Any, bool]]:
    hints = get_type_hints(kind)
    return {
        field.name: (hints[field.name], field.default is dataclasses.MISSING)
        for field in dataclasses.fields(kind)
    }


def _decode(hint: Any, data: object, where: str) -> object:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        return _decode_union(get_args(hint), data, where)
    if origin is Literal:
        return _expect(data in get_args(hint), data, where)
    if origin is tuple:
        item = get_args(hint)[0]
        _expect(isinstance(data, list), data, where)
        assert isinstance(data, list)
        return tuple(_decode(item, value, f"{where}[{index}]") for index, value in enumerate(data))
    if hint is bytes:
        _expect(isinstance(data, str), data, where)
        assert isinstance(data, str)
        return base64.b64decode(data)
    if hint is float:
        _expect(isinstance(data, int | float) and not isinstance(data, bool), data, where)
        assert isinstance(data, int | float)
        return float(data)
    if dataclasses.is_dataclass(hint):
        assert isinstance(hint, type)
        return _decode_class(hint, data, where)
    return _expect(type(data) is hint, data, where)


def _decode_union(kinds: tuple[Any, ...], data: object, where: str) -> object:
    if data is None and type(None) in kinds:
        return None
    name = data.get("is") if isinstance(data, dict) else None
    for kind in kinds:
        if getattr(kind, "__name__", None) == name:
            return _decode(kind, data, where)
    return _expect(False, data, where)


def _decode_class(kind: type, data: object, where: str) -> object:
    _expect(isinstance(data, dict) and data.get("is") == kind.__name__, data, where)
    assert isinstance(data, dict)
    fields = _fields(kind)
    unknown = data.keys() - fields.keys() - {"is"}
    if unknown:
        raise NotADocument(f"{where} has unknown fields: {', '.join(sorted(map(str, unknown)))}")
    values = {}
    for name, (hint, needed) in fields.items():
        if name in data:
            values[name] = _decode(hint, data[name], f"{where}.{name}")
        elif needed:
            raise NotADocument(f"{where} lacks {name}")
    return kind(**values)


def _expect(holds: bool, data: object, where: str) -> object:
    if not holds:
        raise NotADocument(f"{where} is not what a document holds there: {str(data)[:60]!r}")
    return data
